"""`qualcode codebook new`: asked for on a terminal, or by options alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.cli import codebook_new


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty folder that the program is run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_by_options_alone(folder, run, done) -> None:
    """Title, languages, start, scales, first codes with what is said of them; nothing is asked."""
    found = done(
        *("codebook", "new", "own.yaml", "--title", "Barn och föreningar", "--language", "sv"),
        *("--language", "en", "--start", "scales", "--scales", "degree,rating"),
        *("--code", "pengar=Pengar", "--code", "tid=Tid", "--definition", "tid=Om tid"),
        *("--include", "tid=När", "--exclude", "tid=När inte"),
    )
    assert found["codes"] == ["pengar", "tid", "emergent"]
    assert (found["id"], found["scales"]) == ("barn-och-föreningar", ["degree", "rating"])
    assert all(one["hint"] for one in found["remarks"])
    linted = run("codebook", "lint", "own.yaml")
    assert linted.code == 0 and "no definition in sv" in linted.out
    assert run("init", "p", "--codebook", "own.yaml", "--coder", "ann").code == 0
    assert done("codebook", "show", "tid")["definition"] == {"sv": "Om tid"}


def test_the_usual_with_yes(folder, run) -> None:
    """`--yes` takes the name of the file, English, the five conditions, and says what is next."""
    ran = run("codebook", "new", "own.yaml", "--yes")
    assert (ran.code, ran.out) == (0, "own.yaml\n")
    assert (
        "6 codes" in ran.err and "codebook lint own.yaml" in ran.err and "qualcode init" in ran.err
    )


def test_asked_on_a_terminal(folder, run, monkeypatch) -> None:
    """What is not given is asked for; what cannot be is asked again, and nothing typed is lost."""
    monkeypatch.setattr(codebook_new, "asks", lambda: True)
    answers = [
        *("Our codebook", "sv; en", "sv, en", "nothing", "blank", "degre", "degree"),
        *("Pengar", "När någon talar om pengar", "", "", "Pengar", "Pengar!", "", "När", "", ""),
    ]
    ran = run("codebook", "new", "own.yaml", stdin="\n".join(answers) + "\n")
    assert ran.code == 0, ran.err
    assert "no scale" in ran.err and "same label" in ran.err
    text = Path("own.yaml").read_text("utf-8")
    assert "När någon talar om pengar" in text and "id: pengar-2" in text and "degree:" in text


def test_what_is_given_is_not_asked(folder, run, monkeypatch) -> None:
    """With all options on a terminal there is no question left."""
    monkeypatch.setattr(codebook_new, "asks", lambda: True)
    ran = run(
        *("codebook", "new", "own.yaml", "--title", "T", "--language", "en", "--start", "blank"),
        *("--scales", "none", "--code", "a=A"),
    )
    assert ran.code == 0, ran.err


def test_nothing_is_overwritten_and_wrong_words_are_refused(folder, run) -> None:
    """A file that is there stays; usage errors leave with 2, what can be mended with 1."""
    Path("own.yaml").write_text("mine")
    assert run("codebook", "new", "own.yaml", "--yes").code == 1
    assert Path("own.yaml").read_text() == "mine"
    assert run("codebook", "new", "other.yaml").code == 2
    assert run("codebook", "new", "other.yaml", "--yes", "--code", "x").code == 2
    assert run("codebook", "new", "other.yaml", "--yes", "--definition", "x=y").code == 2
    assert run("codebook", "new", "other.yaml", "--yes", "--start", "half").code == 2
    assert run("codebook", "new", "other.yaml", "--yes", "--scales", "half").code == 1
    assert run("codebook", "new", "other.csv", "--yes").code == 1
    assert [one.name for one in Path().iterdir()] == ["own.yaml"]
