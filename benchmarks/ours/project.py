"""Projects filled with generated material through the public services."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.corpus import ORGANISATIONS, Mark, Transcript
from qualcode.domain.span import Span
from qualcode.domain.table import TableOptions
from qualcode.services.creating import create_project
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project

FIRST_PASS = "first_pass"


def new_project(path: Path, coder: str) -> Project:
    """A project with the shipped codebook."""
    return create_project(path, coder=coder, title="Bench")


def codes_of(project: Project, count: int) -> tuple[str, ...]:
    """The codes that are coded with: the first ones of the codebook's first pass."""
    codes = project.codebooks.current().sets[FIRST_PASS].codes[:count]
    if len(codes) < count:
        raise SystemExit(f"the codebook's first pass has only {len(codes)} codes")
    return codes


def bring(project: Project, folder: Path, texts: Sequence[Transcript]) -> None:
    """Import every transcript under its case; SystemExit where one does not come in."""
    by_case: dict[str, list[Path]] = defaultdict(list)
    for text in texts:
        by_case[text.case].append(folder / f"{text.name}.txt")
    for case, paths in by_case.items():
        for outcome in project.imports.files(paths, ImportOptions(case=case)):
            if outcome.status != "imported":
                raise SystemExit(f"{outcome.name}: {outcome.status} {outcome.error}")


def places(project: Project, texts: Sequence[Transcript]) -> dict[str, list[int]]:
    """Where the words of each turn begin in the frozen text, per document."""
    found = {}
    for text in texts:
        frozen = project.documents.transcript(text.name)
        if len(frozen.turns) != len(text.turns):
            raise SystemExit(f"{text.name}: {len(frozen.turns)} turns, not {len(text.turns)}")
        found[text.name] = [turn.start for turn in frozen.turns]
    return found


def span_of(mark: Mark, begins: dict[str, list[int]]) -> Span:
    """A mark's passage in the frozen text."""
    first, last = mark.start, mark.end
    at = begins[mark.document]
    return Span(at[first[0]] + first[1], at[last[0]] + last[1])


def as_csv(
    path: Path, marks: Iterable[Mark], begins: dict[str, list[int]], codes: Sequence[str]
) -> Path:
    """The marks as a file that `code import` reads."""
    names = ("document", "start", "end", "code", "coder", "valence", "degree", "from", "to")
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(names)
        for n, mark in enumerate(marks):
            span = span_of(mark, begins)
            row = [mark.document, span.start, span.end, codes[mark.code], mark.coder, mark.valence]
            pair = (ORGANISATIONS[n % 2], ORGANISATIONS[2 + n % 2]) if mark.degree else ("", "")
            writer.writerow([*row, mark.degree or "", *pair])
    return path


def print_table(project: Project, name: str, form: str, options: TableOptions) -> bytes:
    """A table as `qualcode table` prints it."""
    return project.reporting.table_bytes(project.tables.make(name, options), form)
