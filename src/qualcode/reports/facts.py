"""What the report's sentences state: numbers read off the tables and the codings behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcode.domain.material import CodedRow, DegreeRow, Material
from qualcode.domain.table import DENIED, NOT_ASKED, NOTHING_SAID, Counted, Row, Table

MOST = 3
"""How many factors a sentence names."""


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """What is counted of one condition; `empty` holds the names of cases by kind of empty."""

    said: tuple[CodedRow, ...]
    cases: int
    informants: int
    passages: int
    valences: Mapping[str, int]
    empty: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, str]
    """Evidence keys of the condition's cells by case id."""


def counted(row: Row, column: str) -> Counted:
    """The counted cell of that column; an empty one where the column is none."""
    cell = row.cells.get(column)
    return cell if isinstance(cell, Counted) else Counted(None, NOTHING_SAID)


def condition_facts(table: Table, condition: str, material: Material) -> ConditionFacts:
    """The facts of one condition, read off its column in the table of conditions."""
    filled = [row for row in table.rows if counted(row, condition).value is not None]
    behind = {coding for row in filled for coding in counted(row, condition).codings}
    said = tuple(row for row in material.codings if row.coding in behind)
    valences = {
        name: len({row.segment for row in said if row.valence == valence})
        for name, valence in (
            ("helps", "helps"),
            ("hinders", "hinders"),
            ("mixed", "mixed"),
            ("unset", None),
        )
    }
    empty = {
        kind: tuple(row.label for row in table.rows if counted(row, condition).empty == kind)
        for kind in (NOT_ASKED, NOTHING_SAID, DENIED)
    }
    return ConditionFacts(
        said=said,
        cases=sum(bool(row.key) for row in filled),
        informants=len({row.informant for row in said}),
        passages=len({row.segment for row in said}),
        valences=valences,
        empty=empty,
        keys={row.key: counted(row, condition).evidence or "" for row in filled},
    )


def most_named(rows: Sequence[Row]) -> list[Row]:
    """The rows with most cases, then informants, then passages; at most three."""
    columns = ("cases", "informants", "passages")
    return sorted(rows, key=lambda row: [-(counted(row, at).value or 0) for at in columns])[:MOST]


def behind_theme(row: Row, material: Material) -> list[CodedRow | DegreeRow]:
    """The codings and degrees that a theme's passages come from."""
    ids = set(counted(row, "passages").codings)
    return [
        said
        for said in material.said
        if (said.coding if isinstance(said, CodedRow) else said.id) in ids
    ]
