"""The panes of the workbench: which one has the keys, and which lie over the text for a moment."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input

from qualcode.tui.widgets.codebook_tree import CodebookTree

ORDER = ("transcript", "here", "codes")
_SHOWING = {"codes": "-codes", "here": "-here"}


class Panes:
    """Moves the focus; where there is no room for a pane, it opens over the text."""

    def __init__(self, bench: Widget) -> None:
        self._bench = bench

    @property
    def current(self) -> str:
        """The pane with the focus."""
        focused = self._bench.screen.focused
        if focused is None:
            return "transcript"
        return next(
            (
                name
                for name in ORDER
                if any(node.id == name for node in focused.ancestors_with_self)
            ),
            "transcript",
        )

    @property
    def in_codes(self) -> bool:
        """Whether keys go to the tree of codes."""
        return self.current == "codes"

    def show(self, name: str) -> None:
        """Give a pane the keys, opening it where it is hidden."""
        for other in _SHOWING.values():
            self._bench.remove_class(other)
        if name in _SHOWING:
            self._bench.add_class(_SHOWING[name])
        self._taker(name).focus()

    def hidden(self) -> list[Widget]:
        """What would have the keys in the panes that there is no room for."""
        found = [self._taker(name) for name in ORDER]
        return [taker for taker in found if not taker.region]

    def show_widget(self, taker: Widget) -> None:
        """Open the pane in which this takes the keys."""
        self.show(next(name for name in ORDER if self._taker(name) is taker))

    def _taker(self, name: str) -> Widget:
        pane = self._bench.query_one(f"#{name}")
        return pane.query_one(Input) if name == "codes" else pane

    def step(self, by: int) -> None:
        """To the next pane, round and round."""
        self.show(ORDER[(ORDER.index(self.current) + by) % len(ORDER)])

    def back_to_text(self) -> bool:
        """Close what lies over the text and show all codes again; whether one was elsewhere."""
        away = self.current != "transcript"
        self._bench.query_one(CodebookTree).show_all()
        self.show("transcript")
        return away
