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

FORMATS = ("text", "csv", "json", "md", "html", "xlsx", "docx")
FILES = ("xlsx", "docx")
"""Formats that are no text."""

COUNTS = ("passages", "informants", "cases")


@click.command("table", cls=Command)
@click.argument("name")
@click.option("--format", "form", type=click.Choice(FORMATS), help="text, unless FILE says else.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--language", metavar="LANG", help="en, sv, da or nb.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only these; repeatable.")
@click.option("--code", "codes", multiple=True, metavar="ID", help="Only these; repeatable.")
@click.option("--by", metavar="ATTRIBUTE", help="What crosstab and voices are spread over.")
@click.option("--count", type=click.Choice(COUNTS), default=COUNTS[0], help="Of crosstab.")
@click.option("--rows", default="case", metavar="KIND", help="framework: case, participant, role.")
@click.option("--period", metavar="NAME", help="ratings and degrees: of this period.")
@click.option("--order", metavar="KEY", help="Cases by an attribute, or a code's rating; -KEY.")
@click.option("--where", "query", default="", metavar="QUERY", help="Count only what fits it.")
@click.option("--as-of", metavar="WHEN", help="As it was: a date, a time, or an act's number.")
@click.pass_obj
def table(call: Call, /, name: str, form: str | None, output: Path | None, **given: Any) -> None:
    """Print the table NAME, or write it to a file; xlsx and docx need a file.

    Names: material, conditions, ratings, framework, success-factors, pitfalls, findings, themes,
    propositions, outcomes, degrees, degree-distribution, development, voices, codebook,
    trustworthiness, saturation, coverage, frequency, co-occurrence, crosstab, quotes,
    quotes-per-participant. All coders' codings are counted unless --coder is given.
    """
    from qualcode.domain.table import TableOptions

    form = form or _usual_format(call, output)
    if form in FILES and output is None:
        raise click.UsageError(f"A table as {form} needs a file: --output FILE.{form}")
    with call.opened(as_of=given["as_of"]) as project:
        options = TableOptions(
            language=given["language"] or reader_language(project),
            coder=call.only_coder(project),
            cases=given["cases"],
            codes=given["codes"],
            by=given["by"],
            count=given["count"],
            rows=given["rows"],
            period=given["period"],
            order=given["order"],
            query=given["query"],
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
