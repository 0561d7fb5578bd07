"""`qualcode codebook`: revising, sharing and looking back, from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.revision import Add, Relabel
from qualcode.exchange import codebook_yaml
from tests.cli.conftest import words
from tests.projects import a_codebook

BASE = a_codebook()


def _file(name: str, book: Codebook) -> str:
    Path(name).write_text(codebook_yaml.dump(book), "utf-8")
    return name


@pytest.fixture
def coded(project, done):
    """Two passages of `agenda-goals`, one of them also of `agenda-vision`."""
    for command in (
        "code add talk-1 --span 34:50 --code agenda-goals",
        "code add talk-1 --span 60:70 --code agenda-goals --valence helps",
        "code add talk-1 --span 60:70 --code agenda-vision --valence hinders",
    ):
        done(*words(command))


def test_rename_move_and_reorder(project, run, done) -> None:
    """The code keeps its id; the tree and the labels change."""
    done(*words("codebook rename agenda-goals --label sv=Syfte --label en=Aims --reason clearer"))
    done(*words("codebook move agenda-goals --parent backbone --before backbone-person"))
    done(*words("codebook move backbone --before agenda"))
    done(*words("codebook move agenda-vision --top --last"))
    book = done("codebook", "show")
    assert [c["id"] for c in book["codes"] if c["parent"] == "backbone"] == [
        "agenda-goals",
        "backbone-person",
    ]
    assert done("codebook", "show", "agenda-goals")["label"] == {"en": "Aims", "sv": "Syfte"}
    assert run(*words("codebook move agenda --parent agenda")).code == 1
    assert run(*words("codebook move agenda")).code == 2
    assert "agenda-vision" in run(*words("codebook rename agenda-visoin --label en=X")).err


def test_merge_says_before_and_after_what_it_does(coded, run, done) -> None:
    """`--dry-run` counts and changes nothing; then the same happens."""
    preview = done(*words("codebook merge agenda-goals --into agenda-vision --dry-run"))
    assert len(done("code", "list")) == 3
    outcome = done(*words("codebook merge agenda-goals --into agenda-vision"))
    assert (outcome["moved"], outcome["documents"]) == (2, 1)
    assert (outcome["folded"], outcome["differing"], outcome["reread"]) == (1, 1, 1)
    assert {**outcome, "version": ""} == preview
    found = done("code", "list")
    assert [one["valence"] for one in found] == [None, "helps"]
    done("undo")
    assert len(done("code", "list")) == 3
    said = run(*words("codebook merge agenda-goals --into agenda-vision")).err
    assert "2 codings in 1 document " in said and "codebook worklist" in said


def test_split_makes_a_worklist_that_is_worked_off(coded, run, done) -> None:
    """Parts with a label are new; each coding is recoded or said to be right."""
    command = "codebook split agenda-goals --into agenda-vision --into near --label near.en=Near"
    assert done(*words(command))["reread"] == 2
    waiting = done("codebook", "worklist")
    assert {one["reason"] for one in waiting} == {"split"}
    assert waiting[0]["into"] == ["agenda-vision", "near"]
    first, second = (one["coding"]["id"] for one in waiting)
    assert "split" in run("codebook", "worklist").out
    done("code", "set", first, "--code", "near")
    assert done("codebook", "worklist", "--right", second) == {"settled": 1}
    assert done("codebook", "worklist") == []
    assert run("codebook", "worklist", "--right", "nobody").code == 1
    assert run(*words("codebook split backbone --into agenda --label x.en=X")).code == 2


def test_define_lists_codings_unless_only_the_wording_changed(coded, run, done) -> None:
    """A new definition asks for reading again; `--same-meaning` does not."""
    assert done(*words("codebook define agenda-goals --include en=Written"))["reread"] == 2
    done(*words("codebook define agenda-goals --colour none --key g"))
    slip = words("codebook define agenda-goals --include en=Writen --same-meaning")
    assert done(*slip)["reread"] == 0
    assert len(done("codebook", "worklist", "--code", "agenda-goals")) == 2
    assert run("codebook", "define", "agenda-goals").code == 2


def test_retire_and_revive(coded, run, done) -> None:
    """Codings of a retired code stay; a new one is refused."""
    done("codebook", "retire", "agenda-goals")
    assert len(done("code", "list", "--code", "agenda-goals")) == 2
    assert run(*words("code add talk-1 --span 90:99 --code agenda-goals")).code == 1
    assert run("codebook", "retire", "agenda").code == 1
    done("codebook", "revive", "agenda-goals")
    done(*words("code add talk-1 --span 90:99 --code agenda-goals"))


def test_a_scale_is_revised_with_what_was_said(project, run, done) -> None:
    """Degrees take the number of the value that theirs turned into."""
    done(*words("code add talk-1 --span 34:50 --code agenda --degree 5"))
    outcome = done(*words("codebook scale degree --remove one=work --label apart.da=Adskilt"))
    assert outcome["revalued"] == 1
    assert done("code", "list")[0]["degrees"][0]["value"] == 4
    assert run(*words("codebook scale degree --remove work")).code == 1
    done(*words("codebook scale degree --add total.en=Total --order total"))
    values = done("codebook", "show")["scales"]["degree"]["values"]
    assert [one["id"] for one in values] == ["total", "apart", "aware", "plan", "work"]
    assert done("code", "list")[0]["degrees"][0]["value"] == 5
    assert run(*words("codebook scale degree --label apart=X")).code == 2


def test_labels_become_a_code(project, run, done) -> None:
    """Without a label they are listed; with one its codings become those of the code."""
    done(*words("code add talk-1 --span 34:50 --code emergent --label money"))
    assert done("codebook", "adopt") == [{"text": "money", "codings": 1, "documents": 1}]
    assert done(*words("codebook adopt money --code fund --label en=Funds"))["moved"] == 1
    assert done("code", "list")[0]["code"] == "fund"
    assert run(*words("codebook adopt nothing --code fund")).code == 1
    assert run(*words("codebook adopt nothing")).code == 2


def test_versions_are_listed_shown_and_compared(project, run, done) -> None:
    """`log` names them, `show --at` goes back, `diff` says in words what differs."""
    done("codebook", "rename", "agenda", "--label", "en=Shared", "--reason", "said better")
    newest, first = done("codebook", "log")
    assert (first["n"], first["version"]) == (1, "1")
    assert newest["reason"] == "said better" and newest["coder"] == "ann"
    assert done("codebook", "show", "agenda", "--at", "1")["label"]["en"] == "Common agenda"
    assert done("codebook", "show", "agenda", "--at", newest["version"])["label"]["en"] == "Shared"
    assert run("codebook", "show", "--at", "7").code == 1
    assert [one["n"] for one in done("codebook", "log", "agenda")] == [2, 1]
    assert [one["n"] for one in done("codebook", "log", "backbone")] == [1]
    assert "agenda relabelled" in run("codebook", "log", "agenda").out
    assert run("codebook", "log", "agendaa").code == 1
    assert run("codebook", "diff", "1", "2").out == (
        "agenda relabelled: en 'Common agenda' → 'Shared'\n"
    )
    assert run("codebook", "diff", "1").out == run("codebook", "diff", "1", "2").out
    file = _file("b.yaml", BASE)
    assert done("codebook", "diff", "1", file) == []
    (change,) = done("codebook", "diff", file, "2")
    assert change["what"] == "relabelled"
    assert change["parts"] == [{"field": "label.en", "before": "Common agenda", "after": "Shared"}]


def test_a_colleagues_file_is_applied_and_conflicts_decided(project, run, done) -> None:
    """Nothing happens while something is undecided; both sides are shown."""
    done("codebook", "rename", "agenda", "--label", "en=Mine")
    theirs = Relabel("agenda", {"en": "Theirs"}).apply(BASE)
    theirs = Add(Code("agenda-x", {"en": "X"}, parent="agenda")).apply(theirs)
    file = _file("theirs.yaml", theirs)
    before = done("codebook", "show")
    ran = run("codebook", "apply", file)
    assert ran.code == 1
    assert "agenda-x added" in ran.out
    assert "agenda.label.en is to be decided" in ran.out
    assert "mine    Mine\n" in ran.out and "theirs  Theirs\n" in ran.out
    assert "--decide agenda.label.en=mine" in ran.err
    ran = run("codebook", "apply", file, "--json")
    assert ran.json["conflicts"][0]["name"] == "agenda.label.en"
    assert ran.error["code"] == "conflict"
    assert run("codebook", "apply", file, "--dry-run").code == 0
    assert done("codebook", "show") == before
    found = done("codebook", "apply", file, "--decide", "agenda.label.en=theirs")
    assert found["conflicts"][0]["decided"] == "theirs"
    assert done("codebook", "show", "agenda")["label"]["en"] == "Theirs"
    assert done("codebook", "show", "agenda-x")["parent"] == "agenda"
    done("undo")
    assert done("codebook", "show") == before
    assert run("codebook", "apply", file, "--decide", "agenda.label.en=both").code == 2
    assert run("codebook", "apply", file, "--decide", "agenda.labl.en=mine").code == 1
    assert run("codebook", "apply", _file("o.yaml", replace(BASE, id="o"))).code == 1


def test_another_codebook_is_added(project, run, done) -> None:
    """`add FILE` puts its codes beside one's own and says which ids were taken."""
    other = Codebook("other", "1", {"en": "O"}, (Code("agenda", {"en": "Diary"}),))
    file = _file("other.yaml", other)
    found = done("codebook", "add", file, "--prefix", "o")
    assert found["renamed"] == {"code agenda": "o-agenda"}
    assert done("codebook", "show", "o-agenda")["label"] == {"en": "Diary"}
    assert "agenda was taken" in run("codebook", "add", file, "--prefix", "p").err
    assert run("codebook", "add", "no-such-thing").code == 1


def test_the_tree_of_codes_counts_the_passages_of_a_document(project, done, run):
    """A passage with a code and one below it counts once above; other documents do not."""
    two = ("--code", "agenda-goals", "--code", "agenda-vision")
    done("code", "add", "talk-1", "--turn", 2, *two)
    done("code", "add", "talk-1", "--turn", 4, "--code", "agenda")
    listed = {one["id"]: one for one in done("codebook", "list", "--document", "talk-1")}
    counts = {code: one["here"] for code, one in listed.items() if one["here"]}
    assert counts == {"agenda": 2, "agenda-goals": 1, "agenda-vision": 1}
    assert "here" not in done("codebook", "list")[0]
    assert run("codebook", "list", "--document", "talk-1").out.splitlines()[0].endswith("HERE")
    assert run("codebook", "list", "--document", "talk-9").code == 1


def test_shipped_codebooks_are_listed_by_the_name_that_takes_them(project, done, run, tmp_path):
    """Each name is one that `init --codebook` takes; no project is needed to see them."""
    names = [one["name"] for one in done("codebook", "shipped")]
    assert "collective-impact" in names
    assert run("codebook", "shipped", "-p", "none.qualcode").out.split() == names
    for name in names:
        done("init", tmp_path / name, "--codebook", name)
