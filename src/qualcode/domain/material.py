"""Everything that tables are made of, as plain values: what storage hands to analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from qualcode.domain.codebook import Codebook
from qualcode.domain.document import WITHDRAWN
from qualcode.domain.people import Case, Guide, Organisation, Participant, Theme

if TYPE_CHECKING:
    from qualcode.domain.book_history import BookHistory
    from qualcode.domain.doings import Doings
    from qualcode.domain.findings import Claims
    from qualcode.domain.framework import Charted
    from qualcode.domain.reading import Reading

UNKNOWN_PERSON = "unknown:"
"""Begins the stand-in id of a person who is not registered; one per document."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What tables need to know of a document; `kind` is transcript or member-check (a reply)."""

    id: str
    name: str
    case_id: str | None
    participant_id: str | None
    language: str | None
    groups: tuple[str, ...]
    words: int
    wave: str | None = None
    attributes: Mapping[str, object] = field(default_factory=dict)
    kind: str = "transcript"

    @property
    def informant(self) -> str:
        """The participant's id, else a stand-in for one unknown person of this document."""
        return self.participant_id or f"{UNKNOWN_PERSON}{self.id}"


class CodedRow(NamedTuple):
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

    @property
    def informant(self) -> str:
        """The participant's id, else a stand-in for one unknown person of the document."""
        return self.participant_id or f"{UNKNOWN_PERSON}{self.document_id}"


class DegreeRow(NamedTuple):
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

    @property
    def informant(self) -> str:
        """The participant's id, else a stand-in for one unknown person of the document."""
        return self.participant_id or f"{UNKNOWN_PERSON}{self.document_id}"


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
    codings: Sequence[CodedRow]
    degrees: tuple[DegreeRow, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[str, ...] = ("before", "start", "now", "later")
    date: str = ""
    """Date of the last change, ISO; printed in reports."""
    unread: int = 0
    """Informant turns that carry no coding and were not marked as read."""
    charted: Charted | None = None
    """What analysts wrote over the codings; None unless a table asked for it."""
    claims: Claims | None = None
    """What analysts say across cases, with chosen quotes; None unless a table asked for it."""

    reading: Reading | None = None
    """How far the documents were read and coded; None unless a table asked for it."""
    doings: Doings | None = None
    """What was done beside coding; None unless a report asked for it."""
    history: BookHistory | None = None
    """What became of the codebook; None unless a table asked for it."""

    def by_coder(self, coder: str) -> Material:
        """The same material with the codings and degrees of one coder (by name) only."""
        return replace(
            self,
            codings=tuple(row for row in self.codings if row.coder == coder),
            degrees=tuple(row for row in self.degrees if row.coder == coder),
        )

    def quote(self, document_id: str, start: int, end: int) -> str:
        """The words of a passage; an empty string when texts were not asked for."""
        text = self.texts.get(document_id)
        # a text that was erased is empty, and no passage is
        return "" if text is None else text[start:end] or WITHDRAWN

    @property
    def transcripts(self) -> tuple[DocumentRow, ...]:
        """The documents that are no answers to readings."""
        return tuple(one for one in self.documents if one.kind == "transcript")

    @property
    def said(self) -> tuple[CodedRow | DegreeRow, ...]:
        """Codings and degrees together."""
        return (*self.codings, *self.degrees)

    def speakers(self) -> set[tuple[str, str]]:
        """Documents with the informants (or stand-ins) whose passages are coded in them."""
        from qualcode.domain.coded_rows import CodedRows

        coded = CodedRows.of(self.codings)
        found = set(
            zip(coded.unsorted("document_id"), coded.unsorted("participant_id"), strict=True)
        )
        found |= {(row.document_id, row.participant_id) for row in self.degrees}
        return {(where, who or f"{UNKNOWN_PERSON}{where}") for where, who in found}

    def informants(self) -> frozenset[str]:
        """Everybody who is heard: the participants, and one unknown person per document.

        A document without a participant adds its unknown person unless its passages are said by
        registered participants only.
        """
        speakers: dict[str, set[str]] = {}
        for where, who in self.speakers():
            speakers.setdefault(where, set()).add(who)
        heard = {participant.id for participant in self.participants}
        for document in self.documents:
            heard |= speakers.get(document.id, {document.informant})
            if document.participant_id is not None:
                heard.add(document.participant_id)
        return frozenset(heard)
