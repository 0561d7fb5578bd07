"""Transcripts in a table with the columns time, content and speaker, in any order."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.document import ReadTurn
from qualcode.importers.timestamps import time_span

_COLUMNS = {
    "time": "timespan time timestamp tid tidsstempel tidsstämpel tidsintervall tidsrum tidsrom",
    "words": "content text transcript innehåll indhold innhold tekst utskrift replik",
    "speaker": "speaker talare taler talande name namn navn person deltagare",
}
_HEADINGS = {word: column for column, words in _COLUMNS.items() for word in words.split()}


def turns_of_table(rows: Sequence[Sequence[str]]) -> list[ReadTurn] | None:
    """The turns of a table with a heading row; None when the first row is no such heading."""
    if not rows:
        return None
    places: dict[str, int] = {}
    for place, cell in enumerate(rows[0]):
        column = _HEADINGS.get(cell.strip().casefold())
        if column is not None:
            places.setdefault(column, place)
    if "words" not in places or len(places) < 2:
        return None
    return [_turn(row, places) for row in rows[1:]]


def _turn(row: Sequence[str], places: dict[str, int]) -> ReadTurn:
    cells = {
        column: row[place].strip() if place < len(row) else "" for column, place in places.items()
    }
    start, end = time_span(cells.get("time", ""))
    return ReadTurn(cells["words"], cells.get("speaker") or None, start, end)
