"""The codebook and what became of it in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import NOTHING
from qualcode.domain.book_history import BookHistory, CodeChange
from qualcode.domain.code_tree import RESERVED
from qualcode.domain.codebook import Code, Labels, in_language
from qualcode.domain.emergent import THEME, LabelDecision
from qualcode.domain.quoted_words import without_quoted
from qualcode.domain.quoting import may_quote, tidy
from qualcode.domain.table import PUBLIC, CellValue, Column, Row, Table

if TYPE_CHECKING:
    import pandas as pd

TEXTS = ("definition", "include", "exclude", "example")
LABEL = "label:"
"""Begins the key of a row that stands for an emergent label."""


def codebook(basis: Basis) -> Table:
    """A row per code with its texts, its history and its own codings; then emergent labels.

    A change is told with its version, date, author and reason, and with the code's codings before
    and after where the version moved some. Labels are decided or undecided, each a row. Examples
    from passages are those of people who have said yes to being quoted, and none in public.
    """
    history = basis.material.history or BookHistory()
    frame = frames.coded(basis.material, ("segment", "code", "label"))
    own = frames.groups(frame, ["code"], ("segment",))
    allowed = frozenset() if basis.options.profile == PUBLIC else may_quote(basis.material)
    quotable = without_quoted(basis.codebook, lambda one: one.source.participant not in allowed)
    rows = []
    for code in basis.codebook.walk():
        if code.id not in basis.codes:
            continue
        texts = {key: _text(basis, getattr(quotable.by_id[code.id], key)) for key in TEXTS}
        cells: dict[str, CellValue] = {
            "code": code.id,
            **texts,
            "history": _history(basis, code, history.changes.get(code.id, ())),
            "passages": basis.cell(code.id, "passages", own.get((code.id,), NOTHING), "segment"),
        }
        condition = basis.codebook.condition_of(code.id)
        heading = basis.code_names[condition.id] if condition else None
        rows.append(Row(code.id, basis.code_names[code.id], cells, heading))
    if not basis.options.codes:
        rows += _label_rows(basis, history, frame)
    words = basis.words
    columns = [
        Column("code", words.column("code"), "code"),
        *(Column(key, words.column(key), "text") for key in (*TEXTS, "history")),
        Column("passages", words.column("own-passages"), "count"),
    ]
    labels = {**basis.code_names, **{LABEL + one.label: one.label for one in history.labels}}
    return basis.table(columns, rows, _notes(basis, history), labels)


def _text(basis: Basis, text: Labels) -> str | None:
    return tidy(in_language(text, basis.words.language)) or None


def _history(basis: Basis, code: Code, changes: tuple[CodeChange, ...]) -> str | None:
    told = [_change(basis, change) for change in changes]
    if code.retired and not changes:
        told.append(basis.words.value("change-retired"))
    return "; ".join(told) or None


def _change(basis: Basis, change: CodeChange) -> str:
    """`redefined 2026-03-04 (1.0+2, anna: too wide), passages 12 → 9`."""
    words = basis.words
    by = f"{change.author}: {tidy(change.reason)}" if change.reason else change.author
    where = ", ".join(part for part in (change.version, by) if part)
    told = f"{words.value(f'change-{change.what}')} {change.date} ({where})"
    if change.before is None:
        return told
    counts = {"before": str(change.before), "after": str(change.after)}
    return f"{told}, {words.note('codings-moved', **counts)}"


def _label_rows(basis: Basis, history: BookHistory, frame: pd.DataFrame) -> list[Row]:
    emergent = [code.id for code in basis.codebook.codes if code.kind == RESERVED]
    labelled = frames.groups(frames.within(frame, "code", emergent), ["label"], ("segment",))
    rows = []
    for one in history.labels:
        key, group = LABEL + one.label, labelled.get((one.label,), NOTHING)
        passages = basis.cell(key, "passages", group, "segment")
        cells = {**_label_cells(basis, one), "passages": passages}
        rows.append(Row(key, one.label, cells, basis.words.value("emergent-labels")))
    return rows


def _label_cells(basis: Basis, one: LabelDecision) -> dict[str, CellValue]:
    words = basis.words
    target = basis.code_names.get(one.target or "", one.target or "")
    if one.decision == THEME:
        themes = {theme.id: theme.name for theme in basis.material.themes}
        target = themes.get(one.target or "", target)
    told = words.value(f"label-{one.decision}")
    if target:
        told = f"{told}: {target}"
    by = f"{one.coder}: {tidy(one.reason)}" if one.reason and one.coder else one.coder
    if one.time:
        told = f"{told} {one.time[:10]}" + (f" ({by})" if by else "")
    nothing: dict[str, CellValue] = dict.fromkeys(TEXTS)
    return {"code": LABEL + one.label, **nothing, "history": told}


def _notes(basis: Basis, history: BookHistory) -> list[str]:
    words = basis.words
    notes = [words.note("signs"), words.note("own-only"), words.note("codings-count")]
    if history.labels:
        decided = sum(one.decided for one in history.labels)
        notes.append(
            words.note(
                "labels-decided",
                labels=words.count("label", len(history.labels)),
                decided=str(decided),
                undecided=str(len(history.labels) - decided),
            )
        )
    return notes
