"""What is different between two versions of a codebook, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.domain import change_words
from qualcode.domain.codebook import Codebook
from qualcode.domain.codebook_facts import STATE, THERE, Facts, facts, things
from qualcode.domain.sibling_order import common, orders
from qualcode.sentences import Sentence

ENTRY = ("definition", "include", "exclude", "example", "cues")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs; None stands for nothing there."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became another: `what` is added, relabelled, redefined, moved, merged ...

    `kind` and `id` say what it is about: a code (no id: the top of the tree), a scale, a set, an
    extension, a theme, the codebook.
    """

    what: str
    kind: str
    id: str
    parts: tuple[Difference, ...] = ()

    @property
    def words(self) -> Sentence:
        """The change in one line."""
        name, parts = change_words.thing(self.kind, self.id), self.parts
        fields = [part.field for part in parts]
        if self.what == "relabelled":
            said = (
                change_words.label_change(_language(p), p.before or "", p.after or "")
                for p in parts
            )
            return change_words.relabelled(name, said)
        if self.what == "moved":
            return change_words.moved(name, parts[0].before, parts[0].after)
        if self.what == "merged":
            return change_words.merged(name, ", ".join(parts[0].after[1]))
        if self.what == "split":
            return change_words.split(name, parts[0].after[1])
        if self.what == "redefined":
            return change_words.redefined(name, fields)
        if self.what == "changed":
            return change_words.changed(name, fields)
        return change_words.done(self.what, name)


def _language(part: Difference) -> str:
    return part.field.partition(".")[2]


def diff(old: Codebook, new: Codebook) -> tuple[Change, ...]:
    """Everything that differs, in words; what was added and changed first, in the new order."""
    before, after = facts(old), facts(new)
    was, now = things(before), things(after)
    found = list(_whole(before, after))
    for (kind, name), said in now.items():
        if kind == "value":
            continue
        if (kind, name) not in was:
            found.append(Change("added", kind, name))
            continue
        parts = _parts(was[kind, name], said)
        if kind == "scale":
            parts += _values(name, was, now)
        found += _named(kind, name, parts)
    found += [
        Change("removed", kind, name)
        for kind, name in was
        if (kind, name) not in now and kind != "value"
    ]
    return (*found, *_orders(old, new))


def _whole(before: Facts, after: Facts) -> Iterator[Change]:
    said = [
        {key[2]: value for key, value in one.items() if key[0] == "codebook"}
        for one in (before, after)
    ]
    parts = _parts(*said)
    if parts:
        yield Change("changed", "codebook", "", tuple(parts))


def _parts(was: Mapping[str, Any], now: Mapping[str, Any]) -> list[Difference]:
    names = dict.fromkeys((*was, *now))
    return [
        Difference(name, was.get(name), now.get(name))
        for name in names
        if name != THERE and was.get(name) != now.get(name)
    ]


def _values(
    scale: str,
    was: Mapping[tuple[str, str], dict[str, Any]],
    now: Mapping[tuple[str, str], dict[str, Any]],
) -> list[Difference]:
    """What differs in the values that a scale has before and after."""
    return [
        Difference(f"{name.removeprefix(f'{scale}/')} {part.field}", part.before, part.after)
        for (kind, name), said in now.items()
        if kind == "value" and name.startswith(f"{scale}/") and (kind, name) in was
        for part in _parts(was[kind, name], said)
    ]


def _named(kind: str, name: str, parts: list[Difference]) -> Iterator[Change]:
    """The differences of one thing, gathered under the word for what was done to it."""
    grouped: dict[str, list[Difference]] = {}
    for part in parts:
        grouped.setdefault(_word(kind, part), []).append(part)
    for what, found in grouped.items():
        yield Change(what, kind, name, tuple(found))


def _word(kind: str, part: Difference) -> str:
    first = part.field.partition(".")[0]
    if kind != "code":
        return "changed"
    if first == "label":
        return "relabelled"
    if first in ENTRY:
        return "redefined"
    if first == "parent":
        return "moved"
    if first == STATE:
        return _fate(part.after)
    return "changed"


def _fate(state: tuple[bool, tuple[str, ...]]) -> str:
    retired, became = state
    if not retired:
        return "revived"
    return ("retired", "merged", "split")[min(len(became), 2)]


def _orders(old: Codebook, new: Codebook) -> Iterator[Change]:
    stayed = common(old, new)
    was = orders(old, stayed)
    for parent, now in orders(new, stayed).items():
        before = was.get(parent, ())
        if before != now:
            yield Change("reordered", "code", parent or "", (Difference("order", before, now),))
