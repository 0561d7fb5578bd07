"""A codebook as single facts, so that two or three of them can be held beside one another.

A fact is what one field of one thing says: `("code", "agenda", "label.sv")` says `Gemensam agenda`.
Fields that hold a text per language (or anything else by key) make one fact per key. The version,
its note and the id of a codebook are not among the facts; neither is the order of codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from qualcode.domain.codebook import (
    Code,
    Codebook,
    CodeSet,
    Extension,
    Scale,
    ScaleValue,
    StartingTheme,
)

Key = tuple[str, str, str]
"""What a fact is about: the kind of thing, its id, the field; the empty field says it is there.

Kinds are code, scale, value (of a scale, with the id `scale/value`), set, extension, theme, and
codebook for what is said of the whole.
"""

Facts = dict[Key, Any]

THERE = ""
STATE = "state"
"""The field that says whether a code is retired and what it became, which go together."""

_KINDS: Mapping[str, type[Any]] = {
    "code": Code,
    "set": CodeSet,
    "extension": Extension,
    "theme": StartingTheme,
}
_BY_KEY = frozenset(
    {"label", "definition", "include", "exclude", "example", "cues", "anchor", "question", "note"}
    | {"anchors_by_code", "taken"}
)
_FIELDS: Mapping[type[Any], tuple[str, ...]] = {
    kind: tuple(
        field.name
        for field in fields(kind)
        if field.name not in ("id", "values", "retired", "became")
    )
    for kind in (*_KINDS.values(), Scale, ScaleValue)
}
"""The fields of each kind of thing that are facts one by one."""

_WHOLE = ("title", "description", "languages", "sources", "trap_words")


def facts(book: Codebook) -> Facts:
    """All facts of a codebook, in its order."""
    found: Facts = {}
    for name in _WHOLE:
        _put(found, ("codebook", ""), name, getattr(book, name))
    for scale in book.scales.values():
        _thing(found, ("scale", scale.id), scale)
        found["scale", scale.id, "values"] = tuple(value.id for value in scale.values)
        for value in scale.values:
            _thing(found, ("value", f"{scale.id}/{value.id}"), value)
    for kind, things in (("set", book.sets), ("extension", book.extensions)):
        for one in things.values():
            _thing(found, (kind, one.id), one)
    for theme in book.themes:
        _thing(found, ("theme", theme.id), theme)
    for code in book.codes:
        _thing(found, ("code", code.id), code)
        found["code", code.id, STATE] = (code.retired, code.became)
    return found


def _thing(found: Facts, about: tuple[str, str], thing: Any) -> None:
    kind, name = about
    found[kind, name, THERE] = True
    for field in _FIELDS[type(thing)]:
        value = getattr(thing, field)
        # texts by language are most of what there is, and most of them are dicts
        if isinstance(value, dict | Mapping):
            for key, part in value.items():
                found[kind, name, f"{field}.{key}"] = part
        else:
            found[kind, name, field] = value


def _put(found: Facts, about: tuple[str, str], name: str, value: Any) -> None:
    if isinstance(value, Mapping):
        found.update({(*about, f"{name}.{key}"): part for key, part in value.items()})
    else:
        found[*about, name] = value


def things(found: Facts) -> dict[tuple[str, str], dict[str, Any]]:
    """The facts of each thing by field, without those of the codebook as a whole."""
    grouped: dict[tuple[str, str], dict[str, Any]] = {}
    for (kind, name, field), value in found.items():
        if kind != "codebook":
            grouped.setdefault((kind, name), {})[field] = value
    return grouped


def rebuilt(book: Codebook, found: Facts, order: list[str]) -> Codebook:
    """The codebook that these facts say, with the id, version and note of `book`.

    `order` names all its codes. Facts about values that their scale does not list are left out.
    """
    grouped = things(found)
    made: dict[str, dict[str, Any]] = {kind: {} for kind in _KINDS}
    scales: dict[str, Scale] = {}
    for (kind, name), said in grouped.items():
        if not said.get(THERE):
            continue
        if kind in _KINDS:
            made[kind][name] = _made(_KINDS[kind], name, said)
        elif kind == "scale":
            values = tuple(
                _made(ScaleValue, one, grouped["value", f"{name}/{one}"]) for one in said["values"]
            )
            scales[name] = _made(Scale, name, {**said, "values": values})
    whole = {field: part for (kind, _, field), part in found.items() if kind == "codebook"}
    return replace(
        book,
        codes=tuple(made["code"][name] for name in order),
        scales=scales,
        sets=made["set"],
        extensions=made["extension"],
        themes=tuple(made["theme"].values()),
        **{name: _gathered(whole).get(name, {}) for name in _WHOLE},
    )


def _made(kind: type[Any], name: str, said: Mapping[str, Any]) -> Any:
    parts = _gathered(said)
    parts.pop(THERE, None)
    if STATE in parts:
        parts["retired"], parts["became"] = parts.pop(STATE)
    for field in fields(kind):
        if field.name in _BY_KEY:
            parts.setdefault(field.name, {})
    return kind(id=name, **parts)


def _gathered(said: Mapping[str, Any]) -> dict[str, Any]:
    """Fields by name, those with keys as mappings again."""
    parts: dict[str, Any] = {}
    for field, value in said.items():
        name, dot, key = field.partition(".")
        if dot:
            parts.setdefault(name, {})[key] = value
        else:
            parts[name] = value
    return parts
