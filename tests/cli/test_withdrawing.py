"""Withdrawal by command: only when it is meant, and told in words."""

from __future__ import annotations


def test_a_document_is_withdrawn_only_when_it_is_meant(project, run, done):
    """Without --yes nothing happens; with it the document is gone, and undo is refused."""
    done("code", "add", "talk-1", "--quote", "Ingen egentligen.", "--code", "agenda")
    refused = run("document", "withdraw", "talk-1", "--json")
    assert (refused.code, refused.error["code"]) == (1, "invalid")
    assert "--yes" in refused.error["hint"]
    assert len(done("document", "list")) == 1
    told = done("document", "withdraw", "talk-1", "--yes")
    assert (told["documents"], told["codings"], told["clean"]) == (["talk-1"], 1, True)
    assert told["copies"] == ["talk-1.txt"]
    assert done("document", "list") == done("code", "list") == []
    undo = run("undo", "--json")
    assert (undo.code, undo.error["code"]) == (1, "conflict")
    assert "erased" in undo.error["message"]
    assert done("log")[0]["summary"] == "document withdrawn, 1 coding with it"


def test_a_participant_is_withdrawn_in_words(project, run):
    """What was erased is said, and which files beside the project may hold the words still."""
    run("participant", "add", "P1")
    run("document", "set", "talk-1", "--participant", "P1")
    assert run("participant", "withdraw", "P1").code == 1
    ran = run("participant", "withdraw", "P1", "--yes")
    assert ran.code == 0
    assert "P1 was withdrawn: 0 codings are gone." in ran.err
    assert "talk-1.txt" in ran.err
    assert run("participant", "list", "--json").json == []
    assert run("check", "--json").code == 0
