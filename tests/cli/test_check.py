"""`qualcode check` counts what waits, and each count is what the command it names lists."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.charting import a_charted_project, coded

AGENDA, GOALS = ("Lyftet", "agenda"), ("Lyftet", "agenda-goals")


@pytest.fixture
def coding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The only project of the folder, with a coding of the goals by each of three people."""
    with a_charted_project(tmp_path) as p:
        found = {who: coded(p, who, 40, "agenda-goals") for who in ("P1", "P2", "P3")}
    monkeypatch.chdir(tmp_path)
    return found


@pytest.fixture
def found(done, run):
    """A finding of the check by its code; what it counts is what its command lists."""

    def look(code: str) -> dict | None:
        ran = run("check", "--json")
        assert ran.code == 0
        known = {one["code"]: one for one in ran.json}
        if code not in known:
            return None
        one = known[code]
        told = run("check")
        assert told.code == 0
        assert f"{one['level']}: {one['message']}\n" in told.out
        assert f"  {one['hint']}\n" in told.out and one["command"] in one["hint"]
        program, *command = shlex.split(one["command"])
        assert program == "qualcode"
        assert len(done(*command)) == one["count"]
        return one

    return look


def test_stale_cells_are_counted_in_every_code_and_kind_of_row(coding, done, found) -> None:
    """Summaries of sub-codes, participants and roles count; fresh and empty cells do not."""
    assert found("stale-cell") is None
    done("cell", "write", *AGENDA, "They agree.")
    done("cell", "write", *GOALS, "They agree.")
    done("cell", "write", "P1", "agenda", "She agrees.", "--rows", "participant")
    done("cell", "write", "P2", "agenda", "He agrees.", "--rows", "participant")
    done("cell", "write", "chair", "agenda-goals", "Chairs agree.", "--rows", "role")
    assert found("stale-cell") is None
    done("code", "set", coding["P2"], "--valence", "mixed")
    one = found("stale-cell")
    assert (one["level"], one["count"]) == ("warning", 3)
    assert one["message"] == "3 summaries of the framework matrix are out of date."
    listed = done("cell", "list", "--everywhere", "--stale")
    assert [(cell["rows"], cell["row"], cell["code"]) for cell in listed] == [
        ("case", *AGENDA),
        ("case", *GOALS),
        ("participant", "P2", "agenda"),
    ]
    done("cell", "refresh", *AGENDA)
    done("cell", "write", *GOALS, "")
    one = found("stale-cell")
    assert one["message"] == "1 summary of the framework matrix is out of date."
    done("cell", "refresh", "P2", "agenda", "--rows", "participant")
    assert found("stale-cell") is None


def test_everything_written_is_listed_and_a_part_of_it_is_wrong_usage(coding, done, run) -> None:
    """--everywhere shows the codes with a summary, and goes with no choice of rows or codes."""
    assert done("cell", "list", "--everywhere") == []
    done("cell", "write", *GOALS, "They agree.")
    assert [(one["row"], one["state"]) for one in done("cell", "list", "--everywhere")] == [
        ("Lyftet", "fresh"),
        ("Havnen", "nothing-said"),
    ]
    for other in (("--rows", "role"), ("--row", "Lyftet"), ("--code", "agenda")):
        assert run("cell", "list", "--everywhere", *other).code == 2


def test_stale_ratings_are_counted(coding, done, found) -> None:
    """A rating whose cell has changed since waits until somebody says that it is still right."""
    kept = done("cell", "rate", *AGENDA, 1, "--link", coding["P1"])["id"]
    done("cell", "rate", "Lyftet", "backbone", "NE")
    assert found("stale-rating") is None
    done("code", "remove", coding["P3"])
    assert (found("stale-rating")["count"], found("stale-cell")) == (1, None)
    done("cell", "keep", kept)
    assert found("stale-rating") is None


CLAIMS = (("finding", ("--kind", "success-factor")), ("proposition", ("--towards", "helps")))


@pytest.mark.parametrize(("noun", "given"), CLAIMS)
def test_statements_that_were_outgrown_are_counted(coding, done, run, found, noun, given) -> None:
    """Final ones with something new against them count; drafts and others do not."""
    for name, code in (
        ("One", "agenda"),
        ("Two", "agenda"),
        ("Draft", "agenda"),
        ("Far", "backbone"),
    ):
        done(noun, "add", name, "--code", code, *given)
        done(noun, "contrary", name)
        if name != "Draft":
            done(noun, "set", name, "--status", "final")
    assert found(f"outgrown-{noun}") is None
    late = ("talk-P4", "--span", "60:70", "--code", "agenda", "--valence", "hinders")
    done("code", "add", *late)
    one = found(f"outgrown-{noun}")
    assert (one["level"], one["count"]) == ("warning", 2)
    assert one["message"] == f"More speaks against 2 final {noun}s than was looked at."
    listed = done(noun, "list", "--outgrown")
    assert [(each["statement"], each["outgrown"]) for each in listed] == [
        ("One", True),
        ("Two", True),
    ]
    done(noun, "contrary", "One")
    assert found(f"outgrown-{noun}")["message"] == (
        f"More speaks against 1 final {noun} than was looked at."
    )
    done(noun, "contrary", "Two")
    assert found(f"outgrown-{noun}") is None
    assert "No such" in run(noun, "list", "--outgrown").err
    assert len(done(noun, "list")) == 4


def test_quotes_without_consent_are_counted(coding, done, run, found) -> None:
    """No, unknown and nobody known count; the analyst's own reason and a lost passage do not."""
    done("participant", "set", "P1", "--consent", "yes")
    done("participant", "set", "P2", "--consent", "no")
    chosen = {who: done("quote", "choose", coding[who])["id"] for who in coding}
    done("quote", "set", chosen["P1"], "--withheld", "no")
    one = found("quote-consent")
    assert (one["level"], one["count"]) == ("note", 2)
    assert one["message"] == (
        "2 chosen quotes are kept back, since consent to print them is not given."
    )
    listed = {each["id"]: each["withheld"] for each in done("quote", "list", "--no-consent")}
    assert listed == {chosen["P2"]: "no", chosen["P3"]: "unknown"}
    done("document", "set", "talk-P3", "--participant", "")
    assert found("quote-consent")["count"] == 2
    done("code", "remove", coding["P3"])
    assert found("quote-consent")["message"] == (
        "1 chosen quote is kept back, since consent to print it is not given."
    )
    done("participant", "set", "P2", "--consent", "yes")
    assert found("quote-consent") is None
    assert "No such" in run("quote", "list", "--no-consent").err
    assert len(done("quote", "list")) == 3


def test_what_else_is_left_names_its_command_too(project, done, run) -> None:
    """What can be listed has a number and a command that lists just that."""
    place = ("talk-1", "--span", "34:50", "--code", "emergent")
    done("code", "add", *place, "--degree", 3)
    done("code", "add", "talk-1", "--span", "60:70", "--code", "emergent", "--label", "mat")
    said = {one["code"]: one for one in done("check")}
    for code in ("no-label", "no-pair"):
        program, *command = shlex.split(said[code]["command"])
        assert program == "qualcode" and len(done(*command)) == said[code]["count"] == 1
    states = done("unit", "list", "talk-1", "--state", "unread")
    assert said["unread"]["count"] == len(states) == sum(n["unread"] for n in done("unit", "list"))
