"""What speaks against a finding or proposition: looked at here, and then settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.tui.messages import PlaceAsked
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.claims import Opposed
    from qualcode.services.workspace import Project

FINAL = "final"
"""What the dialog gives when the statement is to be final."""


class SpeaksAgainst(ModalScreen[PlaceAsked | str | None]):
    """Gives a place to go to, `FINAL`, or None."""

    CSS_PATH: ClassVar = ["../screens/lists.tcss", "../screens/curation.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f", "settle", "Final"),
    ]
    AUTO_FOCUS = "QuoteList"

    def __init__(
        self, project: Project, look: Look, statement: str, found: Opposed, final: bool
    ) -> None:
        super().__init__()
        self._project, self._found, self._final = project, found, final
        self._statement = statement
        self.reader = QuoteReader(project, look)

    def compose(self) -> ComposeResult:
        """The statement, what speaks against it, the keys."""
        with Vertical(id="dialog"):
            title = _("Speaks against: {statement}", statement=self._statement)
            yield Label(title, id="title", markup=False)
            yield Static(self._told(), id="against-words", markup=False)
            yield self.reader
            keys = _("enter to the text · escape back")
            if not self._final:
                keys = _("enter to the text · f makes it final · escape back")
            yield Label(keys, id="foot", markup=False)

    def on_mount(self) -> None:
        """Show the passages."""
        wanted = [one.coding for one in self._found.codings]
        self.reader.show_quotes(self._project.codings.several(wanted))

    def _told(self) -> str:
        n, names = len(self._found.codings), self._other_outcome()
        if not n and not names:
            return _("Nothing in the codings speaks against it.")
        said = [counted("{n} passage", "{n} passages", n)]
        if names:
            said.append(_("with it and the other outcome: {cases}", cases=", ".join(names)))
        return " · ".join(said)

    def _other_outcome(self) -> list[str]:
        cases = {case.id: case.name for case in self._project.cases.list()}
        return [cases[each] for each in self._found.cases if each in cases]

    def on_place_asked(self, event: PlaceAsked) -> None:
        """To the passage in its transcript."""
        event.stop()
        self.dismiss(event)

    def action_settle(self) -> None:
        """Make the statement final, now that this was looked at."""
        if not self._final:
            self.dismiss(FINAL)
