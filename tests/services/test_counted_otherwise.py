"""Who was asked, what coders share, medians and contrary cases: each counted by plain SQL too."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.table import TableOptions
from qualcode.services.workspace import Project, open_project
from tests.samples import coded_sample
from tests.services.test_method_tables import LIVE, TOLD, UNITS, WHO, below, one, value

COVERS = """
    EXISTS (SELECT 1 FROM json_each(g.groups) x JOIN json_each(d.groups) y ON x.value = y.value)
    AND EXISTS (SELECT 1 FROM json_each(g.cases) z WHERE z.value = d.case_id)
"""
"""Whether a guide of the sample covers a document: all of them name groups and cases."""

MARKED = """
    SELECT DISTINCT d.id AS document, t.n AS turn FROM codings c
    JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id
    JOIN coders k ON k.id = s.coder_id
    JOIN turns t ON t.version_id = s.version_id AND t.n BETWEEN s.turn AND s.last_turn
    WHERE c.deleted = 0 AND s.deleted = 0 AND t.interviewer = 0 AND t.gap = 0
    AND k.name = '{coder}' AND c.code IN ({codes}) AND d.id IN ({documents})
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The coded sample, its stance one that prints coefficients."""
    path = coded_sample(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as project:
        project.settings.set("stance", "reliability")
    return path


def test_who_was_asked_equals_a_direct_count(project: Project, sql: sqlite3.Connection) -> None:
    """Asked is whom a guide covers, whose guide is unknown, and who speaks of it."""
    with_type = "SELECT o.type, count(DISTINCT p.id) FROM participants p JOIN organisations o"
    types = dict(sql.execute(f"{with_type} ON o.id = p.organisation_id GROUP BY o.type"))
    large = {kind for kind, number in types.items() if number >= 3}
    found = 0
    for row in project.tables.make("voices", TableOptions(by="organisation-type")).rows:
        kinds = large & {row.key} or set(types) - large
        inside = f"o.type IN ({', '.join(repr(kind) for kind in kinds)})"
        for condition in project.codebooks.current().conditions:
            said = f"SELECT {WHO} {LIVE} AND {TOLD} AND c.code IN ({below(project, condition.id)})"
            asked = one(
                sql,
                "SELECT count(DISTINCT p.id) FROM participants p"
                " JOIN organisations o ON o.id = p.organisation_id"
                " JOIN documents d ON d.participant_id = p.id AND d.deleted = 0"
                f" WHERE {inside} AND (p.id IN ({said})"
                f" OR NOT EXISTS (SELECT 1 FROM guides g WHERE g.deleted = 0 AND {COVERS})"
                f" OR EXISTS (SELECT 1 FROM guides g, json_each(g.codes) q WHERE g.deleted = 0"
                f" AND {COVERS} AND q.value IN ({below(project, condition.id)})))",
            )
            assert row.cells[f"{condition.id}.asked"] == asked
            found += asked
    assert found


def test_what_two_coders_share_equals_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """Units that either, both or one of them marked, and the coefficients reckoned from those."""
    assert one(sql, "SELECT count(*) FROM segments WHERE turn <> last_turn AND deleted = 0") == 0
    documents = (
        "SELECT document_id FROM segments s JOIN coders k ON k.id = s.coder_id"
        " WHERE s.deleted = 0 AND k.name = 'bo'"
    )
    units = one(sql, f"SELECT count(*) {UNITS} AND d.id IN ({documents})")
    rows = [
        row
        for row in project.tables.make("trustworthiness").rows
        if row.cells["metric"] in ("word", "half")
    ]
    assert rows
    for row in rows:
        codes = below(project, str(row.cells["code"]))
        named = {
            coder: MARKED.format(coder=coder, codes=codes, documents=documents)
            for coder in ("anna", "bo")
        }
        both = one(sql, f"SELECT count(*) FROM ({named['anna']} INTERSECT {named['bo']})")
        either = one(sql, f"SELECT count(*) FROM ({named['anna']} UNION {named['bo']})")
        each = [one(sql, f"SELECT count(*) FROM ({query})") for query in named.values()]
        assert row.cells["units"] == units
        assert (value(row, "marked"), value(row, "both")) == (either, both)
        assert value(row, "apart") == either - both
        assert row.cells["agreement"] == round((units - either + both) / units, 3)
        assert row.cells["f1"] == round(2 * both / sum(each), 3)
        assert row.cells["kappa"] == _kappa(units, both, each)
        assert row.cells["alpha"] == _alpha(units, both, each)


def _kappa(units: int, both: int, each: list[int]) -> float | None:
    """Cohen's kappa of two coders and two values (Cohen 1960)."""
    seen = (units - sum(each) + 2 * both) / units
    chance = (each[0] * each[1] + (units - each[0]) * (units - each[1])) / units**2
    return None if chance == 1 else round((seen - chance) / (1 - chance), 3)


def _alpha(units: int, both: int, each: list[int]) -> float | None:
    """Krippendorff's nominal alpha of two coders, two values and nothing missing."""
    ones, values = sum(each), 2 * units
    expected = 2 * ones * (values - ones) / (values - 1)
    observed = 2 * (ones - 2 * both)
    return None if not expected else round(1 - observed / expected, 3)


def test_what_a_coder_marked_equals_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """Per coder and code the units that carry it, in all documents that the coder read."""
    seen = 0
    for row in project.tables.make("trustworthiness").rows:
        if row.cells["metric"] != "coverage" or not row.cells["code"]:
            continue
        query = MARKED.format(
            coder=row.cells["coders"],
            codes=below(project, str(row.cells["code"])),
            documents="SELECT id FROM documents",
        )
        assert value(row, "marked") == one(sql, f"SELECT count(*) FROM ({query})")
        seen += 1
    assert seen > 50


def test_medians_of_degrees_equal_a_direct_reckoning(
    project: Project, sql: sqlite3.Connection
) -> None:
    """The middle of the degrees of each case, those wished or denied left out."""
    for row in project.tables.make("degree-distribution").rows:
        found = sorted(
            number
            for (number,) in sql.execute(
                "SELECT g.value FROM degrees g JOIN segments s ON s.id = g.segment_id"
                " JOIN documents d ON d.id = s.document_id WHERE g.deleted = 0 AND s.deleted = 0"
                " AND d.deleted = 0 AND coalesce(s.case_id, d.case_id) = ?"
                " AND coalesce(s.standing, '') NOT IN ('wished', 'denied')"
                " AND g.from_id IS NOT NULL AND g.to_id IS NOT NULL",
                (row.key,),
            )
        )
        middle = (found[(len(found) - 1) // 2] + found[len(found) // 2]) / 2
        assert row.cells["median"] == middle


def test_contrary_cases_of_themes_equal_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """The cases on the rarer side of helps and hinders, where both sides have any."""
    case = "coalesce(s.case_id, d.case_id)"
    seen = 0
    rows = {row.key: row for row in project.tables.make("themes").rows}
    for theme in project.themes.list():
        if theme.scale is not None:
            continue
        codes = ", ".join(below(project, code) for code in theme.codes) or "''"
        labels = ", ".join(f"'{label}'" for label in theme.labels) or "''"
        mine = (
            f"(c.code IN ({codes}) OR c.label IN ({labels})) AND {TOLD}"
            " AND coalesce(s.standing, '') <> 'wished'"
        )
        sides = [
            one(sql, f"SELECT count(DISTINCT {case}) {LIVE} AND {mine} AND c.valence = '{side}'")
            for side in ("hinders", "helps")
        ]
        assert value(rows[theme.id], "contrary") == (min(sides) if all(sides) else 0)
        seen += min(sides)
    assert seen


def test_own_passages_of_codes_equal_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """In the table of the codebook each code has the passages that carry it and no code below."""
    seen = 0
    for row in project.tables.make("codebook").rows:
        column = "label" if row.key.startswith("label:") else "code"
        wanted = row.key.removeprefix("label:")
        number = one(sql, f"SELECT count(DISTINCT s.id) {LIVE} AND c.{column} = ?", wanted)
        assert value(row, "passages") == number
        seen += number
    assert seen


def test_groups_behind_themes_equal_a_direct_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """The groups of documents that a theme's passages are from."""
    rows = {row.key: row for row in project.tables.make("themes").rows}
    for theme in project.themes.list():
        if theme.scale is not None:
            continue
        codes = ", ".join(below(project, code) for code in theme.codes) or "''"
        labels = ", ".join(f"'{label}'" for label in theme.labels) or "''"
        documents = (
            f"SELECT d.id {LIVE} AND {TOLD} AND (c.code IN ({codes}) OR c.label IN ({labels}))"
        )
        groups = one(
            sql,
            "SELECT count(DISTINCT g.value) FROM documents x, json_each(x.groups) g"
            f" WHERE x.id IN ({documents})",
        )
        assert value(rows[theme.id], "groups") == groups
