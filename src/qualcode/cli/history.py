"""`qualcode undo`, `redo` and `log`: what has been done, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, say
from qualcode.cli.parts import Command
from qualcode.errors import Conflict, NotFound

if TYPE_CHECKING:
    from qualcode.domain.people import Act
    from qualcode.services.history import History

FIELDS = (
    Field("N", right=True),
    Field("TIME"),
    Field("CODER", flexible=True),
    Field("WHAT", flexible=True),
)


@click.command("undo", cls=Command)
@click.option("--to", type=int, metavar="N", help="Back to and with act N of the log.")
@click.pass_obj
def undo(call: Call, to: int | None) -> None:
    """Take back your last act; again for the one before it."""
    with call.opened() as project:
        history = project.history
        if to is not None:
            _check(history, project.coder, to, undone=False)
        acts = _steps(history.undo, to)
    _told(call, acts, "Taken back", to)


@click.command("redo", cls=Command)
@click.option("--to", type=int, metavar="N", help="Up to and with act N of the log.")
@click.pass_obj
def redo(call: Call, to: int | None) -> None:
    """Do again what you took back last."""
    with call.opened() as project:
        history = project.history
        if to is not None:
            _check(history, project.coder, to, undone=True)
        acts = _steps(history.redo, to)
    _told(call, acts, "Done again", to)


def _check(history: History, coder: str | None, to: int, *, undone: bool) -> None:
    """Raises unless the coder's own acts lead to that one."""
    act = next((one for one in history.log() if one.seq == to), None)
    if act is None:
        raise NotFound(f"There is no act {to}.", "See the numbers: qualcode log.")
    if act.undoes is not None or act.coder != coder:
        raise Conflict(f"Act {to} is none of yours.", "Only what you did yourself is taken back.")
    if act.undone != undone:
        was = "was not taken back" if undone else "is taken back already"
        raise Conflict(f"Act {to} {was}.", "See qualcode log.")


def _steps(step: Callable[[], Act], to: int | None) -> list[Act]:
    """One step, or all steps up to and with an act that they lead to."""
    acts = [step()]
    while to is not None and acts[-1].seq != to:
        acts.append(step())
    return acts


def _told(call: Call, acts: list[Act], words: str, to: int | None) -> None:
    if call.json:
        plain = [shapes.act(act) for act in acts]
        emit(plain[0] if to is None else plain)
    for act in acts if not call.json else ():
        say(f"{words}: {act.summary}")


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
