"""The lists of the findings room: statements, cases, grounds, quotes, and passages by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.domain.claims import STANCES, CaseEvidence
from qualcode.domain.coding import Coding
from qualcode.tui.claims_seen import GROUPS, SIDE_WORDS, STANCE_WORDS, STATUS_WORDS, Seen
from qualcode.tui.fitting import one_line
from qualcode.tui.widgets.column_list import ColumnList, ListColumn, RowEntry, plain
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_list import QuoteList, by_case
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.words import _, marked, quoted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


FINAL, OUTGROWN = "✓", " !"
"""Signs beside a final statement, and beside one against which something new speaks."""


class ClaimList(ColumnList):
    """A row for every finding and proposition: how many cases stand how, and how far it is."""

    columns: Sequence[ListColumn] = (
        ListColumn(marked("Statement")),
        *(ListColumn(STANCE_WORDS[stance], 3, right=True) for stance in STANCES),
        ListColumn(STATUS_WORDS["final"], 4),
    )

    def show_claims(self, claims: Sequence[Seen], lit: str | None = None) -> None:
        """Show these by their kinds; what was marked stays so while it is there."""
        self.marked &= {each.id for each in claims}
        self.show(list(_rows(claims)), lit)


def _rows(claims: Sequence[Seen]) -> Iterator[Entry]:
    for group, words in GROUPS.items():
        those = [each for each in claims if each.group == group]
        if those:
            yield Entry(f"group:{group}", _(words), str(len(those)), heading=True)
        for each in those:
            counts = (str(each.count(stance)) for stance in STANCES)
            final = f"{FINAL}{OUTGROWN * each.outgrown}" if each.claim.status == "final" else ""
            yield RowEntry(each.id, "", cells=(plain(each.claim.statement), *counts, final))


class CaseStances(ColumnList):
    """A row for every case: how it stands, its passages on either side, and why by hand."""

    columns: Sequence[ListColumn] = (
        ListColumn(marked("Case"), 24),
        ListColumn(marked("stands"), 8),
        ListColumn(marked("passages for"), 3, right=True, from_width=60),
        ListColumn(marked("against"), 3, right=True, from_width=60),
        ListColumn(marked("Placed by hand")),
    )

    def show_cases(self, seen: Seen | None, names: Mapping[str, str]) -> None:
        """Show how the cases stand to one claim."""
        self.show([] if seen is None else [_case_row(one, names) for one in seen.weighed.cases])


def _case_row(one: CaseEvidence, names: Mapping[str, str]) -> RowEntry:
    placed = ""
    if one.reason is not None:
        computed = _("codings say: {stance}", stance=_(STANCE_WORDS[one.computed]))
        placed = f"{plain(one.reason)} ({computed})"
    numbers = (str(len(one.supporting)), str(len(one.contrary)))
    cells = (names.get(one.case_id, ""), _(STANCE_WORDS[one.stance]), *numbers, placed)
    return RowEntry(one.case_id, "", cells=cells)


class Grounds(LineList):
    """The codes, labels and single passages that a claim rests on."""

    def show_grounds(self, seen: Seen | None, look: Look, quotes: Mapping[str, str]) -> None:
        """Show them; `quotes` are the words of single passages by the id of their coding."""
        self.show([] if seen is None else list(_members(seen, look, quotes)))


_HEADS = {
    "code": marked("Codes"),
    "label": marked("Labels of your own"),
    "coding": marked("Single passages"),
}


def _members(seen: Seen, look: Look, quotes: Mapping[str, str]) -> Iterator[Entry]:
    for kind, head in _HEADS.items():
        those = [m for m in seen.claim.grounds.members if m.kind == kind]
        if those:
            yield Entry(f"head:{kind}", _(head), str(len(those)), heading=True)
        for each in those:
            words = quoted(each.member) if kind == "label" else each.member
            if kind == "code":
                words = look.names.get(each.member, each.member)
            elif kind == "coding":
                words = one_line(quotes.get(each.member, _("not there any more")))
            side = _("against") if each.side == "against" else ""
            yield Entry(f"{kind}:{each.member}", words, side, hue=look.hues.get(each.member))


class SidedQuotes(QuoteList):
    """Passages by case, those for a claim before those against it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.sides: Mapping[str, frozenset[str]] = {}

    def _entries(self, codings: Sequence[Coding]) -> Iterator[Entry]:
        groups = dict(by_case(codings))
        rows = {row.id: row for row in super()._entries(codings) if not row.heading}
        for case, passages in groups.items():
            for side, words in SIDE_WORDS.items():
                those = [each for each in passages if self.sides.get(each.id) == side]
                if those:
                    head = f"{case} · {_(words)}"
                    yield Entry(f"case:{case}:{words}", head, str(len(those)), heading=True)
                    yield from (rows[each.id] for each in those)


class ClaimReader(QuoteReader):
    """The passages of a claim by case and side, the lit one in its context."""

    def __init__(self, project: Project, look: Look) -> None:
        super().__init__(project, look)
        self.list: SidedQuotes = SidedQuotes(look)

    def show_sided(self, codings: Sequence[Coding], sides: Mapping[str, frozenset[str]]) -> None:
        """Show these, each with the sides that it is on."""
        self.list.sides = sides
        self.show_quotes(codings)
