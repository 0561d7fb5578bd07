"""Switching an optional extension of the codebook on or off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from qualcode.domain.codebook import Codebook
from qualcode.sentences import sentence


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
        if self.on:
            return sentence("extension {extension} switched on", extension=self.extension)
        return sentence("extension {extension} switched off", extension=self.extension)

    def apply(self, book: Codebook) -> Codebook:
        """Raises NotFound for an unknown extension."""
        return book.switch(self.extension, on=self.on)
