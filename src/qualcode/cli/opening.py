"""`qualcode open`: from the command line to the screens."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from qualcode.cli.call import Call
from qualcode.cli.parts import Command
from qualcode.errors import QualcodeError


@click.command("open", cls=Command)
@click.argument("file", required=False)
@click.pass_obj
def open_(call: Call, file: str | None = None) -> int:
    """Open the screens on a project; with no FILE on the only one in this folder."""
    if file:
        call.project = file
    return screens(call.path(), call.who)


def on_terminal() -> bool:
    """Whether there is a person who could use the screens."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def screens(path: Path, coder: str | None) -> int:
    """Run the screens until they are left; returns the exit code.

    The two front ends do not know each other, so that either can be read, tested and replaced by
    itself. This one door, opened by name, is where they meet.
    """
    if not path.exists():
        from qualcode.services.workspace import open_project

        open_project(path).close()
    if not on_terminal():
        raise QualcodeError(
            "The screens need a terminal.",
            "Everything they do has a command as well: see qualcode --help.",
        )
    code: int = importlib.import_module("qualcode.tui.start").run(path, coder)
    return code
