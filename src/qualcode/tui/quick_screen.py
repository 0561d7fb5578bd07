"""A screen whose keys are answered with as little work beside the act itself as can be."""

from __future__ import annotations

from typing import Any

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen, ScreenResultType

from qualcode.tui.compositing import LineCompositor

_Chain = list[tuple[DOMNode, BindingsMap]]


class QuickScreen(Screen[ScreenResultType]):
    """Paints only what changed, and works out once per focus which keys are bound.

    Textual copies the keys of everything around the focus twice at every key. They are the same
    until the focus moves or the reader's own keys are set: bindings are not added one by one here.
    A dialog names it after `ModalScreen`: styles are looked up along the first of the bases.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._compositor = LineCompositor()
        self._chained: tuple[object, ...] = ()
        self._chain: _Chain = []

    @property
    def _binding_chain(self) -> _Chain:
        focused = self.focused
        state = (focused, focused is not None and focused.loading, self.app._keymap)
        if self._chained != state:
            self._chained, self._chain = state, super()._binding_chain
        return self._chain
