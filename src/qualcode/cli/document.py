"""`qualcode document`: the transcripts of a project."""

from __future__ import annotations

import sys
from typing import Any

import click

from qualcode.cli import document_texts, shapes, withdrawing
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, facts, grid, listed, print_data, say
from qualcode.cli.parts import Group, attributes, changes

FIELDS = (
    Field("NAME", flexible=True),
    Field("CASE", flexible=True),
    Field("INFORMANT", flexible=True),
    Field("LANG"),
    Field("WORDS", right=True),
    Field("TURNS", right=True),
)
TURN_FIELDS = (
    Field("TURN", right=True),
    Field("SPEAKER", flexible=True),
    Field("PLACE"),
    Field("TIME", right=True),
)


@click.group("document", cls=Group)
def document() -> None:
    """The transcripts of a project. DOCUMENT is an id or a name."""


@document.command("list")
@click.option("--case", metavar="CASE", help="Only those of a case.")
@click.pass_obj
def list_(call: Call, case: str | None) -> None:
    """List the documents by case and name."""
    with call.opened() as project:
        found = project.documents.list()
        if case:
            wanted = project.cases.resolve(case).id
            found = [one for one in found if one.case_id == wanted]
    if call.json:
        emit([shapes.document(one) for one in found])
        return
    rows = [(o.name, o.case, o.participant, o.language, o.words, o.turns) for o in found]
    grid(FIELDS, rows, "No documents. Bring some in: qualcode import FILE...")


@document.command("show")
@click.argument("document", metavar="DOCUMENT")
@click.pass_obj
def show(call: Call, document: str) -> None:
    """Show what a document is filed under, and its turns."""
    with call.opened() as project:
        found = project.documents.transcript(document)
    if call.json:
        emit(shapes.transcript(found))
        return
    shape = shapes.document(found.document)
    hidden = ("case_id", "participant_id")
    facts(
        {
            key: listed(value) if isinstance(value, dict | list) else value
            for key, value in shape.items()
            if key not in hidden
        }
    )
    print_data()
    rows = [
        (
            turn.n,
            f"{turn.speaker or '?'}{' (asks)' if turn.interviewer else ''}",
            f"{turn.start}:{turn.end}",
            clock(turn.time_start),
        )
        for turn in found.turns
    ]
    grid(TURN_FIELDS, rows, "No turns.")


@document.command("text")
@click.argument("document", metavar="DOCUMENT")
@click.option("--version", type=int, metavar="N", help="An older text; see document versions.")
@click.pass_obj
def text(call: Call, document: str, version: int | None) -> None:
    """Print exactly the frozen text, with no newline added."""
    with call.opened() as project:
        found = project.documents.transcript(document)
        words = found.text if version is None else project.replacing.text(document, version)
    if call.json:
        emit({"id": found.document.id, "name": found.document.name, "text": words})
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode())
    sys.stdout.buffer.flush()


@document.command("set")
@click.argument("document", metavar="DOCUMENT")
@click.option("--name", metavar="NAME")
@click.option("--case", metavar="CASE")
@click.option("--participant", metavar="NAME")
@click.option("--language", metavar="LANG", help="sv, da, nb, nn or en.")
@click.option("--date", metavar="DATE")
@click.option("--wave", metavar="NAME")
@click.option("--group", "groups", multiple=True, metavar="NAME", help="All groups it is in.")
@attributes("An attribute; KEY= takes it away.")
@click.pass_obj
def set_(call: Call, /, document: str, attributes: tuple[Any, ...], **given: Any) -> None:
    """Change what a document is filed under; an empty value clears."""
    said = changes({**given, "attributes": dict(attributes) or None})
    with call.opened() as project:
        found = project.documents.set(document, said)
        if call.json:
            emit(shapes.document(found))
        else:
            say(f"{found.name}: {listed(sorted(said))} changed.")


@document.command("remove")
@click.argument("document", metavar="DOCUMENT")
@click.pass_obj
def remove(call: Call, document: str) -> None:
    """Take a document out with its codings; `qualcode undo` brings all of it back."""
    with call.opened() as project:
        found = project.documents.remove(document)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken out with its codings. Undo: qualcode undo")


for command in (*document_texts.COMMANDS, withdrawing.document):
    document.add_command(command)


def clock(seconds: float | None) -> str:
    """Seconds as h:mm:ss; empty when not known."""
    if seconds is None:
        return ""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
