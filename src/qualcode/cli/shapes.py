"""What the nouns look like as JSON: the shapes that scripts rely on.

`case`, `participant` and `document` are names; their ids stand beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qualcode.domain.codebook import Code, Codebook
    from qualcode.domain.coding import Coding, Degree, PlacedDegree, Segment
    from qualcode.domain.document import DocumentInfo, Transcript, Turn
    from qualcode.domain.people import (
        Act,
        Case,
        Coder,
        Guide,
        Memo,
        Organisation,
        Participant,
        Theme,
    )
    from qualcode.domain.search import Hit
    from qualcode.services.checking import Finding
    from qualcode.services.documents import DocumentProgress
    from qualcode.services.imports import ImportOutcome
    from qualcode.services.tracing import Trace

Shape = dict[str, Any]
Names = Mapping[str, str]
"""Names by id."""


def case(found: Case) -> Shape:
    """A case."""
    return {
        "id": found.id,
        "name": found.name,
        "attributes": dict(found.attributes),
        "documents": found.documents,
        "aliases": list(found.aliases),
    }


def organisation(found: Organisation) -> Shape:
    """An organisation."""
    return asdict(found)


def participant(found: Participant) -> Shape:
    """A participant."""
    return asdict(found)


def coder(found: Coder) -> Shape:
    """A coder."""
    return asdict(found)


def guide(found: Guide, names: Names) -> Shape:
    """A guide; `names` are those of cases and documents."""
    return {
        "id": found.id,
        "name": found.name,
        "codes": list(found.codes),
        "groups": list(found.groups),
        "cases": [names.get(one, one) for one in found.cases],
        "case_ids": list(found.cases),
        "documents": [names.get(one, one) for one in found.documents],
        "document_ids": list(found.documents),
    }


def document(found: DocumentInfo) -> Shape:
    """A document as lists show it."""
    return {
        "id": found.id,
        "name": found.name,
        "case": found.case,
        "case_id": found.case_id,
        "participant": found.participant,
        "participant_id": found.participant_id,
        "language": found.language,
        "characters": found.characters,
        "words": found.words,
        "turns": found.turns,
        "speakers": dict(found.speakers),
        "groups": list(found.groups),
        "attributes": dict(found.attributes),
        "date": found.date,
        "wave": found.wave,
        "file": found.file,
    }


def turn(found: Turn) -> Shape:
    """A turn; times in seconds."""
    return {
        "n": found.n,
        "speaker": found.speaker,
        "interviewer": found.interviewer,
        "start": found.start,
        "end": found.end,
        "time_start": found.time_start,
        "time_end": found.time_end,
    }


def transcript(found: Transcript) -> Shape:
    """A document with its turns."""
    return {**document(found.document), "turn_list": [turn(one) for one in found.turns]}


def progress(found: DocumentProgress) -> Shape:
    """How far the coding of a document has come."""
    return {
        "document": found.document.name,
        "document_id": found.document.id,
        "case": found.document.case,
        "case_id": found.document.case_id,
        "turns": found.turns,
        "coded": found.coded,
        "read": found.read,
        "unread": found.unread,
        "codings": found.codings,
        "touched": found.touched or None,
    }


def outcome(found: ImportOutcome) -> Shape:
    """What became of a file."""
    shape = asdict(found)
    return {**shape, "speakers": dict(found.speakers)}


def degree(found: Degree) -> Shape:
    """A degree on a segment."""
    return {
        "id": found.id,
        "value": found.value,
        "from": found.from_organisation,
        "to": found.to_organisation,
        "activity": found.activity,
        "period": found.period,
    }


def placed_degree(found: PlacedDegree) -> Shape:
    """A degree with where it stands."""
    return {
        "id": found.degree.id,
        "segment": found.segment,
        "document": found.document,
        "document_id": found.document_id,
        "case": found.case,
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "coder": found.coder,
        "standing": found.standing,
        **{key: value for key, value in degree(found.degree).items() if key != "id"},
    }


def coding(found: Coding) -> Shape:
    """A coding."""
    return {
        "id": found.id,
        "segment": found.segment,
        "document": found.document,
        "document_id": found.document_id,
        "case": found.case,
        "case_id": found.case_id,
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "code": found.code,
        "coder": found.coder,
        "valence": found.valence,
        "standing": found.standing,
        "confidence": found.confidence,
        "label": found.label,
        "degrees": [degree(one) for one in found.degrees],
        "memo": found.memo,
        "created": found.created,
        "turn": found.turn,
        "speaker": found.speaker,
    }


def segment(found: Segment, names: Names) -> Shape:
    """A passage with its codes and degrees; `names` are those of cases.

    `case` is null unless the passage speaks of another case than its document.
    """
    return {
        **asdict(found),
        "case": names.get(found.case_id or ""),
        "degrees": [degree(one) for one in found.degrees],
    }


def code(found: Code) -> Shape:
    """A code of the codebook, as in `codebook`."""
    return asdict(found)


def codebook(found: Codebook) -> Shape:
    """A codebook: its codes as a list, parents first; its scales by their id."""
    from qualcode.services.codebook_views import plain

    return plain(found)


def theme(found: Theme, names: Names) -> Shape:
    """A theme; `names` are those of cases, by which the summaries per case are given."""
    return {
        "id": found.id,
        "name": found.name,
        "origin": found.origin,
        "codes": list(found.codes),
        "labels": list(found.labels),
        "segments": list(found.segments),
        "scale": found.scale,
        "definition": found.definition,
        "summary": found.summary,
        "case_summaries": {names.get(key, key): text for key, text in found.case_summaries.items()},
    }


def memo(found: Memo, names: Names) -> Shape:
    """A memo; the name of a case or document stands beside its id."""
    return {**asdict(found), "target_name": names.get(found.target, found.target)}


def hit(found: Hit) -> Shape:
    """A passage that was found."""
    return asdict(found)


def act(found: Act) -> Shape:
    """A line of the journal."""
    shape = asdict(found)
    del shape["phrase"], shape["values"], shape["place"]
    return shape


def finding(found: Finding) -> Shape:
    """Something that a check found."""
    return asdict(found)


def trace(found: Trace) -> Shape:
    """What lies behind a key."""
    return {
        "key": found.key,
        "kind": found.kind,
        "table": found.table,
        "row": found.row,
        "column": found.column,
        "codings": [coding(one) for one in found.codings],
        "degrees": [placed_degree(one) for one in found.degrees],
        "cells": [asdict(one) for one in found.cells],
        "uses": [asdict(one) for one in found.uses],
        "missing": found.missing,
    }
