"""Codings as frames, and the counting of distinct things in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook
from qualcode.domain.material import CodedRow, DegreeRow, Material

if TYPE_CHECKING:
    import pandas as pd

COUNTABLE = ("case", "informant", "organisation", "segment", "document")
"""Columns whose distinct values are counted; an empty string is nothing and never counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """What the codings of one cell come to: distinct things by column, and their ids, sorted."""

    counts: Mapping[str, int]
    ids: tuple[str, ...]


NOTHING = Group(dict.fromkeys(COUNTABLE, 0), ())


def coded(material: Material) -> pd.DataFrame:
    """One row per coding; what is missing is an empty string."""
    return _frame(material, material.codings, [row.coding for row in material.codings]).assign(
        code=[row.code for row in material.codings],
        valence=[row.valence or "" for row in material.codings],
        label=[row.label or "" for row in material.codings],
    )


def degrees(material: Material) -> pd.DataFrame:
    """One row per degree, its id in the column `coding`; no code, valence or label."""
    return _frame(material, material.degrees, [row.id for row in material.degrees]).assign(
        code="", valence="", label=""
    )


def _frame(
    material: Material, rows: Sequence[CodedRow] | Sequence[DegreeRow], ids: list[str]
) -> pd.DataFrame:
    import pandas as pd

    employer = {p.id: p.organisation_id or "" for p in material.participants}
    columns: dict[str, list[str]] = {
        "coding": ids,
        "segment": [row.segment for row in rows],
        "document": [row.document_id for row in rows],
        "case": [row.case_id or "" for row in rows],
        "informant": [row.informant for row in rows],
        "organisation": [employer.get(row.participant_id or "", "") for row in rows],
        "standing": [row.standing or "" for row in rows],
    }
    return pd.DataFrame(columns, dtype=object)


def rolled(frame: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """One row per coding and code that it counts for (column `at`): its own and all above it."""
    import numpy as np

    lineages = {code: codebook.lineage(code) for code in frame["code"].unique()}
    found = [lineages[code] for code in frame["code"]]
    index = np.repeat(np.arange(len(frame)), [len(lineage) for lineage in found])
    return frame.take(index).assign(at=[at for lineage in found for at in lineage])


def groups(
    frame: pd.DataFrame, by: Sequence[str], what: Sequence[str] = COUNTABLE
) -> dict[tuple[str, ...], Group]:
    """The rows that share their values in `by`, counted; keys in the order of `by`."""
    import numpy as np
    import pandas as pd

    if frame.empty:
        return {}
    numbers = {name: pd.factorize(_known(frame[name]))[0] for name in what}
    ranks, ids = pd.factorize(frame["coding"], sort=True)
    cells = frame.groupby(list(by), sort=False).ngroup().to_numpy()
    order = np.argsort(cells, kind="stable")
    keys = list(zip(*(frame[name].to_numpy()[order] for name in by), strict=True))
    starts = np.flatnonzero(np.diff(cells[order], prepend=-1))
    found = {}
    for start, rows in zip(starts, np.split(order, starts[1:]), strict=True):
        counts = {name: _distinct(values[rows]) for name, values in numbers.items()}
        found[keys[start]] = Group(counts, tuple(ids[np.unique(ranks[rows])]))
    return found


def group(frame: pd.DataFrame, what: Sequence[str] = COUNTABLE) -> Group:
    """All the rows as one group."""
    counts = {name: int(_known(frame[name]).nunique()) for name in what}
    return Group(counts, tuple(sorted(set(frame["coding"]))))


def passages(frame: pd.DataFrame) -> int:
    """The number of distinct segments."""
    return int(frame["segment"].nunique())


def within(frame: pd.DataFrame, column: str, values: Iterable[str]) -> pd.DataFrame:
    """The rows whose value in `column` is one of `values`."""
    return frame[frame[column].isin(list(values))]


def without(frame: pd.DataFrame, column: str, values: Iterable[str]) -> pd.DataFrame:
    """The rows whose value in `column` is none of `values`."""
    return frame[~frame[column].isin(list(values))]


def _known(values: pd.Series) -> pd.Series:
    return values.where(values != "", None)


def _distinct(numbers: object) -> int:
    import numpy as np

    kinds = np.unique(np.asarray(numbers))
    return int((kinds >= 0).sum())
