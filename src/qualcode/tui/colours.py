"""Colours: three themes, one hue per branch of the codebook, and the signs that stand without hue.

A code wears the hue of its branch, so that a condition is recognised before its name is read.
Every hue keeps a contrast of at least 4.5 to its theme's background. Under `NO_COLOR` and in the
themes that use the terminal's own sixteen colours nothing is lost: brackets, lanes, names and the
signs below say the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from qualcode.domain.codebook import Codebook
from qualcode.domain.coding import Degree

DARK = Theme(
    name="qualcode-dark",
    primary="#d9b36c",
    secondary="#8fb3c9",
    accent="#d9b36c",
    warning="#e0a458",
    error="#e78284",
    success="#93b977",
    foreground="#d8d4cb",
    background="#15171a",
    surface="#1a1d21",
    panel="#23272d",
    dark=True,
    variables={"quiet": "#878c95", "faint": "#4a4f57", "cursor": "#e9dcc0", "chosen": "#3a4048"},
)
LIGHT = Theme(
    name="qualcode-light",
    primary="#7a5a17",
    secondary="#35607c",
    accent="#7a5a17",
    warning="#8f5a00",
    error="#a8322f",
    success="#3f6d25",
    foreground="#26262a",
    background="#fbf9f4",
    surface="#f5f2eb",
    panel="#eae6dc",
    dark=False,
    variables={"quiet": "#6a6a6e", "faint": "#c3bfb4", "cursor": "#3a3024", "chosen": "#d9dfe6"},
)
CONTRAST = Theme(
    name="qualcode-contrast",
    primary="#ffd700",
    secondary="#7fdbff",
    accent="#ffd700",
    warning="#ffb000",
    error="#ff8a80",
    success="#7cff7c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={"quiet": "#d0d0d0", "faint": "#9a9a9a", "cursor": "#ffff00", "chosen": "#004a9f"},
)
ANSI_ROLES = {
    "quiet": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "cursor": "ansi_default",
    "chosen": "ansi_bright_black",
}
THEMES = (DARK, LIGHT, CONTRAST)
"""In the order in which the key for the theme goes through them."""

HUES_DARK = (
    *("#dcae55", "#5fc0b4", "#7eaeea", "#93c472", "#ea8f8c", "#b79df0"),
    *("#df97c8", "#d3a27c", "#9db4c6", "#b4b483", "#70c0e2", "#bdbdbd"),
)
HUES_LIGHT = (
    *("#855800", "#006b64", "#1d58a8", "#38711a", "#a8302f", "#653cae"),
    *("#982c7a", "#84481e", "#3f5d76", "#5d5d26", "#0b688f", "#555555"),
)
HUES_ANSI = (
    *("yellow", "cyan", "blue", "green", "red", "magenta"),
    *("bright_magenta", "bright_red", "bright_blue", "bright_yellow"),
    *("bright_cyan", "white"),
)

VALENCE_SIGNS: Mapping[str, str] = {"helps": "+", "hinders": "−", "mixed": "±"}
STANDING_SIGNS: Mapping[str, str] = {"past": "‹", "wished": "?", "denied": "¬", "second-hand": "»"}
MEMO_SIGN = "*"
INCOMPLETE_SIGN = "!"
LOW_CONFIDENCE_SIGN = "~"


def hues_of(codebook: Codebook, theme: Theme) -> dict[str, str]:
    """A colour per code id, as a name that the terminal library knows."""
    hues = HUES_ANSI if theme.ansi else HUES_DARK if theme.dark else HUES_LIGHT
    found: dict[str, str] = {}
    for place, branch in enumerate(codebook.children(None)):
        for code in codebook.below(branch.id):
            found[code] = hues[place % len(hues)]
    return found


def letters_of(codebook: Codebook, language: str) -> dict[str, str]:
    """A letter per code id, the same for a whole branch: what stands in for its hue.

    It is the first letter of the branch's label that no earlier branch has taken.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for branch in codebook.children(None):
        name = [letter for letter in branch.name(language).upper() if letter.isalpha()]
        letter = next((each for each in name if each not in taken), name[0] if name else "·")
        taken.add(letter)
        found.update(dict.fromkeys(codebook.below(branch.id), letter))
    return found


def degree_sign(degree: Degree) -> str:
    """The degree's number in a ring, with `!` when its pair of organisations is not named."""
    ring = chr(0x245F + degree.value) if 1 <= degree.value <= 20 else str(degree.value)
    return ring + ("" if degree.complete else INCOMPLETE_SIGN)
