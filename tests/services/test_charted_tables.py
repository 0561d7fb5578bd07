"""Ratings, framework, degrees and development: every number equals a count in plain SQL."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from qualcode.domain.table import Counted, Row, Table, TableOptions
from qualcode.errors import Invalid, NotFound
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project, open_project
from tests.samples import coded_sample

LIVE = """
    FROM codings c JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id
    LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn
    LEFT JOIN speakers sp ON sp.id = t.speaker_id
    LEFT JOIN participants p ON p.id = coalesce(sp.participant_id, d.participant_id)
    WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0
"""
ROWS = {"case": "coalesce(s.case_id, d.case_id)", "participant": "p.id", "role": "p.role"}
PAIRS = """
    FROM degrees g JOIN segments s ON s.id = g.segment_id JOIN documents d ON d.id = s.document_id
    WHERE g.deleted = 0 AND s.deleted = 0 AND d.deleted = 0 AND g.from_id IS NOT NULL
    AND g.to_id IS NOT NULL AND coalesce(s.standing, '') NOT IN ('wished', 'denied')
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    return coded_sample(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Iterator[Project]:
    """A copy of the sample, opened by its first coder."""
    path = Path(shutil.copy(sample, tmp_path))
    with open_project(path, coder="anna") as found:
        yield found


def _row(table: Table, key: str) -> Row:
    return next(row for row in table.rows if row.key == key)


def _cell(table: Table, row: str, column: str) -> Counted:
    found = _row(table, row).cells[column]
    assert isinstance(found, Counted)
    return found


def _links(project: Project, case: str, code: str, count: int) -> tuple[str, ...]:
    view = project.framework.cell(project.framework.place(case, code))
    return tuple(one.coding.id for one in view.passages[:count])


@pytest.mark.parametrize("kind", ["case", "participant", "role"])
def test_the_framework_counts_what_sql_counts(
    project: Project, sql: sqlite3.Connection, kind: str
) -> None:
    """Passages per row and condition, those that deny apart; each leads to its codings."""
    table = project.tables.make("framework", TableOptions(rows=kind))
    book, seen = project.codebooks.current(), 0
    assert len(table.rows) == {"case": 3, "participant": 8, "role": 8}[kind]
    for row in table.rows:
        for condition in book.conditions:
            below = ", ".join(f"'{one}'" for one in book.below(condition.id))
            where = f"{LIVE} AND {ROWS[kind]} = ? AND c.code IN ({below})"
            said = f"{where} AND coalesce(s.standing, '') <> 'denied'"
            cell = _cell(table, row.key, condition.id)
            (passages,) = sql.execute(f"SELECT count(DISTINCT s.id) {said}", (row.key,)).fetchone()
            assert (cell.value or 0) == passages
            ids = {found[0] for found in sql.execute(f"SELECT c.id {where}", (row.key,))}
            assert set(cell.codings) == ids
            assert bool(ids) == bool(cell.evidence)
            if passages:
                noun = "passage" if passages == 1 else "passages"
                assert cell.shown == f"{passages} {noun}, not yet charted"
            seen += passages
    assert seen > 150


def test_one_condition_stands_with_its_sub_topics(project: Project) -> None:
    """The columns of T3 are the condition itself and the codes right below it."""
    table = project.tables.make("framework", TableOptions(codes=("ci-agenda",)))
    book = project.codebooks.current()
    below = [code.id for code in book.children("ci-agenda") if not code.retired]
    assert [column.key for column in table.columns] == ["case", "ci-agenda", *below]
    both = project.tables.make("framework", TableOptions(codes=("ci-agenda", "ge-relation")))
    assert [column.key for column in both.columns] == ["case", "ci-agenda", "ge-relation"]


def test_a_summary_is_shown_marked_when_stale_and_listed(project: Project) -> None:
    """Deleting one coding marks exactly the cells that used it; undo takes the marks away."""
    for condition in ("ci-agenda", "ci-dialogue"):
        links = _links(project, "Lyftet", condition, 3)
        place = project.framework.place("Lyftet", condition)
        project.framework.write(place, f"Of {condition}.", links=links)
    case = project.cases.resolve("Lyftet").id
    gone = _links(project, "Lyftet", "ci-agenda", 1)
    codings = project.codings.list()
    (lost,) = [coding for coding in codings if coding.id in gone]
    conditions = set(project.codebooks.current().lineage(lost.code))
    assert "ci-agenda" in conditions and "ci-dialogue" not in conditions
    table = project.tables.make("framework")
    assert _cell(table, case, "ci-agenda").shown == "Of ci-agenda."
    assert not any("Out of date" in note for note in table.notes)
    project.codings.remove(gone)
    table = project.tables.make("framework")
    assert _cell(table, case, "ci-agenda").shown == "Of ci-agenda.‡"
    assert _cell(table, case, "ci-dialogue").shown == "Of ci-dialogue."
    assert "Out of date (‡), 1 cell: Lyftet: Common agenda." in table.notes
    project.history.undo()
    assert _cell(project.tables.make("framework"), case, "ci-agenda").shown == "Of ci-agenda."


def test_narrowing_a_table_makes_nothing_stale(project: Project) -> None:
    """A summary rests on all coders' codings, also where a table counts one coder's."""
    place = project.framework.place("Lyftet", "ci-agenda")
    project.framework.write(place, "They agree.", links=_links(project, "Lyftet", "ci-agenda", 1))
    for options in (
        TableOptions(coder="bo"),
        TableOptions(query="code:ci-agenda"),
        TableOptions(cases=("Lyftet",)),
    ):
        table = project.tables.make("framework", options)
        assert _cell(table, place.row, "ci-agenda").shown == "They agree."


def test_the_order_of_rows_changes_no_cell_and_is_in_the_caption(project: Project) -> None:
    """By an attribute up, by a rating down, turned round with a minus; the caption says so."""
    plain = project.tables.make("framework")
    cells = {row.key: dict(row.cells) for row in plain.rows}
    for case, value in (("Lyftet", 0), ("Fjordlaget", 1)):
        links = _links(project, case, "ci-agenda", 2)
        project.ratings.rate(case, "ci-agenda", RatingDetails(value, links=links))
    orders = {
        "start": ("Lyftet", "Havnekvarteret", "Fjordlaget"),
        "-start": ("Fjordlaget", "Havnekvarteret", "Lyftet"),
        "country": ("Havnekvarteret", "Fjordlaget", "Lyftet"),
        "ci-agenda": ("Fjordlaget", "Lyftet", "Havnekvarteret"),
    }
    for order, names in orders.items():
        table = project.tables.make("framework", TableOptions(order=order))
        assert tuple(row.label for row in table.rows) == names
        assert {row.key: dict(row.cells) for row in table.rows} == cells
    caption = project.tables.make("ratings", TableOptions(order="ci-agenda")).title
    assert caption.endswith("ordered by Common agenda (Fjordlaget 1, Lyftet 0, Havnekvarteret –)")
    later = project.tables.make("development", TableOptions(order="start"))
    assert "start (Lyftet 2019" in later.title
    with pytest.raises(NotFound, match="no attribute 'sector2'"):
        project.tables.make("framework", TableOptions(order="sector2"))
    with pytest.raises(Invalid, match="Roles have no order"):
        project.tables.make("framework", TableOptions(rows="role", order="start"))


def test_ratings_show_value_sentence_evidence_and_what_is_against(
    project: Project, sql: sqlite3.Connection
) -> None:
    """The numbers in a cell equal SQL's; not rated, not asked, NE and 0 are told apart."""
    links = _links(project, "Lyftet", "ci-agenda", 6)
    project.ratings.rate("Lyftet", "ci-agenda", RatingDetails(0, "Each has its own.", links))
    project.ratings.rate("Lyftet", "ci-measure", RatingDetails(None))
    table = project.tables.make("ratings")
    case, other = (project.cases.resolve(name).id for name in ("Lyftet", "Havnekvarteret"))
    marks = ", ".join("?" * len(links))
    people, organisations = sql.execute(
        f"SELECT count(DISTINCT p.id), count(DISTINCT p.organisation_id) {LIVE}"
        f" AND c.id IN ({marks})",
        links,
    ).fetchone()
    below = ", ".join(f"'{one}'" for one in project.codebooks.current().below("ci-agenda"))
    (against,) = sql.execute(
        f"SELECT count(DISTINCT s.id) {LIVE} AND {ROWS['case']} = ? AND c.code IN ({below})"
        " AND c.valence = 'helps' AND coalesce(s.standing, '') <> 'denied'",
        (case,),
    ).fetchone()
    cell = _cell(table, case, "ci-agenda")
    nouns = f"{people} informant{'s' * (people > 1)}, {organisations} organisation"
    nouns += "s" * (organisations > 1)
    assert cell.value == 0 and set(cell.codings) == set(links)
    assert cell.text == f"0 Each has its own. ({nouns}; {against} passages against)"
    assert _cell(table, case, "ci-measure").shown == "NE"
    assert _cell(table, case, "ci-measure").empty == "not-enough"
    assert _cell(table, case, "ci-dialogue").shown == "·"
    assert _cell(table, other, "ci-backbone").shown == "/"
    assert any("every value: linked passages; 2: informants from 2" in note for note in table.notes)


def test_raters_who_differ_are_shown_side_by_side_until_they_agree(project: Project) -> None:
    """Two values with a stroke; then the agreed one, and how often they were the same."""
    links = _links(project, "Lyftet", "ci-agenda", 2)
    case = project.cases.resolve("Lyftet").id
    project.ratings.rate("Lyftet", "ci-agenda", RatingDetails(0, links=links))
    with open_project(project.path, coder="bo") as other:
        other.ratings.rate("Lyftet", "ci-agenda", RatingDetails(1, links=links))
    cell = _cell(project.tables.make("ratings"), case, "ci-agenda")
    assert cell.value is None and cell.shown.startswith("0/1 (")
    project.ratings.rate("Lyftet", "ci-agenda", RatingDetails(1, agreed=True))
    table = project.tables.make("ratings")
    assert _cell(table, case, "ci-agenda").value == 1
    note = "Two or more raters, 1 cell: 0 with the same value, 1 at most one step apart, 1 agreed"
    assert any(line.startswith(note) for line in table.notes)


@pytest.mark.parametrize("period", [None, "now", "later"])
def test_degrees_equal_sql(project: Project, sql: sqlite3.Connection, period: str | None) -> None:
    """Passages per degree of each directed pair, per case and period, and the two-step marks."""
    table = project.tables.make("degrees", TableOptions(period=period))
    when = "" if period is None else f" AND g.period = '{period}'"
    expected: dict[tuple[str, str], dict[int, int]] = {}
    values: dict[tuple[str, str], list[int]] = {}
    for case, a, b, value, count in sql.execute(
        "SELECT coalesce(s.case_id, d.case_id), g.from_id, g.to_id, g.value,"
        f" count(DISTINCT s.id) {PAIRS}{when} GROUP BY 1, 2, 3, 4 ORDER BY 4"
    ):
        expected.setdefault((f"{case}:{a}", b), {})[value] = count
    for case, a, b, value in sql.execute(
        f"SELECT coalesce(s.case_id, d.case_id), g.from_id, g.to_id, g.value {PAIRS}{when}"
    ):
        values.setdefault((f"{case}:{a}", b), []).append(value)
    columns = [column.key for column in table.columns if column.key not in ("case", "from")]
    found = {
        (row.key, column): _cell(table, row.key, column) for row in table.rows for column in columns
    }
    assert {key for key, cell in found.items() if cell.value is not None} == set(expected)
    for key, levels in expected.items():
        shown = ", ".join(f"{value} ({count})" for value, count in levels.items())
        assert found[key].shown.removesuffix(" ≠") == shown
        assert found[key].value == sum(levels.values())
        (case, a), b = key[0].split(":"), key[1]
        back = values.get((f"{case}:{b}", a))
        if back is None:
            assert not found[key].shown.endswith("≠")
        elif len(values[key]) % 2 and len(back) % 2:
            apart = abs(median(values[key]) - median(back)) >= 2
            assert found[key].shown.endswith("≠") == apart
    assert expected


def test_development_equals_sql(project: Project, sql: sqlite3.Connection) -> None:
    """The median of the distinct pairs per period, marked where it falls, beside the events."""
    project.development.add_event("Lyftet", "=New money", period="now")
    project.development.add_event("Lyftet", "She left.", period="later", kind="setback")
    links = _links(project, "Lyftet", "ci-agenda", 2)
    for period, value in (("start", 1), ("now", 0)):
        details = RatingDetails(value, links=links, period=period)
        project.ratings.rate("Lyftet", "ci-agenda", details)
    table = project.tables.make("development")
    fell = 0
    for case in project.cases.list():
        last = None
        for period in ("before", "start", "now", "later"):
            rows = sql.execute(
                f"SELECT DISTINCT g.from_id, g.to_id, g.activity, g.value {PAIRS}"
                " AND coalesce(s.case_id, d.case_id) = ? AND g.period = ?",
                (case.id, period),
            ).fetchall()
            cell = _cell(table, f"{case.id}:degree", period)
            if not rows:
                assert cell.shown == "–"
                continue
            middle = median(row[3] for row in rows)
            mark = " ▼" if last is not None and middle < last else ""
            assert cell.shown == f"{middle:g}{mark}"
            fell, last = fell + bool(mark), middle
    case = project.cases.resolve("Lyftet").id
    agenda = [_cell(table, f"{case}:ci-agenda", one).shown for one in ("before", "start", "now")]
    assert agenda == ["·", "1", "0 ▼"]
    events = _row(table, f"{case}:events").cells
    assert (events["now"], events["later"]) == ("=New money", "▼ She left.")
    note = f"Setbacks: {fell + 1} in ratings and degrees, 1 entered by the analyst."
    assert note in table.notes


def test_every_key_leads_to_what_is_behind_it(project: Project) -> None:
    """A key of each of the four tables is traced to its codings or degrees, and back."""
    links = _links(project, "Lyftet", "ci-agenda", 2)
    project.ratings.rate("Lyftet", "ci-agenda", RatingDetails(1, links=links, period="now"))
    project.ratings.rate("Lyftet", "ci-agenda", RatingDetails(1, links=links))
    for name in ("ratings", "framework", "degrees", "development"):
        table = project.tables.make(name)
        cells = [
            cell for row in table.rows for cell in row.cells.values()
            if isinstance(cell, Counted) and cell.evidence
        ]  # fmt: skip
        found = project.tables.trace(str(cells[0].evidence))
        behind = {one.id for one in found.codings} | {one.degree.id for one in found.degrees}
        assert (found.table, found.missing) == (name, 0)
        assert set(cells[0].codings) <= behind
    tables = {cell.table for cell in project.tables.trace(links[0]).cells}
    assert {"ratings", "framework", "development"} <= tables


def test_an_unknown_period_names_the_known_ones(project: Project) -> None:
    """It is an error, not an empty table."""
    with pytest.raises(NotFound, match="'noww' is no period"):
        project.tables.make("degrees", TableOptions(period="noww"))


@pytest.mark.parametrize("name", ["ratings", "framework", "degrees", "development"])
@pytest.mark.parametrize(
    ("language", "form"),
    [
        *((language, "text") for language in ("en", "sv", "da", "nb")),
        *(("sv", form) for form in ("csv", "json", "md", "html", "xlsx")),
    ],
)
def test_they_come_in_every_language_and_format(
    project: Project, name: str, language: str, form: str
) -> None:
    """No word is missing, and every format takes cells with words."""
    place = project.framework.place("Lyftet", "ci-agenda")
    project.framework.write(place, "=1+1 [b]<i>", links=_links(project, "Lyftet", "ci-agenda", 1))
    made = project.tables.make(name, TableOptions(language=language))
    content = project.reporting.table_bytes(made, form)
    assert content
    if name == "framework" and form == "csv":
        assert "'=1+1 [b]<i>" in content.decode()
    if name == "framework" and form == "html":
        assert "&lt;i&gt;" in content.decode()


def test_cells_and_tables_read_the_same_codings(project: Project) -> None:
    """What a cell reads narrowly is what tables read of the whole, informants and cases alike."""
    from qualcode.storage import framework

    project.documents.set("lyftet-03-forening", {"participant": None})
    coding = project.codings.list()[0]
    project.codings.set(coding.id, {"case": "Fjordlaget", "memo": "Look again."})
    project.participants.remove("P5")
    whole = [tuple(row) for row in project.tables.material(texts=False).codings]
    assert [tuple(row) for row in framework.codings(project.session.store)] == whole
    place = project.framework.place("Fjordlaget", "ci-agenda")
    below = project.codebooks.current().below("ci-agenda")
    found = [tuple(row) for row in framework.codings(project.session.store, place, below)]
    assert found == [row for row in whole if row[3] == place.row and row[8] in below]
