"""A transcript is replaced by another program while somebody codes it."""

from __future__ import annotations

from pathlib import Path

from qualcode.domain.span import Span
from qualcode.services.workspace import Project, open_project
from tests.projects import TALK, a_project
from tests.tui.rooms import coding, press, settled, shown, text_view

POLL = 2.3
CORRECTED = "Intervjuare: Då börjar vi bandet.\n" + TALK.replace("varje måndag", "varje tisdag")


def _replace(project: Project, folder: Path, text: str = CORRECTED) -> None:
    """Done by somebody else, in another process as far as the database can tell."""
    file = folder / "corrected.txt"
    file.write_text(text, encoding="utf-8")
    with open_project(project.path, coder="bo") as other:
        other.replacing.replace("talk-1", file)


def _here(screen, words: int = 12) -> str:
    view = text_view(screen)
    return screen.desk.transcript.text[view.caret.cursor :][:words]


async def test_the_screen_follows_and_keeps_the_place(project: Project, tmp_path: Path) -> None:
    """The new text is shown with the cursor at the same words, and what happened is said."""
    changed = project.documents.transcript("talk-1").text.index("Vi ses varje måndag")
    project.codings.add("talk-1", Span(changed, changed + 19), "agenda")
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        view.go(screen.desk.transcript.text.index("familjer"))
        await settled(pilot)
        _replace(project, tmp_path)
        await pilot.pause(POLL)
        assert "tisdag" in screen.desk.transcript.text
        assert _here(screen, 8) == "familjer"
        assert "was replaced: 1" in " ".join(shown(pilot).split())
        assert "varje tisdag" in shown(pilot)
        await press(pilot, "1")
        assert all(c.quote in screen.desk.transcript.text for c in project.codings.list())


async def test_a_key_aimed_at_the_old_text_writes_nothing(project: Project, tmp_path: Path) -> None:
    """Before the screen has seen it, a digit, a mark of reading and an extent are refused."""
    start = project.documents.transcript("talk-1").text.index("Alla säger")
    first = project.codings.add("talk-1", Span(start, start + 21), "agenda")
    async with coding(project) as (pilot, screen):
        text_view(screen).go(start + 2)
        await settled(pilot)
        _replace(project, tmp_path)
        await pilot.press("1", "r")
        await settled(pilot)
        assert "was replaced meanwhile" in shown(pilot)
        assert [c.id for c in project.codings.list()] == [first.id]
        assert "read" not in project.units.states("talk-1").values()
        await pilot.pause(POLL)
        assert _here(screen, 3) == "la "
        await press(pilot, "ctrl+home n r")
        assert "read" in project.units.states("talk-1").values()


async def test_an_answer_to_the_old_text_is_refused(project: Project, tmp_path: Path) -> None:
    """A selection made in the old text is not coded by a picker that was open meanwhile."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "n v s s enter g o a l s")
        _replace(project, tmp_path)
        await pilot.pause(POLL)
        await press(pilot, "enter")
        await pilot.pause(POLL)
        assert project.codings.list() == []
        assert "tisdag" in screen.desk.transcript.text
        await press(pilot, "enter g o a l s enter")
        (coding_,) = project.codings.list()
        assert coding_.quote in screen.desk.transcript.text


async def test_ones_own_undo_of_it_is_followed_at_once(project: Project, tmp_path: Path) -> None:
    """Undo on the screen brings the old text back, and redo the new one."""
    file = tmp_path / "corrected.txt"
    file.write_text(CORRECTED, encoding="utf-8")
    project.replacing.replace("talk-1", file)
    async with coding(project) as (pilot, screen):
        assert "tisdag" in screen.desk.transcript.text
        await press(pilot, "u")
        await settled(pilot)
        assert "måndag" in screen.desk.transcript.text
        assert "varje måndag" in shown(pilot)
        await press(pilot, "U")
        await settled(pilot)
        assert "tisdag" in screen.desk.transcript.text


async def test_bookmarks_go_with_their_words(project: Project, tmp_path: Path) -> None:
    """A place kept under a letter, and the place where one was, are found in the new text."""
    async with coding(project) as (pilot, screen):
        text_view(screen).go(screen.desk.transcript.text.index("Kommunen"))
        await press(pilot, "B a")
        _replace(project, tmp_path)
        await pilot.pause(POLL)
        await press(pilot, "ctrl+home J a")
        assert _here(screen, 8) == "Kommunen"
        await press(pilot, "f2")
    _replace(project, tmp_path, "Intervjuare: Hallå?\n" + CORRECTED)
    async with coding(project) as (_, screen):
        assert _here(screen, 8) == "Kommunen"


async def test_a_document_that_was_withdrawn_leaves_the_screen(project: Project) -> None:
    """Its words are not shown any longer; another document is."""
    async with coding(project) as (pilot, screen):
        assert screen.desk.document.name == "talk-1"
        with open_project(project.path, coder="bo") as other:
            other.withdrawing.document("talk-1")
        await pilot.pause(POLL)
        assert screen.desk.document.name == "talk-2"
        assert "talk-1 was taken out of the project" in shown(pilot)


async def test_what_is_to_be_read_again_is_gone_through(project: Project, tmp_path: Path) -> None:
    """Both wordings are shown, enter goes there, y takes one off the list, u undoes it."""
    text = project.documents.transcript("talk-1").text
    for words in ("Vi ses varje måndag", "Ingen egentligen."):
        start = text.index(words)
        project.codings.add("talk-1", Span(start, start + len(words)), "agenda")
    _replace(project, tmp_path, CORRECTED.replace("Ingen egentligen. ", ""))
    async with coding(project) as (pilot, screen):
        await press(pilot, "Y")
        assert "2 codings to read again" in shown(pilot)
        assert "was: Vi ses varje måndag" in shown(pilot)
        assert "now: Vi ses varje tisdag" in shown(pilot)
        assert "måndag → tisdag" in shown(pilot)
        await press(pilot, "y")
        assert [item.before for item in project.replacing.waiting()] == ["Ingen egentligen."]
        await press(pilot, "u")
        assert len(project.replacing.waiting()) == 2
        await press(pilot, "up enter")
        start, end = text_view(screen).caret.selection
        assert screen.desk.transcript.text[start:end] == "Vi ses varje tisdag"
        await press(pilot, "Y down enter")
        assert _here(screen, 6) == "skratt"
        await press(pilot, "Y y y escape")
        assert project.replacing.waiting() == []


async def test_undo_of_the_import_leaves_an_empty_page_and_redo_fills_it(tmp_path: Path) -> None:
    """Undo held down takes back what there is to take back; the project and its coder stay, and
    redo brings all of it back, the text to the screen too."""
    with a_project(tmp_path) as project:
        before = project.session.state()
        async with coding(project) as (pilot, screen):
            await press(pilot, "u " * 12)
            await pilot.pause(0.3)
            assert project.documents.list() == []
            assert screen.desk.document is None
            assert "No transcripts yet" in shown(pilot)
            assert "There is no document" not in shown(pilot)
            assert project.coder == "ann"
            await press(pilot, "1 t enter")
            await press(pilot, "escape")
            await press(pilot, "U " * 12)
            await pilot.pause(0.3)
            assert project.session.state() == before
            assert screen.desk.document.name == "talk-1"
            assert "varje" in shown(pilot)


async def test_the_question_above_belongs_to_the_text_below_it(project: Project) -> None:
    """Another document begins without the question of the last one."""
    async with coding(project, (80, 24)) as (pilot, screen):
        view = text_view(screen)
        view._ask("what was asked elsewhere")
        await settled(pilot)
        assert "what was asked elsewhere" in shown(pilot)
        screen.show_document("talk-1")
        await settled(pilot)
        assert "what was asked elsewhere" not in shown(pilot)


async def test_without_a_passage_to_read_again_that_is_said(
    project: Project, tmp_path: Path
) -> None:
    """No number where there is none."""
    async with coding(project) as (pilot, _):
        _replace(project, tmp_path)
        await pilot.pause(POLL)
        words = " ".join(shown(pilot).replace("▌", " ").split())
        assert "no passage to read again" in words and ": 0 passages" not in words
