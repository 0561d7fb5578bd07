"""`qualcode degree`: degrees of collaboration on passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import emit, listed, one_line, print_data, quoted, say, screen_width, warn
from qualcode.cli.parts import Group, changes, choice
from qualcode.cli.place import passage_of
from qualcode.cli.whose import makers, telling_whose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcode.domain.coding import PlacedDegree
    from qualcode.services.workspace import Project

STRICT = click.option("--strict", is_flag=True, help="Refuse organisations that are not known.")


@click.group("degree", cls=Group)
def degree() -> None:
    """Degrees of collaboration: a value of the scale for two organisations and an activity.

    DEGREE is the id that `degree add` and `degree list` print.
    """


@degree.command("list")
@click.option("--document", metavar="DOCUMENT", help="Only in one document.")
@click.option("--case", metavar="CASE", help="Only of one case.")
@click.option("--incomplete", is_flag=True, help="Only those without a pair of organisations.")
@click.pass_obj
def list_(call: Call, document: str | None, case: str | None, incomplete: bool) -> None:
    """List degrees by document and place; `--coder NAME` narrows to one coder."""
    with call.opened() as project:
        found = project.degrees.list(project.documents.resolve(document).id if document else None)
        wanted = project.cases.resolve(case).name if case else None
        coder = call.only_coder(project)
    found = [
        one
        for one in found
        if wanted in (None, one.case)
        and coder in (None, one.coder)
        and not (incomplete and one.degree.complete)
    ]
    if call.json:
        emit([shapes.placed_degree(one) for one in found])
    elif found:
        _print(found)
    else:
        say("No degrees.")


@degree.command("add")
@click.argument("passage", metavar="PASSAGE")
@click.argument("value", metavar="N", type=int)
@click.option("--from", "from_", metavar="ORG", help="The first organisation.")
@click.option("--to", metavar="ORG", help="The second organisation.")
@click.option("--activity", metavar="TEXT", help="What the two do together.")
@click.option("--period", metavar="NAME", help="The time that the degree speaks of.")
@STRICT
@click.pass_obj
def add(call: Call, /, passage: str, value: int, strict: bool, **given: Any) -> None:
    """Set the degree N on a passage and print its id.

    PASSAGE is its id (passage list), or that of a coding or a degree on it. Standing, case and
    memo of the passage: qualcode passage set.
    """
    from qualcode.domain.coding import DegreeDetails

    details = DegreeDetails(
        value,
        given["from_"] or None,
        given["to"] or None,
        given["activity"] or None,
        choice(given["period"]),
    )
    with call.opened() as project:
        segment = passage_of(project, passage)
        with telling_whose(makers(project, [segment])):
            made = project.degrees.add(segment, details, strict=strict)
        _warn_of_new(project)
        _print_one(call, project, made.id)


@degree.command("set")
@click.argument("degree", metavar="DEGREE")
@click.option("--value", metavar="N", type=int)
@click.option("--from", "from_", metavar="ORG")
@click.option("--to", metavar="ORG")
@click.option("--activity", metavar="TEXT")
@click.option("--period", metavar="NAME")
@STRICT
@click.pass_obj
def set_(call: Call, /, degree: str, strict: bool, from_: str | None, **given: Any) -> None:
    """Change a degree; an empty value clears all but its number."""
    said = changes({**given, "from": from_})
    if "period" in said:
        said["period"] = choice(said["period"])
    with call.opened() as project:
        with telling_whose(makers(project, _passages(project, degree))):
            project.degrees.set(degree, said, strict=strict)
        _warn_of_new(project)
        if call.json:
            emit(shapes.placed_degree(_placed(project, degree)))
        else:
            say(f"Degree: {listed(sorted(said))} changed.")


def _passages(project: Project, degree: str) -> Sequence[str]:
    return [placed.segment for placed in project.degrees.list() if placed.degree.id == degree]


@degree.command("remove")
@click.argument("degree", metavar="DEGREE")
@click.pass_obj
def remove(call: Call, degree: str) -> None:
    """Take a degree away; a passage that says nothing more goes with it."""
    with call.opened() as project:
        with telling_whose(makers(project, _passages(project, degree))):
            project.degrees.remove(degree)
        if call.json:
            emit({"removed": degree})
        else:
            say("The degree was taken away.")


def _placed(project: Project, degree_id: str) -> PlacedDegree:
    return next(one for one in project.degrees.list() if one.degree.id == degree_id)


def _warn_of_new(project: Project) -> None:
    for name in project.degrees.made:
        warn(f"organisation '{name}' is new; --strict refuses unknown ones.")


def _print_one(call: Call, project: Project, degree_id: str) -> None:
    made = _placed(project, degree_id)
    if call.json:
        emit(shapes.placed_degree(made))
    else:
        print_data(degree_id)
        say(f"Degree {made.degree.value} on {made.document} {made.start}:{made.end}")


def _print(found: Iterable[PlacedDegree]) -> None:
    for one in found:
        said = one.degree
        pair = f"{said.from_organisation or '?'} → {said.to_organisation or '?'}"
        marks = [str(said.value), pair, said.activity, said.period, one.standing, one.coder]
        print_data(f"{said.id}  {one_line(one.document)} {one.start}:{one.end}")
        print_data("  " + one_line(" · ".join(mark for mark in marks if mark)))
        print_data("  " + quoted(one.quote, screen_width() - 2))
