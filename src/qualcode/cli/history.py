"""`qualcode undo`, `redo` and `log`: what has been done, and taking it back."""

from __future__ import annotations

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, say
from qualcode.cli.parts import Command

FIELDS = (
    Field("N", right=True),
    Field("TIME"),
    Field("CODER", flexible=True),
    Field("WHAT", flexible=True),
)


@click.command("undo", cls=Command)
@click.pass_obj
def undo(call: Call) -> None:
    """Take back your last act; again for the one before it."""
    with call.opened() as project:
        act = project.history.undo()
    if call.json:
        emit(shapes.act(act))
    else:
        say(f"Taken back: {act.summary}")


@click.command("redo", cls=Command)
@click.pass_obj
def redo(call: Call) -> None:
    """Do again what you took back last."""
    with call.opened() as project:
        act = project.history.redo()
    if call.json:
        emit(shapes.act(act))
    else:
        say(f"Done again: {act.summary}")


@click.command("log", cls=Command)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@click.pass_obj
def log(call: Call, limit: int | None) -> None:
    """List what has been done, newest first."""
    with call.opened() as project:
        found = project.history.log(limit)
    if call.json:
        emit([shapes.act(one) for one in found])
        return
    rows = [
        (one.seq, one.time, one.coder, one.summary + (" (taken back)" if one.undone else ""))
        for one in found
    ]
    grid(FIELDS, rows, "Nothing has been done.")
