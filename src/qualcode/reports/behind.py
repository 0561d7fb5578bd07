"""What lies behind the numbers of a report: the words that may be printed, by evidence key."""

from __future__ import annotations

from collections.abc import Iterable

from qualcode.domain.quoting import Said, attribution, shorten, tidy
from qualcode.domain.table import Counted, Table
from qualcode.reports.context import Context
from qualcode.reports.model import Behind, Words

LONGEST = 1500
"""Characters after which words behind a number are shortened."""


def behind(context: Context, tables: Iterable[Table]) -> Behind:
    """The words behind all cells of the tables, as far as profile and consent allow."""
    rows: dict[str, Said] = {row.coding: row for row in context.material.codings}
    rows |= {row.id: row for row in context.material.degrees}
    places: dict[tuple[str, int, int], int] = {}
    words: list[Words] = []
    keys: dict[str, tuple[int, ...]] = {}
    kept_back: dict[str, int] = {}
    for cell in _cells(tables):
        said = [rows[one] for one in cell.codings if one in rows]
        passages = {(row.document_id, row.start, row.end): row for row in said}
        open_ = {at: row for at, row in passages.items() if context.profile.may_quote(row)}
        for at, row in open_.items():
            if at not in places:
                places[at] = len(words)
                words.append(_words(context, row))
        key = cell.evidence or ""
        keys[key] = tuple(sorted(places[at] for at in open_))
        kept_back[key] = len(passages) - len(open_)
    return Behind(tuple(words), keys, kept_back)


def _cells(tables: Iterable[Table]) -> Iterable[Counted]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells.values():
                if isinstance(cell, Counted) and cell.evidence and cell.codings:
                    yield cell


def _words(context: Context, row: Said) -> Words:
    material = context.material
    text = shorten(tidy(material.quote(row.document_id, row.start, row.end)), LONGEST)
    person = context.people[row.participant_id or ""]
    case = context.case_names.get(row.case_id or "", "")
    who = attribution(person, context.profile.roles)
    return Words(text, f"{who} · {case}" if case else who)
