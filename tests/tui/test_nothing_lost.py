"""What somebody typed is in the project, or a draft in it, however the program is left."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from qualcode.services.workspace import Project, open_project
from qualcode.tui import departing
from qualcode.tui.dialogs.writing import MemoEditor
from qualcode.tui.drafts import KEY, Drafts
from tests.tui.chart_room import a_project_to_chart, agenda
from tests.tui.filled import done, filled, keys, room, typed
from tests.tui.locking import locked, words
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Four codings with two codes, a starting theme `Direction` over `agenda`."""
    with filled(tmp_path) as made:
        yield made


# drafts


def test_drafts_lie_beside_the_content(full: Project) -> None:
    """They come back in another program; state, history and undo know nothing of them."""
    state, acts = full.state(), len(full.history.log())
    drafts = Drafts(full)
    drafts.put("a", {"line": "half a thought [/x]"})
    assert drafts.of("a") == {"line": "half a thought [/x]"} and drafts.loose
    assert drafts.settle() and not drafts.loose
    assert (full.state(), len(full.history.log())) == (state, acts)
    with open_project(full.path) as other:
        assert Drafts(other).of("a") == {"line": "half a thought [/x]"}
        Drafts(other).drop("a")
    assert drafts.of("a") is None and full.remembered(KEY) == []


def test_a_draft_that_cannot_be_stored_is_loose(full: Project) -> None:
    """While another program writes it is known here, and stored when that one is done."""
    full.wait_at_most(0.1)
    drafts = Drafts(full)
    drafts.put("a", {"line": "one"})
    with locked(full):
        assert not drafts.settle() and drafts.of("a") == {"line": "one"}
    assert drafts.settle()


def test_a_draft_quotes_nobody_who_has_withdrawn(full: Project) -> None:
    """Words of a transcript that is erased go from drafts too, also from what they are about."""
    said = full.documents.transcript("talk-1").text
    quote = " ".join(said[-80:].split())
    drafts = Drafts(full)
    drafts.put(f"memo:Memo on {quote}", {"page": f"She says: {quote}\nOf weight."})
    assert drafts.settle()
    full.withdrawing.participant("P1")
    ((about, fields),) = full.remembered(KEY)
    assert quote not in about + fields["page"]
    assert fields["page"].startswith("She says:") and "[withdrawn]" in about


# leaving the program


async def test_quitting_a_locked_project_stays_with_the_words(tmp_path: Path) -> None:
    """`ctrl+q` says that the words are not kept; once the project is free it keeps them, goes."""
    with a_project_to_chart(tmp_path) as p:
        async with room(p, "charting") as (pilot, screen):
            await keys(pilot, "m")
            await typed(pilot, "weighty")
            with locked(p):
                await keys(pilot, "ctrl+q")
                assert "could not be kept, so you stay here" in words(pilot)
                assert screen.cell.summary.area.text == "weighty"
                assert pilot.app._exit is False
            await keys(pilot, "ctrl+q")
            assert pilot.app._exit is True
        assert p.framework.cell(agenda(p)).state.summary == "weighty"


async def test_quitting_twice_leaves_without_the_words(full: Project) -> None:
    """The second press goes, as it was said; words typed in between are asked about anew."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        with locked(full):
            await keys(pilot, "ctrl+q")
            await typed(pilot, ", really")
            await keys(pilot, "ctrl+q")
            assert pilot.app._exit is False
            await keys(pilot, "ctrl+q")
            assert pilot.app._exit is True


async def test_a_full_disk_keeps_one_in_the_program(full: Project) -> None:
    """The words stay on the screen until there is room."""
    async with room(full, "themes") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "weighty " * 4000)
        full.session.store.rows("PRAGMA max_page_count = 1")
        await keys(pilot, "ctrl+q")
        assert pilot.app._exit is False and screen.summary.area.text.startswith("weighty")
        full.session.store.rows("PRAGMA max_page_count = 1000000")
        await keys(pilot, "ctrl+q")
        assert pilot.app._exit is True
    assert str(full.themes.resolve("Direction").summary).startswith("weighty")


async def test_a_hang_up_keeps_summaries_and_what_stands_in_dialogs(full: Project) -> None:
    """A terminal that is closed: the summary is kept, the memo is there again on one key."""
    coded = full.codings.list()[0]
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "summed up")
        pilot.app.push_screen(MemoEditor("Memo", coded.memo or ""))
        await done(pilot)
        await typed(pilot, "half a memo")
        pilot.app.departure.go()
    assert full.themes.resolve("Direction").summary == "summed up"
    async with room(full, "themes") as (pilot, _):
        pilot.app.push_screen(MemoEditor("Memo", coded.memo or ""))
        await done(pilot)
        await keys(pilot, "ctrl+z")
        assert pilot.app.screen._area.text == "half a memo"


async def test_a_hang_up_waits_for_another_program(full: Project) -> None:
    """Where nobody can be asked, the program waits longer than somebody at the screen would."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        other = sqlite3.connect(full.path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        free = Timer(1.5, other.execute, ["ROLLBACK"])
        free.start()
        pilot.app.departure.go()
        free.join()
        other.close()
        assert full.themes.resolve("Direction").summary == "weighty"


async def test_a_hang_up_does_not_wait_for_ever(full: Project, monkeypatch) -> None:
    """Where the project stays locked, the program ends."""
    monkeypatch.setattr(departing, "LAST_SECONDS", 0.5)
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        with locked(full):
            pilot.app.departure.go()
            assert pilot.app._exit is True


async def test_what_is_typed_is_put_aside_while_it_is_typed(full: Project) -> None:
    """A program that is killed leaves a summary as a draft, shown as one the next time."""
    async with room(full, "themes") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        assert pilot.app.departure.put_aside()
        assert full.themes.resolve("Direction").summary is None
        screen.summary._stored = "weighty"
    async with room(full, "themes") as (pilot, screen):
        assert screen.summary.area.text == "weighty"
        assert "not kept yet" in shown(pilot)
        await keys(pilot, "m escape")
        assert full.themes.resolve("Direction").summary == "weighty"
        assert "not kept yet" not in shown(pilot)
    assert full.remembered(KEY) == []


async def test_a_draft_overwrites_nothing_that_was_written_since(full: Project) -> None:
    """What somebody wrote after the draft was typed stands above it."""
    async with room(full, "themes") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "mine")
        pilot.app.departure.put_aside()
        screen.summary._stored = "mine"
    full.themes.summary("Direction", "theirs")
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m escape")
    assert full.themes.resolve("Direction").summary == "theirs\n\nmine"


async def test_another_language_waits_for_the_words(full: Project) -> None:
    """The rooms are not made anew over words that cannot be kept."""
    from qualcode.tui.language_choice import change_language

    async with room(full, "themes") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        with locked(full):
            await change_language(pilot.app, "en")
        assert pilot.app.screen is screen and screen.summary.area.text == "weighty"


# what is written on goes meanwhile


async def test_a_summary_of_a_theme_that_is_gone_becomes_a_memo(full: Project) -> None:
    """Another program took the theme out: the words are a memo on the project, with its name."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        with open_project(full.path, coder="bo") as other:
            other.themes.remove("Direction")
        await keys(pilot, "escape")
        assert "is a memo on the project now" in words(pilot)
        assert "Direction" not in [theme.name for theme in full.themes.list()]
    (memo,) = full.memos.list("project")
    assert memo.text == "Direction\n\nweighty"


async def test_a_summary_of_a_cell_that_is_gone_becomes_a_memo(tmp_path: Path) -> None:
    """The case was taken out of the project while its cell was written on."""
    with a_project_to_chart(tmp_path) as p:
        async with room(p, "charting") as (pilot, _):
            await keys(pilot, "m")
            await typed(pilot, "weighty")
            with open_project(p.path, coder="bo") as other:
                for info in other.documents.list():
                    other.documents.set(info.id, {"case": None})
                other.cases.remove("Lyftet")
            await keys(pilot, "escape")
        (memo,) = p.memos.list("project")
        assert memo.text.startswith("Lyftet × ") and memo.text.endswith("\n\nweighty")


async def test_two_programs_write_on_one_theme(full: Project) -> None:
    """Words that came meanwhile stand above one's own, in themes as in cells."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "mine")
        with open_project(full.path, coder="bo") as other:
            other.themes.summary("Direction", "theirs")
        await keys(pilot, "escape")
    assert full.themes.resolve("Direction").summary == "theirs\n\nmine"


async def test_nothing_is_typed_into_a_summary_that_cannot_be_kept(full: Project) -> None:
    """A project that is open for reading only takes no words."""
    with open_project(full.path, read_only=True) as project:
        async with room(project, "themes") as (pilot, screen):
            await keys(pilot, "m x y")
            assert screen.summary.area.text == ""
