"""Tables count what a plain reading of the codings counts."""

from __future__ import annotations

from itertools import combinations

from hypothesis import HealthCheck, given, settings

from qualcode.analysis.tables import NAMES, make
from qualcode.domain.material import CodedRow, Material
from qualcode.domain.table import DENIED, Counted, Table
from tests.builders import materials

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def cells(table: Table) -> list[tuple[str, str, Counted]]:
    return [
        (row.key, key, cell)
        for row in table.rows
        for key, cell in row.cells.items()
        if isinstance(cell, Counted)
    ]


def number(table: Table, row: str, column: str) -> int:
    cell = next(r for r in table.rows if r.key == row).cells[column]
    assert isinstance(cell, Counted)
    return cell.value or 0


def under(material: Material, code: str) -> list[CodedRow]:
    """Codings of the code or of anything below it, found by walking up parent by parent."""
    parents = {c.id: c.parent for c in material.codebook.codes}
    found = []
    for row in material.codings:
        at: str | None = row.code
        while at is not None and at != code:
            at = parents[at]
        if at == code:
            found.append(row)
    return found


@quick
@given(materials())
def test_conditions_count_each_segment_once_per_condition(material: Material) -> None:
    """Per case and condition: distinct segments and people, the denied ones left out."""
    table = make("conditions", material)
    for row in table.rows:
        for code in ("agenda", "backbone"):
            said = [
                r
                for r in under(material, code)
                if (r.case_id or "") == row.key and r.standing != DENIED
            ]
            assert number(table, row.key, code) == len({r.segment for r in said})
            people = {r.participant_id or ("?", r.document_id) for r in said}
            assert number(table, row.key, f"{code}.informants") == len(people)


@quick
@given(materials())
def test_the_cases_add_up_to_the_whole(material: Material) -> None:
    """The passages of all rows of a condition are the passages of the condition."""
    table = make("conditions", material)
    for code in ("agenda", "backbone"):
        segments = {r.segment for r in under(material, code) if r.standing != DENIED}
        assert sum(number(table, row.key, code) for row in table.rows) == len(segments)


@quick
@given(materials())
def test_factors_count_by_valence(material: Material) -> None:
    """A factor has a row exactly when it has a counting passage; mixed counts on both sides."""
    for name, side in (("success-factors", "helps"), ("pitfalls", "hinders")):
        table = make(name, material)
        for code in ("agenda-goals", "agenda-goals-written", "backbone-staff"):
            told = [r for r in under(material, code) if r.standing not in ("wished", DENIED)]
            mine = [r for r in told if r.valence in (side, "mixed")]
            assert (code in {row.key for row in table.rows}) == bool(mine)
            if mine:
                assert number(table, code, "passages") == len({r.segment for r in mine})
                assert number(table, code, "cases") == len({r.case_id for r in mine} - {None})
                against = {"helps", "hinders"} - {side}
                contrary = {r.case_id for r in told if r.valence in against} - {None}
                assert number(table, code, "contrary") == len(contrary)
        assert not {"agenda", "backbone", "context"} & {row.key for row in table.rows}


@quick
@given(materials())
def test_frequency_counts_every_code(material: Material) -> None:
    """Every code has a row; passages, documents and valences are those of it and all below."""
    table = make("frequency", material)
    assert [row.key for row in table.rows] == [code.id for code in material.codebook.walk()]
    for row in table.rows:
        said = under(material, row.key)
        assert number(table, row.key, "passages") == len({r.segment for r in said})
        assert number(table, row.key, "documents") == len({r.document_id for r in said})
        for column, valence in (("helps", "helps"), ("mixed", "mixed"), ("unset", None)):
            segments = {r.segment for r in said if r.valence == valence}
            assert number(table, row.key, column) == len(segments)


@quick
@given(materials())
def test_co_occurrence_counts_pairs_that_share_a_character(material: Material) -> None:
    """Every pair of codes: the pairs of passages with a common character, found one by one."""
    table = make("co-occurrence", material)
    used = sorted({r.code for r in material.codings})
    assert sorted(row.key for row in table.rows) == used
    for one, other in combinations(used, 2):
        pairs = [
            (a, b)
            for a in material.codings
            for b in material.codings
            if (a.code, b.code, a.document_id) == (one, other, b.document_id)
            and set(range(a.start, a.end)) & set(range(b.start, b.end))
        ]
        assert number(table, one, other) == number(table, other, one) == len(pairs)
        cell = next(r for r in table.rows if r.key == one).cells[other]
        assert set(cell.codings) == {r.coding for pair in pairs for r in pair}
    for code in used:
        assert number(table, code, code) == sum(r.code == code for r in material.codings)


@quick
@given(materials())
def test_themes_hold_codes_labels_and_single_segments(material: Material) -> None:
    """A theme's passages are distinct segments, and its cases add up to no more than them."""
    table = make("themes", material)
    for theme in material.themes:
        mine = {
            row.segment
            for row in material.codings
            if row.standing != DENIED
            and (
                any(row in under(material, code) for code in theme.codes)
                or row.label in theme.labels
                or row.segment in theme.segments
            )
        }
        if theme.scale or theme.segments:
            mine |= {
                d.segment
                for d in material.degrees
                if d.standing != DENIED and (theme.scale or d.segment in theme.segments)
            }
        assert number(table, theme.id, "passages") == len(mine)
        assert sum(number(table, theme.id, case.id) for case in material.cases) <= len(mine)


@quick
@given(materials())
def test_degrees_count_directed_pairs(material: Material) -> None:
    """Pairs are distinct per degree; those without both organisations stand apart."""
    table = make("degree-distribution", material)
    for row in table.rows:
        told = [
            d
            for d in material.degrees
            if (d.case_id or "") == row.key and d.standing not in ("wished", DENIED)
        ]
        for value in range(1, 6):
            pairs = {
                (d.from_id, d.to_id) for d in told if d.value == value and d.from_id and d.to_id
            }
            assert number(table, row.key, f"degree-{value}") == len(pairs)
        alone = [d for d in told if not (d.from_id and d.to_id)]
        assert number(table, row.key, "without_pair") == len(alone)


@quick
@given(materials())
def test_every_number_has_its_codings_and_its_own_key(material: Material) -> None:
    """Keys differ between cells, are there exactly when codings are, and come out the same."""
    known = {r.coding for r in material.codings} | {d.id for d in material.degrees}
    keys: set[str] = set()
    for name in NAMES:
        found = cells(make(name, material))
        assert found == cells(make(name, material))
        for _row, _column, cell in found:
            assert (cell.evidence is None) == (not cell.codings)
            assert cell.value is None or (cell.value > 0 and cell.codings)
            assert (cell.value is None) == (cell.empty is not None)
            assert set(cell.codings) <= known and list(cell.codings) == sorted(set(cell.codings))
            if cell.evidence is not None:
                assert cell.evidence not in keys
                keys.add(cell.evidence)
