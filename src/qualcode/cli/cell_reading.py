"""`qualcode cell list`, `next` and `show`: the matrix and its cells as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import cell_shapes
from qualcode.cli.call import Call
from qualcode.cli.output import (
    Field,
    emit,
    facts,
    grid,
    one_line,
    print_data,
    quoted,
    say,
    screen_width,
)
from qualcode.cli.parts import Command

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcode.domain.framework import CellView, ChartedCell, Matrix, MatrixRow, Place
    from qualcode.services.framework_matrix import MatrixRequest
    from qualcode.services.workspace import Project

FIELDS = (
    Field("ROW", flexible=True),
    Field("CODE"),
    Field("STATE"),
    Field("PASSAGES", right=True),
    Field("SUMMARY", flexible=True),
)
ROW = click.argument("row", metavar="ROW")
CODE = click.argument("code", metavar="CODE")
ROWS = click.option(
    "--rows",
    type=click.Choice(("case", "participant", "role")),
    default="case",
    help="What ROW is; case unless said.",
)
ONLY = click.option("--row", "only", multiple=True, metavar="ROW", help="Only these; repeatable.")
COLUMNS = click.option(
    "--code", "codes", multiple=True, metavar="ID", help="Columns; else conditions."
)
ORDER = click.option(
    "--order", metavar="KEY", help="Cases by an attribute, or a code's rating; -KEY."
)
STATES = ("not-asked", "nothing-said", "denied", "uncharted", "fresh", "stale", "final")


@click.command("list", cls=Command)
@ROWS
@ONLY
@COLUMNS
@click.option("--everywhere", is_flag=True, help="All kinds of rows, all codes with a summary.")
@click.option("--stale", is_flag=True, help="Only summaries that are out of date.")
@click.option("--empty", is_flag=True, help="Only cells with passages and no summary.")
@click.option("--state", "states", type=click.Choice(STATES), multiple=True, help="Repeatable.")
@ORDER
@click.pass_obj
def list_(call: Call, /, rows: str, codes: tuple[str, ...], **given: Any) -> None:
    """List the cells row by row with their state.

    States: not-asked, nothing-said, denied, uncharted, fresh, stale, final.
    """
    with call.opened() as project:
        matrices = _matrices(project, rows, codes, given)
    wanted = {*given["states"], *(("stale",) if given["stale"] else ())}
    everything = not wanted and not given["empty"]
    found = [
        (one, row)
        for matrix in matrices
        for row in matrix.rows
        for one in (matrix.cells[row.id, code] for code in matrix.codes)
        if everything or one.state in wanted or (given["empty"] and one.to_chart)
    ]
    if call.json:
        emit([cell_shapes.state(one, row) for one, row in found])
        return
    lines = [
        (row.label, one.place.code, one.state, one.passages, one.summary) for one, row in found
    ]
    grid(FIELDS, lines, "No such cells.")


@click.command("next", cls=Command)
@click.argument("row", metavar="ROW", required=False)
@click.argument("code", metavar="CODE", required=False)
@ROWS
@ONLY
@COLUMNS
@click.option("--stale", is_flag=True, help="The next summary that is out of date.")
@ORDER
@click.pass_obj
def next_(call: Call, /, row: str | None, code: str | None, rows: str, **given: Any) -> None:
    """Show the next cell to chart, or with --stale the next one that is out of date.

    It is sought behind the cell ROW CODE, once round; without them from the first cell.
    """
    if (row is None) != (code is None):
        raise click.UsageError("Name both the row and the code of a cell, or neither.")
    with call.opened() as project:
        request = _request(project, rows, **given)
        after = project.framework.place(row, code, rows) if row and code else None
        wanted = "stale" if given["stale"] else "empty"
        place = project.framework.next(wanted, after, request)
        if place is not None:
            _show(call, project, project.framework.cell(place))
        elif call.json:
            emit(None)
        else:
            say("There is none.")


@click.command("show", cls=Command)
@ROW
@CODE
@ROWS
@click.pass_obj
def show(call: Call, row: str, code: str, rows: str) -> None:
    """Show a cell: its summary, what changed since, its passages with the words around them."""
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        _show(call, project, project.framework.cell(place))


def told(call: Call, project: Project, place: Place, words: str) -> None:
    """Say what became of a cell; as JSON the cell as it is now."""
    found = project.framework.cell(place)
    if call.json:
        emit(cell_shapes.view(found, _row(project, place), _names(project)))
    else:
        say(f"{_row(project, place).label}, {place.code}: {words}")


def _matrices(
    project: Project, rows: str, codes: tuple[str, ...], given: Mapping[str, Any]
) -> Sequence[Matrix]:
    """The matrices that a list is over; raises a usage error for a part of all of them."""
    if not given["everywhere"]:
        return [project.framework.matrix(_request(project, rows, codes, **given))]
    if codes or given["only"] or given["order"] or rows != "case":
        raise click.UsageError("--everywhere goes without --rows, --row, --code and --order.")
    from qualcode.services.outdated import written

    return written(project.session)


def _request(
    project: Project, rows: str, codes: tuple[str, ...] = (), **given: Any
) -> MatrixRequest:
    """The matrix that the options of a command mean."""
    from qualcode.services.framework_matrix import MatrixRequest

    code = codes[0] if codes else project.codebooks.current().codes[0].id
    only = tuple(project.framework.place(row, code, rows).row for row in given["only"])
    return MatrixRequest(rows, codes, only, given["order"])


def _row(project: Project, place: Place) -> MatrixRow:
    rows = project.framework.rows(place.row_kind)
    return next(one for one in rows if one.id == place.row)


def _names(project: Project) -> dict[str, str]:
    return {case.id: case.name for case in project.cases.list()}


def _show(call: Call, project: Project, found: CellView) -> None:
    row = _row(project, found.state.place)
    if call.json:
        emit(cell_shapes.view(found, row, _names(project)))
        return
    facts(
        {
            "row": row.label,
            "code": found.state.place.code,
            "state": found.state.state,
            "summary": found.state.summary,
            "written by": _by(found.written),
            "ratings": ", ".join(f"{one.shown} ({one.coder})" for one in found.ratings),
            "against": f"{len(found.contrary)}{'' if found.opened else ', not opened'}",
        }
    )
    for change in found.state.changes:
        if change.reason == "gone":
            print_data(f"gone  {change.coding}{'  linked' if change.linked else ''}")
    for one in found.passages:
        marks = [one.coding.valence, one.coding.standing, one.coding.coder]
        marks += ["linked" if one.linked else None, one.change.reason if one.change else None]
        marks.append("against" if one.against else None)
        print_data(f"{one.coding.id}  {one_line(one.coding.document)} {one.coding.code}")
        print_data("  " + one_line(" · ".join(mark for mark in marks if mark)))
        print_data("  " + quoted(one.coding.quote, screen_width() - 2))


def _by(cell: ChartedCell | None) -> str | None:
    return f"{cell.coder}, {cell.written}" if cell is not None and cell.summary else None


COMMANDS = (list_, next_, show)
