"""Choosing the code that labels become: one that is there, or a new one at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.dom import DOMNode

from qualcode.domain.codebook import Code, Codebook
from qualcode.services.codebook_drafts import fresh_id
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.screens import codebook_dialogs as asking
from qualcode.tui.words import _

Adopt = Callable[[Code | str], None]
"""Makes labels a code: a new one, or one there already by its id."""


def ask_code_for(
    node: DOMNode, book: Codebook, language: str, labels: Sequence[str], adopt: Adopt
) -> None:
    """Ask which code, its label and place where it is new; then hand it over."""

    def placed(label: str, parent: str | None) -> None:
        if parent is not None:
            adopt(labelled(book, language, label, parent or None))

    def named(label: str | None) -> None:
        if label:
            codes = (each for each in book.walk() if not each.retired)
            title = _("The new code lies below")
            picker = asking.code_choice(title, codes, book, language, _("(the top)"))
            node.app.push_screen(picker, lambda parent: placed(label, parent))

    def chosen(code: str | None) -> None:
        if code == asking.NEW:
            prompt = _("Its label in {language}", language=language)
            node.app.push_screen(Ask(_("A new code"), prompt, labels[0]), named)
        elif code is not None:
            adopt(code)

    codes = [code for code in book.walk() if book.takes(code) and code.kind != "emergent"]
    title = _("A code for {labels}", labels=", ".join(labels))
    picker = asking.code_choice(title, codes, book, language, _("A new code …"))
    node.app.push_screen(picker, chosen)


def labelled(book: Codebook, language: str, label: str, parent: str | None) -> Code:
    """A code with that label in a language; its id is made of the label."""
    return Code(fresh_id(book, label, parent), {language: label}, parent=parent)
