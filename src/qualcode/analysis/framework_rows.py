"""The rows of the framework matrix: cases, participants or roles, and the documents they have."""

from __future__ import annotations

from collections.abc import Mapping

from qualcode.analysis.ordering import in_order, ordering
from qualcode.domain.framework import CASE, PARTICIPANT, ROLE, ROW_KINDS, MatrixRow
from qualcode.domain.material import Material
from qualcode.errors import Invalid
from qualcode.sentences import sentence


def matrix_rows(
    material: Material, row_kind: str, order: str | None = None, language: str = "en"
) -> tuple[MatrixRow, ...]:
    """The rows, in the project's order unless another one is asked for.

    Participants stand by case and name; roles by name. Raises Invalid for an unknown kind of row
    and for roles in an order of cases, NotFound for an unknown order.
    """
    if row_kind not in ROW_KINDS:
        raise Invalid(
            sentence("'{row_kind}' is no kind of row.", row_kind=row_kind),
            sentence("Known: {names}.", names=", ".join(ROW_KINDS)),
        )
    if row_kind == ROLE:
        if order:
            raise Invalid(
                sentence("Roles have no order but their names."),
                sentence("Order cases or participants."),
            )
        roles = sorted({person.role for person in material.participants if person.role})
        return tuple(MatrixRow(role, role) for role in roles)
    found = ordering(material, order, language)
    values = found.values if found else {}
    cases = in_order([case.id for case in material.cases], found)
    names = {case.id: case.name for case in material.cases}
    if row_kind == CASE:
        return tuple(MatrixRow(case, names[case], None, values.get(case)) for case in cases)
    rank = {case: at for at, case in enumerate(cases)}
    people = sorted(
        material.participants,
        key=lambda one: (rank.get(one.case_id or "", len(rank)), one.name, one.id),
    )
    return tuple(
        MatrixRow(one.id, one.name, names.get(one.case_id or ""), values.get(one.case_id or ""))
        for one in people
    )


def documents_of(material: Material, row_kind: str) -> Mapping[str, tuple[str, ...]]:
    """The rows that each document speaks for: its case, its speakers, or their roles."""
    if row_kind == CASE:
        return {one.id: (one.case_id or "",) for one in material.documents}
    heard = material.charted.heard if material.charted else {}
    found: dict[str, dict[str, None]] = {}
    for person in material.participants:
        row = person.id if row_kind == PARTICIPANT else person.role
        for document in heard.get(person.id, ()) if row else ():
            found.setdefault(document, {})[row or ""] = None
    return {document: tuple(rows) for document, rows in found.items()}
