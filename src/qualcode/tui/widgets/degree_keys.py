"""Keys for what is said of a passage beside its codes: degrees of collaboration and standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.tui.degree_acts import fill_degree, set_degree
from qualcode.tui.dialogs.degree_form import Filled
from qualcode.tui.messages import attempt
from qualcode.tui.screens import coding_dialogs as dialogs

if TYPE_CHECKING:
    from qualcode.tui.widgets.marks import Item
    from qualcode.tui.widgets.reader import Reader


class DegreeKeys:
    """Asks in one line or in a form, for the current coding of one reader."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._desk = reader.desk

    def quick(self) -> None:
        """A degree by its number."""
        item = self._own()

        def chosen(number: str | None) -> None:
            if number == "form":
                attempt(self._reader, self.form)
            elif number is not None:
                value = int(number) if number else None
                self._reader.do(lambda: set_degree(self._desk, item, value))

        self._reader.app.push_screen(dialogs.degree_bar(self._desk), chosen)

    def form(self) -> None:
        """A degree with its pair, activity and period."""
        item = self._own()
        form, old = dialogs.degree_form(self._desk, item)

        def filled(given: Filled | None) -> None:
            if given is not None:
                known = None if given.another else old
                self._reader.do(lambda: fill_degree(self._desk, item, given.details, known))

        self._reader.app.push_screen(form, filled)

    def standing(self) -> None:
        """A standing by one key."""
        item = self._own()

        def chosen(value: str | None) -> None:
            if value is not None:
                self._reader.do(lambda: self._desk.standing(item, value or None))

        self._reader.app.push_screen(dialogs.standing_bar(self._desk), chosen)

    def _own(self) -> Item:
        """The current coding, which is not another coder's: what is asked for it will be kept."""
        return self._desk.own(self._reader.current())
