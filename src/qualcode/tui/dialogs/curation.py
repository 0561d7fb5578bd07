"""Chosen quotes: shortened, corrected, translated, attributed, withheld; consent always shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.domain.chosen import ATTRIBUTIONS
from qualcode.domain.quote_wording import CORRECTIONS, Trimming
from qualcode.errors import Conflict, NotFound
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.translating import Translating
from qualcode.tui.dialogs.trimming import TrimmingPage
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import PlaceAsked, attempt
from qualcode.tui.quote_words import ATTRIBUTION_WORDS, CORRECTION_WORDS, details_of, too_much
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.column_list import HeadedList
from qualcode.tui.widgets.line_list import LineList
from qualcode.tui.widgets.quoted_list import QuotedList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted, spoken

if TYPE_CHECKING:
    from qualcode.services.quotes import QuoteView
    from qualcode.services.workspace import Project

_KEYS = {"marks": "m", "spaces": "s", "hesitations": "h"}


class Curation(ModalScreen[PlaceAsked | None]):
    """Gives the place that the reader wants to go to, or None. Each act is one step of undo."""

    CSS_PATH: ClassVar = ["../screens/lists.tcss", "../screens/curation.tcss"]
    BINDINGS = bindings_for("curation")
    AUTO_FOCUS = "QuotedList"

    def __init__(
        self,
        project: Project,
        heads: Mapping[str, str],
        owner: str | None = None,
        lit: str | None = None,
    ) -> None:
        """`heads` are the words of what quotes are chosen for, by kind and id; `owner` one of
        them, None for all."""
        super().__init__()
        self._project, self._heads, self._owner = project, heads, owner
        self._first = lit
        self._views: dict[str, QuoteView] = {}

    def compose(self) -> ComposeResult:
        """The quotes, the lit one with all that was done to it, who carries too much, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            self.lines = QuotedList(empty=_("No quotes chosen yet: q on a passage chooses it"))
            yield HeadedList(self.lines)
            with VerticalScroll(id="quote", can_focus=False):
                yield Static("", id="words", markup=False)
            yield Static("", id="much", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read them."""
        self.hints = self.query_one(HintLine)
        self.hints.show_for("curation")
        self._read()
        self.lines.light(self._first)
        self._show()

    def _read(self, words: str = "") -> None:
        kind, _colon, owner = (self._owner or "").partition(":")
        views: Sequence[QuoteView] = self._project.quotes.views(kind or None, owner or None)
        if self._owner is None:
            order = {key: place for place, key in enumerate(self._heads)}
            views = sorted(views, key=lambda view: order.get(_key(view), len(order)))
        self._views = {view.quote.id: view for view in views}
        self.lines.show_quotes(views, self._heads if self._owner is None else None)
        title = counted("{n} chosen quote", "{n} chosen quotes", len(views))
        if self._owner is not None:
            named = {"quotes": title, "what": self._heads.get(self._owner, "")}
            title = _("{quotes} for: {what}", **named)
        self.query_one("#title", Label).update(title)
        much = self.query_one("#much", Static)
        much.update(too_much(self._project))
        much.display = bool(too_much(self._project))
        self._show()
        if words:
            self.hints.say(words)

    def _show(self) -> None:
        view = self._views.get(self.lines.lit_id or "")
        self.query_one("#words", Static).update(details_of(view) if view is not None else "")

    @on(LineList.Lit)
    def _lit_other(self, event: LineList.Lit) -> None:
        event.stop()
        self._show()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        attempt(self, self.action_to_text)

    @property
    def _lit(self) -> QuoteView:
        view = self._views.get(self.lines.lit_id or "")
        if view is None:
            raise NotFound(_("There is no quote here."), _("q on a passage chooses it."))
        return view

    def _do(self, act: Callable[[], object], words: str) -> bool:
        """Act, show what is stored now and say it; an error is shown instead."""

        def acted() -> bool:
            act()
            return True

        done = attempt(self, acted)
        if done:
            self._read(words)
        return bool(done)

    # acts

    def action_to_text(self) -> None:
        """To the passage in its transcript."""
        quote = self._lit.quote
        if quote.gone:
            raise Conflict(_("The passage of this quote is not there any more."))
        coding = self._project.codings.get(quote.coding)
        self.dismiss(PlaceAsked(coding.document_id, coding.start, coding.end))

    def action_shorten(self) -> None:
        """Mark the words that are left out."""
        quote = self._lit.quote
        if quote.gone:
            raise Conflict(_("The passage of this quote is not there any more."))

        def trimmed(wanted: Trimming | None) -> None:
            if wanted is not None:
                self._do(lambda: self._project.quotes.trim(quote.id, wanted), _("Kept"))

        page = TrimmingPage(quote.passage, quote.trimming, quote.language, quote.id)
        self.app.push_screen(page, trimmed)

    def action_correct(self) -> None:
        """One of the small corrections, or take it back."""
        quote = self._lit.quote
        there = quote.trimming.corrections

        def chosen(name: str | None) -> None:
            if name is not None:
                kept = [each for each in CORRECTIONS if (each in there) != (each == name)]
                made = quote.trimming.replacements
                words = _("Corrected") if name in kept else _("As it was said")
                self._do(lambda: self._project.quotes.correct(quote.id, kept, made), words)

        choices = [
            Choice(each, (_KEYS[each],), f"{'✓ ' * (each in there)}{_(CORRECTION_WORDS[each])}")
            for each in CORRECTIONS
        ]
        self.app.push_screen(ChoiceBar(_("Correct"), choices), chosen)

    def action_translate(self) -> None:
        """A translation beside the original."""
        quote = self._lit.quote

        def keep(text: str | None, language: str, translator: str) -> bool:
            translate = self._project.quotes.translate
            words = _("Translation kept") if text else _("Translation cleared")
            return self._do(lambda: translate(quote.id, text, language, translator), words)

        self.app.push_screen(Translating(quote, spoken(), keep))

    def action_attribute(self) -> None:
        """What stands behind the words: the next of the ways."""
        quote = self._lit.quote
        place = (ATTRIBUTIONS.index(quote.attribution) + 1) % len(ATTRIBUTIONS)
        wanted = ATTRIBUTIONS[place]
        attribute = self._project.quotes.attribute
        self._do(lambda: attribute(quote.id, wanted), _(ATTRIBUTION_WORDS[wanted]))

    def action_withhold(self) -> None:
        """Keep it back with a reason, or let it be printed again."""
        quote = self._lit.quote
        change = self._project.quotes.set

        def reasoned(reason: str | None) -> None:
            if reason:
                self._do(lambda: change(quote.id, {"withheld": reason}), _("Withheld"))

        if quote.withheld is not None:
            self._do(lambda: change(quote.id, {"withheld": None}), _("Not withheld any more"))
        else:
            self.app.push_screen(Ask(_("Withhold this quote"), _("Why")), reasoned)

    def action_side(self) -> None:
        """To the other side of what it is chosen for."""
        quote = self._lit.quote
        other = "against" if quote.side == "for" else "for"
        words = _("Stands against it now") if other == "against" else _("Stands for it now")
        self._do(lambda: self._project.quotes.set(quote.id, {"side": other}), words)

    def action_move(self, by: int) -> None:
        """Before the one above, or after the one below."""
        quote = self._lit.quote
        beside = [v.quote.id for v in self._views.values() if _key(v) == _key(self._lit)]
        place = beside.index(quote.id) + by
        if not 0 <= place < len(beside):
            return
        swap = self._project.quotes.swap
        self._do(lambda: swap(quote.id, beside[place]), _("Moved"))

    def action_drop(self) -> None:
        """Choose the lit quote no more."""
        quote = self._lit.quote
        self._do(lambda: self._project.quotes.drop(quote.id), _("Not a chosen quote any more"))

    def action_undo(self) -> None:
        """Take back the last act."""
        self._read(take_back(self._project, spoken()))

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._read(do_again(self._project, spoken()))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss(None)


def _key(view: QuoteView) -> str:
    return f"{view.quote.owner_kind}:{view.quote.owner}"
