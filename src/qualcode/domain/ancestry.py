"""Which version of a codebook another one can have been made from."""

from __future__ import annotations

from qualcode.domain.codebook import Codebook
from qualcode.domain.codebook_facts import facts


def can_come_from(book: Codebook, version: Codebook, start: Codebook) -> bool:
    """Whether a codebook can have been made from a version, where both go back to `start`.

    It cannot where the version says something new and the codebook still says what `start` says:
    held against such a version, it would seem to take back what its author never saw.
    """
    first, later, said = facts(start), facts(version), facts(book)
    return not any(
        later.get(key) != first.get(key) and said.get(key) == first.get(key)
        for key in first.keys() | later.keys()
    )
