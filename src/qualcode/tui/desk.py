"""The desk: one open document with its codings, and the acts upon them.

Every act is written through the services at once and then read back, so that what is seen is what
is stored. Errors are `QualcodeError` and leave the desk as it was.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook, Scale
from qualcode.domain.coding import Coding, Degree, DegreeDetails, Segment, SegmentCoding
from qualcode.domain.document import DocumentInfo, Transcript
from qualcode.domain.people import Act, Organisation
from qualcode.domain.span import Span
from qualcode.errors import Conflict
from qualcode.tui.slots import kept_slots
from qualcode.tui.widgets.marks import Item, items_of

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

SLOTS = "coding.slots"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act: words for the reader, and the coding to make the current one."""

    words: str
    item: str | None = None


class Desk:
    """The document that is being coded."""

    def __init__(self, project: Project, language: str = "en") -> None:
        self.project = project
        self.language = language
        self.transcript: Transcript | None = None
        self.segments: Sequence[Segment] = ()
        self.states: Mapping[int, str] = {}
        self.recent: Sequence[str] = ()
        self.slots: list[str] = list(project.remembered(SLOTS) or ())
        self.counts: Mapping[str, tuple[int, int]] = {}
        self.seen = project.changed()

    @property
    def book(self) -> Codebook:
        """The codebook in force."""
        return self.project.codebooks.current()

    @property
    def document(self) -> DocumentInfo | None:
        """What is open."""
        return self.transcript.document if self.transcript else None

    @cached_property
    def degree_scale(self) -> Scale:
        """The scale of degrees; raises NotFound where the codebook has none."""
        return self.book.scale("degree")

    @cached_property
    def standing_scale(self) -> Scale:
        """The scale of standings."""
        return self.book.scale("standing")

    def open(self, document: str) -> Transcript:
        """Open a document by id or name; raises NotFound."""
        self.transcript = self.project.documents.transcript(document)
        self.reload()
        self.recount()
        return self.transcript

    def reload(self) -> None:
        """Read the codings of the open document and the recent codes anew."""
        if self.transcript is not None:
            self.segments = self.project.codings.segments(self.transcript.document.id)
            self._remember()

    def _take(self, coding: Coding) -> None:
        """Put one coding, as it is stored now, among those of the document.

        The others are not read again: with thousands of them that would be felt at every key.
        """
        old = next((each for each in self.segments if each.id == coding.segment), None)
        fresh = SegmentCoding(
            coding.id, coding.code, coding.valence, coding.confidence, coding.label
        )
        there = old.codings if old else ()
        kept = [fresh if each.id == fresh.id else each for each in there]
        segment = Segment(
            coding.segment,
            coding.document_id,
            coding.start,
            coding.end,
            coding.coder,
            coding.standing,
            coding.memo,
            old.case_id if old else None,
            tuple(kept) if fresh in kept else (*kept, fresh),
            coding.degrees,
        )
        others = [each for each in self.segments if each.id != segment.id]
        insort(others, segment, key=lambda each: (each.start, -each.end))
        self.segments = others
        self._remember()

    def _remember(self) -> None:
        """Read the recent codes anew, and let each keep its digit."""
        self.recent = self.project.codings.recent_codes()
        slots = kept_slots(self.slots, self.recent)
        if slots != self.slots:
            self.slots = slots
            self.project.remember(SLOTS, slots)
        self.seen = self.project.changed()

    def recount(self) -> None:
        """Read progress and counts anew: they may come a moment after the codings."""
        if self.transcript is not None:
            self.states = self.project.units.states(self.transcript.document.id)
            self.counts = self.project.codings.counts()

    def changed_elsewhere(self) -> bool:
        """Whether somebody else, or another screen, changed the project since it was read."""
        return self.project.changed() != self.seen

    def item(self, known: str | None) -> Item | None:
        """The coding with that id, if it is still there."""
        return next((each for each in items_of(self.segments) if each.id == known), None)

    def counts_here(self) -> dict[str, int]:
        """Passages in this document by code, those of sub-codes included, each passage once."""
        found: dict[str, set[str]] = {}
        book = self.book
        for segment in self.segments:
            for coding in segment.codings:
                for code in book.lineage(coding.code) or (coding.code,):
                    found.setdefault(code, set()).add(segment.id)
        return {code: len(ids) for code, ids in found.items()}

    def name(self, code: str) -> str:
        """A code's label in the reader's language, its id when the codebook lacks it."""
        known = self.book.by_id.get(code)
        return known.name(self.language) if known else code

    def organisations(self) -> list[Organisation]:
        """All organisations, those of the document's case first."""
        case = self.document.case_id if self.document else None
        return sorted(self.project.organisations.list(), key=lambda each: each.case_id != case)

    def remembered_pair(self) -> tuple[str | None, str | None]:
        """The pair used last, unless one of the two belongs to another case than the document."""
        pair = self.project.degrees.remembered_pair()
        case = self.document.case_id if self.document else None
        strange = {
            each.name
            for each in self.project.organisations.list()
            if each.case_id is not None and each.case_id != case
        }
        return (None, None) if strange & set(pair) else pair

    # acts

    def apply(self, code: str, span: Span) -> Done:
        """Give a passage a code; where it has it already, that coding becomes the current one.

        A valence that the code usually has is named, not set.
        """
        usual = self.book.code(code).usual_valence
        there = self._given(code, span)
        if there is not None:
            return Done(f"{self.name(code)} is there already", there.id)
        made = self.project.codings.add(self._id, span, code)
        self._take(made)
        more = f" · usually {usual}" if usual else ""
        return Done(f"Coded {self.name(code)}{more}", made.id)

    def valence(self, item: Item, value: str) -> Done:
        """Set the valence of a coding; the value that it has already is cleared."""
        coding = self._own(item).coding
        if coding is None:
            raise Conflict("This passage has no code.", "Valence sits on a code: enter to choose.")
        new = None if coding.valence == value else value
        self._take(self.project.codings.set(coding.id, {"valence": new}))
        return Done(f"{self.name(coding.code)}: {new or 'valence cleared'}", coding.id)

    def degree(self, item: Item, number: int | None) -> Done:
        """Set the passage's degree by its number, without asking for a pair; None clears.

        A degree that is there keeps its pair and changes its number; several raise Conflict.
        """
        there = self._own(item).segment.degrees
        if len(there) > 1 and number is not None:
            raise Conflict("Several pairs have a degree here.", "Shift+D opens the form.")
        if number is None:
            for degree in there:
                self.project.degrees.remove(degree.id)
        elif there:
            self.project.degrees.set(there[0].id, {"value": number})
        else:
            self.project.degrees.add(item.segment.id, DegreeDetails(number))
        self.reload()
        return Done(f"Degree {number}" if number else "Degree cleared", item.id)

    def degree_in_full(self, item: Item, details: DegreeDetails, old: Degree | None) -> Done:
        """Add a degree with its pair, or change the one that was shown in the form."""
        segment = self._own(item).segment
        if old is None:
            self.project.degrees.add(segment.id, details)
        else:
            changes = {
                "value": details.value,
                "from": details.from_organisation,
                "to": details.to_organisation,
                "activity": details.activity,
                "period": details.period,
            }
            self.project.degrees.set(old.id, changes)
        self.reload()
        return Done(f"Degree {details.value}", item.id)

    def standing(self, item: Item, value: str | None) -> Done:
        """Set or clear the standing of a passage."""
        self.project.codings.set_segment(self._own(item).segment.id, {"standing": value})
        self.reload()
        return Done(f"Standing: {value or 'cleared'}", item.id)

    def memo(self, item: Item, text: str) -> Done:
        """Set the memo of a passage; without words it is cleared."""
        words = text.strip() or None
        self.project.codings.set_segment(self._own(item).segment.id, {"memo": words})
        self.reload()
        return Done("Memo kept" if words else "Memo cleared", item.id)

    def remove(self, item: Item) -> Done:
        """Take a coding off its passage; where there is none, its degrees."""
        if self._own(item).coding is not None:
            self.project.codings.remove([item.id])
        else:
            for degree in item.segment.degrees:
                self.project.degrees.remove(degree.id)
        self.reload()
        return Done(f"Removed {self.name(item.code) if item.code else 'degree'}")

    def mark_read(self, turn: int) -> Done:
        """Mark a turn as read with nothing to code, or take the mark away."""
        read = self.states.get(turn) != "read"
        self.project.units.mark_read(self._id, [turn], read=read)
        self.reload()
        return Done(f"Turn {turn} {'read' if read else 'not read'}")

    def undo(self) -> Done:
        """Take back the coder's last act."""
        return self._stepped("Undone", self.project.history.undo())

    def redo(self) -> Done:
        """Do again what was taken back."""
        return self._stepped("Redone", self.project.history.redo())

    def _given(self, code: str, span: Span) -> Item | None:
        """The coder's own coding of exactly that passage with that code."""
        for item in items_of(self.segments):
            own = item.segment.coder == self.project.coder
            if own and item.code == code and item.span == span:
                return item
        return None

    def _stepped(self, word: str, act: Act) -> Done:
        self.reload()
        return Done(f"{word}: {act.summary}")

    @property
    def _id(self) -> str:
        if self.transcript is None:
            raise Conflict("No document is open.", "Ctrl+o opens one.")
        return self.transcript.document.id

    def _own(self, item: Item) -> Item:
        """The item, when it is the coder's own; raises Conflict for another coder's."""
        if self.project.coder and item.segment.coder != self.project.coder:
            raise Conflict(
                f"This coding is by {item.segment.coder}.", "Code the passage yourself: enter."
            )
        return item
