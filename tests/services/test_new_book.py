"""A codebook of one's own begins sound, and says what is still to be filled in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Code
from qualcode.errors import BadFile, Conflict, Invalid
from qualcode.exchange import codebook_yaml
from qualcode.services.creating import create_project
from qualcode.services.new_book import STARTS, NewBook, first_code, new_book, write_new


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("languages", [("en",), ("sv", "en"), ("fi",), ("nb", "da", "sv", "en")])
def test_any_start_is_a_sound_file(tmp_path: Path, start: str, languages: tuple[str, ...]) -> None:
    """It lints without errors, its remarks are of missing texts only, and a project takes it."""
    codes = [first_code("Pengar", languages[0], {"definition": "När", "include": "Om"})]
    book = new_book(NewBook("Vår egen", languages, start, codes=codes))
    file = tmp_path / "own.yaml"
    remarks = write_new(file, book)
    read, problems = codebook_yaml.check(file.read_text("utf-8"))
    assert read == book
    assert len(problems) == len(remarks)
    assert remarks and all(one.message.startswith("no ") and one.hint for one in remarks)
    assert not any(one.wrong for one in remarks)
    with create_project(tmp_path / "p", codebook=file, coder="ann") as made:
        assert made.codebooks.current() == book


def test_what_each_start_brings() -> None:
    """Conditions and scales, scales only, or neither; the code for what is new is always there."""
    kinds = {
        start: [code.kind for code in new_book(NewBook("B", start=start)).codes] for start in STARTS
    }
    assert kinds["conditions"] == ["condition"] * 5 + ["emergent"]
    assert kinds["blank"] == kinds["scales"] == ["emergent"]
    assert set(new_book(NewBook("B", start="scales")).scales) >= {"degree", "valence", "rating"}
    assert new_book(NewBook("B", start="blank")).scales == {}
    few = new_book(NewBook("B", start="blank", scales=("valence", "degree")))
    assert list(few.scales) == ["degree", "valence"]


def test_own_codes_stand_before_what_is_new() -> None:
    """They keep their order; below a condition they go where they say."""
    codes = [Code("b", {"en": "B"}), Code("a", {"en": "A"}), Code("c", {"en": "C"}, "ci-agenda")]
    book = new_book(NewBook("Own", codes=codes))
    top = [code.id for code in book.children(None)]
    assert top[-3:] == ["b", "a", "emergent"]
    assert [code.id for code in book.children("ci-agenda")] == ["c"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"title": "  "}, Invalid),
        ({"languages": ()}, Invalid),
        ({"languages": ("s v",)}, Invalid),
        ({"start": "half"}, Invalid),
        ({"scales": ("degre",)}, Invalid),
        ({"codes": [Code("ci-agenda", {"en": "X"})]}, Conflict),
        ({"codes": [Code("a b", {"en": "X"})]}, Invalid),
    ],
)
def test_what_cannot_be_is_refused(wrong, error) -> None:
    """Each with words of its own, before anything is written."""
    with pytest.raises(error) as caught:
        new_book(replace(NewBook("Own"), **wrong))
    assert caught.value.hint


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither a file that is there nor one of another kind, nor a folder that is not there."""
    book, file = new_book(NewBook("Own")), tmp_path / "own.yaml"
    file.write_text("mine")
    with pytest.raises(BadFile, match="is there already"):
        write_new(file, book)
    assert file.read_text() == "mine"
    for name in ("own.csv", "own", "nowhere/own.yaml"):
        with pytest.raises(BadFile):
            write_new(tmp_path / name, book)
    assert [one.name for one in tmp_path.iterdir()] == ["own.yaml"]
