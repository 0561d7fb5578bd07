"""Whether two colours of codes can be told apart by a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import dist

from qualcode.domain.codebook import Code

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
"""How a colour is written."""

_LEAST = 12.0
"""Distance in CIELAB below which two marks in running text look the same."""

_TO_XYZ = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
_WHITE = (0.9505, 1.0, 1.089)


def alike(codes: Sequence[Code]) -> Iterator[tuple[Code, Code]]:
    """The pairs of codes whose colours cannot be told apart; codes without a colour are in none."""
    places = [
        (code, _lab(code.colour)) for code in codes if code.colour and COLOUR.fullmatch(code.colour)
    ]
    for (first, at), (second, to) in combinations(places, 2):
        if dist(at, to) < _LEAST:
            yield first, second


def _lab(colour: str) -> tuple[float, float, float]:
    """The place of `#RRGGBB` in CIELAB, where distances are as they are seen."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    xyz = [sum(a * b for a, b in zip(row, light, strict=True)) for row in _TO_XYZ]
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (part / white for part, white in zip(xyz, _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
