"""How the degrees of collaboration spread in each case."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import NOTHING, Group
from qualcode.domain.codebook import Scale
from qualcode.domain.material import DegreeRow
from qualcode.domain.table import DENIED, NOTHING_SAID, CellValue, Column, Counted, Row, Table

LEFT_OUT = ("wished", "denied")
WITHOUT_PAIR = "without_pair"


def degree_distribution(basis: Basis) -> Table:
    """A row per case; per degree the number of pairs, then median and range of those pairs.

    A pair is directed and counts once per activity, period and degree. Degrees are places on an
    order, so there is a median and a range, never a mean.
    """
    keys = _degrees(basis)
    rows = [
        Row(case, basis.case_names[case], _row(basis, case, keys)) for case in basis.case_rows()
    ]
    words = basis.words
    columns = [Column("case", words.column("case"), "case")]
    columns += [Column(key, label, "count") for key, label in keys.values()]
    columns += [
        Column(WITHOUT_PAIR, words.column(WITHOUT_PAIR), "count"),
        Column("median", words.column("median"), "number"),
        Column("range", words.column("range"), "text"),
    ]
    return basis.table(columns, rows, _notes(basis), basis.case_names)


def _degrees(basis: Basis) -> Mapping[int, tuple[str, str]]:
    """Column key and label per number: those of the scale, and any other that is in use."""
    scale = degree_scale(basis)
    found: dict[int, tuple[str, str]] = {}
    for value in scale.values if scale else ():
        if value.value is not None:
            label = value.label.get(basis.words.language) or value.label.get("en", value.id)
            found[value.value] = (value.id, f"{value.value} {label}")
    used = {row.value for row in basis.material.degrees} - set(found)
    return found | {number: (str(number), str(number)) for number in sorted(used)}


def degree_scale(basis: Basis) -> Scale | None:
    """The scale of the degrees: the one of that name, else the first ordered one on segments."""
    scales = basis.codebook.scales
    if "degree" in scales:
        return scales["degree"]
    ordered = (s for s in scales.values() if s.kind == "ordinal" and s.applies_to == "segment")
    return next(ordered, None)


def _row(basis: Basis, case: str, keys: Mapping[int, tuple[str, str]]) -> dict[str, CellValue]:
    mine = [row for row in basis.material.degrees if (row.case_id or "") == case]
    told = [row for row in mine if row.standing not in LEFT_OUT]
    paired = [row for row in told if row.from_id and row.to_id]
    cells: dict[str, CellValue] = {"case": case}
    places: list[int] = []
    for number, (key, _label) in keys.items():
        rows = [row for row in paired if row.value == number]
        denied = [row for row in mine if row.value == number and row.standing == DENIED]
        cells[key] = _pairs(basis, case, key, rows, denied)
        places += [number] * len(_distinct(rows))
    alone = [row for row in told if not (row.from_id and row.to_id)]
    group = Group({"degree": len(alone)}, _ids(alone))
    cells[WITHOUT_PAIR] = basis.cell(case, WITHOUT_PAIR, group, "degree")
    middle = median(places) if places else None
    cells["median"] = int(middle) if middle is not None and middle == int(middle) else middle
    cells["range"] = _range(places)
    return cells


def _pairs(
    basis: Basis, case: str, key: str, rows: list[DegreeRow], denied: list[DegreeRow]
) -> Counted:
    if rows:
        group = Group({"pair": len(_distinct(rows))}, _ids(rows))
        return basis.cell(case, key, group, "pair")
    if denied:
        return basis.cell(case, key, Group({"pair": 0}, _ids(denied)), "pair", DENIED)
    return basis.cell(case, key, NOTHING, "segment", NOTHING_SAID)


def _distinct(rows: list[DegreeRow]) -> set[tuple[object, ...]]:
    return {(row.from_id, row.to_id, row.activity, row.period, row.value) for row in rows}


def _ids(rows: list[DegreeRow]) -> tuple[str, ...]:
    return tuple(sorted(row.id for row in rows))


def _range(places: list[int]) -> str | None:
    if not places:
        return None
    low, high = min(places), max(places)
    return str(low) if low == high else f"{low}–{high}"


def _notes(basis: Basis) -> list[str]:
    words = basis.words
    notes = [words.note(key) for key in ("signs", "pairs", "without-pair", "median")]
    for key, standings in (
        ("degrees-left-out", LEFT_OUT),
        ("degrees-second-hand", ("second-hand",)),
    ):
        number = sum(row.standing in standings for row in basis.material.degrees)
        if number:
            notes.append(words.note(key, degrees=words.count("degree", number)))
    return notes
