"""The Word files as LibreOffice opens them, page by page; skipped where there is none."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.table import TableOptions
from qualcode.reports import saving
from qualcode.services import demo
from qualcode.services.reporting import ReportRequest
from qualcode.services.workspace import Project, open_project

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TEXT = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")

SECONDS = 180


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample."""
    path, _ = demo.build(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as found:
        yield found


def pages(files: list[Path], folder: Path) -> list[list[str]]:
    """The words of each page of each file, as LibreOffice lays it out."""
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=SECONDS)
    found = []
    for file in files:
        pdf = folder / f"{file.stem}.pdf"
        assert pdf.read_bytes().startswith(b"%PDF"), file.name
        if TEXT is None:
            pytest.skip("pdftotext is not installed: the pages were made but not read")
        text = subprocess.run([TEXT, "-layout", str(pdf), "-"], check=True, capture_output=True)
        found.append(text.stdout.decode().rstrip("\f").split("\f"))
    return found


def test_reports_in_four_languages_open_whole(project: Project, tmp_path: Path) -> None:
    """Pages with words on each, contents with page numbers, captions that references lead to."""
    files = []
    for language in ("en", "sv", "da", "nb"):
        path = tmp_path / f"{language}.docx"
        project.reporting.write(path, ReportRequest(language=language, tables=("framework",)))
        files.append(path)
    for name, found in zip(
        ("Table", "Tabell", "Tabel", "Tabell"), pages(files, tmp_path), strict=True
    ):
        assert len(found) > 10
        assert all(len(page.split()) > 12 for page in found), name
        numbers = re.findall(r"\.{3,} ?(\d+)$", found[0], re.MULTILINE)
        assert len(numbers) > 8 and numbers == sorted(numbers, key=int)
        text = "\n".join(found)
        assert f"{name} 1. " in text and re.search(rf"(?i){name}\s+2\b", text)
        assert "Error" not in text


def test_a_wide_table_alone_has_no_empty_page(project: Project, tmp_path: Path) -> None:
    """Its title stands on the lying page too."""
    table = project.tables.make("quotes", TableOptions(cases=("Lyftet",)))
    path = project.reporting.write_table(table, tmp_path / "quotes.docx")
    (found,) = pages([path], tmp_path)
    assert table.title in found[0] and table.columns[0].label in found[0]
    assert all(len(page.split()) > 12 for page in found)


def test_sixty_cases_fit_the_paper(tmp_path: Path) -> None:
    """Every part of the table of themes begins with the theme, and no page is empty."""
    from tests.reports.test_bad_cases import sixty
    from tests.reports.test_report import a_report

    path = tmp_path / "sixty.docx"
    saving.save_report(a_report(sixty()), path)
    (found,) = pages([path], tmp_path)
    assert all(len(page.split()) > 6 for page in found)
    text = "\n".join(found)
    assert all(re.search(rf"Case-\s*{n:02}", text) for n in range(60))
