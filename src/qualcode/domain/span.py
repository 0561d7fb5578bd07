"""Half-open intervals of Unicode code points in one frozen text."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.errors import Invalid
from qualcode.sentences import sentence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` to `end`, `end` not included; counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise Invalid(
                sentence(
                    "A passage from {start} to {end} holds no text.", start=self.start, end=self.end
                ),
                sentence("Give START:END with END after START."),
            )

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether at least one character is in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` is in this one."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` is in it."""
        return self.start <= offset < self.end

    def trimmed(self, text: str) -> Span | None:
        """The same span without white space at its ends; None when nothing is left."""
        piece = text[self.start : self.end]
        start = self.start + len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return Span(start, end) if end > start else None
