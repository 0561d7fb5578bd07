"""`qualcode member-check`: what informants answer to the readings of their words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, said

ANSWER = click.Choice(["agree", "amend", "disagree"])
FIELDS = (
    Field("ID"),
    Field("PARTICIPANT", flexible=True),
    Field("ABOUT"),
    Field("ANSWER"),
    Field("DOCUMENT", flexible=True),
)


@click.group("member-check", cls=Group)
def member_check() -> None:
    """Replies of informants, linked to what they speak about. Packs: qualcode participant pack."""


@member_check.command("list")
@click.option("--participant", metavar="NAME", help="Only those of one informant.")
@click.pass_obj
def list_(call: Call, participant: str | None) -> None:
    """List the replies."""
    from dataclasses import asdict

    with call.opened() as project:
        found = project.member_checks.list(participant)
    if call.json:
        emit([asdict(one) for one in found])
        return
    rows = [(one.id, one.participant, one.target_kind, one.answer, one.document) for one in found]
    grid(FIELDS, rows, "No replies. Link one: qualcode member-check add DOCUMENT --about KIND:REF")


@member_check.command("add")
@click.argument("document", metavar="DOCUMENT|FILE")
@click.option("--about", required=True, metavar="KIND:REF", help="cell:CASE/CODE, finding:, theme:")
@click.option("--answer", type=ANSWER, required=True)
@click.option("--participant", metavar="NAME", help="Whose reply it is.")
@click.option("--note", metavar="TEXT")
@click.pass_obj
def add(call: Call, /, document: str, about: str, **given: Any) -> None:
    """Link a reply to what it speaks about, and print its id.

    A FILE that is no document yet is brought in first. KIND is cell, finding, theme, proposition or
    coding.
    """
    from dataclasses import asdict

    from qualcode.services.member_checks import About

    kind, colon, ref = about.partition(":")
    if not colon:
        raise click.UsageError(f"'{about}' is not KIND:REF.")
    what = About(kind, ref, given["answer"], said(given["note"]))
    with call.opened() as project:
        if Path(document).is_file():
            made = project.member_checks.bring(Path(document), what, given["participant"])
        else:
            made = project.member_checks.add(document, what, given["participant"])
    if call.json:
        emit(asdict(made))
    else:
        print_data(made.id)
        say(f"{made.participant}: {made.answer}, on a {made.target_kind}")


@member_check.command("set")
@click.argument("reply", metavar="ID")
@click.option("--answer", type=ANSWER)
@click.option("--note", metavar="TEXT")
@click.pass_obj
def set_(call: Call, /, reply: str, **given: Any) -> None:
    """Change the answer or the note; an empty note clears."""
    from dataclasses import asdict

    now = changes(given)
    with call.opened() as project:
        found = project.member_checks.set(reply, now)
    if call.json:
        emit(asdict(found))
    else:
        say(f"{listed(sorted(now))} changed.")


@member_check.command("remove")
@click.argument("reply", metavar="ID")
@click.pass_obj
def remove(call: Call, reply: str) -> None:
    """Unlink a reply; its document stays."""
    with call.opened() as project:
        project.member_checks.remove(reply)
    if call.json:
        emit({"removed": reply})
    else:
        say("The reply is linked no more; its document stays.")
