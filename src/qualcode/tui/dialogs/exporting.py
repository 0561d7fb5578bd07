"""Writing a table to a file: where to, and is it sure where something lies already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from qualcode.errors import QualcodeError

if TYPE_CHECKING:
    from qualcode.domain.table import Table

ENDINGS = (".csv", ".xlsx", ".docx", ".md", ".html", ".json", ".txt")
_TEXT = {".txt": "text"}


class ExportDialog(ModalScreen[Path | None]):
    """Gives where the table was written, or None. Enter a second time replaces a file."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]
    AUTO_FOCUS = "Input"

    @dataclass
    class Written(Message):
        """The file is there; or the error that kept it from being."""

        path: Path
        error: QualcodeError | None = None

    def __init__(self, table: Table, project: Path, coder: str | None) -> None:
        super().__init__()
        self._table, self._project, self._coder = table, project, coder
        self._sure: Path | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """The line for the file."""
        start = self._project.with_name(f"{self._table.name}.xlsx")
        with Vertical(id="dialog"):
            yield Label("Write the table to a file", id="title")
            yield Input(str(start), compact=True)
            yield Static("", id="said", markup=False)
            yield Label(f"{'  '.join(ENDINGS)}  ·  enter writes · escape back", id="foot")

    @on(Input.Changed)
    def _changed(self) -> None:
        self._sure = None
        self._say("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        target = Path(event.value.strip()).expanduser()
        if self._writing:
            return
        if target.suffix.lower() not in ENDINGS:
            self._say(f"The ending says the kind of file: {', '.join(ENDINGS)}.")
        elif target.exists() and self._sure != target:
            self._sure = target
            self._say(f"{target.name} is there already. Enter again replaces it.")
        else:
            self._writing = True
            self._say("Writing …")
            self._write(target)

    @work(thread=True, exclusive=True, group="export")
    def _write(self, target: Path) -> None:
        """Write with a connection of its own: the keys of the cells are kept in the project."""
        from qualcode.services.workspace import open_project

        form = _TEXT.get(target.suffix.lower())
        try:
            with open_project(self._project, coder=self._coder) as project:
                project.reporting.write_table(self._table, target, form)
            self.post_message(self.Written(target))
        except QualcodeError as error:
            self.post_message(self.Written(target, error))

    @on(Written)
    def _written(self, event: Written) -> None:
        self._writing = False
        if event.error is None:
            self.dismiss(event.path)
        else:
            self._say(f"{event.error.message} {event.error.hint}".strip())

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Text(words))
