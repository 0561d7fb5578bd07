"""The entry of one code: as a pane beside the text, and in full as a card."""

from __future__ import annotations

import re
from typing import Any

from rich.text import Text
from textual.widget import Widget

from qualcode.domain.codebook import Code, Codebook, in_language

_PARTS = (("include", "Use when"), ("exclude", "Not when"), ("example", "Example"))
_ID = re.compile(r"[a-z]+(?:-[a-z]+)+")


def entry_of(code: Code, book: Codebook, language: str, *, full: bool) -> Text:
    """The code's entry; `full` adds cues, id and source. Its words are never markup."""
    text = Text(code.name(language), style="bold")
    above = [book.by_id[each].name(language) for each in book.lineage(code.id)[1:]]
    if above:
        text.append(f"\n{' › '.join(reversed(above))}", style="italic")
    definition = in_language(code.definition, language)
    if definition:
        text.append(f"\n\n{definition}", style="not bold")
    for field, heading in _PARTS:
        words = in_language(getattr(code, field), language)
        if words:
            text.append(f"\n\n{heading}  ", style="bold")
            text.append(_named(words, book, language), style="not bold")
    if full:
        text.append_text(_rest(code, book, language))
    return text


def _named(words: str, book: Codebook, language: str) -> str:
    """The words with the ids of codes in them as labels."""

    def label(match: re.Match[str]) -> str:
        known = book.by_id.get(match[0])
        return f"“{known.name(language)}”" if known else match[0]

    return _ID.sub(label, words)


def _rest(code: Code, book: Codebook, language: str) -> Text:
    text = Text(style="not bold")
    cues = code.cues.get(language) or next(iter(code.cues.values()), ())
    if cues:
        text.append("\n\nWords that may point here  ", style="bold")
        text.append(", ".join(cues))
    if code.usual_valence:
        text.append("\n\nUsually  ", style="bold")
        text.append(code.usual_valence)
    for source in code.sources:
        text.append(f"\n\n{book.sources.get(source, source)}", style="italic")
    text.append(f"\n\n{code.id}", style="italic")
    return text


class Definition(Widget):
    """The entry of the code in focus; what does not fit is one key away."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._text = Text()
        self._shown: tuple[str, str] | None = None

    def show_code(self, code: Code | None, book: Codebook, language: str) -> None:
        """Show another code, or nothing."""
        shown = (code.id, language) if code else None
        if shown != self._shown:
            self._shown = shown
            self._text = entry_of(code, book, language, full=False) if code else Text()
            self.refresh()

    def render(self) -> Text:
        """The words."""
        return self._text
