"""The digits for recent codes."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 9


def kept_slots(slots: Sequence[str], recent: Sequence[str]) -> list[str]:
    """Which recent code each digit stands for: a code keeps its digit while it is recent.

    A code that comes in takes a free digit, else that of the one used longest ago.
    """
    kept = [code if code in recent else "" for code in slots[:MOST]]
    for code in recent[:MOST]:
        if code in kept:
            continue
        if "" in kept:
            kept[kept.index("")] = code
        else:
            kept.append(code)
    while kept and not kept[-1]:
        kept.pop()
    return kept
