"""A figure as a value: numbers with their names, made once and drawn alike in every format."""

from __future__ import annotations

from dataclasses import dataclass

PANELS, STACKED, CURVE, MAP = "panels", "stacked", "curve", "map"
"""A panel of bars per series; bars in parts; a line with its band; arrows between partners."""


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers, one for each category; None where there is none."""

    label: str
    values: tuple[float | None, ...]
    signs: tuple[str, ...] = ()
    """What stands in the place of a number that is None, by category."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """What one partner says of the work with another: places in the categories, and a level."""

    start: int
    end: int
    level: float
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What is drawn. `alt` says in words what the picture shows, for those who cannot see it.

    A curve has three series: the middle, and the lower and upper edge of its band. A map has arrows
    between its categories; `most` is the highest level there can be.
    """

    name: str
    title: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    across: str = ""
    up: str = ""
    alt: str = ""
    most: float = 0
