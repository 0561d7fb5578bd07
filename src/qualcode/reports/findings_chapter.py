"""The chapter on findings and propositions: what the analyst says, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.domain.quoting import tidy
from qualcode.domain.table import Row
from qualcode.reports.context import Context
from qualcode.reports.facts import counted
from qualcode.reports.model import Block, Heading, Paragraph, Quote, Run, paragraph

STANCES = ("supporting", "contrary", "mixed", "silent")
KINDS = ("success-factor", "pitfall")


def findings_chapter(context: Context) -> Iterator[Block]:
    """Success factors, pitfalls, propositions with their tables; nothing where there are none."""
    found, held = context.tables["findings"], context.tables["propositions"]
    if not found.rows and not held.rows:
        return
    words = context.words
    yield Heading(1, words.word("findings"))
    if found.rows:
        yield context.block(found)
    for kind in KINDS:
        rows = [row for row in found.rows if row.cells["kind"] == kind]
        if rows:
            yield Heading(2, words.word(kind))
        for row in rows:
            yield from _finding(context, row)
    if held.rows:
        yield Heading(2, words.word("propositions"))
        yield context.block(held)
        for row in held.rows:
            yield from _proposition(context, row)


def _finding(context: Context, row: Row) -> Iterator[Block]:
    say = context.words.say
    yield _statement(context, row)
    yield context.keyed(_standing(context, row), _key(row))
    if row.cells.get("met"):
        yield paragraph(say("met", met=tidy(str(row.cells["met"]))))
    yield from _quotes(context, "finding", row)


def _proposition(context: Context, row: Row) -> Iterator[Block]:
    say = context.words.say
    yield _statement(context, row)
    told = [_standing(context, row)]
    if row.cells.get("verdict"):
        verdict = context.tables["propositions"].labels.get(str(row.cells["verdict"]))
        told.append(say("verdict", verdict=verdict or row.cells["verdict"]))
    yield context.keyed(" ".join(told), _key(row))
    if row.cells.get("rival"):
        yield paragraph(say("rival", rival=tidy(str(row.cells["rival"]))))
    yield from _quotes(context, "proposition", row)


def _statement(context: Context, row: Row) -> Paragraph:
    runs = [Run(tidy(row.label), "strong")]
    if row.cells.get("status") == "draft":
        runs.append(Run(f" {context.words.say('draft')}", "emphasis"))
    return Paragraph(tuple(runs))


def _standing(context: Context, row: Row) -> str:
    """How many cases stand on each side; together they are all cases."""
    count = context.words.count
    numbers = {stance: count("case", counted(row, stance).value or 0) for stance in STANCES}
    return context.words.say("for-against", **numbers)


def _key(row: Row) -> str | None:
    """The key of what speaks for it, else of what bears on it at all."""
    keys = (counted(row, column).evidence for column in ("passages", *STANCES))
    return next((key for key in keys if key), None)


def _quotes(context: Context, kind: str, row: Row) -> Iterator[Block]:
    for text, attribution in context.profile.chosen(kind, row.key):
        yield Quote(text, attribution, _key(row))
