"""What every table rests on: the material, the words, and the lines that stand under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qualcode.analysis import frames
from qualcode.analysis.narrowing import chosen_codes, narrow
from qualcode.analysis.wording import Wording
from qualcode.domain.codebook import Codebook
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.evidence import marked_key
from qualcode.domain.material import DocumentRow, Material
from qualcode.domain.reading import Reading, UnitRow
from qualcode.domain.table import NOTHING_SAID, Column, Counted, Row, Table, TableOptions
from qualcode.domain.table_rows import RowsByColumn

if TYPE_CHECKING:
    import pandas as pd

STATE_SHOWN = 12
"""Characters of the state id that are printed."""


class Basis:
    """The narrowed material of one table, counted once and asked many times."""

    def __init__(self, name: str, material: Material, options: TableOptions) -> None:
        self.name = name
        self.options = options
        self.whole = material
        self.material = narrow(material, options)
        self.words = Wording(options.language)

    @property
    def codebook(self) -> Codebook:
        """The codebook of the project."""
        return self.material.codebook

    def _said(self, name: str) -> set[Any]:
        """The different values of a field over codings and degrees."""
        found = set(CodedRows.of(self.material.codings).unsorted(name))
        return found.union(getattr(row, name) for row in self.material.degrees)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each coding stands in the unsorted columns of the material, by its id."""
        ids = CodedRows.of(self.material.codings).unsorted("coding")
        return {coding: place for place, coding in enumerate(ids)}

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes that rows and columns may stand for."""
        return chosen_codes(self.whole, self.options)

    @cached_property
    def case_names(self) -> Mapping[str, str]:
        """Names of the cases by id, with the words for no case."""
        return {case.id: case.name for case in self.material.cases} | {
            "": self.words.value("no-case")
        }

    @cached_property
    def code_names(self) -> Mapping[str, str]:
        """Labels of the codes by id."""
        return {code.id: code.name(self.words.language) for code in self.codebook.codes}

    @property
    def reading(self) -> Reading:
        """How far the documents were read and coded."""
        return self.material.reading or Reading()

    @cached_property
    def units(self) -> Mapping[str, tuple[UnitRow, ...]]:
        """The units of each document by its id."""
        found: dict[str, list[UnitRow]] = {}
        for unit in self.reading.units:
            found.setdefault(unit.document_id, []).append(unit)
        return {document: tuple(units) for document, units in found.items()}

    @cached_property
    def transcripts(self) -> tuple[DocumentRow, ...]:
        """The documents that are no answers to readings."""
        return self.material.transcripts

    def case_rows(self) -> tuple[str, ...]:
        """Ids of the cases, and an empty one when something coded has no case."""
        cases = tuple(case.id for case in self.material.cases)
        return cases if all(self._said("case_id")) else (*cases, "")

    def cell(
        self, row: str, column: str, group: frames.Group, what: str, empty: str = NOTHING_SAID
    ) -> Counted:
        """The number of distinct `what` in the group, or which kind of empty it is."""
        key = marked_key(self.name, row, column, group.mark) if group.ids else None
        number = group.counts[what]
        if number:
            return Counted(number, None, group.ids, key)
        return Counted(None, empty, group.ids, key)

    def names_of(self, cases: Iterable[str]) -> str:
        """Names of the cases in the project's order."""
        wanted = set(cases)
        return "; ".join(case.name for case in self.material.cases if case.id in wanted)

    def count_line(self, label: str, group: frames.Group) -> str:
        """`Label 3 cases, 7 informants, 20 passages`."""
        return self.words.note("total", label=label, **self._counts(group))

    def _counts(self, group: frames.Group) -> dict[str, str]:
        return {
            "cases": self.words.count("case", group.counts["case"]),
            "informants": self.words.count("informant", group.counts["informant"]),
            "passages": self.words.count("passage", group.counts["segment"]),
        }

    def passages_note(self, key: str, frame: pd.DataFrame) -> tuple[str, ...]:
        """A note on these passages, or none when there are none."""
        number = frames.passages(frame)
        if not number:
            return ()
        return (self.words.note(key, passages=self.words.count("passage", number)),)

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row],
        notes: Iterable[str],
        labels: Mapping[str, str] | None = None,
    ) -> Table:
        """The finished table with its source line and what it is limited to.

        Each row's cells stand in the order of the columns.
        """
        keys = [column.key for column in columns]
        return Table(
            name=self.name,
            title=self.words.title(self.name),
            columns=tuple(columns),
            rows=_in_order(rows, keys),
            notes=(*notes, *self._limits()),
            state=self.material.state,
            language=self.words.language,
            source=self._source(),
            labels=labels or {},
            date=self.material.date,
        )

    def _source(self) -> str:
        material = self.material
        date = material.date[:10]
        return self.words.note(
            "source",
            cases=self.words.count("case", len(material.cases)),
            documents=self.words.count("document", len(self.transcripts)),
            informants=self.words.count("informant", len(material.informants())),
            passages=self.words.count("passage", len(self._said("segment"))),
            state=material.state[:STATE_SHOWN],
            date=self.words.note("date", date=date) if date else "",
        )

    def _limits(self) -> tuple[str, ...]:
        options, words = self.options, self.words
        notes = []
        coders = self._said("coder")
        if options.coder is not None:
            notes.append(words.note("only-coder", coder=options.coder))
        elif len(coders) > 1:
            notes.append(words.note("coders", coders=words.count("coder", len(coders))))
        if options.cases:
            notes.append(words.note("only-cases", cases=self.names_of(options.cases)))
        if options.codes:
            labels = "; ".join(self.code_names.get(code, code) for code in options.codes)
            notes.append(words.note("only-codes", codes=labels))
        if options.query:
            notes.append(words.note("only-query", query=options.query))
        return tuple(notes)


def _in_order(rows: Iterable[Row], keys: list[str]) -> Sequence[Row]:
    """The rows with their cells in the order of the columns."""
    if isinstance(rows, RowsByColumn):
        return rows
    return tuple(
        row
        if list(row.cells) == keys
        else replace(row, cells={key: row.cells[key] for key in keys})
        for row in rows
    )
