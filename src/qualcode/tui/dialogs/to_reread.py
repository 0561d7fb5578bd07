"""What waits to be read again, as one list: right as it is, or to its place in the transcript."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.errors import NotFound
from qualcode.tui.messages import PlaceAsked
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class Waits(Protocol):
    """Something to read again, known by an id."""

    @property
    def id(self) -> str:
        """What it is marked as right by."""


T = TypeVar("T", bound=Waits)


@dataclass(frozen=True, slots=True)
class Why:
    """Why some of it waits: what it is about (by id), the reason, and both in words."""

    about: str
    reason: str
    words: str


class ToReread(ModalScreen[PlaceAsked | None], Generic[T]):
    """Gives the place that the reader wants to go to, or None.

    What waits for the same reason stands together under it. After a removal the next one is lit.
    """

    AUTO_FOCUS = "LineList"
    KEYS: ClassVar[str]
    """The place in the registry of actions whose keys are shown."""
    EMPTY: ClassVar[str]
    NONE_CHOSEN: ClassVar[str]

    def __init__(self, project: Project, language: str) -> None:
        super().__init__()
        self._project, self._language = project, language
        self._items: dict[str, T] = {}

    @abstractmethod
    def waiting(self) -> Sequence[T]:
        """All that waits, in the order of the list."""

    @abstractmethod
    def why(self, item: T) -> Why:
        """The heading that it stands under."""

    @abstractmethod
    def line(self, item: T) -> tuple[str, str]:
        """Its line: the words, and what stands on the right."""

    @abstractmethod
    def passage(self, item: T) -> Text:
        """The lit one in full."""

    @abstractmethod
    def place(self, item: T) -> PlaceAsked:
        """Where it is in its transcript."""

    @abstractmethod
    def settle(self, item: T) -> None:
        """It is right as it is."""

    def compose(self) -> ComposeResult:
        """The list by reason, the words of the lit one, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList(empty=_(self.EMPTY))
            with VerticalScroll(id="passage", can_focus=False):
                yield Static("", id="words", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the list."""
        self.lines = self.query_one(LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for(self.KEYS)
        self.read()

    def read(self) -> None:
        """Read the list anew; where the lit one is gone, the one after it is lit, or the last."""
        items = self.waiting()
        self._items = {item.id: item for item in items}
        entries = self._entries(items)
        lit, at = self.lines.lit_id, max(self.lines.lit, 0)
        if lit not in self._items:
            after = [entry.id for entry in entries[at:] if not entry.heading]
            before = [entry.id for entry in entries if not entry.heading]
            lit = next(iter((*after, *before[-1:])), None)
        self.lines.show(entries, lit)
        title = counted("{n} coding to read again", "{n} codings to read again", len(items))
        self.query_one("#title", Label).update(title)
        self._show()

    def _entries(self, items: Sequence[T]) -> list[Entry]:
        groups: dict[Why, list[T]] = {}
        for item in items:
            groups.setdefault(self.why(item), []).append(item)
        found: list[Entry] = []
        for why, those in groups.items():
            name = f"group:{why.about}:{why.reason}"
            found.append(Entry(name, why.words, f"{len(those)}", heading=True))
            found += [Entry(item.id, *self.line(item)) for item in those]
        return found

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._show()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_go()

    def _show(self) -> None:
        item = self._items.get(self.lines.lit_id or "")
        text = self.passage(item) if item is not None else Text()
        self.query_one("#words", Static).update(text)

    def lit(self) -> T:
        """The lit one; raises NotFound when the list is empty."""
        item = self._items.get(self.lines.lit_id or "")
        if item is None:
            raise NotFound(_(self.NONE_CHOSEN))
        return item

    def action_go(self) -> None:
        """To the passage in its transcript."""
        self.dismiss(self.place(self.lit()))

    def action_right(self) -> None:
        """The lit one is right as it is."""
        self.settle(self.lit())
        self.hints.say(_("Still right"))
        self.read()

    def action_undo(self) -> None:
        """Take back the last act."""
        self.hints.say(take_back(self._project, self._language))
        self.read()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.hints.say(do_again(self._project, self._language))
        self.read()

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss(None)
