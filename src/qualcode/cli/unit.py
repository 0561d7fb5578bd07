"""`qualcode unit`: which turns are coded, read or unread."""

from __future__ import annotations

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, clip, emit, grid, one_line, say
from qualcode.cli.parts import Group

STATES = ("coded", "read", "unread", "gap", "interviewer")
PROGRESS = (
    Field("DOCUMENT", flexible=True),
    Field("TURNS", right=True),
    Field("CODED", right=True),
    Field("READ", right=True),
    Field("UNREAD", right=True),
    Field("CODINGS", right=True),
)
TURNS = (
    Field("TURN", right=True),
    Field("STATE"),
    Field("SPEAKER", flexible=True),
    Field("BEGINS", flexible=True),
)


@click.group("unit", cls=Group)
def unit() -> None:
    """The turns of a document: coded, read with nothing relevant in them, or unread."""


@unit.command("list")
@click.argument("document", required=False, metavar="[DOCUMENT]")
@click.option("--state", type=click.Choice(STATES), help="Only turns in this state.")
@click.pass_obj
def list_(call: Call, document: str | None, state: str | None) -> None:
    """List the turns of a document; without DOCUMENT how far every document has come."""
    if document is None:
        if state:
            raise click.UsageError("--state needs a DOCUMENT.")
        _progress(call)
        return
    with call.opened() as project:
        transcript = project.documents.transcript(document)
        states = project.units.states(transcript.document.id)
    found = [turn for turn in transcript.turns if state in (None, states[turn.n])]
    if call.json:
        emit([{**shapes.turn(turn), "state": states[turn.n]} for turn in found])
        return
    rows = [
        (
            turn.n,
            states[turn.n],
            turn.speaker,
            clip(one_line(transcript.text[turn.start : min(turn.end, turn.start + 120)]), 60),
        )
        for turn in found
    ]
    grid(TURNS, rows, "No such turns.")


def _progress(call: Call) -> None:
    with call.opened() as project:
        found = project.documents.progress()
    if call.json:
        emit([shapes.progress(one) for one in found])
        return
    rows = [
        (one.document.name, one.turns, one.coded, one.read, one.unread, one.codings)
        for one in found
    ]
    grid(PROGRESS, rows, "No documents.")


@unit.command("set")
@click.argument("document", metavar="DOCUMENT")
@click.option(
    "--turn", "turns", type=int, multiple=True, required=True, metavar="N", help="Repeatable."
)
@click.option("--read/--unread", default=True, help="Mark as read, or take the mark away.")
@click.pass_obj
def set_(call: Call, document: str, turns: tuple[int, ...], read: bool) -> None:
    """Mark turns as read with nothing relevant in them."""
    with call.opened() as project:
        info = project.documents.resolve(document)
        project.units.mark_read(info.id, turns, read=read)
        states = project.units.states(info.id)
    if call.json:
        emit([{"n": turn, "state": states[turn]} for turn in turns])
    else:
        say(f"{info.name}: {len(turns)} turns marked as {'read' if read else 'unread'}.")
