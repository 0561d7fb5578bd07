"""How much each further interview adds that was not heard before."""

from __future__ import annotations

from collections.abc import Mapping

from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
from qualcode.analysis.saturation_curve import BASE, ORDERS, RUN, SEED, THRESHOLDS, Curve, curve
from qualcode.analysis.saturation_curve import spread as spread_of
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import DocumentRow
from qualcode.domain.table import CellValue, Column, Row, Table

Item = tuple[str, str]
"""A sub-code or a label, by its kind."""
Items = dict[Item, list[str]]
"""The codings behind each."""


def saturation(basis: Basis) -> Table:
    """A row per interview by date and name: sub-codes and labels in it, new ones, and runs.

    Only codes below a condition and labels count, never the conditions themselves. `median`, `low`
    and `high` are the items met after that many interviews in 1,000 random orders, for a figure.
    """
    documents, items = _interviews(basis)
    sets = [frozenset(items[document.id]) for document in documents]
    found, around = curve(sets), spread_of(sets)
    runs = {run.last: run for run in found.runs}
    seen: set[Item] = set()
    rows = []
    for n, document in enumerate(documents, 1):
        here = items[document.id]
        fresh = {item: codings for item, codings in here.items() if item not in seen}
        seen.update(here)
        run = runs.get(n)
        cells: dict[str, CellValue] = {
            "n": n,
            "document": document.name,
            "items": basis.cell(document.id, "items", _group(here), "item"),
            "new": basis.cell(document.id, "new", _group(fresh), "item"),
            "total": len(seen),
            "run": run.new if run else None,
            "share": run.share if run else None,
            "median": around.median[n - 1],
            "low": around.low[n - 1],
            "high": around.high[n - 1],
        }
        rows.append(Row(document.id, document.name, cells))
    return basis.table(_columns(basis), rows, _notes(basis, documents, found))


def _interviews(basis: Basis) -> tuple[list[DocumentRow], Mapping[str, Items]]:
    """The documents with codings, by date and name, and the items of each."""
    counted = {
        code.id
        for code in basis.codebook.codes
        if code.kind != "condition" and basis.codebook.condition_of(code.id) is not None
    }
    rows = CodedRows.of(basis.material.codings)
    found: dict[str, Items] = {}
    for document, coding, code, label in zip(
        *(rows.column(name) for name in ("document_id", "coding", "code", "label")), strict=True
    ):
        items = found.setdefault(document, {})
        if code in counted:
            items.setdefault(("code", code), []).append(coding)
        if label:
            items.setdefault(("label", label), []).append(coding)
    dates = basis.reading.dates
    documents = [one for one in basis.transcripts if one.id in found]
    documents.sort(key=lambda one: (dates.get(one.id, "9999"), one.name, one.id))
    return documents, found


def _group(items: Items) -> Group:
    ids = sorted({coding for codings in items.values() for coding in codings})
    return Group({"item": len(items)}, tuple(ids))


def _columns(basis: Basis) -> list[Column]:
    kinds = {"document": "text", "items": "count", "new": "count"}
    keys = ("n", "document", "items", "new", "total", "run", "share", "median", "low", "high")
    return [
        Column(key, basis.words.column(f"saturation-{key}"), kinds.get(key, "number"))
        for key in keys
    ]


def _notes(basis: Basis, documents: list[DocumentRow], found: Curve) -> list[str]:
    words = basis.words
    notes = [
        words.note("saturation"),
        words.note("saturation-base", base=str(BASE), run=str(RUN), items=str(found.base)),
    ]
    for threshold in THRESHOLDS:
        last = found.reached.get(threshold)
        values = {"threshold": str(threshold)}
        if last is None:
            notes.append(words.note("saturation-not-reached", **values))
        else:
            place = f"{last - RUN} + {RUN}"
            notes.append(words.note("saturation-reached", **values, place=place))
    notes.append(words.note("saturation-orders", orders=f"{ORDERS}", seed=str(SEED)))
    uncoded = len(basis.transcripts) - len(documents)
    if uncoded:
        notes.append(words.note("saturation-uncoded", documents=words.count("document", uncoded)))
    return notes
