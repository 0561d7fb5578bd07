"""What there is to go to from here: coded turns, passages of a code, turns that are left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.coding import CodingFilter
from qualcode.domain.document import Transcript
from qualcode.services.kept_places import Spot
from qualcode.text.cells import width
from qualcode.tui.dialogs.place_list import Listed
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.whose import shown_of
from qualcode.tui.words import _, spoken_words

if TYPE_CHECKING:
    from qualcode.tui.desk import Desk

_WORDS_MOST = 200
_FIRST = 24
"""Cells of the words that a kept place is known by."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a coding begins, and its id."""

    place: Spot
    item: str


def in_words(desk: Desk, spots: Mapping[str, Spot]) -> dict[str, str]:
    """Places under letters so that one knows them again: document, turn, the words there."""
    texts: dict[str, Transcript] = {}
    found = {}
    for letter, spot in spots.items():
        transcript = desk.transcript
        if transcript is None or transcript.document.id != spot.document:
            if spot.document not in texts:
                texts[spot.document] = desk.project.documents.transcript(spot.document)
            transcript = texts[spot.document]
        turn = transcript.turn_at(spot.offset)
        where = [transcript.document.name, _("turn {n}", n=turn.n) if turn else ""]
        words = one_line(transcript.text[spot.offset : spot.offset + _WORDS_MOST]).strip()
        where.append(spoken_words(words if width(words) <= _FIRST else fitted(words, _FIRST)))
        found[letter] = " ".join(part for part in where if part)
    return found


def coded_starts(desk: Desk) -> list[int]:
    """For each turn that a shown coding touches, where the first coding in it begins, so that one
    lands on a coding; in a text without turns, where each coding begins."""
    transcript = desk.transcript
    if transcript is None:
        return []
    starts: dict[int, int] = {}
    for segment in shown_of(desk):
        first = transcript.turn_at(segment.start)
        last = transcript.turn_at(segment.end - 1)
        if first is None or last is None:
            starts[segment.start] = segment.start
        else:
            for turn in transcript.turns[first.n - 1 : last.n]:
                starts.setdefault(turn.n, max(turn.start, segment.start))
    return sorted(starts.values())


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
