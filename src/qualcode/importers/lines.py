"""What the readers of files hand to the recogniser of speakers."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.domain.document import ReadTurn


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of one; `bold` counts the leading code points set in bold.

    A heading belongs to no speaker.
    """

    text: str
    bold: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's turns with what the user must know about them; no words of the text in warnings."""

    turns: list[ReadTurn]
    warnings: tuple[str, ...] = ()
    encoding: str | None = None
