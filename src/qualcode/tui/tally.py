"""How often codes are used and how far turns have come, kept up to date piece by piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.domain.coding import Segment
from qualcode.domain.document import Transcript

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class Tally:
    """Counts of the project and states of the open document's turns.

    Counting everything anew takes longer than a key may; what one act changes is counted at once.
    `states` and `counts` are as of the last `refresh`.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.states: Mapping[int, str] = {}
        """By number of the turn, as `Units.states` has it."""
        self.counts: Mapping[str, tuple[int, int]] = {}
        """Passages and cases of every code, as `Codings.counts` has it."""
        self._transcript: Transcript | None = None
        self._case: str | None = None
        self._passages: dict[str, dict[str | None, int]] | None = None
        self._bare: Mapping[int, str] | None = None
        self._on_turn = Counter[int]()

    def open(self, transcript: Transcript, segments: Iterable[Segment]) -> None:
        """Follow a document with these segments."""
        self._transcript, self._bare = transcript, None
        self._on_turn = Counter(n for segment in segments for n in self._turns(segment))

    def forget(self) -> None:
        """Count everything anew with the next `refresh`."""
        self._passages = None

    def exchange(self, before: Sequence[Segment], after: Sequence[Segment], touched: int) -> None:
        """Segments of the open document are not as before; `touched` is how many of the project."""
        if not touched:
            self._bare = None  # what was done may have been to mark turns as read
        if touched > len({segment.id for segment in (*before, *after)}):
            self.forget()
        for segments, by in ((before, -1), (after, 1)):
            for segment in segments:
                self._on_turn.update(dict.fromkeys(self._turns(segment), by))
                self._count(segment, by)

    def refresh(self) -> None:
        """Bring states and counts up to date."""
        transcript = self._transcript
        if transcript is None:
            return
        info = transcript.document
        if self._bare is None:
            self._bare = self._project.units.bare_states(info.id)
        on_turn = self._on_turn
        self.states = {n: "coded" if on_turn[n] else state for n, state in self._bare.items()}
        if self._passages is None:
            self._passages = self._project.codings.passages()
        self._case = self._project.documents.resolve(info.id, speakers=False).case_id
        self.counts = {
            code: (sum(cases.values()), len(cases)) for code, cases in self._passages.items()
        }

    def _turns(self, segment: Segment) -> range:
        """The numbers of the turns that a segment touches."""
        transcript = self._transcript
        first = transcript.turn_at(segment.start) if transcript else None
        last = transcript.turn_at(segment.end - 1) if transcript else None
        return range(first.n, last.n + 1) if first and last else range(0)

    def _count(self, segment: Segment, by: int) -> None:
        if self._passages is None:
            return
        book, case = self._project.codebooks.current(), segment.case_id or self._case
        used = {coding.code for coding in segment.codings}
        for code in {each for one in used for each in book.lineage(one) or (one,)}:
            cases = self._passages.setdefault(code, {})
            cases[case] = cases.get(case, 0) + by
            if not cases[case]:
                del cases[case]
            if not cases:
                del self._passages[code]
