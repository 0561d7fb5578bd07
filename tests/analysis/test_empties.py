"""Three kinds of empty, and what stands under a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode.analysis.tables import NAMES, make
from qualcode.domain.table import Counted, Table, TableOptions
from qualcode.errors import NotFound
from tests.builders import Builder, a_large_material, a_material, a_project


def shown(table: Table, row: str, column: str) -> str:
    cell = next(r for r in table.rows if r.key == row).cells[column]
    assert isinstance(cell, Counted)
    return cell.shown


def test_not_asked_nothing_said_and_denied_are_three_signs() -> None:
    """A guide without the condition, a guide with it, and a passage that denies it."""
    b = Builder().case("a").case("b").case("c").document("a1", "a").document("b1", "b")
    b.document("c1", "c").guide("agenda-goals")
    b.code("b1", 0, 20, "agenda-vision", None, "denied").code("c1", 0, 20, "agenda")
    table = make("conditions", b.build())
    assert [shown(table, case, "agenda") for case in "abc"] == ["–", "0", "1"]
    assert [shown(table, case, "backbone") for case in "abc"] == ["/", "/", "/"]
    denied = table.rows[1].cells["agenda"]
    assert isinstance(denied, Counted) and denied.codings == ("coding-000000",)
    assert denied.evidence


def test_without_a_guide_nothing_was_said() -> None:
    """One interview without a guide makes the case unknown, and a note says so."""
    b = (
        Builder()
        .case("a")
        .document("a1", "a")
        .document("a2", "a")
        .guide("agenda", documents=("a1",))
    )
    table = make("conditions", b.build())
    assert shown(table, "a", "backbone") == "–"
    assert any("In 1 case nothing tells what was asked" in note for note in table.notes)


def test_a_denied_passage_is_not_counted_beside_others() -> None:
    """One said and one denied are one passage; the note has the other."""
    b = Builder().case("a").document("a1", "a")
    b.code("a1", 0, 20, "agenda").code("a1", 30, 40, "agenda", None, "denied")
    table = make("conditions", b.build())
    assert shown(table, "a", "agenda") == "1"
    assert any(note.startswith("Not counted as passages: 1 passage") for note in table.notes)


def test_what_has_no_case_has_a_row_of_its_own() -> None:
    """Passages without a case are shown, not dropped, and are no case."""
    b = Builder().case("a").document("x", None).code("x", 0, 20, "agenda-goals", "helps")
    table = make("conditions", b.build())
    assert [row.key for row in table.rows] == ["a", ""]
    assert table.rows[1].label == "(no case)" and shown(table, "", "agenda") == "1"
    assert shown(make("success-factors", b.build()), "agenda-goals", "cases") == "–"


def lasting(table: Table) -> list[tuple[str, dict[str, object]]]:
    """The cells without what is prose in the language of the report."""
    prose = {c.key for c in table.columns if c.type == "text"} if table.name == "codebook" else ()
    return [
        (
            row.key,
            {
                key: replace(cell, text=None) if isinstance(cell, Counted) else cell
                for key, cell in row.cells.items()
                if key not in prose
            },
        )
        for row in table.rows
    ]


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
@pytest.mark.parametrize("name", NAMES)
def test_tables_have_words_in_every_language_and_the_same_keys(name: str, language: str) -> None:
    """Titles, labels and notes change with the language; keys, values and evidence do not."""
    table = make(name, a_material(), TableOptions(language=language))
    english = make(name, a_material())
    assert [c.key for c in table.columns] == [c.key for c in english.columns]
    assert lasting(table) == lasting(english)
    assert len(table.notes) == len(english.notes)
    assert "0123456789ab" in table.source and "2026-03-04" in table.source
    if language != "en":
        assert table.title != english.title and table.notes[0] != english.notes[0]


def test_all_tables_work_on_nothing() -> None:
    """No documents, no cases, no codings: tables without rows or with empty cells."""
    for name in NAMES:
        table = make(name, Builder().build())
        assert table.columns and table.source
        if name not in ("frequency", "codebook"):
            assert table.rows == ()


def test_sixty_cases_have_sixty_rows() -> None:
    """Every case is a row whether or not somebody spoke of it."""
    table = make("conditions", a_large_material(500))
    assert len(table.rows) == 60


def test_the_options_narrow_what_is_counted_and_say_so() -> None:
    """Coder, cases and codes each leave the rest out, denominators too."""
    b = a_project().code("l1", 0, 60, "agenda-goals", "helps", coder="bo")
    both = make("conditions", b.build())
    assert any("2 coders" in note for note in both.notes)
    anna = make("conditions", b.build(), TableOptions(coder="anna"))
    assert shown(both, "lyftet", "agenda") == "5" and shown(anna, "lyftet", "agenda") == "4"
    one = make("conditions", b.build(), TableOptions(cases=("havnen",)))
    assert [row.key for row in one.rows] == ["havnen"]
    assert one.source.startswith("Source: 1 case, 2 documents, 2 informants, 3 passages")
    codes = make("frequency", b.build(), TableOptions(codes=("agenda-goals",)))
    assert [row.key for row in codes.rows] == ["agenda-goals", "agenda-goals-written"]
    assert [
        c.key
        for c in make("conditions", b.build(), TableOptions(codes=("backbone-staff",))).columns
    ] == [
        "case",
        "backbone",
        "backbone.informants",
    ]


def test_an_unknown_table_names_the_nearest() -> None:
    """A slip of the finger is answered with the right name."""
    with pytest.raises(NotFound) as error:
        make("condition", a_material())
    assert "conditions" in error.value.hint


def test_retired_codes_stay_out_until_they_are_used() -> None:
    """A retired code has a row only where somebody used it."""
    b = a_project()
    codes = tuple(
        replace(code, retired=code.id in ("backbone-person", "context"))
        for code in b.codebook.codes
    )
    b.codebook = replace(b.codebook, codes=codes)
    keys = [row.key for row in make("frequency", b.build()).rows]
    assert "context" in keys and "backbone-person" not in keys
