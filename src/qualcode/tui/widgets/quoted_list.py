"""Chosen quotes in a list: whether each may be printed, its words, who said them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.tui.quote_words import ATTRIBUTION_WORDS, why_not
from qualcode.tui.widgets.column_list import ColumnList, ListColumn, RowEntry, plain
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.services.quotes import QuoteView

_PREVIEW = 400
PRINTED, KEPT_BACK = "+", "×"


class QuotedList(ColumnList):
    """A row for every chosen quote. Words that are kept back are shown here and never printed."""

    columns: Sequence[ListColumn] = (
        ListColumn("", 1),
        ListColumn(marked("Words")),
        ListColumn(marked("who"), 18),
        ListColumn(marked("printed"), 24, from_width=84),
    )

    def show_quotes(
        self, views: Sequence[QuoteView], heads: Mapping[str, str] | None = None
    ) -> None:
        """Show these; with `heads` by what they are chosen for, each of them with its words."""
        entries: list[Entry] = []
        under = None
        for view in views:
            owner = f"{view.quote.owner_kind}:{view.quote.owner}"
            if heads is not None and owner != under:
                under = owner
                entries.append(Entry(f"head:{owner}", heads.get(owner, ""), heading=True))
            entries.append(_row(view))
        self.show(entries)


def _row(view: QuoteView) -> RowEntry:
    quote = view.quote
    words = quote.wording[:_PREVIEW] if not quote.gone else _("(the passage is gone)")
    if quote.side == "against":
        words = _("against: {quote}", quote=words)
    who = view.attribution or _(ATTRIBUTION_WORDS[quote.attribution])
    sign = KEPT_BACK if view.withheld else PRINTED
    printed = why_not(view) if view.withheld else _("yes")
    return RowEntry(quote.id, "", cells=(sign, plain(words), plain(who), plain(printed)))
