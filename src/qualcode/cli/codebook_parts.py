"""What the commands about the codebook share: options, and telling what a revision did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qualcode.cli.call import Call
from qualcode.cli.output import emit, say
from qualcode.cli.parts import label

if TYPE_CHECKING:
    from qualcode.services.recoding import Outcome

F = TypeVar("F", bound=Callable[..., Any])

REASON = click.option("--reason", metavar="TEXT", default="", help="Why; kept with the version.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")


def _mapped(value: str) -> tuple[str, str]:
    """`SCALE/VALUE=VALUE` as the old value and the new one."""
    name, equals, into = value.partition("=")
    if not equals or "/" not in name or not into.strip():
        raise click.BadParameter(f"'{value}' is not SCALE/VALUE=VALUE, such as degree/aware=know.")
    return name.strip(), into.strip()


MAP = click.option(
    "--map",
    "mapping",
    type=_mapped,
    multiple=True,
    metavar="SCALE/VALUE=VALUE",
    help="What a value that FILE does not have turns into. Repeatable.",
)


def per_language(name: str, field: str, *, required: bool = False) -> Callable[[F], F]:
    """An option that is said once per language."""
    return click.option(
        name,
        field,
        type=label,
        multiple=True,
        required=required,
        metavar="LANG=TEXT",
        help="Once per language.",
    )


def told(call: Call, outcome: Outcome) -> None:
    """Say what a revision has done, or would do."""
    if call.json:
        emit(asdict(outcome))
        return
    say(f"{outcome.words}." if outcome.version else f"Would be done: {outcome.words}.")
    if outcome.moved:
        documents = counted(outcome.documents, "document")
        say(f"{counted(outcome.moved, 'coding')} in {documents} for another code.")
    if outcome.folded:
        more = f", {outcome.differing} with another valence" if outcome.differing else ""
        say(f"{counted(outcome.folded, 'coding')} beside the like of it, folded{more}.")
    if outcome.revalued:
        say(f"{counted(outcome.revalued, 'value')} of the scale changed.")
    if outcome.followers:
        say(f"Themes, guides, memos, cells and ratings that follow: {outcome.followers}.")
    if outcome.reread:
        again = counted(outcome.reread, "coding")
        say(f"{again} to read again; see: qualcode codebook worklist")


def counted(n: int, noun: str) -> str:
    """`1 coding`, `2 codings`."""
    return f"{n} {noun}{'' if n == 1 else 's'}"
