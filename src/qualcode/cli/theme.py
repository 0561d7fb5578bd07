"""`qualcode theme`: umbrellas over codes and passages, across cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, facts, grid, listed, print_data, say
from qualcode.cli.parts import Group, changes, said

if TYPE_CHECKING:
    from qualcode.domain.people import Theme
    from qualcode.services.workspace import Project

FIELDS = (
    Field("NAME", flexible=True),
    Field("ORIGIN"),
    Field("GATHERS", flexible=True),
    Field("SUMMARY"),
)
UNTHEMED = (
    Field("CODE", flexible=True),
    Field("PASSAGES", right=True),
    Field("CASES", right=True),
)


def _members(function: Any) -> Any:
    for option in (
        click.option("--segment", "segments", multiple=True, metavar="ID", help="Repeatable."),
        click.option("--label", "labels", multiple=True, metavar="TEXT", help="Repeatable."),
        click.option("--code", "codes", multiple=True, metavar="ID", help="Repeatable."),
    ):
        function = option(function)
    return function


def _named(given: dict[str, Any]) -> dict[str, list[str]]:
    """The members by their kind; those not given are left out."""
    kinds = {"code": "codes", "label": "labels", "segment": "segments"}
    return {kind: list(given[name]) for kind, name in kinds.items() if given[name]}


@click.group("theme", cls=Group)
def theme() -> None:
    """Umbrellas over codes, labels of new codes and single passages. THEME is an id or a name."""


@theme.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """List the themes."""
    with call.opened() as project:
        names = _case_names(project)
        found = project.themes.list()
    if call.json:
        emit([shapes.theme(one, names) for one in found])
        return
    rows = [(one.name, one.origin, _gathers(one), "yes" if one.summary else "no") for one in found]
    grid(FIELDS, rows, "No themes. Make one: qualcode theme add NAME --code ID")


@theme.command("unthemed")
@click.pass_obj
def unthemed(call: Call) -> None:
    """List the codes in use that lie under no theme, neither themselves nor what is above them."""
    with call.opened() as project:
        counts = project.codings.counts()
        found = [(code, *counts.get(code, (0, 0))) for code in project.themes.unthemed()]
    if call.json:
        emit([{"code": code, "passages": n, "cases": cases} for code, n, cases in found])
    else:
        grid(UNTHEMED, found, "Every code in use lies under a theme.")


@theme.command("show")
@click.argument("theme", metavar="THEME")
@click.pass_obj
def show(call: Call, theme: str) -> None:
    """Show what a theme gathers, and what the analyst says of it."""
    with call.opened() as project:
        shape = shapes.theme(project.themes.resolve(theme), _case_names(project))
    if call.json:
        emit(shape)
        return
    cases = shape.pop("case_summaries")
    facts({k: listed(v) if isinstance(v, list) else v for k, v in shape.items()})
    facts({f"in {name}": text for name, text in cases.items()})


@theme.command("add")
@click.argument("name")
@_members
@click.option("--definition", metavar="TEXT", help="What belongs here.")
@click.pass_obj
def add(call: Call, /, name: str, definition: str | None, **given: Any) -> None:
    """Make a theme and print its id."""
    with call.opened() as project:
        made = project.themes.add(name, _named(given), definition=definition or None)
        if call.json:
            emit(shapes.theme(made, _case_names(project)))
        else:
            print_data(made.id)
            say(f"A new theme: {made.name}")


@theme.command("set")
@click.argument("theme", metavar="THEME")
@click.option("--name", metavar="NAME")
@click.option("--definition", metavar="TEXT")
@click.option("--summary", metavar="TEXT", help="- reads standard input.")
@click.pass_obj
def set_(call: Call, /, theme: str, **given: Any) -> None:
    """Change the name, the definition or the summary; an empty value clears."""
    now = changes({**given, "summary": said(given["summary"])})
    with call.opened() as project:
        _told(call, project, project.themes.set(theme, now), f"{listed(sorted(now))} changed.")


@theme.command("summary")
@click.argument("theme", metavar="THEME")
@click.argument("text", required=False)
@click.option("--case", metavar="CASE", help="What is said of one case.")
@click.pass_obj
def summary(call: Call, theme: str, text: str | None, case: str | None) -> None:
    """Write what the analyst says of a theme; without TEXT print it.

    TEXT may be - for standard input; an empty TEXT clears.
    """
    with call.opened() as project:
        if text is not None:
            found = project.themes.summary(theme, said(text) or None, case)
            _told(call, project, found, "summary changed.")
            return
        found = project.themes.resolve(theme)
        words = found.summary
        if case:
            words = found.case_summaries.get(project.cases.resolve(case).id)
        names = _case_names(project)
    if call.json:
        emit(shapes.theme(found, names))
    elif words:
        print_data(words)
    else:
        say("There is no summary yet.")


@theme.command("gather")
@click.argument("theme", metavar="THEME")
@_members
@click.pass_obj
def gather(call: Call, /, theme: str, **given: Any) -> None:
    """Put codes, labels or passages under a theme."""
    members = _some(given)
    with call.opened() as project:
        count = project.themes.gather(theme, members)
        _told(call, project, project.themes.resolve(theme), f"{count} gathered.")


@theme.command("drop")
@click.argument("theme", metavar="THEME")
@_members
@click.pass_obj
def drop(call: Call, /, theme: str, **given: Any) -> None:
    """Take codes, labels or passages out of a theme."""
    members = _some(given)
    with call.opened() as project:
        count = project.themes.drop(theme, members)
        _told(call, project, project.themes.resolve(theme), f"{count} taken out.")


@theme.command("remove")
@click.argument("theme", metavar="THEME")
@click.pass_obj
def remove(call: Call, theme: str) -> None:
    """Take a theme away; codes and passages stay."""
    with call.opened() as project:
        found = project.themes.resolve(theme)
        project.themes.remove(found.id)
        if call.json:
            emit({"removed": found.id})
        else:
            say(f"{found.name} was taken away.")


def _some(given: dict[str, Any]) -> dict[str, list[str]]:
    members = _named(given)
    if not members:
        raise click.UsageError("Say what: --code, --label or --segment.")
    return members


def _told(call: Call, project: Project, found: Theme, words: str) -> None:
    if call.json:
        emit(shapes.theme(found, _case_names(project)))
    else:
        say(f"{found.name}: {words}")


def _gathers(found: Theme) -> str:
    parts = [*found.codes, *found.labels]
    if found.scale:
        parts.append(f"scale {found.scale}")
    if found.segments:
        parts.append(f"{len(found.segments)} passages")
    return listed(parts)


def _case_names(project: Project) -> dict[str, str]:
    return {case.id: case.name for case in project.cases.list()}
