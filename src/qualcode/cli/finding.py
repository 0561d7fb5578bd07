"""`qualcode finding`: success factors and pitfalls as the analyst words them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import claims
from qualcode.cli.call import Call
from qualcode.cli.claim_commands import Noun, add_shared
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, said

if TYPE_CHECKING:
    pass

KIND = click.Choice(["success-factor", "pitfall"])
FIELDS = (
    Field("KIND"),
    Field("FINDING", flexible=True),
    Field("RESTS ON", flexible=True),
    Field("STATE"),
)


_NOUN = Noun("finding", lambda project: project.findings, claims.finding)


@click.group("finding", cls=Group)
def finding() -> None:
    """Success factors and pitfalls in your words. FINDING is an id or a statement."""


@finding.command("list")
@claims.OUTGROWN
@click.pass_obj
def list_(call: Call, only: bool) -> None:
    """List the findings."""
    with call.opened() as project:
        names, found = claims.case_names(project), project.findings.list()
        outgrown = {one.id for one in project.findings.outgrown()}
    found = [one for one in found if one.id in outgrown or not only]
    if call.json:
        emit([{**claims.finding(one, names), "outgrown": one.id in outgrown} for one in found])
        return
    rows = [
        (one.kind, one.statement, listed([m.member for m in one.grounds.members]), one.status)
        for one in found
    ]
    claims.warn_of(one.statement for one in found if one.id in outgrown)
    none = "No findings. Word one: qualcode finding add STATEMENT --kind KIND"
    grid(FIELDS, rows, "No such findings." if only else none)


@finding.command("show")
@click.argument("finding", metavar="FINDING")
@click.pass_obj
def show(call: Call, finding: str) -> None:
    """Show a finding with how every case stands to it now."""
    with call.opened() as project:
        names, view = claims.case_names(project), project.findings.show(finding)
    people = {"informants": len(view.informants), "organisations": len(view.organisations)}
    claims.show(call, claims.finding(view.finding, names) | people, view.weighed, names)


@finding.command("add")
@click.argument("statement")
@click.option("--kind", type=KIND, required=True)
@claims.members
@click.option("--met", metavar="TEXT", help="How a pitfall was met.")
@click.pass_obj
def add(call: Call, /, statement: str, kind: str, met: str | None, **given: Any) -> None:
    """Word a finding over codes, labels and single codings, and print its id."""
    with call.opened() as project:
        words = said(statement) or ""
        made = project.findings.add(words, kind, claims.named(given), met=said(met))
        if call.json:
            emit(claims.finding(made, claims.case_names(project)))
        else:
            print_data(made.id)
            say(f"A new finding: {made.statement}")


@finding.command("set")
@click.argument("finding", metavar="FINDING")
@click.option("--statement", metavar="TEXT", help="- reads standard input.")
@click.option("--kind", type=KIND)
@click.option("--met", metavar="TEXT", help="How a pitfall was met.")
@click.option("--status", type=click.Choice(["draft", "final"]), help="final: after `contrary`.")
@click.pass_obj
def set_(call: Call, /, finding: str, **given: Any) -> None:
    """Change a finding; an empty --met clears."""
    now = changes({**given, "statement": said(given["statement"])})
    with call.opened() as project:
        _NOUN.told(
            call, project, project.findings.set(finding, now), f"{listed(sorted(now))} changed."
        )


@finding.command("merge")
@click.argument("finding", metavar="FINDING")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@click.option("--statement", metavar="TEXT", help="The words of the merged finding.")
@click.pass_obj
def merge(call: Call, finding: str, others: tuple[str, ...], statement: str | None) -> None:
    """Let other findings of its kind go into one, with their grounds and quotes."""
    with call.opened() as project:
        merged = project.findings.merge(finding, others, said(statement))
        _NOUN.told(call, project, merged, f"{len(others)} merged into it.")


add_shared(finding, _NOUN)
