"""What stands on the coding screen at each size, and what never does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.services.workspace import Project, open_project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.widgets.definition import Definition
from qualcode.tui.widgets.line_list import LineList
from tests.tui.rooms import BROAD, LEAST, NARROW, WIDE, coding, press, settled, shown, text_view


@pytest.fixture
def coded(project: Project) -> Project:
    """One turn coded twice: a condition that helps, and a person with a degree."""
    turn = project.documents.transcript("talk-1").turns[1]
    details = CodingDetails(valence="helps", memo="[/x] note")
    project.codings.add("talk-1", turn.span, "agenda", details, [DegreeDetails(4)])
    project.codings.add("talk-1", Span(turn.start, turn.start + 6), "backbone-person")
    return project


@pytest.mark.parametrize("size", [WIDE, BROAD])
async def test_wide_screens_show_codes_text_margin_here_and_definition(coded, size):
    """Every pane answers one question, side by side."""
    async with coding(coded, size) as (pilot, _):
        await press(pilot, "t")
        words = shown(pilot)
        for part in (
            "Codes",
            "Coded here",
            "Definition",
            "Recent",
            "Lyftet › talk-1",
            "? all keys",
        ):
            assert part in words
        assert "Vi ses varje måndag" in words
        assert "Common ag… + ④! *" in words
        assert "1/1" in words


@pytest.mark.parametrize("size", [NARROW, LEAST])
async def test_narrow_screens_show_the_text_and_one_line_for_what_is_coded(coded, size):
    """Codes, codings here and definition come over the text by key and go with escape."""
    async with coding(coded, size) as (pilot, screen):
        await press(pilot, "t")
        words = shown(pilot)
        assert "Filter codes" not in words
        assert "Coded here" not in words
        assert "[laughs] person" in words.splitlines()[-2]
        width = text_view(screen).page.columns.width
        await press(pilot, "c")
        assert "Filter codes" in shown(pilot)
        assert text_view(screen).page.columns.width == width
        await press(pilot, "escape h")
        assert "Coded here" in shown(pilot)
        await press(pilot, "escape o")
        assert "Definition" in shown(pilot)
        await press(pilot, "escape")
        assert "Definition" not in shown(pilot)
        assert screen.focused is text_view(screen)


async def test_below_the_least_size_a_message_stands_there(coded):
    """Too small is said, and growing again shows the text."""
    async with coding(coded, NARROW) as (pilot, _):
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert "too small" in shown(pilot)
        await pilot.resize_terminal(5, 2)
        await settled(pilot)
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert "Vi ses varje" in shown(pilot)


async def test_words_of_people_are_never_markup(tmp_path, project):
    """Square brackets stand as they were written: in text, label, name, speaker, memo, find."""
    project.documents.set("talk-1", {"name": "a [laughs] [/x] b"})
    project.cases.set("Lyftet", {"name": "Ly[b]ftet [/x]"})
    turn = project.documents.transcript("a [laughs] [/x] b").turns[3]
    project.codings.add("a [laughs] [/x] b", turn.span, "förtroende", CodingDetails(memo="[/x]"))
    async with coding(project) as (pilot, _):
        await press(pilot, "j 4 enter")
        words = shown(pilot)
        assert "Ly[b]ftet [/x] › a [laughs] [/x] b" in words
        assert "egentligen. [skratt]" in words
        assert "Trust [/x]" in words
        for keys in ("o", "m", "D", "ctrl+o", "enter", "question_mark", "c", "h", "d", "g"):
            await press(pilot, keys)
            assert pilot.app.is_running
            await press(pilot, "escape")
        await press(pilot, "ctrl+p t r u s t")
        assert "Trust [/x]" in shown(pilot)
        await press(pilot, "escape slash left_square_bracket slash x right_square_bracket")
        assert "1 of 1" in shown(pilot)
        await press(pilot, "escape x")
        assert "Removed Trust [/x]" in shown(pilot)
        pilot.app.notify("[/x] [laughs]")
        await settled(pilot)
        assert "[/x] [laughs]" in shown(pilot)


async def test_speakers_with_brackets_stand_as_written(tmp_path, project):
    """A speaker label is shown as it is in the file."""
    from qualcode.services.imports import ImportOptions

    file = tmp_path / "odd.txt"
    file.write_text("[/x]: Hej på dig.\nA[b]: Ja.\n[/x]: Hej då.\nA[b]: Nej.\n", "utf-8")
    project.imports.files([file], ImportOptions(language="sv"))
    async with coding(project) as (pilot, screen):
        screen.show_document("odd")
        await settled(pilot)
        assert "Hej på dig." in shown(pilot)


async def test_the_tree_filters_and_enter_gives_the_code(project):
    """Typed letters narrow the tree; enter codes the passage and goes back to the text."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "n c m å l")
        words = shown(pilot)
        assert "Goals" in words
        assert "Backbone" not in words
        await press(pilot, "enter")
        assert [c.code for c in project.codings.list()] == ["agenda-goals"]
        assert screen.focused is text_view(screen)


async def test_branches_open_and_close(project):
    """Right opens the lit branch, left closes it."""
    async with coding(project) as (pilot, _):
        await press(pilot, "c")
        assert "▸ ▌Common agenda" in shown(pilot)
        await press(pilot, "right down")
        assert "▾ ▌Common agenda" in shown(pilot)
        assert "Goals" in shown(pilot)
        await press(pilot, "left left")
        assert "▸ ▌Common agenda" in shown(pilot)


async def test_without_colour_nothing_is_lost(coded, monkeypatch):
    """Under NO_COLOR, letters, heavy brackets and signs say what colours say."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with coding(coded) as (pilot, _):
        await press(pilot, "t")
        words = shown(pilot)
        assert "Common ag… + ④! *" in words
        line = next(line for line in words.splitlines() if "Vi ses" in line)
        assert "CB" in line


@pytest.mark.parametrize(
    "theme", ["qualcode-light", "qualcode-contrast", "ansi-dark", "ansi-light"]
)
async def test_every_theme_shows_the_same_words(coded, theme):
    """Changing the theme while a coding is current repaints everything."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t")
        before = shown(pilot)
        pilot.app.theme = theme
        await settled(pilot)
        assert shown(pilot) == before


async def test_the_theme_is_remembered(project):
    """The next start has the theme of the last."""
    async with coding(project) as (pilot, _):
        await press(pilot, "f8")
        chosen = pilot.app.theme
    assert QualcodeApp(project).theme == chosen != "qualcode-dark"


async def test_all_keys_are_on_the_help_card(project):
    """Help is made from the registry."""
    async with coding(project, (120, 60)) as (pilot, _):
        await press(pilot, "f1")
        for words in ("Code the passage", "Degree with pair", "Undo", "Moving and selecting"):
            assert words in shown(pilot)


async def test_the_palette_runs_actions_and_gives_codes(project):
    """Actions and codes are found by name."""
    async with coding(project) as (pilot, _screen):
        await press(pilot, "n ctrl+p v i s i o n")
        await pilot.pause(0.6)
        await press(pilot, "enter")
        assert [c.code for c in project.codings.list()] == ["agenda-vision"]
        await press(pilot, "ctrl+p u n d o")
        await pilot.pause(0.6)
        await press(pilot, "enter")
        assert project.codings.list() == []


async def test_a_read_only_project_is_read_and_says_so(coded):
    """Everything can be seen; coding is answered with an error, not a crash."""
    with open_project(coded.path, coder="ann", read_only=True) as reading:
        async with coding(reading) as (pilot, _):
            assert "read only" in shown(pilot)
            await press(pilot, "n enter v i s enter")
            assert pilot.app.is_running
        assert len(reading.codings.list()) == 2


async def test_without_a_coder_one_can_read_and_is_asked_who_codes(coded):
    """A project without a coder opens; coding says how to name one."""
    coded.settings.set("coder", None)
    with open_project(coded.path) as nobody:
        async with coding(nobody) as (pilot, _):
            assert "no coder" in shown(pilot)
            await press(pilot, "n enter v i s enter")
            assert "Who is coding?" in shown(pilot)


async def test_a_project_without_documents_says_what_to_do(tmp_path):
    """No transcripts: a line that names the next step."""
    from tests.projects import a_project

    with a_project(tmp_path, documents=0) as empty:
        async with coding(empty) as (pilot, _):
            assert "No transcripts yet" in shown(pilot)
            for keys in ("n", "enter", "escape", "plus", "ctrl+o", "escape", "slash", "x"):
                await press(pilot, keys)
            assert pilot.app.is_running


def test_the_screens_start_without_heavy_rooms():
    """Opening the coding screen imports no pandas, numpy, spaCy or docx."""
    script = (
        "import sys\n"
        "import qualcode.tui.app, qualcode.tui.screens.coding, qualcode.services.workspace\n"
        "heavy = {'pandas', 'numpy', 'spacy', 'docx', 'xlsxwriter', 'sqlite_utils', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


async def test_the_entry_of_a_code_stands_in_the_list_of_codes_at_every_size(project):
    """Beside the list where there is room, else below it."""
    for size in (WIDE, NARROW):
        async with coding(project, size) as (pilot, screen):
            await press(pilot, "enter")
            await pilot.pause(0.2)
            picker = pilot.app.screen
            entry, lines = picker.query_one(Definition), picker.query_one(LineList)
            assert entry.region.height >= 4 and lines.region.height >= 4
            assert screen.desk.name(lines.lit_id) in entry.render().plain
            await press(pilot, "escape")
