"""The screen of tables: every table in one view, and behind every number its quotes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from qualcode.domain.table import Counted
from qualcode.errors import NotFound, QualcodeError
from qualcode.tui.dialogs.card import Card
from qualcode.tui.dialogs.exporting import FileDialog, table_saving
from qualcode.tui.dialogs.writing import MemoEditor
from qualcode.tui.key_names import shown
from qualcode.tui.keymap import bindings_for
from qualcode.tui.looks import look_of
from qualcode.tui.messages import attempt, report
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.screens.table_making import (
    NAMES,
    Source,
    TableFailed,
    TableMade,
    listed,
    make_sheet,
)
from qualcode.tui.widgets.line_list import LineList, widest
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.matrix import Matrix
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.widgets.sheet import Sheet, cell_words
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.widgets.steady_words import SteadyWords
from qualcode.tui.words import _, counted, translated

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

TABLE = "tables.name"
_SHORT, _NAMES_LEAST, _NAMES_FRAME = 30, 26, 3


class TablesScreen(Screen[None]):
    """Tab goes from table to table; enter shows what lies behind a cell."""

    CSS_PATH: ClassVar = ["lists.tcss", "tables.tcss"]
    BINDINGS = bindings_for("tables")
    AUTO_FOCUS = "Matrix"
    HELP_PLACES = ("tables", "app")

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project, self.language = project, language
        self._sheets: dict[str, tuple[Sheet, tuple[int, int]]] = {}
        self._names: tuple[str, ...] = ()
        self.name_shown = ""

    def compose(self) -> ComposeResult:
        """The names, the table with its notes, and the quotes of a cell."""
        yield StatusLine(id="top")
        with Horizontal(id="room"):
            names = LineList(id="names")
            names.can_focus = False
            names.bright = True
            yield names
            with Vertical(id="table"):
                yield Matrix()
                yield SteadyWords(id="cell")
                with VerticalScroll(id="notes", can_focus=False):
                    yield Static(id="note-words", markup=False)
            with Vertical(id="behind"):
                yield StatusLine(id="behind-title")
                yield QuoteReader(self.project, self.look())
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the table that was shown last."""
        self.matrix = self.query_one(Matrix)
        self.reader = self.query_one(QuoteReader)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("tables")
        self.app.theme_changed_signal.subscribe(self, lambda _: self.reader.show_look(self.look()))
        self._names = self.project.tables.names()
        known = self.project.remembered(TABLE)
        first = known if known in self._names else self._names[0]
        names, entries = self.query_one("#names", LineList), listed(self._names)
        names.styles.width = max(_NAMES_LEAST, widest(entries) + _NAMES_FRAME)
        names.show(entries, first)
        self.show_table(first)

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.project.codebooks.current(), self.language, self.app.current_theme)

    def on_screen_resume(self) -> None:
        """Another screen may have changed what is counted."""
        if self.name_shown:
            self.show_table(self.name_shown)

    def keep_place(self) -> None:
        """Remember the table for the next time."""
        if self.name_shown and self.name_shown != self.project.remembered(TABLE):
            self.project.remember(TABLE, self.name_shown)

    def on_resize(self, event: events.Resize) -> None:
        """Fewer notes where the window is low."""
        self.set_class(event.size.height < _SHORT, "-short")

    # showing a table

    def show_table(self, name: str) -> None:
        """Show a table; one that is not made yet, or was made of an older state, is made first."""
        if name != self.name_shown:
            self._close_quotes()
        self.name_shown = name
        self.query_one("#names", LineList).light(name)
        kept = self._sheets.get(name)
        if kept is not None and kept[1] == self.project.changed():
            self._show(kept[0])
            return
        title = _(NAMES.get(name, name))
        if kept is None:
            self.query_one("#top", StatusLine).show(title, right=self._place())
            self.matrix.show_words(_("Counting: {table} …", table=title))
            # their places stay as they are: the table that comes is laid out once
            self.query_one(SteadyWords).show(Text(" "))
            self.query_one("#note-words", Static).update("", layout=False)
        source = Source(self.project.path, self.project.coder, self.language)
        self._make(name, source, self.project.changed())

    @work(thread=True, exclusive=True, group="tables")
    def _make(self, name: str, source: Source, seen: tuple[int, int]) -> None:
        try:
            self.post_message(TableMade(make_sheet(name, source), seen))
        except QualcodeError as error:
            self.post_message(TableFailed(error))

    @on(TableMade)
    def _made(self, event: TableMade) -> None:
        name = event.sheet.table.name
        self._sheets[name] = (event.sheet, event.seen)
        if name == self.name_shown:
            self._show(event.sheet)

    @on(TableFailed)
    def _failed(self, event: TableFailed) -> None:
        if self.matrix.sheet is None:
            self.matrix.show_words(translated(event.error.message))
        report(self.app, event.error)

    def _show(self, sheet: Sheet) -> None:
        self.matrix.show_sheet(sheet)
        table = sheet.table
        self.query_one("#top", StatusLine).show(table.title, right=self._place())
        lines = [line for line in (table.source, *table.notes) if line]
        self.query_one("#note-words", Static).update(Text("\n".join(lines)))
        self._tell_cell()

    def _place(self) -> str:
        at = self._names.index(self.name_shown) + 1 if self.name_shown in self._names else 0
        return _("table {n} of {all}", n=at, all=len(self._names))

    @on(Matrix.Lit)
    def _tell_cell(self) -> None:
        """Say in words what is lit."""
        text = Text()
        lit, sheet = self.matrix.lit, self.matrix.sheet
        if lit is not None and sheet is not None and lit[0].row is not None:
            row, column = lit[0].row, lit[1].column
            value = row.cells[column.key]
            text.append(f"{lit[0].label} × {column.label}: ", style="bold")
            text.append(cell_words(row, column, sheet.table) or _("empty"), style="not bold")
            if isinstance(value, Counted) and value.evidence:
                text.append(f"   {value.evidence}", style="dim")
        self.query_one(SteadyWords).show(text)

    # from table to table

    @on(LineList.Chosen, "#names")
    @on(LineList.Lit, "#names")
    def _named(self, event: LineList.Lit | LineList.Chosen) -> None:
        event.stop()
        self.show_table(event.id)

    def action_step_table(self, by: int) -> None:
        """The next or the previous table."""
        if self.name_shown in self._names:
            at = (self._names.index(self.name_shown) + by) % len(self._names)
            self.show_table(self._names[at])
            self.matrix.focus()

    def action_table(self, number: int) -> None:
        """The table with that number."""
        if number <= len(self._names):
            self.show_table(self._names[number - 1])
            self.matrix.focus()

    # what lies behind a cell

    @on(Matrix.Chosen)
    def _chosen(self) -> None:
        lit = self.matrix.lit
        if lit is None or lit[0].row is None:
            return
        row, column = lit[0].row, lit[1].column
        value = row.cells[column.key]
        if self.name_shown == "themes" and column.key == "summary":
            self.action_summary()
        elif self.name_shown == "quotes":
            self._show_quotes((row.key,), lit[0].label)
        elif isinstance(value, Counted) and value.codings:
            self._show_quotes(value.codings, f"{lit[0].label} × {column.label}")
        elif isinstance(value, str) and value:
            self.app.push_screen(Card(f"{lit[0].label} · {column.label}", self._full(value)))
        else:
            self.hints.say(_("Nothing lies behind this cell."))

    def _full(self, value: str) -> str:
        assert self.matrix.sheet is not None
        return self.matrix.sheet.table.labels.get(value, value)

    def _show_quotes(self, codings: tuple[str, ...], title: str) -> None:
        found = attempt(self, lambda: self.project.tables.quotes(codings))
        if found is None:
            return
        self.add_class("-behind")
        passages = len({(each.document_id, each.start, each.end) for each in found})
        words = counted("{n} passage", "{n} passages", passages)
        more = counted("{n} coding", "{n} codings", len(found))
        self.query_one("#behind-title", StatusLine).show(title, f"{words}, {more}")
        self.reader.show_quotes(found)
        self.reader.list.focus()
        keys = shown("enter"), shown("escape")
        self.hints.show([(keys[0], _("to the text")), (keys[1], _("back to the table"))])

    def _close_quotes(self) -> None:
        if self.has_class("-behind"):
            self.remove_class("-behind")
            self.matrix.focus()
            self.hints.show_for("tables")

    def action_back_to_table(self) -> None:
        """Put the quotes away."""
        self._close_quotes()

    # acting

    def action_choose_cell(self) -> None:
        """What lies behind the lit cell."""
        self.matrix.action_choose()

    def action_notes(self) -> None:
        """The notes of the table in full."""
        sheet = self.matrix.sheet
        if sheet is not None:
            lines = [line for line in (sheet.table.source, *sheet.table.notes) if line]
            self.app.push_screen(Card(sheet.table.title, "\n\n".join(lines)))

    def action_summary(self) -> None:
        """Write the summary of the lit theme, on the column of a case the one for that case."""
        lit = self.matrix.lit
        if self.name_shown != "themes" or lit is None or lit[0].row is None:
            raise NotFound(_("A summary belongs to a theme."), _("See the table of themes."))
        theme = self.project.themes.resolve(lit[0].row.key)
        names = {case.id: case.name for case in self.project.cases.list()}
        case = lit[1].column.key if lit[1].column.key in names else None
        title, words = _("Summary of {theme}", theme=theme.name), theme.summary
        if case is not None:
            title = _("{theme} in {case}", theme=theme.name, case=names[case])
            words = theme.case_summaries.get(case)

        def written(text: str | None) -> None:
            if text is not None:
                kept = text.strip() or None
                if attempt(self, lambda: self.project.themes.summary(theme.id, kept, case)):
                    self.hints.say(_("Summary kept") if kept else _("Summary cleared"))
                    self.show_table("themes")

        self.app.push_screen(MemoEditor(title, words or ""), written)

    def action_export(self) -> None:
        """Write what is seen to a file, of the kind that its ending names."""
        sheet = self.matrix.sheet
        if sheet is None:
            raise NotFound(_("There is no table yet."))

        def written(path: Path | None) -> None:
            if path is not None:
                self.hints.say(_("Written: {path}", path=path))

        saving = table_saving(sheet.table, self.project.path)
        dialog = FileDialog(saving, self.project.path, self.project.coder)
        self.app.push_screen(dialog, written)
