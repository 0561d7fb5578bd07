"""`qualcode cell rate` and its kin: ratings of a code in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import cell_shapes, shapes
from qualcode.cli.call import Call
from qualcode.cli.output import (
    Field,
    emit,
    grid,
    listed,
    one_line,
    print_data,
    quoted,
    say,
    screen_width,
)
from qualcode.cli.parts import Command, choice, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcode.domain.contrary import Against
    from qualcode.domain.rating import Rating
    from qualcode.services.workspace import Project

FIELDS = (
    Field("ID"),
    Field("CASE", flexible=True),
    Field("CODE"),
    Field("PERIOD"),
    Field("VALUE", right=True),
    Field("KIND"),
    Field("CODER"),
    Field("SENTENCE", flexible=True),
)


def value_of(text: str) -> int | None:
    """A number of the scale, or None for NE; raises a usage error."""
    if text.upper() == "NE":
        return None
    if not text.isascii() or not text.isdigit():
        raise click.BadParameter(f"'{text}' is no number of the scale and not NE.")
    return int(text)


@click.command("rate", cls=Command)
@click.argument("case", metavar="CASE")
@click.argument("code", metavar="CODE")
@click.argument("value", metavar="N|NE")
@click.option("--sentence", metavar="TEXT", help="Why; - reads standard input.")
@click.option("--link", "links", multiple=True, metavar="CODING", help="Evidence; repeatable.")
@click.option("--period", metavar="NAME", help="The time that the rating speaks of.")
@click.option("--agreed", is_flag=True, help="What the raters have agreed on.")
@click.pass_obj
def rate(call: Call, /, case: str, code: str, value: str, **given: Any) -> None:
    """Rate a code in a case on the codebook's scale, alone or (--agreed) as the raters agreed.

    NE says that there is not enough evidence, which is not the lowest value. Without --link the
    evidence stays, or is that of the cell's summary. The setting rating_rules says what a rating
    must rest on.
    """
    from qualcode.services.ratings import RatingDetails

    details = RatingDetails(
        value_of(value),
        said(given["sentence"]),
        tuple(given["links"]) or None,
        choice(given["period"]),
        given["agreed"],
    )
    with call.opened() as project:
        made = project.ratings.rate(case, code, details)
        _told(call, project, made, f"{made.shown}, {made.kind}")


@click.command("ratings", cls=Command)
@click.option("--case", metavar="CASE")
@click.option("--code", metavar="CODE")
@click.option("--stale", is_flag=True, help="Only those that are out of date.")
@click.option("--blind", is_flag=True, help="Without those you should not see before you rate.")
@click.pass_obj
def ratings(call: Call, case: str | None, code: str | None, stale: bool, blind: bool) -> None:
    """List the ratings, oldest first: each rater's own, and the agreed ones."""
    with call.opened() as project:
        book = project.codebooks.current()
        wanted = book.code(code).id if code else None
        found = [
            one
            for one in project.ratings.list(case, wanted, blind=blind)
            if one.changes or not stale
        ]
        names = {one.id: one.name for one in project.cases.list()}
    if call.json:
        emit([cell_shapes.rating(one, names) for one in found])
        return
    rows = [
        (
            *(one.id, names[one.case_id], one.code, one.period),
            *(f"{one.shown}{'‡' if one.changes else ''}", one.kind, one.coder, one.sentence),
        )
        for one in found
    ]
    grid(FIELDS, rows, "No ratings. Give one: qualcode cell rate CASE CODE N")


@click.command("keep", cls=Command)
@click.argument("rating", metavar="RATING")
@click.pass_obj
def keep(call: Call, rating: str) -> None:
    """Say that a rating is still right for the cell as it is now. RATING is an id."""
    with call.opened() as project:
        _told(call, project, project.ratings.still_right(rating), "still right")


@click.command("unrate", cls=Command)
@click.argument("rating", metavar="RATING")
@click.pass_obj
def unrate(call: Call, rating: str) -> None:
    """Take a rating away. RATING is an id, as in cell ratings."""
    with call.opened() as project:
        project.ratings.remove(rating)
        if call.json:
            emit({"removed": rating})
        else:
            say("The rating was taken away.")


def print_against(
    call: Call, project: Project, found: Sequence[Against], cases: Sequence[str] = ()
) -> None:
    """Print what speaks against something; as JSON `code list` with `against` beside each.

    `cases` are the ids of those that have it and the other outcome.
    """
    reasons = {one.coding: one.reason for one in found}
    codings = project.codings.several(reasons)
    if call.json:
        emit([{**shapes.coding(one), "against": reasons[one.id]} for one in codings])
        return
    if not codings:
        say("Nothing speaks against it.")
    for one in codings:
        marks = [one.code, one.valence, one.standing, one.coder]
        print_data(f"{one.id}  {one_line(one.document)} {one.start}:{one.end}")
        print_data("  " + one_line(" · ".join(mark for mark in marks if mark)))
        print_data("  " + quoted(one.quote, screen_width() - 2))
    if cases:
        names = {one.id: one.name for one in project.cases.list()}
        say(f"Cases that have it and the other outcome: {listed([names[case] for case in cases])}")


def _told(call: Call, project: Project, made: Rating, words: str) -> None:
    names = {one.id: one.name for one in project.cases.list()}
    if call.json:
        emit(cell_shapes.rating(made, names))
    else:
        print_data(made.id)
        say(f"{names[made.case_id]}, {made.code}: {words}")


COMMANDS = (rate, ratings, keep, unrate)
