"""Taking passages elsewhere: to the clipboard, to a text file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qualcode.domain.coding import Coding
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.messages import attempt
from qualcode.tui.passages import number_of
from qualcode.tui.words import _

if TYPE_CHECKING:
    from textual.screen import Screen

    from qualcode.services.workspace import Project

Say = Callable[[str], None]


def copy(screen: Screen[None], project: Project, codings: Sequence[Coding], say: Say) -> None:
    """Copy the passages with who said them, and say who may not be quoted."""
    from qualcode.tui.quote_text import quotes_text, without_consent

    screen.app.copy_to_clipboard(quotes_text(project, codings))
    silent = without_consent(project, codings)
    words = _("Copied {passages} · Y writes them to a file", passages=number_of(codings))
    if silent:
        words += " · " + _("not to be quoted: {names}", names=", ".join(silent))
    say(words)


def to_file(screen: Screen[None], project: Project, codings: Sequence[Coding], say: Say) -> None:
    """Write the passages with who said them to a text file."""
    from qualcode.tui.quote_text import quotes_text, write_quotes

    start = str(project.path.with_name("quotes.txt"))

    def named(path: str | None) -> None:
        if path:
            text = quotes_text(project, codings)
            written = attempt(screen, lambda: write_quotes(path, text))
            if written is not None:
                say(_("{passages} in {file}", passages=number_of(codings), file=written))

    title = _("Write {passages} to", passages=number_of(codings))
    screen.app.push_screen(Ask(title, _("A file"), start), named)
