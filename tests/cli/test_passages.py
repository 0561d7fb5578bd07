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
    assert run("passage", "list", "talk-1").out.strip().endswith("146:214  agenda · ann")


def test_the_last_coding_is_repeated(project, run: Run) -> None:
    """The same code and valence on another passage."""
    run("code", "add", "talk-1", "--turn", "2", "--code", "agenda", "--valence", "helps")
    again = run("passage", "repeat", "talk-1", "--turn", "4", "--json").json
    assert (again["code"], again["valence"], again["start"]) == ("agenda", "helps", 146)


def test_a_passage_with_only_a_degree_has_standing_case_and_memo(project, run, done) -> None:
    """All three are set in one act and taken back in one; `none` and an empty value clear."""
    place = ("talk-1", "--span", "34:50", "--code", "agenda")
    coding = done("code", "add", *place, "--degree", 3, "--from", "A", "--to", "B")
    done("code", "remove", coding["id"])
    (degree,) = done("degree", "list")
    done("case", "add", "Havnen")
    said = ("--standing", "wished", "--case", "Havnen", "--memo", "-")
    (one,) = done("passage", "set", degree["segment"], *said, stdin="Ask again\n")
    assert (one["standing"], one["case"], one["memo"]) == ("wished", "Havnen", "Ask again")
    assert one["codings"] == [] and [d["value"] for d in one["degrees"]] == [3]
    (now,) = done("degree", "list")
    assert (now["standing"], now["case"]) == ("wished", "Havnen")
    assert (
        run("passage", "list", "talk-1")
        .out.strip()
        .endswith("34:50  no code · degree 3 · wished · Havnen · memo · ann")
    )
    assert done("undo")["kind"] == "segment.set"
    (one,) = done("passage", "list", "talk-1")
    assert (one["standing"], one["case"], one["memo"]) == (None, None, None)
    assert done("redo")["kind"] == "segment.set"
    cleared = ("--standing", "none", "--case", "", "--memo", "")
    (one,) = done("passage", "set", degree["segment"], *cleared)
    assert (one["standing"], one["case"], one["memo"]) == (None, None, None)


def test_a_passage_is_named_by_what_is_on_it(project, run, done) -> None:
    """Its own id, that of a coding, or that of a degree: all mean the same passage."""
    coding = done("code", "add", "talk-1", "--span", "34:50", "--code", "agenda", "--degree", 2)
    (degree,) = done("degree", "list")
    standings = ("actual", "past", "denied")
    for ref, standing in zip(
        (coding["segment"], coding["id"], degree["id"]), standings, strict=True
    ):
        (one,) = done("passage", "set", ref, "--standing", standing)
        assert (one["id"], one["standing"]) == (coding["segment"], standing)
    assert done("code", "show", coding["id"])["standing"] == "denied"
    assert done("degree", "add", degree["id"], 4, "--from", "A", "--to", "B")["value"] == 4


def test_what_cannot_be_said_of_a_passage(project, run, done) -> None:
    """No such passage, case or standing exits 1 with a hint; nothing to change exits 2."""
    coding = done("code", "add", "talk-1", "--span", "34:50", "--code", "agenda")
    gone = run("passage", "set", "x", "--standing", "past", "--json")
    assert (gone.code, gone.error["code"]) == (1, "not-found")
    assert "qualcode passage list" in gone.error["hint"]
    for wrong in (("--standing", "wishd"), ("--case", "Havnen")):
        ran = run("passage", "set", coding["segment"], *wrong, "--json")
        assert ran.code == 1 and ran.error["hint"]
    assert run("passage", "set", coding["segment"]).code == 2
    assert done("passage", "list", "talk-1")[0]["standing"] is None


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


def test_passages_of_different_codes_are_not_joined(project, run: Run, done) -> None:
    """A code comes to hold only words that somebody gave it to; both stay as they were."""
    one = done("code", "add", "talk-1", "--span", "34:73", "--code", "agenda")
    two = done("code", "add", "talk-1", "--span", "74:124", "--code", "backbone")
    before = done("passage", "list", "talk-1")
    ran = run("passage", "join", one["segment"], two["segment"], "--json")
    assert (ran.code, ran.error["code"]) == (1, "conflict")
    assert "different codes" in ran.error["message"] and ran.error["hint"]
    assert done("passage", "list", "talk-1") == before
    done("code", "set", two["id"], "--code", "agenda")
    (whole,) = done("passage", "join", one["segment"], two["segment"])
    assert (whole["start"], whole["end"]) == (34, 124)
