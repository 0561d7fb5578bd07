"""What of the codebook tables leave out: extensions that are off, and words that may not go out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode.analysis.tables import make
from qualcode.domain.codebook import Code, Extension, Taken
from tests.builders import Builder, a_codebook


def _built(*, on: bool, coded: bool) -> Builder:
    """A project whose second condition is an extension."""
    extensions = {"hub": Extension("hub", {"en": "Hub"}, ("backbone",), on)}
    b = Builder(codebook=replace(a_codebook(), extensions=extensions))
    b.case("a").document("a1", "a").code("a1", 0, 20, "agenda")
    return b.code("a1", 30, 50, "backbone-staff") if coded else b


@pytest.mark.parametrize(
    ("on", "coded", "there"),
    [(True, False, True), (False, False, False), (False, True, True)],
)
def test_an_extension_that_is_off_is_no_empty_column(on: bool, coded: bool, there: bool) -> None:
    """Nobody asked for it; what was coded with it before still counts."""
    material = _built(on=on, coded=coded).build()
    columns = {column.key for column in make("conditions", material).columns}
    assert ("backbone" in columns) is there
    rows = {row.key for row in make("frequency", material).rows}
    assert ("backbone" in rows) is there
    assert ("backbone-person" in rows) is on


@pytest.mark.parametrize(("consent", "there"), [("yes", True), ("no", False), ("unknown", False)])
def test_examples_are_printed_with_consent_only(consent: str, there: bool) -> None:
    """An example from a passage is in the table of the codebook when its speaker said yes."""
    source = {"example.en": Taken("coding", "a1", "P1")}
    code = Code("own", {"en": "Own"}, example={"en": "Somebody's words"}, taken=source)
    book = a_codebook()
    b = Builder(codebook=replace(book, codes=(*book.codes, code)))
    b.case("a").person("P1", consent=consent).document("a1", "a", "P1")
    rows = {row.key: row for row in make("codebook", b.build()).rows}
    assert (rows["own"].cells["example"] == "Somebody's words") is there
