"""Codings as CSV, out and in again."""

from __future__ import annotations

import csv
from io import StringIO

from tests.projects import a_project

SAID = ("start", "end", "code", "coder", "valence", "standing", "label", "memo", "quote")


def test_what_export_writes_import_reads(project, done, run, tmp_path):
    """Exported codings come into another project with all that was said of them."""
    add = ("code", "add", "talk-1", "--turn")
    done(*add, 2, "--code", "agenda", "--valence", "helps", "--standing", "past", "--memo", "a\nb")
    done(*add, 2, "--code", "förtroende", "--label", "nytt, [/x]")
    done(*add, 4, "--code", "backbone", "--degree", 4, "--from", "A", "--to", "B", "--coder", "bo")
    ran = run("code", "export")
    assert ran.code == 0
    file = tmp_path / "codings.csv"
    file.write_text(ran.out, encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    a_project(other).close()
    there = ("-p", str(other / "p.qualcode"))
    report = done(*there, "code", "import", str(file))
    assert report["added"] == 3 and report["skipped"] == 0
    assert "coder 'bo' is new" in report["warnings"]
    here, came = done("code", "list"), done(*there, "code", "list")
    assert [[one[key] for key in SAID] for one in came] == [
        [one[key] for key in SAID] for one in here
    ]
    assert [d["value"] for one in came for d in one["degrees"]] == [4]
    assert done(*there, "code", "import", str(file))["skipped"] == 3


def test_export_begins_with_the_header_that_import_asks_for(project, run):
    """An empty export is the header alone."""
    ran = run("code", "export")
    assert ran.out.startswith("document,start,end,quote,code,coder") and ran.out.count("\n") == 1


def test_export_narrows_and_writes_to_a_file(project, done, run, tmp_path):
    """`-o FILE` and a filter: only the codings that are meant, in the file."""
    done("code", "add", "talk-1", "--turn", 2, "--code", "agenda")
    done("code", "add", "talk-1", "--turn", 2, "--code", "backbone")
    assert run("code", "export", "--code", "backbone", "-o", "x.csv").out == ""
    text = (tmp_path / "x.csv").read_text("utf-8")
    assert [row["code"] for row in csv.DictReader(StringIO(text))] == ["backbone"]


def test_every_bad_row_is_named_and_nothing_comes_in(project, run, done, tmp_path):
    """Two bad rows among three: both lines are named, exit 1, no coding is there."""
    file = tmp_path / "bad.csv"
    file.write_text(
        "document,start,end,code\ntalk-1,0,5,agenda\ntalk-1,0,999999,agenda\ntalk-9,0,5,agenda\n",
        encoding="utf-8",
    )
    ran = run("code", "import", file, "--json")
    assert ran.code == 1 and ran.error["code"] == "bad-file"
    assert "line 3" in ran.error["message"] and "line 4" in ran.error["message"]
    assert done("code", "list") == []


def test_strict_refuses_unknown_organisations(project, run, done, tmp_path):
    """With --strict a row with a new organisation is a bad row; without, it warns."""
    file = tmp_path / "orgs.csv"
    text = "document,start,end,code,degree,from\ntalk-1,0,5,agenda,2,Skolan\n"
    file.write_text(text, encoding="utf-8")
    assert run("code", "import", file, "--strict").code == 1
    assert "organisation 'Skolan' is new" in run("code", "import", file).err


def test_a_file_that_is_not_there_is_named(project, run):
    """`code import` of a missing file exits 1 with its name."""
    ran = run("code", "import", "gone.csv")
    assert ran.code == 1 and "gone.csv" in ran.err
