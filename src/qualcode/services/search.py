"""Finds words in the transcripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Literal

from qualcode.domain.search import Hit
from qualcode.domain.span import Span
from qualcode.errors import Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.documents import Documents
from qualcode.services.people import Cases
from qualcode.services.queries import Queries
from qualcode.services.session import Session
from qualcode.storage import codings, searched
from qualcode.storage import documents as stored
from qualcode.storage.searched import SearchedText
from qualcode.text.lemmas import has_lemmas

if TYPE_CHECKING:
    from qualcode.services.word_layers import Progress, WordLayers
    from qualcode.text.concordance import Concordance

By = Literal["form", "lemma"]
MOST = 5000
"""How many places are found in one document while somebody types."""


@dataclass(frozen=True, slots=True)
class FindFilter:
    """Where to look; every field that is set narrows. Names or ids.

    `by` says what the words must share with what is found: their form or their lemma. `query`
    narrows to the passages that it means.
    """

    document: str | None = None
    case: str | None = None
    speaker: str | None = None
    code: str | None = None
    valence: str | None = None
    language: str | None = None
    limit: int | None = None
    context: int = 60
    by: By = "form"
    query: str = ""


@dataclass(frozen=True, slots=True)
class _Ready:
    """The text that was searched last, made ready to be searched again."""

    version: str
    text: str
    concordance: Concordance


class Search:
    """Words in context."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents = Documents(session)
        self._last: _Ready | None = None

    def find(
        self, words: str, where: FindFilter | None = None, progress: Progress | None = None
    ) -> list[Hit]:
        """Passages with these words: a form or lemma, a beginning (`samverk*`), several in a row.

        Upper and lower case are alike; å, ä, ö, æ and ø are letters of their own. By lemma, texts
        are worked through when they are first searched, and `progress` is told how many are done,
        of how many, and the name of the next one; the documents of `by_form_only` are searched by
        form. Raises Invalid when there is no word.
        """
        where = where or FindFilter()
        _check(words, where.by)
        texts = self._where(where)
        passages = self._meant(where.query) if where.query else None
        if where.by == "lemma":
            self._layers.prepare(_with_lemmas(texts), progress)
        with self._session.store.reading():
            hits = (
                hit
                for text, content, spans in self._found(words, texts, where.by)
                for hit in self._hits(text, content, _inside(spans, passages, text), where)
            )
            return list(islice(hits, where.limit))

    def hits(self, document_id: str, words: str, by: By = "form", most: int = MOST) -> list[Span]:
        """The first places in one document, in order; quick enough to be asked at every key.

        By lemma the first time takes about a second for a megabyte. The text is held until another
        one is searched. Raises NotFound, and Invalid when there is no word.
        """
        _check(words, by)
        texts = searched.texts(self._session.store, document_id)
        if not texts:
            raise NotFound(sentence("That document is not there any more."))
        ready = self._ready(texts[0].version)
        if by == "lemma" and _with_lemmas(texts):
            self._layers.prepare(texts)
            with self._session.store.reading():
                return self._layers.matches(texts, words).spans(texts[0], ready.text)[:most]
        return list(islice(ready.concordance.find(words), most))

    def by_form_only(self, where: FindFilter) -> list[str]:
        """The names of the documents that are not searched by lemma, for want of a language."""
        return [text.name for text in self._where(where) if not has_lemmas(text.language)]

    @cached_property
    def _layers(self) -> WordLayers:
        from qualcode.services.word_layers import WordLayers

        return WordLayers(self._session.store)

    def _ready(self, version: str) -> _Ready:
        from qualcode.text.concordance import Concordance

        if self._last is None or self._last.version != version:
            text = self._content(version)
            self._last = _Ready(version, text, Concordance(text))
        return self._last

    def _found(
        self, words: str, texts: list[SearchedText], by: By
    ) -> Iterator[tuple[SearchedText, str, Iterable[Span]]]:
        """The texts in which the words may stand, with their content, and where they do."""
        from qualcode.text.concordance import find

        lemmas = _with_lemmas(texts) if by == "lemma" else []
        matches = self._layers.matches(lemmas, words) if lemmas else None
        for text in texts:
            if matches is None or not has_lemmas(text.language):
                content = self._content(text.version)
                yield text, content, find(content, words)
            elif matches.may_be_in(text):
                content = self._content(text.version)
                yield text, content, matches.spans(text, content)

    def _content(self, version: str) -> str:
        return stored.texts_of(self._session.store, {version})[version]

    def _hits(
        self, text: SearchedText, content: str, spans: Iterable[Span], where: FindFilter
    ) -> Iterator[Hit]:
        from qualcode.text.concordance import around

        speaking, coded = None, None
        for span in spans:
            if speaking is None:
                speaking = searched.speaking(self._session.store, text)
                coded = self._coded(text, where)
            turn, speaker = speaking.at(span.start)
            if where.speaker and speaker != where.speaker:
                continue
            if coded is not None and not any(span.overlaps(passage) for passage in coded):
                continue
            before, after = around(content, span, where.context)
            yield Hit(
                document=text.name,
                document_id=text.document_id,
                case=text.case,
                turn=turn,
                speaker=speaker,
                start=span.start,
                end=span.end,
                quote=content[span.start : span.end],
                before=before,
                after=after,
            )

    def _where(self, where: FindFilter) -> list[SearchedText]:
        document = self._documents.resolve(where.document).id if where.document else None
        found = searched.texts(self._session.store, document)
        if where.case:
            case_id = Cases(self._session).resolve(where.case).id
            found = [text for text in found if text.case_id == case_id]
        if where.language:
            found = [text for text in found if text.language == where.language]
        return found

    def passages(self, where: FindFilter) -> list[Hit]:
        """The passages that the query of `where` means, each once, with what is said around them.

        Raises Invalid when there is no query.
        """
        meant = self._meant(where.query)
        with self._session.store.reading():
            hits = (
                hit
                for text in self._where(where)
                if text.document_id in meant
                for hit in self._hits(
                    text, self._content(text.version), meant[text.document_id], where
                )
            )
            return list(islice(hits, where.limit))

    def _meant(self, query: str) -> dict[str, list[Span]]:
        """The spans that a query means, by document, in order."""
        found: dict[str, dict[Span, None]] = {}
        for coding in Queries(self._session).codings(query):
            found.setdefault(coding.document_id, {})[Span(coding.start, coding.end)] = None
        return {document: list(spans) for document, spans in found.items()}

    def _coded(self, text: SearchedText, where: FindFilter) -> list[Span] | None:
        """The passages to which the search is narrowed, or None."""
        if where.code is None and where.valence is None:
            return None
        book = self._session.book()
        codes = set(book.below(book.code(where.code).id)) if where.code else None
        return [
            Span(segment.start, segment.end)
            for segment in codings.segments(self._session.store, text.document_id)
            if any(
                (codes is None or coding.code in codes)
                and (where.valence is None or coding.valence == where.valence)
                for coding in segment.codings
            )
        ]


def _inside(
    spans: Iterable[Span], passages: dict[str, list[Span]] | None, text: SearchedText
) -> Iterable[Span]:
    """Those that lie in the passages of their text; all where no passages are asked for."""
    if passages is None:
        return spans
    wanted = passages.get(text.document_id, [])
    return (span for span in spans if any(span.overlaps(passage) for passage in wanted))


def _with_lemmas(texts: Iterable[SearchedText]) -> list[SearchedText]:
    """The texts in a language that has lemmas."""
    return [text for text in texts if has_lemmas(text.language)]


def _check(words: str, by: By) -> None:
    if not any(sign.isalnum() for sign in words):
        raise Invalid(
            sentence("There are no words to look for."),
            sentence("For instance: qualcode find samverk*"),
        )
    if by not in ("form", "lemma"):
        raise Invalid(
            sentence("'{by}' is no way to find words.", by=by), sentence("Known: form, lemma.")
        )
