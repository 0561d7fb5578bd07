"""From the registry of actions to bindings, words for keys, and the page of keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from textual.binding import Binding, BindingType

from qualcode.tui.actions import ACTIONS, PLACES, Action

_GLYPHS = {
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "page up",
    "pagedown": "page down",
}
_TYPING = ("codes",)
"""Panes in which letters and signs are typed and do nothing else."""

_INSIDE = {
    "transcript": ("transcript", "coding", "panes", "document", "app"),
    "codes": ("codes", "panes", "document", "app"),
    "here": ("coding", "panes", "document", "app"),
    "home": ("home", "app"),
    "quotes": ("quotes", "app"),
    "tables": ("tables", "app"),
}
"""Places whose keys work at the same time, seen from where the focus is."""


def shown(key: str) -> str:
    """A key as people write it: `?`, `page up`, `ctrl+p`, `F1`."""
    *before, last = key.split("+")
    name = _GLYPHS.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    return "+".join((*before, name))


def key_list(action: Action) -> list[str]:
    """The keys of an action as people write them."""
    if action.keys == tuple("123456789"):
        return ["1–9"]
    return [shown(key) for key in action.keys]


def keys_of(action: Action) -> str:
    """The keys of an action in one phrase."""
    return "  ".join(key_list(action))


def bindings_for(where: str, *, first: bool = False) -> list[BindingType]:
    """The bindings of one place, to be put on its screen or widget.

    With `first` they come before those of the widgets inside it.
    """
    found = _bindings(each for each in ACTIONS if each.where == where)
    return [replace(binding, priority=first) for binding in found]


def _bindings(actions: Iterable[Action]) -> Iterator[Binding]:
    for each in actions:
        if each.keys == tuple("123456789"):
            for key in each.keys:
                yield _binding(each, key, f"{each.run}({key})", f"{each.id}.{key}")
        else:
            yield _binding(each, ",".join(each.keys), each.run, each.id)


def _binding(action: Action, keys: str, run: str, name: str) -> Binding:
    return Binding(keys, run, action.label, tooltip=action.tooltip, id=name, show=bool(action.hint))


def clashes(actions: Iterable[Action] = ACTIONS) -> list[str]:
    """A sentence for each key that would mean two things in one place."""
    known = list(actions)
    found = []
    for pane, places in _INSIDE.items():
        owners: dict[str, list[str]] = defaultdict(list)
        for each in known:
            if each.where in places:
                for key in each.keys:
                    owners[key].append(each.id)
        found += [
            f"{shown(key)} means {' and '.join(ids)} in {pane}."
            for key, ids in owners.items()
            if len(ids) > 1
        ]
    return found


def by_place(places: Iterable[str] = PLACES) -> list[tuple[str, list[Action]]]:
    """Headings with their actions, empty ones left out."""
    grouped = [(PLACES[p], [each for each in ACTIONS if each.where == p]) for p in places]
    return [(heading, actions) for heading, actions in grouped if actions]


def hints_for(pane: str) -> list[tuple[str, str]]:
    """Keys and two or three words for each, for the line at the bottom, most useful first."""
    places = _INSIDE.get(pane, (pane, "app"))
    ordered = sorted(
        (each for each in ACTIONS if each.hint and each.where in places),
        key=lambda each: (each.where == "app", each.where not in ("coding", "codes")),
    )
    hints = [(key_list(each), each.hint) for each in ordered]
    if pane in _TYPING:
        hints = [
            ([key for key in keys if len(key) > 1 or key in "←→"], hint) for keys, hint in hints
        ]
    return [(keys[0], hint) for keys, hint in hints if keys]


def keys_page() -> str:
    """The text of `docs/keys.md`."""
    parts = [
        "# Keys\n\nThe same key means the same thing on every screen. `escape` goes back one step"
        " and never loses anything.\nThis page is made from the registry of actions.\n"
    ]
    for heading, actions in by_place():
        parts.append(f"\n## {heading}\n\n| keys | what it does | |\n| --- | --- | --- |\n")
        parts += [f"| {_cell(each)} | {each.label} | {each.tooltip} |\n" for each in actions]
    return "".join(parts)


def _cell(action: Action) -> str:
    return " ".join(f"`{key}`" for key in key_list(action))
