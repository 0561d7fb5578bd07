"""The commands that findings and propositions share: what they rest on, and where cases stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import claims
from qualcode.cli.call import Call
from qualcode.cli.output import emit, say

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of statement: its name, its service in a project, and its shape as JSON."""

    name: str
    service: Callable[[Project], Any]
    shape: Callable[..., dict[str, Any]]

    def argument(self, function: Any) -> Any:
        """The argument that says which one is meant."""
        return click.argument("ref", metavar=self.name.upper())(function)

    def told(self, call: Call, project: Project, found: Any, words: str) -> None:
        """Print what became of one of them."""
        if call.json:
            emit(self.shape(found, claims.case_names(project)))
        else:
            say(f"{found.statement}: {words}")


def add_shared(group: click.Group, noun: Noun) -> None:
    """Give a group the commands that are the same for both kinds of statements."""
    for make in (_gather, _drop, _place, _contrary, _remove):
        make(group, noun)


def _gather(group: click.Group, noun: Noun) -> None:
    @group.command("gather", help=f"Let a {noun.name} rest on more codes, labels or codings.")
    @noun.argument
    @claims.members
    @click.option("--against", is_flag=True, help="They speak against it.")
    @click.pass_obj
    def gather(call: Call, /, ref: str, against: bool, **given: Any) -> None:
        members = claims.some(given)
        with call.opened() as project:
            service = noun.service(project)
            count = service.gather(ref, members, "against" if against else "for")
            noun.told(call, project, service.resolve(ref), f"{count} gathered.")


def _drop(group: click.Group, noun: Noun) -> None:
    @group.command("drop", help=f"Let a {noun.name} rest on fewer codes, labels or codings.")
    @noun.argument
    @claims.members
    @click.pass_obj
    def drop(call: Call, /, ref: str, **given: Any) -> None:
        members = claims.some(given)
        with call.opened() as project:
            service = noun.service(project)
            count = service.drop(ref, members)
            noun.told(call, project, service.resolve(ref), f"{count} taken out.")


def _place(group: click.Group, noun: Noun) -> None:
    @group.command(
        "place",
        help="Place a case by hand, with a reason; `computed` leaves it to its codings again.",
    )
    @noun.argument
    @click.argument("case", metavar="CASE")
    @click.argument("stance", type=click.Choice([*claims.STANCES, "computed"]))
    @click.option("--reason", metavar="TEXT", help="Why, for a case placed by hand.")
    @click.pass_obj
    def place(call: Call, ref: str, case: str, stance: str, reason: str | None) -> None:
        with call.opened() as project:
            service = noun.service(project)
            if stance == "computed":
                found = service.unpin(ref, case)
            else:
                found = service.pin(ref, case, stance, reason or "")
            noun.told(call, project, found, f"{case}: {stance}.")


def _contrary(group: click.Group, noun: Noun) -> None:
    @group.command(
        "contrary", help=f"Open what speaks against a {noun.name}; only then can it be final."
    )
    @noun.argument
    @click.pass_obj
    def contrary(call: Call, ref: str) -> None:
        with call.opened() as project:
            claims.show_opposed(call, project, noun.service(project).open_contrary(ref))


def _remove(group: click.Group, noun: Noun) -> None:
    @group.command("remove", help=f"Take a {noun.name} away; codes and passages stay.")
    @noun.argument
    @click.pass_obj
    def remove(call: Call, ref: str) -> None:
        with call.opened() as project:
            service = noun.service(project)
            found = service.resolve(ref)
            service.remove(found.id)
            if call.json:
                emit({"removed": found.id})
            else:
                say(f"{found.statement} was taken away.")
