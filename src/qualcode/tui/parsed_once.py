"""The styles of the screens, each file of them read once for a theme."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_MOST = 500
"""More pieces of style than there are: each widget and each room has its own."""


class ParsedOnce(Stylesheet):
    """Reads what a new room brings, and nothing that it has read for the same colours before.

    Textual reads everything anew for every room that is entered for the first time, twice.
    """

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_MOST)

    def set_variables(self, variables: dict[str, str]) -> None:
        """The colours of a theme."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take all pieces together again."""
        self.parse()
