"""Who says what: informants by role, against those who were asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.analysis import frames
from qualcode.analysis.asking import Asking
from qualcode.analysis.attributes import OF_PERSON, in_order, label, spread
from qualcode.analysis.basis import Basis
from qualcode.analysis.conditions import shown_conditions
from qualcode.analysis.frames import NOTHING, Group
from qualcode.analysis.heard import documents_of
from qualcode.domain.codebook import Code
from qualcode.domain.table import DENIED, NOT_ASKED, NOTHING_SAID, CellValue, Column, Row, Table
from qualcode.errors import NotFound, nearest
from qualcode.sentences import sentence

FEW = 3
"""Informants below which a group is not shown alone."""
TOGETHER = "together:"
"""The key of the row in which small groups stand together."""
NO_ROW = "left-out:"
SIDES = ("helps", "hinders", "mixed")
USUAL = "role"

Groups = Mapping[tuple[str, ...], Group]


@dataclass(frozen=True, slots=True)
class People:
    """Informants by row, how many groups are too small for one, and how many are in no row."""

    rows: Mapping[str, frozenset[str]]
    small: int
    left_out: int

    def row_of(self, who: str) -> str:
        """The row that an informant is in, or a key that no row has."""
        return next((row for row, people in self.rows.items() if who in people), NO_ROW)


def voices(basis: Basis) -> Table:
    """A row per role (or other attribute of people); per condition informants, in all and by side.

    `ID.asked` are the informants of the row who were asked about the condition or speak of it,
    `ID` those who speak of it, `ID.helps` and so on those who say that. Rows of fewer than three
    informants are put together, and left out where they are fewer than three even so.
    """
    name = basis.options.by or USUAL
    if name not in OF_PERSON:
        raise NotFound(
            sentence("'{name}' is no attribute of people.", name=name),
            nearest(name, OF_PERSON) or sentence("Known: {names}.", names=", ".join(OF_PERSON)),
        )
    people, shown = _people(basis, name), shown_conditions(basis)
    frame = frames.coded(basis.material, ("informant", "segment", "code", "valence", "standing"))
    rolled = frames.within(frames.rolled(frame, basis.codebook), "at", [code.id for code in shown])
    told = frames.without(rolled, "standing", [DENIED])
    row_of = {who: people.row_of(who) for who in told["informant"].cat.categories}
    told = told.assign(row=frames.category([row_of[who] for who in told["informant"]]))
    said = frames.groups(told, ["row", "at"], ("informant",))
    sides = frames.groups(told, ["row", "at", "valence"], ("informant",))
    invited = _invited(basis, shown) | set(zip(told["informant"], told["at"], strict=True))
    rows = []
    for key, members in people.rows.items():
        cells: dict[str, CellValue] = {"group": key, "informants": len(members)}
        for code in shown:
            asked = sum((who, code.id) in invited for who in members)
            cells[f"{code.id}.asked"] = asked
            cells |= _of_condition(basis, (key, code.id), (said, sides), asked)
        rows.append(Row(key, _label(basis, name, key), cells))
    notes = _notes(basis, people)
    notes += basis.passages_note("denied-apart", frames.within(rolled, "standing", [DENIED]))
    columns = _columns(basis, name, shown)
    return basis.table(columns, rows, notes, {row.key: row.label for row in rows})


def _of_condition(
    basis: Basis, place: tuple[str, str], found: tuple[Groups, Groups], asked: int
) -> dict[str, CellValue]:
    (row, code), (said, sides) = place, found
    empty = NOTHING_SAID if asked else NOT_ASKED
    cells: dict[str, CellValue] = {
        code: basis.cell(row, code, said.get(place, NOTHING), "informant", empty)
    }
    for side in SIDES:
        group = sides.get((*place, side), NOTHING)
        cells[f"{code}.{side}"] = basis.cell(row, f"{code}.{side}", group, "informant", empty)
    return cells


def _people(basis: Basis, name: str) -> People:
    """The informants who were heard, by their value; small groups together or left out."""
    values = spread(basis, name).values or {}
    groups: dict[str, set[str]] = {}
    for who in documents_of(basis.material):
        value = next(iter(values.get(who, ())), "")
        groups.setdefault(value, set()).add(who)
    small = [value for value, people in groups.items() if len(people) < FEW]
    together = frozenset(who for value in small for who in groups.pop(value))
    rows = {value: frozenset(groups[value]) for value in in_order(list(groups))}
    if len(together) >= FEW:
        rows[TOGETHER] = together
    left_out = 0 if TOGETHER in rows else len(together)
    return People(rows, len(small), left_out)


def _invited(basis: Basis, shown: tuple[Code, ...]) -> set[tuple[str, str]]:
    """Informants and conditions: some document of theirs asks about it, or may have."""
    speakers: dict[str, list[str]] = {}
    for who, documents in documents_of(basis.material).items():
        for document in documents:
            speakers.setdefault(document, []).append(who)
    asking = Asking(basis.material, speakers)
    return {
        (who, code.id)
        for who in {who for some in speakers.values() for who in some}
        for code in shown
        if asking.empty(who, code.id) == NOTHING_SAID
    }


def _label(basis: Basis, name: str, key: str) -> str:
    return basis.words.value("small-groups") if key == TOGETHER else label(basis, name, key)


def _columns(basis: Basis, name: str, shown: tuple[Code, ...]) -> list[Column]:
    words = basis.words
    columns = [
        Column("group", words.column(name), "value"),
        Column("informants", words.column("informants"), "number"),
    ]
    for code in shown:
        condition = basis.code_names[code.id]
        columns.append(
            Column(f"{code.id}.asked", words.column("of-asked", label=condition), "number")
        )
        columns.append(Column(code.id, condition, "count"))
        for side in SIDES:
            label = words.column("of-side", label=condition, side=words.value(side))
            columns.append(Column(f"{code.id}.{side}", label, "count"))
    return columns


def _notes(basis: Basis, people: People) -> list[str]:
    words = basis.words
    notes = [words.note(key) for key in ("signs", "voices", "asked", "no-survey")]
    if people.small:
        notes.append(words.note("few", few=str(FEW), groups=words.count("group", people.small)))
    if people.left_out:
        informants = words.count("informant", people.left_out)
        notes.append(words.note("few-left-out", informants=informants))
    return notes
