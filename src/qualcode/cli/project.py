"""`qualcode project`: what a project says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.call import Call
from qualcode.cli.output import emit, facts, listed, say
from qualcode.cli.parts import Group

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@click.group("project", cls=Group)
def project() -> None:
    """Title, stance, languages, periods, retention date and default coder."""


@project.command("show")
@click.pass_obj
def show(call: Call) -> None:
    """Show the settings of the project, and how much there is in it."""
    with call.opened() as found:
        shape = _shape(found)
        if call.json:
            emit(shape)
            return
        book = shape.pop("codebook")
        shape["codebook"] = f"{book['id']} {book['version']}"
        facts({k: listed(v) if isinstance(v, list) else v for k, v in shape.items()})


@project.command("set")
@click.argument("name")
@click.argument("value")
@click.pass_obj
def set_(call: Call, name: str, value: str) -> None:
    """Change the setting NAME: title, stance, languages, periods, retention, coder.

    Lists are separated by commas, as in `project set periods before,now,later`. Stances:
    reliability, codebook-with-dialogue, single-coder. An empty VALUE clears.
    """
    with call.opened() as found:
        found.settings.set(name, value)
        if call.json:
            emit(_shape(found))
        else:
            now = found.settings.show()[name]
            shown = listed(now) if isinstance(now, list) else now
            say(f"{name}: {shown if shown else 'cleared'}")


def _shape(found: Project) -> dict[str, Any]:
    book = found.codebooks.current()
    return {
        "path": str(found.path),
        **found.settings.show(),
        "codebook": {"id": book.id, "version": book.version},
        "cases": len(found.cases.list()),
        "documents": len(found.documents.list()),
        "participants": len(found.participants.list()),
        "coders": len(found.coders.list()),
        "codings": len(found.codings.list()),
        "state": found.state(),
    }
