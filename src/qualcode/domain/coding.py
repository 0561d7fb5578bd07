"""Segments, codings and degrees: what a coder says of a passage."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.domain.span import Span


@dataclass(frozen=True, slots=True)
class Degree:
    """A value of the scale of collaboration, said of a directed pair and an activity.

    `from_organisation` and `to_organisation` are names.
    """

    id: str
    value: int
    from_organisation: str | None = None
    to_organisation: str | None = None
    activity: str | None = None
    period: str | None = None

    @property
    def complete(self) -> bool:
        """Whether both organisations are named."""
        return self.from_organisation is not None and self.to_organisation is not None


@dataclass(frozen=True, slots=True)
class PlacedDegree:
    """A degree with where it stands; `document` and `case` are names, the span code points."""

    degree: Degree
    segment: str
    document: str
    document_id: str
    case: str | None
    start: int
    end: int
    quote: str
    coder: str
    standing: str | None


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on one segment, with what the segment carries beside it.

    `document` and `case` are names; `start` and `end` are code points, half-open.
    """

    id: str
    segment: str
    document: str
    document_id: str
    case: str | None
    case_id: str | None
    start: int
    end: int
    quote: str
    code: str
    coder: str
    valence: str | None = None
    standing: str | None = None
    confidence: str = "normal"
    label: str | None = None
    degrees: tuple[Degree, ...] = ()
    memo: str | None = None
    created: str = ""
    turn: int | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class SegmentCoding:
    """A code on a segment, as the coding screen needs it."""

    id: str
    code: str
    valence: str | None = None
    confidence: str = "normal"
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A span of one document's text marked by one coder, with all it carries."""

    id: str
    document_id: str
    start: int
    end: int
    coder: str
    standing: str | None = None
    memo: str | None = None
    case_id: str | None = None
    codings: tuple[SegmentCoding, ...] = ()
    degrees: tuple[Degree, ...] = ()
    noted: bool = False

    @property
    def has_memo(self) -> bool:
        """Whether a memo is on it: its own, or one of a kind (`noted`)."""
        return self.noted or bool(self.memo)

    @property
    def span(self) -> Span:
        """Where it lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class CodingDetails:
    """What may be said with a code when it is set on a passage; all of it optional."""

    valence: str | None = None
    standing: str | None = None
    confidence: str = "normal"
    label: str | None = None
    memo: str | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class DegreeDetails:
    """A degree to be set; organisations by name, made when unknown unless strict."""

    value: int
    from_organisation: str | None = None
    to_organisation: str | None = None
    activity: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class CodingFilter:
    """Which codings are meant; every field that is set narrows. Names or ids."""

    document: str | None = None
    case: str | None = None
    code: str | None = None
    below: bool = True
    coder: str | None = None
    valence: str | None = None
    standing: str | None = None
    role: str | None = None
    language: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class SegmentNews:
    """What became of the segments of a document: those touched, and the ones still there.

    `ids` may hold segments of other documents; `at` is the journal's line up to which this is so.
    """

    at: int
    ids: frozenset[str]
    segments: tuple[Segment, ...]
