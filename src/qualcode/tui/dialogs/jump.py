"""A letter over every pane: one key gives that pane the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol, cast

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from qualcode.tui.pane_help import help_for

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class _WithHidden(Protocol):
    """A screen with panes that open over others where there is little room."""

    def hidden_panes(self) -> Sequence[Widget]:
        """Those that are not seen now."""
        ...

    def show_pane(self, pane: Widget) -> None:
        """Open one of them and give it the keys."""
        ...


def panes_of(screen: Screen[object]) -> dict[str, Widget]:
    """What can have the keys on a screen, by letters in reading order; hidden panes stand last."""
    seen = [node for node in screen.focus_chain if node.region and not node.disabled]
    seen.sort(key=lambda node: (node.region.y, node.region.x))
    hidden = cast("_WithHidden", screen).hidden_panes() if hasattr(screen, "hidden_panes") else ()
    return dict(zip(_LETTERS, [*seen, *hidden], strict=False))


class Letter(Static):
    """The label of one pane; a click on it goes there."""

    def __init__(self, words: Text, pane: Widget, at: tuple[int, int]) -> None:
        super().__init__(words, classes="jump")
        self._pane = pane
        self.styles.offset = at

    def on_click(self) -> None:
        """As if the letter had been pressed."""
        self.screen.dismiss(self._pane)


class JumpOverlay(ModalScreen[Widget | None]):
    """Gives the pane whose letter was pressed or clicked, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, panes: dict[str, Widget]) -> None:
        super().__init__()
        self._panes = panes

    def compose(self) -> ComposeResult:
        """The letters where the panes begin."""
        yield from self._labels(self._panes.items())

    def _labels(self, panes: Iterable[tuple[str, Widget]]) -> Iterable[Letter]:
        below = 0
        for letter, pane in panes:
            known = help_for(pane)
            text = Text(f" {letter} ", style="bold reverse")
            if known is not None:
                text.append(f" {known.title} ", style="not bold not reverse")
            at = (pane.region.x, pane.region.y)
            if not pane.region:
                below += 2
                at = (max(0, self.app.size.width - text.cell_len - 2), below)
            yield Letter(text, pane, at)

    def on_key(self, event: events.Key) -> None:
        """A letter goes there."""
        # keys that come in one burst with the one that ended this belong to what lies below
        if self.app.screen is self and self.take(event):
            event.stop()

    def take(self, event: events.Key) -> bool:
        """Also for a key that was pressed before this was shown; whether it fits."""
        if event.key not in self._panes:
            return False
        self.dismiss(self._panes[event.key])
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Where the panes are has changed: letters would stand in the wrong places."""
        if self.is_current and event.size != self._shown_at:
            self.dismiss(None)

    def on_mount(self) -> None:
        """Remember the size that the letters fit."""
        self._shown_at = self.app.size


def jump(screen: Screen[object]) -> None:
    """Show the letters over a screen, and go where the reader wants."""

    def chosen(pane: Widget | None) -> None:
        if pane is None or not pane.is_mounted:
            return
        if pane.region or not hasattr(screen, "show_pane"):
            pane.focus()
        else:
            cast("_WithHidden", screen).show_pane(pane)

    screen.app.push_screen(JumpOverlay(panes_of(screen)), chosen)
