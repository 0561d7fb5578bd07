"""Acts and answers that are meant for the text on the screen, and for no other.

Another program may replace a transcript by a corrected one while it is open. What was aimed at the
old text by then is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.dom import DOMNode
from textual.screen import ModalScreen

from qualcode.errors import TextReplaced
from qualcode.tui.messages import attempt
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.desk import Desk

T = TypeVar("T")


def text_of(desk: Desk) -> str:
    """The id of the text version on the screen; empty where none is."""
    return desk.document.version if desk.document else ""


def is_replaced(desk: Desk) -> bool:
    """Whether the open document has another text by now, or is not there any more."""
    info = desk.document
    return info is not None and desk.project.documents.text_now(info.id) != info.version


def aimed(desk: Desk, act: Callable[[], T]) -> Callable[[], T]:
    """The act, to be done only while the same text is on the screen; raises TextReplaced."""
    text = text_of(desk)

    def checked() -> T:
        if text_of(desk) != text:
            raise TextReplaced(
                _("The text was replaced meanwhile; nothing was changed."),
                _("Look at the new text and do it again there."),
            )
        return act()

    return checked


def ask(
    node: DOMNode, desk: Desk, dialog: ModalScreen[T], answered: Callable[[T | None], None]
) -> None:
    """Show a dialog whose answer is taken only while the same text is on the screen."""
    check = aimed(desk, lambda: True)

    def checked(answer: T | None) -> None:
        if answer is None or attempt(node, check):
            answered(answer)

    node.app.push_screen(dialog, checked)
