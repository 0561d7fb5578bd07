"""Which units were read and coded, and by whom, read from the project file."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import Material
from qualcode.domain.reading import Reading, UnitRow
from qualcode.storage import member_checks, progress, project, searched
from qualcode.storage.store import Store

Place = tuple[str, int | None]
"""A document and the number of a turn in it."""


def reading(store: Store, found: Material) -> Reading:
    """How far the project has been read, in one view; `found` is all that is coded in it."""
    with store.reading():
        replies = member_checks.replies(store)
        return Reading(
            units=_units(store, _coded(store, found)),
            minutes=_minutes(store),
            dates=dates(store),
            replied=frozenset(one.participant_id for one in replies if one.participant_id),
            stance=str(project.settings(store)["stance"]),
        )


def dates(store: Store) -> dict[str, str]:
    """The dates of the documents that have one, ISO, by id."""
    return dict(store.rows("SELECT id, date FROM documents WHERE deleted = 0 AND date IS NOT NULL"))


def _units(store: Store, coders: dict[Place, tuple[str, ...]]) -> tuple[UnitRow, ...]:
    readers, nobody = _read(store), ()
    documents, numbers, starts, ends = store.columns(
        "SELECT d.id, t.n, t.start, t.stop FROM documents d"
        f" JOIN turns t ON t.version_id = d.version_id WHERE {progress.OF_INFORMANTS}"
        " ORDER BY d.name, d.id, t.n"
    )
    places = list(zip(documents, numbers, strict=True))
    coded_by = [coders.get(place, nobody) for place in places]
    read_by = [readers.get(place, nobody) for place in places]
    columns = (documents, numbers, starts, ends, coded_by, read_by)
    return tuple(map(UnitRow._make, zip(*columns, strict=True)))


def _coded(store: Store, found: Material) -> dict[Place, tuple[str, ...]]:
    """Who coded something in a turn, by name."""
    coders: dict[Place, tuple[str, ...]] = {}
    for place, coder in _touched(store, found):
        known = coders.get(place)
        if known is None:
            coders[place] = (coder,)
        elif coder not in known:
            coders[place] = tuple(sorted((*known, coder)))
    return coders


def _touched(store: Store, found: Material) -> Iterator[tuple[Place, str]]:
    """The turns that codings and degrees begin in or reach, each with the coder."""
    rows = CodedRows.of(found.codings)
    begun = zip(rows.unsorted("document_id"), rows.unsorted("turn"), strict=True)
    yield from zip(begun, rows.unsorted("coder"), strict=True)
    for degree in found.degrees:
        yield (degree.document_id, degree.turn), degree.coder
    long = searched.long_segments(store)
    if long:
        for row in found.said:
            first, last = long.get(row.segment, (0, 0))
            for turn in range(first + 1, last + 1):
                yield (row.document_id, turn), row.coder


def _read(store: Store) -> dict[Place, tuple[str, ...]]:
    """Who marked a turn as read, by name."""
    found: dict[Place, tuple[str, ...]] = {}
    for document, turn, name in store.rows(
        "SELECT d.id, u.turn, p.name FROM documents d JOIN units u ON u.version_id = d.version_id"
        " JOIN coders p ON p.id = u.coder_id WHERE d.deleted = 0 AND u.deleted = 0 ORDER BY p.name"
    ):
        found[document, turn] = (*found.get((document, turn), ()), name)
    return found


def _minutes(store: Store) -> dict[str, float]:
    """Length of each recording: the last time that its transcript tells."""
    found = store.rows(
        "SELECT d.id, max(coalesce(t.time_end, t.time_start)) FROM documents d"
        " JOIN turns t ON t.version_id = d.version_id WHERE d.deleted = 0"
        " AND coalesce(t.time_end, t.time_start) IS NOT NULL GROUP BY d.id"
    )
    return {document: seconds / 60 for document, seconds in found}
