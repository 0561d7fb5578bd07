"""Ids for codes that come with a name only."""

from __future__ import annotations

import re
from unicodedata import normalize

_OTHER = re.compile(r"[^\w.]+")
_LONGEST = 60
_LONGEST_WITH_PARENT = 120


class Slugs:
    """Gives each code an id of its own; the same names in the same order give the same ids."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def fresh(self, name: str, parent: str | None = None) -> str:
        """A free id made of a name in any script; the parent's id goes before one that is taken."""
        made = slug(name)
        if made in self._taken and parent:
            made = f"{parent}-{made}"[:_LONGEST_WITH_PARENT]
        found = made
        while found in self._taken:
            self._numbers[made] = self._numbers.get(made, 1) + 1
            found = f"{made}-{self._numbers[made]}"
        self._taken.add(found)
        return found

    def take(self, name: str) -> bool:
        """Reserve an id; False when it is taken."""
        free = name not in self._taken
        self._taken.add(name)
        return free


def slug(name: str) -> str:
    """Lower-case letters and digits of any script with hyphens between; `code` if none is left."""
    folded = _OTHER.sub("-", normalize("NFC", name).casefold())
    return normalize("NFC", folded).strip("-_.")[:_LONGEST].strip("-_.") or "code"
