"""The screen of themes: what each gathers, beside the summary that is being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from qualcode.domain.coding import Coding, CodingFilter
from qualcode.domain.people import Case, Theme
from qualcode.errors import NotFound
from qualcode.tui import gathering, quoting
from qualcode.tui.dialogs.emergent_labels import LabelsCard, labels_left
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.looks import look_of
from qualcode.tui.messages import attempt
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.screens.home_dialogs import one_case_picker
from qualcode.tui.summaries import of_theme
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.theme_members import drop_passage, held_words, passages_of
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.widgets.summary import Summary
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

THEME = "themes.lit"
_CODE = "code:"
"""What stands before the id of a code among the entries of the list."""


class ThemesScreen(Screen[None]):
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
        self._codings: Sequence[Coding] = ()
        self._seen: tuple[int, int] | None = None
        self._case: Case | None = None
        self._shown: str | None = None

    def compose(self) -> ComposeResult:
        """The themes with what is in none, the passages, the summary."""
        yield StatusLine(id="top")
        with Horizontal(id="room"):
            yield LineList(id="themes", empty=_("No themes yet: a makes one"))
            with Vertical(id="theme"):
                yield Static(id="holds", markup=False)
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
        self.app.theme_changed_signal.subscribe(self, lambda _: self.reader.show_look(self.look()))
        self._show(self.project.remembered(THEME))

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.project.codebooks.current(), self.language, self.app.current_theme)

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        if self._seen is not None and self.project.changed() != self._seen:
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
        """Read everything anew and show it; `lit` names the entry to light."""
        themes = self.project.themes.list()
        self._themes = {theme.id: theme for theme in themes}
        self._codings = self.project.codings.list(CodingFilter())
        self._seen = self.project.changed()
        look, counts = self.look(), self.project.codings.counts()
        entries = [Entry(each.id, each.name, str(self._held(each))) for each in themes]
        loose = self.project.themes.unthemed()
        if loose:
            entries.append(Entry("loose", _("Codes in no theme"), str(len(loose)), heading=True))
            entries += [
                Entry(
                    _CODE + code,
                    look.names.get(code, code),
                    str(counts.get(code, (0, 0))[0]),
                    hue=look.hues.get(code),
                )
                for code in loose
            ]
        self.names.show(entries, lit)
        self.query_one("#top", StatusLine).show(
            _("Themes"),
            counted("{n} theme", "{n} themes", len(themes)),
            counted("{n} used code in no theme", "{n} used codes in no theme", len(loose))
            if loose
            else _("every code has one"),
            _("only {case}", case=self._case.name) if self._case else "",
            right="  " + (self.project.coder or _("no coder")),
        )
        self._show_lit()

    def _held(self, theme: Theme) -> int:
        """How many passages lie under it."""
        found = passages_of(theme, self._codings, self.project.codebooks.current())
        return len({coding.segment for coding in found})

    def _show_lit(self) -> None:
        """The passages and the summary of what is lit."""
        theme, code, case = self._lit_theme(), self._lit_code(), self._case
        if theme is not None:
            codings = passages_of(theme, self._codings, self.project.codebooks.current())
        else:
            codings = [each for each in self._codings if each.code == code]
        self.reader.show_quotes([c for c in codings if case is None or c.case_id == case.id])
        self.summary.display = theme is not None
        if theme is not None:
            words = (theme.case_summaries.get(case.id) if case else theme.summary) or ""
            title = _("Summary · {case}", case=one_line(case.name)) if case else _("Summary")
            self.summary.show(of_theme(self.project, theme, case), words, title)
        self._shown = self.names.lit_id
        held = held_words(theme, code, self.look().names)
        self.query_one("#holds", Static).update(held)

    def _lit_theme(self) -> Theme | None:
        return self._themes.get(self.names.lit_id or "")

    def _lit_code(self) -> str | None:
        lit = self.names.lit_id or ""
        return lit.removeprefix(_CODE) if lit.startswith(_CODE) else None

    @on(LineList.Lit, "#themes")
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        if self.summary.keep():
            self._show_lit()
        else:
            self.names.light(self._shown)

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
        self._seen = self.project.changed()
        if self._themes.keys() != before:
            self._show()

    def action_write_summary(self) -> None:
        """Write the summary of the lit theme."""
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
        code, look = self._lit_code(), self.look()
        coding = self.reader.list.lit_coding

        if code is not None:
            words = _("the code {code}", code=look.names.get(code, code))
            offers = [gathering.Offer("c", words, {"code": [code]})]
        elif coding is not None:
            offers = gathering.offers_among([coding], look.names)
        else:
            raise NotFound(_("There is nothing here to gather."), _("F4 shows all passages."))
        gathering.ask(self, self.project, offers, self._said)

    def action_choose_quote(self) -> None:
        """The lit passage as a quote for the lit theme, else for what is chosen."""
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
        theme, coding = self._lit_theme(), self.reader.list.lit_coding
        if theme is None or coding is None:
            raise NotFound(_("There is no passage of a theme here."))
        self._act(lambda: drop_passage(self.project, theme, coding, self.look().names))

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
