"""A list of places in transcripts: what was found, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.words import _


@dataclass(frozen=True, slots=True)
class Listed:
    """A passage with what is shown of it; `group` is the heading that it stands under."""

    document: str
    start: int
    end: int
    words: str
    group: str = ""
    lead: str = ""


class PlaceList(ModalScreen[int | None]):
    """Gives the number of the place chosen in the list, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]
    AUTO_FOCUS = "LineList"

    def __init__(self, title: str, places: Sequence[Listed], lit: int = 0) -> None:
        super().__init__()
        self._title, self._places, self._first = title, places, lit

    def compose(self) -> ComposeResult:
        """The title and the places under their headings."""
        with Vertical(id="dialog"):
            yield Label(self._title, id="title", markup=False)
            yield LineList(empty=_("Nothing"))
            yield Label(_("enter goes there · escape closes"), id="foot", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(LineList).show(self._entries(), str(self._first))

    def _entries(self) -> list[Entry]:
        found: list[Entry] = []
        group = ""
        for number, each in enumerate(self._places):
            if each.group != group:
                group = each.group
                count = sum(other.group == group for other in self._places)
                found.append(Entry(f"group:{number}", group, str(count), heading=True))
            found.append(Entry(str(number), each.words, lead=each.lead))
        return found

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        self.dismiss(int(event.id))

    def take(self, event: events.Key) -> bool:
        """A key that was pressed before the list had the focus; whether it belongs here."""
        if event.key == "enter" and self.is_mounted:
            self.query_one(LineList).action_choose()
            return True
        return False
