"""Tables about material, people and coders equal a direct count in the project file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.code_tree import RESERVED
from qualcode.domain.codebook import Code
from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge
from qualcode.domain.table import Counted, Row, TableOptions
from qualcode.services.workspace import Project, open_project
from tests.samples import coded_sample

LIVE = """
    FROM codings c JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id
    JOIN coders k ON k.id = s.coder_id
    LEFT JOIN cases a ON a.id = coalesce(s.case_id, d.case_id)
    LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn
    LEFT JOIN speakers sp ON sp.id = t.speaker_id
    LEFT JOIN participants p ON p.id = coalesce(sp.participant_id, d.participant_id)
    LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0
"""
WHO = "coalesce(p.id, d.id)"
TOLD = "coalesce(s.standing, '') <> 'denied'"
UNITS = """
    FROM documents d JOIN turns t ON t.version_id = d.version_id
    JOIN speakers sp ON sp.id = t.speaker_id
    WHERE d.deleted = 0 AND t.interviewer = 0 AND t.gap = 0
"""
CODED = """
    EXISTS (SELECT 1 FROM segments s WHERE s.version_id = t.version_id AND s.deleted = 0
    AND t.n BETWEEN s.turn AND s.last_turn)
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    return coded_sample(tmp_path_factory.mktemp("demo"))


def one(sql: sqlite3.Connection, query: str, *values: object) -> int:
    return int(sql.execute(query, values).fetchone()[0])


def value(row: Row, column: str) -> int:
    cell = row.cells[column]
    assert isinstance(cell, Counted)
    return cell.value or 0


def below(project: Project, code: str) -> str:
    return ", ".join(f"'{found}'" for found in project.codebooks.current().below(code))


def test_material_equals_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Documents, people, words, units, and what was done with them, per case."""
    rows = project.tables.make("material").rows
    assert len(rows) == one(sql, "SELECT count(*) FROM cases WHERE deleted = 0")
    for row in rows:
        of_case = "FROM documents d JOIN text_versions v ON v.id = d.version_id WHERE d.case_id = ?"
        people = (
            "FROM participants p WHERE p.deleted = 0 AND (p.case_id = ?1 OR p.id IN"
            " (SELECT participant_id FROM documents WHERE case_id = ?1))"
        )
        counts = {
            "documents": f"SELECT count(*) {of_case}",
            "words": f"SELECT sum(v.words) {of_case}",
            "informants": f"SELECT count(*) {people}",
            "organisations": f"SELECT count(DISTINCT organisation_id) {people}",
            "roles": f"SELECT count(DISTINCT role) {people}",
            "units": f"SELECT count(*) {UNITS} AND d.case_id = ?",
            "coded": f"SELECT count(*) {UNITS} AND d.case_id = ? AND {CODED}",
            "unread": f"SELECT count(*) {UNITS} AND d.case_id = ? AND NOT {CODED}"
            " AND NOT EXISTS (SELECT 1 FROM units u WHERE u.version_id = t.version_id"
            " AND u.turn = t.n AND u.deleted = 0)",
            "double_coded": "SELECT count(*) FROM documents d WHERE d.case_id = ? AND"
            " (SELECT count(DISTINCT coder_id) FROM segments WHERE document_id = d.id"
            " AND deleted = 0) > 1",
        }
        assert {key: row.cells[key] for key in counts} == {
            key: one(sql, query, row.key) for key, query in counts.items()
        }
    assert sum(row.cells["unread"] for row in rows) > 0


def test_coverage_equals_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Units of each document, and the unread ones named below the table."""
    table = project.tables.make("coverage")
    for row in table.rows:
        units = one(sql, f"SELECT count(*) {UNITS} AND d.id = ?", row.key)
        coded = one(sql, f"SELECT count(*) {UNITS} AND d.id = ? AND {CODED}", row.key)
        assert (row.cells["units"], row.cells["coded"]) == (units, coded)
        assert row.cells["share"] == round(100 * coded / units, 1)
    unread = one(sql, f"SELECT count(*) {UNITS} AND NOT {CODED}")
    assert any(f"Unread: {unread} units" in note for note in table.notes)


@pytest.mark.parametrize(
    ("by", "column"),
    [
        ("valence", "c.valence"),
        ("standing", "s.standing"),
        ("coder", "k.name"),
        ("language", "d.language"),
        ("wave", "d.wave"),
        ("document", "d.name"),
        ("role", "p.role"),
        ("organisation-type", "o.type"),
        ("case", "a.name"),
        ("country", "json_extract(a.attributes, '$.country')"),
    ],
)
def test_crosstab_equals_a_direct_count(
    project: Project, sql: sqlite3.Connection, by: str, column: str
) -> None:
    """Passages, informants and cases of every code in use against every value."""
    for count, what in (
        ("passages", "s.id"),
        ("informants", WHO),
        ("cases", "coalesce(s.case_id, d.case_id)"),
    ):
        table = project.tables.make("crosstab", TableOptions(by=by, count=count))
        seen = 0
        for row in table.rows:
            codes = below(project, row.key)
            for key in row.cells:
                if key.startswith(f"{by}:"):
                    number = one(
                        sql,
                        f"SELECT count(DISTINCT {what}) {LIVE} AND c.code IN ({codes})"
                        f" AND coalesce({column}, '') = ?",
                        key.removeprefix(f"{by}:"),
                    )
                    assert value(row, key) == number
                    seen += number
        assert seen > 50


def test_voices_equal_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Informants by type of organisation: in the row, asked, speaking, and by side."""
    with_type = "SELECT o.type, count(DISTINCT p.id) FROM participants p JOIN organisations o"
    types = dict(sql.execute(f"{with_type} ON o.id = p.organisation_id GROUP BY o.type"))
    large = {kind for kind, number in types.items() if number >= 3}
    rows = {
        row.key: row
        for row in project.tables.make("voices", TableOptions(by="organisation-type")).rows
    }
    small = sum(number for kind, number in types.items() if kind not in large)
    assert set(rows) == large | ({"together:"} if small >= 3 else set())
    for key, row in rows.items():
        kinds = large & {key} or set(types) - large
        inside = f"o.type IN ({', '.join(repr(kind) for kind in kinds)})"
        assert row.cells["informants"] == sum(types[kind] for kind in kinds)
        for condition in project.codebooks.current().conditions:
            said = f"{LIVE} AND {TOLD} AND {inside} AND c.code IN ({below(project, condition.id)})"
            assert value(row, condition.id) == one(sql, f"SELECT count(DISTINCT {WHO}) {said}")
            for side in ("helps", "hinders", "mixed"):
                number = one(sql, f"SELECT count(DISTINCT {WHO}) {said} AND c.valence = '{side}'")
                assert value(row, f"{condition.id}.{side}") == number


def test_shares_of_participants_equal_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """Passages of each informant and their share of all."""
    total = one(sql, f"SELECT count(DISTINCT s.id) {LIVE}")
    for row in project.tables.make("quotes-per-participant").rows:
        number = one(sql, f"SELECT count(DISTINCT s.id) {LIVE} AND p.id = ?", row.key)
        assert value(row, "passages") == number
        assert row.cells["share"] == round(100 * number / total, 1)


def test_saturation_equals_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Distinct sub-codes and labels per interview, and all of them at the end."""
    book = project.codebooks.current()
    counted = [
        code.id for code in book.codes if code.kind != "condition" and book.condition_of(code.id)
    ]
    codes = ", ".join(f"'{code}'" for code in counted)
    rows = project.tables.make("saturation").rows
    for row in rows:
        here = f"{LIVE} AND d.id = '{row.key}'"
        subcodes = one(sql, f"SELECT count(DISTINCT c.code) {here} AND c.code IN ({codes})")
        labels = one(sql, f"SELECT count(DISTINCT c.label) {here}")
        assert value(row, "items") == subcodes + labels
    every = one(sql, f"SELECT count(DISTINCT c.code) {LIVE} AND c.code IN ({codes})")
    every += one(sql, f"SELECT count(DISTINCT c.label) {LIVE}")
    assert rows[-1].cells["total"] == sum(value(row, "new") for row in rows) == every


def test_coverage_of_coders_equals_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """Units in the documents of each coder; codes that coders put in whole turns."""
    table = project.tables.make("trustworthiness")
    units = one(sql, f"SELECT count(*) {UNITS}")
    seen = set()
    for row in table.rows:
        if row.cells["metric"] == "coverage" and row.cells["code"] == "":
            coder = str(row.cells["coders"])
            read = one(
                sql,
                f"SELECT count(*) {UNITS} AND d.id IN (SELECT s.document_id FROM segments s"
                " JOIN coders k ON k.id = s.coder_id WHERE s.deleted = 0 AND k.name = ?)",
                coder,
            )
            assert row.cells["units"] == read
            assert row.cells["share"] == round(100 * read / units, 1)
            seen.add(coder)
    assert seen == {"anna", "bo"}


def test_the_stance_prints_coefficients_or_not(tmp_path: Path) -> None:
    """Coefficients come with `reliability` and go with any other stance."""
    path = coded_sample(tmp_path)
    keys = {}
    with open_project(path, coder="anna") as project:
        for stance in ("reliability", "codebook-with-dialogue"):
            project.settings.set("stance", stance)
            table = project.tables.make("trustworthiness")
            keys[stance] = {column.key for column in table.columns}
    assert {"agreement", "f1", "alpha", "alpha_low", "alpha_high", "kappa"} <= keys["reliability"]
    assert not keys["codebook-with-dialogue"] & {"alpha", "kappa"}


def test_the_codebook_counts_what_a_revision_moved(tmp_path: Path) -> None:
    """After a merge: the codings of both codes before and after, as the file had them."""
    path = coded_sample(tmp_path)
    counted = "SELECT count(*) FROM codings WHERE deleted = 0 AND code = ?"
    with open_project(path, coder="anna") as project:
        raw = sqlite3.connect(path)
        source, target = "ci-agenda-vision", "ci-agenda-goals"
        before = [one(raw, counted, code) for code in (source, target)]
        project.revision.do(Merge(source, target), "too near")
        after = [one(raw, counted, code) for code in (source, target)]
        raw.close()
        rows = {row.key: row for row in project.tables.make("codebook").rows}
        for n, code in enumerate((source, target)):
            assert f"codings {before[n]} → {after[n]}" in str(rows[code].cells["history"])
        assert "too near" in str(rows[source].cells["history"])
        project.history.undo()
        rows = {row.key: row for row in project.tables.make("codebook").rows}
        assert rows[source].cells["history"] is None


def test_every_label_is_decided_or_not(tmp_path: Path) -> None:
    """Two labels, one made a code: both stand in the table, one decided."""
    path = coded_sample(tmp_path)
    with open_project(path, coder="anna") as project:
        book = project.codebooks.current()
        emergent = next(code.id for code in book.codes if code.kind == RESERVED)
        document = project.documents.list()[0].name
        known = len(project.revision.labels())
        for n, label in enumerate(("trust in people", "paper")):
            details = CodingDetails(label=label)
            project.codings.add(document, Span(n * 10, n * 10 + 9), emergent, details)
        fresh = Code("trust", {"en": "Trust in people"}, parent=None)
        project.revision.adopt(["trust in people"], fresh)
        table = project.tables.make("codebook")
    labels = {row.key: row for row in table.rows if row.key.startswith("label:")}
    assert len(labels) == known + 2
    assert str(labels["label:trust in people"].cells["history"]).startswith("became a code")
    assert labels["label:paper"].cells["history"] == "undecided"
    decided = f"{known + 2} labels, of them 1 decided and {known + 1} undecided"
    assert any(decided in note for note in table.notes)


@pytest.mark.parametrize(
    "name",
    ["voices", "codebook", "trustworthiness", "saturation", "crosstab", "quotes-per-participant"],
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
    assert cells and len({cell.evidence for _, _, cell in cells}) == len(cells)
    for row, column, cell in cells[::7]:
        trace = project.tables.trace(str(cell.evidence))
        assert (trace.kind, trace.table, trace.row, trace.column) == ("cell", name, row, column)
        assert {coding.id for coding in trace.codings} == set(cell.codings)
