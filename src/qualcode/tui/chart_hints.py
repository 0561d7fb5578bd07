"""The line of keys on the charting screen: others in the matrix, a cell and its summary."""

from __future__ import annotations

from textual.dom import DOMNode
from textual.widgets import TextArea

from qualcode.tui.key_names import shown
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _


def show_hints(hints: HintLine, focused: DOMNode | None, *, opened: bool) -> None:
    """The keys that fit where the focus is."""
    if isinstance(focused, TextArea):
        keys = {"escape": _("back to the passages"), "ctrl+s": _("keep")}
        keys |= {"ctrl+n": _("next to chart"), "f1": _("all keys")}
        hints.show([(shown(key), words) for key, words in keys.items()])
    else:
        less = {_("open"), _("codes"), _("rows")} if opened else {_("link"), _("back")}
        hints.show_for("charting", less)
