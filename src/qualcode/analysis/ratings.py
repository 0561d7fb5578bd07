"""Case × condition: to which degree each condition is in place, as the raters say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from qualcode.analysis.asking import Asking
from qualcode.analysis.basis import Basis
from qualcode.analysis.ordering import PLACES, captioned, in_order, ordering
from qualcode.analysis.ordinal import ordinal_alpha
from qualcode.domain.claims import Member, case_stance
from qualcode.domain.codebook import Code, Scale, ScaleValue, in_language
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.contrary import HELPS, against, against_absence
from qualcode.domain.evidence import evidence_key
from qualcode.domain.framework import Charted
from qualcode.domain.material import CodedRow
from qualcode.domain.outcome_scale import other_end, outcome_scale
from qualcode.domain.quoting import tidy
from qualcode.domain.rated import rated
from qualcode.domain.rating import (
    AGREED,
    OWN,
    Rating,
    in_place,
    rating_scale,
    rules,
    settled,
)
from qualcode.domain.showing import decimal
from qualcode.domain.table import NOT_ENOUGH as NOT_ENOUGH_KIND
from qualcode.domain.table import UNRATED, CellValue, Column, Counted, Row, Table
from qualcode.errors import NotFound

STALE_SIGN = "‡"
"""Stands after what is out of date, in every language."""

COEFFICIENTS = "reliability"
"""The stance in which coefficients are printed."""

Given = Mapping[tuple[str, str], Sequence[Rating]]


def ratings(basis: Basis) -> Table:
    """A row per case, a column per condition: the rating, its sentence, its evidence.

    A cell's number is the agreed rating, else the raters' common one; its codings are the linked
    ones. Without `period` the ratings over no period, else those of that period.
    """
    written = basis.whole.charted or Charted()
    given = _given(basis, written)
    scale = _scale(basis)
    shown = _shown(basis, given)
    order = ordering(basis.material, basis.options.order, basis.words.language)
    how = (scale, Asking(basis.material), _Evidence(basis, shown))
    cases = in_order([case.id for case in basis.material.cases], order)
    rows = []
    for case in cases:
        cells: dict[str, CellValue] = {"case": case}
        for code in shown:
            here = given.get((case, code.id), ())
            cells[code.id] = _cell(basis, (case, code.id), here, how)
        rows.append(Row(case, basis.case_names[case], cells))
    columns = [Column("case", basis.words.column("case"), "case")]
    columns += [Column(code.id, basis.code_names[code.id], "text") for code in shown]
    labels = {**basis.case_names, **{code.id: basis.code_names[code.id] for code in shown}}
    table = basis.table(columns, rows, _notes(basis, shown, given, (scale, written)), labels)
    return captioned(table, order, basis.case_names, basis.words.note("ordered-by", **PLACES))


def _given(basis: Basis, written: Charted) -> Given:
    found: dict[tuple[str, str], list[Rating]] = {}
    for one in written.ratings:
        if one.period == basis.options.period and basis.options.coder in (None, one.coder):
            found.setdefault((one.case_id, one.code), []).append(one)
    return found


def _scale(basis: Basis) -> Scale | None:
    try:
        return rating_scale(basis.codebook)
    except NotFound:
        return None


def _shown(basis: Basis, given: Given) -> tuple[Code, ...]:
    """The conditions, and whatever else is rated; a retired one only where it is rated."""
    used = {code for _, code in given}
    return tuple(
        code
        for code in basis.codebook.codes
        if code.id in basis.codes
        and (code.id in used or (code.kind == "condition" and basis.codebook.in_use(code)))
    )


class _Evidence:
    """The codings by cell and by id, gone through once for the whole table."""

    def __init__(self, basis: Basis, shown: Sequence[Code]) -> None:
        self._employer = {one.id: one.organisation_id for one in basis.whole.participants}
        self._codings = rows = CodedRows.of(basis.whole.codings)
        above, codes = {code.id for code in shown}, rows.unsorted("code")
        columns = {
            code: [at for at in basis.codebook.lineage(code) if at in above] for code in set(codes)
        }
        self._places: dict[tuple[str, str], list[int]] = {}
        for place, (case, code) in enumerate(zip(rows.unsorted("case_id"), codes, strict=True)):
            for at in columns[code]:
                self._places.setdefault((case or "", at), []).append(place)
        held = basis.whole.claims
        ends = other_end(held.outcomes, outcome_scale(basis.codebook), HELPS) if held else ()
        cases = [case.id for case in basis.whole.cases if case.id in ends]
        self._other = {code.id: self._having(code.id, cases) for code in shown}

    @cached_property
    def _by_id(self) -> Mapping[str, int]:
        return {coding: at for at, coding in enumerate(self._codings.unsorted("coding"))}

    def heard(self, place: tuple[str, str]) -> bool:
        """Whether a case has codings of a code, or of one below it."""
        return place in self._places

    def said(self, place: tuple[str, str]) -> Sequence[CodedRow]:
        """The codings of a case and code, those below included."""
        return self._codings.at(self._places.get(place, ()))

    def other_outcome(self, code: str) -> Sequence[str]:
        """The cases that have a code helping them, and came out at the lower end."""
        return self._other[code]

    def _having(self, code: str, cases: Sequence[str]) -> list[str]:
        """Those of the cases that a code supports."""
        member, found = Member("code", code), []
        for case in cases:
            said = {(row.standing, row.valence) for row in self.said((case, code))}
            if case_stance(said, member, HELPS) == "supporting":
                found.append(case)
        return found

    def people(self, coding_ids: Sequence[str]) -> tuple[int, int]:
        """Distinct informants and organisations behind these codings."""
        rows = self._codings.at(self._by_id[one] for one in coding_ids if one in self._by_id)
        employers = {self._employer.get(row.participant_id or "") for row in rows}
        return len({row.informant for row in rows}), len(employers - {None})


def _cell(
    basis: Basis,
    place: tuple[str, str],
    here: Sequence[Rating],
    how: tuple[Scale | None, Asking, _Evidence],
) -> Counted:
    scale, asking, evidence = how
    if not here:
        return Counted(None, UNRATED if evidence.heard(place) else asking.empty(*place))
    one = settled(here)
    behind = {coding for rating in here for coding in rating.links}
    links = tuple(sorted(behind if one is None else one.links))
    value = one.value if one is not None else None
    kind = NOT_ENOUGH_KIND if one is not None and one.value is None else None
    said = evidence.said(place)
    contrary = _contrary(basis, (said, value, scale), evidence.other_outcome(place[1]))
    words = _words(basis, here, evidence.people(links), contrary)
    return Counted(value, kind, links, evidence_key(basis.name, *place, links), words)


def _contrary(
    basis: Basis,
    cell: tuple[Sequence[CodedRow], int | None, Scale | None],
    other_outcome: Sequence[str],
) -> list[str]:
    """How many passages of the cell speak against a value, and which cases do by their outcome."""
    said, value, scale = cell
    if value is None or scale is None:
        return []
    high = in_place(value, scale)
    segments = {row.coding: row.segment for row in said}
    found = against(said, HELPS) if high else against_absence(said)
    number = len({segments[one.coding] for one in found})
    words = basis.words
    told = [words.note("against", passages=words.count("passage", number))] if number else []
    if high and said and other_outcome:
        names = {case.id: case.name for case in basis.whole.cases}
        cases = "; ".join(tidy(names[case]) for case in other_outcome)
        told.append(words.note("other-outcome", cases=cases))
    return told


def _words(
    basis: Basis, here: Sequence[Rating], people: tuple[int, int], contrary: Sequence[str]
) -> str:
    """`2‡ The sentence. (3 informants, 2 organisations; 1 passage against)`."""
    words, one, told = basis.words, settled(here), rated(here)
    sentence = f" {one.sentence}" if one is not None and one.sentence else ""
    value = f"{told.shown}{STALE_SIGN * told.stale}{sentence}" if told else ""
    informants, organisations = people
    if not informants:
        return value
    counted = words.count("informant", informants)
    counted += f", {words.count('organisation', organisations)}"
    return f"{value} ({'; '.join((counted, *contrary))})"


def _notes(
    basis: Basis, shown: Sequence[Code], given: Given, what: tuple[Scale | None, Charted]
) -> list[str]:
    scale, written = what
    words = basis.words
    notes = [words.note("signs-ratings")]
    if basis.options.period is not None:
        notes.append(words.note("of-period", period=basis.options.period))
    if scale is not None:
        anchors = [_anchor(one, words.language) for one in scale.values if one.value is not None]
        notes += [words.note("rating-anchors", anchors="; ".join(anchors))]
    if written.rules:
        notes.append(words.note("rating-rules", rules=_rules(basis, written.rules)))
    notes.append(words.note("rating-evidence"))
    notes += _agreement(basis, given, coefficient=written.stance == COEFFICIENTS)
    places = {(case, code.id) for case in basis.case_names for code in shown}
    stale = [
        f"{basis.case_names[case]}: {basis.code_names[code]}"
        for (case, code), here in given.items()
        if (case, code) in places and any(one.changes for one in here)
    ]
    if stale:
        notes.append(words.note("stale-ratings", cells="; ".join(stale)))
    return notes


def _anchor(value: ScaleValue, language: str) -> str:
    """A value of the scale with what it stands for."""
    said = f"{value.value} {in_language(value.label, language, value.id)}"
    anchor = in_language(value.anchor, language).rstrip(".")
    return f"{said} – {anchor}" if anchor else said


def _rules(basis: Basis, text: str) -> str:
    """The rules of evidence in the table's language."""
    words = basis.words
    found = []
    for rule in rules(text):
        needs = [words.note("rule-linked")] if rule.linked else []
        if rule.organisations:
            people = words.note(
                "rule-people", organisations=words.count("organisation", rule.organisations)
            )
            people += words.note("rule-actual") if rule.actual else ""
            needs.append(people + (words.note("rule-or-document") if rule.document else ""))
        elif rule.document:
            needs.append(words.note("rule-document"))
        needs += [words.note("rule-contrary")] if rule.contrary else []
        value = words.note("rule-any") if rule.value is None else str(rule.value)
        found.append(words.note("rule", value=value, needs=", ".join(needs)))
    return "; ".join(found)


def _agreement(basis: Basis, given: Given, *, coefficient: bool) -> list[str]:
    """How two raters' own values go together; alpha where the project's stance prints it."""
    words = basis.words
    cases = {case.id for case in basis.material.cases}
    both, agreed = [], 0
    for (case, _), here in given.items():
        values = [one.value for one in here if one.kind == OWN]
        if case in cases and len(values) > 1:
            both.append(values)
            agreed += any(one.kind == AGREED for one in here)
    if not both:
        return []
    numbers = [[float(one) for one in values if one is not None] for values in both]
    whole = [one for one, values in zip(numbers, both, strict=True) if len(one) == len(values)]
    same = sum(len(set(values)) == 1 for values in both)
    near = sum(max(values) - min(values) <= 1 for values in whole)
    near += sum(not values for values in numbers)
    cells = words.count("cell", len(both))
    said = {"cells": cells, "same": str(same), "near": str(near), "agreed": str(agreed)}
    notes = [words.note("raters", **said)]
    found = ordinal_alpha(numbers) if coefficient else None
    if found is not None:
        cells = words.count("cell", sum(len(one) > 1 for one in numbers))
        value = decimal(round(found, 2), words.language)
        notes.append(words.note("raters-alpha", alpha=value, cells=cells))
    return notes
