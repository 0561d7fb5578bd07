"""A passage where it was said: the question, the words before, the turn, the words after."""

from __future__ import annotations

from rich.text import Text

from qualcode.domain.coding import Coding
from qualcode.domain.document import Transcript, Turn
from qualcode.tui.fitting import one_line
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_list import code_words, signs_of
from qualcode.tui.widgets.wrapped_words import WrappedWords
from qualcode.tui.words import _

_NEIGHBOUR = 240
_BEFORE_PASSAGE = 400


def turns_around(transcript: Transcript, start: int) -> tuple[list[Turn], list[Turn]]:
    """The turns to be shown before and after the turn at an offset.

    Before: the one just before, and the interviewer's question when it lies farther back.
    """
    turns = transcript.turns
    here = transcript.turn_at(start)
    if here is None:
        return [], list(turns[:1])
    place = turns.index(here)
    before = list(turns[max(0, place - 1) : place])
    if before and not before[0].interviewer and not here.interviewer:
        asked = next((turn for turn in reversed(turns[: place - 1]) if turn.interviewer), None)
        before = [asked, *before] if asked is not None else before
    return before, list(turns[place + 1 : place + 2])


def context_of(coding: Coding, transcript: Transcript, look: Look) -> Text:
    """The passage between its neighbours, itself underlined; no word of it is markup."""
    turn_words = _("turn {n}", n=coding.turn) if coding.turn else None
    where = [coding.case, coding.document, turn_words]
    text = Text(" › ".join(one_line(part) for part in where if part), style="bold")
    said = "  ".join(part for part in (code_words(coding, look), signs_of(coding)) if part)
    text.append(f"   {one_line(said)} · {coding.coder}\n", style="not bold")
    if coding.memo:
        text.append(f"* {coding.memo}\n", style="not bold italic")
    before, after = turns_around(transcript, coding.start)
    for turn in before:
        _neighbour(text, turn, transcript.text, end=turn.interviewer is False)
    here = transcript.turn_at(coding.start)
    start = min(here.start, coding.start) if here else coding.start
    stop = max(here.end, coding.end) if here else coding.end
    _speaker(text, here)
    lead = transcript.text[start : coding.start]
    if len(lead) > _BEFORE_PASSAGE:
        lead = f"… {lead[-_BEFORE_PASSAGE:].partition(' ')[2]}"
    text.append(lead, style="not bold")
    text.append(transcript.text[coding.start : coding.end], style="bold underline")
    text.append(f"{transcript.text[coding.end : stop]}\n", style="not bold")
    for turn in after:
        _neighbour(text, turn, transcript.text, end=False)
    return text


def _speaker(text: Text, turn: Turn | None) -> None:
    if turn is not None and turn.speaker:
        text.append(f"{one_line(turn.speaker)}  ", style="not bold dim")


def _neighbour(text: Text, turn: Turn, words: str, *, end: bool) -> None:
    """A turn beside the passage's own, shortened; `end` keeps how it ends."""
    _speaker(text, turn)
    said = words[turn.start : turn.end].replace("\n", " ")
    if len(said) > _NEIGHBOUR:
        if end:
            said = f"… {said[-_NEIGHBOUR:].partition(' ')[2]}"
        else:
            said = f"{said[:_NEIGHBOUR].rpartition(' ')[0]} …"
    style = "not bold italic dim" if turn.interviewer else "not bold dim"
    text.append(f"{said}\n", style=style)


class QuoteContext(WrappedWords, can_focus=False):
    """The pane with the passage in its context."""

    def show_context(self, words: Text | None) -> None:
        """Show other words, from their beginning."""
        self.show_words(words if words is not None else Text())
        self.scroll_to(y=0, animate=False, immediate=True)
