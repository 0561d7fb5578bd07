"""Which words stand for many, and whose words may not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.tables import make
from qualcode.domain.quoting import shorten, tidy, typical
from tests.builders import Builder, a_material, a_project


def test_only_people_who_said_yes_are_quoted() -> None:
    """No and unknown are not yes; the only speaker of a factor then leaves it without a quote."""
    material = a_material()
    quoted = typical(material, material.codings, limit=20)
    assert {q.source.participant_id for q in quoted} == {"P1", "P2"}
    row = next(r for r in make("pitfalls", material).rows if r.key == "agenda-goals")
    assert row.cells["quote"] is None


def test_the_typical_quote_is_nearest_the_median() -> None:
    """Of 45, 60 and 300 characters the middle one; one of 20 does not stand alone."""
    b = Builder().case("a").person("P", role="teacher").document("d", "a", "P")
    for start, length in ((0, 20), (50, 45), (150, 60), (300, 300)):
        b.code("d", start, start + length, "agenda-goals", "helps")
    material = b.build()
    (quote,) = typical(material, material.codings)
    assert (quote.source.start, quote.source.end) == (150, 210)
    assert quote.attribution == "P, teacher" and quote.line.endswith("(P, teacher)")


def test_further_quotes_come_from_other_cases_and_people() -> None:
    """Two quotes of a factor that two cases speak of come from both of them."""
    material = a_project().build()
    said = [row for row in material.codings if row.code == "agenda-goals"]
    assert {q.source.case_id for q in typical(material, said, limit=2)} == {"lyftet", "havnen"}


def test_the_same_words_coded_twice_are_one_quote() -> None:
    """Two coders on one span give one quotation."""
    b = Builder().case("a").person("P").document("d", "a", "P")
    b.code("d", 0, 50, "agenda").code("d", 0, 50, "agenda", coder="bo")
    material = b.build()
    assert len(typical(material, material.codings, limit=5)) == 1


def test_the_working_table_says_who_may_be_quoted() -> None:
    """The table of passages shows all words and the consent beside them."""
    table = make("quotes", a_material())
    consents = {row.cells["participant"]: row.cells["consent"] for row in table.rows}
    assert consents == {"P1": "yes", "P2": "yes", "P3": "no", None: "unknown"}
    assert all(row.cells["quote"] for row in table.rows)


@given(st.text(), st.integers(2, 80))
def test_tidy_words_are_one_printable_line(text: str, limit: int) -> None:
    """No control characters, no breaks, and shortening keeps whole words from the beginning."""
    line = tidy(text)
    assert line == tidy(line) and all(ord(c) >= 32 and c not in "\x7f\ufffe\uffff" for c in line)
    short = shorten(line, limit)
    assert short == line or (short.endswith(" […]") and line.startswith(short[: -len(" […]")]))
    assert len(short) <= max(limit + 4, 4)


def test_long_words_are_cut_after_a_word() -> None:
    """A quote of three thousand words is printed as its beginning."""
    short = shorten("word " * 3000)
    assert len(short) < 610 and short.endswith("word […]")
