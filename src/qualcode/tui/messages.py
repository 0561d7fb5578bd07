"""What widgets tell their screen, and how errors reach the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.app import App
from textual.dom import DOMNode
from textual.message import Message

from qualcode.errors import QualcodeError
from qualcode.tui.words import translated

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

T = TypeVar("T")


@dataclass
class CaretMoved(Message):
    """The cursor or the selection of the transcript is somewhere else; offsets in code points."""

    cursor: int
    selection: tuple[int, int] | None

    def can_replace(self, message: Message) -> bool:
        """Only where it stands now matters."""
        return isinstance(message, CaretMoved)


@dataclass
class QuestionAbove(Message):
    """The question to the answer that fills the view, in one phrase; empty when it is in view."""

    words: str


@dataclass
class CodeChosen(Message):
    """A code was chosen in the tree to be given to the passage."""

    code: str


@dataclass
class RecentAsked(Message):
    """The code of a digit is to be given to the passage, from the tree of codes."""

    number: int


@dataclass
class CodeLit(Message):
    """The highlight of the tree moved to a code."""

    code: str


@dataclass
class ItemLit(Message):
    """The highlight of the list of codings here moved to a coding."""

    item: str


@dataclass
class ItemChosen(Message):
    """A coding was chosen in that list."""

    item: str


@dataclass
class Acted(Message):
    """Something was done and is stored; what it was, in words."""

    words: str


@dataclass
class Locked(Message):
    """Whether an act waits because another program writes the project."""

    waiting: bool


class BookChanged(Message):
    """The codebook has other codes or labels than before."""


@dataclass
class LeapAsked(Message):
    """A place in the open document is wanted, and a way back from it."""

    offset: int


class Counted(Message):
    """Progress and counts were read anew."""


@dataclass
class PassagesAsked(Message):
    """All passages of a code are wanted, on the screen for quotes."""

    code: str


@dataclass
class QueryAsked(Message):
    """The passages that a query finds are wanted, on the screen for quotes."""

    query: str


@dataclass
class PlaceAsked(Message):
    """A passage is wanted in its context, on the coding screen; the document by id."""

    document: str
    start: int
    end: int


@dataclass
class FindChanged(Message):
    """Other words are searched for; `go_on` asks for the next place with the same ones."""

    words: str
    go_on: int = 0


class FindClosed(Message):
    """The line for finding is not needed any more."""


def told(error: QualcodeError) -> str:
    """What is wrong, and what to do about it, in the language of the screens."""
    return f"{translated(error.message)} {translated(error.hint)}".strip()


def report(app: App[Any], error: QualcodeError) -> None:
    """An error is told: what is wrong, and what to do about it."""
    cast("QualcodeApp", app).refusals.tell(error)


def attempt(node: DOMNode, act: Callable[[], T]) -> T | None:
    """What `act` returns; None after an error, which is shown."""
    try:
        return act()
    except QualcodeError as error:
        report(node.app, error)
        return None
