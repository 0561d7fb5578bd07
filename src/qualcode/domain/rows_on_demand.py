"""Rows that are kept as columns and made when somebody first asks for one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

R = TypeVar("R")


class RowsOnDemand(Sequence[R]):
    """A sequence of rows, all of them made at the first that is asked for, and kept."""

    @abstractmethod
    def _made(self) -> tuple[R, ...]:
        """The rows, made of the columns."""

    @cached_property
    def _rows(self) -> tuple[R, ...]:
        return self._made()

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...

    def __getitem__(self, at: int | slice) -> R | tuple[R, ...]:
        return self._rows[at]

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)
