"""The screen of quotes: passages across cases, asked for in one line, with what was said around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from qualcode.domain.coding import Coding
from qualcode.errors import NotFound, QualcodeError
from qualcode.tui import gathering, quote_taking, quoting
from qualcode.tui.dialogs.writing import MemoEditor
from qualcode.tui.keymap import bindings_for
from qualcode.tui.later import MOMENT, Later
from qualcode.tui.looks import look_of
from qualcode.tui.messages import attempt, told
from qualcode.tui.passages import Passages, number_of
from qualcode.tui.query_builder import build
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.quote_query import Completion, completions, read, vocabulary, with_field
from qualcode.tui.screens.quote_dialogs import code_picker
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.query_line import QueryLine
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

QUERY = "quotes.query"


class QuotesScreen(QuickScreen[None]):
    """Acts go to the marked passages, else to the lit one; only the coder's own are changed."""

    CSS_PATH: ClassVar = ["lists.tcss", "quotes.tcss"]
    BINDINGS = bindings_for("quotes")
    AUTO_FOCUS = "QuoteList"
    HELP_PLACES = ("quotes", "app")

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.project, self.language = project, language
        self._seen: int | None = None
        self._telling = Later(self, MOMENT, self._tell)
        self._wanted: str | None = None

    def compose(self) -> ComposeResult:
        """Counts, the line, the passages, the keys."""
        yield StatusLine(id="top")
        yield QueryLine(self._complete)
        yield QuoteReader(self.project, self.look(), markable=True)
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Ask what was asked last time, or for what the screen was opened."""
        self.query_line = self.query_one(QueryLine)
        self.reader = self.query_one(QuoteReader)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("quotes")
        self.app.theme_changed_signal.subscribe(self, lambda _: self.reader.show_look(self.look()))
        self._known = vocabulary(self.project, self.language)
        line = self._wanted if self._wanted is not None else self.project.remembered(QUERY)
        self.query_line.put(line or "")

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.project.codebooks.current(), self.language, self.app.current_theme)

    def show_code(self, code: str) -> None:
        """All passages of a code and those below it."""
        self._ask_for(with_field("", "code", code))

    def show_query(self, line: str) -> None:
        """All passages that a line asks for."""
        self._ask_for(line)

    def _ask_for(self, line: str) -> None:
        self._wanted = line
        if self.is_mounted:
            self.query_line.put(line)
            self.reader.list.focus()

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        if self._seen is not None and self.project.codings.last_act() != self._seen:
            self._known = vocabulary(self.project, self.language)
            self._show(typing=False)

    def keep_place(self) -> None:
        """Remember the query for the next time."""
        line = self.query_line.value.strip() if self.is_mounted else ""
        if self._seen is not None and line != (self.project.remembered(QUERY) or ""):
            self.project.remember(QUERY, line)

    # asking

    def _complete(self, line: str) -> Sequence[Completion]:
        return completions(line, self._known)

    @on(QueryLine.Asked)
    def _asked(self, event: QueryLine.Asked) -> None:
        self._show(typing=event.typing)

    def _show(self, *, typing: bool, lit: str | None = None) -> None:
        """Show what the line asks for; while typing, an error waits for enter."""
        try:
            asked = read(self.query_line.value, self.project, typing=typing)
            found = self.project.followed.read(asked.query)
        except QualcodeError as error:
            if not typing:
                self.hints.say(told(error))
            return
        first, self._seen = self._seen is None, self.project.codings.last_act()
        fitting = [one for one in found if asked.fits(one)] if asked.words else found
        self.reader.show_quotes(fitting, lit)
        if first:
            self._tell()
        else:
            self._telling.ask()

    def _tell(self) -> None:
        """How many are shown, of how many there are."""
        codings = self.reader.list.codings.values()
        passages = len({(each.document_id, each.start, each.end) for each in codings})
        cases = len({each.case_id for each in codings if each.case_id})
        documents = len({each.document_id for each in codings})
        all_cases = len(self.project.cases.list())
        marked = len(self.reader.list.marked)
        right = self.project.coder or _("no coder")
        if marked:
            right = counted("{n} marked", "{n} marked", marked)
        self.query_one("#top", StatusLine).show(
            _("Quotes"),
            _("{n} of {all} codings", n=len(codings), all=len(self.project.followed.all)),
            counted("{n} passage", "{n} passages", passages),
            _("{n} of {all} cases", n=cases, all=all_cases),
            counted("{n} document", "{n} documents", documents),
            right=f"  {right}",
        )

    # finding

    def action_edit_query(self) -> None:
        """Go to the line."""
        self.query_one(Input).focus()

    def action_ask_code(self) -> None:
        """Choose the code whose passages are wanted."""

        def chosen(code: str | None) -> None:
            if code is not None:
                self._ask_for(with_field(self.query_line.value, "code", code))

        title = _("Passages of a code and those below it")
        picker = code_picker(self.project, self.look(), title, self.language, gathering=True)
        self.app.push_screen(picker, chosen)

    def action_build_query(self) -> None:
        """Choose what the line asks for instead of typing it."""
        build(self, self.query_line.value, self._known, self._ask_for)

    def action_all_quotes(self) -> None:
        """Ask for all passages again."""
        self._ask_for("")

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.reader.list.marked.clear()
        self._refresh()

    def action_open_place(self) -> None:
        """The lit passage in its transcript."""
        self.reader.list.action_choose()

    # acting

    def action_mark_quote(self) -> None:
        """Mark the lit passage and go on to the next."""
        coding = self.reader.list.lit_coding
        if coding is not None:
            self.reader.list.toggle_mark(coding.id)
            self.reader.list.action_step(1)
            self._telling.ask()

    def action_mark_all(self) -> None:
        """Mark all that are shown, or none when all are marked."""
        codings = self.reader.list.codings
        self.reader.list.marked ^= set(codings) - self.reader.list.marked or set(codings)
        self._refresh()

    def action_revalue(self, value: str) -> None:
        """Set the valence; where all have it already it is cleared."""
        self._act(lambda: self._chosen().own().value(value, self.language))

    def action_recode(self) -> None:
        """Give the passages another code in place of theirs."""
        chosen, look = self._chosen().own(), self.look()

        def picked(code: str | None) -> None:
            if code is not None:
                self._act(lambda: chosen.recode(code, look.names[code]))

        title = _("Recode {passages}", passages=number_of(chosen.codings))
        self.app.push_screen(code_picker(self.project, look, title, self.language), picked)

    def action_gather(self) -> None:
        """Put the passages, their codes or their own words under a theme or a finding."""
        offers = gathering.offers_among(self._chosen().codings, self.look().names)
        gathering.ask(self, self.project, offers, self._done)

    def action_quote_memo(self) -> None:
        """Write on the memo of the lit passage."""
        coding = self._lit()
        passage = Passages(self.project, [coding]).own()

        def written(words: str | None) -> None:
            if words is not None:
                self._act(lambda: passage.memo(words))

        self.app.push_screen(MemoEditor(_("Memo on the passage"), coding.memo or ""), written)

    def action_copy_quotes(self) -> None:
        """Copy the passages with who said them."""
        quote_taking.copy(self, self.project, self._chosen().codings, self.hints.say)

    def action_file_quotes(self) -> None:
        """Write the passages to a text file."""
        quote_taking.to_file(self, self.project, self._chosen().codings, self.hints.say)

    def action_choose_quote(self) -> None:
        """Choose the passages as quotes for a finding, a theme or the report."""
        quoting.ask_owner(self, self.project, self._chosen().codings, self._done)

    def action_chosen_quotes(self) -> None:
        """All chosen quotes, and what is done to their words."""
        quoting.curate(self, self.project, None, self._refresh)

    def action_undo(self) -> None:
        """Take back the last act."""
        self.hints.say(take_back(self.project, self.language))
        self._refresh()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.hints.say(do_again(self.project, self.language))
        self._refresh()

    def _act(self, act: Callable[[], str]) -> None:
        """Do it, say it, show what is there now; an error is shown and changes nothing."""
        words = attempt(self, act)
        if words is not None:
            self._done(words)

    def _done(self, words: str) -> None:
        self.hints.say(words)
        self._refresh()

    def _refresh(self) -> None:
        self._show(typing=False, lit=self.reader.list.lit_id)

    def _lit(self) -> Coding:
        """The lit passage; raises NotFound for none."""
        coding = self.reader.list.lit_coding
        if coding is None:
            raise NotFound(_("There is no passage here."), _("/ asks for others."))
        return coding

    def _chosen(self) -> Passages:
        """The marked passages in their order, else the lit one; raises NotFound for none."""
        listed = self.reader.list
        if not listed.marked:
            return Passages(self.project, [self._lit()])
        marked = [coding for each, coding in listed.codings.items() if each in listed.marked]
        return Passages(self.project, marked)
