"""`qualcode finding`: success factors and pitfalls as the analyst words them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import claims
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, said

if TYPE_CHECKING:
    from qualcode.domain.findings import Finding
    from qualcode.services.workspace import Project

KIND = click.Choice(["success-factor", "pitfall"])
FIELDS = (
    Field("KIND"),
    Field("FINDING", flexible=True),
    Field("RESTS ON", flexible=True),
    Field("STATE"),
)


@click.group("finding", cls=Group)
def finding() -> None:
    """Success factors and pitfalls in your words. FINDING is an id or a statement."""


@finding.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the findings."""
    with call.opened() as project:
        names, found = claims.case_names(project), project.findings.list()
        outgrown = {one.id for one in project.findings.outgrown()}
    if call.json:
        emit([{**claims.finding(one, names), "outgrown": one.id in outgrown} for one in found])
        return
    rows = [
        (one.kind, one.statement, listed([m.member for m in one.grounds.members]), one.status)
        for one in found
    ]
    claims.warn_of(one.statement for one in found if one.id in outgrown)
    grid(FIELDS, rows, "No findings. Word one: qualcode finding add STATEMENT --kind KIND")


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
        _told(call, project, project.findings.set(finding, now), f"{listed(sorted(now))} changed.")


@finding.command("gather")
@click.argument("finding", metavar="FINDING")
@claims.members
@click.option("--against", is_flag=True, help="They speak against it.")
@click.pass_obj
def gather(call: Call, /, finding: str, against: bool, **given: Any) -> None:
    """Let a finding rest on more codes, labels or codings."""
    members = claims.some(given)
    with call.opened() as project:
        count = project.findings.gather(finding, members, "against" if against else "for")
        _told(call, project, project.findings.resolve(finding), f"{count} gathered.")


@finding.command("drop")
@click.argument("finding", metavar="FINDING")
@claims.members
@click.pass_obj
def drop(call: Call, /, finding: str, **given: Any) -> None:
    """Let a finding rest on fewer codes, labels or codings."""
    members = claims.some(given)
    with call.opened() as project:
        count = project.findings.drop(finding, members)
        _told(call, project, project.findings.resolve(finding), f"{count} taken out.")


@finding.command("merge")
@click.argument("finding", metavar="FINDING")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@click.option("--statement", metavar="TEXT", help="The words of the merged finding.")
@click.pass_obj
def merge(call: Call, finding: str, others: tuple[str, ...], statement: str | None) -> None:
    """Let other findings of its kind go into one, with their grounds and quotes."""
    with call.opened() as project:
        merged = project.findings.merge(finding, others, said(statement))
        _told(call, project, merged, f"{len(others)} merged into it.")


@finding.command("place")
@click.argument("finding", metavar="FINDING")
@click.argument("case", metavar="CASE")
@click.argument("stance", type=click.Choice([*claims.STANCES, "computed"]))
@click.option("--reason", metavar="TEXT", help="Why, for a case placed by hand.")
@click.pass_obj
def place(call: Call, finding: str, case: str, stance: str, reason: str | None) -> None:
    """Place a case by hand, with a reason; `computed` leaves it to its codings again."""
    with call.opened() as project:
        if stance == "computed":
            found = project.findings.unpin(finding, case)
        else:
            found = project.findings.pin(finding, case, stance, reason or "")
        _told(call, project, found, f"{case}: {stance}.")


@finding.command("contrary")
@click.argument("finding", metavar="FINDING")
@click.pass_obj
def contrary(call: Call, finding: str) -> None:
    """Open what speaks against a finding; it can be final only after that."""
    with call.opened() as project:
        claims.show_opposed(call, project, project.findings.open_contrary(finding))


@finding.command("remove")
@click.argument("finding", metavar="FINDING")
@click.pass_obj
def remove(call: Call, finding: str) -> None:
    """Take a finding away; codes and passages stay."""
    with call.opened() as project:
        found = project.findings.resolve(finding)
        project.findings.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.statement} was taken away.")


def _told(call: Call, project: Project, found: Finding, words: str) -> None:
    if call.json:
        emit(claims.finding(found, claims.case_names(project)))
    else:
        say(f"{found.statement}: {words}")
