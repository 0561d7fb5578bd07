"""Codings as frames, and the counting of distinct things in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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


def coded(material: Material, names: Sequence[str]) -> pd.DataFrame:
    """One row per coding, in no order, with these columns beside `coding` and no others.

    Every column is a category, what is missing an empty string. `names` are some of COUNTABLE,
    and code, valence, standing, label, coder.
    """
    return _frame(material, CodedRows.of(material.codings).unsorted, names)


def said(material: Material, names: Sequence[str]) -> pd.DataFrame:
    """The codings, in no order, and then the degrees; the column `kind` is coding or degree.

    A degree has its id in the column `coding`, and no code, valence or label.
    """
    rows, degrees = CodedRows.of(material.codings), material.degrees

    def column(name: str) -> Sequence[Any]:
        if name in _OF_CODE:
            return (*rows.unsorted(name), *([None] * len(degrees)))
        own = "id" if name == "coding" else name
        return (*rows.unsorted(name), *(getattr(row, own) for row in degrees))

    kinds = ["coding"] * len(rows) + ["degree"] * len(degrees)
    return _frame(material, column, names).assign(kind=category(kinds))


_FIELDS = {"document": "document_id", "case": "case_id"}
_OF_CODE = ("code", "valence", "label")


def _frame(
    material: Material, column: Callable[[str], Sequence[Any]], names: Sequence[str]
) -> pd.DataFrame:
    import pandas as pd

    columns: dict[str, pd.Categorical] = {"coding": ranked(column("coding"))}
    for name in names:
        if name == "informant":
            columns[name] = category(_informants(column("participant_id"), column("document_id")))
        elif name == "organisation":
            employer = {p.id: p.organisation_id for p in material.participants}
            columns[name] = category(list(map(employer.get, column("participant_id"))))
        else:
            columns[name] = category(column(_FIELDS.get(name, name)))
    return pd.DataFrame(columns, copy=False)


def _informants(people: Sequence[str | None], documents: Sequence[str]) -> Sequence[str]:
    """The participants, and one unknown person per document."""
    unknown = {document: f"{UNKNOWN_PERSON}{document}" for document in set(documents)}
    return [who or unknown[where] for who, where in zip(people, documents, strict=True)]


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
    import pandas as pd

    codes = frame["code"].cat
    lineages = [codebook.lineage(code) for code in codes.categories]
    names = list(dict.fromkeys(at for lineage in lineages for at in lineage))
    place = {name: number for number, name in enumerate(names)}
    rows, found = lifted(
        codes.codes.to_numpy(), [[place[at] for at in lineage] for lineage in lineages]
    )
    at = pd.Categorical.from_codes(found, pd.Index(names, dtype=object))
    return frame.take(rows).assign(at=at)


def lifted(
    codes: NDArray[np.integer[Any]], lineages: Sequence[Sequence[int]]
) -> tuple[Numbers, Numbers]:
    """A row for each code that a coding counts for: places of the codings, and numbers of these.

    `codes` number the codes of the codings among `lineages`.
    """
    import numpy as np

    above = np.full((len(lineages), max(map(len, lineages), default=0)), -1)
    for number, lineage in enumerate(lineages):
        above[number, : len(lineage)] = lineage
    found = above[codes]
    there = found >= 0
    return there.nonzero()[0], found[there]


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


def numbered(values: pd.Series) -> tuple[Numbers, pd.Index[str]]:
    """A number per row for its value, and the values by number (not all need occur)."""
    import numpy as np
    import pandas as pd

    if isinstance(values.dtype, pd.CategoricalDtype):
        return values.cat.codes.to_numpy().astype(np.int64), values.cat.categories
    numbers, names = pd.factorize(values.to_numpy(dtype=object))
    return numbers, pd.Index(names, dtype=object)


def _cells(frame: pd.DataFrame, by: Sequence[str]) -> tuple[Numbers, list[tuple[str, ...]]]:
    """A number per row for its cell, and the cells' keys in the order of their appearance."""
    import numpy as np
    import pandas as pd

    cells = np.zeros(len(frame), dtype=np.int64)
    columns = [(numbers, names.tolist()) for numbers, names in (numbered(frame[n]) for n in by)]
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
    nothing = names.get_indexer(pd.Index([""], dtype=object))[0]
    if nothing >= 0:
        met = met[met % len(names) != nothing]
    found: list[int] = np.bincount(met // len(names), minlength=size).tolist()
    return found


def _ids(cells: Numbers, size: int, values: pd.Series) -> list[tuple[str, ...]]:
    """Per cell its ids, sorted and each once."""
    import numpy as np
    import pandas as pd

    ranks, names = numbered(values)
    met = np.sort(pd.unique(cells * len(names) + ranks))
    ends = np.searchsorted(met // len(names), np.arange(size), side="right").tolist()
    ids = names.to_numpy(dtype=object)[met % len(names)].tolist()
    return [tuple(ids[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
