"""`qualcode code`: codes on passages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
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
from qualcode.cli.place import place_of, place_options

if TYPE_CHECKING:
    from qualcode.domain.coding import Coding, CodingFilter, DegreeDetails
    from qualcode.services.workspace import Project

CONFIDENCE = click.Choice(["low", "normal"])
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
    """Codes on passages. CODING is the id that `code add` and `code list` print."""


@code.command("add")
@click.argument("document", metavar="DOCUMENT")
@place_options
@click.option("--code", "codes", multiple=True, required=True, metavar="ID", help="Repeatable.")
@click.option("--valence", metavar="VALENCE", help="helps, hinders or mixed.")
@click.option("--standing", metavar="STANDING", help="actual, past, wished, denied, second-hand.")
@click.option("--confidence", type=CONFIDENCE, default="normal")
@click.option("--label", metavar="TEXT", help="What is new, for the code `emergent`.")
@click.option("--degree", type=int, metavar="N", help="A degree of collaboration.")
@click.option("--from", "from_", metavar="ORG", help="The degree's first organisation.")
@click.option("--to", metavar="ORG", help="The degree's second organisation.")
@click.option("--activity", metavar="TEXT", help="What the two do together.")
@click.option("--period", metavar="NAME", help="The time that the degree speaks of.")
@click.option("--case", metavar="CASE", help="The case, where it is not the document's.")
@click.option("--memo", metavar="TEXT", help="A note on the passage; - reads standard input.")
@click.option("--strict", is_flag=True, help="Refuse organisations that are not known.")
@click.pass_obj
def add(call: Call, /, document: str, **given: Any) -> None:
    """Set a code on a passage and print the coding's id.

    Several codes: repeat --code; valence and label then go for each, the degree is set once.
    """
    from qualcode.domain.coding import CodingDetails

    degree = _degree(given)
    details = CodingDetails(
        valence=choice(given["valence"]),
        standing=choice(given["standing"]),
        confidence=given["confidence"],
        label=given["label"] or None,
        memo=said(given["memo"]) or None,
        case=given["case"] or None,
    )
    with call.opened() as project:
        transcript = project.documents.transcript(document)
        span = place_of(transcript, given["span"], given["quote"], given["turn"])
        degrees = [degree] if degree else []
        made = project.codings.add_several(
            transcript.document.id, span, given["codes"], details, degrees, strict=given["strict"]
        )
        for fresh in project.codings.new_organisations:
            warn(f"organisation '{fresh}' is new; --strict refuses unknown ones.")
    _print_made(call, made)


def _print_made(call: Call, made: Sequence[Coding]) -> None:
    if call.json:
        plain = [shapes.coding(one) for one in made]
        emit(plain[0] if len(plain) == 1 else plain)
        return
    for one in made:
        print_data(one.id)
    codes = listed([one.code for one in made])
    say(f"{codes} on {made[0].document} {made[0].start}:{made[0].end}")


def _degree(given: dict[str, Any]) -> DegreeDetails | None:
    from qualcode.domain.coding import DegreeDetails

    if given["degree"] is None:
        if any(given[name] for name in ("from_", "to", "activity", "period")):
            raise click.UsageError("--from, --to, --activity and --period belong to --degree N.")
        return None
    return DegreeDetails(
        given["degree"],
        given["from_"] or None,
        given["to"] or None,
        given["activity"] or None,
        choice(given["period"]),
    )


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
@click.option("--confidence", type=CONFIDENCE)
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
        project.codings.set_many(codings, said_now)
        found = [project.codings.get(one) for one in codings]
    if call.json:
        plain = [shapes.coding(one) for one in found]
        emit(plain[0] if len(plain) == 1 else plain)
    else:
        say(f"{len(found)} changed: {listed(sorted(said_now))}")


@code.command("remove")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.pass_obj
def remove(call: Call, codings: tuple[str, ...]) -> None:
    """Take codings away, all in one act; a passage that says nothing more goes too."""
    with call.opened() as project:
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
