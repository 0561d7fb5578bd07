"""`qualcode report`: a report as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from qualcode.cli.call import Call
from qualcode.cli.codebook import reader_language
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Command


@click.command("report", cls=Command)
@click.argument("out", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@click.option("--recipe", metavar="FILE", type=click.Path(path_type=Path), help="A TOML file.")
@click.option("--language", metavar="LANG", help="en, sv, da or nb; else the project's first.")
@click.option(
    "--profile",
    type=click.Choice(["internal", "client", "public"]),
    help="Who reads it, else internal; client and public say less about who spoke.",
)
@click.option("--tables", metavar="NAME,...", help="The tables that are printed in full.")
@click.option("--chapters", metavar="NAME,...", help="The chapters that are printed.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only these; repeatable.")
@click.option("--where", "query", metavar="QUERY", help="Count only what fits it.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A Word file whose styles are used.",
)
@click.option("--as-of", metavar="WHEN", help="As it was: a date, a time, or an act's number.")
@click.pass_obj
def report(
    call: Call, /, out: Path | None, recipe: Path | None, as_of: str | None, **given: Any
) -> None:
    """Write a report to OUT, which ends in .docx, .xlsx or .html.

    With --recipe the file says what is in it, and OUT too; options go before what it says.
    """
    from qualcode.services.recipes import Recipe, read_recipe
    from qualcode.services.reporting import ReportRequest

    said = read_recipe(recipe) if recipe else Recipe(None, None, ReportRequest(language=""))
    target = out or said.out
    if target is None:
        raise click.UsageError('Say where to write it: OUT, or out = "..." in the recipe.')
    chosen = {name: value for name, value in given.items() if value}
    for name in ("tables", "chapters"):
        if name in chosen:
            chosen[name] = _names(chosen[name])
    with call.opened(as_of=as_of or said.as_of) as project:
        request = replace(said.request, **chosen)
        request = replace(
            request,
            language=request.language or reader_language(project),
            coder=call.only_coder(project) or request.coder,
        )
        path = project.reporting.write(target, request)
        warnings = project.reporting.warnings(path, request)
    if call.json:
        shape = {"path": str(path), "language": request.language, "profile": request.profile}
        emit({**shape, "warnings": list(warnings)})
    else:
        print_data(str(path))
        say("The report is written.")
        for warning in warnings:
            say(warning)


def _names(given: str) -> tuple[str, ...] | None:
    return tuple(name.strip() for name in given.split(",") if name.strip()) or None
