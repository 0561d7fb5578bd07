"""Draws figures for paper and page: legible in grey, the same bytes for the same figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from math import cos, hypot, pi, sin
from textwrap import wrap
from typing import Any

from qualcode.domain.figure import CURVE, MAP, PANELS, STACKED, Figure

WIDTH = 16.0
"""Centimetres: the text of an A4 page."""

INK, QUIET = "#1a1a1a", "#595959"
FILLS = (("#d9d9d9", ""), ("#4d4d4d", ""), ("#ffffff", "////"), ("#ffffff", ""))
"""Shade and hatching of the parts of a bar: told apart without colour."""

_CM = 1 / 2.54
_DOTS = 220
_ROW, _PANEL = 0.75, 4.6
_ACROSS = 3
_LABEL = 26


def png(figure: Figure) -> bytes:
    """The figure as PNG, 16 cm wide, 220 dots to the inch."""
    return _saved(figure, "png", dpi=_DOTS, metadata={"Software": None})


def svg(figure: Figure) -> str:
    """The figure as SVG that can stand in a page; its words stay words."""
    import matplotlib as mpl

    # ids are made from this salt instead of by chance
    with mpl.rc_context({"svg.hashsalt": figure.name, "svg.fonttype": "none"}):
        text = _saved(figure, "svg", metadata={"Date": None, "Creator": None}).decode()
    # in a page a drawing needs no names of its language, and nothing said about its making
    text = re.sub(r"<metadata>.*?</metadata>\s*", "", text[text.index("<svg") :], flags=re.DOTALL)
    return re.sub(r'\s(?:xmlns(?::\w+)?|version)="[^"]*"', "", text)


def height(figure: Figure) -> float:
    """How high the figure is drawn, in centimetres."""
    if figure.kind == PANELS:
        return _PANEL * -(-len(figure.series) // _ACROSS) + 0.6
    if figure.kind == STACKED:
        return 2.2 + _ROW * len(figure.categories)
    return 8.0 if figure.kind == CURVE else 9.5


def _saved(figure: Figure, form: str, **how: Any) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Sheet

    sheet = Sheet(figsize=(WIDTH * _CM, height(figure) * _CM), layout="constrained")
    FigureCanvasAgg(sheet)
    _DRAW[figure.kind](sheet, figure)
    out = BytesIO()
    sheet.savefig(out, format=form, **how)
    return out.getvalue()


def _panels(sheet: Any, figure: Figure) -> None:
    """A panel of bars for each series, all on one scale."""
    rows = -(-len(figure.series) // _ACROSS)
    most = max((v or 0 for s in figure.series for v in s.values), default=0) or 1
    places = range(len(figure.categories))
    for n, series in enumerate(figure.series):
        axes = sheet.add_subplot(rows, _ACROSS, n + 1)
        axes.barh(places, [v or 0 for v in series.values], color=FILLS[1][0], height=0.62)
        for at, value in enumerate(series.values):
            sign = f"{value:g}" if value is not None else _sign(series.signs, at)
            axes.text((value or 0) + most * 0.03, at, sign, va="center", fontsize=7, color=INK)
        axes.set_title(_short(series.label, 30), fontsize=8, color=INK, loc="left")
        names = [_short(name, 2 * _LABEL) for name in figure.categories]
        _rows(axes, places, names if n % _ACROSS == 0 else [""] * len(names))
        axes.set_xlim(0, most * 1.18)
        axes.set_xticks([])
        _bare(axes)


def _stacked(sheet: Any, figure: Figure) -> None:
    """A bar in parts for each category."""
    axes = sheet.add_subplot()
    places = range(len(figure.categories))
    left = [0.0] * len(figure.categories)
    whole = max((sum(s.values[at] or 0 for s in figure.series) for at in places), default=0) or 1
    for series, (shade, hatch) in zip(figure.series, _fills(len(figure.series)), strict=True):
        values = [value or 0 for value in series.values]
        axes.barh(
            *(places, values),
            left=list(left),
            color=shade,
            hatch=hatch,
            edgecolor=INK,
            linewidth=0.6,
            height=0.62,
            label=series.label,
        )
        for at, value in enumerate(values):
            if value >= whole * 0.04:
                colour = "#ffffff" if shade == FILLS[1][0] else INK
                box = {"facecolor": shade, "edgecolor": "none", "pad": 0.8}
                place = (left[at] + value / 2, at)
                axes.text(*place, f"{value:g}", fontsize=7, color=colour, bbox=box, **_MIDDLE)
            left[at] += value
    _rows(axes, places, [_short(name, 2 * _LABEL) for name in figure.categories])
    axes.set_xlabel(figure.across, fontsize=8, color=INK)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.tick_params(axis="x", labelsize=7, colors=INK)
    sheet.legend(loc="outside lower center", ncols=4, fontsize=7.5, frameon=False)
    _bare(axes)


def _curve(sheet: Any, figure: Figure) -> None:
    """A line in its band."""
    axes = sheet.add_subplot()
    places = range(1, len(figure.categories) + 1)
    middle, low, high = ([v or 0 for v in series.values] for series in figure.series[:3])
    axes.fill_between(places, low, high, color="#d9d9d9", linewidth=0, label=_band(figure))
    axes.plot(places, middle, color=INK, marker="o", ms=3.5, lw=1.4, label=figure.series[0].label)
    axes.set_xlabel(figure.across, fontsize=8, color=INK)
    axes.set_ylabel(figure.up, fontsize=8, color=INK)
    axes.set_xlim(0.5, max(1.5, len(figure.categories) + 0.5))
    axes.set_ylim(bottom=0)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.tick_params(labelsize=7, colors=INK)
    axes.legend(fontsize=7.5, frameon=False, loc="lower right")
    _bare(axes, "left", "bottom")


def _map(sheet: Any, figure: Figure) -> None:
    """Partners in a ring; the thicker an arrow the higher the level, which stands beside it."""
    axes = sheet.add_subplot()
    count = len(figure.categories)
    ring = [
        (cos(pi / 2 - 2 * pi * n / count), sin(pi / 2 - 2 * pi * n / count)) for n in range(count)
    ]
    for arrow in figure.arrows:
        if arrow.start == arrow.end:
            continue
        (x1, y1), (x2, y2) = ring[arrow.start], ring[arrow.end]
        share = arrow.level / (figure.most or 1)
        axes.annotate(
            "",
            (x2, y2),
            (x1, y1),
            arrowprops={
                "arrowstyle": "-|>",
                "connectionstyle": "arc3,rad=0.14",
                "lw": 0.6 + 2.6 * share,
                "color": INK,
                "shrinkA": 10,
                "shrinkB": 12,
            },
        )
        away = hypot(x2 - x1, y2 - y1) or 1
        # a third of the way along, on the outer side of the bend: so both ways are told apart
        x = x1 + (x2 - x1) * 0.36 + (y2 - y1) / away * 0.12
        y = y1 + (y2 - y1) * 0.36 - (x2 - x1) / away * 0.12
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
        axes.text(x, y, arrow.label, fontsize=7.5, color=INK, bbox=box, **_MIDDLE)
    for name, (x, y) in zip(figure.categories, ring, strict=True):
        axes.plot(x, y, "o", color="white", mec=INK, ms=11, mew=1.2, zorder=3)
        side = "left" if x > 0.25 else "right" if x < -0.25 else "center"
        words = "\n".join(wrap(_short(name, 44), 18)) or name
        axes.text(x * 1.13, y * 1.13, words, fontsize=7.5, color=INK, ha=side, va=_beside(y))
    axes.set_xlim(-1.9, 1.9)
    axes.set_ylim(-1.35, 1.35)
    axes.set_aspect("equal")
    axes.axis("off")


_DRAW = {PANELS: _panels, STACKED: _stacked, CURVE: _curve, MAP: _map}
_MIDDLE = {"ha": "center", "va": "center"}


def _rows(axes: Any, places: Sequence[int], names: Sequence[str]) -> None:
    """Names beside the rows, the first one on top."""
    lines = ["\n".join(wrap(name, _LABEL)) for name in names]
    axes.set_yticks(list(places), lines, fontsize=7.5, color=INK)
    axes.tick_params(axis="y", length=0)
    axes.invert_yaxis()


def _bare(axes: Any, *kept: str) -> None:
    for side, spine in axes.spines.items():
        spine.set_visible(side in kept)
        spine.set_color(QUIET)


def _fills(count: int) -> Iterator[tuple[str, str]]:
    return (FILLS[n % len(FILLS)] for n in range(count))


def _sign(signs: Sequence[str], at: int) -> str:
    return signs[at] if at < len(signs) else ""


def _band(figure: Figure) -> str:
    return "–".join(series.label for series in figure.series[1:3])


def _beside(y: float) -> str:
    return "bottom" if y > 0.25 else "top" if y < -0.25 else "center"


def _short(text: str, most: int) -> str:
    # a dollar sign would begin a formula
    kept = text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
    return kept.replace("$", r"\$")
