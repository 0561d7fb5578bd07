"""`qualcode code add`: a code on a passage, one that is there or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import emit, listed, print_data, say, warn
from qualcode.cli.parts import Command, choice, said
from qualcode.cli.place import place_of, place_options
from qualcode.errors import Invalid

if TYPE_CHECKING:
    from qualcode.domain.coding import Coding, CodingDetails, DegreeDetails
    from qualcode.services.new_codes import NewCode
    from qualcode.services.workspace import Project

CONFIDENCE = click.Choice(["low", "normal"])
WHY_NEW = "made while coding"


@click.command("add", cls=Command)
@click.argument("document", metavar="DOCUMENT")
@place_options
@click.option("--code", "codes", multiple=True, metavar="ID", help="Repeatable.")
@click.option("--new", metavar="LABEL", help="Instead of --code: a code that is made for it.")
@click.option("--under", metavar="ID", help="The code that the new one lies below.")
@click.option("--language", metavar="LANG", help="Of LABEL; else the project's first.")
@click.option("--reason", metavar="TEXT", help="Why there is a new code; kept with the version.")
@click.option("--valence", metavar="VALENCE", help="helps, hinders or mixed.")
@click.option("--standing", metavar="STANDING", help="actual, past, wished, denied, second-hand.")
@click.option("--confidence", type=CONFIDENCE, default="normal")
@click.option("--label", metavar="TEXT", help="What is new, for the code `emergent`.")
@click.option("--degree", type=int, metavar="N", help="A degree of collaboration.")
@click.option("--from", "from_", metavar="ORG", help="The degree's first organisation.")
@click.option("--to", metavar="ORG", help="The degree's second organisation.")
@click.option("--activity", metavar="TEXT", help="What the two do together.")
@click.option("--period", metavar="NAME", help="The time that the degree speaks of.")
@click.option("--case", metavar="CASE", help="The case, where it is not the document's.")
@click.option("--memo", metavar="TEXT", help="A note on the passage; - reads standard input.")
@click.option("--strict", is_flag=True, help="Refuse organisations that are not known.")
@click.pass_obj
def add(call: Call, /, document: str, **given: Any) -> None:
    """Set a code on a passage and print the coding's id.

    Several codes: repeat --code; valence and label then go for each, the degree is set once. With
    --new LABEL --under ID a code is made and set in one act, which one undo takes back; its id is
    made of the label.
    """
    _check(given)
    degree, details = _degree(given), _details(given)
    with call.opened() as project:
        transcript = project.documents.transcript(document)
        span = place_of(transcript, given["span"], given["quote"], given["turn"])
        ids = project.codings.put(
            transcript.document.id,
            span,
            [_new(project, given)] if given["new"] is not None else given["codes"],
            details,
            [degree] if degree else [],
            strict=given["strict"],
        )
        made = [project.codings.get(one) for one in ids]
        for fresh in project.codings.new_organisations:
            warn(f"organisation '{fresh}' is new; --strict refuses unknown ones.")
    _print(call, made, given["under"])


def _check(given: dict[str, Any]) -> None:
    """Raises a usage error unless there are codes, or one new code with its place."""
    if given["new"] is None:
        if any(given[name] for name in ("under", "language", "reason")):
            raise click.UsageError("--under, --language and --reason belong to --new LABEL.")
        if not given["codes"]:
            raise click.UsageError("Which code? Give --code ID, or --new LABEL --under ID.")
    elif given["codes"]:
        raise click.UsageError("--code names a code that is there, --new makes one: give one.")
    elif not given["under"]:
        raise click.UsageError("Where does the new code belong? Give --under ID.")
    elif given["label"]:
        raise click.UsageError("--label is for the code `emergent`; --new LABEL is the new code's.")


def _new(project: Project, given: dict[str, Any]) -> NewCode:
    """The code that is wanted; raises Invalid for a language that nothing here is in."""
    from qualcode.services.new_codes import NewCode

    spoken = [str(one) for one in project.settings.show()["languages"]]
    language = given["language"] or next(iter(spoken), "en")
    known = {*spoken, *project.codebooks.current().languages}
    if given["language"] and known and language not in known:
        raise Invalid(
            f"Neither the codebook nor the project has the language '{language}'.",
            f"Known: {', '.join(sorted(known))}.",
        )
    return NewCode(given["new"], language, given["under"], given["reason"] or WHY_NEW)


def _details(given: dict[str, Any]) -> CodingDetails:
    from qualcode.domain.coding import CodingDetails

    return CodingDetails(
        valence=choice(given["valence"]),
        standing=choice(given["standing"]),
        confidence=given["confidence"],
        label=given["label"] or None,
        memo=said(given["memo"]) or None,
        case=given["case"] or None,
    )


def _degree(given: dict[str, Any]) -> DegreeDetails | None:
    from qualcode.domain.coding import DegreeDetails

    if given["degree"] is None:
        if any(given[name] for name in ("from_", "to", "activity", "period")):
            raise click.UsageError("--from, --to, --activity and --period belong to --degree N.")
        return None
    return DegreeDetails(
        given["degree"],
        given["from_"] or None,
        given["to"] or None,
        given["activity"] or None,
        choice(given["period"]),
    )


def _print(call: Call, made: Sequence[Coding], under: str | None) -> None:
    """Print the codings; `under` is what a new code lies below."""
    if call.json:
        more = {"new_code": made[0].code} if under else {}
        plain = [{**shapes.coding(one), **more} for one in made]
        emit(plain[0] if len(plain) == 1 else plain)
        return
    for one in made:
        print_data(one.id)
    if under:
        say(f"A new code below {under}: {made[0].code}")
    codes = listed([one.code for one in made])
    say(f"{codes} on {made[0].document} {made[0].start}:{made[0].end}")
