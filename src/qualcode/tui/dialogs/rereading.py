"""The passages to read again since a transcript was replaced by a corrected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.errors import NotFound
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import PlaceAsked
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.services.replacing import Reread
    from qualcode.services.workspace import Project

WHY = {
    "changed": marked("{document}: words changed"),
    "gone": marked("{document}: words gone, kept in the old text"),
    "speaker": marked("{document}: somebody else says it now"),
    "taken": marked("{document}: another passage of yours has these words now"),
}


class Rereading(ModalScreen[PlaceAsked | None]):
    """Gives the place that the reader wants to go to, or None."""

    BINDINGS = bindings_for("rereading")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, language: str) -> None:
        super().__init__()
        self._project, self._language = project, language
        self._items: dict[str, Reread] = {}

    def compose(self) -> ComposeResult:
        """The passages by document and reason, the words of the lit one, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList(empty=_("Nothing waits: every passage has been read again"))
            with VerticalScroll(id="passage", can_focus=False):
                yield Static("", id="words", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the list."""
        self.lines = self.query_one(LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("rereading")
        self._read()

    def _read(self) -> None:
        items = self._project.replacing.waiting()
        self._items = {item.waiting.id: item for item in items}
        entries = self._entries(items)
        lit, at = self.lines.lit_id, max(self.lines.lit, 0)
        if lit not in self._items:
            after = [entry.id for entry in entries[at:] if not entry.heading]
            before = [entry.id for entry in entries if not entry.heading]
            lit = next(iter((*after, *before[-1:])), None)
        self.lines.show(entries, lit)
        title = counted("{n} coding to read again", "{n} codings to read again", len(items))
        self.query_one("#title", Label).update(title)
        self._show()

    def _entries(self, items: list[Reread]) -> list[Entry]:
        groups: dict[tuple[str, str], list[Reread]] = {}
        for item in items:
            groups.setdefault((item.waiting.document_id, item.waiting.reason), []).append(item)
        found: list[Entry] = []
        for (document, reason), those in groups.items():
            words = _(WHY[reason], document=those[0].waiting.document)
            found.append(Entry(f"group:{document}:{reason}", words, f"{len(those)}", heading=True))
            found += [
                Entry(item.waiting.id, one_line(item.after or item.before), self._code(item))
                for item in those
            ]
        return found

    def _code(self, item: Reread) -> str:
        code = self._project.codebooks.current().by_id.get(item.waiting.code or "")
        return code.name(self._language) if code else item.waiting.code or _("degree")

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
            version = _("version {version}", version=item.was[0])
            text.append(one_line(f"{item.waiting.coder} · {version}"), style="italic")
            text.append("\n" + _("was: {passage}", passage=" ".join(item.before.split())))
            if item.now:
                text.append("\n" + _("now: {passage}", passage=" ".join(item.after.split())))
            for was, now in item.changes:
                text.append(f"\n{was or '–'} → {now or '–'}", style="bold")
        self.query_one("#words", Static).update(text)

    def _item(self) -> Reread:
        item = self._items.get(self.lines.lit_id or "")
        if item is None:
            raise NotFound(_("No passage is chosen."))
        return item

    def action_go(self) -> None:
        """To the passage in its transcript, or to where its words once stood."""
        item = self._item()
        document = item.waiting.document_id
        if item.now:
            self.dismiss(PlaceAsked(document, item.now[1], item.now[2]))
            return
        was = item.waiting.was
        at = self._project.replacing.place(document, was.version, was.start)
        self.dismiss(PlaceAsked(document, at, at))

    def action_right(self) -> None:
        """The lit passage is right as it is."""
        self._project.replacing.done([self._item().id])
        self.hints.say(_("Still right"))
        self._read()

    def action_undo(self) -> None:
        """Take back the last act."""
        self.hints.say(take_back(self._project, self._language))
        self._read()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.hints.say(do_again(self._project, self._language))
        self._read()

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss(None)
