"""What cells, ratings and cases over time look like as JSON: the shapes that scripts rely on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qualcode.cli import shapes

if TYPE_CHECKING:
    from qualcode.domain.degree_pairs import DegreeMatrix
    from qualcode.domain.development import CaseDevelopment
    from qualcode.domain.framework import CellState, CellView, MatrixRow
    from qualcode.domain.rating import Event, Rating

Shape = dict[str, Any]
Names = Mapping[str, str]
"""Names by id."""


def state(found: CellState, row: MatrixRow) -> Shape:
    """A cell as the matrix lists it: `row` is a name or role, `row_id` its id.

    `changes` is `[{coding, reason: changed|gone|new, facets, linked}]`; `rated` what the matrix
    shows of its ratings, as `2`, `NE`, or `0/1` where raters differ.
    """
    return {
        "rows": found.place.row_kind,
        "row": row.label,
        "row_id": row.id,
        "case": row.case,
        "order": row.order,
        "code": found.place.code,
        "state": found.state,
        "passages": found.passages,
        "denied": found.denied,
        "summary": found.summary,
        "rated": found.rated.shown if found.rated else None,
        "changes": [asdict(one) for one in found.changes],
    }


def view(found: CellView, row: MatrixRow, names: Names) -> Shape:
    """A cell with its `codings`, each as in `code list` with what the cell adds.

    `contrary` is `[{coding, reason: valence|standing|outcome}]`; `contrary_opened` says whether
    this coder has opened all of it. `other_outcome` are the cases that have it and the other
    outcome.
    """
    cell = found.written
    return {
        **state(found.state, row),
        "status": cell.status if cell and cell.summary else None,
        "coder": cell.coder if cell else None,
        "written": cell.written if cell else None,
        "links": list(cell.links) if cell else [],
        "contrary": [asdict(one) for one in found.contrary],
        "contrary_opened": found.opened,
        "other_outcome": [names.get(case, case) for case in found.other_outcome],
        "ratings": [rating(one, names) for one in found.ratings],
        "codings": [
            {
                **shapes.coding(one.coding),
                "linked": one.linked,
                "before": one.before,
                "after": one.after,
                "change": asdict(one.change) if one.change else None,
                "against": one.against,
            }
            for one in found.passages
        ],
    }


def rating(found: Rating, names: Names) -> Shape:
    """A rating; a `value` of null is NE, not enough evidence. `stale` says it is out of date."""
    return {
        "id": found.id,
        "case": names.get(found.case_id, found.case_id),
        "case_id": found.case_id,
        "code": found.code,
        "period": found.period,
        "coder": found.coder,
        "kind": found.kind,
        "value": found.value,
        "sentence": found.sentence,
        "links": list(found.links),
        "written": found.written,
        "stale": bool(found.changes),
        "changes": [asdict(one) for one in found.changes],
    }


def event(found: Event, names: Names) -> Shape:
    """An event or setback of a case."""
    return {**asdict(found), "case": names.get(found.case_id, found.case_id)}


def development(found: CaseDevelopment, names: Names) -> Shape:
    """A case through the periods: per measure (a code's id, or `degree`) a step per period."""
    return {
        "case": names.get(found.case_id, found.case_id),
        "case_id": found.case_id,
        "courses": [
            {"measure": course.measure, "steps": [asdict(step) for step in course.steps]}
            for course in found.courses
        ],
        "events": [event(one, names) for one in found.events],
    }


def matrix(found: DegreeMatrix, names: Names) -> Shape:
    """The directed pairs of a case; `levels` are passages by degree, `apart` that sides differ."""
    return {
        "case": names.get(found.case_id, found.case_id),
        "case_id": found.case_id,
        "period": found.period,
        "pairs": [
            {
                "from": names.get(pair.from_id, pair.from_id),
                "from_id": pair.from_id,
                "to": names.get(pair.to_id, pair.to_id),
                "to_id": pair.to_id,
                "levels": {str(value): count for value, count in pair.levels.items()},
                "degrees": list(pair.degrees),
                "apart": (pair.from_id, pair.to_id) in found.apart,
            }
            for pair in found.pairs.values()
        ],
    }
