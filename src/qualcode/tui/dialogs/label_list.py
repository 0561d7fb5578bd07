"""Choosing several of the labels that coders gave where no code fits, or several of anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.words import _


class Several(ModalScreen[list[str] | None]):
    """Gives the ids of the marked entries, of the lit one where none is marked; or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("space", "mark", "Mark"),
    ]
    AUTO_FOCUS = "LineList"

    def __init__(self, title: str, entries: Sequence[Entry], empty: str) -> None:
        super().__init__()
        self._title, self._entries, self._empty = title, entries, empty
        self._marked: set[str] = set()

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        with Vertical(id="dialog"):
            yield Label(self._title, id="title", markup=False)
            yield LineList(empty=self._empty)
            keys = _("space marks · enter goes on · escape closes")
            yield Label(keys, id="foot", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def _show(self) -> None:
        marks = (("• " if entry.id in self._marked else "  ") for entry in self._entries)
        shown = [replace(e, lead=mark) for e, mark in zip(self._entries, marks, strict=True)]
        self.query_one(LineList).show(shown)

    def action_mark(self) -> None:
        """Mark the lit entry or take its mark away, and go on."""
        lines = self.query_one(LineList)
        if lines.lit_id is not None:
            self._marked ^= {lines.lit_id}
            self._show()
            lines.action_step(1)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        marked = [entry.id for entry in self._entries if entry.id in self._marked]
        self.dismiss(marked or [event.id])
