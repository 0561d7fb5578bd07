"""Words of informants in the codebook: examples and labels taken from passages, and their ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.domain.codebook import Code, Codebook, Taken
from qualcode.domain.quoted_words import QuotedWords, TakeExample, quoted_words, without_quoted
from qualcode.domain.quoting import shorten, tidy
from qualcode.domain.revision import Add
from qualcode.domain.spoken import without_spoken
from qualcode.errors import Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.codings import Codings
from qualcode.services.recoding import Outcome
from qualcode.services.revision import Revision
from qualcode.services.session import Session
from qualcode.services.versions import Versions
from qualcode.storage import documents, informants
from qualcode.storage.books import BookVersion

UNKNOWN = "unknown"
LONGEST_LABEL = 60
"""Code points of a label that is made of the words of a passage."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A text of a code that is somebody's words; `participant` is a pseudonym, or empty."""

    code: str
    field: str
    text: str
    source: Taken
    participant: str
    consent: str


class Quotations:
    """Takes examples from passages and knows which words of the codebook are whose."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> Sequence[Quotation]:
        """Every label and example of the codebook in force whose source is known."""
        book = self._session.book()
        found = list(quoted_words(book))
        people = informants.consents(self._session.store, (one.source.participant for one in found))
        return [
            Quotation(
                *(one.code, one.field, _text(book, one), one.source),
                *people.get(one.source.participant, ("", UNKNOWN)),
            )
            for one in found
        ]

    def take_example(
        self, code: str, coding_id: str, language: str | None = None, reason: str = ""
    ) -> Outcome:
        """Make the words of a coding's passage the code's example, as one act.

        The language is that of the document unless given. Raises Invalid when the informant has
        said no to being quoted; where that is unknown the example stays in the project on export.
        """
        coding = Codings(self._session).get(coding_id)
        said = informants.said_in(self._session.store, coding.id)
        if said is None:
            raise NotFound(sentence("There is no coding '{coding_id}'.", coding_id=coding_id))
        self._check(said.participant)
        at = language or said.language or self._first_language()
        source = Taken(coding.id, said.document, said.participant)
        operation = TakeExample(code, at, shorten(tidy(coding.quote)), source)
        return Revision(self._session).do(operation, reason)

    def name_code(
        self, code: str, coding_id: str, parent: str | None = None, reason: str = ""
    ) -> Code:
        """A new code called by the words of a coding's passage, which it remembers.

        Raises Invalid as `take_example`, and for words that are too many for a label.
        """
        coding = Codings(self._session).get(coding_id)
        said = informants.said_in(self._session.store, coding.id)
        assert said is not None
        self._check(said.participant)
        label = tidy(coding.quote)
        if len(label) > LONGEST_LABEL:
            raise Invalid(
                sentence(
                    "A label has at most {LONGEST_LABEL} characters; the passage has {number}.",
                    LONGEST_LABEL=LONGEST_LABEL,
                    number=len(label),
                ),
                sentence("Code fewer words, or give the code a label of its own."),
            )
        at = said.language or self._first_language()
        taken = {f"label.{at}": Taken(coding.id, said.document, said.participant)}
        made = Code(code, {at: label}, parent=parent, taken=taken)
        Revision(self._session).do(Add(made), reason)
        return self._session.book().code(made.id)

    def consent(self, coding_id: str) -> tuple[str, str]:
        """Whose words the passage of a coding is, and their consent to be quoted."""
        said = informants.said_in(self._session.store, coding_id)
        known = informants.consents(self._session.store, [said.participant] if said else [])
        return known.get(said.participant, ("", UNKNOWN)) if said else ("", UNKNOWN)

    def source_at(self, document_id: str, offset: int) -> Taken:
        """The source of words in a document's text, for a label that is made of them."""
        said = informants.said_at(self._session.store, document_id, offset)
        return Taken("", said.document, said.participant) if said else Taken()

    def of(
        self, *, participant: str | None = None, document: str | None = None
    ) -> Sequence[tuple[BookVersion, QuotedWords]]:
        """The words of a participant, or from a document, in any version of the codebook; by id.

        For withdrawing: what has to be erased, and in which version.
        """
        versions = Versions(self._session)
        return [
            (version, one)
            for version in versions.list()
            for one in quoted_words(versions.content(version))
            if participant in (None, one.source.participant)
            and document in (None, one.source.document)
        ]

    def for_others(self, *, with_quotes: bool) -> tuple[Codebook, Sequence[str]]:
        """The codebook as it may leave the project, and in words what stays at home.

        Without quotes all words of informants stay. With them only those stay whose informant has
        not said yes.
        """
        book, known = self._session.book(), self.list()
        if with_quotes:
            kept = {(q.code, q.field): q for q in known if q.consent != "yes"}
            shared = without_quoted(book, lambda one: (one.code, one.field) in kept)
            return shared, _withheld([*kept.values()])
        shared = at_home(book, documents.every_text(self._session.store))
        codes = [one.id for one, was in zip(shared.codes, book.codes, strict=True) if one != was]
        if not codes:
            return shared, []
        return shared, [
            sentence(
                "Labels and examples that are words of transcripts stay at home: {codes}. With "
                "--with-quotes they are written.",
                codes=", ".join(codes),
            )
        ]

    def _check(self, participant: str) -> None:
        found = informants.consents(self._session.store, [participant]).get(participant)
        if found is not None and found[1] == "no":
            raise Invalid(
                sentence("{value} has said no to being quoted.", value=found[0]),
                sentence("Take another passage, or write an example of your own."),
            )

    def _first_language(self) -> str:
        languages = self._session.settings["languages"]
        return str(languages[0]) if languages else "en"


def at_home(book: Codebook, texts: Sequence[str]) -> Codebook:
    """A codebook without any words of informants, as it is when it leaves a project."""
    return without_spoken(without_quoted(book, lambda one: True), texts)


def _withheld(quotations: Sequence[Quotation]) -> list[str]:
    if not quotations:
        return []
    codes = ", ".join(dict.fromkeys(one.code for one in quotations))
    names = ", ".join(sorted({one.participant for one in quotations if one.participant}))
    if not names:
        return [
            sentence(
                "Words of people who have not said yes to being quoted stay at home: {codes}. When "
                "they have: qualcode participant set NAME --consent yes",
                codes=codes,
            )
        ]
    return [
        sentence(
            "Words of people who have not said yes to being quoted ({names}) stay at home: "
            "{codes}. When they have: qualcode participant set NAME --consent yes",
            names=names,
            codes=codes,
        )
    ]


def _text(book: Codebook, one: QuotedWords) -> str:
    name, _, language = one.field.partition(".")
    return str(getattr(book.code(one.code), name, {}).get(language, ""))
