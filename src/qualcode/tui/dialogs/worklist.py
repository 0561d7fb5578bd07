"""The worklist: codings to read again since the codebook was revised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.to_reread import ToReread, Why
from qualcode.tui.fitting import one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.matching import findable
from qualcode.tui.messages import PlaceAsked, attempt
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.domain.codebook import Code
    from qualcode.services.revision import Item

WHY = {
    "redefined": marked("{code}: redefined"),
    "split": marked("{code}: split"),
    "merged": marked("{code}: merged, valued otherwise"),
}


class Worklist(ToReread["Item"]):
    """By code: what the revision made of it. Another code can be given here."""

    BINDINGS = bindings_for("worklist")
    KEYS = "worklist"
    EMPTY = marked("Nothing waits: every coding has been read again")
    NONE_CHOSEN = marked("No coding is chosen.")

    def waiting(self) -> Sequence[Item]:
        """The codings that the revision touched."""
        return self._project.revision.worklist()

    def why(self, item: Item) -> Why:
        """The code, and what became of it."""
        code = self._project.codebooks.current().by_id.get(item.coding.code)
        name = code.name(self._language) if code else item.coding.code
        return Why(item.coding.code, item.reason, _(WHY[item.reason], code=name))

    def line(self, item: Item) -> tuple[str, str]:
        """The words, and the document."""
        return " ".join(item.coding.quote.split()), item.coding.document

    def passage(self, item: Item) -> Text:
        """The words, whose they are, and the codes that the split one became."""
        coding = item.coding
        text = Text(" ".join(coding.quote.split()))
        version = _("version {version}", version=item.version)
        who = f"{coding.coder} · {coding.document} · {version}"
        text.append(f"\n{one_line(who)}", style="italic")
        parts = ", ".join(code.name(self._language) for code in self._parts(item))
        if parts:
            text.append("\n" + _("now one of: {codes}", codes=parts), style="bold")
        return text

    def place(self, item: Item) -> PlaceAsked:
        """The passage."""
        return PlaceAsked(item.coding.document_id, item.coding.start, item.coding.end)

    def settle(self, item: Item) -> None:
        """The coding is still right."""
        self._project.revision.still_right([item.id])

    def action_recode(self) -> None:
        """Give the lit coding another code; the parts of a split code come first.

        Raises Conflict for another coder's, before a code is asked for.
        """
        item, book = self.lit(), self._project.codebooks.current()
        self._project.codings.check_own([item.coding.segment])
        codes = self._parts(item)
        codes += [code for code in book.walk() if book.takes(code) and code not in codes]
        entries = {code.id: Entry(code.id, code.name(self._language)) for code in codes}
        title = _("Which code is it now?")
        choices = Choices(title, entries, [findable(code) for code in codes], recent=item.into)

        def chosen(code: str | None) -> None:
            if code is not None:
                changes = {"code": code}
                attempt(self, lambda: self._project.codings.set(item.id, changes))
                self.read()

        self.app.push_screen(Picker(choices, book, self._language), chosen)

    def _parts(self, item: Item) -> list[Code]:
        """The codes that a split one became, as far as they are still there."""
        known = self._project.codebooks.current().by_id
        return [known[each] for each in item.into if each in known]
