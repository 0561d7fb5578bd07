"""The tables by name: from the material of a project to values that every writer can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qualcode.analysis.basis import Basis
from qualcode.analysis.codebook import codebook
from qualcode.analysis.conditions import conditions
from qualcode.analysis.cooccurrence import co_occurrence
from qualcode.analysis.coverage import coverage
from qualcode.analysis.crosstab import crosstab
from qualcode.analysis.degree_pairs import degrees
from qualcode.analysis.degrees import degree_distribution
from qualcode.analysis.development import development
from qualcode.analysis.factors import pitfalls, success_factors
from qualcode.analysis.findings import findings
from qualcode.analysis.framework import framework
from qualcode.analysis.frequency import frequency
from qualcode.analysis.material import material
from qualcode.analysis.outcomes import outcomes
from qualcode.analysis.propositions import propositions
from qualcode.analysis.quote_shares import quotes_per_participant
from qualcode.analysis.quotes import quotes
from qualcode.analysis.ratings import ratings
from qualcode.analysis.saturation import saturation
from qualcode.analysis.themes import themes
from qualcode.analysis.trustworthiness import trustworthiness
from qualcode.analysis.voices import voices
from qualcode.analysis.wording import Wording
from qualcode.domain.coarse import coarsened
from qualcode.domain.material import Material
from qualcode.domain.table import INTERNAL, Table, TableOptions
from qualcode.errors import NotFound, nearest
from qualcode.sentences import sentence

MAKERS: Mapping[str, Callable[[Basis], Table]] = {
    "conditions": conditions,
    "success-factors": success_factors,
    "pitfalls": pitfalls,
    "themes": themes,
    "degree-distribution": degree_distribution,
    "ratings": ratings,
    "framework": framework,
    "findings": findings,
    "propositions": propositions,
    "outcomes": outcomes,
    "degrees": degrees,
    "development": development,
    "frequency": frequency,
    "co-occurrence": co_occurrence,
    "crosstab": crosstab,
    "quotes": quotes,
    "quotes-per-participant": quotes_per_participant,
    "material": material,
    "voices": voices,
    "coverage": coverage,
    "trustworthiness": trustworthiness,
    "saturation": saturation,
    "codebook": codebook,
}

NAMES = tuple(MAKERS)
"""The names that `make` knows."""

WITH_TEXT = frozenset({"quotes", "trustworthiness"})
"""Tables that need the words of the transcripts."""

WITH_QUOTE = frozenset({"success-factors", "pitfalls"})
"""Tables that print words of those who may be quoted, and need no words where nobody may."""

WITH_READING = frozenset({"material", "trustworthiness", "coverage"})
"""Tables that say how far the documents were read and coded."""

WITH_DATES = frozenset({"saturation"})
"""Tables that put documents in the order of their dates."""

WITH_HISTORY = frozenset({"codebook"})
"""Tables that tell what became of the codebook."""

WITH_CLAIMS = frozenset({"findings", "themes", "propositions", "outcomes"})
"""Tables over what analysts say across cases, and the quotes chosen for it."""

WITH_OUTCOMES = frozenset({"ratings"})
"""Tables that only ask of that what came of each case."""

WITH_CHARTED = frozenset({"ratings", "framework", "development", "outcomes"})
"""Tables of what analysts wrote over the codings: their material needs that too."""


def make(name: str, found: Material, options: TableOptions | None = None) -> Table:
    """The table of that name over a material, always the same; NotFound names the nearest ones."""
    if name not in MAKERS:
        raise NotFound(
            sentence("There is no table '{name}'.", name=name),
            nearest(name, NAMES) or sentence("Known: {names}.", names=", ".join(NAMES)),
        )
    wanted = options or TableOptions()
    if wanted.profile != INTERNAL:
        found = coarsened(found, Wording(wanted.language).value("informant"))
    return MAKERS[name](Basis(name, found, wanted))
