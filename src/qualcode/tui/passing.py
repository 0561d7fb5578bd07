"""What there is to go to from here: coded turns, passages of a code, turns that are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.coding import CodingFilter
from qualcode.services.kept_places import Spot
from qualcode.tui.dialogs.place_list import Listed
from qualcode.tui.whose import shown_of

if TYPE_CHECKING:
    from qualcode.tui.desk import Desk

_WORDS_MOST = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a coding begins, and its id."""

    place: Spot
    item: str


def coded_starts(desk: Desk) -> list[int]:
    """Where the turns begin that a shown coding touches; in a text without turns, the codings."""
    transcript = desk.transcript
    if transcript is None:
        return []
    starts: set[int] = set()
    for segment in shown_of(desk):
        first = transcript.turn_at(segment.start)
        last = transcript.turn_at(segment.end - 1)
        if first is None or last is None:
            starts.add(segment.start)
        else:
            starts |= {turn.start for turn in transcript.turns[first.n - 1 : last.n]}
    return sorted(starts)


def same_code(desk: Desk, code: str, cursor: int, by: int) -> Passage | None:
    """The nearest passage of a code after the cursor, or before it; then in other documents."""
    info = desk.document
    if info is None:
        return None
    here = [
        Passage(Spot(info.id, segment.start), coding.id)
        for segment in shown_of(desk)
        for coding in segment.codings
        if coding.code == code and (segment.start - cursor) * by > 0
    ]
    if here:
        return min(here, key=lambda each: abs(each.place.offset - cursor))
    order = [each.id for each in desk.project.documents.list()]
    at = order.index(info.id) if info.id in order else 0
    me = desk.project.coder if desk.own_only else None
    wanted = CodingFilter(code=code, below=False, coder=me)
    others = [
        (order.index(coding.document_id), coding.start, coding.id)
        for coding in desk.project.codings.list(wanted)
        if coding.document_id in order and (order.index(coding.document_id) - at) * by > 0
    ]
    if not others:
        return None
    place, start, coding = min(others) if by > 0 else max(others)
    return Passage(Spot(order[place], start), coding)


def left_in(desk: Desk) -> list[Listed]:
    """The turns of the open document that are neither coded nor read."""
    transcript = desk.transcript
    if transcript is None:
        return []
    return [
        Listed(
            transcript.document.id,
            turn.start,
            turn.end,
            transcript.text[turn.start : turn.end][:_WORDS_MOST],
            lead=f"{turn.n:>4} {turn.speaker or ''} ",
        )
        for turn in transcript.turns
        if desk.states.get(turn.n) == "unread"
    ]
