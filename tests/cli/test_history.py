"""What was done, in words: the log names things without the journal holding their names."""

from __future__ import annotations

import json
import sqlite3

import pytest

from qualcode.services.history import LONGEST

CLAIMS = (("finding", ("--kind", "pitfall")), ("proposition", ()))


def _told(done) -> list[str]:
    """What the log says, newest first, without what was there before."""
    return [one["summary"] for one in done("log")]


@pytest.mark.parametrize(("noun", "given"), CLAIMS)
def test_acts_on_a_statement_name_it(project, done, noun, given) -> None:
    """Every act on a finding or proposition says which one it was."""
    made = done(noun, "add", "Nobody leads", "--code", "agenda", *given)["id"]
    done(noun, "gather", made, "--code", "backbone")
    done(noun, "drop", made, "--code", "agenda")
    done(noun, "place", made, "Lyftet", "contrary", "--reason", "off the record")
    done(noun, "place", made, "Lyftet", "computed")
    done(noun, "contrary", made)
    done(noun, "set", made, "--status", "final")
    done(noun, "remove", made)
    told = [one for one in _told(done) if noun in one and "speak" not in one]
    assert told == [
        f"{noun} removed: Nobody leads",
        f"{noun} changed: Nobody leads, status",
        f"Lyftet left to its codings in a {noun}: Nobody leads",
        f"Lyftet placed by hand in a {noun}: Nobody leads",
        f"1 taken out of a {noun}: Nobody leads",
        f"1 gathered under a {noun}: Nobody leads",
        f"{noun} worded: Nobody leads",
    ]


def test_merged_findings_go_by_the_one_that_stays(project, done) -> None:
    """The act names the finding that the other went into, by the words it has now."""
    kept = done("finding", "add", "They meet", "--kind", "pitfall")["id"]
    done("finding", "add", "They eat", "--kind", "pitfall")
    done("finding", "merge", kept, "They eat", "--statement", "They meet and eat")
    assert _told(done)[0] == "1 finding merged into another: They meet and eat"


def test_acts_on_events_and_outcomes_name_them(project, done) -> None:
    """Which event, which outcome, and in which case."""
    event = done("event", "add", "Lyftet", "The leader left\nin May")["id"]
    done("event", "set", event, "--kind", "setback")
    done("event", "remove", event)
    outcome = done("outcome", "add", "Lyftet", "early", "More meals")["id"]
    coding = done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")["id"]
    done("outcome", "link", outcome, coding)
    done("outcome", "unlink", outcome, coding)
    done("outcome", "set", outcome, "--class", "systems")
    done("outcome", "remove", outcome)
    told = [one for one in _told(done) if "event" in one or "outcome" in one]
    assert told == [
        "outcome removed: More meals",
        "outcome changed: More meals, kind",
        "1 coding unlinked from an outcome: More meals",
        "1 coding linked to an outcome: More meals",
        "outcome entered in Lyftet: More meals",
        "event removed in Lyftet: The leader left in May",
        "event changed in Lyftet: The leader left in May, kind",
        "event added in Lyftet: The leader left in May",
    ]


def test_what_has_no_name_goes_by_its_document(project, done) -> None:
    """A degree, what is said of a passage, and a quote: in the document as it is called now."""
    coding = done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    degree = done("degree", "add", coding["segment"], 2)["id"]
    done("degree", "set", degree, "--value", 3)
    done("passage", "set", coding["segment"], "--standing", "past")
    quote = done("quote", "choose", coding["id"])["id"]
    done("quote", "attribute", quote, "role")
    done("quote", "set", quote, "--withheld", "too plain")
    done("quote", "drop", quote)
    done("degree", "remove", degree)
    done("document", "set", "talk-1", "--name", "Samtal [/x]")
    assert _told(done)[1:9] == [
        "degree removed in Samtal [/x]",
        "quote from Samtal [/x] dropped",
        "quote from Samtal [/x] changed: withheld",
        "attribution of a quote from Samtal [/x] changed",
        "quote chosen",
        "passage changed in Samtal [/x]: standing",
        "degree changed to 3 in Samtal [/x]",
        "degree 2 set in Samtal [/x]",
    ]


def test_a_long_statement_is_cut_after_a_whole_word(project, done) -> None:
    """The log shows where it begins, and that there is more."""
    words = "They meet every Monday and go through which families need something this week"
    done("finding", "add", words, "--kind", "success-factor")
    shown = _told(done)[0].removeprefix("finding worded: ")
    assert shown.endswith(" …") and len(shown) <= LONGEST + 2
    assert words.startswith(f"{shown.removesuffix(' …')} ")


def test_the_journal_holds_ids_and_no_statement(project, done) -> None:
    """Names are looked up when the log is read: the journal never held them."""
    made = done("finding", "add", "Barnen ska må bra", "--kind", "pitfall", "--code", "agenda")
    done("event", "add", "Lyftet", "Barnen ska må bra")
    done("finding", "set", made["id"], "--statement", "They agree")
    with sqlite3.connect(project) as raw:
        rows = raw.execute("SELECT kind, detail, changes FROM journal").fetchall()
    assert not any("Barnen" in detail or "Barnen" in changes for _, detail, changes in rows)
    details = [json.loads(detail) for kind, detail, _ in rows if kind.startswith("finding.")]
    assert [one["finding"] for one in details] == [made["id"]] * 2
    assert "finding worded: They agree" in _told(done)


def test_undo_and_redo_go_to_an_act(project, run, done) -> None:
    """All acts of one's own from the newest to that one are taken back, and done again."""
    for name in ("Ett", "Två", "Tre"):
        done("case", "add", name)
    numbers = {one["summary"]: one["seq"] for one in done("log")}
    second = numbers["case added: Två"]
    back = done("undo", "--to", second)
    assert [one["summary"] for one in back] == ["case added: Tre", "case added: Två"]
    assert [one["name"] for one in done("case", "list")] == ["Lyftet", "Ett"]
    again = run("redo", "--to", second)
    assert (again.code, again.err) == (0, "Done again: case added: Två\n")
    assert done("undo")["summary"] == "case added: Två"
    assert done("redo")["summary"] == "case added: Två"


def test_an_act_that_steps_do_not_lead_to(project, run, done) -> None:
    """No such act, another coder's, taken back already or not at all: nothing is changed."""
    done("case", "add", "Ett")
    (newest, *_) = done("log")
    wrong = (
        (("undo", "--to", 999), "not-found"),
        (("undo", "--to", newest["seq"], "--coder", "bo"), "conflict"),
        (("redo", "--to", newest["seq"]), "conflict"),
    )
    for command, code in wrong:
        ran = run(*command, "--json")
        assert (ran.code, ran.error["code"]) == (1, code) and ran.error["hint"]
    done("undo")
    assert run("undo", "--to", newest["seq"]).code == 1
    assert run("undo", "--to", done("log")[0]["seq"]).code == 1
    assert [one["name"] for one in done("case", "list")] == ["Lyftet"]
