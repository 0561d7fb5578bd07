"""Acts upon one passage and on what codes there are, each with words for what was done.

Errors are `QualcodeError` and leave the desk as it was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.domain.coding import CodingDetails, Segment
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.services.new_codes import NewCode
from qualcode.services.passages import JOINABLE_GAP
from qualcode.text import motion
from qualcode.text.boundaries import Boundaries
from qualcode.tui.desk import Desk, Done
from qualcode.tui.widgets.marks import Item
from qualcode.tui.words import _, counted

EMERGENT = "emergent"
_NEAR = 20
"""Words on either side that are enough to find the next one."""
LABEL_MOST = 60
"""Code points of a label that is made of the words of a passage."""


@dataclass(frozen=True, slots=True)
class Step:
    """Which end of a passage is moved, by what, and whether on (1) or back (-1)."""

    side: Literal["start", "end"]
    unit: Literal["word", "sentence"]
    by: int


def stretch(desk: Desk, item: Item, bounds: Boundaries, step: Step) -> Done:
    """Move one end of a passage by a word or sentence.

    Raises Invalid where nothing would be left of it or the text ends.
    """
    span = item.segment.span
    at = span.end if step.side == "end" else span.start
    places = _ends(bounds, step.unit, at) if step.side == "end" else bounds.around(step.unit, at)
    ahead = bisect_right(places, at) if step.by > 0 else bisect_left(places, at) - 1
    if not 0 <= ahead < len(places):
        raise Invalid(_("The text ends there."))
    start, end = (span.start, places[ahead]) if step.side == "end" else (places[ahead], span.end)
    if start >= end:
        raise Invalid(_("Nothing would be left of the passage."), _("x takes the coding off."))
    desk.project.passages.extend(item.segment.id, Span(start, end))
    desk.renew()
    number = len(bounds.text[start:end].split())
    if end - start > len(span):
        words = counted("Passage longer: {n} word", "Passage longer: {n} words", number)
    else:
        words = counted("Passage shorter: {n} word", "Passage shorter: {n} words", number)
    return Done(words, item.id)


def split(desk: Desk, item: Item, offset: int) -> Done:
    """Cut a passage in two before the word at an offset."""
    desk.project.passages.split(item.segment.id, offset)
    desk.renew()
    return Done(_("Passage cut in two"), item.id)


def join(desk: Desk, item: Item) -> Done:
    """Make one passage of this one and the coder's own that touch or overlap it.

    Only those with the very same codes: a code must not come to hold words that nobody gave it to.
    Raises NotFound where there is none.
    """
    me, here, text = desk.project.coder, item.segment, _text(desk)
    codes = _codes_of(here)
    names = ", ".join(dict.fromkeys(desk.name(code) for code, label in sorted(codes)))
    touching = [
        other
        for other in desk.segments
        if other.coder == me and other.id != here.id and _touch(text, here.span, other.span)
    ]
    same = [other.id for other in touching if _codes_of(other) == codes]
    if touching and not same:
        raise NotFound(
            _("What touches this passage has other codes."), _("Only the same codes are joined.")
        )
    if not same:
        raise NotFound(_("No passage of yours touches this one."), _("e moves its ends."))
    kept = desk.project.passages.join([here.id, *same])
    desk.renew()
    joined = [each for each in desk.held.items if each.segment.id == kept]
    first = next((each for each in joined if each.code == item.code), joined[0])
    number = len(same) + 1
    if not names:
        return Done(counted("{n} passage joined", "{n} passages joined", number), first.id)
    words = counted(
        "{n} passage joined: {codes}", "{n} passages joined: {codes}", number, codes=names
    )
    return Done(words, first.id)


def given(desk: Desk, code: str, span: Span) -> Done:
    """Give a passage a code that is in use; raises Conflict for another, else as `apply` does."""
    _check_in_use(desk, code)
    return desk.apply(code, span)


def _check_in_use(desk: Desk, code: str) -> None:
    known = desk.book.by_id.get(code)
    if known is None or desk.book.in_use(known):
        return
    hint = _("Enter shows the codes in use.")
    if known.retired:
        said = _("{code} was retired: nothing new is coded with it.", code=desk.name(code))
    else:
        said = _("{code} belongs to an extension that is off.", code=desk.name(code))
    raise Conflict(said, hint)


def repeat(desk: Desk, span: Span) -> Done:
    """Code a passage as the last one was: code, valence and standing."""
    last = desk.project.passages.last_coding()
    _check_in_use(desk, last.code)
    for item in desk.held.at(span):
        same = item.coding is not None and (item.code, item.coding.label) == (last.code, last.label)
        if same and item.segment.coder == desk.project.coder:
            return Done(_("{code} is there already", code=desk.name(last.code)), item.id)
    made = desk.project.passages.repeat(desk.open_id, span)
    desk.renew()
    return Done(_("Coded {code} as the last one", code=desk.name(made.code)), made.id)


def confidence(desk: Desk, item: Item) -> Done:
    """Mark a coding as unsure, or as sure again."""
    if item.coding is None:
        raise Conflict(_("This passage has no code."), _("How sure one is belongs to a code."))
    new = "normal" if item.coding.confidence == "low" else "low"
    desk.project.codings.set_many([item.coding.id], {"confidence": new})
    desk.renew()
    code = desk.name(item.coding.code)
    if new == "low":
        return Done(_("{code}: confidence low", code=code), item.id)
    return Done(_("{code}: confidence normal", code=code), item.id)


def labelled(desk: Desk, span: Span, label: str) -> Done:
    """Give a passage the code for what has no code yet, with words of one's own."""
    code = emergent_of(desk)
    (made,) = desk.project.codings.put(desk.open_id, span, [code], CodingDetails(label=label))
    desk.renew()
    return Done(_("Coded {code}: {label}", code=desk.name(code), label=label), made)


def coded_newly(desk: Desk, span: Span, label: str, parent: str) -> Done:
    """Make a code below another and give it to a passage, as one act."""
    wanted = NewCode(label, desk.language, parent, _("made while coding"))
    (made,) = desk.project.codings.put(desk.open_id, span, [wanted])
    desk.renew()
    return Done(_("Coded {code}", code=desk.name(desk.project.codings.get(made).code)), made)


def hot_key(desk: Desk, key: str, code: str) -> Done:
    """Let a key stand for a code in this project."""
    desk.project.hotkeys.set(key, code)
    desk.renew()
    return Done(_("Key {key}: {code}", key=key, code=desk.name(code)))


def emergent_of(desk: Desk) -> str:
    """The id of the code for what has no code yet; raises NotFound where there is none."""
    for code in desk.book.codes:
        if EMERGENT in (code.kind, code.id) and desk.book.takes(code):
            return code.id
    raise NotFound(
        _("The codebook has no code for emergent labels."), _("Make a new code under another.")
    )


def _ends(bounds: Boundaries, unit: Literal["word", "sentence"], at: int) -> Sequence[int]:
    """Where words near an offset end, with the signs after them, or where sentences do."""
    text, starts = bounds.text, bounds.around(unit, at)
    place = bisect_left(starts, at)
    near = starts[max(0, place - _NEAR) : place + _NEAR]
    if unit == "word":
        words = [motion.unit_at(bounds, start, "word") for start in near]
        return sorted({_after_signs(text, word.end) for word in words if word})
    return [
        start + len(text[start : motion.forward(bounds, start, "sentence")].rstrip())
        for start in near
    ]


def _after_signs(text: str, end: int) -> int:
    """Where the signs end that stand between the end of a word and the next white space or word."""
    while end < len(text) and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return end


def _codes_of(segment: Segment) -> set[tuple[str, str]]:
    """The codes of a passage, each with its own words where it has any."""
    return {(coding.code, coding.label or "") for coding in segment.codings}


def _touch(text: str, one: Span, other: Span) -> bool:
    """Whether two passages overlap, or have only white space between them."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= JOINABLE_GAP and not between.strip()


def _text(desk: Desk) -> str:
    return desk.transcript.text if desk.transcript else ""
