"""`qualcode proposition`: statements held against every case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import claims
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, choice, said

if TYPE_CHECKING:
    from qualcode.domain.findings import Proposition
    from qualcode.services.workspace import Project

VERDICT = click.Choice(["holds", "holds-with-limits", "not-held", "none"])
TOWARDS = click.Choice(["helps", "hinders", "none"])
FIELDS = (
    Field("PROPOSITION", flexible=True),
    Field("QUERY", flexible=True),
    Field("VERDICT"),
    Field("STATE"),
)


@click.group("proposition", cls=Group)
def proposition() -> None:
    """Statements held against every case. PROPOSITION is an id or a statement."""


@proposition.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the propositions."""
    with call.opened() as project:
        names, found = claims.case_names(project), project.propositions.list()
        outgrown = {one.id for one in project.propositions.outgrown()}
    if call.json:
        emit([{**claims.proposition(one, names), "outgrown": one.id in outgrown} for one in found])
        return
    rows = [(one.statement, one.grounds.query, one.verdict, one.status) for one in found]
    claims.warn_of(one.statement for one in found if one.id in outgrown)
    grid(FIELDS, rows, "No propositions. Word one: qualcode proposition add STATEMENT")


@proposition.command("show")
@click.argument("proposition", metavar="PROPOSITION")
@click.pass_obj
def show(call: Call, proposition: str) -> None:
    """Show a proposition with how every case stands to it now."""
    with call.opened() as project:
        names, found = claims.case_names(project), project.propositions.resolve(proposition)
        weighed = project.propositions.weighed(found.id)
    claims.show(call, claims.proposition(found, names), weighed, names)


@proposition.command("add")
@click.argument("statement")
@click.option("--query", metavar="QUERY", help="The codings that speak of it.")
@claims.members
@click.option("--towards", type=TOWARDS, help="The valence that supports it; none: any does.")
@click.option("--rival", metavar="TEXT", help="What else could explain it.")
@click.option("--verdict", type=VERDICT)
@click.pass_obj
def add(call: Call, /, statement: str, **given: Any) -> None:
    """Word a proposition over a query, codes, labels and single codings, and print its id."""
    members = claims.named(given)
    told = {name: choice(given[name]) for name in ("query", "towards", "rival", "verdict")}
    with call.opened() as project:
        made = project.propositions.add(said(statement) or "", told, members)
        if call.json:
            emit(claims.proposition(made, claims.case_names(project)))
        else:
            print_data(made.id)
            say(f"A new proposition: {made.statement}")


@proposition.command("set")
@click.argument("proposition", metavar="PROPOSITION")
@click.option("--statement", metavar="TEXT", help="- reads standard input.")
@click.option("--query", metavar="QUERY")
@click.option("--towards", type=TOWARDS)
@click.option("--rival", metavar="TEXT")
@click.option("--verdict", type=VERDICT)
@click.option("--status", type=click.Choice(["draft", "final"]), help="final: after `contrary`.")
@click.pass_obj
def set_(call: Call, /, proposition: str, **given: Any) -> None:
    """Change a proposition; an empty value clears."""
    now = changes({**given, "statement": said(given["statement"])})
    for name in {"towards", "verdict"} & now.keys():
        now[name] = choice(now[name])
    with call.opened() as project:
        found = project.propositions.set(proposition, now)
        _told(call, project, found, f"{listed(sorted(now))} changed.")


@proposition.command("gather")
@click.argument("proposition", metavar="PROPOSITION")
@claims.members
@click.option("--against", is_flag=True, help="They speak against it.")
@click.pass_obj
def gather(call: Call, /, proposition: str, against: bool, **given: Any) -> None:
    """Let a proposition rest on more codes, labels or codings."""
    members = claims.some(given)
    with call.opened() as project:
        side = "against" if against else "for"
        count = project.propositions.gather(proposition, members, side)
        _told(call, project, project.propositions.resolve(proposition), f"{count} gathered.")


@proposition.command("drop")
@click.argument("proposition", metavar="PROPOSITION")
@claims.members
@click.pass_obj
def drop(call: Call, /, proposition: str, **given: Any) -> None:
    """Let a proposition rest on fewer codes, labels or codings."""
    members = claims.some(given)
    with call.opened() as project:
        count = project.propositions.drop(proposition, members)
        _told(call, project, project.propositions.resolve(proposition), f"{count} taken out.")


@proposition.command("place")
@click.argument("proposition", metavar="PROPOSITION")
@click.argument("case", metavar="CASE")
@click.argument("stance", type=click.Choice([*claims.STANCES, "computed"]))
@click.option("--reason", metavar="TEXT", help="Why, for a case placed by hand.")
@click.pass_obj
def place(call: Call, proposition: str, case: str, stance: str, reason: str | None) -> None:
    """Place a case by hand, with a reason; `computed` leaves it to its codings again."""
    with call.opened() as project:
        if stance == "computed":
            found = project.propositions.unpin(proposition, case)
        else:
            found = project.propositions.pin(proposition, case, stance, reason or "")
        _told(call, project, found, f"{case}: {stance}.")


@proposition.command("contrary")
@click.argument("proposition", metavar="PROPOSITION")
@click.pass_obj
def contrary(call: Call, proposition: str) -> None:
    """Open what speaks against a proposition; it can be final only after that."""
    with call.opened() as project:
        claims.show_opposed(call, project, project.propositions.open_contrary(proposition))


@proposition.command("remove")
@click.argument("proposition", metavar="PROPOSITION")
@click.pass_obj
def remove(call: Call, proposition: str) -> None:
    """Take a proposition away; codes and passages stay."""
    with call.opened() as project:
        found = project.propositions.resolve(proposition)
        project.propositions.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.statement} was taken away.")


def _told(call: Call, project: Project, found: Proposition, words: str) -> None:
    if call.json:
        emit(claims.proposition(found, claims.case_names(project)))
    else:
        say(f"{found.statement}: {words}")
