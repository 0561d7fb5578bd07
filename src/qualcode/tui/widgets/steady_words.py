"""Words in a place that is as high as they need: it is laid out anew only for another height."""

from __future__ import annotations

from typing import Any

from rich.text import Text
from textual.widgets import Static


class SteadyWords(Static):
    """Words that are never markup; the layout of a whole screen takes longer than they do."""

    def __init__(self, **named: Any) -> None:
        super().__init__(markup=False, **named)
        self._words = Text()

    def show(self, words: Text) -> None:
        """Show other words."""
        if words == self._words and words.spans == self._words.spans:
            return
        before, self._words = self._height(), words
        self.update(words, layout=False)
        self.clear_cached_dimensions()
        if self._height() != before:
            self.refresh(layout=True)

    def _height(self) -> int:
        """Lines that the words need."""
        width = self.content_size.width
        return self.get_content_height(self.container_size, self.app.size, width)
