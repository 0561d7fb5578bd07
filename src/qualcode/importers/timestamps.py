"""Time stamps in transcripts: `0:03`, `00:01:23.4`, `[00:01:23]`, `#00:01:23-4#`; in seconds."""

from __future__ import annotations

import re

CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?"
"""A pattern for a time: minutes or hours first, parts of a second after `.`, `,` or `-`."""

MARK = re.compile(rf"\[\s*(?P<square>{CLOCK})\s*\]|#\s*(?P<hash>{CLOCK})\s*#")
"""A time stamp in square brackets or between hash signs, wherever it stands."""

LEADING = re.compile(rf"\(?(?P<clock>{CLOCK})\)?(?=\s|$)[\s–-]*")
"""A bare time at the front of a line."""

LONG = re.compile(r"\d{1,2}:\d{2}:\d{2}")

_SPAN = re.compile(r"\s*(?P<start>[\d:.,]+)\s*(?:[-–/]|-->)\s*(?P<end>[\d:.,]+)\s*$")


def seconds(clock: str) -> float:
    """A time as seconds from the beginning; the short hand `75` means 75 seconds."""
    whole, _, part = re.sub("[,-]", ".", clock.strip()).partition(".")
    total = 0
    for piece in whole.split(":"):
        total = total * 60 + int(piece or 0)
    return total + (float(f"0.{part}") if part.isdigit() else 0.0)


def time_span(text: str) -> tuple[float | None, float | None]:
    """The start and end in a table's cell, such as `0:03.1 - 0:06.4`; None where there is none."""
    match = _SPAN.match(text)
    if match:
        return seconds(match["start"]), seconds(match["end"])
    alone = re.search(CLOCK, text)
    return (seconds(alone[0]), None) if alone else (None, None)
