"""What may go wrong while one codes, and what the screen says and keeps."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

from textual import events

from qualcode.domain.span import Span
from qualcode.domain.succession import Retire
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project, open_project
from qualcode.tui.modes import MODES
from tests.tui.rooms import NARROW, coding, press, settled, shown, text_view


async def test_a_code_that_is_retired_while_the_picker_is_open(project: Project) -> None:
    """The choice is refused with its reason, nothing is coded, and the next choice works."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s")
        with open_project(project.path, coder="ann") as other:
            other.revision.do(Retire("agenda-vision"))
        await press(pilot, "enter")
        assert "was retired" in shown(pilot)
        assert project.codings.list() == []
        await press(pilot, "enter g o a l s enter")
        assert [c.code for c in project.codings.list()] == ["agenda-goals"]


async def test_a_locked_project_is_said_so_and_the_act_follows(project: Project) -> None:
    """While another program writes, the screen stays, says so, and codes once it can."""
    project.codings.add("talk-1", Span(0, 5), "agenda")
    async with coding(project) as (pilot, _):
        other = sqlite3.connect(project.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await press(pilot, "n 1")
        await pilot.pause(0.6)
        assert "locked" in shown(pilot)
        assert len(project.codings.list()) == 1
        other.execute("ROLLBACK")
        other.close()
        await pilot.pause(2.0)
        assert len(project.codings.list()) == 2
        assert "locked" not in shown(pilot).splitlines()[0]


async def test_a_full_disk_loses_nothing_and_the_act_can_be_repeated(project: Project) -> None:
    """The message says so, the file is whole, and the same key works when there is room."""
    project.codings.add("talk-1", Span(0, 5), "agenda")
    async with coding(project) as (pilot, screen):
        store = project.session.store
        store.rows("PRAGMA max_page_count = 1")
        await press(pilot, "n 1")
        await pilot.press(*("plus", "minus") * 40)
        await settled(pilot)
        assert "The disk is full" in shown(pilot)
        assert store.integrity() == []
        assert screen.desk.segments == project.codings.segments("talk-1")
        store.rows("PRAGMA max_page_count = 1000000")
        await press(pilot, "full_stop")
        assert "mixed" in [c.valence for c in project.codings.list()]


async def test_selections_of_every_shape_are_coded_or_refused(
    project: Project, tmp_path: Path
) -> None:
    """Across turns and the whole text are coded; nothing and half a character never are."""
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        await press(pilot, "ctrl+home v ctrl+end enter v i s enter")
        (whole,) = project.codings.list()
        assert (whole.start, whole.end) == (0, len(screen.desk.transcript.text))
        await press(pilot, "escape ctrl+home v t t t enter g o a l s enter")
        across = next(c for c in project.codings.list() if c.code == "agenda-goals")
        assert across.quote.startswith("Hur skulle") or across.start == 0
        await press(pilot, "escape ctrl+home v v 1")
        assert all(c.end > c.start for c in project.codings.list())
        assert view.caret.selection is None
    file = tmp_path / "family.txt"
    file.write_text("\U0001f468\u200d\U0001f469\u200d\U0001f467 hej\n", "utf-8")
    project.imports.files([file], ImportOptions(language="sv"))
    async with coding(project) as (pilot, screen):
        screen.show_document("family")
        await press(pilot, "ctrl+home shift+right enter v i s enter")
        made = project.codings.list()[0]
        assert made.document == "family"
        assert made.quote == "\U0001f468\u200d\U0001f469\u200d\U0001f467"


async def test_a_window_that_shrinks_and_grows_keeps_the_place(project: Project) -> None:
    """40 x 10 says that it is too small; back again the cursor is where it was."""
    async with coding(project, NARROW) as (pilot, screen):
        await press(pilot, "t t w")
        before = text_view(screen).caret
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert "too small" in shown(pilot)
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert text_view(screen).caret == before
        assert "Vem håller ihop det?" in shown(pilot)
        await press(pilot, "w")
        assert text_view(screen).caret.cursor > before.cursor


async def test_a_window_that_was_small_from_the_start_has_keys_when_it_grows(
    project: Project,
) -> None:
    """The text takes the keys as soon as there is room for it."""
    async with coding(project, (40, 10)) as (pilot, screen):
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        await press(pilot, "t")
        assert text_view(screen).caret.cursor > 0


async def test_a_paste_of_100_kb_into_the_picker(project: Project) -> None:
    """It is cut, nothing fits, and the picker goes on."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter")
        pilot.app.post_message(events.Paste("mål [/x] " * 12_000))
        await settled(pilot)
        assert pilot.app.is_running
        await press(pilot, "escape enter v i s enter")
        assert [c.code for c in project.codings.list()] == ["agenda-vision"]


async def test_keys_held_down_all_count(project: Project) -> None:
    """A hundred keys at once are a hundred moves, and undo held down ends where it began."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "ctrl+home")
        for _ in range(40):
            pilot.app.post_message(events.Key("right", None))
        await settled(pilot)
        assert text_view(screen).caret.cursor == 40
        await press(pilot, "ctrl+home t enter v i s enter")
        for key in ("plus", "minus", "plus", "minus", "plus"):
            pilot.app.post_message(events.Key(key, {"plus": "+", "minus": "-"}[key]))
        for _ in range(30):
            pilot.app.post_message(events.Key("u", "u"))
        await settled(pilot)
        assert project.codings.list() == []
        assert screen.desk.segments == []


async def test_keys_after_the_enter_that_closes_the_picker_are_not_lost(project: Project) -> None:
    """`enter vis enter + d 5` at once is a code, a valence and a degree."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n")
        for key in ("enter", *"vis", "enter", "+", "d", "5"):
            name = {"+": "plus"}.get(key, key)
            pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
        await settled(pilot)
        await settled(pilot)
        (made,) = project.codings.list()
        assert (made.code, made.valence) == ("agenda-vision", "helps")
        assert [degree.value for degree in made.degrees] == [5]


async def test_no_room_gives_up_the_project_to_other_programs(project: Project) -> None:
    """After a walk through all rooms another program opens and closes the project: the log that
    holds the latest acts is still there, and so are the acts."""
    project.codings.add("talk-1", Span(0, 5), "agenda")
    look = "import sys\nfrom qualcode.services.workspace import open_project as it\n"
    look += "it(sys.argv[1]).close()"
    async with coding(project) as (pilot, _):
        for mode in MODES:
            await pilot.app.switch_mode(mode)
            await settled(pilot)
            await pilot.app.workers.wait_for_complete()
            await asyncio.to_thread(
                subprocess.run, [sys.executable, "-c", look, str(project.path)], check=True
            )
            assert Path(f"{project.path}-wal").exists(), mode
        await pilot.app.switch_mode("coding")
        await press(pilot, "n 1")
        with open_project(project.path, coder="ann") as other:
            assert len(other.codings.list()) == 2
