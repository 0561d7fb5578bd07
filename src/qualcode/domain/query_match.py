"""Which codings and degrees of the material a query means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from qualcode.domain.material import CodedRow, DegreeRow, Material
from qualcode.domain.query import NONE, All, Either, Near, Not, Query, Term, Words, parts_of
from qualcode.domain.query_tokens import OVERLAPPING, SAME_PASSAGE, WITHIN

Said = CodedRow | DegreeRow
Test = Callable[[Said], bool]
FindWords = Callable[[str, str], bool]
"""Whether words stand in a text: `(text, words)`."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """What a query needs beside the material.

    `turns` gives first and last turn of segments that reach over several; `finds` looks for words.
    """

    finds: FindWords
    turns: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meant:
    """Ids of the codings and of the degrees that a query means."""

    codings: frozenset[str]
    degrees: frozenset[str]


def needs_texts(query: Query) -> bool:
    """Whether the query asks for words, so that the material must carry its texts."""
    return any(isinstance(part, Words) for part in parts_of(query))


def meant(query: Query, material: Material, lookups: Lookups) -> Meant:
    """The codings of which the query holds, and the degrees.

    A degree has no code, valence or label of its own: it is meant where the query holds of the
    degree itself, or of a coding on the same passage.
    """
    matcher = _Matcher(material, lookups)
    fits = matcher.test(query)
    codings = frozenset(row.coding for row in material.codings if fits(row))
    passages = {row.segment for row in material.codings if row.coding in codings}
    degrees = frozenset(row.id for row in material.degrees if row.segment in passages or fits(row))
    return Meant(codings, degrees)


class _Matcher:
    """Turns a query into tests of single rows."""

    def __init__(self, material: Material, lookups: Lookups) -> None:
        self.material = material
        self.lookups = lookups
        self.book = material.codebook
        self.cases = {case.id: case for case in material.cases}
        self.documents = {document.id: document for document in material.documents}
        self.people = {person.id: person for person in material.participants}
        self.organisations = {one.id: one for one in material.organisations}

    def test(self, query: Query) -> Test:
        """Whether a query holds of a row."""
        if isinstance(query, All):
            tests = [self.test(part) for part in query.parts]
            return lambda row: all(test(row) for test in tests)
        if isinstance(query, Either):
            tests = [self.test(part) for part in query.parts]
            return lambda row: any(test(row) for test in tests)
        if isinstance(query, Not):
            inner = self.test(query.part)
            return lambda row: not inner(row)
        if isinstance(query, Near):
            return self._near(query)
        if isinstance(query, Words):
            return self._words(query.words)
        return self._term(query)

    def _words(self, words: str) -> Test:
        finds, quote = self.lookups.finds, self.material.quote

        def test(row: Said) -> bool:
            label = row.label if isinstance(row, CodedRow) else None
            if label and finds(label, words):
                return True
            return finds(quote(row.document_id, row.start, row.end), words)

        return test

    def _near(self, query: Near) -> Test:
        what, other = self.test(query.what), self.test(query.other)
        beside = _Beside(query, self.lookups.turns, filter(other, self.material.codings))

        def test(row: Said) -> bool:
            return what(row) and beside.has(row, itself=other(row)) is not query.absent

        return test

    # terms

    def _term(self, term: Term) -> Test:
        if term.name == "code":
            return self._code(term)
        if term.name == "degree":
            return self._degree(term)
        if term.name == "theme":
            return self._theme(term)
        wanted = {value.casefold() for value in term.values}
        values = self._values(term.name)
        return lambda row: any(value.casefold() in wanted for value in values(row))

    def _code(self, term: Term) -> Test:
        codes: set[str] = set()
        for value in term.values:
            code = self.book.code(value).id
            codes.update((code,) if term.compare == "=" else self.book.below(code))
        return lambda row: isinstance(row, CodedRow) and row.code in codes

    def _degree(self, term: Term) -> Test:
        ranges = [_range(term.compare, value) for value in term.values]
        of_segment: dict[str, list[int]] = {}
        for degree in self.material.degrees:
            of_segment.setdefault(degree.segment, []).append(degree.value)

        def fits(values: Iterable[int]) -> bool:
            return any(low <= value <= high for value in values for low, high in ranges)

        none = NONE in term.values

        def test(row: Said) -> bool:
            if isinstance(row, DegreeRow):
                return fits((row.value,))
            values = of_segment.get(row.segment, ())
            return fits(values) or (none and not values)

        return test

    def _theme(self, term: Term) -> Test:
        wanted = {value.casefold() for value in term.values}
        themes = [t for t in self.material.themes if wanted & {t.id, t.name.casefold()}]
        codes = {below for t in themes for code in t.codes for below in self.book.below(code)}
        labels = {label for theme in themes for label in theme.labels}
        segments = {segment for theme in themes for segment in theme.segments}

        def test(row: Said) -> bool:
            if row.segment in segments:
                return True
            return isinstance(row, CodedRow) and (row.code in codes or row.label in labels)

        return test

    def _values(self, name: str) -> Callable[[Said], Iterator[str]]:
        """What a row has in a field, in all the words that stand for it; `none` for nothing."""
        if "." in name:
            return self._attribute(*name.split(".", 1))
        getter = getattr(self, f"_{name}")

        def values(row: Said) -> Iterator[str]:
            found = [value for value in getter(row) if value]
            yield from found or (NONE,)

        return values

    def _attribute(self, owner: str, name: str) -> Callable[[Said], Iterator[str]]:
        folded = name.casefold()

        def values(row: Said) -> Iterator[str]:
            where = self.documents[row.document_id] if owner == "document" else None
            thing = where or self.cases.get(row.case_id or "")
            attributes = thing.attributes if thing else {}
            found = [str(v) for k, v in attributes.items() if k.casefold() == folded]
            yield from found or (NONE,)

        return values

    def _valence(self, row: Said) -> tuple[str | None, ...]:
        return (row.valence,) if isinstance(row, CodedRow) else ()

    def _label(self, row: Said) -> tuple[str | None, ...]:
        return (row.label,) if isinstance(row, CodedRow) else ()

    def _confidence(self, row: Said) -> tuple[str | None, ...]:
        return (row.confidence,) if isinstance(row, CodedRow) else ()

    def _standing(self, row: Said) -> tuple[str | None, ...]:
        return (row.standing,)

    def _coder(self, row: Said) -> tuple[str | None, ...]:
        return (row.coder,)

    def _case(self, row: Said) -> tuple[str | None, ...]:
        case = self.cases.get(row.case_id or "")
        return (case.id, case.name, *case.aliases) if case else ()

    def _document(self, row: Said) -> tuple[str | None, ...]:
        return (row.document_id, self.documents[row.document_id].name)

    def _language(self, row: Said) -> tuple[str | None, ...]:
        return (self.documents[row.document_id].language,)

    def _wave(self, row: Said) -> tuple[str | None, ...]:
        return (self.documents[row.document_id].wave,)

    def _group(self, row: Said) -> tuple[str | None, ...]:
        return self.documents[row.document_id].groups

    def _participant(self, row: Said) -> tuple[str | None, ...]:
        person = self.people.get(row.participant_id or "")
        return (person.id, person.name) if person else ()

    def _role(self, row: Said) -> tuple[str | None, ...]:
        person = self.people.get(row.participant_id or "")
        return (person.role,) if person else ()

    def _organisation(self, row: Said) -> tuple[str | None, ...]:
        person = self.people.get(row.participant_id or "")
        known = self.organisations.get(person.organisation_id or "") if person else None
        return (known.id, known.name) if known else ()


class _Beside:
    """Where the codings of one side lie, to be asked whether one lies beside a row of the other."""

    def __init__(
        self, query: Near, turns: Mapping[str, tuple[int, int]], rows: Iterable[CodedRow]
    ) -> None:
        self._query, self._turns = query, turns
        spans: dict[str, list[tuple[int, int]]] = {}
        for row in rows:
            spans.setdefault(row.document_id, []).append(self._span(row))
        self._spans = {document: sorted(found) for document, found in spans.items()}
        self._ends = {
            document: list(accumulate((end for _, end in found), max))
            for document, found in self._spans.items()
        }

    def has(self, row: Said, *, itself: bool) -> bool:
        """Whether one other than the row lies beside it; `itself` when the row is one of them."""
        spans = self._spans.get(row.document_id)
        if spans is None:
            return False
        start, end = self._span(row)
        if self._query.relation == SAME_PASSAGE:
            first = bisect_left(spans, (start, end))
            other = first + itself
            return other < len(spans) and spans[other] == (start, end)
        if self._query.relation == WITHIN:
            start, end = start - self._query.turns, end + self._query.turns
        last = bisect_left(spans, (end,))
        if itself:
            return sum(other[1] > start for other in spans[:last]) > 1
        return last > 0 and self._ends[row.document_id][last - 1] > start

    def _span(self, row: Said) -> tuple[int, int]:
        """Code points, or turns, half-open."""
        if self._query.relation in (SAME_PASSAGE, OVERLAPPING):
            return row.start, row.end
        first, last = self._turns.get(row.segment, (row.turn or 0, row.turn or 0))
        return first, last + 1


def _range(compare: str, value: str) -> tuple[float, float]:
    """The degrees that a value such as `3`, `2-4`, or `3` after `>=` stands for."""
    low, _, high = value.partition("-")
    if not low.isdecimal():
        return 1, 0
    first, last = int(low), int(high) if high.isdecimal() else int(low)
    return {
        "<": (float("-inf"), first - 1),
        "<=": (float("-inf"), first),
        ">": (first + 1, float("inf")),
        ">=": (first, float("inf")),
    }.get(compare, (first, last))
