"""Hits of a search, with the words around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage; offsets are code points in the document's frozen text."""

    document: str
    document_id: str
    case: str | None
    turn: int | None
    speaker: str | None
    start: int
    end: int
    quote: str
    before: str
    after: str
