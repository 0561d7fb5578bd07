"""Cases and their documents with how far coding has come: the rows of Home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.domain.people import Case
from qualcode.services.documents import DocumentProgress
from qualcode.tui.widgets.column_list import Bar, ColumnList, ListColumn, RowEntry, percent, plain
from qualcode.tui.words import _, counted, marked

NO_CASE = "-"
"""The id of the row for documents that belong to no case."""


@dataclass(frozen=True, slots=True)
class CaseSum:
    """A case with the progress of its documents; `id` is `NO_CASE` for those without one."""

    id: str
    name: str
    documents: Sequence[DocumentProgress]

    @property
    def words(self) -> int:
        """Words of its documents."""
        return sum(each.document.words for each in self.documents)

    @property
    def turns(self) -> int:
        """Turns of informants."""
        return sum(each.turns for each in self.documents)

    @property
    def coded(self) -> int:
        """Those of them that carry a coding."""
        return sum(each.coded for each in self.documents)

    @property
    def seen(self) -> int:
        """Those of them that carry a coding or were marked as read."""
        return self.coded + sum(each.read for each in self.documents)

    @property
    def informants(self) -> int:
        """The participants of its documents; a document without one counts as one person."""
        return len({d.document.participant_id or d.document.id for d in self.documents})

    @property
    def touched(self) -> str:
        """When something was coded last."""
        return max((each.touched for each in self.documents), default="")


def sums_of(cases: Iterable[Case], documents: Sequence[DocumentProgress]) -> list[CaseSum]:
    """A sum for every case, and one more when there are documents without a case."""
    found = [
        CaseSum(case.id, case.name, [d for d in documents if d.document.case_id == case.id])
        for case in cases
    ]
    known = {each.id for each in found}
    loose = [each for each in documents if each.document.case_id not in known]
    return [*found, CaseSum(NO_CASE, _("(no case)"), loose)] if loose else found


def told_of(sums: Sequence[CaseSum]) -> list[str]:
    """How much there is in all, and how much of it is coded, in words."""
    turns = sum(of.turns for of in sums)
    coded = sum(of.coded for of in sums)
    told = [
        counted("{n} case", "{n} cases", sum(of.id != NO_CASE for of in sums)),
        counted("{n} document", "{n} documents", sum(len(of.documents) for of in sums)),
        counted("{n} word", "{n} words", sum(of.words for of in sums)),
    ]
    if turns:
        share = percent(coded, turns)
        words = _("{coded} of {turns} turns coded ({share})", coded=coded, turns=turns, share=share)
        told.append(words)
    return told


def day_of(time: str) -> str:
    """The day of a time; a dash where nothing was coded yet."""
    return time[:10] or "–"


class CaseTable(ColumnList):
    """A row for every case."""

    columns = (
        ListColumn(marked("Case")),
        ListColumn(marked("documents"), 9, right=True, from_width=50),
        ListColumn(marked("words"), 8, right=True, from_width=70),
        ListColumn(marked("informants"), 10, right=True, from_width=84),
        ListColumn("", 10, from_width=100),
        ListColumn(marked("read"), 6, right=True),
        ListColumn(marked("coded"), 6, right=True),
        ListColumn(marked("last coded"), 10, from_width=62),
    )

    def show_cases(self, sums: Sequence[CaseSum], lit: str | None = None) -> None:
        """Show these."""
        self.show([self._entry(each) for each in sums], lit)

    def _entry(self, of: CaseSum) -> RowEntry:
        turns = of.turns
        cells = (
            plain(of.name),
            str(len(of.documents)),
            f"{of.words:,}".replace(",", "\u202f"),
            str(of.informants),
            Bar(of.seen / turns if turns else 0, of.coded / turns if turns else 0),
            percent(of.seen, turns),
            percent(of.coded, turns),
            day_of(of.touched),
        )
        return RowEntry(of.id, of.name, cells=cells)


class DocumentTable(ColumnList):
    """A row for every document of the lit case."""

    columns = (
        ListColumn(marked("Document")),
        ListColumn(marked("informant"), 12, from_width=96),
        ListColumn(marked("language"), 8, from_width=120),
        ListColumn(marked("words"), 8, right=True, from_width=74),
        ListColumn(marked("codings"), 7, right=True, from_width=56),
        ListColumn("", 10, from_width=44),
        ListColumn(marked("read"), 6, right=True),
        ListColumn(marked("coded"), 6, right=True),
        ListColumn(marked("last coded"), 10, from_width=84),
    )

    def show_documents(self, documents: Sequence[DocumentProgress]) -> None:
        """Show these."""
        self.show([self._entry(each) for each in documents])

    def _entry(self, of: DocumentProgress) -> RowEntry:
        info, turns = of.document, of.turns
        seen = of.coded + of.read
        cells = (
            plain(info.name),
            plain(info.participant),
            info.language or "–",
            f"{info.words:,}".replace(",", "\u202f"),
            str(of.codings),
            Bar(seen / turns if turns else 0, of.coded / turns if turns else 0),
            percent(seen, turns),
            percent(of.coded, turns),
            day_of(of.touched),
        )
        return RowEntry(info.id, info.name, cells=cells)
