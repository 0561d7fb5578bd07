"""Codes in sheets that people fill in: CSV and Excel, out and in, and what goes wrong in them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given

from qualcode.domain.codebook import Code, Codebook
from qualcode.exchange import codebook_csv, codebook_sheet, codebook_xlsx, codebook_yaml
from tests.exchange.codebooks import codebooks

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "codebooks").glob("*.yaml"))
HEADER = "id,parent,kind,label_en,label_sv,cues_sv,usual_valence\n"


def workbook(*rows, sheet="Sheet"):
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    return made


def saved(made) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def remarks(found) -> list[str]:
    return [problem.shown("f") for problem in found[1]]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_codes_come_back(path):
    """All that a code has is in the sheet: texts of all languages, cues, colours, keys."""
    book = codebook_yaml.load(path)
    for found in (
        codebook_csv.check(codebook_csv.dump(book).encode(), "x"),
        codebook_xlsx.check(codebook_xlsx.dump(book), "x"),
    ):
        assert found[0] is not None
        assert found[0].codes == tuple(book.walk()) and found[0].languages == book.languages


@given(codebooks())
def test_any_codes_come_back_from_csv(book):
    """Whatever the words begin with or hold: separators, quotation marks, signs of formulas."""
    found, _ = codebook_csv.check(codebook_csv.dump(book).encode(), "x")
    codes = tuple(replace(code, guid=None, taken={}) for code in book.walk())
    assert found is not None and found.codes == codes


def test_no_cell_is_a_formula():
    """A label that begins with = stays a label, in both kinds of file, and comes back."""
    labels = ("=1+1", "@x", "-a", "+b", "'=c", "'d")
    codes = tuple(Code(f"c{n}", {"en": label}) for n, label in enumerate(labels))
    book = Codebook("x", "1", {"en": "X"}, codes, languages=("en",))
    assert "\nc0,,topic,'=1+1," in codebook_csv.dump(book)
    sheet = openpyxl.load_workbook(BytesIO(codebook_xlsx.dump(book)))["codes"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["D2"].value == "=1+1"
    for found in (
        codebook_csv.check(codebook_csv.dump(book).encode(), "x"),
        codebook_xlsx.check(codebook_xlsx.dump(book), "x"),
    ):
        assert found[0] is not None and found[0].codes == codes


def test_the_same_codebook_gives_the_same_bytes():
    """Also as a zip container, whose dates are fixed."""
    book = codebook_yaml.load(SHIPPED[0])
    assert codebook_xlsx.dump(book) == codebook_xlsx.dump(book)


def test_what_is_left_out_is_named():
    """Scales, sets, themes and the rest by their ids."""
    book = codebook_yaml.load(SHIPPED[0])
    for notes in (codebook_sheet.notes(book, ".csv"), codebook_xlsx.notes(book)):
        said = " ".join(notes)
        assert "Scales (degree, valence, standing, rating)" in said
        assert "theme-agenda" in said and "first_pass" in said and "Title" in said
    long = replace(book.codes[0], definition={"en": "x" * 40_000})
    cut = replace(book, codes=(long, *book.codes[1:]))
    assert any(f"cut: {long.id}" in line for line in codebook_xlsx.notes(cut))


def test_a_sheet_filled_in_by_hand():
    """Semicolons, a byte order mark, empty rows, columns in any order, ids left blank."""
    text = "Label SV;cues_sv;id;parent\nMål;mål; målbild*;;\n\nTålamod;tålamod;;mål\n"
    text = text.replace("mål; målbild*", '"mål; målbild*"')
    for content in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.encode("cp1252")):
        book, problems = codebook_csv.check(content, "Vår Kodbok 2024")
        assert book is not None, problems
        assert (book.id, book.languages) == ("vår-kodbok-2024", ("sv",))
        assert book.code("mål").cues == {"sv": ("mål", "målbild*")}
        assert book.code("tålamod").parent == "mål"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f:1: the sheet is empty"),
        ("\n\n", "f:1: the sheet is empty"),
        (HEADER, "f:1: the sheet has no codes"),
        ("name,text\na,b\n", "f:1: columns are missing: id, label_en"),
        ("id,kind\na,topic\n", "f:1: columns are missing: label_en"),
        ("id,label_en,ID\na,b,c\n", "f:1: the column 'id' is there twice"),
        (HEADER + "a,,topic,A\na,,topic,B\n", "f:3: code 'a': the id 'a' is there twice; first on"),
        (HEADER + "a,b,topic,A\n", "f:2: code 'a': the parent 'b' does not exist"),
        (HEADER + "a,a,topic,A\n", "f:2: code 'a': the code lies below itself"),
        (HEADER + "a,,topic,A,,,good\n", "f:2: code 'a': 'good' is not on the scale valence"),
        (HEADER + "a,,topic\n", "f:2: code 'a': the label is missing"),
        (HEADER + "a b,,topic,A\n", "this id cannot be used"),
        (HEADER + "a,,topic,A,B,c,helps,more\n", "f:2: the row has more cells"),
        ("id,label_en,retired\na,A,perhaps\n", "f:2: 'retired' should be yes or no"),
        ("id,label_en\na," + "x" * 200_000, "not sound CSV"),
    ],
)
def test_bad_sheets_name_the_row(text, said):
    """Each error says in which row it is and what it is about."""
    found = codebook_csv.check(text.encode(), "f")
    assert found[0] is None
    assert any(said in remark for remark in remarks(found)), remarks(found)


def test_unknown_columns_are_remarked_on():
    """The nearest known one is named, and the rest is read."""
    found = codebook_csv.check(b"id,label_en,definiton_en\na,A,x\n", "f")
    assert found[0] is not None
    assert any("'definiton_en' is not known" in r and "definition_en" in r for r in remarks(found))


def test_excel_formulas_are_refused():
    """A formula in a cell is named by its place; what Excel once reckoned is not guessed."""
    found = codebook_xlsx.check(saved(workbook(["id", "label_en"], ["a", "=B9&C9"])), "f")
    assert found[0] is None and any("cell B2 holds a formula" in r for r in remarks(found))


def test_merged_cells_are_refused():
    """The range is named."""
    made = workbook(["id", "label_en", "parent"], ["a", "A", None], ["b", "B", "a"])
    made.active.merge_cells("C2:C3")
    found = codebook_xlsx.check(saved(made), "f")
    assert found[0] is None and any("f:2: the cells C2:C3 are merged" in r for r in remarks(found))


def test_missing_columns_of_excel_are_named():
    """As in CSV."""
    found = codebook_xlsx.check(saved(workbook(["code", "text"], ["a", "A"])), "f")
    assert any("columns are missing: id, label_en" in r for r in remarks(found))


def test_numbers_and_other_sheets_of_excel():
    """Numbers are read as written; the sheet `codes` wins; formatting far below does no harm."""
    made = workbook(["something", "else"])
    sheet = made.create_sheet("Codes")
    sheet.append(["id", "label_en", "retired"])
    sheet.append([2024, 3.0, True])
    sheet.cell(row=900_000, column=1).font = openpyxl.styles.Font(bold=True)
    book, _ = codebook_xlsx.check(saved(made), "f")
    assert book is not None and book.codes[0].label == {"en": "3"}
    assert (book.codes[0].id, book.codes[0].retired) == ("2024", True)


@pytest.mark.parametrize(
    "content", [b"", b"id,label\n", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old"]
)
def test_what_is_no_excel_file_says_so(content):
    """Old, broken and locked files are bad files, not crashes."""
    found = codebook_xlsx.check(content, "f")
    assert found[0] is None and "no readable Excel file" in remarks(found)[0]
