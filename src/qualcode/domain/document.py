"""Documents, turns and what an importer hands over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from qualcode.domain.span import Span

WITHDRAWN = "[withdrawn]"
"""Stands for words that were erased because somebody withdrew."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's stretch: the words from `start` to `end`, code points, half-open.

    `n` counts from 1. Times are seconds from the beginning of the recording, or None.
    """

    n: int
    start: int
    end: int
    speaker: str | None = None
    interviewer: bool = False
    time_start: float | None = None
    time_end: float | None = None

    @property
    def span(self) -> Span:
        """The turn's words."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ReadTurn:
    """A turn as read from a file, before the texts are joined.

    `text` may hold several paragraphs, parted by newlines.
    """

    text: str
    speaker: str | None = None
    time_start: float | None = None
    time_end: float | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What an importer makes of a file: frozen text, turns over it, and remarks.

    `text` is canonical (NFC, newlines as `\\n`, no stray control characters) and every turn
    begins a new paragraph of it. `warnings` are sentences for the user; they hold no words of
    the transcript.
    """

    name: str
    format: str
    text: str
    turns: tuple[Turn, ...]
    language: str | None
    raw: bytes
    encoding: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def speakers(self) -> dict[str, int]:
        """Turns per speaker label, in order of appearance."""
        counts: dict[str, int] = {}
        for turn in self.turns:
            if turn.speaker is not None:
                counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
        return counts


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document as lists show it; `case` and `participant` are names, the `_id`s ids."""

    id: str
    name: str
    case: str | None
    case_id: str | None
    participant: str | None
    participant_id: str | None
    language: str | None
    characters: int
    words: int
    turns: int
    speakers: Mapping[str, int]
    groups: tuple[str, ...] = ()
    attributes: Mapping[str, object] = field(default_factory=dict)
    date: str | None = None
    wave: str | None = None
    file: str | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The frozen text of one document with its turns in order."""

    document: DocumentInfo
    text: str
    turns: tuple[Turn, ...]

    def turn_at(self, offset: int) -> Turn | None:
        """The turn that holds `offset`, or the last one that begins before it."""
        index = bisect_right(self.turns, offset, key=lambda turn: turn.start) - 1
        return self.turns[index] if index >= 0 else None

    def numbered(self, numbers: Iterable[int]) -> Iterator[Turn]:
        """The turns with these numbers, as far as there are any."""
        turns = self.turns
        for n in numbers:
            index = bisect_left(turns, n, key=lambda turn: turn.n)
            if index < len(turns) and turns[index].n == n:
                yield turns[index]


NOTHING = Transcript(DocumentInfo("", "", None, None, None, None, None, 0, 0, 0, {}), "", ())
"""What stands on a screen where no document is open."""
