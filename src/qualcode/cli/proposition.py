"""`qualcode proposition`: statements held against every case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import claims
from qualcode.cli.call import Call
from qualcode.cli.claim_commands import Noun, add_shared
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, choice, said

if TYPE_CHECKING:
    pass

VERDICT = click.Choice(["holds", "holds-with-limits", "not-held", "none"])
TOWARDS = click.Choice(["helps", "hinders", "none"])
FIELDS = (
    Field("PROPOSITION", flexible=True),
    Field("QUERY", flexible=True),
    Field("VERDICT"),
    Field("STATE"),
)


_NOUN = Noun("proposition", lambda project: project.propositions, claims.proposition)


@click.group("proposition", cls=Group)
def proposition() -> None:
    """Statements held against every case. PROPOSITION is an id or a statement."""


@proposition.command("list")
@claims.OUTGROWN
@click.pass_obj
def list_(call: Call, only: bool) -> None:
    """List the propositions."""
    with call.opened() as project:
        names, found = claims.case_names(project), project.propositions.list()
        outgrown = {one.id for one in project.propositions.outgrown()}
    found = [one for one in found if one.id in outgrown or not only]
    if call.json:
        emit([{**claims.proposition(one, names), "outgrown": one.id in outgrown} for one in found])
        return
    rows = [(one.statement, one.grounds.query, one.verdict, one.status) for one in found]
    claims.warn_of(one.statement for one in found if one.id in outgrown)
    none = "No propositions. Word one: qualcode proposition add STATEMENT"
    grid(FIELDS, rows, "No such propositions." if only else none)


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
        _NOUN.told(call, project, found, f"{listed(sorted(now))} changed.")


add_shared(proposition, _NOUN)
