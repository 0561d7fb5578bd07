"""Material, voices, coverage, crosstab and trustworthiness on made-up projects of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.analysis.tables import make
from qualcode.domain.book_history import BookHistory, CodeChange
from qualcode.domain.codebook import Code
from qualcode.domain.emergent import LabelDecision
from qualcode.domain.material import Material
from qualcode.domain.people import Case, Organisation
from qualcode.domain.reading import Reading, UnitRow
from qualcode.domain.table import Counted, Row, Table, TableOptions
from qualcode.errors import Invalid, NotFound
from tests.builders import WORDS, Builder, a_large_material, a_project, materials

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LENGTH = len(WORDS)


def by_key(table: Table) -> dict[str, Row]:
    return {row.key: row for row in table.rows}


def value(row: Row, column: str) -> int:
    cell = row.cells[column]
    assert isinstance(cell, Counted)
    return cell.value or 0


def units_of(material: Material, turns: int = 4) -> Material:
    """The material with its documents cut into units as long as the words they are made of."""
    units = tuple(
        UnitRow(
            *(document.id, n, (n - 1) * LENGTH, n * LENGTH),
            coders=tuple(
                sorted(
                    {
                        row.coder
                        for row in material.codings
                        if row.document_id == document.id
                        and row.start < n * LENGTH
                        and row.end > (n - 1) * LENGTH
                    }
                )
            ),
            readers=("anna",) if n == 1 else (),
        )
        for document in material.documents
        for n in range(1, turns + 1)
    )
    return replace(material, reading=Reading(units=units, stance="reliability"))


@quick
@given(materials())
def test_units_are_read_coded_or_unread(material: Material) -> None:
    """The three add up to the units, in each case and document, and cases add up to documents."""
    cases, documents = (make(name, units_of(material)) for name in ("material", "coverage"))
    for row in (*cases.rows, *documents.rows):
        parts = [row.cells[key] for key in ("read", "coded", "unread")]
        assert sum(parts) == row.cells["units"]
    for key in ("units", "read", "coded", "unread"):
        assert sum(r.cells[key] for r in cases.rows) == sum(r.cells[key] for r in documents.rows)
    assert sum(row.cells["documents"] for row in cases.rows) == len(material.documents)
    assert sum(row.cells["words"] for row in cases.rows) == sum(
        document.words for document in material.documents
    )


@quick
@given(materials(), st.sampled_from(["valence", "standing", "coder", "role", "case", "document"]))
def test_a_crosstab_adds_up(material: Material, by: str) -> None:
    """Over an attribute with one value per coding, passages of the columns cover all of them."""
    table = make("crosstab", material, TableOptions(by=by))
    for row in table.rows:
        parts = [cell for key, cell in row.cells.items() if key.startswith(f"{by}:")]
        behind = {coding for cell in parts for coding in cell.codings}
        assert behind == set(row.cells["all"].codings)
        assert sum(len(cell.codings) for cell in parts) == len(behind)
        total = sum(cell.value or 0 for cell in parts)
        assert total >= value(row, "all") if by == "valence" else total == value(row, "all")


@quick
@given(materials(), st.sampled_from(["role", "organisation", "consent"]))
def test_voices_never_exceed_those_who_were_asked(material: Material, by: str) -> None:
    """Per condition: by side at most all who speak of it, at most all asked, at most the row."""
    table = make("voices", material, TableOptions(by=by))
    for row in table.rows:
        people = row.cells["informants"]
        assert people >= 3
        for code in ("agenda", "backbone"):
            said = value(row, code)
            for side in ("helps", "hinders", "mixed"):
                assert value(row, f"{code}.{side}") <= said
            assert said <= row.cells[f"{code}.asked"] <= people


@quick
@given(materials())
def test_shares_of_participants_are_of_all_passages(material: Material) -> None:
    """Each passage belongs to one informant, so the passages add up to all there are."""
    table = make("quotes-per-participant", material)
    total = len({row.segment for row in material.codings})
    assert sum(value(row, "passages") for row in table.rows) == total
    assert not table.rows or sum(row.cells["share"] for row in table.rows) == pytest.approx(100, 1)


@quick
@given(materials())
def test_marked_units_are_marked_by_one_or_by_several(material: Material) -> None:
    """Both and apart add up to the marked units; coefficients are None or at most 1."""
    table = make("trustworthiness", units_of(material))
    for row in table.rows:
        if row.cells["metric"] != "coverage":
            assert value(row, "both") + value(row, "apart") == value(row, "marked")
            assert value(row, "marked") <= row.cells["units"]
            for key in ("agreement", "f1", "alpha", "kappa"):
                assert row.cells[key] is None or row.cells[key] <= 1


def two_coders(stance: str = "reliability", documents: int = 1) -> Material:
    """Two coders on the same documents of four units each; they differ on the third unit."""
    b = Builder().case("a")
    for n in range(documents):
        name = f"d{n}"
        b.document(name, "a", text=WORDS * 4)
        for coder, units in (("anna", (0, 2)), ("bo", (0, 3))):
            for unit in units:
                start = unit * LENGTH
                b.code(name, start, start + LENGTH - 1, "agenda-goals", coder=coder)
    material = units_of(b.build())
    assert material.reading is not None
    return replace(material, reading=replace(material.reading, stance=stance))


def test_two_coders_of_the_same_document() -> None:
    """Ten-unit arithmetic on four: one unit both, two apart; F1 a half; alpha by hand."""
    rows = by_key(make("trustworthiness", two_coders()))
    row = rows["agenda-goals:word:anna, bo"]
    assert [value(row, key) for key in ("marked", "both", "apart")] == [3, 1, 2]
    assert (row.cells["units"], row.cells["agreement"], row.cells["f1"]) == (4, 0.5, 0.5)
    assert row.cells["kappa"] == 0.0 and row.cells["alpha"] == 0.125
    assert row.cells["alpha_low"] is None
    assert "agenda:half:anna, bo" in rows and "agenda-goals:coverage:bo" in rows


def test_an_interval_from_six_transcripts_on() -> None:
    """Five say that they are too few; six have an interval and say how it was drawn."""
    five, six = (make("trustworthiness", two_coders(documents=n)) for n in (5, 6))
    assert any("Too few transcripts" in note and "(5)" in note for note in five.notes)
    assert any("2000 draws" in note for note in six.notes)
    row = by_key(six)["agenda-goals:word:anna, bo"]
    assert row.cells["alpha_low"] <= row.cells["alpha"] <= row.cells["alpha_high"]


@pytest.mark.parametrize("stance", ["codebook-with-dialogue", "single-coder"])
def test_other_stances_print_no_coefficient(stance: str) -> None:
    """No column of a coefficient; the units that coders differ on stay."""
    table = make("trustworthiness", two_coders(stance))
    keys = {column.key for column in table.columns}
    assert not keys & {"alpha", "kappa", "f1", "agreement"} and "apart" in keys
    assert any("prints no coefficients" in note for note in table.notes)


def test_one_coder_is_said_to_be_single() -> None:
    """Coverage of the one coder and the words for it."""
    b = Builder().case("a").document("d", "a", text=WORDS * 4).code("d", 0, 50, "agenda-goals")
    table = make("trustworthiness", units_of(b.build()))
    assert {row.cells["metric"] for row in table.rows} == {"coverage"}
    assert any(note.startswith("Single coder") for note in table.notes)
    whole = table.rows[0]
    assert (whole.cells["units"], whole.cells["share"], value(whole, "marked")) == (4, 100.0, 1)


def test_a_part_of_a_word_marks_no_unit() -> None:
    """A passage that only nibbles at the first word of the next unit has not marked it."""
    b = Builder().case("a").document("d", "a", text=WORDS * 4)
    b.code("d", 10, LENGTH + 1, "agenda").code("d", 10, LENGTH + 3, "backbone")
    rows = by_key(make("trustworthiness", units_of(b.build())))
    assert value(rows["agenda:coverage:anna"], "marked") == 1
    assert value(rows["backbone:coverage:anna"], "marked") == 2


def test_mixed_attributes_stand_in_a_sane_order() -> None:
    """Numbers by size, then words, then what is missing, by name; 2015 and "2015" are one."""
    b = Builder()
    values = [2015, "2015", 9, 10.0, "ten", True, None, "Ålesund", ""]
    for n, start in enumerate(values):
        b.cases.append(Case(f"c{n}", f"C{n}", {} if start is None else {"start": start}))
        b.document(f"d{n}", f"c{n}").code(f"d{n}", 0, 9, "agenda")
    table = make("crosstab", b.build(), TableOptions(by="start", count="cases"))
    keys = [column.key for column in table.columns[2:]]
    assert keys == ["start:9", "start:10", "start:2015", *keys[3:]]
    assert keys[3:] == ["start:ten", "start:yes", "start:Ålesund", "start:"]
    assert table.columns[-1].label == "(not stated)"
    row = table.rows[0]
    assert [value(row, key) for key in keys] == [1, 1, 2, 1, 1, 1, 2]
    assert value(row, "all") == 9


def test_a_document_in_two_groups_counts_in_both() -> None:
    """Columns of groups can add up to more than all."""
    b = Builder().case("a").document("d", "a", groups=("x", "y")).code("d", 0, 9, "agenda")
    row = make("crosstab", b.build(), TableOptions(by="group")).rows[0]
    assert [value(row, key) for key in ("all", "group:x", "group:y")] == [1, 1, 1]


def test_a_code_without_a_case_is_counted_as_missing() -> None:
    """Its passages stand under no case, and count as no case."""
    b = Builder().case("a").document("d").code("d", 0, 9, "agenda")
    row = make("crosstab", b.build()).rows[0]
    assert value(row, "case:") == 1
    row = make("crosstab", b.build(), TableOptions(count="cases")).rows[0]
    assert value(row, "all") == 0


def test_unknown_attributes_and_counts_are_answered() -> None:
    """The nearest attribute is named."""
    with pytest.raises(NotFound) as error:
        make("crosstab", a_project().build(), TableOptions(by="valnce"))
    assert "valence" in error.value.hint
    with pytest.raises(Invalid):
        make("crosstab", a_project().build(), TableOptions(count="words"))
    with pytest.raises(NotFound):
        make("voices", a_project().build(), TableOptions(by="language"))


def test_small_roles_stand_together_or_not_at_all() -> None:
    """Two teachers and a coordinator are one row; two people alone are left out and counted."""
    b = Builder().case("a")
    for n, role in enumerate(["teacher", "teacher", "chair", "clerk", "clerk", "clerk", None]):
        b.person(f"P{n}", role=role).document(f"d{n}", "a", f"P{n}")
        b.code(f"d{n}", 0, 9, "agenda", "helps")
    table = make("voices", b.build())
    assert {row.key: row.cells["informants"] for row in table.rows} == {"clerk": 3, "together:": 4}
    assert value(by_key(table)["together:"], "agenda.helps") == 4
    few = (
        Builder().case("a").person("P", role=None).document("d", "a", "P").code("d", 0, 9, "agenda")
    )
    table = make("voices", few.build())
    assert table.rows == () and any("Left out" in note for note in table.notes)


def test_who_was_not_asked_is_no_denominator() -> None:
    """A guide without the condition: nobody asked, and the empty cell says so."""
    b = Builder().case("a").guide("agenda")
    for n in range(3):
        b.person(f"P{n}", role="clerk").document(f"d{n}", "a", f"P{n}")
    b.code("d0", 0, 9, "agenda")
    row = make("voices", b.build()).rows[0]
    assert (row.cells["agenda.asked"], value(row, "agenda")) == (3, 1)
    cell = row.cells["backbone"]
    assert isinstance(cell, Counted) and (row.cells["backbone.asked"], cell.shown) == (0, "/")
    b.code("d1", 0, 9, "backbone")
    row = make("voices", b.build()).rows[0]
    assert (row.cells["backbone.asked"], value(row, "backbone")) == (1, 1)


def test_organisation_types_are_an_attribute_of_people() -> None:
    """By the type of the organisation that an informant works for."""
    b = Builder().case("a")
    for n in range(3):
        b.person(f"P{n}", organisation="town").document(f"d{n}", "a", f"P{n}")
    b.organisations[:] = [Organisation("town", "Town", type="municipality")]
    table = make("voices", b.build(), TableOptions(by="organisation-type"))
    assert [row.key for row in table.rows] == ["municipality"]


def test_units_that_nobody_read_are_named() -> None:
    """By document and number of the turn; where there are none it says so."""
    b = Builder().case("a").document("d", "a").code("d", 0, LENGTH * 3, "agenda")
    notes = make("coverage", units_of(b.build())).notes
    assert any("Unread: 1 unit" in note and "d (4)" in note for note in notes)
    notes = make("material", units_of(b.build(), turns=3)).notes
    assert "No unit is unread." in notes


def test_one_person_who_carries_much_is_named() -> None:
    """Above a fifth of the passages."""
    b = Builder().case("a").person("P1").person("P2").document("d", "a", "P1")
    b.document("e", "a", "P2")
    for n in range(8):
        b.code("d", n * 10, n * 10 + 9, "agenda")
    b.code("e", 0, 9, "agenda")
    notes = make("quotes-per-participant", b.build()).notes
    assert any(note.startswith("More than 20 %") and note.endswith(": P1.") for note in notes)


def test_the_codebook_tells_its_history_and_labels() -> None:
    """A change with its counts, and every label once, decided or not."""
    change = CodeChange("merged", "1.0+2", "2026-03-04", "anna", "too near", 12, 0)
    labels = (
        LabelDecision("paper", "undecided", codings=1, documents=1),
        LabelDecision("trust", "code", "agenda", None, "bo", "2026-03-05T00:00:00Z"),
    )
    b = a_project()
    fresh = Code("emergent", {"en": "Emergent"}, kind="emergent")
    b.codebook = replace(b.codebook, codes=(*b.codebook.codes, fresh))
    b.code("h1", 0, 9, "emergent", label="paper")
    history = BookHistory({"agenda-goals": (change,)}, labels)
    table = make("codebook", replace(b.build(), history=history))
    rows = by_key(table)
    told = rows["agenda-goals"].cells["history"]
    assert told == "merged 2026-03-04 (1.0+2, anna: too near), codings 12 → 0"
    assert value(rows["label:paper"], "passages") == 1
    assert rows["label:trust"].cells["history"] == "became a code: Common agenda 2026-03-05 (bo)"
    assert any("2 labels, of them 1 decided and 1 undecided" in note for note in table.notes)


@pytest.mark.parametrize("name", ["material", "voices", "crosstab", "coverage", "saturation"])
def test_sixty_cases_and_one(name: str) -> None:
    """Nothing breaks with sixty cases, nor with one of them."""
    material = a_large_material(600)
    assert len(make("material", material).rows) == 60
    assert make(name, material).rows
    assert make(name, material, TableOptions(cases=("case-00",))).source.startswith(
        "Source: 1 case"
    )
