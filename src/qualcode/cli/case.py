"""`qualcode case`: what is compared."""

from __future__ import annotations

from typing import Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, attributes, changes

FIELDS = (
    Field("NAME", flexible=True),
    Field("DOCUMENTS", right=True),
    Field("ATTRIBUTES", flexible=True),
)


@click.group("case", cls=Group)
def case() -> None:
    """What is compared: initiatives and partnerships. CASE is an id, a name or an alias."""


@case.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the cases."""
    with call.opened() as project:
        found = project.cases.list()
    if call.json:
        emit([shapes.case(one) for one in found])
        return
    rows = [(one.name, one.documents, listed(one.attributes)) for one in found]
    grid(FIELDS, rows, "No cases. Make one: qualcode case add NAME")


@case.command("add")
@click.argument("name")
@attributes("An attribute such as country=SE; may be repeated.")
@click.pass_obj
def add(call: Call, name: str, attributes: tuple[Any, ...]) -> None:
    """Make a case and print its id."""
    with call.opened() as project:
        made = project.cases.add(name, {k: v for k, v in attributes if v is not None})
        if call.json:
            emit(shapes.case(made))
        else:
            print_data(made.id)
            say(f"A new case: {made.name}")


@case.command("set")
@click.argument("case", metavar="CASE")
@click.option("--name", metavar="NAME")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="All its other names.")
@attributes("An attribute; KEY= takes it away.")
@click.pass_obj
def set_(call: Call, /, case: str, attributes: tuple[Any, ...], **given: Any) -> None:
    """Change the name, the other names or the attributes of a case."""
    said = changes({**given, "attributes": dict(attributes) or None})
    with call.opened() as project:
        found = project.cases.set(case, said)
        if call.json:
            emit(shapes.case(found))
        else:
            say(f"{found.name}: {listed(sorted(said))} changed.")


@case.command("remove")
@click.argument("case", metavar="CASE")
@click.pass_obj
def remove(call: Call, case: str) -> None:
    """Take a case out; its documents stay, without a case."""
    with call.opened() as project:
        found = project.cases.resolve(case)
        project.cases.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken out; its documents stay.")
