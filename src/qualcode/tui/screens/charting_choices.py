"""Choosing which matrix is charted: kind of rows, their order, the codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.domain.framework import CASE, PARTICIPANT, ROLE
from qualcode.errors import Invalid
from qualcode.services.framework_matrix import MatrixRequest
from qualcode.tui.chart_place import reordered
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.code_chooser import CodeChooser
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import Findable, folded
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project
    from qualcode.tui.screens.charting import ChartingScreen

Ask = Callable[[MatrixRequest], object]


def choose(screen: ChartingScreen, what: str, ask: Ask) -> None:
    """Ask for other rows, another order or other codes."""
    {"rows": choose_rows, "order": choose_order, "codes": choose_codes}[what](screen, ask)


def choose_rows(screen: ChartingScreen, ask: Ask) -> None:
    """Cases, informants or roles."""

    def chosen(kind: str | None) -> None:
        request = screen.request
        if kind is not None and kind != request.row_kind:
            order = None if kind == ROLE else request.order
            ask(replace(request, row_kind=kind, order=order))

    choices = [
        Choice(CASE, ("c",), _("cases")),
        Choice(PARTICIPANT, ("i", "p"), _("informants")),
        Choice(ROLE, ("r",), _("roles")),
    ]
    screen.app.push_screen(ChoiceBar(_("Rows"), choices), chosen)


def choose_order(screen: ChartingScreen, ask: Ask) -> None:
    """An attribute of the cases, or the rating of a code; raises Invalid for roles."""
    if screen.request.row_kind == ROLE:
        raise Invalid(_("Roles stand in the order of their names."), _("Choose other rows."))

    def chosen(order: str | None) -> None:
        if order is not None:
            ask(reordered(screen.request, order.removeprefix("=")))

    screen.app.push_screen(_order_picker(screen.project, screen), chosen)


def _order_picker(project: Project, screen: ChartingScreen) -> Picker:
    """All orders, that of the project first."""
    now = (screen.request.order or "").removeprefix("-")
    entries = {"=": Entry("=", _("The order of the project"))}
    names = sorted({key for case in project.cases.list() for key in case.attributes})
    again = _("again turns it round")
    for name in names:
        entries[name] = Entry(name, name, again if name == now else _("attribute"))
    for code in project.codebooks.current().conditions:
        label = screen.look().names.get(code.id, code.id)
        entries[code.id] = Entry(code.id, label, again if code.id == now else _("rating"))
    findables = [Findable(each, (folded(entry.words),)) for each, entry in entries.items()]
    return Picker(Choices(_("Order of the rows"), entries, findables))


def choose_codes(screen: ChartingScreen, ask: Ask) -> None:
    """The conditions, the codes below one of them, or any that are marked."""

    def chosen(codes: tuple[str, ...] | None) -> None:
        if codes is not None:
            ask(replace(screen.request, codes=codes))

    book = screen.project.codebooks.current()
    marked = screen.request.codes
    screen.app.push_screen(CodeChooser(book, screen.look(), marked), chosen)
