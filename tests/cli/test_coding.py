"""Codes and degrees on passages, by command."""

from __future__ import annotations

import pytest

from tests.cli.conftest import words

CODING_KEYS = words(
    "id segment document document_id case case_id start end quote code coder valence standing"
    " confidence label degrees memo created turn speaker"
)


def test_a_code_goes_on_a_span(project, run, done):
    """`code add --span` prints the coding's id alone on standard output, and it can be shown."""
    ran = run("code", "add", "talk-1", "--span", "0:10", "--code", "agenda")
    assert ran.code == 0
    coding = done("code", "show", ran.out.strip())
    assert (coding["start"], coding["end"], coding["code"]) == (0, 10, "agenda")
    assert "agenda on talk-1 0:10" in ran.err


def test_a_coding_has_the_promised_keys(project, done):
    """`code list --json` gives names for document and case with their ids beside them."""
    done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    (coding,) = done("code", "list")
    assert list(coding) == CODING_KEYS
    assert (coding["document"], coding["case"], coding["coder"]) == ("talk-1", "Lyftet", "ann")
    assert coding["valence"] is None and coding["confidence"] == "normal"


def test_everything_can_be_said_at_once(project, done):
    """One call sets the code with all that may be said of it, and a degree."""
    coding = done(
        *words("code add talk-1 --turn 2 --code agenda --valence helps --standing past"),
        *words("--confidence low --degree 4 --from Skolan --to Kommunen --period now"),
        *("--activity", "läxläsning", "--memo", "se [/x] här", "--label", "nytt"),
    )
    assert coding["valence"] == "helps" and coding["standing"] == "past"
    assert coding["confidence"] == "low" and coding["memo"] == "se [/x] här"
    (degree,) = coding["degrees"]
    assert (degree["value"], degree["from"], degree["to"]) == (4, "Skolan", "Kommunen")
    assert (degree["activity"], degree["period"]) == ("läxläsning", "now")


def test_a_quote_is_enough_of_a_place(project, done):
    """The exact words that stand once in the text are found."""
    coding = done("code", "add", "talk-1", "--quote", "Kommunen borde göra det", "--code", "agenda")
    assert coding["quote"] == "Kommunen borde göra det"


def test_words_that_stand_twice_are_refused_with_their_places(project, run):
    """A quote that stands more than once exits 1 and says where."""
    ran = run("code", "add", "talk-1", "--quote", "det", "--code", "agenda", "--json")
    assert ran.code == 1
    assert ran.error["code"] == "invalid"
    assert ran.error["hint"].count(":") >= 2


def test_words_that_stand_nowhere_are_refused_without_being_repeated(project, run):
    """The error about a quote does not hold the quote."""
    ran = run("code", "add", "talk-1", "--quote", "hemligheten", "--code", "agenda")
    assert ran.code == 1
    assert "hemligheten" not in ran.err


def test_a_turn_covers_its_words(project, done):
    """`--turn` counts from 1 and covers exactly the turn."""
    turns = done("document", "show", "talk-1")["turn_list"]
    coding = done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    assert (coding["start"], coding["end"]) == (turns[1]["start"], turns[1]["end"])
    assert coding["turn"] == 2


@pytest.mark.parametrize("turn", [0, 99])
def test_a_turn_that_is_not_there_is_refused(project, run, turn):
    """A turn beyond the last one exits 1 and says how many there are."""
    ran = run("code", "add", "talk-1", "--turn", turn, "--code", "agenda")
    assert ran.code == 1 and "turns" in ran.err


def test_an_unknown_code_names_the_nearest(project, run):
    """A slip in a code's id exits 1, changes nothing, and names the nearest ids."""
    ran = run("code", "add", "talk-1", "--turn", 1, "--code", "agenda-gaols", "--json")
    assert ran.code == 1
    assert ran.error["code"] == "not-found" and "agenda-goals" in ran.error["hint"]


def test_a_bad_code_among_several_leaves_nothing_behind(project, run, done):
    """With one unknown code among several, none is set."""
    ran = run("code", "add", "talk-1", "--turn", 1, "--code", "agenda", "--code", "no")
    assert ran.code == 1
    assert done("code", "list") == []


def test_several_codes_go_on_one_passage(project, run, done):
    """`--code` can be repeated: one passage, one id a line."""
    ran = run("code", "add", "talk-1", "--turn", 2, "--code", "agenda", "--code", "förtroende")
    assert len(ran.out.split()) == 2
    codings = done("code", "list")
    assert len({coding["segment"] for coding in codings}) == 1


def test_a_passage_beyond_the_text_is_refused(project, run, done):
    """A span that ends after the text exits 1 and says how long the text is."""
    length = done("document", "show", "talk-1")["characters"]
    ran = run("code", "add", "talk-1", "--span", f"0:{length + 1}", "--code", "agenda", "--json")
    assert ran.code == 1
    assert ran.error["code"] == "invalid" and str(length) in ran.error["hint"]


def test_an_empty_span_is_to_be_mended_and_a_malformed_one_is_wrong_usage(project, run):
    """5:5 exits 1, for it holds no text; a-b exits 2."""
    assert run("code", "add", "talk-1", "--span", "5:5", "--code", "agenda").code == 1
    assert run("code", "add", "talk-1", "--span", "a-b", "--code", "agenda").code == 2


@pytest.mark.parametrize("place", [(), ("--turn", 1, "--span", "0:5")])
def test_exactly_one_place_is_wanted(project, run, place):
    """No place, or two of them, is wrong usage."""
    assert run("code", "add", "talk-1", "--code", "agenda", *place).code == 2


def test_the_same_code_twice_is_refused(project, run):
    """A code that the passage has already exits 1."""
    add = ("code", "add", "talk-1", "--turn", 1, "--code", "agenda", "--json")
    assert run(*add).code == 0
    assert run(*add).error["code"] == "conflict"


def test_none_clears_a_valence(project, done):
    """`code set --valence none` takes the valence away."""
    add = ("code", "add", "talk-1", "--turn", 1, "--code", "agenda", "--valence", "helps")
    coding = done(*add)
    assert done("code", "set", coding["id"], "--valence", "none")["valence"] is None


def test_a_valence_that_no_scale_has_is_refused_with_the_known_ones(project, run):
    """An unknown valence exits 1 in `add` and in the filter of `list`."""
    add = run("code", "add", "talk-1", "--turn", 1, "--code", "agenda", "--valence", "good")
    listed = run("code", "list", "--valence", "good")
    for ran in (add, listed):
        assert ran.code == 1 and "helps" in ran.err


def test_setting_nothing_is_wrong_usage(project, run, done):
    """`code set` without an option exits 2."""
    coding = done("code", "add", "talk-1", "--turn", 1, "--code", "agenda")
    assert run("code", "set", coding["id"]).code == 2


def test_lists_narrow_by_every_filter(project, done):
    """Each filter of `code list` leaves exactly the codings it means."""
    add = ("code", "add", "talk-1", "--turn")
    done(*add, 2, "--code", "agenda-goals", "--valence", "helps", "--standing", "past")
    done(*add, 4, "--code", "backbone")
    done(*add, 4, "--code", "backbone", "--coder", "bo")

    def codes(*options: str) -> list[str]:
        return [coding["code"] for coding in done("code", "list", *options)]

    assert codes("--code", "agenda") == ["agenda-goals"]
    assert codes("--valence", "helps") == ["agenda-goals"]
    assert codes("--valence", "none") == ["backbone", "backbone"]
    assert codes("--standing", "past") == ["agenda-goals"]
    assert codes("--coder", "bo") == ["backbone"]
    assert len(codes("--document", "talk-1")) == len(codes("--case", "Lyftet")) == 3
    assert len(codes("--language", "sv")) == 3 and codes("--language", "da") == []


def test_a_new_coder_is_said_out_loud(project, run):
    """The first coding under a new name warns, for it may be a slip; the second does not."""
    add = ("code", "add", "talk-1", "--coder", "bo", "--code", "agenda", "--turn")
    assert "'bo' is a new coder" in run(*add, 1).err
    assert "new coder" not in run(*add, 2).err


def test_a_slip_in_a_filter_makes_no_coder(project, run, done):
    """`code list --coder` with an unknown name exits 1 and enters nobody."""
    ran = run("code", "list", "--coder", "anm")
    assert ran.code == 1 and "ann" in ran.err
    assert [coder["name"] for coder in done("coder", "list")] == ["ann"]


def test_new_organisations_are_said_out_loud_and_strict_refuses_them(project, run, done):
    """An unknown organisation is made with a warning; with --strict it exits 1."""
    add = ("code", "add", "talk-1", "--code", "agenda", "--degree", 2, "--from", "Skolan", "--turn")
    assert run(*add, 1, "--strict").code == 1
    assert done("code", "list") == []
    assert "organisation 'Skolan' is new" in run(*add, 1).err
    assert "is new" not in run(*add, 2).err


def test_degrees_are_set_changed_and_taken_away(project, run, done):
    """A degree on the passage of a coding has its own id, and `degree list` shows it placed."""
    coding = done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    degree = done("degree", "add", coding["id"], 3, "--from", "A", "--to", "B")
    assert (degree["value"], degree["document"], degree["quote"]) == (3, "talk-1", coding["quote"])
    assert done("degree", "set", degree["id"], "--value", 4, "--to", "")["to"] is None
    assert [one["value"] for one in done("degree", "list", "--incomplete")] == [4]
    assert run("degree", "add", coding["segment"], 9).code == 1
    assert done("degree", "remove", degree["id"]) == {"removed": degree["id"]}
    assert done("degree", "list") == []


def test_undo_takes_back_and_redo_does_again(project, done):
    """`undo` and `redo` go through the acts of the coder, over restarts of the program."""
    done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    assert "agenda" in done("undo")["summary"]
    assert done("code", "list") == []
    done("redo")
    assert len(done("code", "list")) == 1


def test_codings_are_removed_together(project, done):
    """Several codings go in one act, which one undo brings back."""
    ids = [done("code", "add", "talk-1", "--turn", n, "--code", "agenda")["id"] for n in (1, 2)]
    done("code", "remove", *ids)
    assert done("code", "list") == []
    done("undo")
    assert {coding["id"] for coding in done("code", "list")} == set(ids)


def test_the_codes_used_last_come_newest_first(project, done, run):
    """What the digits of the coding screen set: each code once, only one's own."""
    for n, code in ((2, "agenda"), (4, "backbone"), (6, "agenda")):
        done("code", "add", "talk-1", "--turn", n, "--code", code)
    done("code", "add", "talk-1", "--turn", 2, "--code", "agenda-goals", "--coder", "bo")
    assert [one["code"] for one in done("code", "recent")] == ["agenda", "backbone"]
    assert [one["code"] for one in done("code", "recent", "--limit", 1)] == ["agenda"]
    assert done("code", "recent", "--coder", "bo")[0]["label"] == {"en": "Goals", "sv": "Mål"}
    assert run("code", "recent", "--coder", "cia").err.endswith("You have used no code yet.\n")
