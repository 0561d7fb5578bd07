"""Writing to a file: where to, in which language, and is it sure where something lies already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from qualcode.errors import QualcodeError
from qualcode.tui.dialogs.field_labels import field_label
from qualcode.tui.messages import told
from qualcode.tui.widgets.one_of import OneOf
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.domain.table import Table
    from qualcode.services.workspace import Project

TABLE_ENDINGS = (".csv", ".xlsx", ".docx", ".md", ".html", ".json", ".txt")
REPORT_ENDINGS = (".docx", ".xlsx", ".html")
LANGUAGES = ("en", "sv", "da", "nb")
PROFILES = (marked("internal"), marked("client"), marked("public"))
_TEXT = {".txt": "text"}

Write = Callable[["Project", Path, Mapping[str, str]], object]
"""Writes the file with a project opened for it; given the choices that were made, by name."""


@dataclass(frozen=True, slots=True)
class Saving:
    """What is to be written: its words, the file proposed, the endings, what can be chosen.

    The choices by name, and their values, are what the file is written with; the screen shows both
    in its own language.
    """

    title: str
    start: Path
    endings: Sequence[str]
    write: Write
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)


class FileDialog(ModalScreen[Path | None]):
    """Gives where it was written, or None. Enter a second time replaces a file."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]
    AUTO_FOCUS = "Input"

    @dataclass
    class Written(Message):
        """The file is there; or the error that kept it from being."""

        path: Path
        error: QualcodeError | None = None

    def __init__(self, saving: Saving, project: Path, coder: str | None) -> None:
        super().__init__()
        self._saving, self._project, self._coder = saving, project, coder
        self._sure: Path | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """The line for the file, and a line for each choice."""
        names = {name: _(name) for name in self._saving.choices}
        with Vertical(id="dialog"):
            yield Label(self._saving.title, id="title", markup=False)
            yield Input(str(self._saving.start), compact=True)
            for name, values in self._saving.choices.items():
                with Horizontal(classes="field"):
                    yield field_label(names[name].capitalize(), list(names.values()))
                    yield OneOf(values, id=f"choice-{name}")
            yield Static("", id="said", markup=False)
            yield Label(self._keys(list(names.values())), id="foot", markup=False)

    def _keys(self, choices: Sequence[str]) -> str:
        endings = "  ".join(self._saving.endings)
        if not choices:
            return _("{endings}  ·  enter writes · escape back", endings=endings)
        return _(
            "{endings}  ·  tab {choices}  ·  enter writes · escape back",
            endings=endings,
            choices=", ".join(choices),
        )

    @on(Input.Changed)
    def _changed(self) -> None:
        self._sure = None
        self._say("")

    @on(OneOf.Entered)
    @on(Input.Submitted)
    def _submitted(self, event: Message) -> None:
        event.stop()
        target = Path(self.query_one(Input).value.strip()).expanduser()
        if self._writing:
            return
        if target.suffix.lower() not in self._saving.endings:
            known = ", ".join(self._saving.endings)
            self._say(_("The ending says the kind of file: {endings}.", endings=known))
        elif target.exists() and self._sure != target:
            self._sure = target
            self._say(_("{file} is there already. Enter again replaces it.", file=target.name))
        else:
            self._writing = True
            self._say(_("Writing …"))
            chosen = {
                name: self.query_one(f"#choice-{name}", OneOf).value
                for name in self._saving.choices
            }
            self._write(target, chosen)

    @work(thread=True, exclusive=True, group="export")
    def _write(self, target: Path, chosen: Mapping[str, str]) -> None:
        """Write with a connection of its own: the keys of the cells are kept in the project."""
        from qualcode.services.workspace import open_project

        try:
            with open_project(self._project, coder=self._coder) as project:
                self._saving.write(project, target, chosen)
            self.post_message(self.Written(target))
        except QualcodeError as error:
            self.post_message(self.Written(target, error))

    @on(Written)
    def _written(self, event: Written) -> None:
        self._writing = False
        if event.error is None:
            self.dismiss(event.path)
        else:
            self._say(told(event.error))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Text(words))


def table_saving(table: Table, project: Path) -> Saving:
    """A table, in the format that the ending says."""

    def write(opened: Project, target: Path, _chosen: Mapping[str, str]) -> object:
        form = _TEXT.get(target.suffix.lower())
        return opened.reporting.write_table(table, target, form)

    start = project.with_name(f"{table.name}.xlsx")
    return Saving(_("Write the table to a file"), start, TABLE_ENDINGS, write)


def report_saving(project: Path, language: str) -> Saving:
    """The report, in a language and for a circle of readers."""

    def write(opened: Project, target: Path, chosen: Mapping[str, str]) -> object:
        from qualcode.services.reporting import ReportRequest

        asked = ReportRequest(language=chosen["language"], profile=chosen["profile"])
        return opened.reporting.write(target, asked)

    languages = sorted(LANGUAGES, key=lambda one: one != language)
    return Saving(
        _("Write the report"),
        project.with_name(f"{project.stem}-report.docx"),
        REPORT_ENDINGS,
        write,
        {marked("language"): languages, marked("profile"): PROFILES},
    )


def ask_report(app: App[None], project: Project, language: str) -> None:
    """Ask where the report goes, write it and say where it is."""

    def written(path: Path | None) -> None:
        if path is not None:
            app.notify(str(path), title=_("Report written"), markup=False)

    saving = report_saving(project.path, language)
    app.push_screen(FileDialog(saving, project.path, project.coder), written)
