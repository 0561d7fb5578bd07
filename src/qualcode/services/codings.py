"""Coding: codes on passages, what is said with them, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qualcode.domain.coding import (
    Coding,
    CodingDetails,
    CodingFilter,
    DegreeDetails,
    Segment,
    SegmentNews,
)
from qualcode.domain.span import Span
from qualcode.errors import Conflict, NotFound
from qualcode.sentences import sentence
from qualcode.services.coding_steps import CODING_FIELDS, SEGMENT_FIELDS, CodingSteps, check_own
from qualcode.services.degrees import Degrees
from qualcode.services.documents import Documents
from qualcode.services.new_codes import NewCode, make
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import books, project, touched
from qualcode.storage import codings as stored
from qualcode.storage.journal import Act

_NEWEST = 300
"""Codings among which the codes used last are looked for before all are."""
_AT_ONCE = 10_000
"""Codings that are asked for in one go: texts are read anew for each."""


class Codings:
    """What coders say of passages. Every method that changes something is one act."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents = Documents(session)
        self._cases = Cases(session)
        self._degrees = Degrees(session)
        self._steps = CodingSteps(session)
        self.new_organisations: list[str] = []

    def list(self, where: CodingFilter | None = None) -> list[Coding]:
        """The codings meant by a filter, sorted by document, start, end, code."""
        sql, values = self._condition(where or CodingFilter())
        return stored.codings(self._session.store, sql, values)

    def get(self, coding_id: str) -> Coding:
        """The coding with that id; raises NotFound."""
        found = stored.codings(self._session.store, "c.id = ?", (coding_id,))
        if not found:
            raise _no_coding(coding_id)
        return found[0]

    def _placed(self, coding_id: str) -> stored.PlacedCoding:
        """The coding with that id, its words left where they are; raises NotFound."""
        found = stored.placed(self._session.store, coding_id)
        if found is None:
            raise _no_coding(coding_id)
        return found

    def several(self, coding_ids: Iterable[str]) -> Sequence[Coding]:
        """The live ones among these codings, in the order of `list`."""
        ids = list(coding_ids)
        found = []
        for at in range(0, len(ids), _AT_ONCE):
            few = ids[at : at + _AT_ONCE]
            found += stored.codings(
                self._session.store, f"c.id IN ({', '.join('?' * len(few))})", few
            )
        return sorted(found, key=lambda c: (c.document, c.start, c.end, c.code))

    def on_segments(self, segments: Sequence[str]) -> Sequence[Coding]:
        """The codings on these segments (ids), in the order of `list`."""
        found = []
        for at in range(0, len(segments), _AT_ONCE):
            few = segments[at : at + _AT_ONCE]
            where = f"c.segment_id IN ({', '.join('?' * len(few))})"
            found += stored.codings(self._session.store, where, few)
        return sorted(found, key=lambda c: (c.document, c.start, c.end, c.code))

    def segments(self, document: str, *, coder: str | None = None) -> Sequence[Segment]:
        """The segments of a document as the coding screen shows them."""
        info = self._documents.resolve(document, speakers=False)
        return stored.segments(self._session.store, info.id, coder)

    def last_act(self) -> int:
        """The journal's newest line, from which `news` goes on."""
        return project.last_act(self._session.store)

    def only_codings(self, since: int) -> bool:
        """Whether acts after that line of the journal changed no text and nothing around one."""
        return touched.touched_segments(self._session.store, since) is not None

    def news(self, document: str, since: int) -> SegmentNews | None:
        """The segments of the document with that id that acts after a line of the journal changed.

        None where so much, or something so different, was changed that all are to be read anew.
        """
        store = self._session.store
        with store.reading():
            ids = touched.touched_segments(store, since)
            if ids is None:
                return None
            found = stored.segments_of(store, list(ids)) if ids else []
            here = tuple(segment for segment in found if segment.document_id == document)
            return SegmentNews(project.last_act(store), frozenset(ids), here)

    def add(
        self,
        document: str,
        span: Span,
        code: str,
        details: CodingDetails | None = None,
        degrees: Sequence[DegreeDetails] = (),
        *,
        strict: bool = False,
    ) -> Coding:
        """`put` for a single code that is there; returns the coding."""
        return self.get(self.put(document, span, [code], details, degrees, strict=strict)[0])

    def put(
        self,
        document: str,
        span: Span,
        codes: Sequence[str | NewCode],
        details: CodingDetails | None = None,
        degrees: Sequence[DegreeDetails] = (),
        *,
        strict: bool = False,
    ) -> Sequence[str]:
        """Set codes on one passage as one act, all of them or none; returns the codings' ids.

        A passage with the same span and coder is the same segment. A text names a code that is
        there, a NewCode is made first: see `new_codes.make`. Raises Conflict when a code is on the
        passage already, Invalid for a span beyond the text.
        """
        info = self._documents.resolve(document, speakers=False)
        said, fresh = details or CodingDetails(), any(isinstance(one, NewCode) for one in codes)
        self._degrees.made = []
        with self._session.act("code.new" if fresh else "code.add", document=info.id) as act:
            known = [
                one if isinstance(one, str) else make(act, self._session, info, span, one)
                for one in codes
            ]
            act.detail["code"] = ", ".join(known)
            ids = [self._steps.put(act, info, span, code, said) for code in known]
            for degree in degrees:
                self._degrees.put(act, act.detail["segment"], degree, strict=strict)
        self.new_organisations = self._degrees.made
        return ids

    def check_own(self, segments: Iterable[str]) -> None:
        """Raises Conflict unless these segments (ids) are all of who acts."""
        check_own(self._session, segments)

    def segments_by_others(self, segments: Sequence[str]) -> Sequence[str]:
        """The names of who made any of these segments (ids), but for who acts."""
        return stored.made_by_others(self._session.store, segments, self._session.coder or "")

    def set(self, coding_id: str, changes: Mapping[str, str | None]) -> Coding:
        """Change what a coding says; None clears. Standing, memo and case are its segment's."""
        self.set_many([coding_id], changes)
        return self.get(coding_id)

    def set_many(self, coding_ids: Sequence[str], changes: Mapping[str, str | None]) -> int:
        """The same change of several codings as one act; returns how many there were."""
        found = [self._placed(coding_id) for coding_id in coding_ids]
        self._steps.check_changes(changes)
        kind = "code.recode" if "code" in changes else "code.set"
        with self._session.act(kind, codings=len(found), fields=sorted(changes)) as act:
            if len(found) == 1:
                act.detail.update(document=found[0].document, code=found[0].code)
            for coding in found:
                self._change(act, coding, changes)
        return len(found)

    def _change(
        self, act: Act, coding: stored.PlacedCoding, changes: Mapping[str, str | None]
    ) -> None:
        on_segment = {k: v for k, v in changes.items() if k in SEGMENT_FIELDS}
        if on_segment:
            self._change_segment(act, coding.segment, on_segment)
        on_coding = {k: v for k, v in changes.items() if k in CODING_FIELDS}
        if "code" in on_coding or "label" in on_coding:
            code = on_coding.get("code") or coding.code
            label = on_coding.get("label", coding.label)
            other = stored.coding_on(act.store, coding.segment, code, label)
            if other not in (None, coding.id):
                raise Conflict(
                    sentence(
                        "The passage {start}:{end} has {code} already.",
                        start=coding.start,
                        end=coding.end,
                        code=code,
                    )
                )
        if on_coding.get("code"):
            on_coding["codebook_id"] = books.current_id(act.store)
        if on_coding:
            act.update("codings", coding.id, on_coding)

    def set_segment(self, segment_id: str, changes: Mapping[str, str | None]) -> None:
        """Change the standing, memo or case of a segment; None clears."""
        self._steps.check_changes(changes)
        with self._session.act("segment.set", fields=sorted(changes), segment=segment_id) as act:
            self._change_segment(act, segment_id, changes)

    def _change_segment(self, act: Act, segment: str, changes: Mapping[str, str | None]) -> None:
        if stored.place_of(act.store, segment) is None:
            raise NotFound(sentence("That passage is not there any more."))
        values = {k: v or None for k, v in changes.items() if k != "case"}
        if "case" in changes:
            case = changes["case"]
            values["case_id"] = self._cases.resolve(case).id if case else None
        act.update("segments", segment, values)

    def set_span(self, segment_id: str, span: Span) -> None:
        """Change the extent of one's own segment; raises Conflict when another one has it."""
        check_own(self._session, [segment_id])
        with self._session.act("segment.span", segment=segment_id) as act:
            self._steps.move(act, segment_id, span)

    def remove(self, coding_ids: Sequence[str]) -> None:
        """Take codings away; a segment that says nothing more goes with its last one."""
        found = [self._placed(coding_id) for coding_id in coding_ids]
        with self._session.act("code.remove", codings=len(found)) as act:
            if len(found) == 1:
                act.detail.update(document=found[0].document, code=found[0].code)
            for coding in found:
                act.remove("codings", coding.id)
            for segment in dict.fromkeys(coding.segment for coding in found):
                if stored.bare(act.store, segment):
                    act.remove("segments", segment)

    def recent_codes(self, limit: int = 9) -> Sequence[str]:
        """The codes this coder used last, newest first, that can still be used."""
        name = self._session.coder
        if not name:
            return []
        book, found = self._session.book(), list[str]()
        for within in (_NEWEST, -1):
            used = stored.used_codes(self._session.store, name, within)
            found = [c for c in used if c in book.by_id and book.takes(book.by_id[c])]
            if len(found) >= limit:
                break
        return found[:limit]

    def counts(self) -> dict[str, tuple[int, int]]:
        """Passages and cases of every code, a passage once however many sub-codes it has."""
        return {code: (sum(cases.values()), len(cases)) for code, cases in self.passages().items()}

    def passages(self) -> dict[str, dict[str | None, int]]:
        """How many passages every code has, with those of the codes below it, by the id of the
        case."""
        book, above = self._session.book(), dict[str, Sequence[str]]()
        found: dict[str, dict[str | None, set[str]]] = {}
        for code, segment, case in stored.code_uses(self._session.store):
            if code not in above:
                above[code] = book.lineage(code) or (code,)
            for each in above[code]:
                found.setdefault(each, {}).setdefault(case, set()).add(segment)
        return {
            code: {case: len(ids) for case, ids in cases.items()} for code, cases in found.items()
        }

    def _condition(self, where: CodingFilter) -> tuple[str, tuple[str, ...]]:
        parts, values = [], []
        if where.document is not None:
            parts.append("d.id = ?")
            values.append(self._documents.resolve(where.document).id)
        if where.case is not None:
            parts.append("k.id = ?")
            values.append(self._cases.resolve(where.case).id)
        if where.code is not None:
            book = self._session.book()
            codes = book.below(book.code(where.code).id) if where.below else (where.code,)
            parts.append(f"c.code IN ({', '.join('?' * len(codes))})")
            values += codes
        for column, value in (
            ("c.valence", where.valence),
            ("s.standing", where.standing),
            ("p.name", where.coder),
            ("i.role", where.role),
            ("d.language", where.language),
            ("c.label", where.label),
        ):
            if value == "none":
                parts.append(f"{column} IS NULL")
            elif value is not None:
                parts.append(f"{column} = ?")
                values.append(value)
        return " AND ".join(parts), tuple(values)


def _no_coding(coding_id: str) -> NotFound:
    said = sentence("There is no coding '{coding_id}'.", coding_id=coding_id)
    return NotFound(said, sentence("See `qualcode code list`."))
