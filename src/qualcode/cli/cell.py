"""`qualcode cell`: the framework matrix, cell by cell."""

from __future__ import annotations

from typing import Any

import click

from qualcode.cli import cell_rating, cell_reading
from qualcode.cli.call import Call
from qualcode.cli.cell_reading import CODE, ROW, ROWS, told
from qualcode.cli.parts import Group, said

CODINGS = click.argument("codings", metavar="CODING...", nargs=-1, required=True)


@click.group("cell", cls=Group)
def cell() -> None:
    """The framework matrix: summaries of cases (or participants, or roles) by code, and ratings.

    A cell holds the codings of its code and of all below it. ROW is an id or name, or a role;
    CODE the id of a code; CODING the id of a coding, as in code list.
    """


for command in cell_reading.COMMANDS:
    cell.add_command(command)


@cell.command("write")
@ROW
@CODE
@click.argument("text")
@ROWS
@click.option("--link", "links", multiple=True, metavar="CODING", help="Repeatable.")
@click.option("--link-all", is_flag=True, help="Link every coding of the cell.")
@click.pass_obj
def write(call: Call, /, row: str, code: str, text: str, rows: str, **given: Any) -> None:
    """Write the summary of a cell; - reads standard input, an empty TEXT takes it away.

    It rests on what is in the cell now. With --link or --link-all those are its links, all told;
    else they stay.
    """
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        links = list(given["links"]) or None
        if given["link_all"]:
            links = [one.coding.id for one in project.framework.cell(place).passages]
        project.framework.write(place, said(text), links=links)
        told(call, project, place, "written.")


@cell.command("link")
@ROW
@CODE
@CODINGS
@ROWS
@click.pass_obj
def link(call: Call, row: str, code: str, codings: tuple[str, ...], rows: str) -> None:
    """Link codings of the cell to its summary: the marking passages."""
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        count = project.framework.link(place, codings)
        told(call, project, place, f"{count} linked.")


@cell.command("unlink")
@ROW
@CODE
@CODINGS
@ROWS
@click.pass_obj
def unlink(call: Call, row: str, code: str, codings: tuple[str, ...], rows: str) -> None:
    """Take links of a summary away."""
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        count = project.framework.unlink(place, codings)
        told(call, project, place, f"{count} links taken away.")


@cell.command("refresh")
@ROW
@CODE
@ROWS
@click.pass_obj
def refresh(call: Call, row: str, code: str, rows: str) -> None:
    """Say that a summary is still right for the cell as it is now."""
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        project.framework.still_right(place)
        told(call, project, place, "still right.")


@cell.command("final")
@ROW
@CODE
@ROWS
@click.option("--draft", is_flag=True, help="Make it a draft again.")
@click.pass_obj
def final(call: Call, row: str, code: str, rows: str, draft: bool) -> None:
    """Mark a summary as final; what speaks against must have been opened (cell contrary)."""
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        project.framework.finish(place, final=not draft)
        told(call, project, place, "a draft again." if draft else "final.")


@cell.command("contrary")
@ROW
@CODE
@ROWS
@click.option("--side", type=click.Choice(("helps", "hinders")), help="What is argued for.")
@click.option("--for", "value", metavar="N", help="What speaks against this rating; N or NE.")
@click.pass_obj
def contrary(call: Call, /, row: str, code: str, rows: str, **given: Any) -> None:
    """Print what speaks against a cell or a rating, and log that you have looked at it.

    These are passages of the opposite valence, those whose standing is denied, and what came of
    cases that have it and the other outcome. Without options: against what most passages of the
    cell say.
    """
    with call.opened() as project:
        place = project.framework.place(row, code, rows)
        cases: tuple[str, ...] = ()
        if given["value"] is not None:
            value = cell_rating.value_of(given["value"])
            found = project.ratings.against(row, code, value)
            if not project.read_only:
                project.ratings.open_contrary(row, code, value)
        else:
            framework, side = project.framework, given["side"]
            look = framework.cell if project.read_only else framework.open_contrary
            view = look(place, side=side)
            found, cases = view.contrary, view.other_outcome
        cell_rating.print_against(call, project, found, cases)


for command in cell_rating.COMMANDS:
    cell.add_command(command)
