"""`qualcode key`: keys of the project's own that set a code."""

from __future__ import annotations

import click

from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, say
from qualcode.cli.parts import Group

KEYS = (Field("KEY"), Field("CODE", flexible=True))


@click.group("key", cls=Group)
def key() -> None:
    """Hot keys: on the coding screen `a` and the key set the code."""


@key.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the hot keys of the codebook and of the project."""
    with call.opened() as project:
        found = project.hotkeys.list()
    if call.json:
        emit([{"key": one, "code": code} for one, code in found.items()])
    else:
        grid(KEYS, list(found.items()), "No hot keys.")


@key.command("set")
@click.argument("sign", metavar="KEY")
@click.argument("code", metavar="CODE")
@click.pass_obj
def set_(call: Call, sign: str, code: str) -> None:
    """Give CODE the hot key KEY, one letter or digit."""
    with call.opened() as project:
        project.hotkeys.set(sign, code)
    _told(call, sign, code)


@key.command("remove")
@click.argument("sign", metavar="KEY")
@click.pass_obj
def remove(call: Call, sign: str) -> None:
    """Take the hot key KEY away."""
    with call.opened() as project:
        project.hotkeys.remove(sign)
    if call.json:
        emit({"removed": sign})
    else:
        say(f"{sign} is free.")


def _told(call: Call, sign: str, code: str) -> None:
    if call.json:
        emit({"key": sign, "code": code})
    else:
        say(f"a {sign} sets {code}.")
