"""`qualcode codebook log, diff, apply, add`: versions of a codebook, and those of colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.codebook_parts import DRY_RUN, MAP, REASON, per_language, told
from qualcode.cli.output import Field, emit, grid, one_line, print_data, say, warn
from qualcode.cli.parts import Command, choice
from qualcode.errors import Conflict

if TYPE_CHECKING:
    from qualcode.domain.codebook import Code
    from qualcode.domain.comparison import Change
    from qualcode.domain.three_way import Clash
    from qualcode.services.sharing import Comparison
    from qualcode.storage.books import BookVersion

LOG = (
    Field("N", right=True),
    Field("VERSION", flexible=True),
    Field("TIME"),
    Field("CODER"),
    Field("WHAT", flexible=True),
    Field("REASON", flexible=True),
)


@click.command("log", cls=Command)
@click.argument("code", required=False)
@click.pass_obj
def log(call: Call, code: str | None) -> None:
    """List the versions of the codebook, newest first; with CODE those that changed it, and how."""
    with call.opened() as project:
        if code:
            project.codebooks.current().code(code)
            history = list(project.versions.history(code))
        else:
            history = [(version, ()) for version in project.versions.list()]
    history.reverse()
    if call.json:
        emit([_version(one, changes) for one, changes in history])
        return
    rows = [
        (
            one.n,
            one.version,
            one.created,
            one.author,
            "; ".join(change.words for change in changes) or one.operation.get("words"),
            one.reason,
        )
        for one, changes in history
    ]
    grid(LOG, rows, "The project has no codebook.")


def _version(found: BookVersion, changes: Sequence[Change]) -> dict[str, Any]:
    return {
        "n": found.n,
        "version": found.version,
        "codebook": found.book,
        "time": found.created,
        "coder": found.author or None,
        "kind": f"codebook.{found.operation.get('kind', 'begin')}",
        "summary": found.operation.get("words", ""),
        "reason": found.reason or None,
        "given": found.operation.get("given", {}),
        "changes": [change_shape(change) for change in changes],
    }


@click.command("diff", cls=Command)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B", required=False)
@click.pass_obj
def diff(call: Call, one: str, other: str | None) -> None:
    """Say what differs from A to B, in words.

    Each is a file, or a version of the project by its name or number in `codebook log`; without B
    the codebook in force is meant.
    """
    with call.opened() as project:
        found = project.sharing.diff(one, other or str(project.versions.list()[-1].n))
    if call.json:
        emit([change_shape(change) for change in found])
        return
    for change in found:
        print_data(one_line(change.words))
    if not found:
        say("They say the same.")


def change_shape(change: Change) -> dict[str, Any]:
    """A change as JSON; `parts` are the fields with what they said before and say after."""
    return {
        "what": change.what,
        "kind": change.kind,
        "id": change.id,
        "words": change.words,
        "parts": [asdict(part) for part in change.parts],
    }


def _clash_shape(clash: Clash) -> dict[str, Any]:
    return {"name": clash.name, **asdict(clash)}


def _decision(value: str) -> tuple[str, str]:
    name, equals, side = value.rpartition("=")
    both = side.partition(":")[0] == "both" and name.rpartition(".")[2] in ("meaning", "entry")
    if not equals or not name or not (both or side in ("mine", "theirs")):
        raise click.BadParameter(f"'{value}' is not CODE.FIELD=mine or CODE.FIELD=theirs.")
    return name, side


@click.command("apply", cls=Command)
@click.argument("file")
@click.option("--base", metavar="VERSION", help="The version or file that both came from.")
@click.option(
    "--decide",
    "decisions",
    type=_decision,
    multiple=True,
    metavar="CODE.FIELD=mine|theirs",
    help="What is to stand where both changed the same; CODE.meaning=both:ID keeps both of two"
    " codes with one id. Repeatable.",
)
@MAP
@DRY_RUN
@REASON
@click.pass_obj
def apply(call: Call, /, file: str, dry_run: bool, reason: str, **given: Any) -> None:
    """Bring a colleague's FILE of the same codebook into the project.

    What only they changed is taken, what only you changed stays; what both changed is listed and
    decided with --decide. Nothing is changed while anything is undecided.
    """
    decisions, mapping = dict(given["decisions"]), dict(given["mapping"])
    with call.opened() as project:
        sharing = project.sharing
        found = sharing.compare(file, base=given["base"], decisions=decisions, mapping=mapping)
        stays = dry_run or bool(found.open or found.unmapped)
        outcome = sharing.preview(found) if stays else sharing.apply(found, reason)
    if call.json:
        emit(_comparison(found, asdict(outcome)))
    else:
        _show(found)
    if found.open and not dry_run:
        raise Conflict(
            f"{len(found.open)} to decide; nothing was changed.",
            f"For each: --decide {found.open[0].name}=mine or =theirs"
            f"{' or =both' if found.open[0].can_be_both else ''}",
        )
    if found.unmapped and not dry_run:
        first = found.unmapped[0]
        raise Conflict(
            f"{len(found.unmapped)} values in use are not in the file; nothing was changed.",
            f"For each: --map {first.name}={first.likely or 'VALUE'}",
        )
    if not call.json:
        told(call, outcome)


def _comparison(found: Comparison, outcome: dict[str, Any]) -> dict[str, Any]:
    return {
        "base": found.base.version,
        "base_certain": found.certain,
        "theirs": found.theirs.version,
        "applied": [change_shape(change) for change in found.applied],
        "conflicts": [_clash_shape(clash) for clash in found.clashes],
        "gone": [{**asdict(one), "name": one.name, "value": one.value.id} for one in found.gone],
        "outcome": outcome,
    }


def _show(found: Comparison) -> None:
    """What comes in, line by line, and each clash with both sides under one another."""
    say(f"Compared with the version that both came from: {found.base.version}")
    if not found.certain:
        warn("The file does not name that version; the likest was taken. Else give --base.")
    for change in found.applied:
        print_data(one_line(change.words))
    for clash in found.clashes:
        about = f" ({clash.why})" if clash.why else ""
        decided = f": {clash.decided}" if clash.decided else " is to be decided"
        print_data(one_line(f"{clash.name}{decided}{about}"))
        for side in ("base", "mine", "theirs"):
            print_data(f"  {side:6}  {_said(getattr(clash, side))}")
    for one in found.gone:
        into = one.into or (f"probably {one.likely}" if one.likely else "not said")
        said = "said once" if one.uses == 1 else f"said {one.uses} times"
        print_data(one_line(f"{one.name} is not in the file, {said}; turns into: {into}"))


def _said(value: Any) -> str:
    """What one side of a clash says, on one line."""
    if value is None:
        return "-"
    if isinstance(value, dict):
        said = (f"{k}: {_said(v)}" for k, v in value.items() if k and v not in (None, "", ()))
        return one_line("; ".join(said))
    if isinstance(value, tuple):
        return one_line(", ".join(map(_said, value)))
    return one_line(value)


@click.command("add", cls=Command)
@click.argument("what", metavar="CODE|FILE")
@per_language("--label", "labels")
@click.option("--parent", metavar="ID", help="The code it lies below.")
@per_language("--definition", "definitions")
@click.option("--usual-valence", metavar="VALENCE", help="helps, hinders or mixed.")
@click.option("--from", "coding", metavar="CODING", help="A passage whose words are its label.")
@click.option("--prefix", metavar="TEXT", help="Before ids of FILE that are taken; else its id.")
@REASON
@click.pass_obj
def add(call: Call, /, what: str, prefix: str | None, reason: str, **given: Any) -> None:
    """Add a code of your own with --label, or all codes of another codebook from FILE.

    With --from CODING the code is called by the words of that passage and remembers it.
    """
    from qualcode.domain.codebook import Code

    with call.opened() as project:
        if given["coding"]:
            _added(
                call, project.quotations.name_code(what, given["coding"], given["parent"], reason)
            )
            return
        if not given["labels"]:
            _combine(call, *project.sharing.add(what, prefix, reason))
            return
        fresh = Code(
            id=what,
            label=dict(given["labels"]),
            parent=given["parent"],
            definition=dict(given["definitions"]),
            usual_valence=choice(given["usual_valence"]),
        )
        _added(call, project.codebooks.add_code(fresh, reason))


def _added(call: Call, made: Code) -> None:
    if call.json:
        emit(shapes.code(made))
    else:
        say(f"A new code: {made.id}")


def _combine(call: Call, combined: Any, outcome: Any) -> None:
    if call.json:
        shape = {"renamed": dict(combined.renamed), "shared": list(combined.shared)}
        emit({**asdict(outcome), **shape})
        return
    for name, now in combined.renamed.items():
        say(f"{name} was taken; it is {now} here.")
    if combined.shared:
        say(f"{len(combined.shared)} parts are the same in both.")
    told(call, outcome)


COMMANDS = (log, diff, apply, add)
