"""The summary of a theme, for the whole project or for one case, as it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from qualcode.domain.people import Case, Theme
from qualcode.tui.fitting import one_line
from qualcode.tui.messages import attempt
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class SummaryPane(Vertical):
    """What was written is kept when it is left, and never replaced by other words before."""

    class Kept(Message):
        """It is in the project now; what was done, in words."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, project: Project) -> None:
        super().__init__(id="summary-pane")
        self._project = project
        self._target: tuple[str, str | None] | None = None
        self._stored = ""

    def compose(self) -> ComposeResult:
        """The page to write on."""
        yield TextArea(soft_wrap=True, show_line_numbers=False, compact=True)

    def on_mount(self) -> None:
        """No blinking in a quiet room."""
        self.area = self.query_one(TextArea)
        self.area.cursor_blink = False

    def show(self, theme: Theme, case: Case | None) -> None:
        """Show the summary of a theme, of a case where one is named.

        What is being written on the same one stays as it is.
        """
        target = (theme.id, case.id if case else None)
        if target == self._target and self.area.text != self._stored:
            return
        words = (theme.case_summaries.get(case.id) if case else theme.summary) or ""
        self._target, self._stored = target, words
        title = _("Summary · {case}", case=one_line(case.name)) if case else _("Summary")
        self.border_title = Text(title)
        if self.area.text != words:
            self.area.load_text(words)
            self.area.move_cursor(self.area.document.end)

    def keep(self) -> bool:
        """Keep what was written, where it differs; False when it could not be, which is shown."""
        if self._target is None or self.area.text == self._stored:
            return True
        theme, case = self._target
        words = self.area.text
        kept = attempt(
            self, lambda: self._project.themes.summary(theme, words.strip() or None, case)
        )
        if kept is None:
            return False
        self._stored = words
        self.post_message(self.Kept(_("Summary kept") if words.strip() else _("Summary cleared")))
        return True

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """It is left."""
        self.keep()
