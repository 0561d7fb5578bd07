"""Small and random projects as values, for whoever tests what is made of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from qualcode.domain.codebook import Code, Codebook, Scale, ScaleValue
from qualcode.domain.material import CodedRow, DegreeRow, DocumentRow, Material
from qualcode.domain.people import Case, Guide, Organisation, Participant, Theme

DEGREES = ("Coexistence", "Exchange", "Coordination", "Cooperation", "Consensus")
VALENCES = ("helps", "hinders", "mixed", None)
STANDINGS = ("actual", "past", "wished", "denied", "second-hand", None)

WORDS = "we meet every monday and go through what the families need before anybody acts alone "


def a_codebook() -> Codebook:
    """Two conditions with children and a grandchild, a code apart, and a scale of five degrees."""
    codes = (
        Code("agenda", {"en": "Common agenda", "sv": "Gemensam agenda"}, kind="condition"),
        Code("agenda-goals", {"en": "Goals", "sv": "Mål"}, parent="agenda"),
        Code("agenda-goals-written", {"en": "Written goals"}, parent="agenda-goals"),
        Code("agenda-vision", {"en": "Vision"}, parent="agenda"),
        Code("backbone", {"en": "Backbone", "sv": "Stödorganisation"}, kind="condition"),
        Code("backbone-staff", {"en": "Staff"}, parent="backbone", kind="factor"),
        Code("backbone-person", {"en": "One person"}, parent="backbone", kind="factor"),
        Code("context", {"en": "Context"}, kind="cross-cutting"),
        Code("context-history", {"en": "History"}, parent="context"),
    )
    values = tuple(
        ScaleValue(f"degree-{n}", {"en": label, "sv": f"Grad {label}"}, n)
        for n, label in enumerate(DEGREES, 1)
    )
    scale = Scale("degree", {"en": "Degrees of collaboration"}, "ordinal", "segment", values)
    definition = {"en": "The parties see the problem alike.", "sv": "Parterna ser lika."}
    return Codebook(
        "test-book",
        "1.0.0",
        {"en": "A test codebook"},
        (replace(codes[0], definition=definition), *codes[1:]),
        scales={"degree": scale},
        languages=("en", "sv"),
    )


@dataclass
class Builder:
    """Puts a material together, piece by piece; ids are the names that are given."""

    codebook: Codebook = field(default_factory=a_codebook)
    cases: list[Case] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    people: list[Participant] = field(default_factory=list)
    documents: list[DocumentRow] = field(default_factory=list)
    guides: list[Guide] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    codings: list[CodedRow] = field(default_factory=list)
    degrees: list[DegreeRow] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def case(self, name: str) -> Builder:
        self.cases.append(Case(name, name.title()))
        return self

    def person(self, name: str, *, role=None, organisation=None, consent="yes") -> Builder:
        self.people.append(
            Participant(name, name, role=role, organisation_id=organisation, consent=consent)
        )
        if organisation and organisation not in {o.id for o in self.organisations}:
            self.organisations.append(Organisation(organisation, organisation.title()))
        return self

    def document(self, name, case=None, person=None, *, groups=(), text=WORDS * 20) -> Builder:
        self.documents.append(
            DocumentRow(name, name, case, person, "en", groups, len(text.split()))
        )
        self.texts[name] = text
        return self

    def guide(self, *codes: str, cases=(), groups=(), documents=()) -> Builder:
        name = f"guide-{len(self.guides)}"
        self.guides.append(Guide(name, name, codes, groups, cases, documents))
        return self

    def theme(self, name: str, **what) -> Builder:
        self.themes.append(Theme(name, name.title(), **what))
        return self

    def code(self, document, start, end, code, valence=None, standing=None, **other) -> Builder:
        """A coding; the same document, span and coder is the same segment."""
        held = next(d for d in self.documents if d.id == document)
        coder = other.pop("coder", "anna")
        row = CodedRow(
            coding=other.pop("coding", f"coding-{len(self.codings):06}"),
            segment=other.pop("segment", f"{document}:{start}:{end}:{coder}"),
            document_id=document,
            case_id=other.pop("case", held.case_id),
            participant_id=other.pop("person", held.participant_id),
            start=start,
            end=end,
            turn=1,
            code=code,
            coder=coder,
            valence=valence,
            standing=standing,
            confidence="normal",
            label=other.pop("label", None),
        )
        assert not other, other
        self.codings.append(row)
        return self

    def degree(self, document, start, end, value, pair=(None, None), **other) -> Builder:
        held = next(d for d in self.documents if d.id == document)
        self.degrees.append(
            DegreeRow(
                id=f"degree-{len(self.degrees):06}",
                segment=f"{document}:{start}:{end}:anna",
                document_id=document,
                case_id=held.case_id,
                participant_id=held.participant_id,
                start=start,
                end=end,
                turn=1,
                coder="anna",
                standing=other.get("standing"),
                value=value,
                from_id=pair[0],
                to_id=pair[1],
                activity=other.get("activity"),
                period=other.get("period"),
            )
        )
        return self

    def build(self, *, title="A project", state="0123456789abcdef" * 4) -> Material:
        return Material(
            title=title,
            state=state,
            codebook=self.codebook,
            cases=tuple(self.cases),
            organisations=tuple(self.organisations),
            participants=tuple(self.people),
            documents=tuple(self.documents),
            guides=tuple(self.guides),
            themes=tuple(self.themes),
            codings=tuple(
                sorted(self.codings, key=lambda r: (r.document_id, r.start, r.end, r.code))
            ),
            degrees=tuple(self.degrees),
            texts=dict(self.texts),
            date="2026-03-04T05:06:07Z",
        )


def a_material() -> Material:
    """Three cases: one with much in it, one where little was asked, one without documents."""
    return a_project().build()


def a_project() -> Builder:
    """The builder behind `a_material`, to be built upon."""
    b = Builder()
    b.case("lyftet").case("havnen").case("fjord")
    b.person("P1", role="coordinator", organisation="town")
    b.person("P2", role="teacher", organisation="school")
    b.person("P3", role="teacher", organisation="school", consent="no")
    b.person("P4", organisation="club", consent="unknown")
    b.document("l1", "lyftet", "P1").document("l2", "lyftet", "P3")
    b.document("h1", "havnen", "P2").document("h2", "havnen", None)
    b.guide("agenda", "backbone", cases=("lyftet",)).guide("agenda-goals", cases=("havnen",))
    b.code("l1", 0, 60, "agenda-goals", "helps").code("l1", 0, 60, "agenda-goals-written", "helps")
    b.code("l1", 0, 60, "backbone-staff", "mixed").code("l1", 100, 190, "agenda-vision", "hinders")
    b.code("l2", 10, 80, "agenda-goals", "hinders").code("l2", 50, 120, "backbone", "helps")
    b.code("l2", 200, 260, "agenda-goals", "helps", "wished").code("l2", 300, 350, "context")
    b.code("h1", 0, 50, "agenda-goals", "helps", "past").code("h1", 60, 200, "agenda", "hinders")
    b.code("h2", 0, 45, "agenda-goals-written", "helps", label="paper")
    b.degree("l1", 0, 60, 2, ("town", "school"), period="start")
    b.degree("l1", 0, 60, 4, ("town", "school"), period="now")
    b.degree("l2", 10, 80, 4, ("town", "school"), period="now")
    b.degree("l2", 10, 80, 3).degree("h1", 0, 50, 5, ("school", "town"), standing="wished")
    b.theme("goals", codes=("agenda-goals",), definition="What is aimed at.", summary="They aim.")
    b.theme("paper", labels=("paper",), case_summaries={"havnen": "Paper, not talk."})
    b.theme("degrees", scale="degree").theme("single", segments=("l2:300:350:anna",))
    return b


def a_large_material(codings: int, *, cases: int = 60, documents: int = 240) -> Material:
    """As many codings as asked for, spread by a fixed seed; some 80 codes."""
    dice = random.Random(20261121)
    book = a_codebook()
    more = tuple(
        Code(f"c{at}-{n}", {"en": f"Code {at} {n}"}, parent=parent)
        for at, parent in enumerate(("agenda", "agenda-goals", "backbone", "context"))
        for n in range(18)
    )
    b = Builder(codebook=replace(book, codes=(*book.codes, *more)))
    codes = [code.id for code in b.codebook.codes]
    for n in range(cases):
        b.case(f"case-{n:02}")
    for n in range(documents):
        b.person(f"P{n}", role=f"role {n % 9}", organisation=f"org-{n % 70}")
        b.document(f"d{n:03}", f"case-{n % cases:02}", f"P{n}", text=WORDS * 700)
    for n in range(codings):
        start = dice.randrange(58_000)
        b.codings.append(
            CodedRow(
                coding=f"{dice.getrandbits(128):032x}",
                segment=f"segment-{n // 2}",
                document_id=(document := b.documents[n // 2 % documents]).id,
                case_id=document.case_id,
                participant_id=document.participant_id,
                start=start,
                end=start + dice.randrange(20, 500),
                turn=1,
                code=codes[n // 2 % len(codes)] if n % 2 else dice.choice(codes),
                coder="anna",
                valence=dice.choice(VALENCES),
                standing=dice.choice(STANDINGS),
                confidence="normal",
                label=None,
            )
        )
    return b.build()


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """Random projects of every kind: no cases, no people, loose segments, several coders."""
    b = Builder()
    for n in range(draw(st.integers(0, 4))):
        b.case(f"case-{n}")
    for n in range(draw(st.integers(0, 5))):
        organisation = draw(st.sampled_from([None, "town", "school"]))
        consent = draw(st.sampled_from(["yes", "no", "unknown"]))
        b.person(f"P{n}", role="teacher", organisation=organisation, consent=consent)
    cases = [None, *(case.id for case in b.cases)]
    people = [None, *(person.id for person in b.people)]
    for n in range(draw(st.integers(1, 5))):
        groups = ("partners",) if draw(st.booleans()) else ()
        b.document(
            f"d{n}", draw(st.sampled_from(cases)), draw(st.sampled_from(people)), groups=groups
        )
    codes = [code.id for code in b.codebook.codes]
    for groups in draw(st.lists(st.sampled_from([(), ("partners",)]), max_size=2)):
        b.guide(*draw(st.lists(st.sampled_from(codes), max_size=3)), groups=groups)
    documents = [document.id for document in b.documents]
    _random_codings(draw, b, documents, codes)
    for document in draw(st.lists(st.sampled_from(documents), max_size=12)):
        organisations = st.sampled_from([None, "town", "school"])
        pair = (draw(organisations), draw(organisations))
        standing = draw(st.sampled_from(STANDINGS))
        b.degree(document, 0, 30, draw(st.integers(1, 5)), pair, standing=standing)
    b.theme("one", codes=tuple(draw(st.lists(st.sampled_from(codes), max_size=3))))
    b.theme("two", labels=("word",), segments=tuple({row.segment for row in b.codings[:2]}))
    b.theme("three", scale="degree")
    return b.build()


def _random_codings(draw: st.DrawFn, b: Builder, documents: list[str], codes: list[str]) -> None:
    cases = {document.id: document.case_id for document in b.documents}
    spans = {}
    seen = set()
    for _ in range(draw(st.integers(0, 30))):
        document = draw(st.sampled_from(documents))
        start = draw(st.integers(0, 90))
        coder = draw(st.sampled_from(["anna", "bo"]))
        key = (document, start, start + draw(st.sampled_from([1, 10, 45])), coder)
        code = draw(st.sampled_from(codes))
        if (key, code) in seen:
            continue
        seen.add((key, code))
        moved = draw(st.sampled_from([None, *(case.id for case in b.cases)]))
        standing, case = spans.setdefault(
            key, (draw(st.sampled_from(STANDINGS)), cases[document] if moved is None else moved)
        )
        valence, label = draw(st.sampled_from(VALENCES)), draw(st.sampled_from([None, "word"]))
        b.code(*key[:3], code, valence, standing, coder=coder, case=case, label=label)
