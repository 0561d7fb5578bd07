"""Cases in the order of an attribute or of a rating, so that what goes with more of it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.domain.material import Material
from qualcode.domain.rating import Rating, settled
from qualcode.domain.table import Table
from qualcode.errors import NotFound, nearest
from qualcode.sentences import sentence

NAMED = 12
"""Cases whose values stand in a caption; of more it names only what they are ordered by."""

PLACES = {"title": "{title}", "label": "{label}", "values": "{values}"}
"""Keeps the places of the caption's words open until the table is there."""


@dataclass(frozen=True, slots=True)
class Ordering:
    """What cases are ordered by: its name, the value of each case in words, and the order."""

    label: str
    values: Mapping[str, str]
    cases: tuple[str, ...]


def ordering(material: Material, order: str | None, language: str = "en") -> Ordering | None:
    """The order of the cases; None where none is asked for.

    An attribute orders from low to high, a code from the highest rating to the lowest, ties by
    name, cases without a value last; `-` before it turns the order round. Raises NotFound with
    the nearest names.
    """
    if not order:
        return None
    turned, name = order.startswith("-"), order.removeprefix("-")
    attributes = sorted({key for case in material.cases for key in case.attributes})
    if name in attributes:
        found = {
            case.id: case.attributes[name]
            for case in material.cases
            if case.attributes.get(name) is not None
        }
        return _ordered(material, name, found, turned=turned)
    if name in material.codebook.by_id:
        label = material.codebook.by_id[name].name(language)
        return _ordered(material, label, _rated(material, name), turned=not turned)
    known = [*attributes, *(code.id for code in material.codebook.conditions)]
    raise NotFound(
        sentence("Cases have no attribute '{name}', and no code is called that.", name=name),
        nearest(name, known) or sentence("Known: {names}.", names=", ".join(known)),
    )


def _rated(material: Material, code: str) -> dict[str, object]:
    """The settled rating of each case that has one, over no period or the last one rated."""
    places: dict[str, dict[str | None, list[Rating]]] = {}
    for one in material.charted.ratings if material.charted else ():
        if one.code == code:
            places.setdefault(one.case_id, {}).setdefault(one.period, []).append(one)
    found: dict[str, object] = {}
    for case, periods in places.items():
        for period in (*material.periods, None):
            rating = settled(periods.get(period, ()))
            if rating is not None and rating.value is not None:
                found[case] = rating.value
    return found


def _ordered(
    material: Material, label: str, found: Mapping[str, object], *, turned: bool
) -> Ordering:
    names = {case.id: case.name for case in material.cases}
    by_name = sorted(names, key=lambda case: (names[case].casefold(), case))
    there = [case for case in by_name if case in found]
    there.sort(key=lambda case: _rank(found[case]), reverse=turned)
    missing = [case for case in by_name if case not in found]
    shown = {case: str(value) for case, value in found.items()}
    return Ordering(label, shown, (*there, *missing))


def _rank(value: object) -> tuple[int, float, str]:
    """Numbers before words, so that attributes of mixed types have an order too."""
    if isinstance(value, int | float):
        return 0, float(value), ""
    return 1, 0.0, str(value).casefold()


def captioned(table: Table, found: Ordering | None, names: Mapping[str, str], words: str) -> Table:
    """The table whose title says what it is ordered by and with which value of each case.

    `words` has the places `{title}`, `{label}` and `{values}`.
    """
    if found is None:
        return table
    shown = [f"{names[case]} {found.values.get(case, '–')}" for case in found.cases]
    values = f" ({', '.join(shown)})" if len(shown) <= NAMED else ""
    title = words.format(title=table.title, label=found.label, values=values)
    return replace(table, title=title)


def in_order(cases: Sequence[str], found: Ordering | None) -> tuple[str, ...]:
    """The cases in that order; an empty one (no case) stays last."""
    if found is None:
        return tuple(cases)
    places = {case: at for at, case in enumerate(found.cases)}
    return tuple(sorted(cases, key=lambda case: places.get(case, len(places))))
