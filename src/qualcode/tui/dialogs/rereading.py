"""The passages to read again since a transcript was replaced by a corrected one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.tui.dialogs.to_reread import ToReread, Why
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import PlaceAsked
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.services.replacing import Reread

WHY = {
    "changed": marked("{document}: words changed"),
    "gone": marked("{document}: words gone, kept in the old text"),
    "speaker": marked("{document}: somebody else says it now"),
    "taken": marked("{document}: another passage of yours has these words now"),
}


class Rereading(ToReread["Reread"]):
    """By document: what became of the words, or where they once stood."""

    BINDINGS = bindings_for("rereading")
    KEYS = "rereading"
    EMPTY = marked("Nothing waits: every passage has been read again")
    NONE_CHOSEN = marked("No passage is chosen.")

    def waiting(self) -> Sequence[Reread]:
        """The passages whose words the correction touched."""
        return self._project.replacing.waiting()

    def why(self, item: Reread) -> Why:
        """The document, and what the correction did."""
        waits = item.waiting
        return Why(waits.document_id, waits.reason, _(WHY[waits.reason], document=waits.document))

    def line(self, item: Reread) -> tuple[str, str]:
        """The words as they are now, else as they were, and the code."""
        code = self._project.codebooks.current().by_id.get(item.waiting.code or "")
        name = code.name(self._language) if code else item.waiting.code or _("degree")
        return one_line(item.after or item.before), name

    def passage(self, item: Reread) -> Text:
        """Whose it is, the words before and now, and each word that was changed."""
        version = _("version {version}", version=item.was[0])
        text = Text()
        text.append(one_line(f"{item.waiting.coder} · {version}"), style="italic")
        text.append("\n" + _("was: {passage}", passage=" ".join(item.before.split())))
        if item.now:
            text.append("\n" + _("now: {passage}", passage=" ".join(item.after.split())))
        for was, now in item.changes:
            text.append(f"\n{was or '–'} → {now or '–'}", style="bold")
        return text

    def place(self, item: Reread) -> PlaceAsked:
        """In the new text, or where its words once stood."""
        document = item.waiting.document_id
        if item.now:
            return PlaceAsked(document, item.now[1], item.now[2])
        was = item.waiting.was
        at = self._project.replacing.place(document, was.version, was.start)
        return PlaceAsked(document, at, at)

    def settle(self, item: Reread) -> None:
        """The passage is right in the new text."""
        self._project.replacing.done([item.id])
