"""`qualcode code`: codes on passages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import code_adding, shapes
from qualcode.cli.call import Call
from qualcode.cli.output import (
    Field,
    emit,
    facts,
    grid,
    listed,
    one_line,
    print_data,
    quoted,
    say,
    screen_width,
    warn,
)
from qualcode.cli.parts import Group, changes, choice, said
from qualcode.cli.whose import makers, telling_whose

if TYPE_CHECKING:
    from qualcode.domain.coding import Coding, CodingFilter
    from qualcode.services.workspace import Project

FILTERS = (
    click.option("--document", metavar="DOCUMENT", help="Only in one document."),
    click.option("--case", metavar="CASE", help="Only of one case."),
    click.option("--code", metavar="ID", help="Only this code and those below it."),
    click.option("--valence", metavar="VALENCE", help="helps, hinders, mixed or none."),
    click.option("--standing", metavar="STANDING", help="actual, past, wished ... or none."),
    click.option("--role", metavar="ROLE", help="Only informants in this role."),
    click.option("--language", metavar="LANG", help="Only documents in this language."),
)


def _filters(function: Any) -> Any:
    for option in reversed(FILTERS):
        function = option(function)
    return function


@click.group("code", cls=Group)
def code() -> None:
    """Codes on passages. CODING is the id that `code add` and `code list` print.

    --coder NAME says who acts; a coding that somebody else made is changed with a warning.
    """


code.add_command(code_adding.add)


@code.command("list")
@_filters
@click.option("--where", metavar="QUERY", help="Only what fits the query.")
@click.pass_obj
def list_(call: Call, /, where: str | None, **given: Any) -> None:
    """List codings by document and place; `--coder NAME` narrows to one coder."""
    with call.opened() as project:
        found = project.codings.list(filter_of(call, project, given))
        if where:
            meant = {coding.id for coding in project.queries.codings(where)}
            found = [coding for coding in found if coding.id in meant]
    if call.json:
        emit([shapes.coding(one) for one in found])
    elif found:
        print_codings(found)
    else:
        say("No codings.")


def filter_of(call: Call, project: Project, given: dict[str, Any]) -> CodingFilter:
    """The filter that the options describe; raises NotFound for a value no scale has."""
    from qualcode.domain.coding import CodingFilter

    book = project.codebooks.current()
    for scale in ("valence", "standing"):
        if choice(given.get(scale)):
            book.scale(scale).by_id(given[scale])
    return CodingFilter(**given, coder=call.only_coder(project))


def print_codings(found: Sequence[Coding]) -> None:
    """Print codings as blocks of three lines: id and place, what is said, the words."""
    for one in found:
        marks = [one.code, one.valence, one.standing, one.label, one.coder]
        marks += [f"degree {degree.value}" for degree in one.degrees]
        if one.confidence != "normal":
            marks.append(f"{one.confidence} confidence")
        print_data(f"{one.id}  {one_line(one.document)} {one.start}:{one.end}")
        print_data("  " + one_line(" · ".join(mark for mark in marks if mark)))
        print_data("  " + quoted(one.quote, screen_width() - 2))


@code.command("show")
@click.argument("coding", metavar="CODING")
@click.pass_obj
def show(call: Call, coding: str) -> None:
    """Show one coding with all that is said of its passage."""
    with call.opened() as project:
        shape = shapes.coding(project.codings.get(coding))
    if call.json:
        emit(shape)
        return
    degrees = shape.pop("degrees")
    hidden = ("document_id", "case_id")
    facts({key: value for key, value in shape.items() if key not in hidden})
    for one in degrees:
        print_data(f"degree {one['value']}: {listed({k: v for k, v in one.items() if v})}")


@code.command("recent")
@click.option("--limit", type=click.IntRange(min=1), default=9, metavar="N", help="Else 9.")
@click.pass_obj
def recent(call: Call, limit: int) -> None:
    """List the codes that you used last, newest first; on the coding screen the digits."""
    with call.opened() as project:
        book = project.codebooks.current()
        found = [book.code(one) for one in project.codings.recent_codes(limit)]
        language = next(iter(project.settings.show()["languages"]), "en")
    if call.json:
        emit([{"code": one.id, "label": dict(one.label)} for one in found])
        return
    rows = [(one.id, one.name(language)) for one in found]
    grid((Field("CODE"), Field("LABEL", flexible=True)), rows, "You have used no code yet.")


@code.command("set")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.option("--code", metavar="ID", help="Another code instead.")
@click.option("--valence", metavar="VALENCE", help="helps, hinders, mixed, or none.")
@click.option("--standing", metavar="STANDING", help="actual, past, wished ..., or none.")
@click.option("--confidence", type=code_adding.CONFIDENCE)
@click.option("--label", metavar="TEXT")
@click.option("--case", metavar="CASE")
@click.option("--memo", metavar="TEXT", help="- reads standard input.")
@click.pass_obj
def set_(call: Call, /, codings: tuple[str, ...], **given: Any) -> None:
    """Change what codings say, all in one act; `none` and an empty value clear.

    Standing, case and memo are those of the whole passage.
    """
    said_now = changes({**given, "memo": said(given["memo"])})
    for name in ("valence", "standing"):
        if name in said_now:
            said_now[name] = choice(said_now[name])
    with call.opened() as project:
        with telling_whose(makers(project, _passages(project, codings))):
            project.codings.set_many(codings, said_now)
        found = [project.codings.get(one) for one in codings]
    if call.json:
        plain = [shapes.coding(one) for one in found]
        emit(plain[0] if len(plain) == 1 else plain)
    else:
        say(f"{len(found)} changed: {listed(sorted(said_now))}")


def _passages(project: Project, codings: Sequence[str]) -> Sequence[str]:
    return sorted({coding.segment for coding in project.codings.several(codings)})


@code.command("remove")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.pass_obj
def remove(call: Call, codings: tuple[str, ...]) -> None:
    """Take codings away, all in one act; a passage that says nothing more goes too."""
    with call.opened() as project, telling_whose(makers(project, _passages(project, codings))):
        project.codings.remove(codings)
    if call.json:
        emit({"removed": codings[0] if len(codings) == 1 else list(codings)})
    else:
        say(f"{len(codings)} taken away. Undo: qualcode undo")


@code.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option("--strict", is_flag=True, help="Refuse organisations that are not known.")
@click.pass_obj
def import_(call: Call, file: Path, strict: bool) -> None:
    """Bring in codings from CSV: all rows or none, every bad row named with its line.

    The header is document,start,end,code or document,quote,code; beside it may stand coder,
    valence, standing, degree, from, to, activity, period, case, memo, label, confidence.
    """
    with call.opened() as project:
        done = project.coding_files.read(file, strict=strict)
    for words in done.warnings:
        warn(words)
    if call.json:
        emit({"added": done.added, "skipped": done.skipped, "warnings": done.warnings})
    else:
        say(f"{done.added} rows came in, {done.skipped} were there already.")


@code.command("export")
@_filters
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def export(call: Call, /, output: Path | None, **given: Any) -> None:
    """Write codings as the CSV that `code import` reads; to standard output without -o."""
    with call.opened() as project:
        where = filter_of(call, project, given)
        if call.json and output is None:
            emit([shapes.coding(one) for one in project.codings.list(where)])
            return
        if output is None:
            project.coding_files.write(sys.stdout, where)
            return
        count = project.coding_files.save(output, where)
    if call.json:
        emit({"path": str(output), "codings": count})
    else:
        say(f"{count} codings written to {output}")
