"""What came of each case beside its conditions: a case-ordered table (T8)."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from qualcode.analysis.basis import Basis
from qualcode.analysis.claims import EMPTY
from qualcode.analysis.degrees import LEFT_OUT
from qualcode.analysis.ordering import captioned, in_order, ordering
from qualcode.domain.codebook import in_language
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.evidence import evidence_key
from qualcode.domain.findings import OUTCOME_CLASSES, Outcome
from qualcode.domain.outcome_scale import outcome_scale
from qualcode.domain.quoting import tidy
from qualcode.domain.rating import Rating, settled
from qualcode.domain.table import (
    NOT_ENOUGH,
    NOTHING_SAID,
    UNRATED,
    CellValue,
    Column,
    Counted,
    Row,
    Table,
)

HIGHEST_FIRST = tuple(reversed(OUTCOME_CLASSES))
"""Population changes order the cases before systems changes, these before early ones."""


def outcomes(basis: Basis) -> Table:
    """A row per case, from the highest outcome to the lowest unless another order is asked for.

    Per class the highest level, with all statements of the class; per condition the settled
    rating; the median degree over the pairs of organisations.
    """
    words = basis.words
    found = _Outcomes(basis)
    asked = ordering(basis.material, basis.options.order, words.language)
    cases = [case.id for case in basis.material.cases]
    ordered = in_order(cases, asked) if asked else sorted(cases, key=found.rank)
    rows = [Row(case, basis.case_names[case], found.row(case)) for case in ordered]
    conditions = [c for c in basis.codebook.conditions if basis.codebook.in_use(c)]
    columns = [
        Column("case", words.column("case"), "case"),
        *(Column(code.id, basis.code_names[code.id], "count") for code in conditions),
        Column("median", words.column("median-degree"), "number"),
        *(Column(kind, words.column(f"outcome-{kind}"), "count") for kind in OUTCOME_CLASSES),
    ]
    labels = {**basis.case_names, **{code.id: basis.code_names[code.id] for code in conditions}}
    table = basis.table(columns, rows, found.notes(asked is not None), labels)
    places = {name: f"{{{name}}}" for name in ("title", "label", "values")}
    return captioned(table, asked, basis.case_names, words.note("ordered-by", **places))


class _Outcomes:
    """The outcomes, ratings and degrees of the table's cases."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.scale = outcome_scale(basis.codebook)
        self.levels = {one.id: one for one in self.scale.values}
        self.known = set(CodedRows.of(basis.material.codings).unsorted("coding"))
        held = basis.material.claims or EMPTY
        self.by_place: dict[tuple[str, str], list[Outcome]] = {}
        for one in held.outcomes:
            self.by_place.setdefault((one.case_id, one.kind), []).append(one)
        charted = basis.material.charted
        self.ratings: dict[tuple[str, str], list[Rating]] = {}
        for rating in charted.ratings if charted else ():
            self.ratings.setdefault((rating.case_id, rating.code), []).append(rating)

    def rank(self, case: str) -> tuple[object, ...]:
        """Where a case stands: by its highest levels, class by class, then by name."""
        levels = (self._highest(self.by_place.get((case, kind), ())) for kind in HIGHEST_FIRST)
        name = self.basis.case_names[case]
        return (*(-1 * (-1 if level is None else level) for level in levels), name.casefold(), case)

    def row(self, case: str) -> dict[str, CellValue]:
        """The cells of a case."""
        cells: dict[str, CellValue] = {"case": case, "median": self._median(case)}
        for code in self.basis.codebook.conditions:
            cells[code.id] = self._rated(case, code.id)
        for kind in OUTCOME_CLASSES:
            cells[kind] = self._reached(case, kind)
        return cells

    def notes(self, ordered: bool) -> list[str]:
        """What counts as an outcome, what orders the rows, and what the order does not say."""
        words = self.basis.words
        levels = "; ".join(
            f"{one.value} {in_language(one.label, words.language, one.id)}"
            for one in self.scale.values
        )
        notes = [words.note(key) for key in ("signs", "outcome-signs", "outcome-classes")]
        notes.append(words.note("outcome-levels", levels=levels))
        if not ordered:
            notes.append(words.note("outcome-order"))
        return [*notes, words.note("no-cause"), words.note("median")]

    def _highest(self, found: Sequence[Outcome]) -> int | None:
        values = [self.levels[one.level].value for one in found if one.level in self.levels]
        return max((value for value in values if value is not None), default=None)

    def _reached(self, case: str, kind: str) -> Counted:
        found = self.by_place.get((case, kind), [])
        ids = tuple(sorted({c for one in found for c in one.codings if c in self.known}))
        value = self._highest(found)
        key = evidence_key(self.basis.name, case, kind, ids)
        said = "; ".join(map(self._told, found))
        empty = None if value is not None else UNRATED if found else NOTHING_SAID
        return Counted(value, empty, ids, key, said or None)

    def _told(self, one: Outcome) -> str:
        level = self.levels.get(one.level or "")
        period = f" ({one.period})" if one.period else ""
        number = "" if level is None or level.value is None else f"{level.value}: "
        return f"{number}{tidy(one.statement)}{period}"

    def _rated(self, case: str, code: str) -> Counted:
        """The settled rating over no period, else over the last period that has one."""
        found = self.ratings.get((case, code), [])
        periods = (None, *reversed(self.basis.material.periods))
        placed = (settled([r for r in found if r.period == period]) for period in periods)
        rating = next((one for one in placed if one is not None), None)
        if rating is None:
            return Counted(None, UNRATED)
        ids = tuple(sorted(set(rating.links) & self.known))
        key = evidence_key(self.basis.name, case, code, ids)
        sentence = tidy(rating.sentence or "")
        text = f"{rating.shown}: {sentence}" if sentence else None
        return Counted(
            rating.value, None if rating.value is not None else NOT_ENOUGH, ids, key, text
        )

    def _median(self, case: str) -> int | float | None:
        pairs = {
            (row.from_id, row.to_id, row.activity, row.period, row.value)
            for row in self.basis.material.degrees
            if row.case_id == case
            and row.standing not in LEFT_OUT
            and row.from_id is not None
            and row.to_id is not None
        }
        if not pairs:
            return None
        middle = median(pair[-1] for pair in pairs)
        return int(middle) if middle == int(middle) else middle
