"""`qualcode emergent`: what becomes of labels that no code fitted."""

from __future__ import annotations

from dataclasses import asdict

import click

from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, say
from qualcode.cli.parts import Group

FIELDS = (
    Field("LABEL", flexible=True),
    Field("DECISION"),
    Field("INTO", flexible=True),
    Field("CODINGS", right=True),
    Field("WHY", flexible=True),
)
LABELS = click.argument("labels", nargs=-1, required=True, metavar="LABEL...")


@click.group("emergent", cls=Group)
def emergent() -> None:
    """The labels of what no code fitted: made a code, put under a theme, set aside, or undecided.

    A label becomes a code with: qualcode codebook adopt.
    """


@emergent.command("list")
@click.option("--undecided", is_flag=True, help="Only those nothing was decided about.")
@click.pass_obj
def list_(call: Call, undecided: bool) -> None:
    """List every label once with what was decided; undecided ones first."""
    with call.opened() as project:
        found = [one for one in project.emergent.list() if not (undecided and one.decided)]
        themes = {theme.id: theme.name for theme in project.themes.list()}
    if call.json:
        emit([{**asdict(one), "target": themes.get(one.target or "", one.target)} for one in found])
        return
    rows = [
        (one.label, one.decision, themes.get(one.target or "", one.target), one.codings, one.reason)
        for one in found
    ]
    grid(FIELDS, rows, "No labels: nothing was coded as emergent.")


@emergent.command("theme")
@click.argument("theme", metavar="THEME")
@LABELS
@click.option("--reason", metavar="TEXT", default="")
@click.pass_obj
def theme(call: Call, theme: str, labels: tuple[str, ...], reason: str) -> None:
    """Put labels under a theme, and log why."""
    with call.opened() as project:
        count = project.emergent.to_theme(labels, theme, reason)
    _told(call, labels, f"{count} put under {theme}.")


@emergent.command("aside")
@LABELS
@click.option("--reason", metavar="TEXT", required=True)
@click.pass_obj
def aside(call: Call, labels: tuple[str, ...], reason: str) -> None:
    """Say that labels need neither a code nor a theme, and why."""
    with call.opened() as project:
        project.emergent.aside(labels, reason)
    _told(call, labels, f"{len(labels)} set aside.")


@emergent.command("reopen")
@LABELS
@click.pass_obj
def reopen(call: Call, labels: tuple[str, ...]) -> None:
    """Take decisions back: labels leave their themes and are undecided again."""
    with call.opened() as project:
        project.emergent.reopen(labels)
    _told(call, labels, f"{len(labels)} undecided again.")


def _told(call: Call, labels: tuple[str, ...], words: str) -> None:
    if call.json:
        emit({"labels": list(labels)})
    else:
        say(words)
