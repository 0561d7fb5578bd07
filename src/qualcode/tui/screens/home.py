"""Home: the cases, their documents, how far coding has come, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from qualcode.errors import NotFound, QualcodeError
from qualcode.tui.dialogs.card import Card
from qualcode.tui.dialogs.importing import ImportDialog, Target
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.left import SIGNS, findings, first_unread, place_of
from qualcode.tui.messages import PlaceAsked, attempt, report
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.screens.home_dialogs import case_picker, choose_codebook
from qualcode.tui.screens.welcome import Welcome
from qualcode.tui.widgets.case_table import (
    NO_CASE,
    CaseSum,
    CaseTable,
    DocumentTable,
    sums_of,
    told_of,
)
from qualcode.tui.widgets.column_list import HeadedList
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.words import _, counted, translated

if TYPE_CHECKING:
    from qualcode.services.checking import Finding
    from qualcode.services.workspace import Project
    from qualcode.tui.app import QualcodeApp

CASE = "home.case"
SAMPLE_FOLDER = "qualcode-demo"


class HomeScreen(QuickScreen[None]):
    """Where one begins: enter on a document opens it, on a line of what is left its place."""

    CSS_PATH: ClassVar = ["lists.tcss", "home.tcss"]
    BINDINGS = bindings_for("home")
    AUTO_FOCUS = "CaseTable"
    HELP_PLACES = ("home", "app")

    @dataclass
    class Checked(Message):
        """What a check of the project has found."""

        findings: Sequence[Finding]

    @dataclass
    class SampleBuilt(Message):
        """The sample is there; or the error that kept it from being."""

        path: Path | None
        error: QualcodeError | None = None

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.project, self.language = project, language
        self._sums: Sequence[CaseSum] = ()
        self._found: dict[str, Finding] = {}
        self._seen: int | None = None

    def compose(self) -> ComposeResult:
        """The sums, then cases, documents and what is left; or the first steps."""
        yield StatusLine(id="top")
        with Vertical(id="room"):
            yield HeadedList(CaseTable(empty=_("No cases yet: a makes one")), id="cases")
            documents = DocumentTable(empty=_("No documents: i imports some"))
            yield HeadedList(documents, id="documents")
            with Vertical(id="left-pane"):
                yield LineList(id="left", empty=_("Looking …"))
        yield Welcome(id="welcome")
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the project."""
        self.cases = self.query_one(CaseTable)
        self.documents = self.query_one(DocumentTable)
        self.left = self.query_one("#left", LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("home")
        self.query_one("#cases").border_title = _("Cases")
        self.query_one("#left-pane").border_title = _("What is left")
        self._show(self.project.remembered(CASE))

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        if self._seen is not None and self.project.codings.last_act() != self._seen:
            self._show()

    def keep_place(self) -> None:
        """Remember the case for the next time."""
        lit = self.cases.lit_id if self.is_mounted else None
        if lit is not None and lit != self.project.remembered(CASE):
            self.project.remember(CASE, lit)

    # showing

    def show_case(self, case: str) -> None:
        """Light a case by its id, and show its documents."""
        self._show(case)
        self.cases.focus()

    def _show(self, case: str | None = None) -> None:
        project = self.project
        self._seen = project.codings.last_act()
        progress = project.documents.progress()
        self._sums = sums_of(project.cases.list(), progress)
        empty = not progress and not self._sums
        self.set_class(empty, "-empty")
        self._tell()
        if empty:
            book = project.codebooks.current()
            codes = counted("{n} code", "{n} codes", len(book.codes))
            known = f"{book.title.get(self.language) or book.id}, {codes}"
            self.query_one(Welcome).show(project.title, known)
            self.query_one("#choices").focus()
            return
        if self.focused is None or self.focused.id == "choices":
            self.cases.focus()
        self.cases.show_cases(self._sums, case)
        self._show_documents()
        self._check()

    def _tell(self) -> None:
        coder = self.project.coder or _("no coder")
        told = told_of(self._sums)
        self.query_one("#top", StatusLine).show(self.project.title, *told, right=f"  {coder}")

    def _show_documents(self) -> None:
        lit = next((each for each in self._sums if each.id == self.cases.lit_id), None)
        pane = self.query_one("#documents", HeadedList)
        if lit is not None:
            self.documents.show_documents(lit.documents)
            pane.border_title = Text(_("Documents in {case}", case=one_line(lit.name)))

    @work(thread=True, exclusive=True, group="check")
    def _check(self) -> None:
        """Look the project over with a connection of its own: it can take a while."""
        from qualcode.services.workspace import open_project

        try:
            with open_project(self.project.path, read_only=True) as project:
                self.post_message(self.Checked(findings(project)))
        except QualcodeError:
            return

    @on(Checked)
    def _checked(self, event: Checked) -> None:
        self._found = {each.code: each for each in event.findings}
        entries = [
            Entry(each.code, translated(each.message), lead=f"{SIGNS[each.level]} ")
            for each in self._found.values()
        ]
        nothing = Entry("nothing", _("Nothing: every turn is coded or read."), heading=True)
        self.left.show(entries or [nothing])

    # going somewhere

    @on(LineList.Lit, "CaseTable")
    def _case_lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._show_documents()

    @on(LineList.Chosen, "CaseTable")
    def _case_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.documents.focus()

    @on(LineList.Chosen, "DocumentTable")
    def _document_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        start = attempt(self, lambda: first_unread(self.project, event.id)) or 0
        self.post_message(PlaceAsked(event.id, start, start))

    @on(LineList.Chosen, "#left")
    def _left_chosen(self, event: LineList.Chosen) -> None:
        """To the place of what is left; where there is no one place, what to do about it."""
        event.stop()
        finding = self._found[event.id]
        if finding.code == "no-case":
            self.cases.light(NO_CASE)
            self._show_documents()
            self.documents.focus()
            return
        place = attempt(self, lambda: place_of(self.project, finding.code))
        if place is not None:
            self.post_message(place.message())
        else:
            words = f"{translated(finding.message)}\n\n{translated(finding.hint)}".strip()
            self.app.push_screen(Card(_("What is left"), words))

    def action_open_lit(self) -> None:
        """What is lit in the list that has the focus."""
        if isinstance(self.focused, LineList):
            self.focused.action_choose()

    def action_go_back(self) -> None:
        """From the documents to the cases."""
        self.cases.focus()

    # acting

    def action_import_files(self) -> None:
        """Bring transcripts in."""
        lit = next((each.name for each in self._sums if each.id == self.cases.lit_id), "")
        cases = [case.name for case in self.project.cases.list()]
        case = lit if lit in cases else ""
        target = Target(self.project.path, self.project.coder, cases, case)

        def done(came: bool | None) -> None:
            self._show()

        self.app.push_screen(ImportDialog(target), done)

    def action_new_case(self) -> None:
        """Make a case by its name."""

        def named(name: str | None) -> None:
            made = attempt(self, lambda: self.project.cases.add(name)) if name else None
            if made is not None:
                self.hints.say(_("Case {name}", name=made.name))
                self._show(made.id)

        prompt = _("The name of an initiative or partnership")
        self.app.push_screen(Ask(_("A new case"), prompt), named)

    def action_file_document(self) -> None:
        """Put the lit document under another case."""
        document = self.documents.lit_id
        if document is None:
            raise NotFound(_("No document is chosen."))

        def chosen(case: str | None) -> None:
            if case is None:
                return
            if attempt(self, lambda: self.project.documents.set(document, {"case": case})):
                self._show(case)

        self.app.push_screen(case_picker(self.project), chosen)

    def action_choose_codebook(self) -> None:
        """Take another codebook."""

        def taken(words: str) -> None:
            self.hints.say(words)
            self._show()

        choose_codebook(self, self.project, taken)

    def action_try_sample(self) -> None:
        """Build the sample beside this project, or take the one that is there, and open it."""
        self.hints.say(_("Building the sample …"))
        self._build_sample(self.project.path.parent / SAMPLE_FOLDER)

    @work(thread=True, exclusive=True, group="sample")
    def _build_sample(self, folder: Path) -> None:
        from qualcode.services.demo import build

        try:
            self.post_message(self.SampleBuilt(build(folder)[0]))
        except QualcodeError as error:
            self.post_message(self.SampleBuilt(None, error))

    @on(SampleBuilt)
    def _sample_built(self, event: SampleBuilt) -> None:
        if event.error is not None or event.path is None:
            report(self.app, event.error or NotFound(_("There is no sample.")))
            return
        from qualcode.tui.project_change import change_project

        app = cast("QualcodeApp", self.app)
        app.run_worker(change_project(app, event.path), exclusive=True)
