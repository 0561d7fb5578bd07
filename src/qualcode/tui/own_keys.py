"""The reader's own keys: a small file, checked before any of it is used.

    [keys]
    "code.memo" = "n"
    "go.uncoded" = ["m", "ctrl+n"]

The terminal library ignores what it does not understand, so everything is checked here, and what
cannot be used is said. Whatever the file does not speak of, or gets wrong, keeps its own key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from qualcode.tui.actions import ACTIONS, Action
from qualcode.tui.key_names import NOT_TOLD_APART, is_typed, key_named, shown
from qualcode.tui.keymap import DIGITS, NO_KEY, TYPING, Clash, clashing
from qualcode.tui.words import _

FILE = "keys.toml"
NEAR = 0.75
"""How alike a name has to be to one of ours to be taken for a slip of it, up to 1."""


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """Keys by the id of their action, as the library names them, and what could not be used."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions with the keys in force."""
        return tuple(replace(a, keys=self.keys[a.id]) if a.id in self.keys else a for a in ACTIONS)

    def bindings(self) -> dict[str, str]:
        """Keys by the id of their binding, for the library."""
        found = {}
        for action, keys in self.keys.items():
            if len(keys) == len(DIGITS) and _takes_nine(action):
                found.update({f"{action}.{n}": key for n, key in zip(DIGITS, keys, strict=True)})
            else:
                found[action] = ",".join(keys) or NO_KEY
        return found


def keys_file() -> Path:
    """Where the reader's own keys are looked for."""
    from platformdirs import user_config_path

    return user_config_path("qualcode", appauthor=False) / FILE


def read_own_keys(path: Path) -> OwnKeys:
    """The keys that a file asks for; none where there is no file."""
    try:
        text = path.read_text("utf-8-sig")
        content = tomllib.loads(text)
    except FileNotFoundError:
        return OwnKeys()
    except OSError as error:
        return OwnKeys(problems=(_("It cannot be read: {reason}.", reason=error.strerror),))
    except UnicodeDecodeError:
        return OwnKeys(problems=(_("It is not in UTF-8."),))
    except tomllib.TOMLDecodeError as error:
        hint = _('Names are written in quotes: "code.memo" = "n".')
        wrong = _("It is not TOML: {reason}.", reason=error)
        return OwnKeys(problems=(f"{wrong} {hint}",))
    table = content.pop("keys", {})
    if not isinstance(table, dict):
        return OwnKeys(problems=(_("keys is no table: begin it with [keys]."),))
    strange = [_("[{name}] means nothing; keys stand under [keys].", name=each) for each in content]
    checked = check(table, _lines(text))
    return replace(checked, problems=(*strange, *checked.problems))


def check(table: Mapping[str, Any], lines: Mapping[str, int] | None = None) -> OwnKeys:
    """The keys of a table that can be used, and a sentence for each thing that cannot.

    `lines` says in which line of the file an action stands; what is wrong with it begins with that.
    """
    problems: list[str] = []

    def say(name: str, problem: str) -> None:
        line = (lines or {}).get(name)
        where = _("Line {n}", n=line) + ": " if line else ""
        problems.append(f"{where}{problem}")

    keys: dict[str, tuple[str, ...]] = {}
    known = {each.id: each for each in ACTIONS}
    for name, value in _flat(table):
        if name not in known:
            near = get_close_matches(name, known, 1, NEAR)
            more = [_("Did you mean {name}?", name=near[0])] if near else []
            say(name, " ".join([_("There is no action {name}.", name=name), *more]))
            continue
        asked = [value] if isinstance(value, str) else value
        if not isinstance(asked, list) or not all(isinstance(each, str) for each in asked):
            say(name, _("{name}: a key, or a list of keys, stands in quotes.", name=name))
            continue
        taken, wrong = _keys(known[name], [each for each in asked if each.strip()])
        for each in wrong:
            say(name, each)
        if taken is not None:
            keys[name] = taken
    return _without_clashes(keys, problems, say)


def _lines(text: str) -> dict[str, int]:
    """The number of the line that each name begins, dots without quotes among them."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name = line.partition("=")[0].strip()
        found.setdefault(name.strip("\"'").replace(" ", ""), number)
    return found


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Names with their values; dots without quotes make tables within tables."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _keys(action: Action, asked: Iterable[str]) -> tuple[tuple[str, ...] | None, list[str]]:
    """The keys by the library's names, or None with what is wrong with them."""
    taken: list[str] = []
    wrong: list[str] = []
    name = action.id
    for words in asked:
        key = key_named(words)
        if key is None:
            wrong.append(_("{name}: there is no key '{key}'.", name=name, key=words[:20]))
        elif key in NOT_TOLD_APART:
            other = shown(NOT_TOLD_APART[key])
            said = _("{name}: terminals take {key} for {other}.", name=name, key=key, other=other)
            wrong.append(said)
        elif action.where in TYPING and is_typed(key):
            said = _(
                "{name}: {key} is typed there, so it cannot do anything.", name=name, key=shown(key)
            )
            wrong.append(said)
        elif key not in taken:
            taken.append(key)
    if _takes_nine(name) and len(taken) != len(DIGITS) and not wrong:
        wrong.append(_("{name} takes nine keys.", name=name))
    return (None if wrong else tuple(taken)), wrong


def _takes_nine(action: str) -> bool:
    return any(each.id == action and each.keys == DIGITS for each in ACTIONS)


def _without_clashes(
    keys: dict[str, tuple[str, ...]], problems: list[str], say: Callable[[str, str], None]
) -> OwnKeys:
    """Leave out the keys that would mean two things; the actions' own ones never do."""
    while found := _first_clash(keys):
        clash, mine = found
        for name in mine:
            del keys[name]
        left_out = _("Left out: {names}.", names=", ".join(mine))
        say(mine[0], f"{clash} {left_out}")
    return OwnKeys(keys, tuple(problems))


def _first_clash(keys: Mapping[str, tuple[str, ...]]) -> tuple[Clash, list[str]] | None:
    for clash in clashing(OwnKeys(keys).actions):
        mine = [name for name in clash.actions if name in keys]
        if mine:
            return clash, mine
    return None
