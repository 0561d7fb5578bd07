"""Switching an optional extension of the codebook on or off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from qualcode.domain.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Switch:
    """Codes of an extension take codings only while it is on; codings that are there stay."""

    kind: ClassVar[str] = "switch"
    extension: str
    on: bool

    @property
    def about(self) -> str:
        """The extension's id."""
        return self.extension

    @property
    def words(self) -> str:
        """`extension X switched on`."""
        return f"extension {self.extension} switched {'on' if self.on else 'off'}"

    def apply(self, book: Codebook) -> Codebook:
        """Raises NotFound for an unknown extension."""
        return book.switch(self.extension, on=self.on)
