"""`qualcode organisation`: the partners in a case."""

from __future__ import annotations

from typing import Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes

FIELDS = (Field("NAME", flexible=True), Field("CASE", flexible=True), Field("TYPE", flexible=True))


@click.group("organisation", cls=Group)
def organisation() -> None:
    """The partners in a case. ORGANISATION is an id or a name."""


@organisation.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the organisations."""
    with call.opened() as project:
        found = project.organisations.list()
    if call.json:
        emit([shapes.organisation(one) for one in found])
        return
    grid(FIELDS, [(one.name, one.case, one.type) for one in found], "No organisations.")


@organisation.command("add")
@click.argument("name")
@click.option("--case", metavar="CASE", help="The case it is a partner in.")
@click.option("--type", metavar="TYPE", help="For instance municipality or association.")
@click.pass_obj
def add(call: Call, /, name: str, **given: Any) -> None:
    """Make an organisation and print its id."""
    with call.opened() as project:
        made = project.organisations.add(name, given["case"], given["type"])
        if call.json:
            emit(shapes.organisation(made))
        else:
            print_data(made.id)
            say(f"A new organisation: {made.name}")


@organisation.command("set")
@click.argument("organisation", metavar="ORGANISATION")
@click.option("--name", metavar="NAME")
@click.option("--case", metavar="CASE")
@click.option("--type", metavar="TYPE")
@click.pass_obj
def set_(call: Call, /, organisation: str, **given: Any) -> None:
    """Change an organisation; an empty value clears."""
    said = changes(given)
    with call.opened() as project:
        found = project.organisations.set(organisation, said)
        if call.json:
            emit(shapes.organisation(found))
        else:
            say(f"{found.name}: {listed(sorted(said))} changed.")


@organisation.command("remove")
@click.argument("organisation", metavar="ORGANISATION")
@click.pass_obj
def remove(call: Call, organisation: str) -> None:
    """Take an organisation out; degrees that name it keep its name."""
    with call.opened() as project:
        found = project.organisations.resolve(organisation)
        project.organisations.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken out.")
