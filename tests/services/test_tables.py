"""Every number in every table equals a direct count in the project file, and leads back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.table import Counted
from qualcode.errors import NotFound
from qualcode.services import demo
from qualcode.services.workspace import Project, open_project

LIVE = """
    FROM codings c JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id
    LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn
    LEFT JOIN speakers sp ON sp.id = t.speaker_id
    LEFT JOIN participants p ON p.id = coalesce(sp.participant_id, d.participant_id)
    WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0
"""
CASE = "coalesce(s.case_id, d.case_id)"
WHO = "coalesce(p.id, d.id)"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    return demo.build(tmp_path_factory.mktemp("demo"))[0]


def _below(project: Project, code: str) -> str:
    return ", ".join(f"'{one}'" for one in project.codebooks.current().below(code))


def _count(sql: sqlite3.Connection, what: str, where: str) -> int:
    return int(sql.execute(f"SELECT count(DISTINCT {what}) {LIVE} AND {where}").fetchone()[0])


def _value(cell: object) -> int:
    assert isinstance(cell, Counted)
    return cell.value or 0


def test_conditions_equal_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Passages and informants per case and condition, those that deny the condition apart."""
    table = project.tables.make("conditions")
    seen = 0
    for row in table.rows:
        for condition in project.codebooks.current().conditions:
            where = (
                f"{CASE} = '{row.key}' AND c.code IN ({_below(project, condition.id)})"
                " AND coalesce(s.standing, '') <> 'denied'"
            )
            assert _value(row.cells[condition.id]) == _count(sql, "s.id", where)
            informants = row.cells[f"{condition.id}.informants"]
            assert _value(informants) == _count(sql, WHO, where)
            seen += _value(row.cells[condition.id])
    assert seen > 200


@pytest.mark.parametrize(
    ("name", "valence"), [("success-factors", "helps"), ("pitfalls", "hinders")]
)
def test_factors_equal_a_direct_count(
    project: Project, sql: sqlite3.Connection, name: str, valence: str
) -> None:
    """The rows are the sub-codes with such a coding, each with its cases, informants, passages."""
    book = project.codebooks.current()
    table = project.tables.make(name)
    said = (
        f"c.valence IN ('{valence}', 'mixed')"
        " AND coalesce(s.standing, '') NOT IN ('wished', 'denied')"
    )
    expected = set()
    for code in book.codes:
        condition = book.condition_of(code.id)
        where = f"{said} AND c.code IN ({_below(project, code.id)})"
        if condition and condition.id != code.id and _count(sql, "s.id", where):
            expected.add(code.id)
    assert {row.key for row in table.rows} == expected
    for row in table.rows:
        where = f"{said} AND c.code IN ({_below(project, row.key)})"
        assert row.cells["code"] == row.key
        assert _value(row.cells["passages"]) == _count(sql, "s.id", where)
        assert _value(row.cells["cases"]) == _count(sql, CASE, where)
        assert _value(row.cells["informants"]) == _count(sql, WHO, where)


@pytest.mark.parametrize(
    ("name", "valence", "other"),
    [("success-factors", "helps", "hinders"), ("pitfalls", "hinders", "helps")],
)
def test_organisations_and_contrary_cases_equal_a_direct_count(
    project: Project, sql: sqlite3.Connection, name: str, valence: str, other: str
) -> None:
    """Whose informants say it, and in how many cases the same factor works the other way."""
    real = "coalesce(s.standing, '') NOT IN ('wished', 'denied')"
    for row in project.tables.make(name).rows:
        codes = _below(project, row.key)
        said = f"{real} AND c.code IN ({codes}) AND c.valence IN ('{valence}', 'mixed')"
        against = f"{real} AND c.code IN ({codes}) AND c.valence = '{other}'"
        assert _value(row.cells["organisations"]) == _count(sql, "p.organisation_id", said)
        assert _value(row.cells["contrary"]) == _count(sql, CASE, against)


def test_themes_equal_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Passages once per theme, its cases and informants, and its passages in each case."""
    themes = {theme.id: theme for theme in project.themes.list()}
    table = project.tables.make("themes")
    assert {row.key for row in table.rows} == set(themes)
    for row in table.rows:
        theme = themes[row.key]
        said = "coalesce(s.standing, '') <> 'denied'"
        codes = ", ".join(_below(project, code) for code in theme.codes) or "''"
        if theme.scale is None:
            labels = ", ".join(f"'{label}'" for label in theme.labels) or "''"
            members = f"(c.code IN ({codes}) OR c.label IN ({labels}))"
            rows = sql.execute(
                f"SELECT DISTINCT s.id, {CASE}, {WHO} {LIVE} AND {said} AND {members}"
            ).fetchall()
        else:
            rows = sql.execute(
                f"SELECT DISTINCT s.id, {CASE}, {WHO} FROM degrees g"
                " JOIN segments s ON s.id = g.segment_id JOIN documents d ON d.id = s.document_id"
                " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
                " LEFT JOIN speakers sp ON sp.id = t.speaker_id LEFT JOIN participants p"
                " ON p.id = coalesce(sp.participant_id, d.participant_id)"
                f" WHERE g.deleted = 0 AND s.deleted = 0 AND d.deleted = 0 AND {said}"
            ).fetchall()
        assert _value(row.cells["passages"]) == len({one[0] for one in rows}) > 0
        assert _value(row.cells["cases"]) == len({one[1] for one in rows})
        assert _value(row.cells["informants"]) == len({one[2] for one in rows})
        for case in project.cases.list():
            here = {one[0] for one in rows if one[1] == case.id}
            assert _value(row.cells[case.id]) == len(here)


def test_frequency_equals_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Every code of the codebook with its passages, cases and informants, rolled up."""
    table = project.tables.make("frequency")
    assert [row.key for row in table.rows] == [c.id for c in project.codebooks.current().walk()]
    for row in table.rows:
        where = f"c.code IN ({_below(project, row.key)})"
        assert _value(row.cells["passages"]) == _count(sql, "s.id", where)
        assert _value(row.cells["cases"]) == _count(sql, CASE, where)
        assert _value(row.cells["informants"]) == _count(sql, WHO, where)
        for valence in ("helps", "hinders", "mixed"):
            valued = f"{where} AND c.valence = '{valence}'"
            assert _value(row.cells[valence]) == _count(sql, "s.id", valued)


def test_degrees_equal_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Pairs per case and degree, those without a pair apart, wished and denied left out."""
    table = project.tables.make("degree-distribution")
    base = (
        "FROM degrees g JOIN segments s ON s.id = g.segment_id"
        " JOIN documents d ON d.id = s.document_id WHERE g.deleted = 0 AND s.deleted = 0"
        " AND d.deleted = 0 AND coalesce(s.standing, '') NOT IN ('wished', 'denied')"
    )
    scale = project.codebooks.current().scale("degree")
    columns = [column.key for column in table.columns]
    for row in table.rows:
        for value in scale.values:
            column = next(key for key in columns if key in (value.id, str(value.value)))
            pairs = sql.execute(
                "SELECT count(DISTINCT from_id || to_id || coalesce(activity, '') || '|' ||"
                f" coalesce(period, '')) {base} AND {CASE} = ? AND g.value = ?"
                " AND from_id IS NOT NULL AND to_id IS NOT NULL",
                (row.key, value.value),
            ).fetchone()[0]
            assert _value(row.cells[column]) == pairs
        alone = sql.execute(
            f"SELECT count(*) {base} AND {CASE} = ? AND (from_id IS NULL OR to_id IS NULL)",
            (row.key,),
        ).fetchone()[0]
        assert _value(row.cells["without_pair"]) == alone


def test_co_occurrence_equals_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Pairs of overlapping passages for every two codes, and the same both ways."""
    table = project.tables.make("co-occurrence")
    live = [
        (code, document, start, stop, segment)
        for code, document, start, stop, segment in sql.execute(
            f"SELECT c.code, s.document_id, s.start, s.stop, s.id {LIVE}"
        )
    ]
    counts: dict[tuple[str, str], int] = {}
    for one in live:
        for two in live:
            if one[0] != two[0] and one[1] == two[1] and one[2] < two[3] and two[2] < one[3]:
                counts[one[0], two[0]] = counts.get((one[0], two[0]), 0) + 1
    for row in table.rows:
        for column in table.columns:
            cell = row.cells.get(column.key)
            if isinstance(cell, Counted) and column.key != row.key:
                assert _value(cell) == counts.get((row.key, column.key), 0)
    assert counts


def test_quotes_are_the_codings(project: Project, sql: sqlite3.Connection) -> None:
    """One row per live coding, with exactly its words."""
    table = project.tables.make("quotes")
    words = {
        row[0]: row[1]
        for row in sql.execute(
            "SELECT c.id, substr(v.text, s.start + 1, s.stop - s.start) FROM codings c"
            " JOIN segments s ON s.id = c.segment_id JOIN text_versions v ON v.id = s.version_id"
            " WHERE c.deleted = 0 AND s.deleted = 0"
        )
    }
    assert len(table.rows) == len(words)
    assert {row.key: row.cells["quote"] for row in table.rows} == words


@pytest.mark.parametrize(
    "name",
    [
        "conditions",
        "success-factors",
        "pitfalls",
        "themes",
        "degree-distribution",
        "frequency",
        "co-occurrence",
    ],
)
def test_every_key_leads_back(project: Project, name: str) -> None:
    """Each cell's evidence key is its own, and `trace` gives exactly the codings behind it."""
    table = project.tables.make(name)
    project.tables.keep([table])
    cells = [
        (row.key, column, cell)
        for row in table.rows
        for column, cell in row.cells.items()
        if isinstance(cell, Counted) and cell.evidence
    ]
    assert cells
    assert len({cell.evidence for _, _, cell in cells}) == len(cells)
    for row, column, cell in cells:
        trace = project.tables.trace(cell.evidence)
        assert (trace.kind, trace.table, trace.row, trace.column) == ("cell", name, row, column)
        behind = {c.id for c in trace.codings} | {d.degree.id for d in trace.degrees}
        assert set(cell.codings) <= behind
        assert trace.missing == 0


def test_a_coding_leads_to_its_cells(project: Project) -> None:
    """From a coding to every table cell that counts it."""
    table = project.tables.make("conditions")
    cell = next(
        cell for row in table.rows for cell in row.cells.values() if isinstance(cell, Counted)
    )
    trace = project.tables.trace(cell.codings[0])
    assert trace.kind == "coding"
    assert cell.evidence in {ref.evidence for ref in trace.cells}
    assert {ref.table for ref in trace.cells} >= {"conditions", "frequency"}


def test_an_old_key_says_what_is_gone(tmp_path: Path) -> None:
    """A key printed before a coding was removed still resolves and counts what is missing."""
    path, _ = demo.build(tmp_path)
    with open_project(path, coder="anna") as project:
        table = project.tables.make("conditions")
        project.tables.keep([table])
        cell = next(
            cell for row in table.rows for cell in row.cells.values() if isinstance(cell, Counted)
        )
        project.codings.remove([cell.codings[0]])
        trace = project.tables.trace(str(cell.evidence))
        assert trace.missing == 1
        assert len(trace.codings) == len(cell.codings) - 1
        again = project.tables.make("conditions")
        assert cell.evidence not in {
            c.evidence for row in again.rows for c in row.cells.values() if isinstance(c, Counted)
        }


def test_a_key_of_another_project_is_unknown(project: Project) -> None:
    """A key that was never printed from this project is not answered with something else."""
    with pytest.raises(NotFound):
        project.tables.trace("E-0000000000")


def test_only_one_coders_codings(project: Project, sql: sqlite3.Connection) -> None:
    """A table for one coder counts that coder's passages only."""
    from qualcode.domain.table import TableOptions

    table = project.tables.make("frequency", TableOptions(coder="bo"))
    total = sql.execute(
        f"SELECT count(DISTINCT s.id) {LIVE} AND c.code = 'ci-agenda-goals'"
        " AND s.coder_id = (SELECT id FROM coders WHERE name = 'bo')"
    ).fetchone()[0]
    row = next(row for row in table.rows if row.key == "ci-agenda-goals")
    assert _value(row.cells["passages"]) == total > 0
