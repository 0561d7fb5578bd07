"""Acts on one cell: final, still right, what speaks against, rating."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.domain.coding import Coding
from qualcode.domain.contrary import BY_OUTCOME, Against
from qualcode.domain.framework import CASE, FINAL, STALE, CellView, Place
from qualcode.domain.rating import OWN, Rating, rating_scale
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.tui.chart_words import AGAINST_WORDS
from qualcode.tui.dialogs.card import Card
from qualcode.tui.dialogs.rating_form import RatingAsked, RatingForm
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import actions_of, key_list
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_list import code_words, signs_of
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.ratings import RatingDetails
    from qualcode.tui.screens.charting import ChartingScreen


@dataclass(frozen=True, slots=True)
class CellActs:
    """What can be done with a cell; each says in words what was done, or raises."""

    screen: ChartingScreen

    def key(self, action: str) -> str:
        """The key of an action as it is in force."""
        found = next(each for each in actions_of(self.screen.app) if each.id == action)
        return next(iter(key_list(found)), found.label)

    def link(self, view: CellView) -> str:
        """Link the lit passage to the summary, or take the link away."""
        item = self.screen.cell.passages.lit_item
        if not self.screen.is_open or item is None:
            raise NotFound(_("There is no passage here."), _("Open a cell that has some."))
        return self._link(view, [item.key])

    def link_all(self, view: CellView) -> str:
        """Link all passages of the cell, or none where all are."""
        return self._link(view, [each.coding.id for each in view.passages])

    def _link(self, view: CellView, codings: Sequence[str]) -> str:
        framework, place = self.screen.project.framework, view.state.place
        present = {each.coding.id: each.linked for each in view.passages}
        here = [each for each in codings if each in present]
        loose = [each for each in here if not present[each]]
        if not here:
            raise NotFound(_("There is no passage here."), _("Open a cell that has some."))
        if loose:
            framework.link(place, loose)
            return counted("{n} passage linked", "{n} passages linked", len(loose))
        framework.unlink(place, here)
        return counted("{n} link taken away", "{n} links taken away", len(here))

    def final(self, view: CellView) -> str:
        """Final, or a draft again; what stands in the way is said with the key that mends it."""
        framework, place = self.screen.project.framework, view.state.place
        cell = view.written
        if cell is None or not cell.summary:
            raise Conflict(_("Nothing is written in this cell yet."), self._writes())
        if cell.status == FINAL and view.state.state != STALE:
            framework.finish(place, final=False)
            return _("A draft again")
        if view.state.state == STALE:
            key = self.key("charting.right")
            raise Conflict(
                _("The summary is out of date and cannot be final."),
                _("Write it again, or say with {key} that it is still right.", key=key),
            )
        if view.passages and not any(each.linked for each in view.passages):
            key = self.key("charting.link")
            raise Conflict(
                _("The summary rests on no linked passage."), _("{key} links one.", key=key)
            )
        self._check_opened(view)
        framework.finish(place)
        return _("Final")

    def still_right(self, view: CellView) -> str:
        """The summary holds for the cell as it is now; else one's own ratings of it do."""
        project = self.screen.project
        if view.state.state == STALE and view.written is not None:
            if view.written.status == FINAL:
                self._check_opened(view)
            project.framework.still_right(view.state.place)
            return _("Still right")
        mine = [each for each in view.ratings if each.changes and self._is_mine(each)]
        for each in mine:
            project.ratings.still_right(each.id)
        if not mine:
            raise Conflict(_("Nothing here is out of date."))
        return counted("{n} rating still right", "{n} ratings still right", len(mine))

    def _is_mine(self, rating: Rating) -> bool:
        return rating.kind == OWN and rating.coder == self.screen.project.coder

    def _check_opened(self, view: CellView) -> None:
        if not view.opened:
            key = self.key("charting.against")
            raise Conflict(
                _("What speaks against has not been looked at yet."),
                _("{key} shows it.", key=key),
            )

    def _writes(self) -> str:
        return _("{key} writes it.", key=self.key("charting.summary"))

    def contrary(self, view: CellView) -> str:
        """Show what speaks against the cell; that it was looked at is kept."""
        project, place = self.screen.project, view.state.place
        if not project.read_only:
            view = project.framework.open_contrary(place)
        title = f"{_('What speaks against')} · {self.screen.shown.label(place)}"
        self._show_against(title, view.contrary, view.other_outcome)
        return ""

    def _show_against(
        self, title: str, found: Sequence[Against], other_outcome: Sequence[str] = ()
    ) -> None:
        """The passages that speak against, on a card, and the cases with the other outcome."""
        project = self.screen.project
        reasons = {each.coding: each.reason for each in found}
        passages = [(each, reasons[each.id]) for each in project.codings.several(reasons)]
        names = {each.id: each.name for each in project.cases.list()}
        cases = [names[each] for each in other_outcome]
        words = against_text(passages, cases, self.screen.look())
        self.screen.app.push_screen(Card(title, words))

    def rate(self, view: CellView) -> str:
        """Ask for a rating; raises Invalid where the row is no case."""
        project, place = self.screen.project, view.state.place
        if place.row_kind != CASE:
            key = self.key("charting.rows")
            raise Invalid(_("Cases are rated."), _("{key} makes cases the rows.", key=key))
        book = project.codebooks.current()
        scale = rating_scale(book)
        lineage = [scale.anchors_by_code.get(each, {}) for each in book.lineage(place.code)]
        asked = RatingAsked(
            _("Rating · {cell}", cell=self.screen.shown.label(place)),
            scale,
            next(filter(None, lineage), {}),
            view.ratings,
            tuple(project.settings.show()["periods"]),
            project.coder,
            lambda details: project.ratings.rate(place.row, place.code, with_links(details, view)),
            lambda value: self._against_value(place, value),
            self.screen.language,
            f"{place.row}:{place.code}",
        )
        self.screen.app.push_screen(RatingForm(asked), self._rated)
        return ""

    def _rated(self, kept: bool | None) -> None:
        if kept:
            self.screen.acted(_("Rating kept"))

    def _against_value(self, place: Place, value: int | None) -> None:
        ratings = self.screen.project.ratings
        ask = ratings.against if self.screen.project.read_only else ratings.open_contrary
        shown = _("What speaks against {value}", value="NE" if value is None else value)
        title = f"{shown} · {self.screen.shown.label(place)}"
        self._show_against(title, ask(place.row, place.code, value))


def with_links(details: RatingDetails, view: CellView) -> RatingDetails:
    """A rating rests on what is linked in the cell; an agreed one on what each rater's did too."""
    links = [each.coding.id for each in view.passages if each.linked]
    if details.agreed:
        present = {each.coding.id for each in view.passages}
        raters = [each for each in view.ratings if each.period == details.period]
        links += [one for each in raters for one in each.links if one in present]
    return replace(details, links=tuple(dict.fromkeys(links)) or None)


def against_text(passages: Sequence[tuple[Coding, str]], cases: Sequence[str], look: Look) -> Text:
    """What speaks against: who said it, why it does, the words; names of cases by their outcome."""
    text = Text()
    for coding, reason in passages:
        head = f"{code_words(coding, look)} {signs_of(coding)}".rstrip()
        case = coding.case if reason == BY_OUTCOME else ""
        said = " · ".join(one_line(each) for each in (head, coding.speaker or "", case) if each)
        text.append(said, style="bold")
        text.append(f"   {_(AGAINST_WORDS[reason])}\n", style="not bold italic")
        text.append(f"{coding.quote}\n\n", style="not bold")
    if cases:
        names = ", ".join(map(one_line, cases))
        text.append(_("with it and the other outcome: {cases}", cases=names), style="not bold")
    elif not passages:
        words = _("Nothing: no passage is of the other valence, and none denies it.")
        text.append(words, style="not bold")
    text.rstrip()
    return text
