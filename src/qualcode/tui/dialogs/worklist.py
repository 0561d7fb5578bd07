"""The worklist: codings to read again since the codebook was revised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.domain.codebook import Codebook
from qualcode.errors import NotFound
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.matching import findable
from qualcode.tui.messages import PlaceAsked, attempt
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.services.revision import Item
    from qualcode.services.workspace import Project

WHY = {
    "redefined": marked("{code}: redefined"),
    "split": marked("{code}: split"),
    "merged": marked("{code}: merged, valued otherwise"),
}


class Worklist(ModalScreen[PlaceAsked | None]):
    """Gives the place that the reader wants to go to, or None."""

    BINDINGS = bindings_for("worklist")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, language: str) -> None:
        super().__init__()
        self._project, self._language = project, language
        self._items: dict[str, Item] = {}

    def compose(self) -> ComposeResult:
        """The codings by code, the passage of the lit one, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList(empty=_("Nothing waits: every coding has been read again"))
            with VerticalScroll(id="passage", can_focus=False):
                yield Static("", id="words", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the list."""
        self.lines = self.query_one(LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("worklist")
        self._read()

    def _read(self) -> None:
        book = self._project.codebooks.current()
        place = self.lines.lit
        items = self._project.revision.worklist()
        self._items = {item.coding.id: item for item in items}
        entries = _entries(items, book, self._language)
        lit = self.lines.lit_id
        if lit not in self._items:
            after = [e.id for e in entries[max(place, 0) :] if not e.heading]
            before = [e.id for e in entries if not e.heading]
            lit = next(iter((*after, *before[-1:])), None)
        self.lines.show(entries, lit)
        title = counted("{n} coding to read again", "{n} codings to read again", len(items))
        self.query_one("#title", Label).update(title)
        self._show()

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._show()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_go()

    def _show(self) -> None:
        text = Text()
        item = self._items.get(self.lines.lit_id or "")
        if item is not None:
            coding, book = item.coding, self._project.codebooks.current()
            text.append(" ".join(coding.quote.split()))
            version = _("version {version}", version=item.version)
            who = f"{coding.coder} · {coding.document} · {version}"
            text.append(f"\n{one_line(who)}", style="italic")
            parts = [book.by_id[each].name(self._language) for each in item.into if _in(book, each)]
            if parts:
                text.append("\n" + _("now one of: {codes}", codes=", ".join(parts)), style="bold")
        self.query_one("#words", Static).update(text)

    def _item(self) -> Item:
        item = self._items.get(self.lines.lit_id or "")
        if item is None:
            raise NotFound(_("No coding is chosen."))
        return item

    def action_go(self) -> None:
        """To the passage in its transcript."""
        coding = self._item().coding
        self.dismiss(PlaceAsked(coding.document_id, coding.start, coding.end))

    def action_right(self) -> None:
        """The lit coding is still right."""
        self._project.revision.still_right([self._item().coding.id])
        self.hints.say(_("Still right"))
        self._read()

    def action_recode(self) -> None:
        """Give the lit coding another code; the parts of a split code come first."""
        item, book = self._item(), self._project.codebooks.current()
        codes = [book.by_id[each] for each in item.into if _in(book, each)]
        codes += [code for code in book.walk() if book.takes(code) and code not in codes]
        entries = {code.id: Entry(code.id, code.name(self._language)) for code in codes}
        title = _("Which code is it now?")
        choices = Choices(title, entries, [findable(code) for code in codes], recent=item.into)

        def chosen(code: str | None) -> None:
            if code is not None:
                changes = {"code": code}
                attempt(self, lambda: self._project.codings.set(item.coding.id, changes))
                self._read()

        self.app.push_screen(Picker(choices, book, self._language), chosen)

    def action_undo(self) -> None:
        """Take back the last act."""
        self.hints.say(take_back(self._project, self._language))
        self._read()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.hints.say(do_again(self._project, self._language))
        self._read()

    def action_back(self) -> None:
        """To the codebook."""
        self.dismiss(None)


def _in(book: Codebook, code: str) -> bool:
    return code in book.by_id


def _entries(items: list[Item], book: Codebook, language: str) -> list[Entry]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        groups.setdefault((item.coding.code, item.reason), []).append(item)
    found: list[Entry] = []
    for (code, reason), those in groups.items():
        name = book.by_id[code].name(language) if code in book.by_id else code
        words = _(WHY.get(reason, f"{{code}}: {reason}"), code=name)
        found.append(Entry(f"group:{code}:{reason}", words, f"{len(those)}", heading=True))
        found += [
            Entry(item.coding.id, " ".join(item.coding.quote.split()), item.coding.document)
            for item in those
        ]
    return found
