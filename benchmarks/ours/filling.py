"""Makes the project in which keys are timed: python -m benchmarks.ours.filling ...

In a process of its own, because what filling it takes is no part of the memory of the screens.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import corpus
from benchmarks.ours.project import as_csv, bring, codes_of, new_project, places
from benchmarks.sizes import FULL, QUICK, Sizes
from qualcode.domain.codebook import Code
from qualcode.services.workspace import Project

CODES = 300


def main(path: str, folder: str, work: str, size: str) -> None:
    """Fill a new project."""
    fill(Path(path), Path(folder), Path(work), QUICK if size == "quick" else FULL)


def fill(path: Path, folder: Path, work: Path, sizes: Sizes) -> None:
    """The project of the other steps, two long texts with codings over each other, many codes."""
    texts = corpus.transcripts(sizes)
    long = [corpus.long_transcript(sizes), corpus.vast_transcript(sizes)]
    corpus.lay(work / "long", long)
    deep = [
        mark
        for text in long
        for mark in corpus.deep_marks(text, sizes.long_codings, sizes.codes, sizes.deepest)
    ]
    with new_project(path, corpus.CODERS[0]) as project:
        add_codes(project)
        bring(project, folder / "txt", texts)
        bring(project, work / "long" / "txt", long)
        marks = [*corpus.marks(texts, sizes.codings, sizes.codes), *deep]
        begins = places(project, [*texts, *long])
        file = as_csv(work / "screens.csv", marks, begins, codes_of(project, sizes.codes))
        project.coding_files.read(file)


def add_codes(project: Project) -> None:
    """As many codes as a codebook ever has."""
    book = project.codebooks.current()
    tops = [code.id for code in book.codes if code.parent is None]
    for n in range(len(book.codes), CODES):
        parent = tops[n % len(tops)]
        said = {"en": "What is meant by it, in words of the length that definitions have. " * 3}
        label = {"en": f"A further code number {n}", "sv": f"Ytterligare en kod {n}"}
        added = Code(f"{parent}-{n}", label, parent=parent, definition=said)
        project.codebooks.add_code(added, "for the picker")


if __name__ == "__main__":
    main(*sys.argv[1:])
