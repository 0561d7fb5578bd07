"""What was typed and is not in the project yet, kept for the next time it is written on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualcode.errors import QualcodeError
from qualcode.tui.words import marked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

KEY = "drafts"
MOST = 200
"""Drafts that are kept; the oldest goes when there is one more."""

DRAFT = marked("ctrl+z brings back what you typed here")
"""What a form says that has something to bring back."""
Fields = Mapping[str, str]
"""What stands in the lines of a form, by their names."""


class Drafts:
    """Drafts of one coder by what they are about: known at once, stored by `settle`.

    They lie beside the content of the project: no act makes one, no undo takes one away, and the
    state of the project is the same with and without them.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._fresh: dict[str, Fields | None] = {}

    def of(self, about: str) -> Fields | None:
        """What was typed about that, or None."""
        return self._fresh[about] if about in self._fresh else self._stored().get(about)

    def put(self, about: str, fields: Fields) -> None:
        """Keep what was typed, in place of what was typed before."""
        if fields != self.of(about):
            self._fresh[about] = dict(fields)

    def drop(self, about: str) -> None:
        """It is in the project now, or was thrown away."""
        if self.of(about) is not None:
            self._fresh[about] = None
            self.settle()

    @property
    def loose(self) -> dict[str, Fields]:
        """The drafts that would be lost if the program ended now."""
        return {about: fields for about, fields in self._fresh.items() if fields is not None}

    def settle(self) -> bool:
        """Store what is not stored yet, where the project can be written; whether none is loose."""
        if self._fresh and not self.project.read_only:
            kept = {about: f for about, f in self._stored().items() if about not in self._fresh}
            kept.update(self.loose)
            try:
                # in pairs: what it is about may be called by words that are to be struck one day
                self.project.remember(KEY, list(kept.items())[-MOST:])
            except QualcodeError:
                return not self.loose
            self._fresh.clear()
        return not self.loose

    def _stored(self) -> dict[str, Fields]:
        return dict(self.project.remembered(KEY) or ())
