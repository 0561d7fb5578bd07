"""A new code together with its coding, by command."""

from __future__ import annotations

import sqlite3

import pytest

from qualcode.storage import store
from tests.cli.conftest import Run

NEW = ("code", "add", "talk-1", "--turn", 2, "--new")


def test_a_new_code_and_its_coding_are_one_act(project, done) -> None:
    """Printed as `code add` prints a coding, with the new code's id; one undo takes back both."""
    said = ("--valence", "helps", "--memo", "m", "--degree", 2, "--from", "A", "--to", "B")
    coding = done(*NEW, "Who meets", "--under", "agenda", "--reason", "seen here", *said)
    plain = done("code", "show", coding["id"])
    assert coding == {**plain, "new_code": "agenda-who-meets"}
    assert (plain["code"], plain["valence"], plain["memo"]) == ("agenda-who-meets", "helps", "m")
    assert [degree["value"] for degree in plain["degrees"]] == [2]
    shown = done("codebook", "show", "agenda-who-meets")
    assert (shown["parent"], shown["label"]) == ("agenda", {"en": "Who meets"})
    assert done("codebook", "log")[0]["reason"] == "seen here"
    assert done("undo")["kind"] == "code.new"
    assert done("code", "list") == []
    assert "agenda-who-meets" not in {code["id"] for code in done("codebook", "list")}


def test_the_label_is_in_the_language_that_is_named(project, done, run: Run) -> None:
    """Else in the project's first; without --json the id of the coding stands alone."""
    ran = run(*NEW, "Vilka ses", "--under", "agenda", "--language", "sv")
    assert done("code", "show", ran.out.strip())["code"] == "agenda-vilka-ses"
    assert "A new code below agenda: agenda-vilka-ses" in ran.err
    assert done("codebook", "show", "agenda-vilka-ses")["label"] == {"sv": "Vilka ses"}
    wrong = run(*NEW, "Other", "--under", "agenda", "--language", "xx", "--json")
    assert (wrong.code, wrong.error["code"]) == (1, "invalid")
    assert "en, sv" in wrong.error["hint"]


@pytest.mark.parametrize(
    ("label", "under", "code", "hint"),
    [
        ("Mål", "agenda", "conflict", "--code agenda-goals"),
        ("Nytt", "agendda", "not-found", "agenda"),
        ("Nytt", "backbone-person", "invalid", "Revive it first."),
        ("Nytt", "emergent", "invalid", "--code emergent --label TEXT"),
        ("", "agenda", "invalid", "words"),
    ],
)
def test_what_stands_in_the_way_is_said(project, run, done, label, under, code, hint) -> None:
    """Exit 1 with what to do instead; neither code nor coding is there."""
    done("codebook", "retire", "backbone-person")
    before = done("codebook", "list")
    ran = run(*NEW, label, "--under", under, "--json")
    assert (ran.code, ran.error["code"]) == (1, code)
    assert hint in ran.error["hint"]
    assert done("codebook", "list") == before and done("code", "list") == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--code ID, or --new LABEL --under ID"),
        (("--new", "Mål"), "--under ID"),
        (("--new", "Mål", "--under", "agenda", "--code", "agenda-goals"), "give one"),
        (("--new", "Nytt", "--under", "agenda", "--label", "ny"), "emergent"),
        (("--code", "agenda", "--under", "backbone"), "belong to --new"),
        (("--code", "agenda", "--language", "sv"), "belong to --new"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(project, run, done, options, said) -> None:
    """Exit 2, and what was meant."""
    ran = run("code", "add", "talk-1", "--turn", 2, *options)
    assert ran.code == 2 and said in ran.err
    assert done("code", "list") == []


def test_without_a_coder_or_beyond_the_text_there_is_no_new_code(project, run, done) -> None:
    """Who codes has to be known, and the passage has to be there, before the codebook changes."""
    before = done("codebook", "list")
    place = ("code", "add", "talk-1", "--new", "Nytt", "--under", "agenda", "--span")
    assert run(*place, "0:9999", "--json").error["code"] == "invalid"
    done("project", "set", "coder", "")
    ran = run(*place, "0:9", "--json")
    assert ran.code == 1 and "--coder" in ran.error["hint"]
    assert done("codebook", "list") == before


def test_a_locked_project_takes_no_new_code(project, run, done, monkeypatch) -> None:
    """While another program writes, exit 3, and nothing has come in."""
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    other = sqlite3.connect(project, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ran = run(*NEW, "Nytt", "--under", "agenda", "--json")
    other.execute("ROLLBACK")
    other.close()
    assert (ran.code, ran.error["code"]) == (3, "locked")
    assert done("code", "list") == []
