"""The summary of a cell as it is being written, with its state above and its ratings below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from qualcode.domain.framework import CellView, Place
from qualcode.tui.messages import attempt
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class CellSummary(Vertical):
    """What was written is kept when it is left, and never replaced by other words before."""

    class Kept(Message):
        """It is in the project now; what was done, in words."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, project: Project) -> None:
        super().__init__(id="summary-pane")
        self._project = project
        self._place: Place | None = None
        self._stored = ""
        self._told: tuple[Sequence[str], Sequence[str]] = ((), ())

    def compose(self) -> ComposeResult:
        """State, page, ratings."""
        yield Static(id="cell-state", markup=False)
        prompt = _("What the passages say, in your words")
        yield TextArea(soft_wrap=True, show_line_numbers=False, compact=True, placeholder=prompt)
        yield Static(id="cell-ratings", markup=False)

    def on_mount(self) -> None:
        """No blinking in a quiet room; nothing to type where nothing can be kept."""
        self.area = self.query_one(TextArea)
        self.area.cursor_blink = False
        self.area.read_only = self._project.read_only

    def show(self, view: CellView, title: str) -> None:
        """Show the summary of a cell. Words that are not kept yet stay as they are."""
        if self.unsaved:
            return
        place = view.state.place
        words = (view.written.summary if view.written else None) or ""
        self._place, self._stored = place, words
        self.border_title = Text(title)
        if self.area.text.strip() != words.strip():
            self._put(words)

    def tell(self, state: Sequence[str], ratings: Sequence[str]) -> None:
        """The lines above and below."""
        if (state, ratings) == self._told:
            return
        self._told = (state, ratings)
        text = Text()
        for at, line in enumerate(state):
            text.append(line if not at else f"\n{line}", style="not bold" if at else "bold")
        self.query_one("#cell-state", Static).update(text)
        below = self.query_one("#cell-ratings", Static)
        below.update(Text("\n".join(ratings)))
        below.display = bool(ratings)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._place is not None and self.area.text.strip() != self._stored.strip()

    def keep(self) -> bool:
        """Keep what was written, where it differs; False when it could not be, which is shown.

        Words that somebody else wrote there meanwhile stay, above one's own.
        """
        place = self._place
        if place is None or not self.unsaved:
            return True
        kept = attempt(self, lambda: self._write(place))
        if kept is None:
            return False
        self.post_message(self.Kept(kept))
        return True

    def _write(self, place: Place) -> str:
        framework, words = self._project.framework, self.area.text
        cell = framework.cell(place).written
        theirs = (cell.summary if cell else None) or ""
        joined = bool(theirs) and theirs not in (self._stored.strip(), words.strip())
        if joined:
            words = f"{theirs}\n\n{words}".rstrip()
        framework.write(place, words.strip() or None)
        self._stored = self.area.text
        if joined:
            self._stored = words
            self._put(words)
            return _("Somebody wrote here meanwhile: their words stand above yours")
        return _("Summary kept") if words.strip() else _("Summary cleared")

    def _put(self, words: str) -> None:
        self.area.load_text(words)
        self.area.move_cursor(self.area.document.end)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """It is left."""
        self.keep()
