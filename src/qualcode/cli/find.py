"""`qualcode find`: words in context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import (
    ProgressBar,
    clip,
    emit,
    listed,
    one_line,
    print_data,
    say,
    screen_width,
    warn,
)
from qualcode.cli.parts import Command, choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcode.domain.search import Hit


@click.command("find", cls=Command)
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option("--where", "query", default="", metavar="QUERY", help="Only in passages that fit.")
@click.option("--lemma", is_flag=True, help="All forms of the words: få finds fick.")
@click.option("--document", metavar="DOCUMENT", help="Only in one document.")
@click.option("--case", metavar="CASE", help="Only in one case.")
@click.option("--speaker", metavar="NAME", help="Only what this speaker says.")
@click.option("--code", metavar="ID", help="Only in passages with this code or one below it.")
@click.option("--valence", metavar="VALENCE", help="Only in passages that help, hinder ...")
@click.option("--language", metavar="LANG", help="Only in documents in this language.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after so many.")
@click.option(
    "--context", type=click.IntRange(min=0), default=60, metavar="N", help="Characters around."
)
@click.pass_obj
def find(call: Call, /, words: tuple[str, ...], lemma: bool, **given: Any) -> None:
    """Find a word form, all words that begin so (samverk*), or words in a row.

    Upper and lower case are alike; å is not a. With --lemma the first search takes a while.
    With --where and no words: the passages that fit the query.
    """
    from qualcode.services.search import FindFilter

    if not words and not given["query"]:
        raise click.UsageError("Say which words, or --where QUERY.")
    with call.opened() as project:
        if choice(given["valence"]):
            project.codebooks.current().scale("valence").by_id(given["valence"])
        given["valence"] = choice(given["valence"])
        where = FindFilter(**given, by="lemma" if lemma else "form")
        if words:
            found = project.search.find(" ".join(words), where, ProgressBar())
        else:
            found = project.search.passages(where)
        by_form = project.search.by_form_only(where) if lemma and words else []
    if by_form:
        names = listed([*by_form[:5], *(["..."] if len(by_form) > 5 else [])])
        warn(f"{len(by_form)} documents in no known language are searched by form: {names}")
    if call.json:
        emit([shapes.hit(one) for one in found])
        return
    _print(found)
    say(f"{len(found)} found.")


def _print(found: Iterable[Hit]) -> None:
    """The place on one line, the words in the middle of the next one."""
    for one in found:
        speaker = f", {one.speaker}" if one.speaker else ""
        turn = f", turn {one.turn}{speaker}" if one.turn else ""
        print_data(one_line(f"{one.document} {one.start}:{one.end}{turn}"))
        print_data(_line(one))


def _line(one: Hit) -> str:
    from qualcode.text.cells import width

    before, after = one_line(one.before), one_line(one.after)
    # the line breaks around a hit are white space that tidying takes away
    before += " " if one.before[-1:].isspace() and before else ""
    after = (" " if one.after[:1].isspace() and after else "") + after
    quote = one_line(one.quote)
    room = max(8, (screen_width() - 6 - width(quote)) // 2)
    return f"  {_tail(before, room)}«{quote}»{clip(after, room)}"


def _tail(text: str, cells: int) -> str:
    """The end of a text in so many cells."""
    from qualcode.text.cells import clusters, width

    if width(text) <= cells:
        return text
    used = 1
    for _, end, wide in reversed(clusters(text)):
        if used + wide > cells:
            return f"…{text[end:]}"
        used += wide
    return text
