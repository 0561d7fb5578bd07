"""How often each code is used, with what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.asking import Asking
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import NOTHING
from qualcode.domain.table import DENIED, NOTHING_SAID, CellValue, Column, Row, Table

if TYPE_CHECKING:
    import pandas as pd

COUNTS = {
    "cases": "case",
    "informants": "informant",
    "passages": "segment",
    "documents": "document",
}
VALENCES = {"helps": "helps", "hinders": "hinders", "mixed": "mixed", "unset": ""}


def frequency(basis: Basis) -> Table:
    """A row per code in the order of the tree; every passage counts, whatever its standing."""
    frame = frames.coded(basis.material, (*COUNTS.values(), "code", "valence", "standing"))
    rolled = frames.rolled(frame, basis.codebook)
    found = frames.groups(rolled, ["at"], tuple(COUNTS.values()))
    valued = frames.groups(rolled, ["at", "valence"], ("segment",))
    asking = Asking(basis.material)
    rows = []
    for code in basis.codebook.walk():
        group = found.get((code.id,), NOTHING)
        if code.id not in basis.codes or not (group.ids or basis.codebook.in_use(code)):
            continue
        empty = NOTHING_SAID if group.ids else asking.empty_everywhere(code.id)
        cells: dict[str, CellValue] = {"code": code.id}
        for column, what in COUNTS.items():
            cells[column] = basis.cell(code.id, column, group, what, empty)
        for column, valence in VALENCES.items():
            part = valued.get((code.id, valence), NOTHING)
            cells[column] = basis.cell(code.id, column, part, "segment", empty)
        rows.append(Row(code.id, basis.code_names[code.id], cells))
    return basis.table(_columns(basis), rows, _notes(basis, frame), basis.code_names)


def _columns(basis: Basis) -> list[Column]:
    words = basis.words
    return [
        Column("code", words.column("code"), "code"),
        *(Column(key, words.column(key), "count") for key in COUNTS),
        *(Column(key, words.value(key).capitalize(), "count") for key in VALENCES),
    ]


def _notes(basis: Basis, frame: pd.DataFrame) -> list[str]:
    words = basis.words
    counts = {
        standing: words.count(
            "passage", frames.passages(frames.within(frame, "standing", [standing]))
        )
        for standing in (DENIED, "wished")
    }
    return [
        words.note("signs"),
        words.note("rolled"),
        words.note("unknown-person"),
        words.note("all-standings", **counts),
        words.note("valence-sum"),
    ]
