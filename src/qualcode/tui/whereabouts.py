"""Where the reader was: the room, and on the coding screen the document, the place and the pane."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from qualcode.errors import ProjectLocked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

ROOM = "app.room"
PLACE = "coding.place"
REST_SECONDS = 2.0
"""How long somebody stays in a place before it is kept, twice that at most."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place on the coding screen: document by id, offset in code points, what is coloured.

    `text` is the text version that the offset is in.
    """

    document: str
    offset: int = 0
    pane: str = "transcript"
    tint: str = ""
    text: str = ""


class Resting:
    """Has a place kept once the reader has stayed there from one look to the next.

    So a program that is killed opens again where it was, and nothing is written while one moves.
    Where the project is locked just then, that is tried again at the next place.
    """

    def __init__(self, keep: Callable[[], object]) -> None:
        self._keep = keep
        self._last: object = None
        self._kept: object = None

    def watch(self, node: MessagePump, where: Callable[[], object]) -> None:
        """Look every now and then, as long as the screen or the program lives."""
        node.set_interval(REST_SECONDS, lambda: self.look(where()))

    def look(self, place: object) -> None:
        """Where the reader is now; None is nowhere."""
        if place is not None and place == self._last and place != self._kept:
            self._kept = place
            with suppress(ProjectLocked):
                self._keep()
        self._last = place


def kept_whereabouts(project: Project, documents: Collection[str]) -> Whereabouts | None:
    """Where the coder was, when that document is still there."""
    found = project.remembered(PLACE) or {}
    if found.get("document") not in documents:
        return None
    document, text = str(found["document"]), str(found.get("text", ""))
    return Whereabouts(
        document,
        project.replacing.place(document, text, int(found.get("offset", 0))),
        str(found.get("pane", "transcript")),
        str(found.get("tint", "")),
        text,
    )


def keep_whereabouts(project: Project, place: Whereabouts) -> bool:
    """Keep the place for the next time, where it differs; whether it did."""
    value = asdict(place)
    if value == project.remembered(PLACE):
        return False
    project.remember(PLACE, value)
    return True


def kept_room(project: Project, rooms: Collection[str], first: str) -> str:
    """The room that the coder left the program from, else the first one."""
    room = project.remembered(ROOM)
    return str(room) if room in rooms else first


def keep_room(project: Project, room: str, rooms: Collection[str]) -> None:
    """Keep the room for the next time."""
    if room in rooms and room != project.remembered(ROOM):
        project.remember(ROOM, room)
