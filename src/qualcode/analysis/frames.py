"""Codings as frames, and the counting of distinct things in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qualcode.domain.codebook import Codebook
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.evidence import content_mark
from qualcode.domain.material import UNKNOWN_PERSON, Material

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

COUNTABLE = ("case", "informant", "organisation", "segment", "document")
"""Columns whose distinct values are counted; an empty string is nothing and never counted."""


@dataclass(frozen=True)
class Group:
    """What the codings of one cell come to: distinct things by column, and their ids, sorted."""

    counts: Mapping[str, int]
    ids: tuple[str, ...]

    @cached_property
    def mark(self) -> bytes:
        """What stands for the ids in evidence keys."""
        return content_mark(self.ids)


NOTHING = Group(dict.fromkeys(COUNTABLE, 0), ())


def coded(material: Material, names: Sequence[str] = ()) -> pd.DataFrame:
    """One row per coding; every column a category, what is missing an empty string.

    With `names` only these columns beside `coding`.
    """
    rows = CodedRows.of(material.codings)
    said = {name: rows.column(name) for name in (*_SAID, *_OF_CODE)}
    return _frame(material, said, names)


def said(material: Material) -> pd.DataFrame:
    """The codings and then the degrees, told apart by the column `kind` (coding, degree).

    A degree has its id in the column `coding`, and no code, valence or label.
    """
    rows, degrees = CodedRows.of(material.codings), material.degrees
    columns: dict[str, Sequence[Any]] = {
        name: (*rows.column(name), *(getattr(row, name) for row in degrees))
        for name in _SAID
        if name != "coding"
    }
    columns["coding"] = (*rows.column("coding"), *(row.id for row in degrees))
    for name in _OF_CODE:
        columns[name] = (*rows.column(name), *([None] * len(degrees)))
    kinds = ["coding"] * len(rows) + ["degree"] * len(degrees)
    return _frame(material, columns).assign(kind=category(kinds))


_SAID = ("coding", "segment", "document_id", "case_id", "participant_id", "standing", "coder")
_OF_CODE = ("code", "valence", "label")


def _frame(
    material: Material, said: Mapping[str, Sequence[Any]], names: Sequence[str] = ()
) -> pd.DataFrame:
    import pandas as pd

    employer = {p.id: p.organisation_id for p in material.participants}
    people, documents = said["participant_id"], said["document_id"]
    unknown = {document: f"{UNKNOWN_PERSON}{document}" for document in set(documents)}
    columns = {
        "segment": said["segment"],
        "document": documents,
        "case": said["case_id"],
        "informant": [who or unknown[where] for who, where in zip(people, documents, strict=True)],
        "organisation": [employer.get(who) for who in people],
        "standing": said["standing"],
        "coder": said["coder"],
        "code": said["code"],
        "valence": said["valence"],
        "label": said["label"],
    }
    chosen = names or tuple(columns)
    categories = {name: category(columns[name]) for name in chosen}
    return pd.DataFrame({"coding": ranked(said["coding"]), **categories}, copy=False)


def category(values: Sequence[str | None]) -> pd.Categorical:
    """The values as a category in the order of their appearance, None as an empty string."""
    import numpy as np
    import pandas as pd

    numbers, found = pd.factorize(np.array(values, dtype=object))
    names = found.tolist()
    if numbers.min(initial=0) < 0:
        if "" not in names:
            names.append("")
        numbers[numbers < 0] = names.index("")
    return pd.Categorical.from_codes(numbers, pd.Index(names, dtype=object))


def ranked(ids: Sequence[str]) -> pd.Categorical:
    """Ids, each there once, as a category in their own order."""
    import numpy as np
    import pandas as pd

    order = np.argsort(np.array(ids, dtype=str))
    ranks = np.empty(len(ids), dtype=np.int64)
    ranks[order] = np.arange(len(ids))
    return pd.Categorical.from_codes(ranks, pd.Index(np.array(ids, dtype=object)[order]))


def rolled(frame: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """One row per coding and code that it counts for (column `at`): its own and all above it."""
    import numpy as np
    import pandas as pd

    codes = frame["code"].cat
    lineages = [codebook.lineage(code) for code in codes.categories]
    names = list(dict.fromkeys(at for lineage in lineages for at in lineage))
    place = {name: number for number, name in enumerate(names)}
    above = np.full((len(lineages), max(map(len, lineages), default=0)), -1)
    for number, lineage in enumerate(lineages):
        above[number, : len(lineage)] = [place[at] for at in lineage]
    found = above[codes.codes.to_numpy()]
    there = found >= 0
    at = pd.Categorical.from_codes(found[there], pd.Index(names, dtype=object))
    return frame.take(there.nonzero()[0]).assign(at=at)


def groups(
    frame: pd.DataFrame, by: Sequence[str], what: Sequence[str] = COUNTABLE
) -> dict[tuple[str, ...], Group]:
    """The rows that share their values in `by`, counted; keys in the order of `by`."""
    if frame.empty:
        return {}
    cells, keys = _cells(frame, by)
    counts = _counts(frame, cells, len(keys), what)
    ids = _ids(cells, len(keys), frame["coding"])
    return {key: Group(numbers, some) for key, numbers, some in zip(keys, counts, ids, strict=True)}


def counted(
    frame: pd.DataFrame, by: Sequence[str], what: Sequence[str] = COUNTABLE
) -> dict[tuple[str, ...], Group]:
    """The same without the ids, for numbers that nobody traces."""
    if frame.empty:
        return {}
    cells, keys = _cells(frame, by)
    counts = _counts(frame, cells, len(keys), what)
    return {key: Group(numbers, ()) for key, numbers in zip(keys, counts, strict=True)}


def group(frame: pd.DataFrame, what: Sequence[str] = COUNTABLE) -> Group:
    """All the rows as one group."""
    return groups(frame, (), what).get((), NOTHING)


def passages(frame: pd.DataFrame) -> int:
    """The number of distinct segments."""
    return int(frame["segment"].nunique())


def within(frame: pd.DataFrame, column: str, values: Iterable[str]) -> pd.DataFrame:
    """The rows whose value in `column` is one of `values`."""
    return frame[frame[column].isin(list(values))]


def without(frame: pd.DataFrame, column: str, values: Iterable[str]) -> pd.DataFrame:
    """The rows whose value in `column` is none of `values`."""
    return frame[~frame[column].isin(list(values))]


def numbered(values: pd.Series) -> tuple[Numbers, Sequence[str]]:
    """A number per row for its value, and the values by number (not all need occur)."""
    import numpy as np
    import pandas as pd

    if isinstance(values.dtype, pd.CategoricalDtype):
        return values.cat.codes.to_numpy().astype(np.int64), values.cat.categories.tolist()
    numbers, names = pd.factorize(values.to_numpy(dtype=object))
    return numbers, list(names)


def _cells(frame: pd.DataFrame, by: Sequence[str]) -> tuple[Numbers, list[tuple[str, ...]]]:
    """A number per row for its cell, and the cells' keys in the order of their appearance."""
    import numpy as np
    import pandas as pd

    cells = np.zeros(len(frame), dtype=np.int64)
    columns = [numbered(frame[name]) for name in by]
    for numbers, names in columns:
        cells = cells * len(names) + numbers
    cells, found = pd.factorize(cells)
    keys: list[tuple[str, ...]] = []
    for number in found.tolist():
        key: tuple[str, ...] = ()
        for _, names in reversed(columns):
            number, at = divmod(number, len(names))
            key = (names[at], *key)
        keys.append(key)
    return cells, keys


def _counts(
    frame: pd.DataFrame, cells: Numbers, size: int, what: Sequence[str]
) -> list[dict[str, int]]:
    """Per cell the number of distinct values by column."""
    found = [_distinct(cells, size, frame[name]) for name in what]
    return [dict(zip(what, numbers, strict=True)) for numbers in zip(*found, strict=True)]


def _distinct(cells: Numbers, size: int, values: pd.Series) -> list[int]:
    """Per cell the number of distinct values that are not empty."""
    import numpy as np
    import pandas as pd

    numbers, names = numbered(values)
    met = pd.unique(cells * len(names) + numbers)
    if "" in names:
        met = met[met % len(names) != names.index("")]
    found: list[int] = np.bincount(met // len(names), minlength=size).tolist()
    return found


def _ids(cells: Numbers, size: int, values: pd.Series) -> list[tuple[str, ...]]:
    """Per cell its ids, sorted and each once."""
    import numpy as np
    import pandas as pd

    ranks, names = numbered(values)
    met = np.sort(pd.unique(cells * len(names) + ranks))
    ends = np.searchsorted(met // len(names), np.arange(size), side="right").tolist()
    ids = np.array(names, dtype=object)[met % len(names)].tolist()
    return [tuple(ids[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
