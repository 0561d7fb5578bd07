"""How cases develop: ratings and degrees from period to period, with setbacks and events."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.analysis.basis import Basis
from qualcode.analysis.ordering import PLACES, captioned, in_order, ordering
from qualcode.analysis.ratings import STALE_SIGN
from qualcode.domain.development import (
    DEGREE,
    CaseDevelopment,
    Course,
    Step,
    case_development,
)
from qualcode.domain.evidence import evidence_key
from qualcode.domain.rating import NOT_ENOUGH, SETBACK
from qualcode.domain.showing import decimal
from qualcode.domain.table import NOT_ENOUGH as NOT_ENOUGH_KIND
from qualcode.domain.table import NOTHING_SAID, UNRATED, CellValue, Column, Counted, Row, Table

FELL = "▼"
"""Stands after a value that is lower than the one before it, in every language."""

EVENTS = "events"
"""The row of a case that holds what the analyst entered."""


def development(basis: Basis) -> Table:
    """Per case a row for each code that is rated in some period, one for the median degree and
    one for events; a column per period of the project.
    """
    order = ordering(basis.material, basis.options.order, basis.words.language)
    cases = in_order([case.id for case in basis.material.cases], order)
    found = [case_development(basis.material, case) for case in cases]
    rows = [row for one in found for row in _rows(basis, one)]
    words = basis.words
    known = words.values()
    columns = [
        Column("case", words.column("case"), "case"),
        Column("measure", words.column("measure"), "value"),
        *(Column(one, known.get(one, one), "text") for one in basis.material.periods),
    ]
    labels = {
        **basis.case_names,
        **basis.code_names,
        DEGREE: words.column("median-degree"),
        EVENTS: words.column("events"),
    }
    table = basis.table(columns, rows, _notes(basis, found), labels)
    return captioned(table, order, basis.case_names, words.note("ordered-by", **PLACES))


def _rows(basis: Basis, one: CaseDevelopment) -> list[Row]:
    heading = basis.case_names[one.case_id]
    rows = []
    for course in one.courses:
        if course.measure not in basis.codes and course.measure != DEGREE:
            continue
        cells: dict[str, CellValue] = {"case": one.case_id, "measure": course.measure}
        key = f"{one.case_id}:{course.measure}"
        for step in course.steps:
            cells[step.period] = _cell(basis, key, course, step)
        rows.append(Row(key, _label(basis, course.measure), cells, heading))
    if one.events:
        cells = {"case": one.case_id, "measure": EVENTS}
        for period in basis.material.periods:
            told = [_told(basis, e.kind, e.text) for e in one.events if e.period == period]
            cells[period] = "; ".join(told) or None
        rows.append(Row(f"{one.case_id}:{EVENTS}", basis.words.column("events"), cells, heading))
    return rows


def _label(basis: Basis, measure: str) -> str:
    if measure == DEGREE:
        return basis.words.column("median-degree")
    return basis.code_names[measure]


def _told(basis: Basis, kind: str, text: str) -> str:
    return f"{FELL} {text}" if kind == SETBACK else text


def _cell(basis: Basis, row: str, course: Course, step: Step) -> Counted:
    key = evidence_key(basis.name, row, step.period, step.behind)
    stale = STALE_SIGN if step.stale else ""
    if step.not_enough:
        return Counted(None, NOT_ENOUGH_KIND, step.behind, key, f"{NOT_ENOUGH}{stale}")
    if step.value is None:
        empty = NOTHING_SAID if course.measure == DEGREE else UNRATED
        return Counted(None, empty, text="/".join(step.unsettled) or None)
    mark = f" {FELL}" if step.setback else ""
    words = f"{decimal(step.value, basis.words.language)}{stale}{mark}"
    whole = int(step.value) if step.value == int(step.value) else None
    return Counted(whole, None, step.behind, key, words)


def _notes(basis: Basis, found: Sequence[CaseDevelopment]) -> list[str]:
    words = basis.words
    notes = [words.note("signs-development"), words.note("median-degree"), words.note("linear")]
    fell = sum(step.setback for one in found for course in one.courses for step in course.steps)
    entered = sum(event.kind == SETBACK for one in found for event in one.events)
    notes.append(words.note("setbacks", fell=str(fell), entered=str(entered)))
    loose = [
        f"{basis.case_names[one.case_id]}: {event.text}"
        for one in found
        for event in one.events
        if event.period not in basis.material.periods
    ]
    if loose:
        notes.append(words.note("events-loose", events="; ".join(loose)))
    stale = [
        f"{basis.case_names[one.case_id]}: {_label(basis, course.measure)}, {step.period}"
        for one in found
        for course in one.courses
        for step in course.steps
        if step.stale
    ]
    if stale:
        notes.append(words.note("stale-ratings", cells="; ".join(stale)))
    return notes
