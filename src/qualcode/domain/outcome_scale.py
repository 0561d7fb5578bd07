"""The scale that outcomes are put on, where the codebook has none of its own."""

from __future__ import annotations

from qualcode.domain.codebook import Codebook, Scale, ScaleValue

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
