"""Dialogs in which somebody types: what is typed there is not lost, however they are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from qualcode.tui.drafts import DRAFT
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp
    from qualcode.tui.drafts import Drafts, Fields

T = TypeVar("T")
LINE, PAGE = "line", "page"
"""What the only line and the only page of a form are called in drafts."""


class Form(ModalScreen[T]):
    """Opens as things are in the project.

    What was typed in it before and did not come into the project is one key away, and the frame
    says so. What it gives and what cannot be kept then comes back with `again`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "bring_back", "As it was typed", priority=True, show=False)
    ]
    about: str = ""
    """What is written on; a form about nothing in particular leaves no draft."""

    def __init__(self) -> None:
        super().__init__()
        self.left: Fields = {}
        self.returned: Fields | None = None
        self._before: Fields = {}
        self._draft: Fields | None = None
        self._aside = False

    # for each form to say

    def typed(self) -> Fields:
        """What stands in it now."""
        lines = {line.id or LINE: line.value for line in self.query(Input)}
        return lines | {page.id or PAGE: page.text for page in self.query(TextArea)}

    def fill(self, fields: Fields) -> None:
        """Put there what was typed before."""
        for line in self.query(Input):
            line.value = fields.get(line.id or LINE, line.value)
        for page in self.query(TextArea):
            words = fields.get(page.id or PAGE, page.text)
            page.replace(words, (0, 0), page.document.end)
            page.move_cursor(page.document.end)

    def anew(self) -> Form[T] | None:
        """The form as it began, for what it gave and what could not be kept; None: it stays away.

        Forms that keep for themselves and only then close need none.
        """
        return None

    # for all

    @property
    def drafts(self) -> Drafts:
        """Those of the open project."""
        return cast("QualcodeApp", self.app).departure.drafts

    def on_mount(self) -> None:
        """Look for what was typed here before."""
        self._before = self.typed()
        if self.returned is not None:
            self.fill(self.returned)
            return
        found = self.drafts.of(self.about) if self.about else None
        if found is not None and found != self._before:
            self._draft = found
            self._frame(_(DRAFT))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key is free for the page where there is nothing to bring back."""
        if action == "bring_back":
            return self._draft is not None
        return super().check_action(action, parameters)

    def action_bring_back(self) -> None:
        """What was typed here the last time and not kept."""
        if self._draft is not None:
            self.fill(self._draft)
            self._draft, self._aside = None, True
            self._frame("")

    def _frame(self, words: str) -> None:
        self.query_one("#dialog").border_subtitle = words

    def put_aside(self) -> None:
        """Keep what differs from how it began as a draft."""
        if not self.is_mounted:
            return
        self.left = self.typed()
        if self.about and self.left != self._before:
            self.drafts.put(self.about, self.left)
            self._aside = True
        elif self._aside:
            self.taken()

    def taken(self) -> None:
        """What it gave is in the project, or was thrown away."""
        if self.about:
            self.drafts.drop(self.about)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, and keep what was typed until it is known to be in the project."""
        self.put_aside()
        return super().dismiss(result)

    def again(self) -> Form[T] | None:
        """The same form with what was typed, after it could not be kept for the first time."""
        fresh = self.anew() if self.left != self.returned else None
        if fresh is not None:
            fresh.returned, fresh._draft = self.left, self._draft
        return fresh
