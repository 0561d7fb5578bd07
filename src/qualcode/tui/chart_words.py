"""A cell of the framework matrix in words: its state, what changed, its ratings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from qualcode.domain.codebook import Codebook, in_language
from qualcode.domain.contrary import BY_OUTCOME, BY_STANDING, BY_VALENCE
from qualcode.domain.fingerprint import CHANGED, GONE, NEW, Change
from qualcode.domain.framework import (
    CASE,
    FINAL,
    PARTICIPANT,
    ROLE,
    STALE,
    CellState,
    CellView,
    Passage,
    Place,
)
from qualcode.domain.rating import AGREED, Rating, rating_scale
from qualcode.domain.table import DENIED, NOT_ASKED
from qualcode.errors import NotFound
from qualcode.tui.chart_sheet import STATE_SIGNS, Shown, tally
from qualcode.tui.words import _, counted, marked

FACET_WORDS = {
    "span": marked("extent"),
    "code": marked("code"),
    "valence": marked("valence"),
    "standing": marked("standing"),
    "label": marked("label"),
    "degrees": marked("degrees"),
}
"""What of a coding can change."""


AGAINST_WORDS = {
    BY_VALENCE: marked("of the other valence"),
    BY_STANDING: marked("denies it"),
    BY_OUTCOME: marked("tells of the other outcome"),
}
"""Why a passage speaks against."""

NO_ROWS = {
    CASE: marked("No cases yet: F2, then i brings transcripts in"),
    PARTICIPANT: marked("No informants yet: qualcode participant add"),
    ROLE: marked("Nobody has a role yet: qualcode participant set"),
}
"""What is said where there is nothing to chart."""


def top_words(shown: Shown) -> Iterator[str]:
    """The room, how large the matrix is, and what is left in it."""
    matrix = shown.matrix
    yield _("Charting")
    codes = counted("{n} code", "{n} codes", len(matrix.codes))
    yield f"{_rows(matrix.row_kind, len(matrix.rows))} × {codes}"
    yield from tally(shown)


def _rows(kind: str, n: int) -> str:
    if kind == CASE:
        return counted("{n} case", "{n} cases", n)
    if kind == ROLE:
        return counted("{n} role", "{n} roles", n)
    return counted("{n} informant", "{n} informants", n)


def lit_words(shown: Shown, place: Place | None) -> Text:
    """What the lit cell holds, with its summary."""
    text = Text()
    cell = shown.cell(place) if place else None
    if place is not None and cell is not None:
        text.append(shown.label(place), style="bold")
        said = [state_sentence(cell)]
        if cell.rated:
            said.append(_("rated {value}", value=cell.rated.shown))
        text.append(f"   {' · '.join(said)}", style="not bold")
        if cell.summary:
            text.append(f"\n{cell.summary}", style="not bold")
    return text


def facets(change: Change) -> str:
    """What of a changed coding is other than it was."""
    return ", ".join(_(FACET_WORDS.get(each, each)) for each in change.facets)


def change_words(passage: Passage) -> str:
    """The mark of a passage: what is new about it, and that it speaks against."""
    words = []
    if passage.change is not None and passage.change.reason == NEW:
        words.append(_("new"))
    elif passage.change is not None and passage.change.reason == CHANGED:
        words.append(_("changed: {what}", what=facets(passage.change)))
    if passage.against is not None:
        here = passage.against == BY_VALENCE
        words.append(_("speaks against") if here else _(AGAINST_WORDS[passage.against]))
    return " · ".join(words)


def reasons(changes: Sequence[Change]) -> Iterator[str]:
    """Why a summary is out of date, a sentence for each kind of change."""
    count = Counter(each.reason for each in changes)
    linked = Counter(each.reason for each in changes if each.linked)
    if count[NEW]:
        yield counted("{n} passage is new", "{n} passages are new", count[NEW])
    if count[CHANGED]:
        told = counted("{n} passage changed", "{n} passages changed", count[CHANGED])
        what = sorted({facet for each in changes for facet in each.facets})
        words = ", ".join(_(FACET_WORDS.get(each, each)) for each in what)
        yield f"{told} ({words}){_rested(linked[CHANGED])}"
    if count[GONE]:
        told = counted("{n} passage is gone", "{n} passages are gone", count[GONE])
        yield told + _rested(linked[GONE])


def _rested(n: int) -> str:
    if not n:
        return ""
    return ", " + counted("{n} that it rests on", "{n} that it rests on", n)


def state_sentence(cell: CellState) -> str:
    """The state of a cell in full."""
    if cell.state == STALE:
        return _("out of date: {reasons}", reasons=" · ".join(reasons(cell.changes)))
    if cell.summary:
        return _("charted, final") if cell.state == FINAL else _("charted, a draft")
    if cell.to_chart:
        told = counted(
            "{n} passage, not charted", "{n} passages, not charted", cell.passages + cell.denied
        )
        return told + (f" · {_('said to be absent')}" if cell.state == DENIED else "")
    return _("not asked") if cell.state == NOT_ASKED else _("nothing said")


def cell_lines(view: CellView, keys: Sequence[str]) -> Iterator[str]:
    """What stands over the summary. `keys` are those for still right, and for what is against."""
    right, against = keys
    cell = view.written
    sign = STATE_SIGNS.get(view.state.state, "")
    if view.state.state == STALE:
        yield f"{sign} " + _("out of date")
        yield from (f"· {each}" for each in reasons(view.state.changes))
        yield _("{key} says that it is still right", key=right)
    else:
        yield f"{sign} {state_sentence(view.state)}".strip()
    if cell is not None and cell.summary:
        yield _("written by {coder}, {date}", coder=cell.coder, date=cell.written[:10])
    if view.passages:
        linked = {each.coding.segment for each in view.passages if each.linked}
        every = {each.coding.segment for each in view.passages}
        yield _("rests on {n} of {all} passages", n=len(linked), all=len(every))
    contrary, cases = len(view.contrary), len(view.other_outcome)
    told = [counted("{n} speaks against", "{n} speak against", contrary)] if contrary else []
    if cases:
        told.append(
            counted("{n} case with the other outcome", "{n} cases with the other outcome", cases)
        )
    if told:
        told.append(_("looked at") if view.opened else _("{key} shows it", key=against))
        yield " · ".join(told)


def rating_line(rating: Rating, book: Codebook, language: str) -> str:
    """A rating on one line: value, whose, when, and the sentence."""
    label = _("not enough evidence")
    if rating.value is not None:
        label = value_label(book, rating.value, language)
    kind = _("agreed") if rating.kind == AGREED else rating.coder
    stale = f"{STATE_SIGNS[STALE]} " if rating.changes else ""
    parts = [f"{stale}{rating.shown} {label}".strip(), kind, rating.period, rating.sentence]
    return " · ".join(part for part in parts if part)


def value_label(book: Codebook, value: int, language: str) -> str:
    """What a value is called in the codebook, else nothing."""
    try:
        scale = rating_scale(book)
    except NotFound:
        return ""
    for each in scale.values:
        if each.value == value:
            return in_language(each.label, language, each.id).lower()
    return ""
