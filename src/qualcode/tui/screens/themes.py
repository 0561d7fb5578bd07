"""The screen of themes: what each gathers, beside the summary that is being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from qualcode.domain.people import Case, Theme
from qualcode.errors import NotFound
from qualcode.tui import gathering, quoting
from qualcode.tui import theme_members as members
from qualcode.tui.dialogs.emergent_labels import LabelsCard, labels_left
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.later import MOMENT, Later
from qualcode.tui.looks import look_of
from qualcode.tui.messages import attempt
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.screens.home_dialogs import one_case_picker
from qualcode.tui.summaries import of_theme
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.line_list import LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.widgets.steady_words import SteadyWords
from qualcode.tui.widgets.summary import Summary
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

THEME = "themes.lit"


class ThemesScreen(QuickScreen[None]):
    """Tab goes from the list to the passages and to the summary, which is kept when it is left."""

    CSS_PATH: ClassVar = ["lists.tcss", "themes.tcss"]
    BINDINGS = bindings_for("themes")
    AUTO_FOCUS = "#themes"
    HELP_PLACES = ("themes", "app")

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project, self.language = project, language
        self._themes: dict[str, Theme] = {}
        self._coded = members.Coded(())
        self._used: Sequence[str] = ()
        self._look, self._looked = Look({}, {}, {}), tuple[object, ...]()
        self._seen: int | None = None
        self._case: Case | None = None
        self._shown: str | None = None
        self._following = Later(self, MOMENT, self._show_lit, quiet=True)

    def compose(self) -> ComposeResult:
        """The themes with what is in none, the passages, the summary."""
        yield StatusLine(id="top")
        with Horizontal(id="room"):
            yield LineList(id="themes", empty=_("No themes yet: a makes one"))
            with Vertical(id="theme"):
                yield SteadyWords(id="holds")
                yield QuoteReader(self.project, self.look())
                yield Summary(self.project, name="theme-summary")
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the theme that was shown last."""
        self.names = self.query_one("#themes", LineList)
        self.names.bright = True
        self.reader = self.query_one(QuoteReader)
        self.summary = self.query_one(Summary)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("themes")
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())
        self._show(self.project.remembered(THEME))
        self._catch_up()

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.project.codebooks.current(), self.language, self.app.current_theme)

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        if self._seen is not None and self.project.codings.last_act() != self._seen:
            self._show()

    def on_screen_suspend(self) -> None:
        """What was written is kept when one leaves for another screen."""
        self.summary.keep()

    def keep_place(self) -> None:
        """Remember the theme for the next time."""
        if self._seen is not None and self.names.lit_id != self.project.remembered(THEME):
            self.project.remember(THEME, self.names.lit_id)

    # showing

    def _show(self, lit: str | None = None) -> None:
        """Read what was changed and show it; `lit` names the entry to light."""
        themes = self.project.themes.list()
        self._themes = {theme.id: theme for theme in themes}
        self._read_codings()
        self._seen = self.project.codings.last_act()
        self._know_look()
        book = self.project.codebooks.current()
        loose = self.project.themes.unthemed(self._used)
        self.names.show(members.entries_of(themes, loose, self._coded, book, self._look), lit)
        self._tell(len(loose))
        self._following.ask()

    def _read_codings(self) -> None:
        """The codings, and which codes they have, where they are not as before."""
        found = self.project.followed.read()
        if found is not self._coded.codings:
            self._coded, self._used = members.Coded(found), self.project.themes.used()

    def _know_look(self) -> None:
        """How the codes look, where the codebook or the theme is another one."""
        state = (self.project.codebooks.current(), self.app.current_theme)
        if state != self._looked:
            self._looked, self._look = state, self.look()
            self.reader.show_look(self._look)

    def _tell(self, loose: int) -> None:
        """The line on top."""
        right = "  " + (self.project.coder or _("no coder"))
        words = members.top_words(len(self._themes), loose, self._case)
        self.query_one("#top", StatusLine).show(_("Themes"), *words, right=right)

    def _turn(self) -> None:
        """Another entry is lit: what was written is kept first, else the one before stays lit."""
        if self.summary.keep():
            self._following.ask()
        else:
            self.names.light(self._shown)

    def _catch_up(self) -> None:
        """Show what is lit now, also where it has not been said yet that it is."""
        if self._seen is not None and self._shown != self.names.lit_id:
            self._turn()
        self._following.catch_up()

    def set_focus(self, widget: Widget | None, *args: Any, **named: Any) -> None:
        """Keys go to what is seen: it has caught up with the lit entry by then."""
        self._catch_up()
        super().set_focus(widget, *args, **named)

    def _show_lit(self) -> None:
        """The passages and the summary of what is lit; a moment after it was, as keys can be held
        down."""
        theme, code, case = self._lit_theme(), self._lit_code(), self._case
        if theme is not None:
            codings = self._coded.of(theme, self.project.codebooks.current())
        else:
            codings = self._coded.of_code(code or "")
        self.reader.show_quotes([c for c in codings if case is None or c.case_id == case.id])
        self.summary.display = theme is not None
        if theme is not None:
            words = (theme.case_summaries.get(case.id) if case else theme.summary) or ""
            title = _("Summary · {case}", case=one_line(case.name)) if case else _("Summary")
            self.summary.show(of_theme(self.project, theme, case), words, title)
        self._shown = self.names.lit_id
        self.query_one(SteadyWords).show(members.held_words(theme, code, self._look.names))

    def _lit_theme(self) -> Theme | None:
        return self._themes.get(self.names.lit_id or "")

    def _lit_code(self) -> str | None:
        lit = self.names.lit_id or ""
        return lit.removeprefix(members.CODE) if lit.startswith(members.CODE) else None

    @on(LineList.Lit, "#themes")
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        if self._shown != self.names.lit_id:
            self._turn()

    @on(LineList.Chosen, "#themes")
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.reader.list.focus()

    # acting

    @on(Summary.Kept)
    def _summary_kept(self, event: Summary.Kept) -> None:
        event.stop()
        self.hints.say(event.words)
        before = self._themes.keys()
        self._themes = {theme.id: theme for theme in self.project.themes.list()}
        self._seen = self.project.codings.last_act()
        if self._themes.keys() != before:
            self._show()

    def action_write_summary(self) -> None:
        """Write the summary of the lit theme."""
        self._catch_up()
        if self._lit_theme() is None:
            raise NotFound(
                _("A summary belongs to a theme."), _("a makes one, t gathers under one.")
            )
        self.summary.area.focus()

    def action_one_case(self) -> None:
        """Only the passages of a case, and the summary for it; or all of them again."""

        def chosen(known: str | None) -> None:
            if known is not None and self.summary.keep():
                self._case = next((c for c in self.project.cases.list() if c.id == known), None)
                self._show()

        self.app.push_screen(one_case_picker(self.project), chosen)

    def action_new_theme(self) -> None:
        """A new theme by its name."""

        def named(name: str | None) -> None:
            made = attempt(self, lambda: self.project.themes.add(name)) if name else None
            if made is not None:
                self.hints.say(_("Theme {name}", name=made.name))
                self._show(made.id)

        self.app.push_screen(Ask(_("A new theme"), _("Its name")), named)

    def action_gather_lit(self) -> None:
        """The lit code, or what the lit passage has, under a theme."""
        self._catch_up()
        code, names = self._lit_code(), self._look.names
        coding = self.reader.list.lit_coding

        if code is not None:
            words = _("the code {code}", code=names.get(code, code))
            offers = [gathering.Offer("c", words, {"code": [code]})]
        elif coding is not None:
            offers = gathering.offers_among([coding], names)
        else:
            raise NotFound(_("There is nothing here to gather."), _("F4 shows all passages."))
        gathering.ask(self, self.project, offers, self._said)

    def action_choose_quote(self) -> None:
        """The lit passage as a quote for the lit theme, else for what is chosen."""
        self._catch_up()
        theme, coding = self._lit_theme(), self.reader.list.lit_coding
        if coding is None:
            raise NotFound(_("There is no passage lit here."), _("F4 shows all passages."))
        if theme is None:
            quoting.ask_owner(self, self.project, [coding], self._said)
            return
        owner = quoting.Owner(quoting.THEME, theme.id, theme.name)
        self._act(lambda: quoting.choose(self.project, [coding], owner))

    def action_chosen_quotes(self) -> None:
        """The quotes chosen for the lit theme, else all, and what is done to their words."""
        theme = self._lit_theme()
        owner = quoting.Owner(quoting.THEME, theme.id, theme.name) if theme else None
        quoting.curate(self, self.project, owner, self._show)

    def action_labels(self) -> None:
        """Emergent labels and what was decided of each."""
        card = LabelsCard(self.project, self.language)
        self.app.push_screen(card, labels_left(self, self._show))

    def action_drop_lit(self) -> None:
        """Take what brought the lit passage here out of the theme."""
        self._catch_up()
        theme, coding = self._lit_theme(), self.reader.list.lit_coding
        if theme is None or coding is None:
            raise NotFound(_("There is no passage of a theme here."))
        self._act(lambda: members.drop_passage(self.project, theme, coding, self._look.names))

    def action_undo(self) -> None:
        """Take back the last act."""
        self._act(lambda: take_back(self.project, self.language))

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._act(lambda: do_again(self.project, self.language))

    def _act(self, act: Callable[[], str]) -> None:
        words = attempt(self, act)
        if words is not None:
            self._said(words)

    def _said(self, words: str) -> None:
        self.hints.say(words)
        self._show()

    def action_to_names(self) -> None:
        """Back to the list; what was written is kept."""
        self.names.focus()
