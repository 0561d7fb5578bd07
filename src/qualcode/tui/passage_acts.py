"""Acts upon one passage and on what codes there are, each with words for what was done.

Errors are `QualcodeError` and leave the desk as it was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.domain.codebook import Code
from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.text.boundaries import Boundaries
from qualcode.tui.desk import Desk, Done
from qualcode.tui.matching import folded
from qualcode.tui.widgets.marks import Item

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
    places = _ends(bounds, step.unit, at) if step.side == "end" else _starts(bounds, step.unit)
    ahead = bisect_right(places, at) if step.by > 0 else bisect_left(places, at) - 1
    if not 0 <= ahead < len(places):
        raise Invalid("The text ends there.")
    start, end = (span.start, places[ahead]) if step.side == "end" else (places[ahead], span.end)
    if start >= end:
        raise Invalid("Nothing would be left of the passage.", "X takes the coding off.")
    desk.project.passages.extend(item.segment.id, Span(start, end))
    desk.renew()
    word = "longer" if end - start > len(span) else "shorter"
    return Done(f"Passage {word}: {len(bounds.text[start:end].split())} words", item.id)


def split(desk: Desk, item: Item, offset: int) -> Done:
    """Cut a passage in two before the word at an offset."""
    desk.project.passages.split(item.segment.id, offset)
    desk.renew()
    return Done("Passage cut in two", item.id)


def join(desk: Desk, item: Item) -> Done:
    """Make one passage of this one and the coder's own that touch or overlap it."""
    me, span, text = desk.project.coder, item.segment.span, _text(desk)
    ids = [item.segment.id]
    for other in desk.segments:
        if other.coder != me or other.id == item.segment.id:
            continue
        between = text[min(span.end, other.end) : max(span.start, other.start)]
        if len(between) <= 2 and not between.strip():
            ids.append(other.id)
    if len(ids) < 2:
        raise NotFound("No passage of yours touches this one.", "E moves its ends.")
    kept = desk.project.passages.join(ids)
    desk.renew()
    first = next(each for each in desk.held.items if each.segment.id == kept)
    return Done(f"{len(ids)} passages joined", first.id)


def repeat(desk: Desk, span: Span) -> Done:
    """Code a passage as the last one was: code, valence and standing."""
    made = desk.project.passages.repeat(desk.open_id, span)
    desk.renew()
    return Done(f"Coded {desk.name(made.code)} as the last one", made.id)


def confidence(desk: Desk, item: Item) -> Done:
    """Mark a coding as unsure, or as sure again."""
    if item.coding is None:
        raise Conflict("This passage has no code.", "How sure one is belongs to a code.")
    new = "normal" if item.coding.confidence == "low" else "low"
    desk.project.codings.set_many([item.coding.id], {"confidence": new})
    desk.renew()
    return Done(f"{desk.name(item.coding.code)}: confidence {new}", item.id)


def labelled(desk: Desk, span: Span, label: str) -> Done:
    """Give a passage the code for what has no code yet, with words of one's own."""
    code = emergent_of(desk)
    made = desk.project.codings.add(desk.open_id, span, code, CodingDetails(label=label))
    desk.renew()
    return Done(f"Coded {desk.name(code)}: {label}", made.id)


def coded_newly(desk: Desk, span: Span, label: str, parent: str) -> Done:
    """Make a code below another and give it to a passage: two acts."""
    return desk.apply(new_code(desk, label, parent), span)


def hot_key(desk: Desk, key: str, code: str) -> Done:
    """Let a key stand for a code in this project."""
    desk.project.hotkeys.set(key, code)
    desk.renew()
    return Done(f"Key {key}: {desk.name(code)}")


def emergent_of(desk: Desk) -> str:
    """The id of the code for what has no code yet; raises NotFound where there is none."""
    for code in desk.book.codes:
        if EMERGENT in (code.kind, code.id) and code.assignable and not code.retired:
            return code.id
    raise NotFound(
        "The codebook has no code for emergent labels.", "Make a new code under another."
    )


def new_code(desk: Desk, label: str, parent: str) -> str:
    """Make a code below another in the reader's language; returns its id."""
    above = desk.book.code(parent)
    words = "".join(sign if sign.isalnum() else " " for sign in folded(label)).split()
    stem = f"{above.id}-{'-'.join(words[:5]) or 'new'}"
    known, name, n = desk.book.by_id, stem, 2
    while name in known:
        name, n = f"{stem}-{n}", n + 1
    made = Code(name, {desk.language: label}, parent=above.id)
    desk.project.codebooks.add_code(made, "made while coding")
    return made.id


def _starts(bounds: Boundaries, unit: str) -> Sequence[int]:
    return bounds.words if unit == "word" else bounds.sentences


def _ends(bounds: Boundaries, unit: str, at: int) -> Sequence[int]:
    """Where words near an offset end, with the signs after them, or where sentences do."""
    text = bounds.text
    if unit == "word":
        place = bisect_left(bounds.word_ends, at)
        near = bounds.word_ends[max(0, place - _NEAR) : place + _NEAR]
        return sorted({end + _signs_after(text, end) for end in near})
    starts = bounds.sentences
    return [
        start + len(text[start:after].rstrip())
        for start, after in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def _signs_after(text: str, end: int) -> int:
    """How many signs stand between the end of a word and the next white space or word."""
    after = end
    while after < len(text) and not text[after].isspace() and not text[after].isalnum():
        after += 1
    return after - end


def _text(desk: Desk) -> str:
    return desk.transcript.text if desk.transcript else ""
