"""The steps of coding inside an act: checks, segments, codes on them, their extent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qualcode.domain.code_tree import check_takes
from qualcode.domain.coding import CodingDetails
from qualcode.domain.document import DocumentInfo
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import books, documents
from qualcode.storage import codings as stored
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

CONFIDENCES = ("low", "normal")
SEGMENT_FIELDS = ("standing", "memo", "case")
CODING_FIELDS = ("code", "valence", "confidence", "label")


class CodingSteps:
    """What several use cases do within the act that each of them is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._cases = Cases(session)

    def put(
        self, act: Act, info: DocumentInfo, span: Span, code: str, details: CodingDetails
    ) -> str:
        """Set a code on a passage; returns the coding's id."""
        self.check(code, details)
        return self.put_on(act, self.put_segment(act, info, span, details), code, details)

    def put_on(self, act: Act, segment: str, code: str, details: CodingDetails) -> str:
        """Set a code on a segment; returns the coding's id. Raises Conflict when it is there."""
        if stored.coding_on(act.store, segment, code, details.label) is not None:
            raise Conflict(
                sentence("This passage has the code {code} already.", code=code),
                sentence("Change it with `qualcode code set`."),
            )
        row = {
            "segment_id": segment,
            "code": code,
            "valence": details.valence,
            "confidence": details.confidence,
            "label": details.label,
            "codebook_id": books.current_id(act.store),
            "created": act.store.clock(),
        }
        return act.insert("codings", row)

    def put_segment(self, act: Act, info: DocumentInfo, span: Span, details: CodingDetails) -> str:
        """The coder's segment with that span, made when there is none; returns its id."""
        store = act.store
        self._session.check_text(info)
        place = _place(store, info.version, span)
        known = stored.segment_at(
            store, info.id, info.version, (span.start, span.end), act.coder_id
        )
        said = {
            "standing": details.standing,
            "memo": details.memo,
            "case_id": self._cases.resolve(details.case).id if details.case else None,
        }
        if known is not None:
            new = {name: value for name, value in said.items() if value is not None}
            if new:
                act.update("segments", known, new)
            act.detail["segment"] = known
            return known
        who = {
            "document_id": info.id,
            "version_id": info.version,
            "coder_id": act.coder_id,
            "created": store.clock(),
        }
        act.detail["segment"] = act.insert("segments", {**who, **place, **said})
        return str(act.detail["segment"])

    def move(self, act: Act, segment_id: str, span: Span) -> None:
        """Give a segment another extent; raises Conflict when another one has exactly that."""
        found = stored.place_of(act.store, segment_id)
        infos = documents.documents(act.store, found[0]) if found else []
        if found is None or not infos:
            raise NotFound(sentence("That passage is not there any more."))
        document, version = found
        act.detail["document"] = document
        self._session.check_text(replace(infos[0], version=version))
        place = _place(act.store, version, span)
        extent = (span.start, span.end)
        there = stored.segment_at(act.store, document, version, extent, act.coder_id)
        if there not in (None, segment_id):
            raise Conflict(sentence("Another passage of yours has exactly that extent."))
        act.update("segments", segment_id, place)

    def check(self, code: str, details: CodingDetails) -> None:
        """Raise unless the code and what is said with it can be taken."""
        said = {
            "code": code,
            "valence": details.valence,
            "standing": details.standing,
            "confidence": details.confidence,
        }
        self.check_changes({key: value for key, value in said.items() if value is not None})

    def check_changes(self, changes: Mapping[str, str | None]) -> None:
        """Raise unless these fields and values can be taken."""
        book = self._session.book()
        unknown = set(changes) - {*SEGMENT_FIELDS, *CODING_FIELDS}
        if unknown:
            raise Invalid(sentence("A coding has no {names}.", names=", ".join(sorted(unknown))))
        if "code" in changes:
            check_takes(book, book.code(changes["code"] or ""))
        for name in ("valence", "standing"):
            value = changes.get(name)
            if value is not None:
                book.scale(name).by_id(value)
        confidence = changes.get("confidence", "normal")
        if confidence not in CONFIDENCES:
            raise Invalid(
                sentence("'{confidence}' is no confidence.", confidence=confidence),
                sentence("Known: {names}.", names=", ".join(CONFIDENCES)),
            )


def check_own(session: Session, segments: Iterable[str]) -> None:
    """Raises Conflict where one of these segments (ids) is not of who acts.

    To be asked before the act: a slip in a name then enters nobody as a new coder.
    """
    ids = list(dict.fromkeys(segments))
    others = stored.made_by_others(session.store, ids, session.coder) if session.coder else []
    if not others:
        return
    if len(ids) == 1:
        said = sentence("The passage is {coder}'s.", coder=others[0])
    else:
        said = sentence("Among them are codings by {coders}.", coders=", ".join(others))
    if len(others) > 1:
        raise Conflict(said, sentence("Change each coder's by themselves, with --coder NAME."))
    raise Conflict(
        said,
        sentence(
            'Only who made it changes it. To act as {coder}: --coder "{coder}"', coder=others[0]
        ),
    )


def _place(store: Store, version_id: str, span: Span) -> dict[str, int | None]:
    """The columns that say where a segment lies; raises Invalid beyond the end of the text."""
    length = documents.length(store, version_id)
    if span.end > length:
        raise Invalid(
            sentence(
                "The passage {start}:{end} goes beyond the text.", start=span.start, end=span.end
            ),
            sentence("The text has {length} characters.", length=length),
        )
    return {
        "start": span.start,
        "stop": span.end,
        "turn": documents.turn_at(store, version_id, span.start),
        "last_turn": documents.turn_at(store, version_id, span.end - 1),
    }
