"""The project's codebook in and out of files of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode.domain.extension_switch import Switch
from qualcode.domain.span import Span
from qualcode.errors import BadFile, Invalid, NotFound
from qualcode.services.codebooks import read
from qualcode.services.creating import create_project
from qualcode.services.imports import ImportOptions

READABLE = ("yaml", "yml", "json", "qdc", "csv", "xlsx")


@pytest.fixture
def project(tmp_path):
    with create_project(tmp_path / "p", codebook="framsteget", coder="anna") as made:
        yield made


@pytest.mark.parametrize("ending", READABLE)
def test_out_and_in_again(project, tmp_path, ending):
    """A project that takes its own export has the same codebook, also what a sheet cannot hold."""
    was = project.codebooks.current()
    path = tmp_path / f"out.{ending}"
    project.codebooks.export(path)
    now = project.codebooks.load(path)
    assert replace(now, codes=()) == replace(was, codes=())
    assert now.codes == tuple(was.walk())
    assert project.codebooks.current() == now


@pytest.mark.parametrize("ending", READABLE)
def test_a_new_project_begins_with_any_of_them(project, tmp_path, ending):
    """Codes come from the file; valence and standing are there to code with."""
    path = tmp_path / f"out.{ending}"
    project.codebooks.export(path)
    with create_project(tmp_path / "new", codebook=str(path), coder="bo") as made:
        book = made.codebooks.current()
        assert len(book.codes) == 25
        assert {"valence", "standing"} <= set(book.scales)


def test_what_a_format_cannot_carry_is_said(project, tmp_path):
    """By name, for each format; nothing for those that carry everything."""
    said = {
        ending: " ".join(project.codebooks.export(tmp_path / f"out.{ending}"))
        for ending in ("yaml", "json", "qdc", "csv", "xlsx", "docx", "md")
    }
    assert said["yaml"] == said["json"] == ""
    assert all("valence" in said[ending] for ending in ("qdc", "csv", "xlsx"))
    assert all("theme-gains" in said[ending] for ending in ("csv", "xlsx", "docx", "md"))


def test_a_yaml_file_keeps_its_comments(project, tmp_path):
    """Exporting over the file that a team keeps changes only what differs."""
    path = tmp_path / "ours.yaml"
    project.codebooks.export(path)
    path.write_text("# ours\n" + path.read_text("utf-8"), "utf-8")
    before = path.read_bytes()
    project.codebooks.export(path)
    assert path.read_bytes() == before


def test_a_changed_sheet_changes_the_codes_only(project, tmp_path):
    """Rows that people changed or left out arrive; sets and themes lose only what is gone."""
    path = tmp_path / "codes.csv"
    project.codebooks.export(path)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("xt-gain-gap,")]
    path.write_text("".join(kept).replace("Added value and for whom", "Gains"), "utf-8")
    book = project.codebooks.load(path)
    assert book.id == "framsteget" and len(book.codes) == 24
    assert book.code("xt-gain").label["en"] == "Gains"
    assert "xt-gain-gap" not in book.sets["first_pass"].codes
    assert len(book.themes) == 4


def test_files_that_cannot_be_taken(tmp_path):
    """Missing files, unknown endings and names each have their own words."""
    (tmp_path / "bad.csv").write_text("name\nx\n")
    (tmp_path / "bad.qdc").write_text("<CodeBook/>")
    for name, said in (
        ("no.qdc", "no such file"),
        ("no.csv", "no such file"),
        ("no.xlsx", "no such file"),
        ("book.docx", "cannot be read from '.docx'"),
        ("bad.csv", "columns are missing: id, label_en"),
        ("bad.qdc", "has no codes"),
    ):
        with pytest.raises(BadFile, match=said):
            read(tmp_path / name)
    with pytest.raises(NotFound, match="no codebook 'framstegt'"):
        read("framstegt")


def test_an_unknown_ending_is_refused(project, tmp_path):
    """Nothing is written, and the known endings are named."""
    with pytest.raises(BadFile, match=r"cannot be written as '\.txt'"):
        project.codebooks.export(tmp_path / "out.txt")
    assert not (tmp_path / "out.txt").exists()


def test_an_extension_is_switched_on_in_one_act(tmp_path):
    """Off, its codes take no codings; on, they do; undo switches it off again."""
    source = tmp_path / "own.yaml"
    source.write_text(
        "id: own\nlanguages: [en]\nextensions: {more: {codes: [extra]}}\n"
        "codes:\n  - {id: base, label: Base}\n  - {id: extra, label: Extra}\n"
    )
    (tmp_path / "t.txt").write_text("Anna: We met every week.\n")
    with create_project(tmp_path / "x", codebook=str(source), coder="anna") as made:
        made.imports.files([tmp_path / "t.txt"], ImportOptions())
        with pytest.raises(Invalid, match="extension that is switched off"):
            made.codings.add("t", Span(0, 2), "extra")
        made.revision.do(Switch("more", on=True))
        made.codings.add("t", Span(0, 2), "extra")
        made.history.undo()
        made.history.undo()
        assert made.codebooks.current().switched_off == {"extra"}
