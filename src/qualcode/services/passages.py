"""Passages as such: cut in two, joined, given another extent, coded like the last one."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.codebook import Code
from qualcode.domain.coding import Coding, CodingDetails, DegreeDetails, Segment
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from qualcode.sentences import sentence
from qualcode.services.coding_steps import CodingSteps
from qualcode.services.codings import Codings
from qualcode.services.degrees import Degrees
from qualcode.services.documents import Documents
from qualcode.services.session import Session
from qualcode.storage import codings as stored
from qualcode.storage.journal import Act

JOINABLE_GAP = 2
"""Code points of white space that may lie between passages that still touch."""


class Passages:
    """Changes of where a passage begins and ends. Every method is one act."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codings = Codings(session)
        self._steps = CodingSteps(session)
        self._documents = Documents(session)
        self._degrees = Degrees(session)

    def split(self, segment_id: str, offset: int) -> tuple[str, str]:
        """Cut a passage in two before the character at `offset`; returns both segments' ids.

        Both parts carry all codes and the standing; memo and degrees stay with the first. White
        space at the cut belongs to neither. Raises Invalid when a part would hold no words.
        """
        segment = self._segment(segment_id)
        transcript = self._documents.transcript(segment.document_id)
        if not segment.start < offset < segment.end:
            raise Invalid(sentence("The cut does not lie inside the passage."))
        first = Span(segment.start, offset).trimmed(transcript.text)
        second = Span(offset, segment.end).trimmed(transcript.text)
        if first is None or second is None:
            raise Invalid(sentence("A part of the passage would hold no words."))
        with self._session.act("segment.split", document=segment.document_id) as act:
            self._own(act, segment)
            details = CodingDetails(standing=segment.standing)
            self._steps.move(act, segment_id, first)
            new = self._steps.put_segment(act, transcript.document, second, details)
            self._copy(act, segment, new)
        return segment_id, new

    def join(self, segment_ids: Sequence[str]) -> str:
        """Make one passage of several that touch or overlap; returns its id, the first one's.

        Codes are put together, doubles folded; degrees and memos of all are kept. Raises Invalid
        when they do not touch or are in different documents, Conflict when they say different
        things of the same code or have different standings.
        """
        segments = sorted(
            (self._segment(one) for one in dict.fromkeys(segment_ids)), key=lambda s: s.start
        )
        if len(segments) < 2:
            raise Invalid(sentence("There are not two passages to join."))
        span = self._joined(segments)
        _agree(segments)
        first, *others = segments
        with self._session.act("segment.join", document=first.document_id, n=len(segments)) as act:
            for segment in segments:
                self._own(act, segment)
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

    def code_newly(self, document: str, span: Span, code: Code, reason: str = "") -> str:
        """Make a code and give it to a passage; returns the coding's id.

        Raises Conflict when the code's id or a sibling's label is taken, Invalid for a span beyond
        the text; then there is no code either.
        """
        from qualcode.domain.revision import Add
        from qualcode.services.revision import Revision

        info = self._documents.resolve(document, speakers=False)
        with self._session.act("code.new", document=info.id, code=code.id) as act:
            Revision(self._session).within(act, Add(code), reason)
            return self._steps.put(act, info, span, code.id, CodingDetails())

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

    def _own(self, act: Act, segment: Segment) -> None:
        if segment.coder != self._session.coder:
            raise Conflict(
                sentence("The passage is {coder}'s.", coder=segment.coder),
                sentence("Only who made a passage changes its extent."),
            )

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
        for coding in other.codings:
            act.remove("codings", coding.id)
            details = CodingDetails(
                valence=coding.valence, confidence=coding.confidence, label=coding.label
            )
            if stored.coding_on(act.store, first.id, coding.code, coding.label) is None:
                self._steps.put_on(act, first.id, coding.code, details)
        for degree in other.degrees:
            act.remove("degrees", degree.id)
            kept = DegreeDetails(
                degree.value,
                degree.from_organisation,
                degree.to_organisation,
                degree.activity,
                degree.period,
            )
            self._degrees.put_once(act, first.id, kept)
        act.remove("segments", other.id)

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
    if len({segment.standing for segment in segments}) > 1:
        raise Conflict(
            sentence("The passages have different standings."),
            sentence("Give them the same one first."),
        )
    said: dict[tuple[str, str | None], str | None] = {}
    for segment in segments:
        for coding in segment.codings:
            key = (coding.code, coding.label)
            if said.setdefault(key, coding.valence) != coding.valence:
                raise Conflict(
                    sentence("The passages value {code} differently.", code=coding.code),
                    sentence("Give it the same valence in both first."),
                )


def _no_passage() -> NotFound:
    return NotFound(sentence("That passage is not there any more."))
