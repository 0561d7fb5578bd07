"""What is left to do in a project, and the place where each of it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.coding import CodingFilter
from qualcode.tui.messages import PlaceAsked

if TYPE_CHECKING:
    from qualcode.services.checking import Finding
    from qualcode.services.workspace import Project

SIGNS = {"error": "‼", "warning": "!", "note": "·"}
"""The sign of each level of a finding."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in a document, offsets in code points."""

    document: str
    start: int
    end: int

    def message(self) -> PlaceAsked:
        """What asks for it."""
        return PlaceAsked(self.document, self.start, self.end)


def findings(project: Project) -> list[Finding]:
    """What a check finds, without the notes on what lies beside the project."""
    return [found for found in project.check.run() if found.code != "backup"]


def place_of(project: Project, finding: str) -> Place | None:
    """Where the first thing of a finding is done, by the finding's code; None for no one place."""
    if finding == "unread":
        return _nearest_unread(project)
    if finding == "no-pair":
        for placed in project.degrees.list():
            if not placed.degree.complete:
                return Place(placed.document_id, placed.start, placed.end)
    if finding == "review":
        for item in project.replacing.waiting():
            if item.now is not None:
                return Place(item.waiting.document_id, item.now[1], item.now[2])
    if finding == "no-label":
        for code in project.codebooks.current().codes:
            if code.kind == "emergent":
                for coding in project.codings.list(CodingFilter(code=code.id, label="none")):
                    return Place(coding.document_id, coding.start, coding.end)
    return None


def first_unread(project: Project, document: str) -> int | None:
    """Where the first turn of a document begins that is neither coded nor read."""
    states = project.units.states(document)
    for turn in project.documents.transcript(document).turns:
        if states.get(turn.n) == "unread":
            return turn.start
    return None


def _nearest_unread(project: Project) -> Place | None:
    """The first unread turn of the document that was begun and is nearest to its end."""
    waiting = [each for each in project.documents.progress() if each.unread]
    waiting.sort(key=lambda each: (each.coded + each.read == 0, each.unread))
    for each in waiting:
        start = first_unread(project, each.document.id)
        if start is not None:
            return Place(each.document.id, start, start)
    return None
