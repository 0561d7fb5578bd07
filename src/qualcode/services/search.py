"""Finds words in the transcripts."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.domain.document import DocumentInfo
from qualcode.domain.search import Hit
from qualcode.errors import Invalid
from qualcode.services.documents import Documents
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import codings


@dataclass(frozen=True, slots=True)
class FindFilter:
    """Where to look; every field that is set narrows. Names or ids."""

    document: str | None = None
    case: str | None = None
    speaker: str | None = None
    code: str | None = None
    valence: str | None = None
    language: str | None = None
    limit: int | None = None
    context: int = 60


class Search:
    """Words in context."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents = Documents(session)

    def find(self, words: str, where: FindFilter | None = None) -> list[Hit]:
        """Passages with these words: a word form, a beginning (`samverk*`), or several in a row.

        Upper and lower case are alike; å, ä, ö, æ and ø are letters of their own.
        """
        from qualcode.text.concordance import around, find

        where = where or FindFilter()
        if not any(sign.isalnum() for sign in words):
            raise Invalid("There are no words to look for.", "For instance: qualcode find samverk*")
        hits: list[Hit] = []
        for info in self._where(where):
            transcript = self._documents.transcript(info.id)
            spans = self._coded(info, where)
            for span in find(transcript.text, words):
                turn = transcript.turn_at(span.start)
                if where.speaker and (turn is None or turn.speaker != where.speaker):
                    continue
                if spans is not None and not any(
                    start < span.end and span.start < end for start, end in spans
                ):
                    continue
                before, after = around(transcript.text, span, where.context)
                hits.append(
                    Hit(
                        document=info.name,
                        document_id=info.id,
                        case=info.case,
                        turn=turn.n if turn else None,
                        speaker=turn.speaker if turn else None,
                        start=span.start,
                        end=span.end,
                        quote=transcript.text[span.start : span.end],
                        before=before,
                        after=after,
                    )
                )
                if where.limit is not None and len(hits) >= where.limit:
                    return hits
        return hits

    def _where(self, where: FindFilter) -> list[DocumentInfo]:
        found = self._documents.list()
        if where.document:
            found = [self._documents.resolve(where.document)]
        if where.case:
            case_id = Cases(self._session).resolve(where.case).id
            found = [info for info in found if info.case_id == case_id]
        if where.language:
            found = [info for info in found if info.language == where.language]
        return found

    def _coded(self, info: DocumentInfo, where: FindFilter) -> list[tuple[int, int]] | None:
        if where.code is None and where.valence is None:
            return None
        book = self._session.book()
        codes = set(book.below(book.code(where.code).id)) if where.code else None
        return [
            (segment.start, segment.end)
            for segment in codings.segments(self._session.store, info.id)
            if any(
                (codes is None or coding.code in codes)
                and (where.valence is None or coding.valence == where.valence)
                for coding in segment.codings
            )
        ]
