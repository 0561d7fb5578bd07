"""`qualcode codebook lint`: what is wrong or doubtful in a codebook, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qualcode.cli.call import Call
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Command

OWN = "codebook"
"""What stands for the file where the project's own codebook is checked."""


@click.command("lint", cls=Command)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help="A language that must be complete, beside the codebook's own. Repeatable.",
)
@click.pass_obj
def lint(call: Call, file: Path | None, languages: tuple[str, ...]) -> int:
    """Check a codebook FILE; needs no project. Without FILE the project's own.

    Prints FILE:LINE: message; hint. Only errors leave with 1. The project's own codebook is also
    checked for the languages of the project; the lines are those of its export.
    """
    from qualcode.services import codebook_views

    if file is None:
        with call.opened() as project:
            used = tuple(project.settings.show()["languages"])
            book = project.codebooks.current()
        origin, found = OWN, codebook_views.lint_own(book, (*used, *languages))
    else:
        origin, found = str(file), codebook_views.lint(file, languages)
    if call.json:
        emit([{"file": origin, **_plain(problem)} for problem in found.problems])
        return 0 if found.book is not None else 1
    for problem in found.problems:
        print_data(problem.shown(origin))
    if found.book is not None:
        about = f"{found.book.id} {found.book.version}: {len(found.book.codes)} codes"
        n = len(found.problems)
        say(f"{about}, {n} remark{'' if n == 1 else 's'}.")
    return 0 if found.book is not None else 1


def _plain(problem: Any) -> dict[str, Any]:
    return {
        "line": problem.line,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }
