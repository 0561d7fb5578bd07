"""`qualcode memo`: notes on the project, a case, a document, a code or a passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import emit, one_line, print_data, say
from qualcode.cli.parts import Group, said
from qualcode.cli.whose import telling_whose

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

KIND = click.option(
    "--kind",
    type=click.Choice(["analytic", "methodological", "reflexive"]),
    help="What the memo is about.",
)


def _targets(function: Any) -> Any:
    for option in (
        click.option("--segment", metavar="ID", help="On a passage."),
        click.option("--code", metavar="ID", help="On a code."),
        click.option("--document", metavar="DOCUMENT", help="On a document."),
        click.option("--case", metavar="CASE", help="On a case."),
    ):
        function = option(function)
    return function


def _target(given: dict[str, Any]) -> tuple[str, str] | None:
    """Kind and name of what the memo hangs on; raises a usage error when several are named."""
    named = [(kind, given[kind]) for kind in ("case", "document", "code", "segment") if given[kind]]
    if len(named) > 1:
        raise click.UsageError("A memo hangs on one thing.")
    return named[0] if named else None


@click.group("memo", cls=Group)
def memo() -> None:
    """Notes. MEMO is the id that `memo add` and `memo list` print."""


@memo.command("list")
@_targets
@click.pass_obj
def list_(call: Call, /, **given: Any) -> None:
    """List memos, oldest first: all, or those on one thing."""
    target = _target(given)
    with call.opened() as project:
        found = project.memos.list(*target) if target else project.memos.list()
        names = _names(project)
    if call.json:
        emit([shapes.memo(one, names) for one in found])
        return
    if not found:
        say("No memos.")
    for one in found:
        on = "the project" if one.target_kind == "project" else f"{one.target_kind}"
        name = "" if one.target_kind == "project" else f" {names.get(one.target, one.target)}"
        print_data(f"{one.id}  {one.kind}, on {on}{one_line(name)}")
        print_data(f"  {one.created} {one_line(one.coder)}")
        for line in one.text.splitlines():
            print_data(f"  {one_line(line)}")


@memo.command("add")
@click.argument("text")
@_targets
@KIND
@click.pass_obj
def add(call: Call, /, text: str, kind: str | None, **given: Any) -> None:
    """Write a memo and print its id; on the project where nothing else is named.

    TEXT may be - for standard input.
    """
    target = _target(given) or ("project", "project")
    with call.opened() as project:
        made = project.memos.add(*target, said(text) or "", kind or "analytic")
        if call.json:
            emit(shapes.memo(made, _names(project)))
        else:
            print_data(made.id)
            say("The memo is kept.")


@memo.command("set")
@click.argument("memo", metavar="MEMO")
@click.argument("text")
@KIND
@click.pass_obj
def set_(call: Call, memo: str, text: str, kind: str | None) -> None:
    """Change the words of a memo, and its kind where given."""
    with call.opened() as project, telling_whose(_makers(project, memo)):
        found = project.memos.set(memo, said(text) or "", kind)
        if call.json:
            emit(shapes.memo(found, _names(project)))
        else:
            say("The memo is kept.")


@memo.command("remove")
@click.argument("memo", metavar="MEMO")
@click.pass_obj
def remove(call: Call, memo: str) -> None:
    """Take a memo away."""
    with call.opened() as project, telling_whose(_makers(project, memo)):
        project.memos.remove(memo)
        if call.json:
            emit({"removed": memo})
        else:
            say("The memo was taken away.")


def _makers(project: Project, memo: str) -> Sequence[str]:
    me = project.coder
    return [one.coder for one in project.memos.list() if one.id == memo and one.coder != me]


def _names(project: Project) -> dict[str, str]:
    names = {one.id: one.name for one in project.cases.list()}
    return names | {one.id: one.name for one in project.documents.list()}
