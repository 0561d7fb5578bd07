"""`qualcode development`: cases through the periods, and degrees between their partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcode.cli import cell_shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid
from qualcode.cli.parts import Group

if TYPE_CHECKING:
    from qualcode.domain.development import Step
    from qualcode.services.workspace import Project

FIELDS = (Field("FROM", flexible=True), Field("TO", flexible=True), Field("DEGREES"), Field(""))


@click.group("development", cls=Group)
def development() -> None:
    """How cases develop: ratings and degrees from period to period, with setbacks."""


@development.command("show")
@click.argument("case", required=False)
@click.pass_obj
def show(call: Call, case: str | None) -> None:
    """Show the course of every rated code and of the degrees, of one case or of all.

    ▼ says that a value is lower than the one before it.
    """
    with call.opened() as project:
        found = project.development.courses(case)
        periods = [str(one) for one in project.settings.show()["periods"]]
        names = {one.id: one.name for one in project.cases.list()}
    if call.json:
        emit([cell_shapes.development(one, names) for one in found])
        return
    rows = []
    for one in found:
        for course in one.courses:
            rows.append((names[one.case_id], course.measure, *map(_shown, course.steps)))
        told = [[e.text for e in one.events if e.period == period] for period in periods]
        if one.events:
            rows.append((names[one.case_id], "events", *("; ".join(texts) for texts in told)))
    fields = (Field("CASE", flexible=True), Field("MEASURE"), *map(Field, periods))
    grid(fields, rows, "No cases.")


@development.command("degrees")
@click.argument("case", metavar="CASE")
@click.option("--period", metavar="NAME", help="Only what is said of this period.")
@click.pass_obj
def degrees(call: Call, case: str, period: str | None) -> None:
    """Show what is said of each directed pair of organisations in a case.

    Degrees stand with their passages in brackets; ≠ says that the two sides lie two steps apart.
    """
    with call.opened() as project:
        found = project.development.degrees(case, period)
        names = _names(project)
    if call.json:
        emit(cell_shapes.matrix(found, names))
        return
    rows = [
        (
            names.get(pair.from_id, pair.from_id),
            names.get(pair.to_id, pair.to_id),
            ", ".join(f"{value} ({count})" for value, count in pair.levels.items()),
            "≠" if key in found.apart else "",
        )
        for key, pair in found.pairs.items()
    ]
    grid(FIELDS, sorted(rows), "No degrees between partners.")


def _names(project: Project) -> dict[str, str]:
    cases = {one.id: one.name for one in project.cases.list()}
    return cases | {one.id: one.name for one in project.organisations.list()}


def _shown(step: Step) -> str:
    if step.not_enough:
        return "NE"
    if step.value is None:
        return "/".join(step.unsettled) or "-"
    return f"{step.value:g}{'‡' if step.stale else ''}{' ▼' if step.setback else ''}"
