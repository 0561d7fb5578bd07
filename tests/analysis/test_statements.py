"""The tables of findings, propositions and outcomes count what a plain reading counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from qualcode.analysis.tables import make
from qualcode.domain.chosen import ChosenQuote, Translation
from qualcode.domain.claims import STANCES, Grounds, Member, Pin, Spoken, weigh
from qualcode.domain.findings import Claims, Finding, Outcome, Proposition
from qualcode.domain.material import Material
from qualcode.domain.people import Case
from qualcode.domain.quote_wording import Trimming
from qualcode.domain.table import Counted, Table, TableOptions
from tests.builders import Builder, a_project
from tests.statements import stated

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LANGUAGES = ("en", "sv", "da", "nb")
NAMES = ("findings", "propositions", "outcomes")


def number(table: Table, row: str, column: str) -> int:
    cell = next(one for one in table.rows if one.key == row).cells[column]
    assert isinstance(cell, Counted)
    return cell.value or 0


@quick
@given(stated())
def test_the_stances_of_every_row_add_up_to_the_cases(material: Material) -> None:
    """Supporting, contrary, mixed and silent, in both tables and for every statement."""
    for name in ("findings", "propositions"):
        for row in make(name, material).rows:
            numbers = [row.cells[stance].value or 0 for stance in STANCES]  # type: ignore[union-attr]
            assert sum(numbers) == len(material.cases)


@quick
@given(stated())
def test_numbers_are_those_of_the_codings(material: Material) -> None:
    """People, employers and passages behind a finding, counted once more by hand."""
    table, claims = make("findings", material), material.claims
    assert claims is not None
    employer = {p.id: p.organisation_id for p in material.participants}
    assert {row.key for row in table.rows} == {one.id for one in claims.findings}
    for one in claims.findings:
        rows = [
            row for case in weigh(one.grounds, Spoken(material)).cases for row in case.supporting
        ]
        assert number(table, one.id, "passages") == len({row.segment for row in rows})
        assert number(table, one.id, "informants") == len({row.informant for row in rows})
        employers = {employer.get(row.informant) for row in rows} - {None}
        assert number(table, one.id, "organisations") == len(employers)


@quick
@given(stated())
def test_every_number_with_codings_has_its_own_key(material: Material) -> None:
    """Keys differ between cells, are there exactly where codings are, and codings are sorted."""
    keys = set()
    known = {row.coding for row in material.codings}
    for name in NAMES:
        for row in make(name, material).rows:
            for cell in row.cells.values():
                if not isinstance(cell, Counted):
                    continue
                assert (cell.evidence is None) == (not cell.codings)
                assert (
                    list(cell.codings) == sorted(set(cell.codings)) and set(cell.codings) <= known
                )
                if cell.evidence is not None:
                    assert cell.evidence not in keys
                    keys.add(cell.evidence)


@quick
@given(stated())
def test_no_word_of_anybody_who_has_not_said_yes_is_in_a_table(material: Material) -> None:
    """Chosen quotes of others are left out in every language."""
    claims = material.claims
    assert claims is not None
    yes = {one.id for one in material.participants if one.consent == "yes"}
    table = make("findings", material)
    for row in table.rows:
        chosen = [q for q in claims.chosen("finding", row.key) if q.participant_id in yes]
        said = row.cells["quotes"]
        assert (said is not None) == bool(chosen)


@quick
@given(stated())
def test_outcomes_stand_in_order_and_reach_the_highest_level(material: Material) -> None:
    """Each case once; population, then systems, then early changes order them, from high to low."""
    table, claims = make("outcomes", material), material.claims
    assert claims is not None
    assert sorted(row.key for row in table.rows) == sorted(case.id for case in material.cases)
    levels = {"none": 0, "signs": 1, "partial": 2, "clear": 3}
    places = []
    for row in table.rows:
        reached = []
        for kind in ("population", "systems", "early"):
            mine = [o for o in claims.outcomes if (o.case_id, o.kind) == (row.key, kind)]
            best = max((levels[o.level] for o in mine if o.level), default=None)
            cell = row.cells[kind]
            assert isinstance(cell, Counted) and cell.value == best
            assert all(o.statement in (cell.text or "") for o in mine)
            reached.append(-1 if best is None else best)
        places.append(reached)
    assert places == sorted(places, reverse=True)


def _stated(material: Material, **given: object) -> Material:
    return replace(material, claims=Claims(**given))  # type: ignore[arg-type]


GOALS = Finding(
    "f",
    "success-factor",
    "Goals on paper",
    Grounds((Member("code", "agenda-goals"),), (), None, "helps"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_tables_speak_every_language_and_hold_nothing_where_nothing_is(
    name: str, language: str
) -> None:
    """Without statements there are no rows (or a bare one per case), and no word is missing."""
    empty = Builder().build()
    one_case = Builder().case("only").build()
    for material in (empty, one_case, a_project().build()):
        table = make(name, material, TableOptions(language=language))
        assert table.title and all(column.label for column in table.columns)
        assert len(table.rows) == (len(material.cases) if name == "outcomes" else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_and_a_proposition_are_told_in_every_language(language: str) -> None:
    """Statements, placed cases, aside passages and drafts have their notes."""
    pins = (Pin("fjord", "contrary", "said at the seminar"),)
    goals = replace(GOALS, grounds=replace(GOALS.grounds, pins=pins))
    asserted = Grounds((Member("code", "agenda"),), pins, "gone:x", None, asserts=True, broken=True)
    material = _stated(
        a_project().build(),
        findings=(goals,),
        propositions=(Proposition("p", "They aim alike", asserted, "They had to", "holds"),),
        outcomes=(Outcome("o", "lyftet", "early", "They meet", "partial", "now"),),
    )
    for name in NAMES:
        table = make(name, material, TableOptions(language=language))
        assert table.rows and not any("{" in note for note in table.notes)
    table = make("findings", material, TableOptions(language=language))
    assert any("said at the seminar" in note for note in table.notes)
    assert table.labels[table.rows[0].cells["status"]] != "draft" or language == "en"


def test_sixty_cases_and_attributes_of_mixed_types() -> None:
    """Cases by an attribute that is sometimes a number, a word or nothing; the sums hold."""
    b = Builder().person("P", role=None)
    values: list[object] = [1, "two", 2.5, True, None]
    for n in range(60):
        case = Case(f"case-{n:02}", f"Case {n:02}", {"start": values[n % 5]} if n % 5 < 4 else {})
        b.cases.append(case)
        b.document(f"d{n}", case.id, "P" if n % 2 else None)
        b.code(f"d{n}", 0, 10, "agenda-goals", ("helps", "hinders", "mixed", None)[n % 4])
    material = _stated(b.build(), findings=(GOALS,))
    (row,) = make("findings", material).rows
    assert [row.cells[stance].value for stance in STANCES] == [15, 15, 15, 15]
    ordered = make("outcomes", material, TableOptions(order="start"))
    assert len(ordered.rows) == 60 and "start" in ordered.title


def test_narrowing_narrows_the_cases_that_are_added_up() -> None:
    """Of one case only that one counts, with its own passages."""
    material = _stated(a_project().build(), findings=(GOALS,))
    (row,) = make("findings", material, TableOptions(cases=("havnen",))).rows
    assert [row.cells[stance].value or 0 for stance in STANCES] == [1, 0, 0, 0]
    assert row.cells["supporting"].text == "1: Havnen"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "words", ["ord " * 3000, "<b>x</b> [/y]", "=1+1", "שלום עולם", "a\x07b\x00c"]
)
def test_odd_words_stand_in_the_cell_as_they_are(words: str) -> None:
    """Long, markup, formula, right to left, control characters; with a translation beside."""
    b = Builder().case("c").person("P", role=None).document("d", "c", "P", text=words)
    b.code("d", 0, len(words), "agenda-goals", "helps", coding="k")
    quote = ChosenQuote(
        *("q", "finding", "f", "k", "d", "c", "P", words),
        "sv",
        trimming=Trimming(),
        translation=Translation(words, "en", "Ann"),
    )
    material = _stated(b.build(), findings=(GOALS,), quotes=(quote,))
    (row,) = make("findings", material).rows
    said = row.cells["quotes"]
    plain = " ".join(words.replace("\x07", "").replace("\x00", "").split())
    assert isinstance(said, str) and said.count(plain) == 2 and "Ann" in said
