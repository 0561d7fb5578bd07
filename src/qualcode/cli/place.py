"""Where in a text: by offsets, by words, by the number of a turn, or by what is there already."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qualcode.domain.span import Span
from qualcode.errors import NotFound

if TYPE_CHECKING:
    from qualcode.domain.document import Transcript
    from qualcode.services.workspace import Project

F = TypeVar("F", bound=Callable[..., Any])


def offsets(value: str) -> Span:
    """`START:END` in characters; raises Invalid where END is not after START."""
    if not re.fullmatch(r"[0-9]+:[0-9]+", value):
        raise click.BadParameter(f"'{value}' is not START:END, such as 120:240.")
    start, _, end = value.partition(":")
    return Span(int(start), int(end))


def place_options(function: F) -> F:
    """The options `--span`, `--quote` and `--turn`."""
    for option in (
        click.option("--turn", type=int, metavar="N", help="All words of a turn, from 1."),
        click.option(
            "--quote", metavar="TEXT", help="The exact words; they must stand there once."
        ),
        click.option("--span", type=offsets, metavar="START:END", help="Characters, END left out."),
    ):
        function = option(function)
    return function


def place_of(
    transcript: Transcript, span: Span | None, quote: str | None, turn: int | None
) -> Span:
    """The span that is meant.

    Raises a usage error unless exactly one way is used, Invalid for words that stand nowhere or
    more than once, NotFound for a turn that is not there.
    """
    if sum(way is not None for way in (span, quote, turn)) != 1:
        raise click.UsageError("Say where: one of --span, --quote and --turn.")
    if span is not None:
        return span
    if quote is not None:
        from qualcode.services.coding_rows import only_place

        return only_place(transcript, quote)
    for one in transcript.turns:
        if one.n == turn:
            return one.span
    raise NotFound(
        f"{transcript.document.name} has no turn {turn}.",
        f"It has {len(transcript.turns)} turns, counted from 1.",
    )


def passage_of(project: Project, ref: str) -> str:
    """The id of the passage that is meant by its own id, or by a coding or a degree on it.

    Raises NotFound.
    """
    try:
        project.passages.document_of(ref)
        return ref
    except NotFound:
        pass
    try:
        return project.codings.get(ref).segment
    except NotFound:
        on = {placed.degree.id: placed.segment for placed in project.degrees.list()}
    if ref in on:
        return on[ref]
    raise NotFound(
        f"There is no passage '{ref}'.",
        "See qualcode passage list DOCUMENT, qualcode code list or qualcode degree list.",
    )
