"""Acts upon passages across documents, each one act of the journal, with words for what was done.

Errors are `QualcodeError` and leave the passages as they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualcode.domain.coding import Coding
from qualcode.errors import Conflict
from qualcode.tui.telling import value_label
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


def number_of(codings: Sequence[Coding]) -> str:
    """How many passages there are, in words."""
    return counted("{n} passage", "{n} passages", len(codings))


class Passages:
    """What can be done with some codings; only the coder's own are changed."""

    def __init__(self, project: Project, codings: Sequence[Coding]) -> None:
        self._project = project
        self.codings = codings

    def own(self) -> Passages:
        """These, when all are the coder's; raises Conflict when some are another's."""
        me = self._project.coder or ""
        others = sorted({coding.coder for coding in self.codings} - {me})
        if others:
            hint = _("coder:{me} in the query shows your own.", me=me) if me else ""
            message = _("Among them are codings by {coders}.", coders=", ".join(others))
            raise Conflict(message, hint)
        return self

    def value(self, valence: str, language: str) -> str:
        """Set the valence; where all have it already it is cleared."""
        new = None if all(coding.valence == valence for coding in self.codings) else valence
        self._set({"valence": new})
        if new is None:
            return _("{passages}: valence cleared", passages=number_of(self.codings))
        book = self._project.codebooks.current()
        return f"{number_of(self.codings)}: {value_label(book, 'valence', new, language)}"

    def recode(self, code: str, name: str) -> str:
        """Give them another code in place of theirs; `name` is its label."""
        self._set({"code": code})
        return f"{number_of(self.codings)}: {name}"

    def memo(self, words: str) -> str:
        """Set the memo of each passage; without words it is cleared."""
        self._set({"memo": words.strip() or None})
        return _("Memo kept") if words.strip() else _("Memo cleared")

    def _set(self, changes: dict[str, str | None]) -> None:
        self._project.codings.set_many([coding.id for coding in self.codings], changes)
