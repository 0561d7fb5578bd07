"""Bringing transcripts in: where they lie, for which case, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Label, Static
from textual.worker import get_current_worker

from qualcode.errors import BadFile, QualcodeError
from qualcode.tui.dialogs.form import Form
from qualcode.tui.messages import told
from qualcode.tui.words import _, counted, translated

if TYPE_CHECKING:
    from qualcode.services.imports import ImportOptions, ImportOutcome

_BAR = 30
_SIGNS = {"imported": "+", "already-there": "=", "failed": "✗"}


@dataclass(frozen=True, slots=True)
class Target:
    """The project that transcripts come into; a worker opens it for itself."""

    project: Path
    coder: str | None
    cases: Sequence[str]
    case: str = ""


class _Stopped(Exception):
    """The reader does not want to wait."""


def paths_of(words: str) -> list[Path]:
    """The files and folders meant by a path or a pattern; raises BadFile where there is none."""
    asked = words.strip().strip("\"'")
    path = Path(asked).expanduser()
    if path.exists():
        return [path]
    fixed = Path(*takewhile(lambda part: not any(sign in part for sign in "*?["), path.parts))
    pattern = str(path.relative_to(fixed))
    files = sorted(each for each in fixed.glob(pattern) if each.is_file()) if pattern != "." else []
    if not files:
        raise BadFile(
            _("There is nothing at {path}.", path=asked),
            _("Name a file, a folder, or a pattern: talks/*.docx."),
        )
    return files


class PathSuggester(Suggester):
    """Finishes the name of a file or folder that was begun."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first name that begins so."""
        path = Path(value).expanduser()
        folder, begun = (path, "") if value.endswith("/") else (path.parent, path.name)
        if not value or (not begun and not value.endswith("/")):
            return None
        try:
            names = sorted(each for each in folder.iterdir() if each.name.startswith(begun))
        except OSError:
            return None
        shown = [each for each in names if begun.startswith(".") or each.name[0] != "."]
        if not shown:
            return None
        rest = shown[0].name[len(begun) :]
        return f"{value}{rest}{'/' if shown[0].is_dir() else ''}"


class ImportDialog(Form[bool]):
    """Asks, works and reports in one window; gives whether anything came in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]
    AUTO_FOCUS = "#path"

    @dataclass
    class Going(Message):
        """So many files are done."""

        done: int
        files: int
        name: str

        def can_replace(self, message: Message) -> bool:
            """Only how far it is now matters."""
            return isinstance(message, ImportDialog.Going)

    @dataclass
    class Ended(Message):
        """All is done, or nothing more will be."""

        outcomes: Sequence[ImportOutcome]
        error: QualcodeError | None = None
        stopped: bool = False

    def __init__(self, target: Target) -> None:
        super().__init__()
        self._target = target
        self.about = "import"
        self._came = False
        self._state = "asking"

    def compose(self) -> ComposeResult:
        """Two lines to fill in, and room for what becomes of it."""
        with Vertical(id="dialog"):
            yield Label(_("Import transcripts"), id="title", markup=False)
            what = _("File, folder or pattern  (txt, md, docx, vtt, srt)")
            yield Label(what, classes="field", markup=False)
            yield Input(
                placeholder=_("~/interviews  or  talks/*.docx"),
                suggester=PathSuggester(),
                compact=True,
                id="path",
            )
            case = _("Case  (a new name makes a new case)")
            yield Label(case, classes="field", markup=False)
            yield Input(
                self._target.case,
                placeholder=_("empty: no case yet"),
                suggester=SuggestFromList(self._target.cases, case_sensitive=False),
                compact=True,
                id="case",
                max_length=200,
            )
            yield Static("", id="going", markup=False)
            with VerticalScroll(id="account"):
                yield Static("", id="outcomes", markup=False)
            keys = _("→ finishes · tab next · enter imports · esc back")
            yield Label(keys, id="foot", markup=False)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        where = self.query_one("#path", Input)
        if self._state == "working":
            return
        if not where.value.strip():
            where.focus()
            return
        try:
            paths = paths_of(where.value)
        except QualcodeError as error:
            self._say(told(error))
            return
        from qualcode.services.imports import ImportOptions

        self._state = "working"
        self._foot(_("escape stops; what came in stays in"))
        case = " ".join(self.query_one("#case", Input).value.split())
        self._bring(paths, ImportOptions(case=case or None))

    @work(thread=True, exclusive=True, group="import")
    def _bring(self, paths: Sequence[Path], options: ImportOptions) -> None:
        """Import with a connection of its own; tells of every file."""
        from qualcode.services.workspace import open_project

        worker = get_current_worker()

        def going(done: int, files: int, name: str) -> None:
            if worker.is_cancelled:
                raise _Stopped
            self.post_message(self.Going(done, files, name))

        try:
            with open_project(self._target.project, coder=self._target.coder) as project:
                outcomes = project.imports.files(paths, options, going)
            self.post_message(self.Ended(outcomes))
        except _Stopped:
            self.post_message(self.Ended((), stopped=True))
        except QualcodeError as error:
            self.post_message(self.Ended((), error))

    @on(Going)
    def _going(self, event: Going) -> None:
        filled = _BAR * event.done // max(1, event.files)
        bar = "█" * filled + "·" * (_BAR - filled)
        done = _("{n} of {all}", n=event.done, all=event.files)
        self._say(f"{bar}  {done}  {event.name}")

    @on(Ended)
    def _ended(self, event: Ended) -> None:
        self._came = (
            self._came or event.stopped or any(each.status == "imported" for each in event.outcomes)
        )
        self._state = "asking"
        if event.error is not None:
            self._say(told(event.error))
        elif event.stopped:
            self._say(_("Stopped. What came in before stays in."))
        else:
            self._say(summary_of(event.outcomes))
            self.query_one("#outcomes", Static).update(account_of(event.outcomes))
            self.add_class("-told")
            self.query_one("#account", VerticalScroll).scroll_home(animate=False)
        if self._came and not event.error:
            self._state = "done"
            self.query_one("#account", VerticalScroll).focus()
        self._foot(_("escape closes") if self._came else _("enter tries again · escape closes"))

    def action_leave(self) -> None:
        """Stop what is going on; else go back."""
        if self._state == "working":
            self.workers.cancel_group(self, "import")
        else:
            self.dismiss(self._came)

    def _say(self, words: str) -> None:
        self.query_one("#going", Static).update(Text(words))

    def _foot(self, words: str) -> None:
        self.query_one("#foot", Label).update(words)


def summary_of(outcomes: Sequence[ImportOutcome]) -> str:
    """How many came in, were there already, and failed."""
    counts = [sum(each.status == status for each in outcomes) for status in _SIGNS]
    words = [counted("{n} imported", "{n} imported", counts[0])]
    if counts[1]:
        words.append(counted("{n} there already", "{n} there already", counts[1]))
    if counts[2]:
        words.append(counted("{n} failed", "{n} failed", counts[2]))
    return " · ".join(words)


def account_of(outcomes: Sequence[ImportOutcome]) -> Text:
    """A line for every file, the failed ones first, each with its reason."""
    order = {"failed": 0, "imported": 1, "already-there": 2}
    text = Text()
    for each in sorted(outcomes, key=lambda each: order[each.status]):
        name = Path(each.path).name
        text.append(f"{_SIGNS[each.status]} {name}", style="bold" if each.error else "not bold")
        if each.error is not None:
            wrong = f"{translated(each.error)} {translated(each.hint or '')}".rstrip()
            text.append(f"\n    {wrong}", style="not bold")
        elif each.status == "already-there":
            text.append("  " + _("there already as {name}", name=each.name), style="dim")
        else:
            text.append(f"  {_told(each)}", style="dim")
        for warning in each.warnings:
            text.append(f"\n    {translated(warning)}", style="italic")
        text.append("\n")
    return text


def _told(of: ImportOutcome) -> str:
    """How much came in, in which language, and who asked."""
    askers = ", ".join(of.interviewers)
    told = [
        counted("{n} word", "{n} words", of.words),
        counted("{n} turn", "{n} turns", of.turns),
        of.language or _("language unknown"),
        _("asked by {names}", names=askers) if askers else "",
    ]
    return " · ".join(part for part in told if part)
