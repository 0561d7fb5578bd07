"""Times every table over many codings: python -m benchmarks.ours.tables ..."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from benchmarks import corpus
from benchmarks.ours.project import as_csv, bring, codes_of, new_project, places, print_table
from benchmarks.peers.results import Results, peak, seconds
from benchmarks.sizes import FULL, QUICK
from qualcode import __version__
from qualcode.domain.table import TableOptions
from qualcode.services.workspace import open_project


def main(folder: str, work: str, size: str, only: str | None = None) -> None:
    """Bring the codings in as a file, make every table anew and print the figures as JSON."""
    sizes = QUICK if size == "quick" else FULL
    results = Results("qualcode", __version__, only)
    texts = corpus.transcripts(sizes)
    path = Path(work) / "tables.qualcode"
    with new_project(path, corpus.CODERS[0]) as project:
        bring(project, Path(folder) / "txt", texts)
        marks = corpus.marks(texts, sizes.many_codings, sizes.codes)
        file = as_csv(
            Path(work) / "many.csv", marks, places(project, texts), codes_of(project, sizes.codes)
        )
        note = f"{sizes.many_codings} rows in one act"
        results.put("code-import", seconds(lambda: project.coding_files.read(file)), note)
        names = project.tables.names()
    load()
    for name in names:
        took = []
        for _ in range(sizes.runs):
            with open_project(path, coder=corpus.CODERS[0]) as project:
                took += seconds(partial(print_table, project, name, "json", TableOptions()))
        results.put(f"table-{name}", took)
    results.put("memory-many", [peak()])
    results.say()


def load() -> None:
    """Load what tables are made with, which the figures leave out."""
    import pandas  # noqa: F401

    import qualcode.analysis.tables
    import qualcode.services.reporting  # noqa: F401


if __name__ == "__main__":
    main(*sys.argv[1:])
