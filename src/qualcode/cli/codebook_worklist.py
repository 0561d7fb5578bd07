"""`qualcode codebook worklist, adopt`: codings to read again, and labels that become codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.codebook_parts import DRY_RUN, REASON, counted, per_language, told
from qualcode.cli.output import Field, emit, grid, quoted, say
from qualcode.cli.parts import Command

if TYPE_CHECKING:
    from qualcode.services.revision import Item

WAITING = (
    Field("CODING"),
    Field("WHY"),
    Field("CODE", flexible=True),
    Field("DOCUMENT", flexible=True),
    Field("PASSAGE", flexible=True),
)
PASSAGE_CELLS = 60


@click.command("adopt", cls=Command)
@click.argument("labels", nargs=-1, metavar="[LABEL]...")
@click.option("--code", metavar="ID", help="The code they become: a new one, or one there is.")
@per_language("--label", "names")
@click.option("--parent", metavar="ID", help="The code that a new one lies below.")
@DRY_RUN
@REASON
@click.pass_obj
def adopt(call: Call, /, labels: tuple[str, ...], dry_run: bool, reason: str, **given: Any) -> None:
    """Turn labels of what no code fits into a code; without LABEL list them."""
    from qualcode.domain.codebook import Code

    with call.opened() as project:
        if not labels:
            _list_labels(call, [asdict(one) for one in project.revision.labels()])
            return
        name = given["code"]
        if not name:
            raise click.UsageError("Which code do they become? Give --code ID.")
        code: Code | str = name
        if given["names"]:
            code = Code(name, dict(given["names"]), parent=given["parent"])
        told(call, project.revision.adopt(labels, code, reason, dry_run=dry_run))


def _list_labels(call: Call, found: list[dict[str, Any]]) -> None:
    if call.json:
        emit(found)
        return
    fields = (
        Field("LABEL", flexible=True),
        Field("CODINGS", right=True),
        Field("DOCUMENTS", right=True),
    )
    grid(fields, [tuple(one.values()) for one in found], "No coding has a label of what is new.")


@click.command("worklist", cls=Command)
@click.option("--code", metavar="ID", help="Only the codings of this code.")
@click.option("--right", multiple=True, metavar="CODING", help="It is still right. Repeatable.")
@click.pass_obj
def worklist(call: Call, code: str | None, right: tuple[str, ...]) -> None:
    """List the codings that a revision asks to read again, or say which are still right.

    Giving a coding another code settles it as well: qualcode code set CODING --code ID
    """
    with call.opened() as project:
        if right:
            _settled(call, project.revision.still_right([project.codings.get(i).id for i in right]))
            return
        found = project.revision.worklist(code, call.only_coder(project))
    if call.json:
        emit([waiting(one) for one in found])
        return
    rows = [
        (
            one.coding.id,
            one.reason,
            one.coding.code + (f" → {', '.join(one.into)}" if one.into else ""),
            f"{one.coding.document} {one.coding.start}:{one.coding.end}",
            quoted(one.coding.quote, PASSAGE_CELLS),
        )
        for one in found
    ]
    grid(WAITING, rows, "No coding waits to be read again.")


def _settled(call: Call, n: int) -> None:
    if call.json:
        emit({"settled": n})
    else:
        say(f"{counted(n, 'coding')} still right.")


def waiting(item: Item) -> Mapping[str, Any]:
    """An item of the worklist as JSON: the coding, why it waits, since which version."""
    return {
        "coding": shapes.coding(item.coding),
        "reason": item.reason,
        "n": item.n,
        "version": item.version,
        "into": list(item.into),
    }


COMMANDS = (adopt, worklist)
