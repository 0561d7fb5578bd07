"""`qualcode outcome`: what came of each case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import claims
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, facts, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, choice, said

if TYPE_CHECKING:
    from qualcode.domain.findings import Outcome
    from qualcode.services.workspace import Project

CLASS = click.Choice(["early", "systems", "population"])
FIELDS = (
    Field("CASE", flexible=True),
    Field("CLASS"),
    Field("LEVEL"),
    Field("PERIOD"),
    Field("OUTCOME", flexible=True),
    Field("CODINGS", right=True),
)


@click.group("outcome", cls=Group)
def outcome() -> None:
    """Early, systems and population changes in a case. OUTCOME is an id or a statement."""


@outcome.command("list")
@click.option("--case", metavar="CASE", help="Only those of one case.")
@click.pass_obj
def list_(call: Call, case: str | None) -> None:
    """List the outcomes, case by case."""
    with call.opened() as project:
        names, found = claims.case_names(project), project.outcomes.list(case)
    if call.json:
        emit([claims.outcome(one, names) for one in found])
        return
    rows = [
        (names[one.case_id], one.kind, one.level, one.period, one.statement, len(one.codings))
        for one in found
    ]
    grid(FIELDS, rows, "No outcomes. Enter one: qualcode outcome add CASE CLASS STATEMENT")


@outcome.command("show")
@click.argument("outcome", metavar="OUTCOME")
@click.pass_obj
def show(call: Call, outcome: str) -> None:
    """Show an outcome with the codings that it rests on."""
    with call.opened() as project:
        shape = claims.outcome(project.outcomes.resolve(outcome), claims.case_names(project))
    if call.json:
        emit(shape)
    else:
        facts({key: listed(v) if isinstance(v, list) else v for key, v in shape.items()})


@outcome.command("add")
@click.argument("case", metavar="CASE")
@click.argument("kind", type=CLASS, metavar="CLASS")
@click.argument("statement")
@click.option("--level", metavar="LEVEL", help="A value of the outcome scale, by id or number.")
@click.option("--period", metavar="PERIOD")
@click.option("--coding", "codings", multiple=True, metavar="ID", help="Repeatable.")
@click.pass_obj
def add(call: Call, /, case: str, kind: str, statement: str, **given: Any) -> None:
    """Enter an outcome of a case (CLASS: early, systems, population), and print its id."""
    told = {name: choice(given[name]) for name in ("level", "period")}
    with call.opened() as project:
        words = said(statement) or ""
        made = project.outcomes.add(case, kind, words, told, given["codings"])
        if call.json:
            emit(claims.outcome(made, claims.case_names(project)))
        else:
            print_data(made.id)
            say(f"A new outcome: {made.statement}")


@outcome.command("set")
@click.argument("outcome", metavar="OUTCOME")
@click.option("--statement", metavar="TEXT", help="- reads standard input.")
@click.option("--class", "kind", type=CLASS)
@click.option("--level", metavar="LEVEL")
@click.option("--period", metavar="PERIOD")
@click.pass_obj
def set_(call: Call, /, outcome: str, **given: Any) -> None:
    """Change an outcome; an empty level or period clears."""
    now = changes({**given, "statement": said(given["statement"])})
    for name in {"level", "period"} & now.keys():
        now[name] = choice(now[name])
    with call.opened() as project:
        _told(call, project, project.outcomes.set(outcome, now), f"{listed(sorted(now))} changed.")


@outcome.command("link")
@click.argument("outcome", metavar="OUTCOME")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.pass_obj
def link(call: Call, outcome: str, codings: tuple[str, ...]) -> None:
    """Let an outcome rest on more codings."""
    with call.opened() as project:
        count = project.outcomes.link(outcome, codings)
        _told(call, project, project.outcomes.resolve(outcome), f"{count} linked.")


@outcome.command("unlink")
@click.argument("outcome", metavar="OUTCOME")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.pass_obj
def unlink(call: Call, outcome: str, codings: tuple[str, ...]) -> None:
    """Let an outcome rest on fewer codings."""
    with call.opened() as project:
        count = project.outcomes.unlink(outcome, codings)
        _told(call, project, project.outcomes.resolve(outcome), f"{count} unlinked.")


@outcome.command("remove")
@click.argument("outcome", metavar="OUTCOME")
@click.pass_obj
def remove(call: Call, outcome: str) -> None:
    """Take an outcome away; passages stay."""
    with call.opened() as project:
        found = project.outcomes.resolve(outcome)
        project.outcomes.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.statement} was taken away.")


def _told(call: Call, project: Project, found: Outcome, words: str) -> None:
    if call.json:
        emit(claims.outcome(found, claims.case_names(project)))
    else:
        say(f"{found.statement}: {words}")
