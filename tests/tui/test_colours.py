"""Colours can be told from their ground, and nothing rests on them."""

from __future__ import annotations

import pytest
from textual.color import Color

from qualcode.tui.colours import HUES_DARK, HUES_LIGHT, THEMES, hues_of, letters_of
from tests.projects import a_codebook


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_hues_and_words_can_be_read_on_their_ground(theme):
    """At least 4.5 to 1 for codes and words, also for the quiet ones (WCAG 2.2, 1.4.3)."""
    hues = HUES_DARK if theme.dark else HUES_LIGHT
    words = (theme.foreground, theme.primary, theme.error, theme.variables["quiet"])
    for ground in (theme.background, theme.surface):
        for colour in (*hues, *words):
            assert contrast(colour, ground) >= 4.5, (colour, ground)


def test_a_branch_has_one_hue_and_one_letter():
    """Sub-codes wear the hue and letter of their branch; branches differ in letter."""
    book = a_codebook()
    hues, letters = hues_of(book, THEMES[0]), letters_of(book, "en")
    assert hues["agenda"] == hues["agenda-goals"] != hues["backbone"]
    assert letters["agenda"] == letters["agenda-vision"] == "C"
    tops = [letters[code.id] for code in book.children(None)]
    assert len(set(tops)) == len(tops)
