"""A line at the bottom that stays while one moves the ends of a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, Literal

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from qualcode.tui.key_names import shown
from qualcode.tui.passage_acts import Step
from qualcode.tui.pressing import KeyBar, as_key
from qualcode.tui.words import _

_STEPS: dict[str, tuple[Literal["word", "sentence"], int]] = {
    "w": ("word", 1),
    "right": ("word", 1),
    "b": ("word", -1),
    "left": ("word", -1),
    "s": ("sentence", 1),
    "S": ("sentence", -1),
}
_OTHERS = {"c": "split", "j": "join", "u": "undo"}


class ExtentBar(ModalScreen[None]):
    """Each key is done at once and is one act; `tab` takes the other end, escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,e", "dismiss(None)", "Done")]

    def __init__(self, move: Callable[[Step], None], do: Callable[[str], None]) -> None:
        """`move` takes a step; `do` one of split, join and undo."""
        super().__init__()
        self._move, self._do = move, do
        self._side: Literal["start", "end"] = "end"

    def compose(self) -> ComposeResult:
        """The line."""
        yield KeyBar(self._heading, self._keys(), id="bar")

    @property
    def _heading(self) -> str:
        return _("Move the end") if self._side == "end" else _("Move the start")

    def _keys(self) -> Iterator[Text]:
        at_end = self._side == "end"
        for keys, words in (
            ("w b", _("word on, back")),
            ("s S", _("sentence on, back")),
            ("tab", _("the start") if at_end else _("the end")),
            ("c", _("cut at the cursor")),
            ("j", _("join with what touches")),
            ("u", _("undo")),
            ("escape", _("done")),
        ):
            piece = Text()
            for key in keys.split():
                piece.append(" esc " if key == "escape" else f" {shown(key)} ", style=as_key(key))
            piece.append(f" {words}")
            yield piece

    def on_key(self, event: events.Key) -> None:
        """A key of the line."""
        # keys that come in one burst with the one that ended this belong to what lies below
        if self.app.screen is self and self.take(event):
            event.stop()
            event.prevent_default()

    def take(self, event: events.Key) -> bool:
        """Also for a key that was pressed before this line had the focus; whether it fits."""
        key = event.character if event.is_printable and event.character else event.key
        if key in _STEPS:
            self._move(Step(self._side, *_STEPS[key]))
        elif key in _OTHERS:
            self._do(_OTHERS[key])
            if key != "u":
                self.dismiss(None)
        elif key == "tab":
            self._side = "start" if self._side == "end" else "end"
            self.query_one(KeyBar).show(self._heading, self._keys())
        else:
            return False
        return True
