"""Whose codings the transcript shows: everybody's, or only the coder's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualcode.domain.coding import Segment
from qualcode.errors import Invalid
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.desk import Desk

OWN = "coding.own"


def shown_of(desk: Desk) -> Sequence[Segment]:
    """The passages to show, in order."""
    me = desk.project.coder
    if not desk.own_only or me is None:
        return desk.segments
    return [segment for segment in desk.segments if segment.coder == me]


def turn_over(desk: Desk) -> str:
    """Show the others' codings too, or not; returns what is shown, in words.

    Raises Invalid where nobody is named as the coder.
    """
    if desk.project.coder is None:
        raise Invalid(_("Nobody is named as the coder."), _("Start with --coder NAME."))
    desk.own_only = not desk.own_only
    desk.project.remember(OWN, desk.own_only)
    desk.seen = desk.project.changed()
    if desk.own_only:
        return _("Shown: only your own codings")
    return _("Shown: the codings of all coders")
