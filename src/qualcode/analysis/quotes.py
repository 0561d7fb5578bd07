"""The working table of coded passages with all that was said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualcode.analysis.basis import Basis
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.table import CellValue, Column, Table
from qualcode.domain.table_rows import RowsByColumn

TYPES = {
    "document": "text",
    "case": "case",
    "participant": "text",
    "role": "text",
    "code": "code",
    "valence": "value",
    "standing": "value",
    "degree": "text",
    "quote": "quote",
    "start": "number",
    "end": "number",
    "coder": "text",
    "consent": "value",
    "coding": "text",
}


def quotes(basis: Basis) -> Table:
    """A row per coding, in the order of the documents; words of people without consent too.

    `document` and `participant` are names; `start` and `end` code points of the frozen text.
    """
    found = CodedRows.of(basis.material.codings)
    where, codes = found.column("document_id"), found.column("code")
    documents = {document.id: document.name for document in basis.material.documents}
    people = {one.id: (one.name, one.role, one.consent) for one in basis.material.participants}
    nobody = (None, None, "unknown")
    whom = [people.get(who, nobody) for who in found.column("participant_id")]
    names, texts = basis.code_names, basis.material.texts
    cells: dict[str, Sequence[CellValue]] = {
        "document": [documents.get(one, one) for one in where],
        "case": found.column("case_id"),
        "participant": [name for name, _, _ in whom],
        "role": [role for _, role, _ in whom],
        "code": codes,
        "valence": found.column("valence"),
        "standing": found.column("standing"),
        "degree": list(map(_degrees(basis).get, found.column("segment"))),
        "quote": [
            texts.get(document, "")[start:end]
            for document, start, end in zip(
                where, found.column("start"), found.column("end"), strict=True
            )
        ],
        "start": found.column("start"),
        "end": found.column("end"),
        "coder": found.column("coder"),
        "consent": [consent for _, _, consent in whom],
        "coding": found.column("coding"),
    }
    rows = RowsByColumn(found.column("coding"), [names.get(code, code) for code in codes], cells)
    columns = [Column(key, basis.words.column(key), kind) for key, kind in TYPES.items()]
    labels = {**basis.words.values(), **basis.code_names, **basis.case_names}
    return basis.table(columns, rows, [basis.words.note("working")], labels)


def _degrees(basis: Basis) -> Mapping[str, str]:
    """The degrees of each segment that has some, in words."""
    values: dict[str, list[int]] = {}
    for degree in basis.material.degrees:
        values.setdefault(degree.segment, []).append(degree.value)
    return {segment: "; ".join(map(str, sorted(some))) for segment, some in values.items()}
