"""The working table of coded passages with all that was said of each."""

from __future__ import annotations

from qualcode.analysis.basis import Basis
from qualcode.domain.table import CellValue, Column, Row, Table

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
    documents = {document.id: document.name for document in basis.material.documents}
    people = {one.id: (one.name, one.role, one.consent) for one in basis.material.participants}
    nobody = (None, None, "unknown")
    values: dict[str, list[int]] = {}
    for degree in basis.material.degrees:
        values.setdefault(degree.segment, []).append(degree.value)
    degrees = {segment: "; ".join(map(str, sorted(v))) for segment, v in values.items()}
    rows = []
    names, texts = basis.code_names, basis.material.texts
    for coded in basis.material.codings:
        document = coded.document_id
        name, role, consent = people.get(coded.participant_id or "", nobody)
        cells: dict[str, CellValue] = {
            "document": documents.get(document, document),
            "case": coded.case_id,
            "participant": name,
            "role": role,
            "code": coded.code,
            "valence": coded.valence,
            "standing": coded.standing,
            "degree": degrees.get(coded.segment),
            "quote": texts.get(document, "")[coded.start : coded.end],
            "start": coded.start,
            "end": coded.end,
            "coder": coded.coder,
            "consent": consent,
            "coding": coded.coding,
        }
        rows.append(Row(coded.coding, names.get(coded.code, coded.code), cells))
    columns = [Column(key, basis.words.column(key), kind) for key, kind in TYPES.items()]
    labels = {**basis.words.values(), **basis.code_names, **basis.case_names}
    return basis.table(columns, rows, [basis.words.note("working")], labels)
