"""The open document has another text all of a sudden, or is not there any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.tui.aimed import is_replaced
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.tui.screens.coding import CodingScreen

TOLD_SECONDS = 15.0


def meet(screen: CodingScreen) -> bool:
    """Show the new text with the cursor at the same words and say so; False where nothing is new.

    A document that was taken out leaves the screen for another one.
    """
    desk, info = screen.desk, screen.desk.document
    if info is None or not is_replaced(desk):
        return False
    project, cursor = desk.project, screen.bench.view.caret.cursor
    if project.documents.text_now(info.id) is None:
        others = project.documents.list()
        if others:
            screen.show_document(others[0].id)
        else:
            screen.show_nothing()
        told = _("{document} was taken out of the project.", document=info.name)
    else:
        screen.show_document(info.id, project.replacing.place(info.id, info.version, cursor))
        told = _new_text(info.name, len(project.replacing.waiting(info.id)))
    screen.app.notify(told, severity="warning", timeout=TOLD_SECONDS, markup=False)
    return True


def _new_text(document: str, waiting: int) -> str:
    if not waiting:
        return _(
            "The text of {document} was replaced: no passage to read again.", document=document
        )
    return counted(
        "The text of {document} was replaced: {n} passage to read again.",
        "The text of {document} was replaced: {n} passages to read again.",
        waiting,
        document=document,
    )
