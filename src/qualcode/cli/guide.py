"""`qualcode guide`: what was asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

FIELDS = (
    Field("NAME", flexible=True),
    Field("FOR", flexible=True),
    Field("CODES ASKED ABOUT", flexible=True),
)


@click.group("guide", cls=Group)
def guide() -> None:
    """The codes that were asked about, so that silence can be told from not having been asked.

    GUIDE is an id or a name. With no group, case or document a guide is for all documents.
    """


@guide.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the guides."""
    with call.opened() as project:
        names = _names(project)
        found = [shapes.guide(one, names) for one in project.guides.list()]
    if call.json:
        emit(found)
        return
    rows = [
        (
            one["name"],
            listed([*one["groups"], *one["cases"], *one["documents"]]) or "all documents",
            listed(one["codes"]),
        )
        for one in found
    ]
    grid(FIELDS, rows, "No guides: of codes without passages nobody knows whether they were asked.")


@guide.command("add")
@click.argument("name")
@click.option("--code", "codes", multiple=True, required=True, metavar="ID", help="Repeatable.")
@click.option("--group", "groups", multiple=True, metavar="NAME", help="Repeatable.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Repeatable.")
@click.option("--document", "documents", multiple=True, metavar="DOCUMENT", help="Repeatable.")
@click.pass_obj
def add(call: Call, /, name: str, **given: Any) -> None:
    """Make a guide and print its id."""
    with call.opened() as project:
        made = project.guides.add(name, {k: v for k, v in given.items() if v})
        if call.json:
            emit(shapes.guide(made, _names(project)))
        else:
            print_data(made.id)
            say(f"A new guide: {made.name}")


@guide.command("set")
@click.argument("guide", metavar="GUIDE")
@click.option("--code", "codes", multiple=True, metavar="ID", help="All codes asked about.")
@click.option("--group", "groups", multiple=True, metavar="NAME", help="All groups.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="All cases.")
@click.option("--document", "documents", multiple=True, metavar="DOCUMENT", help="All documents.")
@click.pass_obj
def set_(call: Call, /, guide: str, **given: Any) -> None:
    """Replace the codes, groups, cases or documents of a guide; an empty value clears."""
    said = changes(given)
    with call.opened() as project:
        found = project.guides.set(guide, said)
        if call.json:
            emit(shapes.guide(found, _names(project)))
        else:
            say(f"{found.name}: {listed(sorted(said))} changed.")


@guide.command("remove")
@click.argument("guide", metavar="GUIDE")
@click.pass_obj
def remove(call: Call, guide: str) -> None:
    """Take a guide out: what it covered becomes unknown."""
    with call.opened() as project:
        found = project.guides.resolve(guide)
        project.guides.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken out.")


def _names(project: Project) -> dict[str, str]:
    names = {one.id: one.name for one in project.cases.list()}
    return names | {one.id: one.name for one in project.documents.list()}
