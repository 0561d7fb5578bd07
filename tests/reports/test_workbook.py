"""The workbook of a report: charts that its numbers feed, sheets that can be told apart."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

from qualcode.analysis.tables import make
from qualcode.domain.figure import MAP, PANELS
from qualcode.domain.table import Column, Counted, Row, Table, TableOptions
from qualcode.reports.build import build
from qualcode.reports.model import FigureBlock, ReportOptions
from qualcode.reports.saving import report_bytes, table_bytes
from tests.builders import a_large_material, a_material
from tests.reports.test_report import a_report


def figures(report) -> list[FigureBlock]:
    return [block for block in report.blocks if isinstance(block, FigureBlock)]


def test_each_figure_but_the_maps_is_a_chart_of_its_numbers() -> None:
    """Profiles, valences, coverage and saturation; every series has a range that holds it."""
    report = a_report(a_large_material(400))
    drawn = [block for block in figures(report) if block.figure.kind != MAP]
    assert {"profiles", "valences"} <= {block.figure.name for block in drawn}
    content = report_bytes(report, "xlsx")
    book = load_workbook(BytesIO(content))
    sheet = book["figures"]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        charts = sorted(
            (n for n in archive.namelist() if n.startswith("xl/charts/chart")),
            key=lambda n: int(re.findall(r"\d+", n)[0]),
        )
        xml = [archive.read(name).decode() for name in charts]
        told = archive.read("xl/drawings/drawing1.xml").decode()
    assert len(charts) == len(drawn) and told.count("descr=") == len(drawn)
    for block, text in zip(drawn, xml, strict=True):
        ranges = re.findall(r"<c:val><c:numRef><c:f>figures!([^<]+)</c:f>", text)
        assert len(ranges) == len(block.figure.series)
        for place, series in zip(ranges, block.figure.series, strict=True):
            cells = [row[0].value for row in sheet[place.replace("$", "")]]
            held = [one if isinstance(one, int | float) else None for one in cells]
            assert held == pytest.approx(list(series.values))
        names = re.findall(r"<c:cat><c:(?:str|num)Ref><c:f>figures!([^<]+)</c:f>", text)
        cells = [row[0].value for row in sheet[names[0].replace("$", "")]]
        assert cells == list(block.figure.categories)
    assert any(block.figure.kind == PANELS for block in drawn)


def test_the_same_table_twice_has_two_sheets() -> None:
    """A recipe may ask for a crosstab by country and one by role."""
    material = a_material()
    options = ReportOptions(tables=("crosstab",))
    tables = [make(name, material) for name in options.needed]
    further = [make("crosstab", material, TableOptions(by=by)) for by in ("role", "valence")]
    book = load_workbook(BytesIO(report_bytes(build(material, tables, options, further), "xlsx")))
    names = [name for name in book.sheetnames if name.startswith("crosstab")]
    assert names == ["crosstab", "crosstab-2", "crosstab-3"]
    behind = {line[0] for line in book["_evidence"].iter_rows(2, values_only=True)}
    assert set(names) <= behind


def test_numbers_behind_words_can_be_reckoned_with() -> None:
    """A rating with its sentence is words; its number stands beside the table."""
    columns = (Column("case", "Case"), Column("agenda", "Agenda"))
    cell = Counted(2, None, ("c1",), "E-aaaaaaaaaa", "2 They meet. (1 informant)")
    empty = Counted(None, "unrated")
    rows = (
        Row("a", "A", {"case": "A", "agenda": cell}),
        Row("b", "B", {"case": "B", "agenda": empty}),
    )
    content = table_bytes(Table("ratings", "Ratings", columns, rows), "xlsx")
    sheet = load_workbook(BytesIO(content))["ratings"]
    assert [[c.value for c in row] for row in sheet["A1:C3"]] == [
        ["Case", "Agenda", "Agenda #"],
        ["A", "2 They meet. (1 informant)", 2],
        ["B", "·", None],
    ]


def test_the_words_of_a_report_say_on_which_sheet_a_table_is() -> None:
    """Captions stand where the tables would, each with the sheet to look at."""
    book = load_workbook(BytesIO(report_bytes(a_report(), "xlsx")))
    lines = [str(row[0]) for row in book["report"].iter_rows(values_only=True)]
    assert "Table 1. Conditions in each case → conditions" in lines
    assert any(line.startswith("Figure 1. ") and line.endswith("→ figures") for line in lines)
