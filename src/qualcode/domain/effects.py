"""What a step from one version of a codebook to another asks of the codings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qualcode.domain.codebook import Code, Codebook, Labels, ScaleValue

MEANING = ("definition", "include", "exclude")
"""Fields that say what belongs to a code: when they change, its codings are read again."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A value of a scale that now has another id or number, or none (`new` is None)."""

    scale: str
    old: ScaleValue
    new: ScaleValue | None


@dataclass(frozen=True, slots=True)
class Effects:
    """What a revision asks of codings: to go to another code, to be read again, to be revalued.

    `moved` is by code, `reread` gives for each code why.
    """

    moved: Mapping[str, str] = field(default_factory=dict)
    reread: Mapping[str, str] = field(default_factory=dict)
    shifts: tuple[Shift, ...] = ()


def effects(
    old: Codebook, new: Codebook, mapped: Mapping[str, Mapping[str, str]] | None = None
) -> Effects:
    """What the step from one version to another asks, as far as the two versions say it.

    `mapped` says per scale what values turn into whose id is gone.
    """
    merged: dict[str, str] = {}
    reread: dict[str, str] = {}
    for code in new.codes:
        was = old.by_id.get(code.id)
        if was is None:
            continue
        if code.retired and code.became and code.became != was.became:
            if len(code.became) == 1:
                merged[code.id] = code.became[0]
            else:
                reread[code.id] = "split"
        elif other_meaning(was, code):
            reread[code.id] = "redefined"
    moved = {code: into for code in merged if (into := _end(merged, code)) in new.by_id}
    return Effects(moved, reread, tuple(_shifts(old, new, mapped or {})))


def _end(merged: Mapping[str, str], code: str) -> str:
    """Where a chain of merges ends."""
    seen = [code]
    while seen[-1] in merged and merged[seen[-1]] not in seen:
        seen.append(merged[seen[-1]])
    return seen[-1]


def other_meaning(was: Code, now: Code) -> bool:
    """Whether what belongs to the code is said differently; a translation added changes nothing."""
    return any(_differs(getattr(was, name), getattr(now, name)) for name in MEANING)


def _differs(was: Labels, now: Labels) -> bool:
    if not was:
        return bool(now)
    return any(text.split() != now.get(language, "").split() for language, text in was.items())


def _shifts(
    old: Codebook, new: Codebook, mapped: Mapping[str, Mapping[str, str]]
) -> Iterator[Shift]:
    for name, scale in old.scales.items():
        values = {one.id: one for one in new.scales[name].values} if name in new.scales else {}
        for value in scale.values:
            now = values.get(value.id) or values.get(mapped.get(name, {}).get(value.id, ""))
            if now is None or (now.id, now.value) != (value.id, value.value):
                yield Shift(name, value, now)
