"""`qualcode init`: a new project."""

from __future__ import annotations

import click

from qualcode.cli.call import Call
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Command


@click.command("init", cls=Command)
@click.argument("file")
@click.option("--codebook", metavar="NAME|FILE", help="A shipped codebook or a file of your own.")
@click.option("--title", default="", metavar="TEXT", help="What the evaluation is called.")
@click.pass_obj
def init(call: Call, file: str, codebook: str | None, title: str) -> None:
    """Make a new project in FILE; the ending .qualcode is added where it is missing.

    `--coder NAME` makes that coder the project's default.
    """
    from qualcode.services.creating import create_project

    with create_project(file, codebook=codebook, title=title, coder=call.who) as made:
        book = made.codebooks.current()
        if call.json:
            emit(
                {
                    "path": str(made.path),
                    "title": made.title,
                    "coder": made.coder,
                    "codebook": {"id": book.id, "version": book.version},
                }
            )
            return
        print_data(str(made.path))
        say(f"A new project with the codebook {book.id} {book.version}.")
        say(f"Next: qualcode -p {made.path} import FILE... --case NAME")
