"""Codings kept by column, because there are tens of thousands of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Any

from qualcode.domain.material import CodedRow
from qualcode.domain.rows_on_demand import RowsOnDemand


class CodedRows(RowsOnDemand[CodedRow]):
    """A sequence of codings that can also be asked for whole columns.

    `unsorted` are the same columns in another order, for whoever counts and asks for none: putting
    so many in order takes long.
    """

    def __init__(
        self,
        columns: Mapping[str, Sequence[Any]],
        unsorted: Mapping[str, Sequence[Any]] | None = None,
    ) -> None:
        self._columns = columns
        self._unsorted = columns if unsorted is None else unsorted

    @classmethod
    def of(cls, rows: Sequence[CodedRow]) -> CodedRows:
        """The same codings by column."""
        if isinstance(rows, CodedRows):
            return rows
        columns = list(zip(*rows, strict=True)) or [()] * len(CodedRow._fields)
        return cls(dict(zip(CodedRow._fields, columns, strict=True)))

    def column(self, name: str) -> Sequence[Any]:
        """The values of a field of `CodedRow`, one per coding."""
        return self._columns[name]

    def unsorted(self, name: str) -> Sequence[Any]:
        """The same in an order that means nothing, alike for all columns."""
        return self._unsorted[name]

    def where(self, keep: Iterable[object]) -> CodedRows:
        """The codings at the places where `keep` is true."""
        chosen = [bool(one) for one in keep]
        return CodedRows(
            {name: tuple(compress(self.column(name), chosen)) for name in CodedRow._fields}
        )

    def at(self, places: Iterable[int]) -> list[CodedRow]:
        """The codings at these places of the unsorted columns; no other rows are made."""
        wanted = list(places)
        columns = [self.unsorted(name) for name in CodedRow._fields] if wanted else []
        return [CodedRow._make([column[place] for column in columns]) for place in wanted]

    def _made(self) -> tuple[CodedRow, ...]:
        return tuple(map(CodedRow._make, zip(*map(self.column, CodedRow._fields), strict=True)))

    def __len__(self) -> int:
        return len(self._unsorted["coding"])
