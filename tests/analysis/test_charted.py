"""Tables of what analysts wrote: bad cases, orders of cases, and cells that rest on nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from qualcode.analysis.ordering import NAMED
from qualcode.analysis.tables import make
from qualcode.domain.codebook import Scale, ScaleValue
from qualcode.domain.fingerprint import Change
from qualcode.domain.framework import Charted, ChartedCell, Place
from qualcode.domain.material import Material
from qualcode.domain.people import Case
from qualcode.domain.rating import DEFAULT_RULES, Event, Rating
from qualcode.domain.table import Counted, TableOptions
from tests.builders import Builder, a_codebook, a_material, materials

TABLES = ("ratings", "framework", "degrees", "development")


def _rating(case: str, value: int | None, **said) -> Rating:
    return Rating(
        id=f"{case}-{value}-{said}",
        case_id=case,
        code=said.get("code", "agenda"),
        period=said.get("period"),
        coder=said.get("coder", "anna"),
        kind=said.get("kind", "own"),
        value=value,
        sentence=said.get("sentence"),
        written="",
        links=said.get("links", ()),
        changes=said.get("changes", ()),
    )


def _with_scale(material: Material, charted: Charted) -> Material:
    book = a_codebook()
    values = tuple(ScaleValue(f"v{n}", {"en": f"Value {n}"}, n) for n in range(4))
    scale = Scale("rating", {"en": "Rating"}, "ordinal", "cell", values)
    book = replace(book, scales={**book.scales, "rating": scale})
    return replace(material, codebook=book, charted=charted)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("rows", ["case", "participant", "role"])
def test_nothing_at_all_makes_an_empty_table(name: str, rows: str) -> None:
    """No cases, no people, no documents, no codebook's scale of ratings."""
    table = make(name, Builder().build(), TableOptions(rows=rows))
    assert table.rows == () and table.title


@pytest.mark.parametrize("name", TABLES)
def test_one_case_without_codings_and_sixty_cases(name: str) -> None:
    """The smallest and the largest comparison that is likely."""
    one = make(name, Builder().case("a").build(), TableOptions(order=None))
    assert {row.key.split(":")[0] for row in one.rows} <= {"a"}
    many = Builder()
    for n in range(60):
        many.case(f"case-{n:02}")
    many.cases[3] = Case("case-03", "Case-03", {"start": 2019})
    if name != "degrees":
        table = make(name, many.build(), TableOptions(order="start"))
        assert table.rows[0].key.startswith("case-03")
        assert table.title.endswith("ordered by start")
        assert len(many.cases) > NAMED


def test_attributes_of_mixed_types_have_an_order() -> None:
    """Numbers before words, cases without the attribute last, ties by name."""
    b = Builder()
    for name, value in (("d", "x"), ("b", 3), ("a", 2.5), ("c", None), ("e", "X"), ("f", 3)):
        b.cases.append(Case(name, name, {} if value is None else {"size": value}))
    rows = make("framework", b.build(), TableOptions(order="size")).rows
    assert [row.key for row in rows] == ["a", "b", "f", "d", "e", "c"]
    turned = make("framework", b.build(), TableOptions(order="-size")).rows
    assert [row.key for row in turned] == ["d", "e", "b", "f", "a", "c"]


def test_the_last_rated_period_orders_cases_and_none_counts_before_all() -> None:
    """A rating over no period is the one that orders; else that of the latest period."""
    ratings = (
        *(_rating("lyftet", 0, period="start"), _rating("lyftet", 3, period="now")),
        *(_rating("havnen", 2), _rating("havnen", 0, period="later")),
        _rating("fjord", None),
    )
    material = _with_scale(a_material(), Charted(ratings=ratings))
    table = make("ratings", material, TableOptions(order="agenda"))
    assert [row.key for row in table.rows] == ["lyftet", "havnen", "fjord"]
    assert "(Lyftet 3, Havnen 2, Fjord –)" in table.title


def test_a_rating_marks_what_is_out_of_date_and_counts_people() -> None:
    """Its informants and organisations are those of the linked passages, and no others."""
    material = a_material()
    links = tuple(row.coding for row in material.codings if row.document_id in ("l1", "l2"))[:6]
    stale = (Change("x", "gone"),)
    charted = Charted(
        ratings=(_rating("lyftet", 2, links=links, changes=stale, sentence="So."),),
        rules=DEFAULT_RULES,
    )
    table = make("ratings", _with_scale(material, charted))
    cell = next(row.cells["agenda"] for row in table.rows if row.key == "lyftet")
    assert isinstance(cell, Counted)
    assert (cell.value, cell.codings) == (2, tuple(sorted(links)))
    assert cell.shown.startswith("2‡ So. (2 informants, 2 organisations; 2 passages against)")
    assert "Out of date (‡): Lyftet: Common agenda." in table.notes
    assert cell.evidence


def test_what_is_written_at_a_code_is_a_column_and_a_stale_cell_is_listed() -> None:
    """A sub-code with a summary stands beside the conditions; the stale one is named."""
    place = Place("case", "lyftet", "agenda-goals")
    cell = ChartedCell("1", place, "They aim.", "final", "anna", "", changes=(Change("x", "new"),))
    material = replace(a_material(), charted=Charted(cells=(cell,)))
    table = make("framework", material)
    assert [column.key for column in table.columns] == [
        "case",
        "agenda",
        "agenda-goals",
        "backbone",
    ]
    shown = next(row.cells["agenda-goals"] for row in table.rows if row.key == "lyftet")
    assert isinstance(shown, Counted) and shown.shown == "They aim.‡"
    assert "Out of date (‡), 1 cell: Lyftet: Goals." in table.notes


def test_events_without_a_period_of_the_project_are_in_a_note() -> None:
    """They are not lost when the periods are renamed."""
    events = (Event("1", "lyftet", "once", "event", "It rained."),)
    table = make("development", replace(a_material(), charted=Charted(events=events)))
    assert "Events of no period in the table: Lyftet: It rained." in table.notes


@given(materials())
def test_each_passage_is_in_the_cells_of_its_rows_once(material: Material) -> None:
    """Over the rows the cells hold every coding of the column that has a row, none twice."""
    for kind in ("case", "participant", "role"):
        table = make("framework", material, TableOptions(rows=kind))
        for code in ("agenda", "backbone"):
            below = material.codebook.below(code)
            roles = {person.id: person.role for person in material.participants}
            rows = {
                "case": lambda row: row.case_id,
                "participant": lambda row: row.participant_id,
                "role": lambda row, roles=roles: roles.get(row.participant_id),
            }
            held = [row.coding for row in material.codings if row.code in below and rows[kind](row)]
            cells = [row.cells[code] for row in table.rows]
            found = [
                coding for cell in cells if isinstance(cell, Counted) for coding in cell.codings
            ]
            assert sorted(found) == sorted(held)


@pytest.mark.parametrize(("stance", "printed"), [("reliability", True), ("single-coder", False)])
def test_the_coefficient_of_raters_is_printed_where_the_stance_has_it(
    stance: str, printed: bool
) -> None:
    """Same and near values are counted in any stance; NE beside a number is neither."""
    pairs = {"lyftet": (0, 0), "havnen": (1, 2), "fjord": (None, 3)}
    ratings = tuple(
        _rating(case, value, coder=coder)
        for case, values in pairs.items()
        for coder, value in zip(("anna", "bo"), values, strict=True)
    )
    material = _with_scale(a_material(), Charted(ratings=ratings, stance=stance))
    notes = make("ratings", material).notes
    counted = "Two or more raters, 3 cells: 1 with the same value, 2 at most one step apart"
    assert any(note.startswith(counted) for note in notes)
    alpha = [note for note in notes if note.startswith("Agreement of the raters")]
    assert bool(alpha) == printed
    assert all("(2 cells that two or more rated" in note for note in alpha)
