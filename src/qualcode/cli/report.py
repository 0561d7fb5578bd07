"""`qualcode report`: a report as a file."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.cli.call import Call
from qualcode.cli.codebook import reader_language
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Command


@click.command("report", cls=Command)
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--language", metavar="LANG", help="en, sv, da or nb; else the project's first.")
@click.option(
    "--profile",
    type=click.Choice(["internal", "client", "public"]),
    default="internal",
    help="Who reads it; client and public say less about who spoke.",
)
@click.option("--tables", metavar="NAME,...", help="The tables that are printed in full.")
@click.pass_obj
def report(call: Call, out: Path, language: str | None, profile: str, tables: str | None) -> None:
    """Write a report to OUT, which ends in .docx, .xlsx or .html."""
    from qualcode.services.reporting import ReportRequest

    names = tuple(name.strip() for name in (tables or "").split(",") if name.strip())
    with call.opened() as project:
        request = ReportRequest(
            language=language or reader_language(project),
            profile=profile,
            tables=names or None,
            coder=call.only_coder(project),
        )
        path = project.reporting.write(out, request)
    if call.json:
        emit({"path": str(path), "language": request.language, "profile": profile})
    else:
        print_data(str(path))
        say("The report is written.")
