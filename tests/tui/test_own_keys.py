"""The reader's own keys: what the file may say, and what is said when it is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from qualcode.tui.actions import ACTIONS
from qualcode.tui.app import QualcodeApp
from qualcode.tui.key_names import key_named, shown
from qualcode.tui.keymap import clashes, keys_page
from qualcode.tui.own_keys import check, keys_file, read_own_keys
from tests.tui.rooms import press, settled
from tests.tui.rooms import shown as screen_of


def a_file(folder: Path, text: str) -> Path:
    """A file of keys."""
    path = folder / "keys.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *(("?", "question_mark"), ("+", "plus"), ("ctrl++", "ctrl+plus"), ("page up", "pageup")),
        *(("F6", "f6"), ("Ctrl+P", "ctrl+p"), ("shift+a", "A"), ("å", "å"), ("Ö", "Ö")),
        *(("esc", "escape"), ("full_stop", "full_stop"), ("shift+ctrl+left", "ctrl+shift+left")),
        *(("€", "euro_sign"), ("space", "space"), ("-", "minus"), ("←", "left")),
    ],
)
def test_keys_may_be_written_as_people_write_them(written: str, name: str) -> None:
    """Signs, words and modifiers become the library's names."""
    assert key_named(written) == name


@pytest.mark.parametrize("nonsense", ["", "wat", "ctrl+", "kontroll+a", "ab", "f99", "ctrl+ctrl+a"])
def test_nonsense_is_no_key(nonsense: str) -> None:
    """Nothing that no keyboard can send is taken."""
    assert key_named(nonsense) is None


@pytest.mark.parametrize("key", sorted({key for each in ACTIONS for key in each.keys}))
def test_every_key_of_ours_is_understood_as_it_is_shown(key: str) -> None:
    """What the help shows can be written into the file."""
    assert key_named(key) == key
    assert key_named(shown(key)) == key


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    """No file: the keys of the program, and nothing to say."""
    own = read_own_keys(tmp_path / "keys.toml")
    assert own.actions == ACTIONS
    assert own.problems == ()


def test_an_unknown_action_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    """The rest of the file is used all the same."""
    own = read_own_keys(a_file(tmp_path, '[keys]\n"code.memmo" = "n"\n"app.theme" = "f20"\n'))
    said = "Line 2: There is no action code.memmo. Did you mean code.memo?"
    assert own.problems == (said,)
    assert own.keys == {"app.theme": ("f20",)}


def test_a_name_that_is_like_none_of_ours_is_not_guessed_at() -> None:
    """A suggestion that is nowhere near helps nobody."""
    assert check({"no.such": "n"}).problems == ("There is no action no.such.",)


def test_what_is_wrong_is_named_with_its_line(tmp_path: Path) -> None:
    """Also where dots stand without quotes, and for keys that would mean two things."""
    text = '# mine\n\n[keys]\n"app.theme" = "f20"\ncode.memo = "wat"\n\'code.remove\' = "m"\n'
    first, second = read_own_keys(a_file(tmp_path, text)).problems
    assert first == "Line 5: code.memo: there is no key 'wat'."
    assert second.startswith("Line 6: m means code.memo and code.remove (The transcript).")


def test_dots_without_quotes_are_understood(tmp_path: Path) -> None:
    """TOML makes tables of them; what is meant is plain."""
    assert read_own_keys(a_file(tmp_path, '[keys]\ncode.memo = "f20"\n')).keys == {
        "code.memo": ("f20",)
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"code.memo" = "wat"', "code.memo: there is no key 'wat'."),
        ('"code.memo" = "ctrl+i"', "terminals take ctrl+i for tab"),
        ('"code.memo" = 3', "stands in quotes"),
        ('"codes.give" = "g"', "g is typed there"),
        ('"code.recent" = ["a", "e"]', "code.recent takes nine keys"),
        ('"code.memo" = "x"', "x means code.memo and code.remove (The transcript)."),
        ('"code.memo" = "ctrl+alt+banana"', "Line 2: code.memo: there is no key"),
        ('"code.memo" = "🍌"', "Line 2: code.memo: there is no key"),
    ],
)
def test_what_cannot_be_used_is_said_and_the_default_stays(
    tmp_path: Path, line: str, said: str
) -> None:
    """Each kind of mistake has its sentence."""
    own = read_own_keys(a_file(tmp_path, f"[keys]\n{line}\n"))
    assert said in " ".join(own.problems)
    assert own.actions == ACTIONS


@pytest.mark.parametrize("text", ["[keys\n", "[key]\na = 1\n", "keys = 3\n", "\ufeff[keys]\n"])
def test_a_file_that_is_wrong_as_a_whole_is_said(tmp_path: Path, text: str) -> None:
    """No TOML, no table, another table; a mark of byte order is no mistake."""
    own = read_own_keys(a_file(tmp_path, text))
    assert bool(own.problems) == ("\ufeff" not in text)
    assert own.actions == ACTIONS


def test_the_example_on_the_page_of_keys_is_right() -> None:
    """Whoever copies it has no message."""
    example = keys_page().split("```toml")[1].split("```")[0]
    assert check(tomllib.loads(example)["keys"]).problems == ()


def test_two_keys_can_change_places() -> None:
    """A key that its old owner gives up is free."""
    own = check({"code.memo": "x", "code.remove": ["m", "delete"]})
    assert own.problems == ()
    assert own.keys == {"code.memo": ("x",), "code.remove": ("m", "delete")}


@given(
    st.dictionaries(
        st.sampled_from([each.id for each in ACTIONS]),
        st.lists(st.sampled_from("abcxyzmMHU?+/123å"), max_size=3),
        max_size=8,
    )
)
def test_what_is_used_never_clashes(table: dict[str, list[str]]) -> None:
    """Whatever the file asks for, no key means two things, and all that was refused is said."""
    own = check(table)
    assert clashes(own.actions) == []
    assert set(own.keys) <= set(table)
    assert bool(own.problems) == (set(own.keys) != set(table))


async def test_the_keys_of_the_file_work_and_are_shown(project: Project) -> None:
    """The new key does it, the old one does nothing, hints and help show the new one."""
    made = project.codings.add("talk-1", Span(0, 10), "backbone")
    app = QualcodeApp(project)
    app.own_keys = check({"code.memo": "x", "code.remove": "m", "go.turn": [], "app.home": "f20"})
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "f3")
        await settled(pilot)
        assert "x memo" in screen_of(pilot)
        await press(pilot, "t")
        assert app.screen.bench.view.caret.cursor == 0
        await press(pilot, "x h i escape")
        assert project.codings.list()[0].memo == "hi"
        await press(pilot, "question_mark")
        assert "x *" in screen_of(pilot) and "You are here: The transcript" in screen_of(pilot)
        await press(pilot, "escape")
        await press(pilot, "m")
        assert made.id not in {each.id for each in project.codings.list()}
        await press(pilot, "f20")
        assert type(app.screen).__name__ == "HomeScreen"


async def test_what_is_wrong_stands_in_a_toast_and_in_the_help(project: Project) -> None:
    """Both name it, brackets and all."""
    app = QualcodeApp(project)
    app.own_keys = check({"co[/x]de": "n", "code.memo": "x"})
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await settled(pilot)
        assert "There is no action co[/x]de." in screen_of(pilot)
        assert "means code.memo and code.remove" in screen_of(pilot)
        await press(pilot, "f1 pagedown pagedown pagedown pagedown")
        assert "There is no action co[/x]de." in screen_of(pilot)


def test_the_program_reads_the_file_of_its_user(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Starting finds the file in the folder for settings."""
    from qualcode.tui import start

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    keys_file().parent.mkdir(parents=True)
    keys_file().write_text('[keys]\n"app.theme" = "f20"\n', "utf-8")
    seen: list[QualcodeApp] = []
    monkeypatch.setattr(QualcodeApp, "run", lambda self: seen.append(self))
    start.run(project.path, "ann")
    assert seen[0].own_keys.keys == {"app.theme": ("f20",)}
