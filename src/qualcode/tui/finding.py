"""Words in the open document while they are typed, and in all documents as a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.domain.search import Hit
from qualcode.domain.span import Span
from qualcode.tui.dialogs.place_list import Listed

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

By = Literal["form", "lemma"]
MOST_EVERYWHERE = 2000
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for, and how: by word form or by lemma, here or in all documents."""

    words: str = ""
    by: By = "form"
    everywhere: bool = False

    @property
    def nothing(self) -> bool:
        """Whether there is no word in it."""
        return not any(sign.isalnum() for sign in self.words)


def places_in(project: Project, document: str, sought: Sought) -> list[tuple[int, int]]:
    """Where the words stand in a document, in order; offsets in code points.

    By form, words that are not there as they stand are taken for the beginning of a longer one,
    as they are while somebody types. Raises NotFound when the document is gone.
    """
    if sought.nothing:
        return []
    found: Sequence[Span] = project.search.hits(document, sought.words, sought.by)
    if not found and sought.by == "form" and sought.words[-1:].isalnum():
        found = project.search.hits(document, f"{sought.words}*")
    return [(span.start, span.end) for span in found]


def prepare(path: Path, document: str, sought: Sought, *, read_only: bool) -> None:
    """Work out what a search in a document rests on, over a connection of its own.

    Raises ProjectError or ProjectLocked when the project cannot be opened, NotFound when the
    document is gone.
    """
    from qualcode.services.workspace import open_project

    with open_project(path, read_only=read_only) as project:
        places_in(project, document, sought)


def everywhere(path: Path, sought: Sought, *, read_only: bool) -> list[Listed]:
    """The places in all documents, from a connection of its own: it can take a while.

    Raises ProjectError or ProjectLocked when the project cannot be opened.
    """
    from qualcode.services.search import FindFilter
    from qualcode.services.workspace import open_project

    where = FindFilter(by=sought.by, limit=MOST_EVERYWHERE)
    with open_project(path, read_only=read_only) as project:
        hits = project.search.find(sought.words, where)
        if not hits and sought.by == "form" and sought.words[-1:].isalnum():
            hits = project.search.find(f"{sought.words}*", where)
    return [_listed(hit) for hit in hits]


def _listed(hit: Hit) -> Listed:
    before = hit.before[-_BEFORE:].rjust(_BEFORE)
    group = f"{hit.case} › {hit.document}" if hit.case else hit.document
    lead = f"{hit.turn or '':>4} "
    words = f"{before}▸{hit.quote}◂{hit.after}"
    return Listed(hit.document_id, hit.start, hit.end, words, group, lead)


def step(places: Sequence[tuple[int, int]], cursor: int, by: int) -> int:
    """The number of the next place after, or the one before, the cursor, round and round."""
    if by > 0:
        return bisect_right(places, cursor, key=_start) % len(places)
    return (bisect_left(places, cursor, key=_start) - 1) % len(places)


def _start(place: tuple[int, int]) -> int:
    return place[0]
