"""`qualcode codebook extension, example, quoted`: parts that are switched, words of passages."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from qualcode.cli.call import Call
from qualcode.cli.codebook_parts import REASON, told
from qualcode.cli.output import Field, emit, grid, quoted, say
from qualcode.cli.parts import Command, Group

FIELDS = (
    Field("EXTENSION"),
    Field("STATE"),
    Field("CODES", right=True),
    Field("PASSAGES", right=True),
    Field("LABEL", flexible=True),
)
QUOTED = (
    Field("CODE", flexible=True),
    Field("WHAT"),
    Field("WHO", flexible=True),
    Field("MAY BE QUOTED"),
    Field("WORDS", flexible=True),
)
TEXT_CELLS = 60


@click.group("extension", cls=Group)
def extension() -> None:
    """Optional parts of the codebook, switched on and off."""


@extension.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the extensions: on or off, with their codes and what is coded with them."""
    from qualcode.domain.codebook import in_language

    with call.opened() as project:
        book = project.codebooks.current()
        counts = project.codings.counts()
        languages = project.settings.show()["languages"]
    found: list[dict[str, Any]] = [
        {
            "id": one.id,
            "label": dict(one.label),
            "on": one.on,
            "codes": list(book.codes_of(one.id)),
            "passages": sum(counts.get(code, (0, 0))[0] for code in one.codes),
        }
        for one in book.extensions.values()
    ]
    if call.json:
        emit(found)
        return
    at = str(languages[0]) if languages else "en"
    rows = [
        (
            *(one["id"], "on" if one["on"] else "off", len(one["codes"]), one["passages"]),
            in_language(one["label"], at, one["id"]),
        )
        for one in found
    ]
    grid(FIELDS, rows, "The codebook has no extensions.")


@extension.command("on")
@click.argument("name")
@REASON
@click.pass_obj
def on(call: Call, name: str, reason: str) -> None:
    """Switch an extension on: its codes can be given to passages."""
    _switch(call, name, reason, to=True)


@extension.command("off")
@click.argument("name")
@REASON
@click.pass_obj
def off(call: Call, name: str, reason: str) -> None:
    """Switch an extension off: its codes take no new codings; those that are there stay."""
    _switch(call, name, reason, to=False)


def _switch(call: Call, name: str, reason: str, *, to: bool) -> None:
    from qualcode.domain.extension_switch import Switch

    with call.opened() as project:
        told(call, project.revision.do(Switch(name, to), reason))


@click.command("example", cls=Command)
@click.argument("code")
@click.option("--from", "coding", required=True, metavar="CODING", help="Whose words it takes.")
@click.option("--language", metavar="LANG", help="Else that of the document.")
@REASON
@click.pass_obj
def example(call: Call, code: str, coding: str, language: str | None, reason: str) -> None:
    """Take the words of a passage as the example of CODE.

    Where they are from is kept with them, and they stay in the project when the codebook leaves.
    """
    with call.opened() as project:
        outcome = project.quotations.take_example(code, coding, language, reason)
        name, consent = project.quotations.consent(coding)
    told(call, outcome)
    if consent != "yes" and not call.json:
        say(f"Whether {name or 'the informant'} may be quoted is not known: it is never exported.")


@click.command("quoted", cls=Command)
@click.pass_obj
def quoted_(call: Call) -> None:
    """List the examples and labels that are words of informants: whose, and may they be quoted."""
    with call.opened() as project:
        found = project.quotations.list()
    if call.json:
        emit([asdict(one) for one in found])
        return
    rows = [
        (one.code, one.field, one.participant, one.consent, quoted(one.text, TEXT_CELLS))
        for one in found
    ]
    grid(QUOTED, rows, "Nothing in the codebook was taken from a passage.")


COMMANDS = (extension, example, quoted_)
