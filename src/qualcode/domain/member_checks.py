"""What an informant answers to the readings of their own words."""

from __future__ import annotations

from dataclasses import dataclass

ANSWERS = ("agree", "amend", "disagree")
TARGETS = ("cell", "finding", "theme", "proposition", "coding")
"""What a reply can speak about."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to one thing, with the document that holds it; `document` is a name.

    `target` is an id, `CASE/CODE` for a cell. `note` is the analyst's, not the informant's.
    """

    id: str
    document_id: str
    document: str
    participant_id: str | None
    participant: str | None
    target_kind: str
    target: str
    answer: str
    note: str | None = None
    created: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch of a document that one informant spoke, in code points, half-open."""

    document_id: str
    start: int
    end: int
