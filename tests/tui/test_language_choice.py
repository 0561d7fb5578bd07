"""Which language the screens begin in, and going over to another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.services.workspace import Project
from qualcode.tui import start, words
from qualcode.tui.actions import ACTIONS
from qualcode.tui.app import QualcodeApp
from tests.tui.rooms import coding, press, settled, text_view
from tests.tui.rooms import shown as screen_of


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        *(("sv", "sv"), ("sv_SE.UTF-8", "sv"), ("da-DK", "da"), ("nb_NO", "nb"), ("no", "nb")),
        *(("nn_NO.UTF-8", "nb"), ("EN", "en"), ("fi_FI", None), ("C", None), ("", None)),
    ],
)
def test_a_tag_of_a_language_is_understood(tag: str, language: str | None) -> None:
    """As systems write them; what is none of ours is none."""
    assert words.known_language(tag) == language


def test_variable_then_file_then_system_then_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each decides where those before it say nothing, or nothing that is known."""
    file = tmp_path / "screens.toml"
    assert words.chosen_language(file) is None and words.language_of_system() == "en"
    monkeypatch.setenv("LANG", "nn_NO.UTF-8")
    assert words.language_of_system() == "nb"
    monkeypatch.setenv("LC_ALL", "C")
    assert words.language_of_system() == "en"
    words.choose_language(file, "da")
    assert words.chosen_language(file) == "da"
    monkeypatch.setenv(words.VARIABLE, "sv")
    assert words.chosen_language(file) == "sv"
    monkeypatch.setenv(words.VARIABLE, "klingon")
    assert words.chosen_language(file) == "da"


@pytest.mark.parametrize("text", ["language = 3", "language = 'xx'", "[", "\xff", ""])
def test_a_file_that_is_wrong_chooses_nothing(tmp_path: Path, text: str) -> None:
    """The program starts all the same."""
    file = tmp_path / "screens.toml"
    file.write_bytes(text.encode("latin-1"))
    assert words.chosen_language(file) is None


def _started(project: Project, monkeypatch: pytest.MonkeyPatch) -> QualcodeApp:
    """The program as it is started for its user, without being shown."""
    seen: list[QualcodeApp] = []
    monkeypatch.setattr(QualcodeApp, "run", lambda self: seen.append(self))
    start.run(project.path, "ann")
    return seen[0]


def test_without_a_choice_labels_follow_the_project(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screens follow the system; the codes are called what the project calls them."""
    project.settings.set("languages", "da,sv")
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert _started(project, monkeypatch).language == "da"
    assert words.spoken() == "sv"
    monkeypatch.setenv(words.VARIABLE, "nb")
    assert _started(project, monkeypatch).language == "nb"
    assert words.spoken() == "nb"


async def test_the_choice_keeps_the_place_and_survives_a_restart(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Room, document, place and pane are as before, in Swedish; and so is the next start."""
    async with coding(project) as (pilot, _):
        await press(pilot, "greater_than_sign t t w")
        before = text_view(pilot.app.screen).caret.cursor
        await pilot.app.run_action("choose_language")
        await press(pilot, "s")
        await settled(pilot)
        await settled(pilot)
        screen = pilot.app.screen
        assert pilot.app.current_mode == "coding"
        assert screen.desk.document.name == "talk-2"
        assert text_view(screen).caret.cursor == before
        assert words.spoken() == "sv" and pilot.app.language == screen.desk.language == "sv"
        assert pilot.app.actions[0].label == words._(ACTIONS[0].label)
    words.speak("en")
    assert _started(project, monkeypatch).language == "sv"
    assert words.spoken() == "sv"


async def test_escape_leaves_the_language_as_it_is(project: Project) -> None:
    """Nothing is chosen, nothing is written."""
    async with coding(project) as (pilot, _):
        await pilot.app.run_action("choose_language")
        await settled(pilot)
        assert all(
            name in screen_of(pilot).replace("\u00a0", " ") for name in words.LANGUAGES.values()
        )
        await press(pilot, "escape")
        assert words.spoken() == "en"
        assert not words.settings_file().exists()


async def test_a_choice_that_cannot_be_kept_holds_until_the_end(project: Project) -> None:
    """The reader is told, and the screens speak the language for now."""
    folder = words.settings_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder", "utf-8")
    async with coding(project) as (pilot, _):
        await pilot.app.run_action("choose_language")
        await press(pilot, "d")
        await settled(pilot)
        assert words.spoken() == "da"
        assert any(words.FILE in each.message for each in pilot.app._notifications)
