"""Passages as such: cut in two, joined, given another extent, coded like the last one."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.coding import (
    Coding,
    CodingDetails,
    Degree,
    DegreeDetails,
    Segment,
    SegmentCoding,
)
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from qualcode.sentences import sentence
from qualcode.services.coding_steps import CodingSteps, check_own
from qualcode.services.codings import Codings
from qualcode.services.degrees import Degrees
from qualcode.services.documents import Documents
from qualcode.services.recoding import fold
from qualcode.services.session import Session
from qualcode.storage import chosen, notes, recoding, worklist
from qualcode.storage import codings as stored
from qualcode.storage.journal import Act

JOINABLE_GAP = 2
"""Code points of white space that may lie between passages that still touch."""


class Passages:
    """Changes of where a passage begins and ends. Every method is one act.

    Only who made a passage changes it: another coder's raises Conflict.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codings = Codings(session)
        self._steps = CodingSteps(session)
        self._documents = Documents(session)
        self._degrees = Degrees(session)

    def split(self, segment_id: str, offset: int) -> tuple[str, str]:
        """Cut a passage in two before the character at `offset`; returns both segments' ids.

        Both parts carry all codes, the standing and the case; memo and degrees stay with the first.
        White space at the cut belongs to neither. Raises Invalid when a part would hold no words,
        Conflict where another passage of the coder's is exactly one of the parts.
        """
        segment = self._segment(segment_id)
        check_own(self._session, [segment_id])
        transcript = self._documents.transcript(segment.document_id)
        if not segment.start < offset < segment.end:
            raise Invalid(sentence("The cut does not lie inside the passage."))
        first = Span(segment.start, offset).trimmed(transcript.text)
        second = Span(offset, segment.end).trimmed(transcript.text)
        if first is None or second is None:
            raise Invalid(sentence("A part of the passage would hold no words."))
        with self._session.act("segment.split", document=segment.document_id) as act:
            info, details = transcript.document, CodingDetails(standing=segment.standing)
            self._steps.move(act, segment_id, first)
            extent = (second.start, second.end)
            if stored.segment_at(act.store, info.id, info.version, extent, act.coder_id):
                raise Conflict(sentence("Another passage of yours has exactly that extent."))
            new = self._steps.put_segment(act, info, second, details)
            act.update("segments", new, {"case_id": segment.case_id})
            self._copy(act, segment, new)
        return segment_id, new

    def join(self, segment_ids: Sequence[str]) -> str:
        """Make one passage of several that touch or overlap; returns its id, the first one's.

        They have the very same codes: no code comes to hold words that nobody gave it to. Degrees,
        memos, and what rests on any of them (findings, themes, cells, chosen quotes, what waits to
        be read again) are kept; a code is unsure when it was in one of them. Raises Invalid when
        they do not touch or are in different documents, Conflict where they say different things.
        """
        segments = sorted(
            (self._segment(one) for one in dict.fromkeys(segment_ids)), key=lambda s: s.start
        )
        if len(segments) < 2:
            raise Invalid(sentence("There are not two passages to join."))
        check_own(self._session, [segment.id for segment in segments])
        span = self._joined(segments)
        _agree(segments)
        self._check_quoted(segments)
        first, *others = segments
        with self._session.act("segment.join", document=first.document_id, n=len(segments)) as act:
            for segment in others:
                self._take(act, first, segment)
            memos = [segment.memo for segment in segments if segment.memo]
            act.update("segments", first.id, {"memo": "\n\n".join(memos) or None})
            self._steps.move(act, first.id, span)
        return first.id

    def extend(self, segment_id: str, span: Span) -> None:
        """Give a passage another extent; raises Conflict when another one has exactly that."""
        self._codings.set_span(segment_id, span)

    def repeat(self, document: str, span: Span) -> Coding:
        """Code a passage like the coder's last coding: same code, valence and standing.

        Raises QualcodeError when the coder has coded nothing yet.
        """
        was = self.last_coding()
        details = CodingDetails(
            valence=was.valence,
            standing=was.standing,
            confidence=was.confidence,
            label=was.label,
        )
        return self._codings.add(document, span, was.code, details)

    def last_coding(self) -> Coding:
        """What `repeat` repeats; raises QualcodeError when the coder has coded nothing yet."""
        last = stored.last_coding(self._session.store, self._session.coder or "")
        if last is None:
            raise QualcodeError(sentence("There is no coding to repeat."))
        return self._codings.get(last)

    def document_of(self, segment_id: str) -> str:
        """The id of the document that a passage lies in; raises NotFound."""
        place = stored.place_of(self._session.store, segment_id)
        if place is None:
            raise _no_passage()
        return place[0]

    def _segment(self, segment_id: str) -> Segment:
        found = stored.segments_of(self._session.store, [segment_id])
        if not found:
            raise _no_passage()
        return found[0]

    def _copy(self, act: Act, segment: Segment, new: str) -> None:
        for coding in segment.codings:
            self._steps.put_on(
                act,
                new,
                coding.code,
                CodingDetails(
                    valence=coding.valence, confidence=coding.confidence, label=coding.label
                ),
            )

    def _take(self, act: Act, first: Segment, other: Segment) -> None:
        kept_as = {_said(coding): coding for coding in first.codings}
        for coding in other.codings:
            kept = kept_as[_said(coding)]
            fold(act, coding.id, kept.id)
            worklist.lead(act, coding.id, kept.id)
            if coding.confidence == "low":
                act.update("codings", kept.id, {"confidence": "low"})
        for memo in notes.memos(act.store, "segment", other.id):
            act.update("memos", memo.id, {"target": first.id})
        for member, theme in recoding.memberships(act.store, "segment", other.id):
            act.remove("theme_members", member)
            notes.gather(act, theme, "segment", first.id)
        for degree in other.degrees:
            act.remove("degrees", degree.id)
            self._degrees.put_once(act, first.id, DegreeDetails(degree.value, *_about(degree)))
        act.remove("segments", other.id)

    def _check_quoted(self, segments: Sequence[Segment]) -> None:
        """Raises Conflict where two of them are quotes of the same thing: one would be lost."""
        of = {coding.id: segment.id for segment in segments for coding in segment.codings}
        seen: dict[tuple[str, str], str] = {}
        for quote in chosen.chosen(self._session.store):
            if quote.coding not in of:
                continue
            segment = of[quote.coding]
            if seen.setdefault((quote.owner_kind, quote.owner), segment) != segment:
                raise Conflict(
                    sentence("The passages are two quotes of the same thing."),
                    sentence("Drop one of them first."),
                )

    def _joined(self, segments: Sequence[Segment]) -> Span:
        if len({segment.document_id for segment in segments}) > 1:
            raise Invalid(sentence("The passages lie in different documents."))
        text = self._documents.transcript(segments[0].document_id).text
        end = segments[0].end
        for segment in segments[1:]:
            between = text[end : segment.start]
            if between.strip() or len(between) > JOINABLE_GAP:
                raise Invalid(
                    sentence("The passages do not touch."), sentence("Extend one of them first.")
                )
            end = max(end, segment.end)
        return Span(segments[0].start, end)


def _agree(segments: Sequence[Segment]) -> None:
    """Raises Conflict when passages that are to be joined say different things."""
    if len({frozenset(map(_said, segment.codings)) for segment in segments}) > 1:
        raise Conflict(
            sentence("The passages have different codes."),
            sentence("Only the same codes are joined."),
        )
    if len({segment.standing for segment in segments}) > 1:
        raise Conflict(
            sentence("The passages have different standings."),
            sentence("Give them the same one first."),
        )
    if len({segment.case_id for segment in segments}) > 1:
        raise Conflict(
            sentence("The passages count for different cases."),
            sentence("Give them the same one first."),
        )
    valences: dict[tuple[str, str | None], str | None] = {}
    degrees: dict[tuple[str | None, ...], int] = {}
    for segment in segments:
        for coding in segment.codings:
            if valences.setdefault(_said(coding), coding.valence) != coding.valence:
                raise Conflict(
                    sentence("The passages value {code} differently.", code=coding.code),
                    sentence("Give it the same valence in both first."),
                )
        for degree in segment.degrees:
            if degrees.setdefault(_about(degree), degree.value) != degree.value:
                raise Conflict(
                    sentence("The passages have different degrees of the same pair."),
                    sentence("Give them the same one first."),
                )


def _said(coding: SegmentCoding) -> tuple[str, str | None]:
    """The code of a coding, with its own words where it has any."""
    return coding.code, coding.label or None


def _about(degree: Degree) -> tuple[str | None, str | None, str | None, str | None]:
    """What a degree speaks of: the pair, the activity and the period."""
    return degree.from_organisation, degree.to_organisation, degree.activity, degree.period


def _no_passage() -> NotFound:
    return NotFound(sentence("That passage is not there any more."))
