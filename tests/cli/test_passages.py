"""Passages and hot keys by command."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_a_passage_is_cut_and_joined(project, run: Run) -> None:
    """What the coding screen does to the extent of a passage can be scripted."""
    coded = run("code", "add", "talk-1", "--span", "34:124", "--code", "agenda", "--json").json
    one, two = run("passage", "split", coded["segment"], "--at", 74, "--json").json
    assert (one["start"], one["end"], two["start"], two["end"]) == (34, 73, 74, 124)
    assert [coding["code"] for coding in two["codings"]] == ["agenda"]
    (whole,) = run("passage", "join", one["id"], two["id"], "--json").json
    assert (whole["start"], whole["end"]) == (34, 124)
    (moved,) = run("passage", "extend", whole["id"], "--turn", 4, "--json").json
    assert (moved["start"], moved["end"]) == (146, 214)
    assert len(run("passage", "list", "talk-1", "--json").json) == 1
    assert run("passage", "list", "talk-1").out.strip().endswith("146:214  agenda")


def test_the_last_coding_is_repeated(project, run: Run) -> None:
    """The same code and valence on another passage."""
    run("code", "add", "talk-1", "--turn", "2", "--code", "agenda", "--valence", "helps")
    again = run("passage", "repeat", "talk-1", "--turn", "4", "--json").json
    assert (again["code"], again["valence"], again["start"]) == ("agenda", "helps", 146)


def test_a_passage_that_is_gone(project, run: Run) -> None:
    """An unknown segment is an error the user can mend."""
    for command in (("split", "x", "--at", 3), ("join", "x", "y"), ("extend", "x", "--turn", 2)):
        ran = run("passage", *command, "--json")
        assert ran.code == 1
        assert ran.error["code"] == "not-found"


def test_hot_keys(project, run: Run) -> None:
    """A key is given to a code, listed and taken away."""
    assert run("key", "set", "ø", "agenda").code == 0
    assert run("key", "list", "--json").json == [{"key": "ø", "code": "agenda"}]
    assert "ø" in run("key", "list").out
    assert run("key", "set", "ø", "agendda", "--json").error["code"] == "not-found"
    assert run("key", "remove", "ø", "--json").json == {"removed": "ø"}
    assert run("key", "list").code == 0
