"""Tables: every table in one view, and from every number to the words behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingFilter
from qualcode.domain.table import Column, Counted, Row, Table
from qualcode.services.workspace import Project
from qualcode.tui.dialogs.card import Card
from qualcode.tui.screens.coding import CodingScreen
from qualcode.tui.widgets.matrix import Matrix
from qualcode.tui.widgets.sheet import sheet_of
from tests.tui.filled import ODD_CASE, done, filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with filled(tmp_path) as made:
        yield made


def lines_of(matrix: Matrix) -> list[str]:
    """What the matrix shows."""
    return [matrix.render_line(y).text for y in range(matrix.size.height)]


def a_table(values: dict[str, list[int | str]]) -> Table:
    """A table of counts; a word in place of a number is a kind of empty."""
    columns = [Column("case", "Case", "case"), *(Column(key, key, "count") for key in values)]
    rows = []
    for at in range(len(next(iter(values.values())))):
        cells: dict[str, object] = {"case": f"c{at}"}
        for key, found in values.items():
            value = found[at]
            empty = value if isinstance(value, str) else None
            cells[key] = Counted(None if empty else int(value), empty)
        rows.append(Row(f"c{at}", f"Case {at}", cells))  # type: ignore[arg-type]
    labels = {f"c{at}": f"Case {at}" for at in range(len(rows))}
    return Table("t", "T", tuple(columns), tuple(rows), labels=labels)


def test_the_column_of_labels_becomes_the_heading_of_the_rows() -> None:
    """No label stands twice."""
    sheet = sheet_of(a_table({"agenda": [1, 2]}))
    assert sheet.corner == "Case"
    assert [column.column.key for column in sheet.columns] == ["agenda"]
    assert [row.label for row in sheet.rows] == ["Case 0", "Case 1"]


def test_shades_have_five_steps_on_one_scale_for_each_measure() -> None:
    """Counts of informants are not measured by counts of passages; empty cells have no shade."""
    sheet = sheet_of(
        a_table(
            {"a": [1, 20, 100, "denied"], "b": [60, 80, "not-asked", 41], "cases": [3, 1, 2, 2]}
        )
    )
    assert [row.shades for row in sheet.rows] == [[1, 3, 5], [1, 4, 2], [5, 0, 4], [0, 3, 4]]
    assert sheet.rows[3].words[0] == "0" and sheet.rows[2].words[1] == "/"


def test_long_labels_are_wrapped_and_repeated_parts_left_out() -> None:
    """At most three lines; `label: informants` beside `label` is only `informants`."""
    long = "Ömsesidigt förstärkande aktiviteter mellan alla parter i samverkan"
    table = a_table({long: [1], f"{long}: informants": [1]})
    first, second = sheet_of(table).columns
    assert len(first.label) == 3 and first.label[-1].endswith("…")
    assert second.label == ["informants"]


async def test_a_table_is_made_beside_the_screen_and_counts_are_printed(full: Project) -> None:
    """Every number stands, with its note lines below."""
    async with room(full, "tables") as (pilot, screen):
        page = shown(pilot)
        row = next(line for line in lines_of(screen.matrix) if line.startswith("Lyftet"))
        assert row.split()[1:] == ["2", "2", "1", "1"]
        assert "Conditions in each case" in page and "Empty cells: / not asked" in page
        assert "Lyftet × Common agenda: 2" in page


async def test_the_three_kinds_of_empty_have_their_signs(full: Project) -> None:
    """Not asked, nothing said, said to be absent: three signs, and words for the lit one."""
    odd = full.codings.list(CodingFilter(document="[b]odd[_x]"))[0]
    full.codings.set(odd.id, {"standing": "denied"})
    full.guides.add("g", {"codes": ["agenda"], "cases": ["Lyftet"]})
    full.guides.add("h", {"codes": ["backbone"], "cases": [ODD_CASE]})
    wished = full.codings.list(CodingFilter(document="talk-1", code="backbone"))[0]
    full.codings.remove([wished.id])
    async with room(full, "tables") as (pilot, screen):
        rows = [line.split() for line in lines_of(screen.matrix)]
        assert ["Lyftet", "2", "2", "/", "/"] in rows
        assert [*ODD_CASE.split(), "/", "/", "0", "0"] in rows
        await keys(pilot, "right right")
        assert "Backbone: not asked" in shown(pilot)
        await keys(pilot, "down")
        assert "Backbone: said to be absent" in shown(pilot)


async def test_from_a_number_to_its_quotes_to_the_text(full: Project) -> None:
    """Enter on the cell, enter on the quote; escape goes back one step."""
    async with room(full, "tables", (160, 50)) as (pilot, screen):
        await keys(pilot, "right right enter")
        page = shown(pilot)
        assert "Lyftet × Backbone" in page and "1 passage, 1 coding" in page
        assert "[skratt]" in page
        await keys(pilot, "escape")
        assert pilot.app.focused is screen.matrix and not screen.reader.parent.display
        await keys(pilot, "enter enter")
        there = pilot.app.screen
        assert isinstance(there, CodingScreen)
        coding = full.codings.list(CodingFilter(document="talk-1", code="backbone"))[0]
        assert there.bench.view.caret.selection == (coding.start, coding.end)


async def test_a_cell_of_degrees_has_quotes_too(full: Project) -> None:
    """A degree without its pair leads to its passage."""
    async with room(full, "tables") as (pilot, screen):
        await keys(pilot, "5")
        assert screen.matrix.sheet.table.name == "degree-distribution"
        screen.matrix.column = [c.column.key for c in screen.matrix.sheet.columns].index(
            "without_pair"
        )
        await keys(pilot, "enter")
        assert [each.code for each in screen.reader.list.codings.values()] == ["agenda-goals"]


async def test_tab_and_digits_go_from_table_to_table(full: Project) -> None:
    """Every table that there is can be shown, and none stops the program."""
    async with room(full, "tables", (80, 24)) as (pilot, screen):
        seen = []
        for _ in full.tables.names():
            seen.append(screen.matrix.sheet.table.name)
            await keys(pilot, "end enter escape escape tab")
        assert tuple(seen) == full.tables.names()
        await keys(pilot, "shift+tab")
        assert screen.name_shown == full.tables.names()[-1]
        await keys(pilot, "4")
        assert screen.name_shown == "themes" and pilot.app.focused is screen.matrix


async def test_a_change_elsewhere_is_counted_when_one_comes_back(full: Project) -> None:
    """The table that was shown is made anew, and the lit cell stays."""
    async with room(full, "tables") as (pilot, screen):
        await keys(pilot, "down right")
        await keys(pilot, "f4")
        coding = full.codings.list(CodingFilter(document="talk-1", code="agenda-goals"))[0]
        full.codings.remove([coding.id])
        await keys(pilot, "f5")
        row = next(line for line in lines_of(screen.matrix) if line.startswith("Lyftet"))
        assert row.split()[1] == "1"
        assert (screen.matrix.row, screen.matrix.column) == (1, 1)


async def test_the_summary_of_a_theme_is_written_in_its_cell(full: Project) -> None:
    """Enter on the summary; `m` on the column of a case writes the one for that case."""
    async with room(full, "tables", (160, 50)) as (pilot, screen):
        await keys(pilot, "4")
        place = [c.column.key for c in screen.matrix.sheet.columns].index("summary")
        await keys(pilot, " ".join(["right"] * place) + " enter")
        await typed(pilot, "Riktningen [/x] håller.")
        await keys(pilot, "escape")
        assert full.themes.resolve("Direction").summary == "Riktningen [/x] håller."
        assert "Riktningen [/x] håller." in shown(pilot)
        await keys(pilot, "right right m")
        assert "Direction in Lyftet" in shown(pilot)
        await typed(pilot, "Här.")
        await keys(pilot, "escape")
        lyftet = full.cases.resolve("Lyftet").id
        assert full.themes.resolve("Direction").case_summaries == {lyftet: "Här."}


async def test_what_is_seen_is_written_to_a_file(full: Project, tmp_path: Path) -> None:
    """The ending says the kind; a file that is there is replaced only by a second enter."""
    target = tmp_path / "ut.csv"
    async with room(full, "tables") as (pilot, _):
        await keys(pilot, "e ctrl+u")
        await typed(pilot, str(target))
        await keys(pilot, "enter")
        assert "agenda" in target.read_text("utf-8-sig").splitlines()[0]
        target.write_text("mine", encoding="utf-8")
        await keys(pilot, "e ctrl+u")
        await typed(pilot, str(target))
        await keys(pilot, "enter")
        assert target.read_text("utf-8") == "mine"
        assert "Enter again replaces it" in shown(pilot)
        await keys(pilot, "enter")
        assert target.read_text("utf-8") != "mine"
        await keys(pilot, "e ctrl+u")
        await typed(pilot, str(tmp_path / "ut.pdf"))
        await keys(pilot, "enter")
        assert "The ending says the kind of file" in shown(pilot)


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
async def test_a_table_is_written_for_word_and_excel(
    full: Project, tmp_path: Path, ending: str
) -> None:
    """Both are zip files that the other programs open."""
    async with room(full, "tables") as (pilot, _):
        await keys(pilot, "2 e ctrl+u")
        await typed(pilot, str(tmp_path / f"ut.{ending}"))
        await keys(pilot, "enter")
        assert (tmp_path / f"ut.{ending}").read_bytes()[:2] == b"PK"
        assert "Written:" in shown(pilot)


async def test_without_colour_shades_are_signs(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number stands beside its sign."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with room(full, "tables") as (_, screen):
        row = next(line for line in lines_of(screen.matrix) if line.startswith("Lyftet"))
        assert row.split()[1:] == ["█", "2", "█", "2", "▒", "1", "▒", "1"]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (160, 50)])
async def test_labels_stay_while_columns_go_by(full: Project, size: tuple[int, int]) -> None:
    """At every size the row label and the lit column are in view, and lines fill their width."""
    async with room(full, "tables", size) as (pilot, screen):
        screen.show_table("frequency")
        await done(pilot)
        await keys(pilot, "end")
        matrix = screen.matrix
        lit = matrix.lit
        assert lit is not None and lit[1].column.key == matrix.sheet.columns[-1].column.key
        lines = lines_of(matrix)
        assert any(lit[1].label[-1] in line for line in lines[: matrix.sheet.head_lines])
        assert any(line.startswith("[laughs] per") for line in lines)
        widths = {matrix.render_line(y).cell_length for y in range(matrix.size.height)}
        assert widths == {matrix.scrollable_content_region.width}


async def test_the_notes_are_shown_in_full(full: Project) -> None:
    """`o` opens them where the window is too low for all."""
    async with room(full, "tables", (60, 20)) as (pilot, _):
        await keys(pilot, "o")
        assert isinstance(pilot.app.screen, Card)
        assert "A code includes the codes below it" in shown(pilot)


async def test_a_project_without_codings_has_tables_without_numbers(tmp_path: Path) -> None:
    """Nothing to count is said, not an error."""
    from tests.projects import a_project

    with a_project(tmp_path, documents=0) as empty:
        async with room(empty, "tables") as (pilot, screen):
            for _ in empty.tables.names():
                await keys(pilot, "enter escape tab")
            assert screen.is_current
