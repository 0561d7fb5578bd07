"""Corrected transcripts by command."""

from __future__ import annotations

from tests.projects import TALK

CORRECTED = TALK.replace("varje måndag", "varje tisdag").replace("Ingen egentligen. ", "")


def _coded(run, tmp_path):
    for quote in ("Vi ses varje måndag", "Ingen egentligen.", "Alla säger samma sak."):
        assert run("code", "add", "talk-1", "--quote", quote, "--code", "agenda").code == 0
    file = tmp_path / "talk-1 rättad.txt"
    file.write_text(CORRECTED, encoding="utf-8")
    return file


def test_a_transcript_is_replaced_and_what_changed_is_reviewed(project, tmp_path, run, done):
    """Dry run, replace, list, mark as right, and undo: all of it as JSON."""
    file = _coded(run, tmp_path)
    told = done("document", "replace", "talk-1", file, "--dry-run")
    assert told["status"] == "would-replace"
    assert [one["version"] for one in done("document", "versions", "talk-1")] == [1]
    made = done("document", "replace", "talk-1", file)
    assert made["status"] == "replaced"
    assert made["passages"] == told["passages"]
    assert {k: v for k, v in made["passages"].items() if v} == {"same": 1, "changed": 1, "gone": 1}
    changed, gone = done("document", "review", "talk-1")
    assert (changed["reason"], changed["code"], changed["coder"]) == ("changed", "agenda", "ann")
    assert (changed["before"], changed["after"]) == ("Vi ses varje måndag", "Vi ses varje tisdag")
    assert changed["changes"] == [{"was": "måndag", "now": "tisdag"}]
    assert changed["was"]["version"] == 1
    assert changed["now"]["version"] == 2
    assert (gone["reason"], gone["now"], gone["after"]) == ("gone", None, "")
    assert done("document", "review", "--done", changed["id"], "--done", gone["segment"]) == {
        "settled": 2
    }
    assert done("document", "review") == []
    assert [c["quote"] for c in done("code", "list")] == [
        "Vi ses varje tisdag",
        "Alla säger samma sak.",
    ]
    run("undo")
    run("undo")
    assert len(done("code", "list")) == 3


def test_every_version_can_be_printed(project, tmp_path, run, done):
    """The old text to the letter by its number, the new one without."""
    before = run("document", "text", "talk-1").out
    done("document", "replace", "talk-1", _coded(run, tmp_path))
    assert run("document", "text", "talk-1", "--version", 1).out == before
    assert "tisdag" in run("document", "text", "talk-1").out
    ran = run("document", "text", "talk-1", "--version", 7, "--json")
    assert (ran.code, ran.error["code"]) == (1, "not-found")
    first, second = done("document", "versions", "talk-1")
    assert (first["file"], first["codings"], first["current"]) == ("talk-1.txt", 1, False)
    assert (second["file"], second["codings"]) == ("talk-1 rättad.txt", 2)


def test_words_tell_a_person_what_became_of_all(project, tmp_path, run):
    """What was carried, changed and lost is said in words, with the next step."""
    file = _coded(run, tmp_path)
    ran = run("document", "replace", "talk-1", file)
    assert "1 passage carried over, words changed: to be read again." in ran.err
    assert "qualcode document review" in ran.err
    listed = run("document", "review").out
    assert "Vi ses varje tisdag" in listed
    assert "(nowhere)" in listed
    assert "text of talk-1 replaced" in run("log").out


def test_wrong_files_say_what_to_do(project, tmp_path, run):
    """The same text, no file, an empty one: exit 1 with a hint, as JSON."""
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    for file, code in (
        (tmp_path / "talk-1.txt", "conflict"),
        (tmp_path / "none.txt", "bad-file"),
        (empty, "bad-file"),
    ):
        ran = run("document", "replace", "talk-1", file, "--json")
        assert (ran.code, ran.error["code"]) == (1, code)
        assert ran.error["hint"]
