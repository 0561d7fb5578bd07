"""`qualcode codebook rename, move, merge, split ...`: the operations that revise a codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.call import Call
from qualcode.cli.codebook_parts import DRY_RUN, REASON, per_language, told
from qualcode.cli.parts import Command, choice, label

if TYPE_CHECKING:
    from qualcode.domain.revision import Operation


def _value_label(value: str) -> tuple[str, dict[str, str]]:
    """`VALUE.LANG=TEXT` as the value and its label by language."""
    name, dot, rest = value.partition("=")[0].rpartition(".")
    if not dot or not name:
        raise click.BadParameter(f"'{value}' is not ID.LANG=TEXT, such as goals.en=Goals.")
    return name, dict([label(rest + value[len(name) + 1 + len(rest) :])])


def _into(value: str) -> tuple[str, str | None]:
    """`VALUE=INTO`, or `VALUE` alone."""
    name, _, into = value.partition("=")
    return name, into or None


def gathered(pairs: tuple[tuple[str, dict[str, str]], ...]) -> dict[str, dict[str, str]]:
    """Labels by id and language."""
    found: dict[str, dict[str, str]] = {}
    for name, labels in pairs:
        found.setdefault(name, {}).update(labels)
    return found


def _run(call: Call, operation: Operation, reason: str, *, dry_run: bool = False) -> None:
    with call.opened() as project:
        if dry_run:
            told(call, project.revision.preview(operation))
        else:
            told(call, project.revision.do(operation, reason))


@click.command("rename", cls=Command)
@click.argument("code")
@per_language("--label", "labels", required=True)
@REASON
@click.pass_obj
def rename(call: Call, code: str, labels: tuple[tuple[str, str], ...], reason: str) -> None:
    """Give CODE another label; its id and its codings stay."""
    from qualcode.domain.revision import Relabel

    _run(call, Relabel(code, dict(labels)), reason)


@click.command("define", cls=Command)
@click.argument("code")
@per_language("--label", "labels")
@per_language("--definition", "definition")
@per_language("--include", "include")
@per_language("--exclude", "exclude")
@per_language("--example", "example")
@click.option(
    "--cues", type=label, multiple=True, metavar="LANG=WORD;WORD", help="Once per language."
)
@click.option("--colour", metavar="#RRGGBB", help="none takes it away.")
@click.option("--key", metavar="KEY", help="The hot key; none takes it away.")
@click.option("--usual-valence", metavar="VALENCE", help="none takes it away.")
@click.option("--same-meaning", is_flag=True, help="Only the wording: no coding is read again.")
@REASON
@click.pass_obj
def define(call: Call, /, code: str, same_meaning: bool, reason: str, **given: Any) -> None:
    """Say otherwise what CODE means, and what it is called; its codings go on the worklist."""
    from qualcode.domain.revision import Edit, Redefine, Relabel

    labels = dict(given.pop("labels"))
    changes: dict[str, Any] = {}
    if cues := given.pop("cues"):
        changes["cues"] = {at: tuple(text.split(";")) for at, text in cues}
    for name, value in given.items():
        if isinstance(value, tuple) and value:
            changes[name] = dict(value)
        elif isinstance(value, str):
            changes[name] = choice(value)
    if not changes and not labels:
        raise click.UsageError("There is nothing to change: give at least one option.")
    operation: Operation = Redefine(code, changes, same_meaning=same_meaning)
    if labels:
        both = Edit(code, labels, changes, same_meaning=same_meaning)
        operation = both if changes else Relabel(code, labels)
    _run(call, operation, reason)


@click.command("move", cls=Command)
@click.argument("code")
@click.option("--parent", metavar="ID", help="The code it is to lie below.")
@click.option("--top", is_flag=True, help="To the top of the tree.")
@click.option("--before", metavar="ID", help="The code beside it that it is to stand before.")
@click.option("--last", is_flag=True, help="After all codes beside it.")
@REASON
@click.pass_obj
def move(call: Call, /, code: str, **given: Any) -> None:
    """Put CODE and what lies below it in another place; no coding changes."""
    from qualcode.domain.revision import Move, Reorder

    if bool(given["parent"]) + given["top"] > 1 or bool(given["before"]) + given["last"] > 1:
        raise click.UsageError("Give one of --parent and --top, and one of --before and --last.")
    operation: Operation = Move(code, given["parent"], given["before"])
    if not given["parent"] and not given["top"]:
        if not given["before"] and not given["last"]:
            raise click.UsageError("Where to? Give --parent ID, --top, --before ID or --last.")
        operation = Reorder(code, given["before"])
    _run(call, operation, given["reason"])


@click.command("merge", cls=Command)
@click.argument("code")
@click.option("--into", required=True, metavar="CODE", help="The code that takes its codings.")
@DRY_RUN
@REASON
@click.pass_obj
def merge(call: Call, code: str, into: str, dry_run: bool, reason: str) -> None:
    """Let CODE go into another one, with its codings, themes, guides, memos, cells and ratings."""
    from qualcode.domain.succession import Merge

    _run(call, Merge(code, into), reason, dry_run=dry_run)


@click.command("split", cls=Command)
@click.argument("code")
@click.option("--into", "parts", multiple=True, required=True, metavar="ID", help="Repeatable.")
@click.option(
    "--label",
    "labels",
    type=_value_label,
    multiple=True,
    metavar="ID.LANG=TEXT",
    help="The label of a part that is new.",
)
@click.option("--keep", is_flag=True, help="CODE stays in use.")
@DRY_RUN
@REASON
@click.pass_obj
def split(call: Call, /, code: str, keep: bool, dry_run: bool, reason: str, **given: Any) -> None:
    """Let CODE go into several, new or there already; its codings go on the worklist."""
    from qualcode.domain.codebook import Code
    from qualcode.domain.succession import Split

    labels = gathered(given["labels"])
    unknown = sorted(set(labels) - set(given["parts"]))
    if unknown:
        raise click.UsageError(f"'{unknown[0]}' has a label but is no part: add --into.")
    with call.opened() as project:
        book = project.codebooks.current()
        parent = book.code(code).parent
        parts = tuple(
            Code(name, labels[name], parent=parent, kind=book.code(code).kind)
            if name in labels
            else name
            for name in given["parts"]
        )
        operation = Split(code, parts, keep=keep)
        revision = project.revision
        told(call, revision.preview(operation) if dry_run else revision.do(operation, reason))


@click.command("retire", cls=Command)
@click.argument("code")
@REASON
@click.pass_obj
def retire(call: Call, code: str, reason: str) -> None:
    """Take CODE out of use: its codings stay, no new ones are made."""
    from qualcode.domain.succession import Retire

    _run(call, Retire(code), reason)


@click.command("revive", cls=Command)
@click.argument("code")
@REASON
@click.pass_obj
def revive(call: Call, code: str, reason: str) -> None:
    """Put a retired CODE in use again."""
    from qualcode.domain.succession import Revive

    _run(call, Revive(code), reason)


@click.command("scale", cls=Command)
@click.argument("scale")
@click.option("--label", "labels", type=_value_label, multiple=True, metavar="VALUE.LANG=TEXT")
@click.option("--add", "added", type=_value_label, multiple=True, metavar="VALUE.LANG=TEXT")
@click.option("--remove", "removed", type=_into, multiple=True, metavar="VALUE=INTO")
@click.option("--order", metavar="VALUE,VALUE,...", help="The values that come first, in order.")
@DRY_RUN
@REASON
@click.pass_obj
def scale(call: Call, /, scale: str, dry_run: bool, reason: str, **given: Any) -> None:
    """Revise a SCALE; what was said with its values is changed along."""
    from qualcode.domain.scale_revision import ScaleEdits, edited

    order = tuple(name.strip() for name in (given["order"] or "").split(",") if name.strip())
    edits = ScaleEdits(
        gathered(given["labels"]), gathered(given["added"]), dict(given["removed"]), order
    )
    with call.opened() as project:
        operation = edited(project.codebooks.current().scale(scale), edits)
        revision = project.revision
        told(call, revision.preview(operation) if dry_run else revision.do(operation, reason))


COMMANDS = (rename, define, move, merge, split, retire, revive, scale)
