"""Passages with their codes, grouped by case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from qualcode.domain.coding import Coding
from qualcode.tui.colours import (
    LOW_CONFIDENCE_SIGN,
    MEMO_SIGN,
    STANDING_SIGNS,
    VALENCE_SIGNS,
    degree_sign,
)
from qualcode.tui.widgets.column_list import ColumnList, HeadedList, Hued, ListColumn, RowEntry
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _, marked

_PREVIEW = 400
_NARROW = 90


def signs_of(coding: Coding) -> str:
    """Valence, confidence, degrees, standing and memo in their signs."""
    signs = (
        VALENCE_SIGNS.get(coding.valence or "", ""),
        LOW_CONFIDENCE_SIGN if coding.confidence == "low" else "",
        *(degree_sign(degree) for degree in coding.degrees),
        STANDING_SIGNS.get(coding.standing or "", ""),
        MEMO_SIGN if coding.memo else "",
    )
    return "".join(signs)


def code_words(coding: Coding, look: Look) -> str:
    """The code's label, with the coder's own words for an emergent one."""
    name = look.names.get(coding.code, coding.code)
    return f"{name}: {coding.label}" if coding.label else name


def by_case(codings: Sequence[Coding]) -> list[tuple[str, list[Coding]]]:
    """The passages of each case, cases by name, those without a case last."""
    found: dict[str | None, list[Coding]] = {}
    for coding in codings:
        found.setdefault(coding.case, []).append(coding)
    named = sorted((case for case in found if case is not None), key=str.casefold)
    groups = [(case, found[case]) for case in named]
    return [*groups, (_("(no case)"), found[None])] if None in found else groups


def _columns(code: int, coder: ListColumn) -> Sequence[ListColumn]:
    return (
        ListColumn(marked("Code"), code),
        ListColumn("", 4),
        ListColumn(marked("Passage")),
        ListColumn(marked("said by"), 8, from_width=104),
        coder,
        ListColumn(marked("document"), 22, from_width=134),
    )


class QuoteList(ColumnList):
    """A row for every coding: code, signs, words, who said them, where.

    The coder is always named where the codings are not all one coder's, for two coders may have
    given one passage one code.
    """

    _narrow_coder, _wide_coder = ListColumn(marked("coder"), 6), ListColumn(marked("coder"), 8)
    _one_coder = ListColumn(marked("coder"), 8, from_width=104)
    _small: ClassVar = {True: _columns(18, _narrow_coder), False: _columns(18, _one_coder)}
    _wide: ClassVar = {True: _columns(26, _wide_coder), False: _columns(26, _one_coder)}

    def __init__(self, look: Look, *, markable: bool = False, **named: Any) -> None:
        super().__init__(empty=_("No passages"), markable=markable, **named)
        self.look = look
        self.codings: dict[str, Coding] = {}
        self._rows: dict[str, Entry] = {}
        self._several = False

    @property
    def columns(self) -> Sequence[ListColumn]:  # type: ignore[override]
        """Fewer and smaller ones where there is little room."""
        return (self._small if self.row_width < _NARROW else self._wide)[self._several]

    @property
    def lit_coding(self) -> Coding | None:
        """The lit passage."""
        return self.codings.get(self.lit_id or "")

    def show_quotes(self, codings: Sequence[Coding], lit: str | None = None) -> None:
        """Show these; what was marked stays so while it is among them."""
        before, self.codings = self.codings, {coding.id: coding for coding in codings}
        for known in [one for one in self._rows if self.codings.get(one) is not before.get(one)]:
            del self._rows[known]
        self.marked &= set(self.codings)
        several = len({coding.coder for coding in codings}) > 1
        if several != self._several:
            self._several = several
            self._painted.clear()
            self.refresh()
            if isinstance(self.parent, HeadedList):
                self.parent.heads.refresh()
        self.show(list(self._entries(codings)), lit)

    def show_look(self, look: Look) -> None:
        """Codes by other names or hues."""
        self.look = look
        self._rows.clear()
        self.show_quotes(list(self.codings.values()), self.lit_id)

    def toggle_mark(self, coding: str) -> None:
        """Mark a passage, or take its mark away."""
        self.marked ^= {coding}
        self.refresh()

    def _entries(self, codings: Sequence[Coding]) -> Iterator[Entry]:
        for case, passages in by_case(codings):
            yield Entry(f"case:{case}", case, str(len(passages)), heading=True)
            for coding in passages:
                row = self._rows.get(coding.id)
                if row is None:
                    row = self._rows[coding.id] = self._row(coding)
                yield row

    def _row(self, coding: Coding) -> Entry:
        hued = Hued(code_words(coding, self.look), self.look.hues.get(coding.code))
        said = coding.speaker or ""
        words = coding.quote[:_PREVIEW]
        cells = (hued, signs_of(coding), words, said, coding.coder, coding.document)
        return RowEntry(coding.id, "", cells=cells)
