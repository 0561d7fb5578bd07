"""Writing: a memo of many lines, an answer of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, TextArea

from qualcode.domain.people import MEMO_KINDS
from qualcode.tui.dialogs.card import Confirm
from qualcode.tui.dialogs.form import PAGE, Form
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import attempt
from qualcode.tui.outside_editor import WARNING, edit_outside
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, marked

KINDS = {
    "analytic": marked("analytic"),
    "methodological": marked("methodological"),
    "reflexive": marked("reflexive"),
    "passage": marked("passage"),
}
"""The kinds of memos in words; `passage` for the one memo that a passage itself has."""
_SENTENCES = {
    "analytic": marked("A memo that is analytic"),
    "methodological": marked("A memo that is methodological"),
    "reflexive": marked("A memo that is reflexive"),
}


@dataclass(slots=True)
class Kind:
    """The kind of a memo, as it is chosen while it is written; None for a memo without one."""

    name: str | None = None


class MemoEditor(Form[str | None]):
    """Gives the words; escape keeps them too, so that nothing typed is lost.

    With a kind it is shown and can be changed; it is read from `kind` afterwards. `about` tells
    what it is written on from all else that it could be.
    """

    BINDINGS = bindings_for("writing", first=True)
    AUTO_FOCUS = "TextArea"

    def __init__(
        self,
        title: str,
        text: str,
        kind: Kind | None = None,
        *,
        outside: bool = False,
        about: str = "",
    ) -> None:
        super().__init__()
        self._title, self._text = title, text
        self.kind = kind or Kind()
        self._first_kind = self.kind.name
        self._outside = outside
        self.about = f"memo:{about or title}"

    def anew(self) -> MemoEditor:
        """The same, on the same kind."""
        fresh = MemoEditor(self._title, self._text, self.kind)
        fresh.about, fresh._first_kind = self.about, self._first_kind
        return fresh

    def put_aside(self) -> None:
        """What waits here from before may be of another passage of that name: it waits on."""
        super().put_aside()
        if self._draft is not None and self._aside:
            both = f"{self._draft[PAGE]}\n\n{self.left[PAGE]}"
            self.drafts.put(self.about, {PAGE: both})

    def taken(self) -> None:
        """The words of this memo are kept; what waited before them is not."""
        super().taken()
        if self._draft is not None:
            self.drafts.put(self.about, self._draft)

    def compose(self) -> ComposeResult:
        """The title and the page."""
        with Vertical(id="dialog"):
            yield Label(self._title, id="title", markup=False)
            yield TextArea(self._text, soft_wrap=True, show_line_numbers=False, compact=True)
            yield Label("", id="kind", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Write on at the end."""
        self._area = self.query_one(TextArea)
        self._area.cursor_blink = False
        self._area.move_cursor(self._area.document.end)
        self.query_one(HintLine).show_for("writing", () if self.kind.name else (_("kind"),))
        self._show_kind()
        if self._outside:
            self.call_after_refresh(self.action_outside)

    def action_keep(self) -> None:
        """Give the words, or None when nothing was changed."""
        words = self._area.text
        same = words == self._text and self.kind.name == self._first_kind
        self.dismiss(None if same else words)

    def action_next_kind(self) -> None:
        """Analytic, methodological, reflexive."""
        now = self.kind.name
        if now is not None:
            place = MEMO_KINDS.index(now) if now in MEMO_KINDS else -1
            self.kind.name = MEMO_KINDS[(place + 1) % len(MEMO_KINDS)]
            self._show_kind()

    def action_outside(self) -> None:
        """Write on in the reader's own editor, after a warning."""

        def answered(yes: bool | None) -> None:
            if yes:
                words = attempt(self, lambda: edit_outside(self.app, self._area.text))
                if words is not None and words != self._area.text:
                    self._area.replace(words, (0, 0), self._area.document.end)

        self.app.push_screen(Confirm(_(WARNING), _("go on")), answered)

    def _show_kind(self) -> None:
        label = self.query_one("#kind", Label)
        label.display = self.kind.name is not None
        label.update(_(_SENTENCES.get(self.kind.name or "", "")))


class Ask(Form[str | None]):
    """One line; gives what was typed, or None after escape.

    Enter on an empty line gives None too, but with `may_be_empty` the empty line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]
    AUTO_FOCUS = "Input"

    def __init__(
        self, title: str, prompt: str = "", text: str = "", *, may_be_empty: bool = False
    ) -> None:
        super().__init__()
        self._title, self._prompt, self._text = title, prompt, text
        self._may_be_empty = may_be_empty
        self.about = f"ask:{title}"

    def anew(self) -> Ask:
        """The same question."""
        return Ask(self._title, self._prompt, self._text, may_be_empty=self._may_be_empty)

    def compose(self) -> ComposeResult:
        """The title and the line."""
        with Vertical(id="dialog"):
            yield Label(self._title, id="title", markup=False)
            yield Input(self._text, placeholder=self._prompt, compact=True, max_length=200)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        self.dismiss(words if words or self._may_be_empty else None)
