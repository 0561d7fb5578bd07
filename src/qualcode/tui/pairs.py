"""The organisations that a degree can lie between, in the order in which they are likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.domain.people import Organisation

if TYPE_CHECKING:
    from qualcode.tui.desk import Desk


def organisations_for(desk: Desk) -> list[Organisation]:
    """All organisations, those of the open document's case first."""
    case = desk.document.case_id if desk.document else None
    return sorted(desk.project.organisations.list(), key=lambda each: each.case_id != case)


def remembered_pair(desk: Desk) -> tuple[str | None, str | None]:
    """The pair used last, unless one of the two belongs to another case than the open document."""
    pair = desk.project.degrees.remembered_pair()
    case = desk.document.case_id if desk.document else None
    strange = {
        each.name
        for each in desk.project.organisations.list()
        if each.case_id is not None and each.case_id != case
    }
    return (None, None) if strange & set(pair) else pair
