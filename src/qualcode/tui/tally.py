"""How often codes are used and how far turns have come, kept up to date piece by piece."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook
from qualcode.domain.coding import Segment
from qualcode.domain.document import Transcript

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class Tally:
    """Counts of the project and states of the open document's turns.

    Counting everything anew takes longer than a key may; what one act changes is counted at once.
    `states`, `counts` and `here` are as of the last `refresh`.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.states: dict[int, str] = {}
        """By number of the turn, as `Units.states` has it."""
        self.here: Mapping[str, int] = {}
        """Passages in the open document by code, those of sub-codes included, each once."""
        self.counts: Mapping[str, tuple[int, int]] = {}
        """Passages and cases of every code, as `Codings.counts` has it."""
        self._transcript: Transcript | None = None
        self._starts: Sequence[int] = ()
        self._numbers: Sequence[int] = ()
        self._case: str | None = None
        self._passages: dict[str, dict[str | None, int]] | None = None
        self._bare: Mapping[int, str] | None = None
        self._on_turn = Counter[int]()
        self._turned: set[int] = set()
        self._in_document = Counter[str]()

    def open(self, transcript: Transcript, segments: Iterable[Segment]) -> None:
        """Follow a document with these segments."""
        self._transcript, self._bare = transcript, None
        self._starts = [turn.start for turn in transcript.turns]
        self._numbers = [turn.n for turn in transcript.turns]
        self._on_turn, self._in_document = Counter[int](), Counter[str]()
        book = self._project.codebooks.current()
        for segment in segments:
            self._on_turn.update(self._turns(segment))
            self._in_document.update(_codes(book, segment))

    def close(self) -> None:
        """Follow none."""
        self._transcript, self.states, self.here = None, {}, {}

    def forget(self) -> None:
        """Count everything anew with the next `refresh`."""
        self._passages = None

    def exchange(self, before: Sequence[Segment], after: Sequence[Segment], touched: int) -> None:
        """Segments of the open document are not as before; `touched` is how many of the project."""
        if not touched:
            self._bare = None  # what was done may have been to mark turns as read
        if touched > len({segment.id for segment in (*before, *after)}):
            self.forget()
        book = self._project.codebooks.current()
        for segments, by in ((before, -1), (after, 1)):
            for segment in segments:
                turns, codes = self._turns(segment), _codes(book, segment)
                self._on_turn.update(dict.fromkeys(turns, by))
                self._turned.update(turns)
                self._in_document.update(dict.fromkeys(codes, by))
                self._count(segment, codes, by)

    def refresh(self) -> Collection[int] | None:
        """Bring states and counts up to date; returns the numbers of the turns that may have come
        further, None for all of them."""
        transcript = self._transcript
        if transcript is None:
            return None
        info = transcript.document
        turned: set[int] | None = self._turned
        if self._bare is None:
            self._bare, turned, self.states = self._project.units.bare_states(info.id), None, {}
        bare, on_turn, self._turned = self._bare, self._on_turn, set()
        for n in bare if turned is None else turned & bare.keys():
            self.states[n] = "coded" if on_turn[n] else bare[n]
        self.here = {code: n for code, n in self._in_document.items() if n}
        if self._passages is None:
            self._passages = self._project.codings.passages()
        self._case = self._project.documents.resolve(info.id, speakers=False).case_id
        self.counts = {
            code: (sum(cases.values()), len(cases)) for code, cases in self._passages.items()
        }
        return turned

    def _turns(self, segment: Segment) -> range:
        """The numbers of the turns that a segment touches."""
        first, last = (bisect_right(self._starts, at) for at in (segment.start, segment.end - 1))
        numbers = self._numbers
        return range(numbers[first - 1], numbers[last - 1] + 1) if first and last else range(0)

    def _count(self, segment: Segment, codes: Iterable[str], by: int) -> None:
        if self._passages is None:
            return
        case = segment.case_id or self._case
        for code in codes:
            cases = self._passages.setdefault(code, {})
            cases[case] = cases.get(case, 0) + by
            if not cases[case]:
                del cases[case]
            if not cases:
                del self._passages[code]


def _codes(book: Codebook, segment: Segment) -> set[str]:
    """The codes that a segment is counted for: its own and those above them."""
    used = {coding.code for coding in segment.codings}
    return {each for one in used for each in book.lineage(one) or (one,)}
