"""Figures show the numbers of the tables, in grey, with words for those who cannot see them."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from qualcode.analysis.tables import make
from qualcode.domain.figure import CURVE, MAP, PANELS, STACKED, Arrow, Figure, Series
from qualcode.domain.table import Counted, TableOptions
from qualcode.reports.build import build
from qualcode.reports.drawing import png, svg
from qualcode.reports.model import FigureBlock, Report, ReportOptions
from qualcode.reports.saving import report_bytes
from tests.builders import a_large_material, a_material

NAMES = ("Gemensam agenda", "Mål $x$ <&>", "En väldigt lång benämning på ett villkor som bryts")
FIGURES = {
    PANELS: Figure(
        *("p", "t", PANELS, NAMES), tuple(Series(f"fall {n}", (1, None, 3.5)) for n in range(7))
    ),
    STACKED: Figure("s", "t", STACKED, NAMES, (Series("a", (0, 2, 9)), Series("b", (4, None, 1)))),
    CURVE: Figure(
        *("c", "t", CURVE, ("1", "2", "3")),
        (Series("m", (1, 2, 2)), Series("5 %", (0, 1, 2)), Series("95 %", (2, 2, 2))),
    ),
    MAP: Figure(
        "m", "t", MAP, NAMES, arrows=(Arrow(0, 1, 3, "3"), Arrow(1, 0, 1, "1 · 2")), most=5
    ),
}


def a_report(material=None, **options) -> Report:
    chosen = ReportOptions(**options)
    wanted = TableOptions(language=chosen.language)
    found = material or a_material()
    return build(found, [make(name, found, wanted) for name in chosen.needed], chosen)


def figures(report: Report) -> list[Figure]:
    return [block.figure for block in report.blocks if isinstance(block, FigureBlock)]


def pixels(image: bytes) -> set[tuple[int, ...]]:
    """The colours of a picture."""
    with Image.open(BytesIO(image)) as picture:
        found = picture.convert("RGB").getcolors(maxcolors=1 << 24)
    return {colour for _, colour in found}


@pytest.mark.parametrize("kind", FIGURES)
def test_the_same_figure_has_the_same_bytes(kind: str) -> None:
    """Nothing of the time or of chance is in a drawing."""
    assert png(FIGURES[kind]) == png(FIGURES[kind])
    assert svg(FIGURES[kind]) == svg(FIGURES[kind])


def test_a_figure_is_legible_in_grey() -> None:
    """Every dot is grey: shades and hatching tell the parts apart, never a colour."""
    colours = pixels(png(FIGURES[STACKED]))
    assert len(colours) > 2
    assert all(max(colour) - min(colour) <= 1 for colour in colours)


def test_words_of_people_are_words_in_a_drawing() -> None:
    """Signs that mean something to a program are shown as they were typed."""
    text = svg(FIGURES[PANELS])
    assert "Mål $x$ &lt;&amp;&gt;" in text.replace("\\$", "$")
    assert "http" not in text and "<script" not in text


def test_the_figures_show_what_the_tables_hold() -> None:
    """Panels of cases by conditions, as counted, with the sign of each empty cell."""
    report = a_report()
    found = {figure.name: figure for figure in figures(report)}
    table = next(table for table in report.tables if table.name == "conditions")
    for row, series in zip(table.rows, found["profiles"].series, strict=True):
        cells = [
            cell
            for key, cell in row.cells.items()
            if isinstance(cell, Counted) and not key.endswith(".informants")
        ]
        assert series.values == tuple(cell.value for cell in cells)
        assert series.signs == tuple(cell.shown for cell in cells)
    by_valence = found["valences"]
    assert sum(value or 0 for one in by_valence.series for value in one.values) > 0
    assert found["degrees"].arrows


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
def test_each_figure_is_told_in_words(language: str) -> None:
    """The alternative text names the title and all numbers; Word and HTML carry it."""
    report = a_report(language=language)
    document = Document(BytesIO(report_bytes(report, "docx")))
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [figure.alt for figure in figures(report)]
    page = report_bytes(report, "html").decode()
    assert page.count('role="img"') == len(told) == page.count("<figcaption>")
    for figure in figures(report):
        assert figure.alt.startswith(figure.title)
        for series in figure.series[:1]:
            numbers = [f"{value:g}" for value in series.values if value is not None]
            assert all(re.search(rf"\b{re.escape(n)}\b", figure.alt) for n in numbers)


def test_every_picture_has_a_caption_of_its_own() -> None:
    """Figures are numbered through, each caption right below its picture."""
    document = Document(BytesIO(report_bytes(a_report(), "docx")))
    paragraphs = document.paragraphs
    holders = [n for n, p in enumerate(paragraphs) if p._p.findall(f".//{qn('w:drawing')}")]
    assert holders
    for number, place in enumerate(holders, 1):
        assert paragraphs[place + 1].style.name == "Caption"
        assert paragraphs[place + 1].text.startswith(f"Figure {number}.")


def test_sixty_cases_go_into_several_figures() -> None:
    """No panel becomes too small to read: nine cases to a figure."""
    report = a_report(a_large_material(600, cases=60, documents=60))
    panels = [figure for figure in figures(report) if figure.name == "profiles"]
    assert [len(figure.series) for figure in panels] == [9] * 6 + [6]
