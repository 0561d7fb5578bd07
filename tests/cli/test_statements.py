"""Findings, propositions, outcomes, quotes, replies and labels by command, in words and JSON."""

from __future__ import annotations

import pytest

from tests.house.test_start_path import HEAVY, _loaded

GROUPS = ("finding", "proposition", "outcome", "quote", "member-check", "emergent")


@pytest.fixture
def coded(project, done):
    """Two codings by P1, who may be quoted; ids."""
    done("participant", "add", "P1", "--role", "chair", "--consent", "yes")
    done("document", "set", "talk-1", "--participant", "P1")
    helps = done(
        "code", "add", "talk-1", "--span", "66:90", "--code", "agenda", "--valence", "helps"
    )
    new = ("--code", "emergent", "--label", "mat", "--valence", "hinders")
    other = done("code", "add", "talk-1", "--span", "100:120", *new)
    return helps["id"], other["id"]


@pytest.mark.parametrize("noun", GROUPS)
def test_lists_speak_words_and_json_and_say_what_to_do_when_empty(project, run, noun):
    """An empty list is [] in JSON and a sentence with the next step on standard error."""
    assert run(noun, "list", "--json").json == []
    ran = run(noun, "list")
    assert (ran.code, ran.out) == (0, "") and len(ran.err.split()) > 3


def test_a_finding_from_words_to_final(coded, run, done):
    """Worded, shown with its cases, refused as final, opened, final, placed, merged, removed."""
    ran = run("finding", "add", "They meet", "--kind", "success-factor", "--code", "agenda")
    made = ran.out.strip()
    shown = done("finding", "show", "They meet")
    assert shown["id"] == made and shown["codes"] == ["agenda"]
    evidence = shown["evidence"]
    stances = ("supporting", "contrary", "mixed", "silent")
    assert [evidence[stance] for stance in stances] == [1, 0, 0, 0]
    assert evidence["cases"][0]["for"] == [coded[0]] and shown["informants"] == 1
    refused = run("finding", "set", made, "--status", "final", "--json")
    assert refused.code == 1 and refused.error["code"] == "conflict"
    assert done("finding", "contrary", made)["codings"] == []
    assert done("finding", "set", made, "--status", "final")["status"] == "final"
    done("finding", "gather", made, "--label", "mat", "--against")
    opposed = done("finding", "contrary", made)
    assert [one["id"] for one in opposed["codings"]] == [coded[1]]
    placed = done("finding", "place", made, "Lyftet", "contrary", "--reason", "off the record")
    assert placed["placed"][0]["reason"] == "off the record"
    assert done("finding", "place", made, "Lyftet", "computed")["placed"] == []
    done("finding", "add", "They eat", "--kind", "success-factor", "--label", "mat")
    merged = done("finding", "merge", made, "They eat", "--statement", "They meet and eat")
    assert merged["statement"] == "They meet and eat" and len(merged["merged"]) == 1
    assert run("finding", "show", made).code == 0
    assert done("finding", "drop", made, "--label", "mat")["labels_against"] == []
    assert run("finding", "drop", made).code == 2
    assert done("finding", "remove", made) == {"removed": made}
    assert run("finding", "show", made, "--json").error["code"] == "not-found"


def test_a_proposition_with_a_query(coded, run, done):
    """The query is kept as understood; what cannot be understood exits 1; verdicts come and go."""
    made = done("proposition", "add", "So it is", "--query", "code:agenda", "--rival", "Money")
    assert (made["query"], made["rival"], made["verdict"]) == ("code:agenda", "Money", None)
    assert done("proposition", "show", made["id"])["evidence"]["supporting"] == 1
    assert done("proposition", "set", "So it is", "--verdict", "holds")["verdict"] == "holds"
    assert done("proposition", "set", "So it is", "--verdict", "none")["verdict"] is None
    assert run("proposition", "set", "So it is", "--query", "code:nope").code == 1
    assert run("proposition", "show", "So it is").code == 0
    done("proposition", "gather", "So it is", "--coding", coded[1], "--against")
    assert done("proposition", "show", "So it is")["evidence"]["mixed"] == 1
    done("proposition", "contrary", "So it is")
    assert done("proposition", "set", "So it is", "--status", "final")["status"] == "final"
    (row,) = done("table", "propositions")["rows"]
    assert row["mixed"]["value"] == 1 and row["mixed"]["evidence"].startswith("E-")
    done("proposition", "remove", "So it is")


def test_an_outcome_and_its_table(coded, run, done):
    """A level by number, evidence linked and unlinked, and the case-ordered table."""
    made = done(
        *("outcome", "add", "Lyftet", "early", "They meet", "--level", "2", "--period", "now"),
        *("--coding", coded[0]),
    )
    assert (made["class"], made["level"], made["codings"]) == ("early", "partial", [coded[0]])
    assert done("outcome", "link", made["id"], coded[1])["codings"] == list(coded)
    assert done("outcome", "unlink", made["id"], coded[0])["codings"] == [coded[1]]
    assert done("outcome", "set", "They meet", "--level", "")["level"] is None
    assert done("outcome", "list", "--case", "Lyftet")[0]["id"] == made["id"]
    assert run("outcome", "show", "They meet").code == 0
    assert run("outcome", "add", "Lyftet", "late", "x").code == 2
    assert [row["case"] for row in done("table", "outcomes")["rows"]]
    done("outcome", "remove", made["id"])


def test_a_quote_from_choice_to_print(coded, run, done):
    """Cut by words or places, corrected, translated, attributed, withheld, counted, dropped."""
    passage = done("code", "show", coded[0])["quote"]
    made = done("quote", "choose", coded[0], "--for", "report")
    first, second = passage.split()[0], passage.split()[1]
    cut = done("quote", "shorten", made["id"], "--words", first)
    assert cut["text"] == f"[…] {passage[len(first) :].strip()}" and cut["original"] == passage
    assert done("quote", "shorten", made["id"], "--whole")["text"] == passage
    swapped = done("quote", "correct", made["id"], "--replace", f"{second}=somebody", "--marks")
    assert "[somebody]" in swapped["text"] and swapped["corrections"] == ["marks"]
    told = done(
        "quote", "translate", made["id"], "We meet", "--language", "en", "--translator", "Ann"
    )
    assert told["translation"] == {"text": "We meet", "language": "en", "translator": "Ann"}
    assert done("quote", "attribute", made["id"], "role")["attributed"] == "chair"
    share = done("quote", "shares")[0]
    assert (share["by"], share["quotes"], share["too_much"]) == ("participant", 1, False)
    for wrong in (("--cut", "x"), ("--whole", "--cut", "0:1"), ()):
        assert run("quote", "shorten", made["id"], *wrong).code == 2
    assert run("quote", "shorten", made["id"], "--words", "not there at all").code == 1
    assert run("quote", "shorten", made["id"], "--cut", "0:9999").code == 1
    kept = done("quote", "set", made["id"], "--withheld", "too plain")
    assert (kept["text"], kept["original"], kept["translation"]) == (None, None, None)
    assert done("quote", "list", "--for", "report")[0]["withheld"] == "too plain"
    assert done("quote", "drop", made["id"]) == {"removed": made["id"]}


def test_words_without_consent_are_in_no_output(coded, run, done):
    """Neither in words nor in JSON, whatever is done to the quote; the reason is said."""
    passage = done("code", "show", coded[0])["quote"]
    done("participant", "set", "P1", "--consent", "unknown")
    ran = run("quote", "choose", coded[0])
    made = ran.out.strip()
    assert "consent is unknown" in ran.err
    done("quote", "translate", made, "Secret", "--language", "en", "--translator", "Ann")
    for args in (("list",), ("list", "--json"), ("shorten", made, "--cut", "0:2"), ("shares",)):
        out = run("quote", *args).out
        assert passage[4:] not in out and "Secret" not in out


def test_more_than_a_fifth_from_one_person_is_warned_of(coded, run):
    """Two quotes of one participant are all of the quotes."""
    for coding in coded:
        run("quote", "choose", coding)
    ran = run("quote", "shares")
    assert "100%" in ran.out and "warning: P1 supplies 100% of the quotes." in ran.err
    assert "warning" not in run("quote", "shares", "--limit", "1").err


def test_a_pack_goes_out_and_a_reply_comes_in(coded, tmp_path, run, done):
    """The pack as a file of three kinds; a file or a document as the reply."""
    for ending in ("docx", "md", "html"):
        path = tmp_path / f"pack.{ending}"
        assert done("participant", "pack", "P1", path, "--language", "sv") == {"path": str(path)}
        assert path.stat().st_size > 300
    assert run("participant", "pack", "P1", tmp_path / "pack.txt").code == 1
    reply = tmp_path / "reply.txt"
    reply.write_text("Ja, så är det.", "utf-8")
    about = ("--about", f"coding:{coded[0]}", "--answer", "agree", "--participant", "P1")
    made = done("member-check", "add", reply, *about)
    assert (made["document"], made["answer"], made["participant"]) == ("reply", "agree", "P1")
    done("member-check", "add", "reply", "--about", "cell:Lyftet/agenda", "--answer", "amend")
    assert [one["answer"] for one in done("member-check", "list")] == ["agree", "amend"]
    assert done("member-check", "set", made["id"], "--note", "by post")["note"] == "by post"
    assert done("member-check", "remove", made["id"]) == {"removed": made["id"]}
    assert run("member-check", "add", reply, "--about", "coding", "--answer", "agree").code == 2


def test_labels_are_decided_by_command(coded, run, done):
    """Under a theme with a reason, open again, aside; the list says which are undecided."""
    done("theme", "add", "Food")
    done("emergent", "theme", "Food", "mat", "--reason", "it is food")
    (found,) = done("emergent", "list")
    assert (found["decision"], found["target"], found["reason"]) == ("theme", "Food", "it is food")
    assert done("emergent", "list", "--undecided") == []
    done("emergent", "reopen", "mat")
    assert run("emergent", "aside", "mat").code == 2
    done("emergent", "aside", "mat", "--reason", "once")
    assert done("emergent", "list")[0]["decision"] == "aside"
    done("codebook", "adopt", "mat", "--code", "backbone")
    assert done("emergent", "list")[0]["target"] == "backbone"


@pytest.mark.parametrize("noun", GROUPS)
def test_lists_load_nothing_heavy(project, noun):
    """Listing reads the project with the standard library alone."""
    assert not _loaded(noun, "list", "--json") & HEAVY


def test_several_quotes_are_chosen_in_one_act_and_change_places(coded, run, done):
    """One undo takes all of them back; those that are chosen already are left out."""
    done("quote", "choose", coded[0])
    (made,) = done("quote", "choose", *coded)
    assert made["coding"] == coded[1]
    first, second = done("quote", "list")
    assert [one["id"] for one in done("quote", "swap", first["id"], second["id"])] == [
        first["id"],
        second["id"],
    ]
    assert [one["id"] for one in done("quote", "list")] == [second["id"], first["id"]]
    assert run("quote", "choose", *coded, "--json").error["code"] == "conflict"
    assert run("quote", "swap", first["id"], "x", "--json").error["code"] == "not-found"
    theme = ("--for", "theme", "--of", done("theme", "add", "Leading")["id"])
    assert len(run("quote", "choose", *coded, *theme).out.split()) == 2
    assert done("undo")["summary"] == "quote chosen"
    assert len(done("quote", "list")) == 2
