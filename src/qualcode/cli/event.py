"""`qualcode event`: what happened in a case, and what set it back."""

from __future__ import annotations

from typing import Any

import click

from qualcode.cli import cell_shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, choice

FIELDS = (Field("ID"), Field("CASE"), Field("PERIOD"), Field("KIND"), Field("TEXT", flexible=True))
KIND = click.option("--kind", type=click.Choice(("event", "setback")), help="event unless said.")
PERIOD = click.option("--period", metavar="NAME", help="When; one of the project's periods.")


@click.group("event", cls=Group)
def event() -> None:
    """Events and setbacks of cases, for the table of development. EVENT is an id."""


@event.command("list")
@click.option("--case", metavar="CASE", help="Only of one case.")
@click.pass_obj
def list_(call: Call, case: str | None) -> None:
    """List the events by case and period."""
    with call.opened() as project:
        found = project.development.events(case)
        names = {one.id: one.name for one in project.cases.list()}
    if call.json:
        emit([cell_shapes.event(one, names) for one in found])
        return
    rows = [(one.id, names[one.case_id], one.period, one.kind, one.text) for one in found]
    grid(FIELDS, rows, "No events. Enter one: qualcode event add CASE TEXT")


@event.command("add")
@click.argument("case", metavar="CASE")
@click.argument("text", metavar="TEXT")
@PERIOD
@KIND
@click.pass_obj
def add(call: Call, case: str, text: str, period: str | None, kind: str | None) -> None:
    """Enter an event of a case and print its id."""
    with call.opened() as project:
        made = project.development.add_event(
            case, text, period=choice(period), kind=kind or "event"
        )
        if call.json:
            names = {one.id: one.name for one in project.cases.list()}
            emit(cell_shapes.event(made, names))
        else:
            print_data(made.id)
            say(f"A new {made.kind}.")


@event.command("set")
@click.argument("event", metavar="EVENT")
@click.option("--text", metavar="TEXT")
@PERIOD
@KIND
@click.pass_obj
def set_(call: Call, /, event: str, **given: Any) -> None:
    """Change an event; an empty period clears it."""
    said = changes(given)
    if "period" in said:
        said["period"] = choice(said["period"])
    with call.opened() as project:
        made = project.development.set_event(event, said)
        if call.json:
            names = {one.id: one.name for one in project.cases.list()}
            emit(cell_shapes.event(made, names))
        else:
            say(f"Event: {listed(sorted(said))} changed.")


@event.command("remove")
@click.argument("event", metavar="EVENT")
@click.pass_obj
def remove(call: Call, event: str) -> None:
    """Take an event away."""
    with call.opened() as project:
        project.development.remove_event(event)
        if call.json:
            emit({"removed": event})
        else:
            say("The event was taken away.")
