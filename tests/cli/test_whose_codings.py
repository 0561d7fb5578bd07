"""What another coder made is changed with a warning; their extents are left to them."""

from __future__ import annotations

import pytest

from tests.cli.conftest import words

TOLD = (
    "code set CODING --valence helps",
    "code set CODING --code agenda",
    "code remove CODING",
    "passage set CODING --standing past",
    "passage set SEGMENT --memo m",
    "degree add CODING 4 --from A --to C",
    "degree set DEGREE --value 4",
    "degree remove DEGREE",
    "memo set MEMO other",
    "memo remove MEMO",
)
REFUSED = ("passage extend SEGMENT --span 34:60", "passage split SEGMENT --at 41")


@pytest.fixture
def theirs(project, done) -> dict[str, str]:
    """Bo's coding, its passage, the degree and the memo on it."""
    place = ("code", "add", "talk-1", "--span", "34:50", "--code", "backbone")
    made = done(*place, "--degree", 2, "--from", "A", "--to", "B", "--coder", "Bo Ek")
    memo = done("memo", "add", "n", "--segment", made["segment"], "--coder", "Bo Ek")
    return {
        "MEMO": memo["id"],
        "CODING": made["id"],
        "SEGMENT": made["segment"],
        "DEGREE": made["degrees"][0]["id"],
    }


@pytest.mark.parametrize("line", TOLD)
def test_whose_it_is_is_said(theirs, run, line: str) -> None:
    """It is done, for it was named; whose it was is said, unless one acts as them."""
    command = [theirs.get(word, word) for word in words(line)]
    ran = run(*command)
    assert ran.code == 0 and "made by Bo Ek" in ran.err
    assert run("undo").code == 0
    ran = run(*command, "--coder", "Bo Ek")
    assert ran.code == 0 and "made by" not in ran.err


@pytest.mark.parametrize("line", REFUSED)
def test_only_who_made_it_changes_its_extent(theirs, run, done, line: str) -> None:
    """Exit 1 with whose it is and how to act as them; nothing is changed. As them it is done."""
    command = [theirs.get(word, word) for word in words(line)]
    before = (done("code", "list"), done("degree", "list"), done("passage", "list", "talk-1"))
    ran = run(*command, "--json")
    assert (ran.code, ran.out, ran.error["code"]) == (1, "", "conflict")
    assert "Bo Ek" in ran.error["message"] and '--coder "Bo Ek"' in ran.error["hint"]
    now = (done("code", "list"), done("degree", "list"), done("passage", "list", "talk-1"))
    assert now == before
    assert run(*command, "--coder", "Bo Ek").code == 0
    assert done("undo", "--coder", "Bo Ek")["kind"]


def test_who_acts_may_be_said_once_for_all(theirs, run, done, monkeypatch) -> None:
    """By the environment, or as the project's default coder, as everywhere."""
    extend = ("passage", "extend", theirs["SEGMENT"], "--span")
    monkeypatch.setenv("QUALCODE_CODER", "Bo Ek")
    assert run(*extend, "34:60").code == 0
    monkeypatch.delenv("QUALCODE_CODER")
    assert run(*extend, "34:70").code == 1
    done("project", "set", "coder", "Bo Ek")
    assert run(*extend, "34:70").code == 0


def test_a_slip_in_the_name_makes_no_coder(theirs, run, done) -> None:
    """Who is refused has not become a coder by asking."""
    assert run("passage", "split", theirs["SEGMENT"], "--at", "41", "--coder", "Bo").code == 1
    assert [coder["name"] for coder in done("coder", "list")] == ["Bo Ek", "ann"]


def test_a_coding_of_anothers_is_still_said_to_be_right(theirs, done) -> None:
    """That a coding needs no change can be said by anybody: nothing in it is changed."""
    done("codebook", "define", "backbone", "--definition", "en=Other")
    (waiting,) = done("codebook", "worklist")
    assert waiting["coding"]["coder"] == "Bo Ek"
    assert done("codebook", "worklist", "--right", theirs["CODING"]) == {"settled": 1}
