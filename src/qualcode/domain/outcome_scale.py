"""The scale that outcomes are put on, where the codebook has none of its own."""

from __future__ import annotations

from collections.abc import Iterable

from qualcode.domain.codebook import Codebook, Scale, ScaleValue
from qualcode.domain.contrary import HINDERS
from qualcode.domain.findings import Outcome

SCALE = "outcome"

LEVELS = Scale(
    SCALE,
    {
        "en": "Level of outcome",
        "sv": "Resultatnivå",
        "da": "Resultatniveau",
        "nb": "Resultatnivå",
    },
    "ordinal",
    "case",
    (
        ScaleValue(
            "none",
            {
                "en": "no change",
                "sv": "ingen förändring",
                "da": "ingen forandring",
                "nb": "ingen endring",
            },
            0,
        ),
        ScaleValue(
            "signs",
            {"en": "first signs", "sv": "första tecken", "da": "første tegn", "nb": "første tegn"},
            1,
        ),
        ScaleValue(
            "partial",
            {
                "en": "partial change",
                "sv": "delvis förändring",
                "da": "delvis forandring",
                "nb": "delvis endring",
            },
            2,
        ),
        ScaleValue(
            "clear",
            {
                "en": "clear change",
                "sv": "tydlig förändring",
                "da": "tydelig forandring",
                "nb": "tydelig endring",
            },
            3,
        ),
    ),
)
"""No change, first signs, partial change, clear change: 0 to 3."""


def outcome_scale(book: Codebook) -> Scale:
    """The codebook's own scale `outcome`, else the one above."""
    return book.scales.get(SCALE, LEVELS)


def other_end(outcomes: Iterable[Outcome], scale: Scale, towards: str | None) -> tuple[str, ...]:
    """The cases whose highest outcome is at the other end of the scale than a claim would have it.

    That is the highest level for what hinders, and the lowest for everything else.
    """
    numbers = {one.id: one.value for one in scale.values}
    known = [number for number in numbers.values() if number is not None]
    best: dict[str, int] = {}
    for outcome in outcomes:
        level = numbers.get(outcome.level or "")
        if level is not None:
            best[outcome.case_id] = max(level, best.get(outcome.case_id, level))
    if not known:
        return ()
    end = max(known) if towards == HINDERS else min(known)
    return tuple(case for case, level in best.items() if level == end)
