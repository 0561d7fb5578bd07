"""Figures as charts of a workbook: their numbers stand beside them and feed them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qualcode.domain.figure import CURVE, MAP, PANELS, Figure
from qualcode.reports.model import FigureBlock
from qualcode.reports.xlsx_cells import clean

SHEET = "figures"
"""The sheet that charts stand on."""

GREYS = ("#D9D9D9", "#4D4D4D", "#9A9A9A", "#FFFFFF", "#2B2B2B", "#BFBFBF")
PATTERNS = ("", "", "wide_upward_diagonal", "", "dark_vertical", "percent_50")
"""Shades and hatching of series: told apart without colour."""

LEAST_ROWS = 22
"""Rows that a chart takes."""

LETTERS_WIDE = 28


def drawn(blocks: Sequence[FigureBlock]) -> list[FigureBlock]:
    """Those of the figures that a workbook has charts for."""
    return [block for block in blocks if block.figure.kind != MAP and block.figure.series]


def charts(book: Any, blocks: Sequence[FigureBlock], label: str, formats: dict[str, Any]) -> None:
    """A sheet with the numbers of each figure and a chart beside them."""
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, LETTERS_WIDE)
    sheet.freeze_panes(0, 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    top = 0
    for block in drawn(blocks):
        figure = block.figure
        sheet.write_string(
            top, 0, clean(f"{label} {block.number}. {figure.title}"), formats["level-2"]
        )
        _numbers(sheet, top + 1, figure, formats)
        chart = _chart(book, top + 1, figure)
        sheet.insert_chart(
            *(top + 1, len(figure.series) + 2, chart),
            {"description": clean(figure.alt), "object_position": 3},
        )
        top += max(len(figure.categories) + 4, LEAST_ROWS)


def _numbers(sheet: Any, top: int, figure: Figure, formats: dict[str, Any]) -> None:
    for column, series in enumerate(figure.series, 1):
        sheet.write_string(top, column, clean(series.label), formats["head-number"])
    for at, name in enumerate(figure.categories):
        line = top + 1 + at
        sheet.write_string(line, 0, clean(name), formats["words"])
        for column, series in enumerate(figure.series, 1):
            value = series.values[at]
            if value is not None:
                sheet.write_number(line, column, value, formats["number"])
            elif at < len(series.signs):
                sheet.write_string(line, column, series.signs[at], formats["number"])


def _chart(book: Any, top: int, figure: Figure) -> Any:
    curve, panels = figure.kind == CURVE, figure.kind == PANELS
    kind = {"type": "line"} if curve else {"type": "bar"}
    if not curve and not panels:
        kind["subtype"] = "stacked"
    chart = book.add_chart(kind)
    last = top + len(figure.categories)
    for n in range(len(figure.series)):
        places = {
            "name": [SHEET, top, n + 1],
            "categories": [SHEET, top + 1, 0, last, 0],
            "values": [SHEET, top + 1, n + 1, last, n + 1],
        }
        chart.add_series({**places, **(_line(n) if curve else _bar(n))})
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis({"name": figure.across, "major_gridlines": {"visible": not curve}})
    chart.set_y_axis({"name": figure.up, "min": 0} if curve else {"reverse": True})
    bars = len(figure.categories) * (len(figure.series) if panels else 1)
    high = max(20 * (LEAST_ROWS - 2), 18 * bars)
    chart.set_size({"width": 720, "height": min(high, 1200)})
    return chart


def _line(n: int) -> dict[str, Any]:
    """The middle as a strong line, the edges of its band as dashed ones."""
    dashed = {"dash_type": "dash"} if n else {}
    return {"line": {"color": "#1A1A1A", "width": 1 if n else 2.25, **dashed}}


def _bar(n: int) -> dict[str, Any]:
    shade, pattern = GREYS[n % len(GREYS)], PATTERNS[n % len(GREYS)]
    look: dict[str, Any] = {"border": {"color": "#1A1A1A", "width": 0.5}, "gap": 60}
    if pattern:
        return {**look, "pattern": {"pattern": pattern, "fg_color": "#1A1A1A", "bg_color": shade}}
    return {**look, "fill": {"color": shade}}
