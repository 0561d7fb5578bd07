"""Tables, reports and the way back to the quotes."""

from __future__ import annotations

import csv
import zipfile
from io import StringIO

import pytest

from qualcode.services.workspace import open_project


@pytest.fixture
def coded(project, done):
    done("code", "add", "talk-1", "--turn", 2, "--code", "agenda-goals", "--valence", "helps")
    done("code", "add", "talk-1", "--turn", 4, "--code", "backbone", "--coder", "bo")
    return project


def test_a_table_as_json_has_the_promised_shape(coded, done):
    """Columns by key, counted cells with value, empty and evidence, and the state."""
    table = done("table", "conditions", "--language", "sv")
    assert list(table) == ["name", "title", "columns", "rows", "notes", "state"]
    (row,) = table["rows"]
    assert row["agenda"]["value"] == 1 and row["agenda"]["evidence"].startswith("E-")
    assert table["state"] == done("project", "show")["state"]


def test_json_and_format_json_are_the_same(coded, run):
    """`--json` is `--format json`."""
    assert (
        run("table", "frequency", "--json").out == run("table", "frequency", "--format", "json").out
    )


def test_every_table_comes_in_every_text_format(coded, run):
    """All tables as text, csv, json, md and html on standard output."""
    with open_project(coded) as project:
        names = project.tables.names()
    for name in names:
        for form in ("text", "csv", "json", "md", "html"):
            ran = run("table", name, "--format", form)
            assert ran.code == 0 and ran.out, (name, form, ran.err)


def test_csv_has_keys_as_its_header(coded, run):
    """The header of `--format csv` is the keys of the columns."""
    (row,) = csv.DictReader(StringIO(run("table", "conditions", "--format", "csv").out))
    assert row["agenda"] == "1" and row["agenda.informants"] == "1"


def test_only_one_coders_codings_are_counted_when_asked(coded, done, run, monkeypatch):
    """`--coder` narrows; $QUALCODE_CODER, which says who codes, does not."""

    def backbone(*options: str) -> int | None:
        (row,) = done("table", "conditions", *options)["rows"]
        return row["backbone"]["value"]

    assert backbone() == 1 and backbone("--coder", "ann") is None
    monkeypatch.setenv("QUALCODE_CODER", "ann")
    assert backbone() == 1
    assert run("table", "conditions", "--coder", "nobody").code == 1


def test_a_sheet_needs_a_file(coded, run, tmp_path):
    """xlsx without --output is wrong usage; with it a workbook is written."""
    assert run("table", "conditions", "--format", "xlsx").code == 2
    assert run("table", "conditions", "-o", "t.xlsx").code == 0
    assert zipfile.is_zipfile(tmp_path / "t.xlsx")


def test_an_unknown_table_names_the_nearest_and_an_unknown_format_is_wrong_usage(coded, run):
    """`table conditons` exits 1 with a hint, `--format pdf` exits 2."""
    assert "conditions" in run("table", "conditons", "--json").error["hint"]
    assert run("table", "conditions", "--format", "pdf").code == 2


def test_a_key_leads_to_its_quotes_and_a_coding_to_its_cells(coded, done, run):
    """`trace` goes both ways."""
    (row,) = done("table", "conditions")["rows"]
    key = row["agenda"]["evidence"]
    found = done("trace", key)
    assert [found[name] for name in ("key", "kind", "table", "column")] == [
        *(key, "cell", "conditions", "agenda"),
    ]
    (coding,) = found["codings"]
    assert coding["code"] == "agenda-goals"
    assert key in [cell["evidence"] for cell in done("trace", coding["id"])["cells"]]
    assert key in run("trace", key).out and coding["id"] in run("trace", key).out
    assert run("trace", "E-nothing").code == 1


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html"])
def test_a_report_is_written_and_its_path_printed(coded, run, tmp_path, ending):
    """The file's ending decides, and twice the same project gives the same bytes."""
    ran = run("report", f"r.{ending}", "--language", "sv")
    assert (ran.code, ran.out) == (0, f"r.{ending}\n")
    first = (tmp_path / f"r.{ending}").read_bytes()
    assert run("report", f"r.{ending}", "--language", "sv").code == 0
    assert (tmp_path / f"r.{ending}").read_bytes() == first


def test_a_report_that_cannot_be_is_refused(coded, run):
    """An unknown ending, language or table exits 1; an unknown profile exits 2."""
    assert run("report", "r.pdf").code == 1
    assert run("report", "r.docx", "--language", "fi").code == 1
    assert run("report", "r.docx", "--tables", "conditons").code == 1
    assert run("report", "r.docx", "--profile", "secret").code == 2


def test_the_sample_is_built_once(tmp_path, run, done, monkeypatch):
    """`demo` prints the path alone; a sample that is there is kept as it is."""
    ran = run("demo", tmp_path / "d", "--no-open")
    path = tmp_path / "d" / "demo.qualcode"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    before = path.read_bytes()
    assert done("demo", tmp_path / "d") == {"path": str(path), "new": False}
    assert path.read_bytes() == before
    monkeypatch.setenv("QUALCODE_PROJECT", str(path))
    assert len(done("document", "list")) == 10 and run("check").code == 0


def test_codes_against_an_attribute(coded, done, run):
    """`--by` names it, `--count` says of what; a slip is answered with the nearest name."""
    table = done("table", "crosstab", "--by", "coder", "--count", "informants")
    cells = {row["code"]: row for row in table["rows"]}
    assert cells["agenda-goals"]["coder:bo"]["value"] is None
    assert cells["backbone"]["coder:bo"]["value"] == 1
    refused = run("table", "crosstab", "--by", "codr", "--json")
    assert refused.code == 1 and "coder" in refused.error["hint"]
    assert run("table", "crosstab", "--count", "words").code == 2


def test_a_template_that_lacks_styles_is_used_and_they_are_named(coded, run, tmp_path):
    """The report is written and exit is 0; what was added stands on standard error."""
    from docx import Document

    house = Document()
    caption = house.styles["Caption"].element
    caption.getparent().remove(caption)
    house.save(str(tmp_path / "house.docx"))
    options = ("--template", tmp_path / "house.docx")
    ran = run("report", tmp_path / "r.docx", *options)
    assert ran.code == 0 and "lacks, added with ours: Caption" in ran.err
    shape = run("report", tmp_path / "r.docx", *options, "--json").json
    assert shape["warnings"] and "Caption" in shape["warnings"][0]
    ran = run("report", tmp_path / "r.html", *options)
    assert ran.code == 0 and "only .docx" in ran.err
    assert run("report", tmp_path / "r.docx").err.count("\n") == 1


def test_a_template_that_is_none_is_refused_before_anything_is_written(coded, run, tmp_path):
    """A bad file is exit 1, with a hint, and there is no report."""
    (tmp_path / "house.docx").write_text("no document")
    ran = run("report", tmp_path / "r.docx", "--template", tmp_path / "house.docx", "--json")
    assert ran.code == 1 and ran.error["code"] == "bad-file" and ran.error["hint"]
    assert not (tmp_path / "r.docx").exists()


def test_a_table_can_be_a_word_file(coded, run, tmp_path):
    """By the ending of the file; without a file it is wrong usage."""
    ran = run("table", "conditions", "-o", tmp_path / "t.docx")
    assert ran.code == 0 and zipfile.is_zipfile(tmp_path / "t.docx")
    assert run("table", "conditions", "--format", "docx").code == 2


def test_a_coding_names_what_rests_on_it(coded, run, done):
    """Cells and the sentences of a report, as data and for people."""
    (coding,) = done("code", "list", "--code", "agenda-goals")
    found = done("trace", coding["id"])
    assert {one["kind"] for one in found["uses"]} >= {"sentence"}
    assert {one["kind"] for one in found["cells"]} == {"cell"}
    assert "sentence" in run("trace", coding["id"]).out
