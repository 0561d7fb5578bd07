"""The material: what lies behind each case, and how far it was read and coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from qualcode.analysis.basis import Basis
from qualcode.analysis.heard import informants_of_cases
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import DocumentRow
from qualcode.domain.reading import UnitRow
from qualcode.domain.table import CellValue, Column, Row, Table

NUMBERS = ("documents", "informants", "organisations", "roles", "words", "minutes")
PROGRESS = ("units", "read", "coded", "unread", "double_coded", "member_checked")
LISTED = 12
"""Documents that a note names before it says how many more there are."""


def material(basis: Basis) -> Table:
    """A row per case: its documents and people, languages, length, waves, and how far it is read.

    `units` are turns of informants; `read` those that somebody marked and nobody coded; `minutes`
    are of the recordings whose transcripts have times.
    """
    words = basis.words
    documents = _by_case(basis)
    people = informants_of_cases(basis.material)
    double = _double_coded(basis)
    rows = []
    for case in (*(case.id for case in basis.material.cases), ""):
        mine = documents.get(case, [])
        if not case and not mine:
            continue
        cells = _cells(basis, mine, people.get(case, frozenset()))
        cells["double_coded"] = sum(document.id in double for document in mine)
        rows.append(Row(case, basis.case_names[case], {"case": case, **cells}))
    columns = [
        Column("case", words.column("case"), "case"),
        *(Column(key, words.column(key), "number") for key in NUMBERS),
        *(Column(key, words.column(key), "text") for key in ("which_roles", "languages", "waves")),
        *(Column(key, words.column(key), "number") for key in PROGRESS),
    ]
    return basis.table(columns, rows, _notes(basis), basis.case_names)


def _by_case(basis: Basis) -> dict[str, list[DocumentRow]]:
    found: dict[str, list[DocumentRow]] = {}
    for document in basis.transcripts:
        found.setdefault(document.case_id or "", []).append(document)
    return found


def _cells(
    basis: Basis, documents: Sequence[DocumentRow], heard: frozenset[str]
) -> dict[str, CellValue]:
    reading = basis.reading
    people = [person for person in basis.material.participants if person.id in heard]
    roles = Counter(person.role for person in people if person.role)
    units = [unit for document in documents for unit in basis.units.get(document.id, ())]
    minutes = [reading.minutes[one.id] for one in documents if one.id in reading.minutes]
    return {
        "documents": len(documents),
        "informants": len(heard),
        "organisations": len({person.organisation_id for person in people} - {None}),
        "roles": len(roles),
        "words": sum(document.words for document in documents),
        "minutes": round(sum(minutes)) if minutes else None,
        "which_roles": "; ".join(f"{role} {roles[role]}" for role in sorted(roles)) or None,
        "languages": _told(document.language for document in documents),
        "waves": _told(document.wave for document in documents),
        **progress(units),
        "member_checked": len(heard & reading.replied),
    }


def progress(units: Sequence[UnitRow]) -> dict[str, CellValue]:
    """How many units there are, read only, coded and unread; the last three add up to the first."""
    coded = sum(unit.coded for unit in units)
    unread = sum(unit.unread for unit in units)
    return {
        "units": len(units),
        "read": len(units) - coded - unread,
        "coded": coded,
        "unread": unread,
    }


def _told(values: Iterable[str | None]) -> str | None:
    return "; ".join(sorted({value for value in values if value})) or None


def _double_coded(basis: Basis) -> set[str]:
    """Documents that two or more coders coded, or one coded and another marked as read."""
    found: dict[str, set[str]] = {}
    rows = CodedRows.of(basis.whole.codings)
    for document, coder in set(
        zip(rows.unsorted("document_id"), rows.unsorted("coder"), strict=True)
    ):
        found.setdefault(document, set()).add(coder)
    for unit in basis.reading.units:
        if unit.readers:
            found.setdefault(unit.document_id, set()).update(unit.readers)
    coded = set(rows.unsorted("document_id"))
    return {document for document, coders in found.items() if len(coders) > 1 and document in coded}


def _notes(basis: Basis) -> list[str]:
    words, reading = basis.words, basis.reading
    notes = [words.note("pseudonyms"), words.note("unknown-person"), words.note("units")]
    notes += unread_note(basis)
    timed = sum(document.id in reading.minutes for document in basis.transcripts)
    if timed < len(basis.transcripts):
        documents = words.count("document", len(basis.transcripts) - timed)
        notes.append(words.note("no-times", documents=documents))
    return [*notes, words.note("double-coded"), words.note("member-checked")]


def unread_note(basis: Basis) -> list[str]:
    """Which units nobody read or coded; that there are none, where there are none."""
    words = basis.words
    names = {document.id: document.name for document in basis.material.documents}
    left = {
        names[document]: ", ".join(turns)
        for document, units in basis.units.items()
        if document in names and (turns := [str(unit.n) for unit in units if unit.unread])
    }
    if not left:
        return [words.note("all-read")]
    count = sum(turns.count(",") + 1 for turns in left.values())
    told = [f"{name} ({turns})" for name, turns in list(left.items())[:LISTED]]
    if len(left) > LISTED:
        told.append(words.note("and-more", documents=words.count("document", len(left) - LISTED)))
    return [words.note("unread", units=words.count("unit", count), where="; ".join(told))]
