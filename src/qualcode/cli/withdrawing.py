"""`qualcode document withdraw` and `qualcode participant withdraw`: erasing for good."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qualcode.cli.call import Call
from qualcode.cli.output import emit, listed, one_line, say, warn
from qualcode.cli.parts import Command
from qualcode.errors import Invalid

if TYPE_CHECKING:
    from qualcode.services.withdrawing import Withdrawn

YES = click.option("--yes", is_flag=True, help="Needed: this cannot be undone.")


@click.command("withdraw", cls=Command)
@click.argument("document", metavar="DOCUMENT")
@YES
@click.pass_obj
def document(call: Call, document: str, yes: bool) -> None:
    """Erase a document for good: all its texts, the file, names, codings, and quotes of it.

    It cannot be undone. The log keeps that something was withdrawn, when and by whom.
    """
    with call.opened() as project:
        name = project.documents.resolve(document).name
        _sure(name, yes=yes)
        _tell(call, project.withdrawing.document(document))


@click.command("withdraw", cls=Command)
@click.argument("participant", metavar="PARTICIPANT")
@YES
@click.pass_obj
def participant(call: Call, participant: str, yes: bool) -> None:
    """Erase a participant for good, with their documents and all that was coded in them.

    What they say in talks with others is blacked out there. It cannot be undone.
    """
    with call.opened() as project:
        name = project.participants.resolve(participant).name
        _sure(name, yes=yes)
        _tell(call, project.withdrawing.participant(participant))


def _sure(name: str, *, yes: bool) -> None:
    if not yes:
        raise Invalid(
            f"Withdrawing {one_line(name)} cannot be undone; nothing was changed.",
            "Say --yes if it is meant.",
        )


def _tell(call: Call, done: Withdrawn) -> None:
    if call.json:
        emit(asdict(done))
    else:
        say(f"{one_line(done.name)} was withdrawn: {done.codings} codings are gone.")
        if done.documents:
            say(f"Erased: {listed(tuple(map(one_line, done.documents)))}.")
        if done.shared:
            say(f"Blacked out in talks with others: {listed(tuple(map(one_line, done.shared)))}.")
        if done.quoting:
            say(f"Words of theirs were struck out of {done.quoting} memos, summaries or the like.")
    if done.copies:
        warn(
            f"these files beside the project may hold the words still: {listed(done.copies)}. "
            "Delete them, and reports and exports that quote them."
        )
    if not done.clean:
        warn("another program has the project open: close it, so that the last traces go too.")
