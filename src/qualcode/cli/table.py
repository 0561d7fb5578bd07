"""`qualcode table`: a table of the evaluation, in many formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from qualcode.cli.call import Call
from qualcode.cli.codebook import reader_language
from qualcode.cli.output import emit, say, screen_width
from qualcode.cli.parts import Command

FORMATS = ("text", "csv", "json", "md", "html", "xlsx")


@click.command("table", cls=Command)
@click.argument("name")
@click.option("--format", "form", type=click.Choice(FORMATS), help="text, unless FILE says else.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--language", metavar="LANG", help="en, sv, da or nb.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only these; repeatable.")
@click.option("--code", "codes", multiple=True, metavar="ID", help="Only these; repeatable.")
@click.pass_obj
def table(call: Call, /, name: str, form: str | None, output: Path | None, **given: Any) -> None:
    """Print the table NAME, or write it to a file; xlsx needs a file.

    Names: conditions, success-factors, pitfalls, themes, degree-distribution, frequency,
    co-occurrence, quotes. All coders' codings are counted unless --coder is given.
    """
    from qualcode.domain.table import TableOptions

    form = form or _usual_format(call, output)
    if form == "xlsx" and output is None:
        raise click.UsageError("A table as xlsx needs a file: --output FILE.xlsx")
    with call.opened() as project:
        options = TableOptions(
            language=given["language"] or reader_language(project),
            coder=call.only_coder(project),
            cases=given["cases"],
            codes=given["codes"],
        )
        made = project.tables.make(name, options)
        if output is not None:
            project.reporting.write_table(made, output, form)
            if call.json:
                emit({"path": str(output)})
            else:
                say(f"Written: {output}")
            return
        width = screen_width() if sys.stdout.isatty() else None
        content = project.reporting.table_bytes(made, form, width)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _usual_format(call: Call, output: Path | None) -> str:
    if output is not None:
        ending = output.suffix.removeprefix(".").lower()
        if ending in FORMATS:
            return ending
    return "json" if call.json else "text"
