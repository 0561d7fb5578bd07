"""How many of the passages each participant, role or case supplies."""

from __future__ import annotations

from qualcode.analysis import frames
from qualcode.analysis.attributes import in_order, label, spread, spread_out, title
from qualcode.analysis.basis import Basis
from qualcode.domain.material import UNKNOWN_PERSON
from qualcode.domain.table import CellValue, Column, Row, Table

MUCH = 20
"""Per cent of all passages from which one participant is said to carry much."""


def quotes_per_participant(basis: Basis) -> Table:
    """A row per participant with coded passages, their number, and their share in per cent.

    With the option `by` a row per role, case or whatever else it names.
    """
    name = basis.options.by
    over = spread(basis, name) if name is not None else None
    own = over.column if over else "informant"
    coded = frames.coded(basis.material, tuple({"segment", "case", own}))
    frame = spread_out(coded, over) if over else coded
    found = frames.groups(frame, ["informant" if name is None else "value"], ("segment", "case"))
    total = frames.passages(coded)
    keys = (
        _people(basis, {key for (key,) in found})
        if name is None
        else in_order([key for (key,) in found])
    )
    people = {person.id: person for person in basis.material.participants}
    rows = []
    for key in keys:
        group = found[key,]
        person = people.get(key)
        said = _who(basis, key) if name is None else label(basis, name, key)
        cells: dict[str, CellValue] = {
            "who": key,
            "role": person.role if person else None,
            "cases": basis.cell(key, "cases", group, "case"),
            "passages": basis.cell(key, "passages", group, "segment"),
            "share": round(100 * group.counts["segment"] / total, 1),
            "consent": person.consent if person else None,
        }
        rows.append(Row(key, said, cells))
    labels = basis.words.values() | {row.key: row.label for row in rows}
    return basis.table(_columns(basis, name), rows, _notes(basis, rows), labels)


def _people(basis: Basis, heard: set[str]) -> list[str]:
    """Participants in their order, then unknown persons by document."""
    known = [person.id for person in basis.material.participants if person.id in heard]
    return [*known, *sorted(heard - set(known), key=lambda one: _who(basis, one))]


def _who(basis: Basis, key: str) -> str:
    for person in basis.material.participants:
        if person.id == key:
            return person.name
    names = {document.id: document.name for document in basis.material.documents}
    document = key.removeprefix(UNKNOWN_PERSON)
    return basis.words.note("unknown-in", document=names.get(document, document))


def _columns(basis: Basis, name: str | None) -> list[Column]:
    words = basis.words
    columns = [
        Column("who", title(basis, name or "participant"), "value"),
        Column("role", words.column("role"), "text"),
        Column("cases", words.column("cases"), "count"),
        Column("passages", words.column("passages"), "count"),
        Column("share", words.column("share-passages"), "number"),
        Column("consent", words.column("consent"), "value"),
    ]
    return [one for one in columns if name is None or one.key not in ("role", "consent")]


def _notes(basis: Basis, rows: list[Row]) -> list[str]:
    words = basis.words
    notes = [words.note("signs"), words.note("shares")]
    much = [
        row.label
        for row in rows
        if basis.options.by is None and float(str(row.cells["share"])) > MUCH
    ]
    if much:
        notes.append(words.note("carries-much", share=str(MUCH), who="; ".join(much)))
    return notes
