"""How the codes of a project look in a theme and a language."""

from __future__ import annotations

from textual.theme import Theme

from qualcode.domain.codebook import Codebook
from qualcode.tui.colours import hues_of, letters_of
from qualcode.tui.widgets.marks import Look


def look_of(book: Codebook, language: str, theme: Theme) -> Look:
    """Names, hues and letters of the codes."""
    names = {code.id: code.name(language) for code in book.codes}
    return Look(names, hues_of(book, theme), letters_of(book, language))
