"""`qualcode participant`: the informants, under pseudonyms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qualcode.cli import shapes, withdrawing
from qualcode.cli.call import Call
from qualcode.cli.codebook import reader_language
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes

FIELDS = (
    Field("NAME", flexible=True),
    Field("ROLE", flexible=True),
    Field("ORGANISATION", flexible=True),
    Field("CASE", flexible=True),
    Field("CONSENT"),
)
CONSENT = click.Choice(["yes", "no", "unknown"])


@click.group("participant", cls=Group)
def participant() -> None:
    """The informants. PARTICIPANT is an id or a pseudonym."""


@participant.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the participants."""
    with call.opened() as project:
        found = project.participants.list()
    if call.json:
        emit([shapes.participant(one) for one in found])
        return
    rows = [(one.name, one.role, one.organisation, one.case, one.consent) for one in found]
    grid(FIELDS, rows, "No participants. Enter one: qualcode participant add PSEUDONYM")


@participant.command("add")
@click.argument("name", metavar="PSEUDONYM")
@click.option("--role", metavar="ROLE", help="What may be printed beside a quote.")
@click.option("--organisation", metavar="NAME", help="The organisation, which must be known.")
@click.option("--case", metavar="CASE")
@click.option("--consent", type=CONSENT, help="Whether the words may be quoted.")
@click.pass_obj
def add(call: Call, /, name: str, **given: Any) -> None:
    """Enter an informant and print the id."""
    with call.opened() as project:
        made = project.participants.add(name, {k: v for k, v in given.items() if v})
        if call.json:
            emit(shapes.participant(made))
        else:
            print_data(made.id)
            say(f"A new participant: {made.name}")


@participant.command("set")
@click.argument("participant", metavar="PARTICIPANT")
@click.option("--name", metavar="PSEUDONYM")
@click.option("--role", metavar="ROLE")
@click.option("--organisation", metavar="NAME")
@click.option("--case", metavar="CASE")
@click.option("--consent", type=CONSENT)
@click.pass_obj
def set_(call: Call, /, participant: str, **given: Any) -> None:
    """Change what is known of an informant; an empty value clears."""
    said = changes(given)
    with call.opened() as project:
        found = project.participants.set(participant, said)
        if call.json:
            emit(shapes.participant(found))
        else:
            say(f"{found.name}: {listed(sorted(said))} changed.")


@participant.command("pack")
@click.argument("participant", metavar="PARTICIPANT")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--language", metavar="LANG", help="en, sv, da or nb; else the project's first.")
@click.pass_obj
def pack(call: Call, participant: str, out: Path, language: str | None) -> None:
    """Write one informant's own words and the readings of them, for them to check.

    OUT ends in .docx, .md or .html; nothing of anybody else goes in.
    """
    with call.opened() as project:
        written = project.member_checks.pack(participant, out, language or reader_language(project))
    if call.json:
        emit({"path": str(written)})
    else:
        print_data(str(written))
        say("The pack is written.")


@participant.command("remove")
@click.argument("participant", metavar="PARTICIPANT")
@click.pass_obj
def remove(call: Call, participant: str) -> None:
    """Take an informant out; documents stay, without an informant."""
    with call.opened() as project:
        found = project.participants.resolve(participant)
        project.participants.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken out; the documents stay.")


participant.add_command(withdrawing.participant)
