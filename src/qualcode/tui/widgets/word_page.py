"""A passage word by word, with those that are left out of a quote struck through."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from qualcode.domain.quote_wording import Replacement, Trimming, merged
from qualcode.text.wrap import Rows

_WORD = re.compile(r"\S+")
_LEAST = 10
_LEFT_OUT, _REPLACED = Style(strike=True, dim=True), Style(underline=True, italic=True)


class WordPage(Widget, can_focus=True):
    """A cursor on one word, or a selection of several; `trimming` is what was done so far."""

    ALLOW_SELECT = False

    class Changed(Message):
        """The trimming is another one."""

    def __init__(self, passage: str, trimming: Trimming) -> None:
        super().__init__()
        self.passage, self.trimming = passage, trimming
        self._words = [found.span() for found in _WORD.finditer(passage)] or [(0, len(passage))]
        self.at = 0
        self.since: int | None = None
        self._rows = Rows(passage, 80)

    # moving

    @property
    def chosen(self) -> tuple[int, int]:
        """The selected words, else the one under the cursor: code points, half-open."""
        first, last = sorted((self.at, self.at if self.since is None else self.since))
        return self._words[first][0], self._words[last][1]

    def step(self, by: int, *, extend: bool = False) -> None:
        """Some words on."""
        self._go(min(max(self.at + by, 0), len(self._words) - 1), extend=extend)

    def row(self, by: int, *, extend: bool = False) -> None:
        """To the word in the row below or above."""
        start = self._words[self.at][0]
        row = self._rows.row_of(start) + by
        if 0 <= row < len(self._rows):
            offset = self._rows.offset_at(row, self._rows.cell_of(start))
            self._go(self._word_at(offset), extend=extend)

    def end(self, by: int) -> None:
        """To the first or the last word."""
        self._go(0 if by < 0 else len(self._words) - 1)

    def mark(self) -> None:
        """Begin a selection, or end it."""
        self.since = self.at if self.since is None else None
        self.refresh()

    def _go(self, word: int, *, extend: bool = False) -> None:
        if extend and self.since is None:
            self.since = self.at
        self.at = word
        row = self._rows.row_of(self._words[word][0])
        self.refresh()
        if isinstance(self.parent, Widget):
            region = Region(0, row, self.size.width, 1)
            self.parent.scroll_to_region(region, animate=False)

    def _word_at(self, offset: int) -> int:
        found = [n for n, (start, _end) in enumerate(self._words) if start <= offset]
        return found[-1] if found else 0

    # what is done to the words

    def left_out(self, place: tuple[int, int]) -> bool:
        """Whether all of a place is left out already."""
        return any(start <= place[0] and place[1] <= end for start, end in self.trimming.cuts)

    def toggle(self) -> None:
        """Leave the chosen words out, or take them back in."""
        start, end = self.chosen
        cuts: Sequence[tuple[int, int]] = self.trimming.cuts
        if self.left_out((start, end)):
            cuts = [piece for cut in cuts for piece in _without(cut, (start, end))]
            self._done(cuts=tuple(cut for cut in cuts if self.passage[cut[0] : cut[1]].strip()))
        else:
            kept = tuple(r for r in self.trimming.replacements if r.end <= start or end <= r.start)
            self._done(cuts=self._joined([*cuts, (start, end)]), replacements=kept)

    def put(self, words: str) -> None:
        """Put other words in the place of the chosen ones; none takes them back."""
        start, end = self.chosen
        others = [r for r in self.trimming.replacements if r.end <= start or end <= r.start]
        cuts = [piece for cut in self.trimming.cuts for piece in _without(cut, (start, end))]
        if words:
            others.append(Replacement(start, end, words))
        self._done(cuts=self._joined(cuts), replacements=tuple(sorted(others, key=_start)))

    def put_here(self) -> str:
        """What stands in the place of the chosen words now."""
        here = [r for r in self.trimming.replacements if (r.start, r.end) == self.chosen]
        return here[0].text if here else ""

    def all_words(self) -> None:
        """Nothing left out, nothing replaced."""
        self._done(cuts=(), replacements=())

    def _joined(self, cuts: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Cuts with nothing but space between them are one."""
        found: list[tuple[int, int]] = []
        for start, end in merged(cuts):
            if found and not self.passage[found[-1][1] : start].strip():
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return tuple(cut for cut in found if self.passage[cut[0] : cut[1]].strip())

    def _done(
        self,
        cuts: tuple[tuple[int, int], ...],
        replacements: tuple[Replacement, ...] | None = None,
    ) -> None:
        kept = self.trimming.replacements if replacements is None else replacements
        self.trimming = Trimming(cuts, kept, self.trimming.corrections)
        self.since = None
        self.refresh()
        self.post_message(self.Changed())

    # showing

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the passage has at that width."""
        self._rows = Rows(self.passage, max(width, _LEAST))
        return len(self._rows)

    def render(self) -> Text:
        """The words; what is left out is struck through, what is replaced is underlined."""
        text = Text(self.passage, style="not bold", no_wrap=True)
        for start, end in self.trimming.cuts:
            text.stylize(_LEFT_OUT, start, end)
        for one in self.trimming.replacements:
            text.stylize(_REPLACED, one.start, one.end)
        start, end = self.chosen
        text.stylize("reverse", start, end)
        rows = [text[self._rows.starts[r] : self._rows.ends[r]] for r in range(len(self._rows))]
        return Text("\n").join(rows)

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to the word; twice leaves it out or takes it back in."""
        self.focus()
        row = min(max(event.y, 0), len(self._rows) - 1)
        self.since = None
        self._go(self._word_at(self._rows.offset_at(row, event.x)))
        if event.chain == 2:
            self.toggle()


def _without(cut: tuple[int, int], gone: tuple[int, int]) -> list[tuple[int, int]]:
    """What is left of a cut where some words come back."""
    pieces = [(cut[0], min(cut[1], gone[0])), (max(cut[0], gone[1]), cut[1])]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _start(one: Replacement) -> int:
    return one.start
