"""`qualcode trace`: from a cell to its quotes, from a coding to its cells."""

from __future__ import annotations

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.code import print_codings
from qualcode.cli.codebook import reader_language
from qualcode.cli.output import Field, emit, facts, grid, print_data, say
from qualcode.cli.parts import Command

CELLS = (
    Field("TABLE"),
    Field("ROW", flexible=True),
    Field("COLUMN", flexible=True),
    Field("KEY"),
)

USES = (Field("KIND"), Field("WHAT RESTS ON IT", flexible=True), Field("ID"))


@click.command("trace", cls=Command)
@click.argument("key")
@click.pass_obj
def trace(call: Call, key: str) -> None:
    """Show the quotes behind an evidence KEY (E-...), or all that rests on a coding or quote."""
    with call.opened() as project:
        found = project.tables.trace(key, reader_language(project))
        names = {case.id: case.name for case in project.cases.list()}
        names |= {theme.id: theme.name for theme in project.themes.list()}
    if call.json:
        emit(shapes.trace(found))
        return
    facts(
        {
            "key": found.key,
            "kind": found.kind,
            "table": found.table,
            "row": names.get(found.row or "", found.row),
            "column": names.get(found.column or "", found.column),
        }
    )
    print_data()
    print_codings(found.codings)
    if found.kind == "coding":
        print_data()
        rows = [
            (
                cell.table,
                names.get(cell.row, cell.row),
                names.get(cell.column, cell.column),
                cell.evidence,
            )
            for cell in found.cells
        ]
        grid(CELLS, rows, "No table counts this coding.")
        if found.uses:
            print_data()
            grid(USES, [(use.kind, use.label, use.id) for use in found.uses], "")
    if found.missing:
        say(f"{found.missing} more were behind this cell when it was printed, and are gone now.")
