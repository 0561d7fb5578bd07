"""`qualcode demo`: the sample project."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.cli.call import Call
from qualcode.cli.opening import on_terminal, screens
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Command

FOLDER = "qualcode-demo"


@click.command("demo", cls=Command)
@click.argument("folder", default=FOLDER, type=click.Path(path_type=Path))
@click.option("--no-open", is_flag=True, help="Only build it and print its path.")
@click.pass_obj
def demo(call: Call, folder: Path, no_open: bool) -> int:
    """Build the sample project in FOLDER, print its path and open it.

    Eight fictional interviews in four languages, coded. One that is there already is kept.
    """
    from qualcode.services.demo import build

    path, new = build(folder)
    if call.json:
        emit({"path": str(path), "new": new})
    else:
        print_data(str(path))
        say("The sample is ready." if new else "The sample was there already and is kept.")
    if no_open or call.json or not on_terminal():
        return 0
    return screens(path, call.who)
