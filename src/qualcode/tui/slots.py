"""The digits for recent codes."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 9


def kept_slots(slots: Sequence[str], recent: Sequence[str]) -> list[str]:
    """Which recent code each digit stands for: a code keeps its digit while it is recent.

    `recent` begins with the code used last. A code that comes in takes a free digit, else that of
    the one used longest ago. The digit of a code that goes, as a retired one does, stays empty
    until a code is used anew: fingers know what the digit meant, and an older code is not that.
    """
    kept = [code if code in recent else "" for code in slots[:MOST]]
    oldest = max((recent.index(code) for code in kept if code), default=MOST)
    for place, code in enumerate(recent[:MOST]):
        if code in kept or place > oldest:
            continue
        if "" in kept:
            kept[kept.index("")] = code
        else:
            kept.append(code)
    while kept and not kept[-1]:
        kept.pop()
    return kept
