"""From the registry of actions to bindings, words for keys, and the page of keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from textual.app import App
from textual.binding import Binding, BindingType

from qualcode.tui.actions import ACTIONS, PLACES, Action
from qualcode.tui.key_names import shown
from qualcode.tui.words import _, marked

DIGITS = tuple("123456789")
TYPING = ("codes", "writing", "entry")
"""Places in which letters and signs are typed and do nothing else."""

NO_KEY = "no_key"
"""A key that no keyboard has: the library takes an empty one for a slip and keeps the default."""

_INSIDE = {
    "transcript": ("transcript", "coding", "panes", "ways", "finding", "document", "app"),
    "codes": ("codes", "panes", "ways", "finding", "document", "app"),
    "here": ("here", "coding", "panes", "ways", "finding", "document", "app"),
    "home": ("home", "app"),
    "quotes": ("quotes", "app"),
    "tables": ("tables", "app"),
    "themes": ("themes", "app"),
    "charting": ("charting", "app"),
    "findings": ("findings", "app"),
    "curation": ("curation",),
    "trimming": ("trimming",),
    "labels": ("labels",),
    "codebook": ("codebook", "app"),
    "worklist": ("worklist",),
    "rereading": ("rereading",),
    "sharing": ("sharing",),
    "scale": ("scale",),
    "entry": ("entry",),
    "history": ("history",),
    "memos": ("memos",),
    "writing": ("writing",),
}
"""Places whose keys work at the same time, seen from where the focus is."""

PANES = {
    "transcript": marked("The transcript"),
    "codes": marked("Codes"),
    "here": marked("Coded here"),
}
"""What the panes of the coding screen are called; the other places go by their headings."""

_FIRST = ("here",)
"""Places whose keys come before the same ones of the places that they lie in."""


def key_list(action: Action) -> list[str]:
    """The keys of an action as people write them."""
    if action.keys == DIGITS:
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
        if each.keys == DIGITS:
            for key in each.keys:
                yield _binding(each, key, f"{each.run}({key})", f"{each.id}.{key}")
        else:
            yield _binding(each, ",".join(each.keys) or NO_KEY, each.run, each.id)


def _binding(action: Action, keys: str, run: str, name: str) -> Binding:
    return Binding(keys, run, action.label, tooltip=action.tooltip, id=name, show=bool(action.hint))


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that means several things while a pane has the keys."""

    pane: str
    key: str
    actions: tuple[str, ...]

    def __str__(self) -> str:
        first, *others = self.actions
        pane = _(PANES.get(self.pane) or PLACES[self.pane])
        named = {"key": shown(self.key), "one": first, "pane": pane}
        return _("{key} means {one} and {others} ({pane}).", others=", ".join(others), **named)


def clashing(actions: Iterable[Action] = ACTIONS) -> Iterator[Clash]:
    """Each key that would mean two things in one place."""
    known = list(actions)
    for pane, places in _INSIDE.items():
        owners: dict[str, list[str]] = defaultdict(list)
        first = _keys_first(pane, known)
        for each in known:
            if each.where in places:
                for key in each.keys:
                    if each.where == pane or key not in first:
                        owners[key].append(each.id)
        yield from (Clash(pane, key, tuple(ids)) for key, ids in owners.items() if len(ids) > 1)


def _keys_first(pane: str, actions: Iterable[Action]) -> set[str]:
    """The keys of a pane that mean something else in what it lies in."""
    return {key for each in actions if each.where == pane in _FIRST for key in each.keys}


def clashes(actions: Iterable[Action] = ACTIONS) -> list[str]:
    """A sentence for each key that would mean two things in one place."""
    return [str(clash) for clash in clashing(actions)]


def actions_of(app: App[Any]) -> tuple[Action, ...]:
    """All actions with the keys that are in force in a program."""
    return getattr(app, "actions", ACTIONS)


def in_words(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions with their words in the language of the screens."""
    return tuple(
        replace(each, label=_(each.label), tooltip=_(each.tooltip), hint=_(each.hint))
        for each in actions
    )


def by_place(
    places: Iterable[str] = PLACES, actions: Iterable[Action] = ACTIONS
) -> list[tuple[str, list[Action]]]:
    """English headings with their actions, empty ones left out."""
    known = list(actions)
    grouped = [(PLACES[p], [each for each in known if each.where == p]) for p in places]
    return [(heading, actions) for heading, actions in grouped if actions]


def hints_for(pane: str, actions: Iterable[Action] = ACTIONS) -> list[tuple[str, str]]:
    """Keys and two or three words for each, for the line at the bottom, most useful first."""
    places, known = _INSIDE.get(pane, (pane, "app")), list(actions)
    ordered = sorted(
        (each for each in known if each.hint and each.where in places),
        key=lambda each: (each.where == "app", each.where not in ("here", "coding", "codes")),
    )
    first = _keys_first(pane, known)
    hints = [
        (key_list(each), each.hint)
        for each in sorted(ordered, key=lambda each: each.where != pane in _FIRST)
        if each.where == pane or not first.intersection(each.keys)
    ]
    if pane in TYPING:
        hints = [
            ([key for key in keys if len(key) > 1 or key in "←→"], hint) for keys, hint in hints
        ]
    return [(keys[0], hint) for keys, hint in hints if keys]


_PAGE = """# Keys

The same key means the same thing on every screen. `escape` goes back one step and never loses
anything. This page is made from the registry of actions.

## Your own keys

Write the keys that you want into a file `keys.toml`, by the names in the last column:

```toml
[keys]
"code.memo" = "n"
"go.uncoded" = ["m", "ctrl+n"]
"app.theme" = []
```

An action has one key, several, or none; what the file does not name keeps its key. The file lies in
`~/.config/qualcode` on Linux, `~/Library/Application Support/qualcode` on macOS and
`%LOCALAPPDATA%\\qualcode` on Windows; the card of all keys (`?`) names the place. It is read when
the program starts. A name that is no action, a key that is none, and a key that would mean two
things in one place are named in a message, and the key of the program stays. What has no key is
found by its name: `ctrl+p`.

## The language of the screens

The screens speak English, Swedish, Danish and Norwegian. They begin in the language of your system;
`ctrl+p` and `language` lets you choose another, at once and for the next times. Labels of codes
follow your choice too. The choice is the line `language = "sv"` (`en`, `sv`, `da`, `nb`) in a file
`screens.toml` beside `keys.toml`; the variable `QUALCODE_LANGUAGE` comes before it. Commands,
their messages and these pages are in English. In `keys.toml` the keys may be written as the card
of all keys shows them.
"""


def keys_page() -> str:
    """The text of `docs/keys.md`."""
    parts = [_PAGE]
    for heading, actions in by_place():
        parts.append(
            f"\n## {heading}\n\n| keys | what it does | | name |\n| --- | --- | --- | --- |\n"
        )
        parts += [
            f"| {_cell(each)} | {each.label} | {each.tooltip} | `{each.id}` |\n" for each in actions
        ]
    return "".join(parts)


def _cell(action: Action) -> str:
    return " ".join(f"`{key}`" for key in key_list(action))
