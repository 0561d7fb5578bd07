"""A codebook file that people write in: what the program changes, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from qualcode.domain.codebook import Code
from qualcode.exchange import codebook_yaml
from qualcode.exchange.codebook_rewrite import rewrite
from tests.exchange.codebooks import codebooks

SHIPPED = Path(__file__).resolve().parents[2] / "codebooks"

OLD = """\
# our codebook, please keep this line
format: 1
id: small      # never change
version: "1.0"
languages: [en, sv]
title: {en: "Small", sv: 'Liten'}

codes:
  # ---- the aim ----
  - id: aim
    label:   {en: "Aim",   sv: "Mål"}
    definition:
      en: "What it is for."   # agreed in May
      sv: "Vad det är till för."

  # about patience, see the minutes
  - id: patience
    parent: aim
    label: {sv: "Tålamod", en: "Patience"}
    key: p
  - {id: last, label: Last}
# the end
"""


def book():
    return codebook_yaml.parse(OLD, "old.yaml")


def with_code(old, name, **changes):
    codes = tuple(replace(c, **changes) if c.id == name else c for c in old.codes)
    return replace(old, codes=codes)


def lines_changed(new):
    old, now = OLD.splitlines(), new.splitlines()
    return [line for line in now if line not in old], [line for line in old if line not in now]


def test_nothing_changed_is_the_same_file():
    """Writing what is there already changes no byte."""
    assert rewrite(OLD, book()) == OLD
    for path in SHIPPED.glob("*.yaml"):
        text = path.read_text("utf-8")
        assert rewrite(text, codebook_yaml.load(path)) == text


def test_one_label_is_one_line():
    """Spaces, quotation marks and order of the line stay too."""
    new = with_code(book(), "aim", label={"en": "Aim", "sv": "Syfte: vårt"})
    came, went = lines_changed(rewrite(OLD, new))
    assert came == ['    label:   {en: "Aim",   sv: "Syfte: vårt"}']
    assert went == ['    label:   {en: "Aim",   sv: "Mål"}']


def test_comments_stay_with_their_code():
    """A code that is moved takes the comment above it along; one that goes leaves it."""
    old = book()
    moved = replace(old, codes=(old.code("last"), old.code("aim"), old.code("patience")))
    text = rewrite(OLD, moved)
    assert codebook_yaml.parse(text, "x") == moved
    assert text.index("id: last") < text.index("id: aim") < text.index("# about patience")
    assert text.index("# about patience") < text.index("id: patience")
    gone = replace(old, codes=(old.code("aim"), old.code("last")))
    text = rewrite(OLD, gone)
    assert codebook_yaml.parse(text, "x") == gone
    for line in OLD.splitlines():
        assert "#" not in line or line in text


def test_new_parts_are_put_in_at_their_place():
    """A new code comes after the one before it, a new field after its neighbour."""
    old = book()
    fresh = Code("between", {"en": "Between", "sv": "Mellan 👪"}, parent="aim")
    new = with_code(old, "aim", retired=True)
    new = replace(new, codes=(new.codes[0], fresh, *new.codes[1:]), note="a: b # c")
    text = rewrite(OLD, new)
    assert codebook_yaml.parse(text, "x") == new
    came, went = lines_changed(text)
    assert went == [] and "      sv: Mellan 👪" in came and "    retired: true" in came
    assert text.index("id: aim") < text.index("id: between") < text.index("id: patience")


def test_a_field_that_goes_takes_its_line_only():
    """Nothing beside it changes."""
    came, went = lines_changed(rewrite(OLD, with_code(book(), "patience", key=None)))
    assert came == [] and went == ["    key: p"]


def test_windows_line_ends_stay():
    """A file from Windows stays one."""
    old = OLD.replace("\n", "\r\n")
    text = rewrite(old, replace(book(), version="1.1"))
    assert text == old.replace('"1.0"', '"1.1"')


@pytest.mark.parametrize(
    "old", ["", "{", "- a", OLD.replace("id: small", "id: other"), "id: small"]
)
def test_other_files_are_written_anew(old):
    """Another codebook, or a file with errors, gives way to the whole codebook."""
    assert codebook_yaml.parse(rewrite(old, book()), "x") == book()


@given(codebooks(), codebooks())
def test_any_change_arrives(old, new):
    """Whatever differs: the file says the new codebook, and its comments are there still."""
    new = replace(new, id=old.id)
    text = "# first\n" + codebook_yaml.dump(old).replace("\ncodes:", "\n# second\ncodes:")
    changed = rewrite(text, new)
    assert codebook_yaml.parse(changed, "x") == new
    assert changed.startswith("# first\n") and "\n# second\n" in changed
