"""Times the services, as the screens call them: python -m benchmarks.ours.services ..."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path

from benchmarks import corpus
from benchmarks.ours.project import (
    as_csv,
    bring,
    codes_of,
    new_project,
    places,
    print_table,
    span_of,
)
from benchmarks.peers.results import Results, peak, seconds
from benchmarks.sizes import FULL, QUICK, Sizes
from qualcode import __version__
from qualcode.domain.coding import CodingDetails
from qualcode.domain.table import TableOptions
from qualcode.services.workspace import Project, open_project

NAME = "bench.qualcode"


def main(folder: str, work: str, size: str, only: str | None = None) -> None:
    """Run the steps and print them as JSON."""
    sizes = QUICK if size == "quick" else FULL
    results = Results("qualcode", __version__, only)
    bench = Bench(Path(folder), Path(work), sizes, results)
    bench.fill()
    bench.look()
    if results.wanted("open"):
        bench.dense()
    if results.wanted("memory"):
        results.put("memory", [peak()], "import, coding, lists; no table yet")
    if results.wanted("co-occurrence", "html"):
        bench.tables()
    if results.wanted("memory"):
        results.put("memory-tables", [peak()])
    if results.wanted("docx"):
        bench.docx()
    if results.wanted("memory"):
        results.put("memory-docx", [peak()])
    results.say()


class Bench:
    """One project of the promised size, and what is asked of it."""

    def __init__(self, folder: Path, work: Path, sizes: Sizes, results: Results) -> None:
        self.folder, self.work, self.sizes, self.results = folder, work, sizes, results
        self.path = work / NAME
        self.texts = corpus.transcripts(sizes)

    def fill(self) -> None:
        """Import the transcripts and apply the codes one by one."""
        import_ = "all files, with language, speakers, turns and hashes"
        with new_project(self.path, corpus.CODERS[0]) as project:
            began = time.process_time()
            took = seconds(lambda: bring(project, self.folder / "txt", self.texts))
            worked = time.process_time() - began
            self.results.put("import", took, f"{import_}; {worked:.1f} s of processor time")
            begins = places(project, self.texts)
            codes = codes_of(project, self.sizes.codes)
        marks = corpus.marks(self.texts, self.sizes.codings, self.sizes.codes)
        took = []
        by_coder = sorted(marks, key=lambda mark: mark.coder)
        for coder, group in groupby(by_coder, key=lambda mark: mark.coder):
            with open_project(self.path, coder=coder) as project:
                for mark in group:
                    passage = (mark.document, span_of(mark, begins), codes[mark.code])
                    details = CodingDetails(mark.valence or None)
                    took += seconds(partial(project.codings.add, *passage, details))
        self.results.put("apply", took, "one transaction each, on the disk, with its undo")
        self.results.put("apply-all", [sum(took)], "one by one")
        self.results.put("apply-last", took[-self.sizes.applied :], "the last ones of all")

    def look(self) -> None:
        """What a running program asks."""
        asked: dict[str, Callable[[Project], object]] = {
            "counts": lambda project: project.codings.counts(),
            "list": lambda project: project.codings.list(),
            "csv": lambda project: project.coding_files.write(io.StringIO()),
            "documents": lambda project: project.documents.list(),
            "progress": lambda project: project.documents.progress(),
            "find": lambda project: project.search.find("ungd*"),
        }
        with open_project(self.path, coder=corpus.CODERS[0]) as project:
            for step, ask in asked.items():
                if self.results.wanted(step):
                    took = seconds(partial(ask, project), self.sizes.runs)
                    self.results.put(step, took)
            if self.results.wanted("undo"):
                took = []
                for _ in range(self.sizes.runs):
                    took += seconds(project.history.undo)
                    project.history.redo()
                self.results.put("undo", took)

    def dense(self) -> None:
        """Open one transcript with many codings: its text, its turns and its segments."""
        text = corpus.dense_transcript(self.sizes)
        folder = self.work / "dense"
        corpus.lay(folder, [text])
        marks = corpus.marks([text], self.sizes.dense_codings, self.sizes.codes)
        with new_project(self.work / "dense.qualcode", corpus.CODERS[0]) as project:
            bring(project, folder / "txt", [text])
            begins = places(project, [text])
            file = as_csv(folder / "c.csv", marks, begins, codes_of(project, self.sizes.codes))
            project.coding_files.read(file)

            def look() -> None:
                project.documents.transcript(text.name)
                project.codings.segments(text.name)

            took = seconds(look, self.sizes.runs)
            self.results.put("open", took, "the data only; painted: see the screens")

    def tables(self) -> None:
        """Co-occurrence of the codes and all quotes as a page, pandas being loaded already."""
        import pandas  # noqa: F401 - loading it is not part of the step

        asked = {"co-occurrence": "json", "quotes": "html"}
        for table, format_ in asked.items():
            step = "html" if table == "quotes" else table
            if not self.results.wanted(step):
                continue
            took = []
            for _ in range(self.sizes.runs):
                with open_project(self.path, coder=corpus.CODERS[0]) as project:
                    options = TableOptions(codes=codes_of(project, self.sizes.codes))
                    took += seconds(partial(print_table, project, table, format_, options))
            self.results.put(step, took, "opened anew each time")

    def docx(self) -> None:
        """A Word report of nothing but all quotes."""
        from qualcode.services.reporting import ReportRequest

        with open_project(self.path, coder=corpus.CODERS[0]) as project:
            target = self.work / "quotes.docx"
            request = ReportRequest(tables=("quotes",))
            took = seconds(lambda: project.reporting.write(target, request))
        self.results.put("docx", took, f"{target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
