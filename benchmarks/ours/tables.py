"""Times every table over many codings: python -m benchmarks.ours.tables ..."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import corpus
from benchmarks.ours.project import as_csv, bring, codes_of, new_project, places, print_table
from benchmarks.peers.results import Results, peak, seconds
from benchmarks.sizes import FULL, QUICK
from qualcode import __version__
from qualcode.domain.table import Counted, TableOptions
from qualcode.services.workspace import open_project

QUOTES = 5_000
"""Quotes of the Word file that is timed."""


def main(folder: str, work: str, size: str, only: str | None = None) -> None:
    """Bring the codings in as a file, make every table anew and print the figures as JSON."""
    sizes = QUICK if size == "quick" else FULL
    results = Results("qualcode", __version__, only)
    texts = corpus.transcripts(sizes)
    many, most = Path(work) / "tables.qualcode", Path(work) / "most.qualcode"
    took, names = fill(many, Path(folder) / "txt", texts, (sizes.many_codings, sizes.codes))
    results.put("code-import", took, f"{sizes.many_codings} rows in one act")
    load()
    for name in names:
        results.put(f"table-{name}", printed(many, name, sizes.runs))
    for form in ("docx", "xlsx"):
        results.put(f"all-{form}", written(many, Path(work), form), "every table, a file each")
    results.put("quotes-docx", quotes(many, Path(work)), f"{QUOTES} quotes")
    results.put("trace-key", traced(many, sizes.runs))
    results.put("memory-many", [peak()])
    fill(most, Path(folder) / "txt", texts, (sizes.most_codings, sizes.codes))
    for name in ("conditions", "co-occurrence"):
        results.put(f"most-{name}", printed(most, name, sizes.runs))
    results.say()


def fill(
    path: Path, folder: Path, texts: Sequence[corpus.Transcript], count: tuple[int, int]
) -> tuple[list[float], tuple[str, ...]]:
    """A project with that many codings and codes: how long they took, and the tables there are."""
    codings, codes = count
    with new_project(path, corpus.CODERS[0]) as project:
        bring(project, folder, texts)
        marks = corpus.marks(texts, codings, codes)
        begins = places(project, texts)
        file = as_csv(path.with_suffix(".csv"), marks, begins, codes_of(project, codes))
        return seconds(lambda: project.coding_files.read(file)), project.tables.names()


def printed(path: Path, name: str, runs: int) -> list[float]:
    """How long each of some runs took from the opened project to the printed table."""
    took = []
    for _ in range(runs):
        with open_project(path, coder=corpus.CODERS[0]) as project:
            took += seconds(partial(print_table, project, name, "json", TableOptions()))
    return took


def written(path: Path, work: Path, form: str) -> list[float]:
    """How long all tables took to be made and written as files."""
    with open_project(path, coder=corpus.CODERS[0]) as project:

        def all_of_them() -> None:
            for name in project.tables.names():
                project.reporting.write_table(project.tables.make(name), work / f"{name}.{form}")

        return seconds(all_of_them)


def quotes(path: Path, work: Path) -> list[float]:
    """How long a Word file of many quotes took, from the finished table."""
    with open_project(path, coder=corpus.CODERS[0]) as project:
        table = project.tables.make("quotes")
        few = replace(table, rows=table.rows[:QUOTES])
        return seconds(partial(project.reporting.write_table, few, work / "quotes.docx"))


def traced(path: Path, runs: int) -> list[float]:
    """How long the widest printed cell took to its quotes, in a project just opened."""
    with open_project(path, coder=corpus.CODERS[0]) as project:
        table = project.tables.make("frequency")
        project.tables.keep([table])
        cells = [cell for row in table.rows for cell in row.cells.values()]
        counted = [cell for cell in cells if isinstance(cell, Counted) and cell.evidence]
        key = str(max(counted, key=lambda cell: len(cell.codings)).evidence)
    took = []
    for _ in range(runs):
        with open_project(path, coder=corpus.CODERS[0]) as project:
            took += seconds(partial(project.tables.trace, key))
    return took


def load() -> None:
    """Load what tables are made with, which the figures leave out."""
    import pandas  # noqa: F401

    import qualcode.analysis.tables
    import qualcode.services.reporting  # noqa: F401


if __name__ == "__main__":
    main(*sys.argv[1:])
