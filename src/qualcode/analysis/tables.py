"""The tables by name: from the material of a project to values that every writer can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qualcode.analysis.basis import Basis
from qualcode.analysis.conditions import conditions
from qualcode.analysis.cooccurrence import co_occurrence
from qualcode.analysis.degrees import degree_distribution
from qualcode.analysis.factors import pitfalls, success_factors
from qualcode.analysis.frequency import frequency
from qualcode.analysis.quotes import quotes
from qualcode.analysis.themes import themes
from qualcode.domain.material import Material
from qualcode.domain.table import Table, TableOptions
from qualcode.errors import NotFound, nearest

MAKERS: Mapping[str, Callable[[Basis], Table]] = {
    "conditions": conditions,
    "success-factors": success_factors,
    "pitfalls": pitfalls,
    "themes": themes,
    "degree-distribution": degree_distribution,
    "frequency": frequency,
    "co-occurrence": co_occurrence,
    "quotes": quotes,
}

NAMES = tuple(MAKERS)
"""The names that `make` knows."""

WITH_TEXT = frozenset({"success-factors", "pitfalls", "quotes"})
"""Tables that print words of the transcripts: their material needs its texts."""


def make(name: str, material: Material, options: TableOptions | None = None) -> Table:
    """The table of that name, the same for the same material; NotFound names the nearest ones."""
    if name not in MAKERS:
        raise NotFound(
            f"There is no table '{name}'.", nearest(name, NAMES) or f"Known: {', '.join(NAMES)}."
        )
    return MAKERS[name](Basis(name, material, options or TableOptions()))
