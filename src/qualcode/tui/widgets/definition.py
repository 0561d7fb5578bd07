"""The entry of one code: as a pane beside the text, and in full as a card."""

from __future__ import annotations

import re
from typing import Any

from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from qualcode.domain.codebook import Code, Codebook, in_language
from qualcode.tui.telling import value_label

_PARTS = ("include", "exclude", "example")
_KEPT = 50
"""Painted entries that are kept."""
_CUES, _USUALLY = "cues", "usually"
_HEADINGS = {
    "en": {
        "include": "Use when",
        "exclude": "Not when",
        "example": "Example",
        _CUES: "Words that may point here",
        _USUALLY: "Usually",
    },
    "sv": {
        "include": "Använd när",
        "exclude": "Inte när",
        "example": "Exempel",
        _CUES: "Ord som kan peka hit",
        _USUALLY: "Oftast",
    },
    "da": {
        "include": "Brug når",
        "exclude": "Ikke når",
        "example": "Eksempel",
        _CUES: "Ord der kan pege hertil",
        _USUALLY: "Oftest",
    },
    "nb": {
        "include": "Bruk når",
        "exclude": "Ikke når",
        "example": "Eksempel",
        _CUES: "Ord som kan peke hit",
        _USUALLY: "Oftest",
    },
}
"""What the parts of an entry are called, in the languages of the program."""
_QUOTES = {"en": "“{}”", "sv": "”{}”", "da": "»{}«", "nb": "«{}»"}
_ID = re.compile(r"[a-z]+(?:-[a-z]+)+")


def entry_of(code: Code, book: Codebook, language: str, *, full: bool, bare: bool = False) -> Text:
    """The code's entry; `full` adds cues, id and source. Its words are never markup.

    A `bare` one is for little room below a list that names the code: without its name and what it
    lies under, and close together, where there is anything else to say.
    """
    if bare and (body := _body(code, book, language, "\n")):
        return body
    text = Text(code.name(language), style="bold")
    above = [book.by_id[each].name(language) for each in book.lineage(code.id)[1:]]
    if above:
        text.append(f"\n{' › '.join(reversed(above))}", style="italic")
    body = _body(code, book, language, "\n\n")
    if body:
        text.append("\n\n").append_text(body)
    if full:
        text.append_text(_rest(code, book, language))
    return text


def _body(code: Code, book: Codebook, language: str, gap: str) -> Text:
    """What the code means, when to use it and when not, an example."""
    definition = in_language(code.definition, language)
    parts = [Text(definition, style="not bold")] if definition else []
    headings = _HEADINGS.get(language, _HEADINGS["en"])
    for field in _PARTS:
        words = in_language(getattr(code, field), language)
        if words:
            part = Text(style="not bold").append(f"{headings[field]}  ", style="bold")
            parts.append(part.append(_named(words, book, language), style="not bold"))
    return Text(gap).join(parts)


def _named(words: str, book: Codebook, language: str) -> str:
    """The words with the ids of codes in them as labels."""
    quotes = _QUOTES.get(language, _QUOTES["en"])

    def label(match: re.Match[str]) -> str:
        known = book.by_id.get(match[0])
        return quotes.format(known.name(language)) if known else match[0]

    return _ID.sub(label, words)


def _rest(code: Code, book: Codebook, language: str) -> Text:
    text, headings = Text(style="not bold"), _HEADINGS.get(language, _HEADINGS["en"])
    cues = code.cues.get(language) or next(iter(code.cues.values()), ())
    if cues:
        text.append(f"\n\n{headings[_CUES]}  ", style="bold")
        text.append(", ".join(cues))
    if code.usual_valence:
        text.append(f"\n\n{headings[_USUALLY]}  ", style="bold")
        text.append(value_label(book, "valence", code.usual_valence, language).lower())
    for source in code.sources:
        text.append(f"\n\n{book.sources.get(source, source)}", style="italic")
    text.append(f"\n\n{code.id}", style="italic")
    return text


class Definition(Widget):
    """The entry of the code in focus; what does not fit is one key away."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._text = Text()
        self._book: Codebook | None = None
        self._shown: tuple[str, str, bool] | None = None
        self._painted: dict[tuple[object, ...], list[Strip]] = {}

    def show_code(
        self, code: Code | None, book: Codebook, language: str, *, bare: bool = False
    ) -> None:
        """Show another code, or nothing; `bare` as for `entry_of`."""
        shown = (code.id, language, bare) if code else None
        if book is not self._book:
            self._book, self._shown = book, None
            self._painted.clear()
        if shown != self._shown:
            self._shown = shown
            self._text = entry_of(code, book, language, full=False, bare=bare) if code else Text()
            self.refresh()

    def render(self) -> Text:
        """The words."""
        return self._text

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the pane; each entry is painted once for a size and a theme."""
        size = self.outer_size
        known = (self._shown, size, self.border_title)
        lines = self._painted.get(known)
        if lines is None:
            if len(self._painted) >= _KEPT:
                self._painted.clear()
            lines = self._painted[known] = super().render_lines(size.region)
        lines = lines[crop.y : crop.bottom]
        if crop.column_span != (0, size.width):
            lines = [line.crop(*crop.column_span) for line in lines]
        return lines

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._painted.clear()
