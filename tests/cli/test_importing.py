"""Transcripts come in by command."""

from __future__ import annotations

import os
import sys

import pytest

from tests.cli.conftest import words

DOCUMENT_KEYS = words(
    "id name case case_id participant participant_id language characters words turns speakers"
    " groups attributes"
)


@pytest.fixture
def talk(tmp_path):
    def write(name: str, text: str = "INT: Hur går det?\nP1: Det går bra, tycker jag.\n"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_file_comes_in_with_all_that_it_is_filed_under(project, talk, done):
    """Case, group, wave, date, language and typed attributes are kept."""
    done("participant", "add", "P1", "--consent", "yes")
    talk("a.txt")
    (outcome,) = done(
        *words("import a.txt --case Nya --participant P1 --language sv --group partners"),
        *words("--date 2026-03-01 --wave 1 --attribute n=3 --attribute half=0.5"),
        *words("--attribute online=true --attribute phone=046123 --attribute place=Lund"),
    )
    assert (outcome["status"], outcome["name"]) == ("imported", "a")
    document = done("document", "show", "a")
    assert (document["case"], document["participant"]) == ("Nya", "P1")
    assert (document["date"], document["wave"]) == ("2026-03-01", "1")
    assert document["groups"] == ["partners"]
    assert document["attributes"] == {
        "n": 3,
        "half": 0.5,
        "online": True,
        "phone": "046123",
        "place": "Lund",
    }
    assert [turn["interviewer"] for turn in document["turn_list"]] == [True, False]


def test_document_list_has_the_promised_keys(project, done):
    """The keys of the contract come first and in its order."""
    (document,) = done("document", "list")
    assert list(document)[: len(DOCUMENT_KEYS)] == DOCUMENT_KEYS
    assert document["speakers"] == {"Intervjuare": 3, "IP1": 3}


def test_one_bad_file_keeps_no_good_one_out(project, talk, run, done):
    """The good file comes in, the bad ones are listed with the reason, exit 1."""
    talk("good.txt")
    talk("empty.txt", "")
    ran = run("import", "good.txt", "empty.txt", "gone.txt", "--json")
    assert ran.code == 1
    outcomes = {outcome["path"]: outcome for outcome in ran.json}
    assert outcomes["good.txt"]["status"] == "imported"
    for name in ("empty.txt", "gone.txt"):
        assert outcomes[name]["status"] == "failed" and outcomes[name]["error"]
    assert ran.error["code"] == "bad-file" and "2 of 3" in ran.error["message"]
    assert {one["name"] for one in done("document", "list")} == {"talk-1", "good"}


def test_what_failed_is_told_in_words(project, talk, run):
    """Without --json the list is on standard output and the failures on standard error."""
    talk("good.txt")
    ran = run("import", "good.txt", "gone.txt")
    assert ran.code == 1
    assert "good" in ran.out and "gone" not in ran.out
    assert "failed: gone.txt" in ran.err


def test_a_dry_run_shows_and_changes_nothing(project, talk, done):
    """`--dry-run` tells what would come in, also what is there already."""
    talk("a.txt")
    outcomes = done("import", "a.txt", "talk-1.txt", "--case", "New", "--dry-run")
    assert [outcome["status"] for outcome in outcomes] == ["would-import", "already-there"]
    assert len(done("document", "list")) == 1
    assert [case["name"] for case in done("case", "list")] == ["Lyftet"]


def test_patterns_that_the_shell_left_are_expanded(project, talk, done, tmp_path):
    """`"in/*.txt"` means the files, as on a shell that expands nothing."""
    (tmp_path / "in").mkdir()
    talk("in/b.txt", "P1: två\n")
    talk("in/a.txt", "P1: ett\n")
    assert [one["name"] for one in done("import", "in/*.txt")] == ["a", "b"]


def test_a_pattern_that_fits_nothing_fails_by_name(project, run):
    """A pattern without files exits 1 and is named."""
    ran = run("import", "none/*.txt")
    assert ran.code == 1 and "none/*.txt" in ran.err


def test_a_folder_comes_in_and_one_without_transcripts_is_refused(
    project, talk, done, run, tmp_path
):
    """All transcripts of a folder; a folder with none exits 1 and says which endings are known."""
    (tmp_path / "in").mkdir()
    (tmp_path / "none").mkdir()
    talk("in/b.txt", "P1: två\n")
    assert [one["name"] for one in done("import", "in")] == ["b"]
    ran = run("import", "none")
    assert ran.code == 1 and ".docx" in ran.err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights bind nobody here")
def test_a_folder_without_permission_is_told(project, run, tmp_path):
    """A folder that may not be read exits 1 with the reason."""
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o000)
    ran = run("import", folder)
    folder.chmod(0o700)
    assert ran.code == 1 and "shut" in ran.err


def test_speakers_by_first_word_and_named_interviewers(project, talk, done):
    """`--first-word-speakers` and `--interviewer` reach the reader of the file."""
    talk("c.txt", "ana hur går det nu\nbo det går bra här\nana bra att höra\nbo ja verkligen\n")
    (outcome,) = done("import", "c.txt", "--first-word-speakers", "--interviewer", "ana")
    assert outcome["speakers"] == {"ana": 2, "bo": 2} and outcome["interviewers"] == ["ana"]


def test_the_text_comes_out_exactly(project, run, done):
    """`document text` prints the frozen text, byte for byte, with no newline added."""
    ran = run("document", "text", "talk-1")
    assert ran.code == 0
    assert len(ran.out) == done("document", "show", "talk-1")["characters"]
    assert ran.out == done("document", "text", "talk-1")["text"]
    assert not ran.out.endswith("\n") and "[/x]" in ran.out and "🙂" in ran.out


def test_documents_are_filed_anew_and_taken_out(project, done, run):
    """`document set` changes and clears; `document remove` can be undone."""
    assert (
        done("document", "set", "talk-1", "--case", "", "--group", "a", "--name", "talk")["case"]
        is None
    )
    assert done("document", "show", "talk")["groups"] == ["a"]
    done("document", "remove", "talk")
    assert done("document", "list") == []
    done("undo")
    assert len(done("document", "list")) == 1


def test_an_unknown_document_names_the_nearest(project, run):
    """A slip in a document's name exits 1 with the nearest one."""
    ran = run("document", "show", "tlak-1", "--json")
    assert ran.code == 1
    assert ran.error["code"] == "not-found" and "talk-1" in ran.error["hint"]


def test_a_second_document_of_a_name_is_told_apart(project, talk, done, tmp_path):
    """A file of a name that is taken comes in as `NAME (2)`."""
    (tmp_path / "in").mkdir()
    talk("in/talk-1.txt")
    (outcome,) = done("import", "in/talk-1.txt")
    assert outcome["name"] == "talk-1 (2)"
    assert done("document", "show", "talk-1 (2)")["id"] == outcome["document_id"]
