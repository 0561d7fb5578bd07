"""The command palette as it is asked here: enter waits for what fits the words typed."""

from __future__ import annotations

from functools import partial

from rich.text import Text
from textual import events, on
from textual.command import CommandList, CommandPalette
from textual.widgets import Input
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from qualcode.tui.words import _


class ByName(CommandPalette):
    """Everything by name.

    What is listed follows the typing a moment later. Enter within that moment takes the first of
    what fits, not what stood there before.
    """

    def __init__(self, prompt: str) -> None:
        super().__init__(placeholder=prompt, id="--command-palette")
        self._wanted = False
        self._early: list[str] = []

    def on_mount(self) -> None:
        """What was typed before the line was there."""
        self.call_after_refresh(self._type, "".join(self._early))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Choose, or wait until it is known what fits."""
        if any(worker.node is self and not worker.is_finished for worker in self.workers):
            self._wanted = True
            event.stop()
            event.prevent_default()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """All that fits is listed."""
        if event.state is WorkerState.SUCCESS and self._wanted:
            self._wanted = False
            self.call_after_refresh(self._select_or_command)

    def take(self, event: events.Key) -> bool:
        """A key that was pressed before the line had the focus; whether it belongs here."""
        if not event.character or not event.is_printable:
            return False
        if self.is_mounted:
            self._type(event.character)
        else:
            self._early.append(event.character)
        return True

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # the library would say it in English
        self._stop_no_matches_countdown()
        say = partial(self._nothing_fits, search_value)
        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say)

    def _nothing_fits(self, searched: str) -> None:
        if searched:
            words = Text(_("Nothing fits"), style="not bold", justify="center")
            self.query_one(CommandList).add_option(
                Option(words, id=self._NO_MATCHES, disabled=True)
            )
        self._list_visible = bool(searched)

    def _type(self, words: str) -> None:
        if words and self.is_attached:
            self.query_one(Input).insert_text_at_cursor(words)
