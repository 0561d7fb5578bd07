"""The registry of actions: one key one meaning, and everything made from it agrees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.tui.actions import ACTIONS, PLACES
from qualcode.tui.keymap import bindings_for, clashes, hints_for, keys_page, shown

ROOT = Path(__file__).resolve().parents[2]
PLAIN_SIGNS = {
    *("plus", "minus", "full_stop", "comma", "slash", "question_mark"),
    *("less_than_sign", "greater_than_sign", "space", "enter", "escape", "tab", "delete"),
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "backspace"),
}


def test_ids_are_unique_and_places_known():
    """Every action has its own id and stands in a place that help has a heading for."""
    assert len({each.id for each in ACTIONS}) == len(ACTIONS)
    assert {each.where for each in ACTIONS} <= set(PLACES)


def test_no_key_means_two_things_in_one_place():
    """The shipped keys do not clash, and a clash would be named."""
    assert clashes() == []
    clashing = replace(ACTIONS[0], id="other")
    assert any("app.help and other" in each for each in clashes([*ACTIONS, clashing]))


@pytest.mark.parametrize("key", sorted({key for each in ACTIONS for key in each.keys}))
def test_no_key_needs_altgr_or_alt(key):
    """Letters, digits, signs that Nordic keyboards have, arrows and function keys only."""
    *before, last = key.split("+")
    assert "alt" not in before
    function = last[0] == "f" and last[1:].isdigit()
    assert len(last) == 1 or function or last in PLAIN_SIGNS


def test_every_binding_has_id_description_and_tooltip():
    """So that a keymap, the palette and help can speak of it."""
    for place in PLACES:
        for binding in bindings_for(place):
            assert binding.id and binding.description and binding.tooltip


def test_every_coding_action_has_a_method():
    """What the registry asks for, the widget of that place can do."""
    from qualcode.tui.app import QualcodeApp
    from qualcode.tui.screens.coding import CodingScreen
    from qualcode.tui.widgets.finder import Finder
    from qualcode.tui.widgets.reader import Reader
    from qualcode.tui.widgets.transcript import Transcript
    from qualcode.tui.widgets.ways import Ways
    from qualcode.tui.widgets.workbench import Workbench

    owners = {
        "app": QualcodeApp,
        "coding": Reader,
        "panes": Workbench,
        "document": CodingScreen,
        "transcript": Transcript,
        "finding": Finder,
        "ways": Ways,
    }
    for each in ACTIONS:
        if each.where in owners:
            name = each.run.split("(")[0]
            assert hasattr(owners[each.where], f"action_{name}"), each.id


def test_keys_are_shown_as_people_write_them():
    """Names of keys become signs."""
    assert [shown(key) for key in ("question_mark", "ctrl+p", "f1", "pageup", "f")] == [
        "?",
        "ctrl+p",
        "F1",
        "page up",
        "f",
    ]


def test_hints_end_with_the_key_for_all_keys():
    """The line at the bottom always says how to find out more."""
    for pane in ("transcript", "here"):
        assert hints_for(pane)[-1] == ("?", "all keys")


def test_hints_where_one_types_name_no_letters():
    """In the tree of codes letters narrow, so only other keys are named."""
    assert hints_for("codes")[-1] == ("F1", "all keys")
    assert all(len(key) > 1 or key in "←→" for key, _ in hints_for("codes"))


def test_the_page_of_keys_is_made_from_the_registry():
    """docs/keys.md says what the program does."""
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == keys_page()
