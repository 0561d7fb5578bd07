"""The desk: one open document with its codings, and the acts upon them.

Every act is written through the services at once and then read back, so that what is seen is what
is stored. Errors are `QualcodeError` and leave the desk as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook, Scale
from qualcode.domain.coding import Segment
from qualcode.domain.document import DocumentInfo, Transcript
from qualcode.domain.span import Span
from qualcode.errors import Conflict
from qualcode.tui.aimed import is_replaced
from qualcode.tui.held import Held
from qualcode.tui.slots import MOST, kept_slots
from qualcode.tui.tally import Tally
from qualcode.tui.telling import do_again, take_back, value_label
from qualcode.tui.whose import OWN
from qualcode.tui.widgets.marks import Item, Touched
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

SLOTS = "coding.slots"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act: words for the reader, and the coding to make the current one."""

    words: str
    item: str | None = None
    elsewhere: bool = False
    """Whether it may have been done at another place than where the reader is."""


class Desk:
    """The document that is being coded."""

    def __init__(self, project: Project, language: str = "en") -> None:
        self.project = project
        self.language = language
        self.transcript: Transcript | None = None
        self.held = Held()
        self.touched: list[Touched] | None = None
        self.tally = Tally(project)
        self.recent: Sequence[str] = ()
        self.slots: list[str] = list(project.remembered(SLOTS) or ())
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
        self.transcript = self.project.documents.show(document)
        self.reload()
        self.recount()
        return self.transcript

    def close(self) -> None:
        """Have no document open."""
        self.transcript, self.held, self.touched = None, Held(), None
        self.tally.close()
        self.seen = self.project.changed()

    @property
    def segments(self) -> Sequence[Segment]:
        """The passages of the open document, in order."""
        return self.held.segments

    def reload(self) -> None:
        """Read the codings of the open document and the recent codes anew."""
        if self.transcript is not None and not is_replaced(self):
            if self.changed_elsewhere():
                self.tally.forget()
            self._at = self.project.codings.last_act()
            self.held = Held(self.project.codings.segments(self.transcript.document.id))
            self.touched = None
            self.tally.open(self.transcript, self.held.segments)
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
        self.tally.exchange(self.held.among(news.ids), news.segments, len(news.ids))
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

    def recount(self) -> Collection[int] | None:
        """Bring progress, counts and recent codes up to date: they may come a moment after the
        codings. Returns as `Tally.refresh` does."""
        if self.transcript is None or is_replaced(self):
            return None
        if self._stale_recent:
            self._remember(self.project.codings.recent_codes())
        return self.tally.refresh()

    @property
    def states(self) -> Mapping[int, str]:
        """How far each turn of the open document has come."""
        return self.tally.states

    @property
    def counts(self) -> Mapping[str, tuple[int, int]]:
        """Passages and cases of every code in the project."""
        return self.tally.counts

    def changed_elsewhere(self) -> bool:
        """Whether somebody else, or another screen, changed the project since it was read.

        That somebody's place was kept changes nothing: the journal says what was done.
        """
        now = self.project.changed()
        if now != self.seen and self.transcript and self.project.codings.last_act() == self._at:
            self.seen = now
        return now != self.seen

    def item(self, known: str | None) -> Item | None:
        """The coding with that id, if it is still there."""
        return self.held.item(known)

    @property
    def counts_here(self) -> Mapping[str, int]:
        """Passages in this document by code, those of sub-codes included, each passage once."""
        return self.tally.here

    def name(self, code: str) -> str:
        """A code's label in the reader's language, its id when the codebook lacks it."""
        known = self.book.by_id.get(code)
        return known.name(self.language) if known else code

    def value_name(self, scale: str, value: str) -> str:
        """What a value of a scale is called in the reader's language."""
        return value_label(self.book, scale, value, self.language)

    # acts

    def apply(self, code: str, span: Span) -> Done:
        """Give a passage a code; where it has it already, that coding becomes the current one.

        A valence that the code usually has is named, not set.
        """
        usual = self.book.code(code).usual_valence
        there = self._given(code, span)
        if there is not None:
            return Done(_("{code} is there already", code=self.name(code)), there.id)
        (made,) = self.project.codings.put(self.open_id, span, [code])
        self.renew()
        self._used(code)
        if usual is None:
            return Done(_("Coded {code}", code=self.name(code)), made)
        named = {"code": self.name(code), "valence": self.value_name("valence", usual)}
        return Done(_("Coded {code} · usually {valence}", **named), made)

    def valence(self, item: Item, value: str) -> Done:
        """Set the valence of a coding; the value that it has already is cleared."""
        coding = self.own(item).coding
        if coding is None:
            hint = _("Valence sits on a code: enter to choose.")
            raise Conflict(_("This passage has no code."), hint)
        new = None if coding.valence == value else value
        self.project.codings.set_many([coding.id], {"valence": new})
        self.renew()
        if new is None:
            return Done(_("{code}: valence cleared", code=self.name(coding.code)), coding.id)
        return Done(f"{self.name(coding.code)}: {self.value_name('valence', new)}", coding.id)

    def standing(self, item: Item, value: str | None) -> Done:
        """Set or clear the standing of a passage."""
        self.project.codings.set_segment(self.own(item).segment.id, {"standing": value})
        self.renew()
        if value is None:
            return Done(_("Standing cleared"), item.id)
        standing = self.value_name("standing", value)
        return Done(_("Standing: {standing}", standing=standing), item.id)

    def memo(self, item: Item, text: str) -> Done:
        """Set the memo of a passage; without words it is cleared."""
        words = text.strip() or None
        self.project.codings.set_segment(self.own(item).segment.id, {"memo": words})
        self.renew()
        return Done(_("Memo kept") if words else _("Memo cleared"), item.id)

    def remove(self, item: Item) -> Done:
        """Take a coding off its passage; where there is none, its degrees."""
        if self.own(item).coding is not None:
            self.project.codings.remove([item.id])
        else:
            for degree in item.segment.degrees:
                self.project.degrees.remove(degree.id)
        self.renew()
        words = _("Removed {code}", code=self.name(item.code)) if item.code else _("Degree removed")
        return Done(words)

    def mark_read(self, turn: int) -> Done:
        """Mark a turn as read with nothing to code, or take the mark away."""
        read = self.states.get(turn) != "read"
        self.project.units.mark_read(self.open_id, [turn], read=read)
        self.renew()
        words = _("Turn {number} read", number=turn)
        return Done(words if read else _("Turn {number} not read", number=turn))

    def undo(self) -> Done:
        """Take back the coder's last act."""
        return self._stepped(take_back(self.project, self.language, self._here))

    def redo(self) -> Done:
        """Do again what was taken back."""
        return self._stepped(do_again(self.project, self.language, self._here))

    @property
    def _here(self) -> str | None:
        return self.document.id if self.document else None

    def _given(self, code: str, span: Span) -> Item | None:
        """The coder's own coding of exactly that passage with that code."""
        for item in self.held.at(span):
            if item.segment.coder == self.project.coder and item.code == code:
                return item
        return None

    def _stepped(self, words: str) -> Done:
        self._stale_recent = True
        self.renew()
        return Done(words, elsewhere=True)

    @property
    def open_id(self) -> str:
        """The id of the open document; raises Conflict where none is open."""
        if self.transcript is None:
            raise Conflict(_("No document is open."), _("Ctrl+o opens one."))
        return self.transcript.document.id

    def own(self, item: Item) -> Item:
        """The item, when it is the coder's own; raises Conflict for another coder's."""
        if self.project.coder and item.segment.coder != self.project.coder:
            raise Conflict(
                _("This coding is by {coder}.", coder=item.segment.coder),
                _("Code the passage yourself: enter."),
            )
        return item
