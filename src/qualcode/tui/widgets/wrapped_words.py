"""Words that wrap themselves: other ones are shown without laying anything else out anew."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.text import Text
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual, visualize

from qualcode.tui.widgets.measuring import measure


class WrappedWords(ScrollView):
    """A pane that scrolls over words, which are never markup.

    A `Static` in a pane that scrolls has the whole screen laid out at each change of its words.
    """

    WIDEST: ClassVar = 0
    """Cells of the longest line; 0 for as many as there are."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.words = Text()
        self._lines: list[Strip] = []
        self._below = Strip([])
        self._wrapped_in: Style | None = None

    def show_words(self, words: Text) -> None:
        """Show other words; what is in view stays at its line as far as there are so many."""
        if words != self.words or words.spans != self.words.spans:
            self.words = words
            self._wrap()

    def render(self) -> Text:
        """All the words."""
        return self.words

    def render_line(self, y: int) -> Strip:
        """One line of those in view."""
        place = y + self.scroll_offset.y
        return self._lines[place] if place < len(self._lines) else self._below

    def on_resize(self) -> None:
        """Other lines."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Another theme; not where the focus came or went."""
        super().notify_style_update()
        if self.visual_style != self._wrapped_in:
            self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        if not self.is_mounted or width < 1:
            return
        words = visualize(self, self.words, markup=False)
        cells = min(width, self.WIDEST or width)
        style = self._wrapped_in = self.visual_style
        lines = Visual.to_strips(self, words, cells, None, style, pad=True)
        ground = self.rich_style
        self._lines = [line.adjust_cell_length(width, ground) for line in lines]
        self._below = Strip.blank(width, ground)
        measure(self, len(self._lines))
        self.refresh()
