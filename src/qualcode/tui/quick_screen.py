"""A screen whose keys are answered with as little work beside the act itself as can be."""

from __future__ import annotations

from typing import Any

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from qualcode.tui.compositing import LineCompositor

_Chain = list[tuple[DOMNode, BindingsMap]]


class QuickScreen(Screen[ScreenResultType]):
    """Paints only what changed, and works out once per focus which keys are bound.

    Textual copies the keys of everything around the focus twice at every key. They are the same
    until the focus moves or the reader's own keys are set: bindings are not added one by one here.
    A dialog names it after `ModalScreen`: styles are looked up along the first of the bases.

    When the focus moves, what had it and what has it are painted, not the whole screen; and only
    what itself looks different with the focus in it gets its styles anew, not all that is inside:
    no rule for what is inside asks for that.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

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

    def _update_focus_styles(
        self, focused: Widget | None = None, blurred: Widget | None = None
    ) -> None:
        around = (each.ancestors_with_self for each in (focused, blurred) if each is not None)
        nodes = {node for nodes in around for node in nodes if node._has_focus_within}
        if nodes:
            self.app.stylesheet.update_nodes(nodes)
