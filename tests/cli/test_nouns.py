"""Cases, organisations, participants, coders, guides, themes, memos, units, settings."""

from __future__ import annotations

import pytest

from tests.cli.conftest import words

NOUNS = ("case", "organisation", "participant", "coder")

READING = (
    "project show",
    "document list",
    "document show talk-1",
    "case list",
    "organisation list",
    "participant list",
    "coder list",
    "guide list",
    "codebook list",
    "codebook show",
    "codebook show agenda",
    "codebook log",
    "code list",
    "degree list",
    "theme list",
    "memo list",
    "unit list",
    "unit list talk-1",
    "find måndag",
    "table conditions",
    "log",
    "check",
)


@pytest.mark.parametrize("command", READING)
def test_every_reading_command_speaks_words_and_json(project, run, command):
    """What is read comes as words without --json and as JSON with it, wherever --json stands."""
    words = run(*command.split())
    assert words.code == 0 and not words.out.lstrip().startswith(("[\n", "{"))
    after = run(*command.split(), "--json")
    before = run("--json", *command.split())
    assert after.code == 0 and after.json == before.json


@pytest.mark.parametrize("noun", NOUNS)
def test_named_things_are_made_renamed_and_taken_out(project, run, done, noun):
    """`add` prints the id alone on standard output; `set` and `remove` take name or id."""
    ran = run(noun, "add", "Första [/x]")
    assert ran.code == 0
    made = ran.out.strip()
    assert "Första [/x]" in [one["name"] for one in done(noun, "list")]
    assert done(noun, "set", "Första [/x]", "--name", "Andra")["name"] == "Andra"
    assert done(noun, "remove", made) == {"removed": made}
    assert "Andra" not in [one["name"] for one in done(noun, "list")]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_name_that_is_taken_is_refused(project, run, done, noun):
    """A second thing of the same name exits 1; a change of nothing exits 2."""
    done(noun, "add", "Kommunen")
    assert run(noun, "add", "Kommunen", "--json").error["code"] == "conflict"
    assert run(noun, "set", "Kommunen").code == 2


def test_a_case_keeps_attributes_and_other_names(project, done):
    """Attributes are typed, `KEY=` takes one away, an alias addresses the case."""
    done("case", "add", "Havnen", "--attribute", "start=2019", "--attribute", "country=DK")
    done("case", "set", "Havnen", "--attribute", "country=", "--alias", "Kvarteret")
    case = next(case for case in done("case", "list") if case["name"] == "Havnen")
    assert case["attributes"] == {"start": 2019} and case["aliases"] == ["Kvarteret"]
    assert list(case)[:4] == ["id", "name", "attributes", "documents"]
    assert done("case", "set", "Kvarteret", "--name", "Hamnen")["name"] == "Hamnen"


def test_a_participant_has_names_and_ids_beside_them(project, done):
    """Role, organisation, case and consent; an empty value clears."""
    done("organisation", "add", "Skolan", "--case", "Lyftet", "--type", "school")
    person = done(
        *words("participant add P1 --role rektor --organisation Skolan"),
        *words("--case Lyftet --consent yes"),
    )
    assert (person["organisation"], person["case"]) == ("Skolan", "Lyftet")
    assert person["organisation_id"] and person["case_id"]
    assert done("participant", "set", "P1", "--role", "")["role"] is None


def test_who_enters_the_first_coder_is_that_coder(tmp_path, run, done, monkeypatch):
    """In a project of nobody `coder add` needs no --coder, and makes one coder, not two."""
    monkeypatch.chdir(tmp_path)
    done("init", "x")
    assert done("coder", "add", "eva", "--full-name", "Eva E")["full_name"] == "Eva E"
    assert [coder["name"] for coder in done("coder", "list")] == ["eva"]


def test_a_coder_with_codings_stays(project, run, done):
    """Removing somebody whose codings are there exits 1."""
    done("code", "add", "talk-1", "--turn", 1, "--code", "agenda")
    assert run("coder", "remove", "ann").code == 1


def test_a_guide_says_what_was_asked(project, done):
    """Codes, groups, cases and documents of a guide; cases and documents by name and id."""
    guide = done(
        *words("guide add Partners --code agenda --code backbone --case Lyftet --document talk-1")
    )
    assert guide["codes"] == ["agenda", "backbone"]
    assert (guide["cases"], guide["documents"]) == (["Lyftet"], ["talk-1"])
    assert done("guide", "set", "Partners", "--code", "agenda", "--document", "")["documents"] == []
    done("guide", "remove", "Partners")
    assert done("guide", "list") == []


def test_an_unknown_code_in_a_guide_names_the_nearest(project, run):
    """A slip in a guide exits 1."""
    ran = run("guide", "add", "G", "--code", "backbon")
    assert ran.code == 1 and "backbone" in ran.err


def test_a_theme_gathers_and_says(project, run, done):
    """A theme over codes and labels, with a summary for the project and for one case."""
    theme = done("theme", "add", "Makt", "--code", "agenda", "--definition", "Vem bestämmer")
    assert theme["codes"] == ["agenda"] and theme["definition"] == "Vem bestämmer"
    assert done("theme", "gather", "Makt", "--label", "tyst", "--code", "backbone")["labels"]
    assert done("theme", "drop", "Makt", "--code", "agenda")["codes"] == ["backbone"]
    done("theme", "summary", "Makt", "Så är det.")
    theme = done("theme", "summary", "Makt", "-", "--case", "Lyftet", stdin="Två\nrader\n")
    assert theme["summary"] == "Så är det."
    assert theme["case_summaries"] == {"Lyftet": "Två\nrader"}
    assert run("theme", "summary", "Makt", "--case", "Lyftet").out == "Två\nrader\n"
    assert done("theme", "set", "Makt", "--name", "Makten")["name"] == "Makten"
    assert run("theme", "gather", "Makten").code == 2
    done("theme", "remove", "Makten")
    assert "Makten" not in [one["name"] for one in done("theme", "list")]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ((), "project"),
        (("--case", "Lyftet"), "case"),
        (("--document", "talk-1"), "document"),
        (("--code", "agenda"), "code"),
    ],
)
def test_a_memo_hangs_on_anything(project, done, target, kind):
    """A memo is kept word for word and found again on its thing."""
    memo = done("memo", "add", "tänk [/x]\npå det", *target, "--kind", "reflexive")
    assert (memo["target_kind"], memo["kind"]) == (kind, "reflexive")
    assert memo["text"] == "tänk [/x]\npå det"
    assert done("memo", "list", *target) == [memo]
    assert done("memo", "set", memo["id"], "annat")["text"] == "annat"
    done("memo", "remove", memo["id"])
    assert done("memo", "list") == []


def test_a_memo_hangs_on_one_thing_only(project, run):
    """Two targets are wrong usage."""
    assert run("memo", "add", "x", "--case", "Lyftet", "--code", "agenda").code == 2


def test_turns_are_coded_read_or_unread(project, done, run):
    """`unit set` marks turns as read and takes the mark away; coded turns are known."""
    done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    done("unit", "set", "talk-1", "--turn", 4)
    states = {turn["n"]: turn["state"] for turn in done("unit", "list", "talk-1")}
    assert [states[n] for n in (1, 2, 4, 6)] == ["interviewer", "coded", "read", "unread"]
    (progress,) = done("unit", "list")
    assert [progress[key] for key in ("turns", "coded", "read", "unread")] == [3, 1, 1, 1]
    done("unit", "set", "talk-1", "--turn", 4, "--unread")
    assert [one["n"] for one in done("unit", "list", "talk-1", "--state", "unread")] == [4, 6]
    assert run("unit", "set", "talk-1", "--turn", 99).code == 1


def test_settings_are_changed_and_checked(project, run, done):
    """Stance, periods and retention; what is impossible exits 1 and says what is possible."""
    assert done("project", "set", "stance", "reliability")["stance"] == "reliability"
    assert done("project", "set", "periods", "förr, nu")["periods"] == ["förr", "nu"]
    assert done("project", "set", "title", "Ny [titel]")["title"] == "Ny [titel]"
    assert "single-coder" in run("project", "set", "stance", "guess").err
    assert run("project", "set", "retention", "soon").code == 1
    assert "title" in run("project", "set", "tilte", "x").err


def test_own_codes_are_added_and_the_codebook_goes_out_and_in(project, run, done, tmp_path):
    """`codebook add`, `export` and `import`; the log tells of it."""
    code = done(
        *words("codebook add agenda-pengar --parent agenda --label sv=Pengar --label en=Money")
    )
    assert code["label"] == {"sv": "Pengar", "en": "Money"}
    done("codebook", "export", "out.yaml")
    assert run("codebook", "lint", "out.yaml", "-p", "gone.qualcode").code == 0
    done("undo")
    assert run("codebook", "show", "agenda-pengar").code == 1
    done("codebook", "import", "out.yaml")
    book = done("codebook", "show")
    assert "agenda-pengar" in [one["id"] for one in book["codes"]]
    assert list(book["scales"]) == ["degree", "valence", "standing"]
    assert done("codebook", "log")[0]["kind"] == "codebook.load"


def test_lint_names_file_line_and_leaves_with_1(tmp_path, run):
    """A codebook with an error: `FILE:LINE: message` on standard output, exit 1."""
    file = tmp_path / "bad.yaml"
    file.write_text("format: 1\nid: x\ncodes:\n  - {id: a, parent: nowhere}\n", "utf-8")
    ran = run("codebook", "lint", file)
    assert ran.code == 1
    assert all(line.startswith(f"{file}:") for line in ran.out.splitlines()) and ran.out
    assert {problem["file"] for problem in run("codebook", "lint", file, "--json").json} == {
        str(file)
    }


def test_find_shows_words_in_context(project, run, done):
    """A beginning with a star, filters, and the promised keys."""
    (hit, *_) = done("find", "måndag*")
    assert list(hit) == [
        *("document", "document_id", "case", "turn", "speaker", "start", "end", "quote"),
        *("before", "after"),
    ]
    assert hit["quote"].lower().startswith("måndag")
    assert done("find", "måndag*", "--speaker", "Intervjuare") == []
    assert done("find", "måndag*", "--code", "agenda") == []
    assert "«måndag»" in run("find", "måndag*").out
    assert run("find", "***").code == 1


def test_a_project_is_made_with_all_that_is_asked(tmp_path, run, done, monkeypatch):
    """`init` prints the path, takes title and coder, and never overwrites."""
    monkeypatch.chdir(tmp_path)
    made = done("init", "new", "--title", "Ny", "--coder", "ann")
    assert made["path"] == "new.qualcode" and made["codebook"]["id"] == "collective-impact"
    shown = done("project", "show")
    assert (shown["title"], shown["coder"]) == ("Ny", "ann")
    assert run("init", "new").code == 1
    assert run("init", "other", "--codebook", "colective-impact").code == 1
    assert not (tmp_path / "other.qualcode").exists()


def test_places_are_kept_under_letters(run, project) -> None:
    """What the screens keep under a letter can be listed, kept and taken away."""
    assert run("bookmark", "list", "--json").json == []
    assert run("bookmark", "add", "a", "talk-1", "--at", "40").code == 0
    (kept,) = run("bookmark", "list", "--json").json
    assert (kept["letter"], kept["document"], kept["start"]) == ("a", "talk-1", 40)
    assert "talk-1" in run("bookmark", "list").out
    assert run("bookmark", "add", "ab", "talk-1", "--at", "40", "--json").error["code"] == "invalid"
    assert run("bookmark", "add", "a", "talk-1", "--at", "99999").code == 1
    assert run("bookmark", "remove", "a").code == 0
    assert "No place is kept under 'a'" in run("bookmark", "remove", "a").err


def test_codes_in_use_under_no_theme_are_listed(project, run, done):
    """A code goes from the list when it, or what is above it, lies under a theme."""
    for n, code in ((2, "agenda-goals"), (4, "backbone")):
        done("code", "add", "talk-1", "--turn", n, "--code", code)
    assert {one["code"]: one["passages"] for one in done("theme", "unthemed")} == {"backbone": 1}
    done("theme", "add", "Leading", "--code", "backbone")
    assert done("theme", "unthemed") == []
    assert run("theme", "unthemed").err == "Every code in use lies under a theme.\n"
