"""Home: how far coding has come, what is left, and how transcripts come in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from qualcode.services.workspace import Project
from qualcode.tui.dialogs.importing import ImportDialog, paths_of
from qualcode.tui.screens.coding import CodingScreen
from qualcode.tui.widgets.case_table import CaseTable
from qualcode.tui.widgets.column_list import Bar, bar_pieces, columns_in
from tests.projects import TALK, a_project
from tests.tui.filled import ODD_CASE, done, filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with filled(tmp_path) as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with a_project(tmp_path, documents=0) as made:
        yield made


def talks(folder: Path, number: int) -> Path:
    """A folder with so many transcripts, all different."""
    folder.mkdir()
    for n in range(number):
        text = f"{TALK}IP1: Samtal nummer {n}.\n"
        (folder / f"samtal-{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


async def test_cases_show_how_far_they_have_come(full: Project) -> None:
    """Each case has its documents, shares of read and coded turns, and informants."""
    full.units.mark_read("talk-1", [6])
    async with room(full, "home", (160, 50)) as (pilot, screen):
        lyftet, odd = (each.cells for each in screen.cases.entries)
        assert lyftet[0] == "Lyftet" and lyftet[1] == "2" and lyftet[3] == "2"
        assert lyftet[5:7] == ("57 %", "42 %")
        assert odd[0] == ODD_CASE and odd[6] == "33 %"
        assert "3 documents" in shown(pilot) and "4 of 10 turns coded (40 %)" in shown(pilot)


async def test_documents_follow_the_lit_case(full: Project) -> None:
    """Moving to another case shows its documents."""
    async with room(full, "home") as (pilot, screen):
        assert [entry.words for entry in screen.documents.entries] == ["talk-1", "talk-2"]
        await keys(pilot, "down")
        assert [entry.words for entry in screen.documents.entries] == ["[b]odd[_x]"]
        assert f"Documents in {ODD_CASE}" in shown(pilot)


async def test_enter_opens_the_document_where_it_is_to_be_coded(full: Project) -> None:
    """From the case to its documents to the first turn that waits."""
    async with room(full, "home") as (pilot, _):
        await keys(pilot, "enter down enter")
        coding = pilot.app.screen
        assert isinstance(coding, CodingScreen)
        assert coding.desk.document is not None and coding.desk.document.name == "talk-2"
        turn = coding.bench.view.turn()
        assert turn is not None and turn.n == 2


async def test_each_line_of_what_is_left_opens_its_place(full: Project) -> None:
    """The degree without a pair is one enter away."""
    async with room(full, "home") as (pilot, screen):
        assert "1 degree has no pair" in shown(pilot)
        screen.left.focus()
        screen.left.light("no-pair")
        await keys(pilot, "enter")
        coding = pilot.app.screen
        assert isinstance(coding, CodingScreen)
        assert coding.bench.view.turn().n == 2


async def test_the_turns_left_to_read_open_at_the_first_of_them(full: Project) -> None:
    """In the document that is nearest to its end; when all are read, the line is gone."""
    async with room(full, "home") as (pilot, screen):
        screen.left.focus()
        screen.left.light("unread")
        await keys(pilot, "enter")
        coding = pilot.app.screen
        assert isinstance(coding, CodingScreen)
        turn = coding.bench.view.turn()
        assert coding.desk.states[turn.n] == "unread"
    for info in full.documents.list():
        full.units.mark_read(info.id, [turn.n for turn in full.documents.transcript(info.id).turns])
    async with room(full, "home") as (_, screen):
        assert "unread" not in {entry.id for entry in screen.left.entries}


async def test_a_document_without_a_case_is_put_under_one(full: Project) -> None:
    """Documents without a case have a row of their own and can be filed."""
    full.documents.set("talk-2", {"case": None})
    async with room(full, "home") as (pilot, screen):
        assert screen.cases.entries[-1].words == "(no case)"
        screen.left.focus()
        screen.left.light("no-case")
        await keys(pilot, "enter k")
        await keys(pilot, "l y f enter")
        assert full.documents.resolve("talk-2").case == "Lyftet"
        assert [entry.words for entry in screen.cases.entries] == ["Lyftet", ODD_CASE]


async def test_a_case_is_made_by_typing_its_name(full: Project) -> None:
    """The new one is lit; a name that is taken is refused in words."""
    async with room(full, "home") as (pilot, screen):
        await keys(pilot, "a")
        await typed(pilot, "Östra [/i]")
        await keys(pilot, "enter")
        assert full.cases.resolve("Östra [/i]").id == screen.cases.lit_id
        await keys(pilot, "a")
        await typed(pilot, "Lyftet")
        await keys(pilot, "enter")
        assert "There is a case 'Lyftet' already." in shown(pilot)


async def test_an_empty_project_offers_three_ways_to_begin(empty: Project) -> None:
    """Import, the sample, a codebook: in words, with keys, before anything else."""
    async with room(empty, "home", (60, 20)) as (pilot, _):
        for words in ("Import transcripts", "Try the sample", "Choose a codebook"):
            assert words in shown(pilot)
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, ImportDialog)


async def test_a_folder_comes_in_with_an_account_of_what_failed(
    empty: Project, tmp_path: Path
) -> None:
    """The good files come in under the new case; the bad one is named with its reason."""
    folder = talks(tmp_path / "in", 12)
    (folder / "bad[laughs].docx").write_bytes(b"no zip")
    async with room(empty, "home") as (pilot, screen):
        await keys(pilot, "i")
        await typed(pilot, str(folder))
        await keys(pilot, "tab")
        await typed(pilot, "Nya [laughs]")
        await keys(pilot, "enter")
        page = shown(pilot)
        assert "12 imported · 1 failed" in page
        assert "✗ bad[laughs].docx" in page
        assert len(empty.documents.list()) == 12
        await keys(pilot, "escape")
        assert screen.cases.entries[0].cells[:2] == ("Nya [laughs]", "12")


async def test_the_same_files_again_are_recognised(full: Project, tmp_path: Path) -> None:
    """What is there already is said to be, and nothing is doubled."""
    async with room(full, "home") as (pilot, _):
        await keys(pilot, "i")
        await typed(pilot, str(tmp_path / "talk-*.txt"))
        await keys(pilot, "enter")
        assert "0 imported · 2 there already" in shown(pilot)
    assert len(full.documents.list()) == 3


async def test_a_path_that_is_wrong_keeps_what_was_typed(empty: Project) -> None:
    """The reason stands below; the line can be mended."""
    async with room(empty, "home") as (pilot, _):
        await keys(pilot, "i")
        await typed(pilot, "/nowhere/[b].txt")
        await keys(pilot, "enter")
        assert "There is nothing at /nowhere/[b].txt." in shown(pilot)
        assert pilot.app.screen.query_one("#path", Input).value == "/nowhere/[b].txt"


async def test_an_import_can_be_stopped(empty: Project, tmp_path: Path) -> None:
    """Escape stops after the file that is under way; what came in stays."""
    folder = talks(tmp_path / "many", 300)
    async with room(empty, "home") as (pilot, _):
        await keys(pilot, "i")
        await typed(pilot, str(folder))
        dialog = pilot.app.screen
        assert isinstance(dialog, ImportDialog)
        await dialog.query_one("#path", Input).action_submit()
        for _ in range(500):
            if empty.documents.list():
                break
            await asyncio.sleep(0.01)
        dialog.action_leave()
        await done(pilot)
        assert "Stopped. What came in before stays in." in shown(pilot)
        assert 0 < len(empty.documents.list()) < 300


async def test_the_sample_opens_in_place_of_an_empty_project(
    empty: Project, tmp_path: Path
) -> None:
    """The sample is built beside the project and shown; the empty one is closed."""
    async with room(empty, "home") as (pilot, _):
        await keys(pilot, "s")
        await pilot.pause(1)
        await done(pilot)
        now = pilot.app.project
        try:
            assert now.path == tmp_path / "qualcode-demo" / "demo.qualcode"
            await keys(pilot, "f2")
            assert "Lyftet" in shown(pilot)
        finally:
            now.close()


async def test_another_codebook_is_taken_from_a_file(full: Project, tmp_path: Path) -> None:
    """A codebook that lacks codes in use is refused, and the old one stays."""
    other = tmp_path / "other.json"
    other.write_text('{"nothing": 1}', encoding="utf-8")
    before = full.codebooks.current()
    async with room(full, "home") as (pilot, _):
        await keys(pilot, "b")
        await keys(pilot, "f i l e enter")
        await typed(pilot, str(other))
        await keys(pilot, "enter")
        assert full.codebooks.current() == before


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (160, 50)])
async def test_every_row_has_the_width_of_the_list(full: Project, size: tuple[int, int]) -> None:
    """At all sizes names give way and numbers stay."""
    full.cases.add("一二三" * 40)
    async with room(full, "home", size) as (pilot, screen):
        for table in (screen.cases, screen.documents):
            width = table.scrollable_content_region.width
            lines = [table.render_line(y) for y in range(table.size.height)]
            assert {line.cell_length for line in lines} <= {width}
        assert "42 %" in shown(pilot)


def test_columns_with_the_least_need_give_way_first() -> None:
    """A narrow list keeps the name and the shares."""
    labels = [column.label for _, column, _ in columns_in(CaseTable.columns, 44)]
    assert labels == ["Case", "read", "coded"]
    assert sum(cells for _, _, cells in columns_in(CaseTable.columns, 120)) + 2 * 7 == 120


def test_a_bar_grows_by_eighths() -> None:
    """Half a cell is half a cell, and a bar is as long as its column."""
    from rich.style import Style

    def drawn(share: float, inner: float) -> str:
        pieces = bar_pieces(Bar(share, inner), 4, Style(), (Style(), Style()))
        return "".join(piece.text for piece in pieces)

    assert drawn(0, 0) == "····"
    assert drawn(1, 1) == "████"
    assert drawn(0.625, 0.625) == "██▌·"
    assert drawn(1, 0.375) == "█▌██"


def test_paths_are_files_folders_or_patterns(tmp_path: Path) -> None:
    """A pattern gives its files in order; what fits nothing is an error."""
    folder = talks(tmp_path / "a b", 3)
    assert paths_of(f'"{folder}"') == [folder]
    found = paths_of(str(tmp_path / "*" / "samtal-00[12].txt"))
    assert [path.name for path in found] == ["samtal-001.txt", "samtal-002.txt"]
    from qualcode.errors import BadFile

    with pytest.raises(BadFile, match="nothing at"):
        paths_of(str(tmp_path / "*.rtf"))
