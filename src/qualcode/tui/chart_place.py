"""Where the reader was on the charting screen: which matrix, which way round, which cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qualcode.domain.framework import CASE, ROW_KINDS, Place
from qualcode.services.framework_matrix import MatrixRequest

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

PLACE = "charting.place"


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """The matrix that is asked for, whether codes are its rows, the lit cell."""

    request: MatrixRequest
    turned: bool = False
    cell: Place | None = None


def kept_chart(project: Project) -> ChartPlace:
    """Where the coder was; codes that are gone are left out of it."""
    found = project.remembered(PLACE) or {}
    kind = found.get("rows") if found.get("rows") in ROW_KINDS else CASE
    known = project.codebooks.current().by_id
    codes = tuple(str(each) for each in found.get("codes", ()) if each in known)
    order = found.get("order")
    request = MatrixRequest(row_kind=str(kind), codes=codes, order=str(order) if order else None)
    row, code = found.get("row"), found.get("code")
    cell = Place(str(kind), str(row), str(code)) if row and code else None
    return ChartPlace(request, bool(found.get("turned")), cell)


def keep_chart(project: Project, place: ChartPlace) -> None:
    """Keep the place for the next time, where it differs."""
    request, cell = place.request, place.cell
    value: dict[str, Any] = {
        "rows": request.row_kind,
        "codes": list(request.codes),
        "order": request.order,
        "turned": place.turned,
        "row": cell.row if cell else None,
        "code": cell.code if cell else None,
    }
    if value != project.remembered(PLACE):
        project.remember(PLACE, value)


def reordered(request: MatrixRequest, order: str) -> MatrixRequest:
    """The rows in another order; the same order again turns it round, none is the project's."""
    if order and request.order == order:
        return replace(request, order=f"-{order}")
    return replace(request, order=order or None)
