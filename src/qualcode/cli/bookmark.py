"""`qualcode bookmark`: places in the transcripts kept under letters."""

from __future__ import annotations

import click

from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, say
from qualcode.cli.parts import Group

FIELDS = (Field("LETTER"), Field("DOCUMENT", flexible=True), Field("PLACE", right=True))


@click.group("bookmark", cls=Group)
def bookmark() -> None:
    """Places that you keep under letters, in the screens with B and J."""


@bookmark.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List your places by letter."""
    with call.opened() as project:
        names = {info.id: info.name for info in project.documents.list()}
        kept = sorted(project.kept_places.list().items())
    if call.json:
        emit(
            [
                {"letter": letter, "document": names[at.document], "start": at.offset}
                | {"document_id": at.document}
                for letter, at in kept
            ]
        )
    else:
        rows = [(letter, names[at.document], at.offset) for letter, at in kept]
        grid(FIELDS, rows, "No places are kept.")


@bookmark.command("add")
@click.argument("letter")
@click.argument("document", metavar="DOCUMENT")
@click.option("--at", type=int, required=True, metavar="OFFSET", help="In characters.")
@click.pass_obj
def add(call: Call, letter: str, document: str, at: int) -> None:
    """Keep a place under LETTER; what was kept under it goes."""
    with call.opened() as project:
        spot = project.kept_places.keep(letter, document, at)
    if call.json:
        emit({"letter": letter, "document_id": spot.document, "start": spot.offset})
    else:
        say(f"Kept under {letter}.")


@bookmark.command("remove")
@click.argument("letter")
@click.pass_obj
def remove(call: Call, letter: str) -> None:
    """Keep the place under LETTER no longer."""
    with call.opened() as project:
        project.kept_places.remove(letter)
    if call.json:
        emit({"removed": letter})
    else:
        say(f"Nothing is kept under {letter} any more.")
