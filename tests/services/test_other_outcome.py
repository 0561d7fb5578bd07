"""Cases that have what a cell says and the other outcome: counted by plain SQL too."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.contrary import BY_OUTCOME
from qualcode.domain.framework import Place
from qualcode.domain.table import Counted, TableOptions
from qualcode.errors import Conflict
from qualcode.services import demo
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project, open_project
from tests.services.test_method_tables import LIVE, below

LEVEL = "CASE o.level WHEN 'none' THEN 0 WHEN 'signs' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END"
TAKES = "coalesce(s.standing, '') NOT IN ('wished', 'denied')"
AGAINST = f"(s.standing = 'denied' OR ({TAKES} AND c.valence IN ('mixed', '{{other}}')))"
FOR = f"({TAKES} AND c.valence IN ('mixed', '{{side}}'))"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in which nothing changed in one case, and most in another."""
    path, _ = demo.build(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as made:
        for case, level in (("Fjordlaget", "none"), ("Lyftet", "clear")):
            for outcome in made.outcomes.list(case):
                made.outcomes.set(outcome.id, {"level": level})
    return path


def _ids(sql: sqlite3.Connection, query: str, *values: object) -> set[str]:
    return {row[0] for row in sql.execute(query, values)}


def _side(sql: sqlite3.Connection, place: Place, codes: str) -> str | None:
    """The side that most codings of a cell are on; None for a cell without any."""
    where = f"{LIVE} AND a.id = ? AND c.code IN ({codes})"
    if not _ids(sql, f"SELECT c.id {where}", place.row):
        return None
    number = {
        side: len(
            _ids(
                sql,
                f"SELECT c.id {where} AND coalesce(s.standing, '') <> 'denied' AND c.valence = ?",
                *(place.row, side),
            )
        )
        for side in ("helps", "hinders")
    }
    return "hinders" if number["hinders"] > number["helps"] else "helps"


def _expected(sql: sqlite3.Connection, codes: str, side: str) -> tuple[set[str], set[str]]:
    """The cases with the other outcome, and the codings that their outcomes rest on."""
    other, end = ("helps", 3) if side == "hinders" else ("hinders", 0)
    coded = f"{LIVE} AND c.code IN ({codes}) AND "
    cases = _ids(sql, f"SELECT a.id {coded}{FOR.format(side=side)}")
    cases -= _ids(sql, f"SELECT a.id {coded}{AGAINST.format(other=other)}")
    cases &= _ids(
        sql,
        "SELECT o.case_id FROM outcomes o WHERE o.deleted = 0 AND o.level IS NOT NULL"
        f" GROUP BY o.case_id HAVING max({LEVEL}) = ?",
        end,
    )
    told = _ids(
        sql,
        "SELECT m.member FROM claim_members m JOIN outcomes o ON o.id = m.owner"
        " WHERE m.owner_kind = 'outcome' AND m.deleted = 0 AND o.deleted = 0"
        " AND o.case_id IN (SELECT value FROM json_each(?))",
        json.dumps(sorted(cases)),
    )
    return cases, told


def test_the_cases_of_every_cell_equal_a_plain_count(
    project: Project, sql: sqlite3.Connection
) -> None:
    """For every case and every code: those on the cell's side whose outcome is the other one."""
    seen = 0
    for code in project.codebooks.current().codes:
        codes = below(project, code.id)
        for case in project.cases.list():
            place = project.framework.place(case.id, code.id)
            side = _side(sql, place, codes)
            cases, told = _expected(sql, codes, side) if side else (set(), set())
            view = project.framework.cell(place)
            assert set(view.other_outcome) == cases
            listed = {one.coding for one in view.contrary}
            assert told <= listed
            assert {one.coding for one in view.contrary if one.reason == BY_OUTCOME} <= told
            seen += len(cases)
    assert seen > 20


def test_a_finding_on_the_same_code_has_the_same_cases(project: Project) -> None:
    """What a cell calls the other outcome is what a finding calls so."""
    kinds = {"success-factor": "helps", "pitfall": "hinders"}
    seen = 0
    for code in project.codebooks.current().codes:
        for kind, side in kinds.items():
            for case in project.cases.list():
                view = project.framework.cell(project.framework.place(case.id, code.id), side=side)
                if not view.passages:
                    continue
                made = project.findings.add("It is so", kind, {"code": [code.id]})
                assert set(project.findings.contrary(made.id).cases) == set(view.other_outcome)
                project.history.undo()
                seen += len(view.other_outcome)
                break
    assert seen


def test_it_must_have_been_looked_at_and_is_looked_at_with_the_rest(tmp_path: Path) -> None:
    """A final summary waits until the other outcome was seen, also where it came later."""
    path, _ = demo.build(tmp_path)
    with open_project(path, coder="anna") as project:
        place = project.framework.place("Lyftet", "ci-backbone-facilitate")
        passages = project.framework.cell(place).passages
        project.framework.write(place, "There is one.", links=[passages[0].coding.id])
        project.framework.open_contrary(place)
        (outcome,) = project.outcomes.list("Fjordlaget")
        project.outcomes.set(outcome.id, {"level": "none"})
        assert not project.framework.cell(place).opened
        with pytest.raises(Conflict):
            project.framework.finish(place)
        assert project.framework.open_contrary(place).opened
        assert project.framework.finish(place).status == "final"


def test_the_table_of_ratings_names_them(project: Project, sql: sqlite3.Connection) -> None:
    """Beside the passages against a high rating; never beside a low one."""
    names = {case.id: case.name for case in project.cases.list()}
    project.settings.set("rating_rules", "any: linked")
    for value, case in ((2, "Lyftet"), (1, "Havnekvarteret")):
        place = project.framework.place(case, "ci-activities-anchored")
        links = tuple(one.coding.id for one in project.framework.cell(place).passages)
        project.ratings.rate(case, place.code, RatingDetails(value, links=links))
    seen = 0
    for language, words in (("en", "other outcome: "), ("sv", "motsatt utfall: ")):
        for row in project.tables.make("ratings", TableOptions(language=language)).rows:
            for code, cell in row.cells.items():
                if not isinstance(cell, Counted) or not cell.codings:
                    continue
                cases, _ = _expected(sql, below(project, code), "helps")
                high = cell.value is not None and cell.value >= 2
                told = cell.shown.partition(words)[2].partition(")")[0]
                assert set(told.split("; ")) - {""} == {names[one] for one in cases if high}
                seen += len(told)
    assert seen
