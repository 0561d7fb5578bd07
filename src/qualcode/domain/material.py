"""Everything that tables are made of, as plain values: what storage hands to analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.domain.codebook import Codebook
from qualcode.domain.people import Case, Guide, Organisation, Participant, Theme


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What tables need to know of a document."""

    id: str
    name: str
    case_id: str | None
    participant_id: str | None
    language: str | None
    groups: tuple[str, ...]
    words: int
    turns: int
    wave: str | None = None
    attributes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One live coding joined with its segment; the case is the segment's own or its document's.

    `participant_id` is that of the turn's speaker, else of the document.
    """

    coding: str
    segment: str
    document_id: str
    case_id: str | None
    participant_id: str | None
    start: int
    end: int
    turn: int | None
    code: str
    coder: str
    valence: str | None
    standing: str | None
    confidence: str
    label: str | None
    memo: bool = False


@dataclass(frozen=True, slots=True)
class DegreeRow:
    """One degree on a live segment; organisations by id."""

    id: str
    segment: str
    document_id: str
    case_id: str | None
    participant_id: str | None
    start: int
    end: int
    turn: int | None
    coder: str
    standing: str | None
    value: int
    from_id: str | None
    to_id: str | None
    activity: str | None
    period: str | None


@dataclass(frozen=True, slots=True)
class Material:
    """The live content of a project at one state.

    `texts` (frozen text by document id) is empty unless quotes were asked for. `codings` are
    sorted by document name, start, end, code.
    """

    title: str
    state: str
    codebook: Codebook
    cases: tuple[Case, ...]
    organisations: tuple[Organisation, ...]
    participants: tuple[Participant, ...]
    documents: tuple[DocumentRow, ...]
    guides: tuple[Guide, ...]
    themes: tuple[Theme, ...]
    codings: tuple[CodedRow, ...]
    degrees: tuple[DegreeRow, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[str, ...] = ("before", "start", "now", "later")
    date: str = ""
    """Date of the last change, ISO; printed in reports."""
    unread: int = 0
    """Informant turns that carry no coding and were not marked as read."""

    def quote(self, document_id: str, start: int, end: int) -> str:
        """The words of a passage; an empty string when texts were not asked for."""
        return self.texts.get(document_id, "")[start:end]
