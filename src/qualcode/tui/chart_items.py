"""The passages of a cell to be listed, with those that are gone from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualcode.domain.fingerprint import GONE
from qualcode.domain.framework import CASE, CellView
from qualcode.tui.widgets.passage_blocks import Item

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


def items_of(project: Project, view: CellView) -> Sequence[Item]:
    """The passages of a cell, and last those that were there when its summary was written."""
    cases = view.state.place.row_kind != CASE
    items = [
        Item(each.coding.id, each.coding, each, each.linked, (each.coding.case or "") * cases)
        for each in view.passages
    ]
    gone = [each for each in view.state.changes if each.reason == GONE]
    left = {each.id: each for each in project.codings.several(each.coding for each in gone)}
    return items + [Item(each.coding, left.get(each.coding), None, each.linked) for each in gone]
