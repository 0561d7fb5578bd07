"""Tables over the codings, and the way back from a cell to its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.domain.coding import Coding
from qualcode.domain.findings import Claims
from qualcode.domain.material import Material
from qualcode.domain.query_match import needs_texts
from qualcode.domain.query_text import text_of
from qualcode.domain.quoting import may_quote
from qualcode.domain.table import Table, TableOptions
from qualcode.domain.table_rows import counted_cells
from qualcode.errors import NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services import readings
from qualcode.services.book_history import book_history
from qualcode.services.bulk import in_bulk
from qualcode.services.claims import with_claims
from qualcode.services.codings import Codings
from qualcode.services.people import Cases
from qualcode.services.queries import Queries
from qualcode.services.session import Session
from qualcode.storage import degrees as stored_degrees
from qualcode.storage import evidence
from qualcode.storage.claims import outcomes
from qualcode.storage.doings import doings

if TYPE_CHECKING:
    from qualcode.reports.model import Stated
    from qualcode.services.tracing import Trace

CODING, DEGREE = "coding", "degree"
REPORT = "report"
"""What stands in the place of a table for the sentences of a report."""


class Tables:
    """Makes tables as values; every counted cell knows its codings."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codings = Codings(session)

    def names(self) -> tuple[str, ...]:
        """The tables there are."""
        from qualcode.analysis.tables import NAMES

        return NAMES

    def make(self, name: str, options: TableOptions | None = None) -> Table:
        """The table of that name; raises NotFound with the nearest."""
        from qualcode.analysis.tables import WITH_QUOTE, WITH_TEXT, make

        with in_bulk():
            texts = name in WITH_TEXT or (name in WITH_QUOTE and self._may_quote())
            found, wanted = self._asked(options or TableOptions(), texts=texts)
            return make(name, self._with_parts(name, found), wanted)

    def _may_quote(self) -> bool:
        """Whether anybody said yes to being quoted."""
        return bool(may_quote(self.material(texts=False)))

    def _with_parts(self, name: str, found: Material) -> Material:
        """The material with what only some tables need."""
        from qualcode.analysis import tables

        if name in tables.WITH_CLAIMS:
            found = with_claims(self._session, found)
        if name in tables.WITH_OUTCOMES:
            found = replace(found, claims=Claims(outcomes=tuple(outcomes(self._session.store))))
        if name in tables.WITH_CHARTED:
            found = replace(found, charted=readings.charted(self._session))
        if name in tables.WITH_READING:
            found = replace(found, reading=readings.reading(self._session))
        if name in tables.WITH_DATES:
            found = replace(found, reading=readings.dated(self._session))
        if name in tables.WITH_HISTORY:
            found = replace(found, history=book_history(self._session))
        return found

    def narrowed(self, options: TableOptions, *, texts: bool = True) -> Material:
        """What tables with these options are made of, with its texts."""
        from qualcode.analysis.narrowing import narrow

        found, wanted = self._asked(options, texts=texts)
        return narrow(with_claims(self._session, found), wanted)

    def told(self, options: TableOptions) -> Material:
        """The narrowed material with all that a report tells beside the codings."""
        found = self.narrowed(options)
        return replace(
            found,
            charted=readings.charted(self._session),
            reading=readings.reading(self._session),
            history=book_history(self._session),
            doings=doings(self._session.store),
        )

    def _asked(self, options: TableOptions, *, texts: bool) -> tuple[Material, TableOptions]:
        """The material that a query leaves, and the options with names as ids."""
        wanted = self._by_id(options)
        if not wanted.query:
            return self.material(texts=texts), wanted
        queries = Queries(self._session)
        query = queries.understand(wanted.query)
        found = queries.narrowed(self.material(texts=texts or needs_texts(query)), query)
        return found, replace(wanted, query=text_of(query))

    def material(self, *, texts: bool) -> Material:
        """Everything tables are made of, read once for each state of the project."""
        return readings.material(self._session, texts=texts)

    def keep(self, tables: Iterable[Table], stated: Iterable[Stated] = ()) -> None:
        """Remember the evidence of what is printed, so that its keys can be traced."""
        if self._session.printed.read_only:
            return
        degree_ids = {degree.id for degree in self.material(texts=False).degrees}
        cells = [
            evidence.Evidence(
                cell.evidence,
                table.name,
                row,
                column,
                DEGREE if cell.codings[0] in degree_ids else CODING,
                cell.codings,
            )
            for table in tables
            for row, column, cell in counted_cells(table)
            if cell.evidence and cell.codings
        ]
        cells += [
            evidence.Evidence(
                one.key,
                REPORT,
                one.subject,
                one.sentence,
                DEGREE if one.members[0] in degree_ids else CODING,
                one.members,
            )
            for one in stated
        ]
        if cells:
            evidence.keep(self._session.printed, cells)

    def quotes(self, members: Iterable[str]) -> Sequence[Coding]:
        """The live codings behind a cell, in the order of the documents.

        A cell over degrees gives the codings of the passages that carry them.
        """
        ids = list(members)
        found = stored_degrees.several(self._session.store, ids)
        if not found:
            return self._codings.several(ids)
        return self._codings.on_segments(sorted({placed.segment for placed in found}))

    def trace(self, key: str, language: str = "en") -> Trace:
        """From an evidence key, or the id of a coding or quote, to what lies behind and upon it.

        Raises NotFound for a key that was never printed from this project.
        """
        from qualcode.services.tracing import Tracing

        return Tracing(self._session, self).trace(key, language)

    def _by_id(self, options: TableOptions) -> TableOptions:
        cases = Cases(self._session)
        book = self._session.book()
        periods = self._session.settings["periods"]
        if options.period is not None and options.period not in periods:
            hint = nearest(options.period, periods) or sentence(
                "Known: {names}.", names=", ".join(periods)
            )
            raise NotFound(
                sentence("'{period}' is no period of this project.", period=options.period), hint
            )
        return replace(
            options,
            cases=tuple(cases.resolve(case).id for case in options.cases),
            codes=tuple(book.code(code).id for code in options.codes),
        )
