"""How the codebook screen carries an operation out: asked, sure, done, said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qualcode.domain.revision import Operation
from qualcode.tui.dialogs.card import Confirm
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.messages import attempt
from qualcode.tui.screens import codebook_dialogs as asking
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.services.recoding import Outcome
    from qualcode.tui.screens.codebook import CodebookScreen

VERBS = {"merge": marked("merge"), "split": marked("split")}
"""What the keys of an operation that is asked about say, by its kind."""

Answered = Callable[[str | None], None]


class Acts:
    """Every act shows the codebook anew and can be undone; an error is shown, changing nothing."""

    def __init__(self, screen: CodebookScreen) -> None:
        self._screen = screen
        self._project = screen.project

    def sure(self, operation: Operation, lit: str) -> None:
        """Say what it would do to codings, and do it when the reader says so."""
        outcome = attempt(self._screen, lambda: self._project.revision.preview(operation))
        if outcome is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.do(operation, lit)

        question = f"{operation.words}\n\n{asking.preview_words(outcome)}"
        self._screen.app.push_screen(Confirm(question, _(VERBS[operation.kind])), answered)

    def ask(self, title: str, prompt: str, text: str, answered: Answered) -> None:
        """Ask for one line; `text` stands there already."""
        self._screen.app.push_screen(Ask(title, prompt, text), answered)

    def do(self, operation: Operation, lit: str | None, reason: str = "") -> None:
        """Carry an operation out as one act, light a code and say what was done."""
        done = attempt(self._screen, lambda: self._project.revision.do(operation, reason))
        self.told(done, lit)

    def told(self, outcome: Outcome | None, lit: str | None) -> None:
        """Show the codebook after an act; None stands for an act that failed."""
        if outcome is not None:
            self._screen.show_book(lit)
            self._screen.hints.say(asking.done_words(outcome))
