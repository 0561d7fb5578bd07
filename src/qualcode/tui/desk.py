"""The desk: one open document with its codings, and the acts upon them.

Every act is written through the services at once and then read back, so that what is seen is what
is stored. Errors are `QualcodeError` and leave the desk as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook, Scale
from qualcode.domain.coding import Degree, DegreeDetails, Segment
from qualcode.domain.document import DocumentInfo, Transcript
from qualcode.domain.people import Act, Organisation
from qualcode.domain.span import Span
from qualcode.errors import Conflict
from qualcode.tui.held import Held
from qualcode.tui.slots import MOST, kept_slots
from qualcode.tui.whose import OWN
from qualcode.tui.widgets.marks import Item, Touched

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
        self.held = Held()
        self.touched: list[Touched] | None = None
        self.states: Mapping[int, str] = {}
        self.recent: Sequence[str] = ()
        self.slots: list[str] = list(project.remembered(SLOTS) or ())
        self.counts: Mapping[str, tuple[int, int]] = {}
        self.own_only = bool(project.remembered(OWN))
        self._at = 0
        self._stale_recent = True
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

    @property
    def segments(self) -> Sequence[Segment]:
        """The passages of the open document, in order."""
        return self.held.segments

    def reload(self) -> None:
        """Read the codings of the open document and the recent codes anew."""
        if self.transcript is not None:
            self._at = self.project.codings.last_act()
            self.held = Held(self.project.codings.segments(self.transcript.document.id))
            self.touched = None
            self._remember(self.project.codings.recent_codes())

    def renew(self) -> None:
        """Read what was changed since; `touched` says where, None for everywhere.

        The other codings are not read again: with thousands of them that would be felt at every
        key.
        """
        if self.transcript is None:
            return
        news = self.project.codings.news(self.transcript.document.id, self._at)
        if news is None:
            self.reload()
            return
        self._at = news.at
        self.touched = self.held.exchange(news.ids, news.segments)
        self.seen = self.project.changed()

    def _remember(self, recent: Sequence[str]) -> None:
        """Know the recent codes, and let each keep its digit."""
        self.recent, self._stale_recent = recent, False
        slots = kept_slots(self.slots, recent)
        if slots != self.slots:
            self.slots = slots
            self.project.remember(SLOTS, slots)
        self.seen = self.project.changed()

    def _used(self, code: str) -> None:
        """A code was used just now."""
        self._remember([code, *(each for each in self.recent if each != code)][:MOST])

    def recount(self) -> None:
        """Read progress, counts and recent codes anew: they may come a moment after the codings."""
        if self.transcript is not None:
            self.states = self.project.units.states(self.transcript.document.id)
            self.counts = self.project.codings.counts()
            if self._stale_recent:
                self._remember(self.project.codings.recent_codes())

    def changed_elsewhere(self) -> bool:
        """Whether somebody else, or another screen, changed the project since it was read."""
        return self.project.changed() != self.seen

    def item(self, known: str | None) -> Item | None:
        """The coding with that id, if it is still there."""
        return self.held.item(known)

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
        made = self.project.codings.add(self.open_id, span, code)
        self.renew()
        self._used(code)
        more = f" · usually {usual}" if usual else ""
        return Done(f"Coded {self.name(code)}{more}", made.id)

    def valence(self, item: Item, value: str) -> Done:
        """Set the valence of a coding; the value that it has already is cleared."""
        coding = self.own(item).coding
        if coding is None:
            raise Conflict("This passage has no code.", "Valence sits on a code: enter to choose.")
        new = None if coding.valence == value else value
        self.project.codings.set_many([coding.id], {"valence": new})
        self.renew()
        return Done(f"{self.name(coding.code)}: {new or 'valence cleared'}", coding.id)

    def degree(self, item: Item, number: int | None) -> Done:
        """Set the passage's degree by its number, without asking for a pair; None clears.

        A degree that is there keeps its pair and changes its number; several raise Conflict.
        """
        there = self.own(item).segment.degrees
        if len(there) > 1 and number is not None:
            raise Conflict("Several pairs have a degree here.", "Shift+D opens the form.")
        if number is None:
            for degree in there:
                self.project.degrees.remove(degree.id)
        elif there:
            self.project.degrees.set(there[0].id, {"value": number})
        else:
            self.project.degrees.add(item.segment.id, DegreeDetails(number))
        self.renew()
        return Done(f"Degree {number}" if number else "Degree cleared", item.id)

    def degree_in_full(self, item: Item, details: DegreeDetails, old: Degree | None) -> Done:
        """Add a degree with its pair, or change the one that was shown in the form."""
        segment = self.own(item).segment
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
        self.renew()
        return Done(f"Degree {details.value}", item.id)

    def standing(self, item: Item, value: str | None) -> Done:
        """Set or clear the standing of a passage."""
        self.project.codings.set_segment(self.own(item).segment.id, {"standing": value})
        self.renew()
        return Done(f"Standing: {value or 'cleared'}", item.id)

    def memo(self, item: Item, text: str) -> Done:
        """Set the memo of a passage; without words it is cleared."""
        words = text.strip() or None
        self.project.codings.set_segment(self.own(item).segment.id, {"memo": words})
        self.renew()
        return Done("Memo kept" if words else "Memo cleared", item.id)

    def remove(self, item: Item) -> Done:
        """Take a coding off its passage; where there is none, its degrees."""
        if self.own(item).coding is not None:
            self.project.codings.remove([item.id])
        else:
            for degree in item.segment.degrees:
                self.project.degrees.remove(degree.id)
        self.renew()
        return Done(f"Removed {self.name(item.code) if item.code else 'degree'}")

    def mark_read(self, turn: int) -> Done:
        """Mark a turn as read with nothing to code, or take the mark away."""
        read = self.states.get(turn) != "read"
        self.project.units.mark_read(self.open_id, [turn], read=read)
        self.renew()
        return Done(f"Turn {turn} {'read' if read else 'not read'}")

    def undo(self) -> Done:
        """Take back the coder's last act."""
        return self._stepped("Undone", self.project.history.undo())

    def redo(self) -> Done:
        """Do again what was taken back."""
        return self._stepped("Redone", self.project.history.redo())

    def _given(self, code: str, span: Span) -> Item | None:
        """The coder's own coding of exactly that passage with that code."""
        for item in self.held.at(span):
            if item.segment.coder == self.project.coder and item.code == code:
                return item
        return None

    def _stepped(self, word: str, act: Act) -> Done:
        self._stale_recent = True
        self.renew()
        return Done(f"{word}: {act.summary}")

    @property
    def open_id(self) -> str:
        """The id of the open document; raises Conflict where none is open."""
        if self.transcript is None:
            raise Conflict("No document is open.", "Ctrl+o opens one.")
        return self.transcript.document.id

    def own(self, item: Item) -> Item:
        """The item, when it is the coder's own; raises Conflict for another coder's."""
        if self.project.coder and item.segment.coder != self.project.coder:
            raise Conflict(
                f"This coding is by {item.segment.coder}.", "Code the passage yourself: enter."
            )
        return item
