"""The framework matrix, ratings, events and development on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.charting import a_charted_project, coded


@pytest.fixture
def coding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The only project of the folder, with a coding of the agenda by each of three people."""
    with a_charted_project(tmp_path) as p:
        found = {who: coded(p, who, 40, "agenda", standing="actual") for who in ("P1", "P2")}
        found["P3"] = coded(p, "P3", 40, "agenda-goals", "hinders")
    monkeypatch.chdir(tmp_path)
    return found


def test_a_cell_is_charted_from_empty_to_final(coding, done, run) -> None:
    """list --empty, write, link, refused, contrary, final, list."""
    (empty,) = done("cell", "list", "--empty", "--code", "agenda")
    assert (empty["row"], empty["state"], empty["passages"]) == ("Lyftet", "uncharted", 3)
    cell = done("cell", "write", "Lyftet", "agenda", "They agree.", "--link", coding["P1"])
    assert (cell["summary"], cell["links"], cell["status"]) == (
        "They agree.",
        [coding["P1"]],
        "draft",
    )
    assert done("cell", "link", "Lyftet", "agenda", coding["P2"])["links"][1] == coding["P2"]
    refused = run("cell", "final", "Lyftet", "agenda", "--json")
    assert refused.code == 1 and "qualcode cell contrary" in refused.error["hint"]
    (against,) = done("cell", "contrary", "Lyftet", "agenda")
    assert (against["id"], against["against"]) == (coding["P3"], "valence")
    cell = done("cell", "final", "Lyftet", "agenda")
    assert cell["state"] == cell["status"] == "final" and cell["contrary_opened"]
    assert done("cell", "final", "Lyftet", "agenda", "--draft")["state"] == "fresh"
    assert done("cell", "list", "--empty", "--code", "agenda") == []


def test_a_case_with_the_other_outcome_is_told(coding, done, run) -> None:
    """contrary lists what came of it and names the case; show has both."""
    done("cell", "write", "Havnen", "agenda", "Not much.")
    assert done("cell", "contrary", "Havnen", "agenda") == []
    done("code", "set", coding["P3"], "--valence", "helps")
    outcome = ("outcome", "add", "Lyftet", "early", "Nothing changed.", "--level", "0")
    done(*outcome, "--coding", coding["P1"])
    (against,) = done("cell", "contrary", "Lyftet", "agenda")
    assert (against["id"], against["against"]) == (coding["P1"], "outcome")
    said = run("cell", "contrary", "Lyftet", "agenda")
    assert "Cases that have it and the other outcome: Lyftet" in said.err
    cell = done("cell", "show", "Lyftet", "agenda")
    assert cell["other_outcome"] == ["Lyftet"] and cell["contrary_opened"]
    assert cell["contrary"] == [{"coding": coding["P1"], "reason": "outcome"}]


def test_what_made_it_stale_is_told_and_it_may_be_still_right(coding, done) -> None:
    """list --stale names codings and reasons; refresh ends it; unlink takes a link."""
    done("cell", "write", "Lyftet", "agenda", "They agree.", "--link-all")
    done("code", "set", coding["P2"], "--valence", "mixed")
    done("code", "remove", coding["P3"])
    (stale,) = done("cell", "list", "--stale")
    assert [(one["coding"], one["reason"]) for one in stale["changes"]] == sorted(
        [(coding["P2"], "changed"), (coding["P3"], "gone")]
    )
    shown = done("cell", "show", "Lyftet", "agenda")
    marked = {one["id"]: one["change"] for one in shown["codings"]}
    assert marked[coding["P1"]] is None and marked[coding["P2"]]["facets"] == ["valence"]
    assert done("cell", "refresh", "Lyftet", "agenda")["state"] == "fresh"
    links = done("cell", "unlink", "Lyftet", "agenda", coding["P1"])["links"]
    assert links == [coding["P2"]]


def test_a_summary_comes_from_standard_input_and_an_empty_one_clears(coding, done) -> None:
    """`-` reads it; `` takes it away."""
    cell = done("cell", "write", "Lyftet", "agenda", "-", stdin="Från en fil.\n")
    assert cell["summary"] == "Från en fil."
    assert done("cell", "write", "Lyftet", "agenda", "")["summary"] is None


def test_next_leads_from_cell_to_cell(coding, done, run) -> None:
    """The next one to chart behind a cell, the next stale one, none."""
    done("code", "add", "talk-P4", "--span", "40:50", "--code", "agenda")
    assert done("cell", "next")["row"] == "Lyftet"
    assert done("cell", "next", "Lyftet", "agenda")["row"] == "Havnen"
    assert done("cell", "next", "Lyftet", "agenda", "--row", "Lyftet")["row"] == "Lyftet"
    assert done("cell", "next", "--stale") is None
    done("cell", "write", "Havnen", "agenda", "They agree.")
    done("code", "add", "talk-P4", "--span", "60:70", "--code", "agenda-goals")
    assert done("cell", "next", "--stale")["row"] == "Havnen"
    assert [one["row"] for one in done("cell", "list", "--row", "Havnen")] == ["Havnen", "Havnen"]
    assert run("cell", "next", "Lyftet").code == 2


def test_another_raters_value_is_not_shown_before_ones_own(coding, done) -> None:
    """Two raters rate independently: the cell keeps what the other said until both have."""
    rate = ("cell", "rate", "Lyftet", "agenda", 1, "--link", coding["P1"])
    done(*rate)
    show = ("cell", "show", "Lyftet", "agenda", "--coder", "bo")
    assert done(*show)["ratings"] == []
    done(*rate, "--coder", "bo")
    assert [one["coder"] for one in done(*show)["ratings"]] == ["ann", "bo"]


def test_rows_may_be_participants_and_roles(coding, done) -> None:
    """The same commands with --rows."""
    rows = done("cell", "list", "--rows", "participant", "--code", "agenda")
    assert [(one["row"], one["case"], one["passages"]) for one in rows] == [
        ("P1", "Lyftet", 1),
        ("P2", "Lyftet", 1),
        ("P3", "Lyftet", 1),
        ("P4", "Havnen", 0),
    ]
    cell = done("cell", "write", "chair", "agenda", "Chairs agree.", "--rows", "role")
    assert (cell["rows"], cell["row"], cell["passages"]) == ("role", "chair", 2)


def test_ratings_are_given_listed_kept_and_taken_away(coding, done, run) -> None:
    """NE is null in JSON; a rule that is not met exits 1 with what to do."""
    two = ("--link", coding["P1"], "--link", coding["P2"])
    rating = done("cell", "rate", "Lyftet", "agenda", 2, "--sentence", "Written down.", *two)
    assert (rating["value"], rating["kind"], rating["stale"]) == (2, "own", False)
    refused = run("cell", "rate", "Lyftet", "agenda", 3, "--json")
    assert refused.code == 1 and "rating_rules" in refused.error["hint"]
    assert run("cell", "rate", "Lyftet", "agenda", "many").code == 2
    assert done("cell", "rate", "Havnen", "agenda", "NE")["value"] is None
    done("code", "set", coding["P1"], "--valence", "hinders")
    (stale,) = done("cell", "ratings", "--stale")
    assert stale["id"] == rating["id"]
    assert done("cell", "keep", rating["id"])["stale"] is False
    assert done("cell", "unrate", rating["id"]) == {"removed": rating["id"]}
    assert [one["case"] for one in done("cell", "ratings")] == ["Havnen"]
    assert run("cell", "ratings").out.count("NE") == 1


def test_the_rules_of_evidence_are_a_setting(coding, done, run) -> None:
    """`project set rating_rules`; what is not understood exits 1."""
    rules = "any: linked; 3: 2 organisations, contrary"
    assert done("project", "set", "rating_rules", rules)["rating_rules"] == rules
    refused = run("cell", "rate", "Lyftet", "agenda", 3, "--link", coding["P1"], "--json")
    assert "2 organisations" in refused.error["message"]
    assert run("project", "set", "rating_rules", "3: some people").code == 1


def test_events_and_development(coding, done, run) -> None:
    """Events are entered and shown beside the course of ratings and degrees."""
    event = done("event", "add", "Lyftet", "Money ended.", "--period", "now", "--kind", "setback")
    assert done("event", "set", event["id"], "--text", "The money ended.")["kind"] == "setback"
    rate = ("cell", "rate", "Lyftet", "agenda")
    done(*rate, 1, "--link", coding["P1"], "--period", "start")
    done(*rate, 0, "--link", coding["P1"], "--period", "now")
    found = done("development", "show", "Lyftet")[0]
    (agenda, degree) = found["courses"]
    assert (agenda["measure"], degree["measure"]) == ("agenda", "degree")
    assert [step["setback"] for step in agenda["steps"]] == [False, False, True, False]
    assert [one["text"] for one in found["events"]] == ["The money ended."]
    assert "0 ▼" in run("development", "show").out
    assert done("event", "remove", event["id"]) == {"removed": event["id"]}
    assert done("event", "list") == []


def test_degrees_of_a_case_as_pairs(coding, done, run) -> None:
    """Each directed pair with its passages per degree, and whether its sides differ."""
    for who, value, a, b in (("P1", 4, "Town", "School"), ("P2", 1, "School", "Town")):
        done("degree", "add", coding[who], value, "--from", a, "--to", b)
    pairs = done("development", "degrees", "Lyftet")["pairs"]
    assert [(one["from"], one["to"], one["levels"], one["apart"]) for one in pairs] == [
        ("Town", "School", {"4": 1}, True),
        ("School", "Town", {"1": 1}, True),
    ]
    assert "≠" in run("development", "degrees", "Lyftet").out


def test_table_options_reach_the_tables(coding, run, done) -> None:
    """--rows, --period and --order."""
    rows = done("table", "framework", "--rows", "role")["rows"]
    assert [row["role"] for row in rows] == ["chair", "guide", "head"]
    table = done("table", "framework", "--order", "-start")
    assert "ordered by start (Havnen 2021, Lyftet 2019)" in table["title"]
    assert table["rows"][1]["agenda"]["text"] == "3 passages, not yet charted"
    for wrong in (("--rows", "street"), ("--order", "sart"), ("--period", "never")):
        assert run("table", "framework", *wrong).code == 1


@pytest.mark.parametrize(
    "line",
    [
        "cell show Nowhere agenda",
        "cell show Lyftet agendaa",
        "cell write Lyftet agenda x --link no",
        "cell keep no",
        "event remove no",
        "development degrees Nowhere",
    ],
)
def test_what_is_not_there_exits_1_with_a_hint(coding, run, line) -> None:
    """Unknown rows, codes, codings, ratings and events."""
    ran = run(*line.split(), "--json")
    assert ran.code == 1 and ran.error["message"] and ran.error["hint"]
