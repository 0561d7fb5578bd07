"""`qualcode coder`: the people who code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes

if TYPE_CHECKING:
    from qualcode.domain.people import Coder
    from qualcode.services.workspace import Project


@click.group("coder", cls=Group)
def coder() -> None:
    """The people who code. CODER is an id or a name."""


@coder.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the coders."""
    with call.opened() as project:
        found = project.coders.list()
    if call.json:
        emit([shapes.coder(one) for one in found])
        return
    fields = (Field("NAME", flexible=True), Field("FULL NAME", flexible=True))
    grid(fields, [(one.name, one.full_name) for one in found], "No coders.")


@coder.command("add")
@click.argument("name")
@click.option("--full-name", metavar="NAME")
@click.pass_obj
def add(call: Call, name: str, full_name: str | None) -> None:
    """Enter a coder and print the id."""
    with call.opened() as project:
        themselves = project.coder in (None, name)
    if themselves:
        # every act has a coder: where nobody is named yet, those who are entered enter themselves
        call.coder = name
    with call.opened() as project:
        made = _entered(project, name, full_name)
        if call.json:
            emit(shapes.coder(made))
        else:
            print_data(made.id)
            say(f"A new coder: {made.name}")


def _entered(project: Project, name: str, full_name: str | None) -> Coder:
    known = {one.name for one in project.coders.list()}
    if project.coder != name or name in known:
        return project.coders.add(name, full_name)
    coder_id = project.session.coder_id()
    if full_name:
        return project.coders.set(coder_id, {"full_name": full_name})
    return next(one for one in project.coders.list() if one.id == coder_id)


@coder.command("set")
@click.argument("who", metavar="CODER")
@click.option("--name", metavar="NAME")
@click.option("--full-name", metavar="NAME")
@click.pass_obj
def set_(call: Call, /, who: str, **given: Any) -> None:
    """Change the name of a coder."""
    said = changes(given)
    with call.opened() as project:
        found = project.coders.set(who, said)
        if call.json:
            emit(shapes.coder(found))
        else:
            say(f"{found.name}: {listed(sorted(said))} changed.")


@coder.command("remove")
@click.argument("who", metavar="CODER")
@click.pass_obj
def remove(call: Call, who: str) -> None:
    """Take out a coder who has no codings."""
    from qualcode.services.session import pick

    with call.opened() as project:
        found = pick("coder", who, project.coders.list())
        project.coders.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken out.")
