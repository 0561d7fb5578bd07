"""What lies under a theme, and what lies under none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.domain.codebook import Codebook
from qualcode.domain.coding import Coding
from qualcode.domain.people import Theme
from qualcode.tui.words import _, counted, quoted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


def passages_of(theme: Theme, codings: Sequence[Coding], book: Codebook) -> list[Coding]:
    """The codings with its codes and those below them, its labels, and on its single passages.

    On a single passage every coding is one of them; under a theme over a scale of degrees, every
    coding of a passage with a degree.
    """
    codes, labels, segments = set(theme.codes), set(theme.labels), set(theme.segments)
    below = {code for each in codes if each in book.by_id for code in book.below(each)} | codes
    return [
        coding
        for coding in codings
        if coding.code in below
        or coding.segment in segments
        or coding.label in labels
        or (theme.scale and coding.degrees)
    ]


def drop_passage(project: Project, theme: Theme, coding: Coding, names: Mapping[str, str]) -> str:
    """Take what brought a passage under a theme out of it; returns what was done, in words.

    That is the passage itself where it was gathered by itself, else its label, else its code;
    `names` are the labels of codes.
    """
    book = project.codebooks.current()
    if coding.segment in theme.segments:
        members = {"segment": [coding.segment]}
        words = _("The passage is out of {theme}", theme=theme.name)
    elif coding.label and coding.label in theme.labels:
        members = {"label": [coding.label]}
        words = _("“{label}” is out of {theme}", label=coding.label, theme=theme.name)
    else:
        codes = [code for code in book.lineage(coding.code) if code in theme.codes]
        members = {"code": codes}
        named = ", ".join(names.get(code, code) for code in codes)
        words = _("The code {code} is out of {theme}", code=named, theme=theme.name)
    project.themes.drop(theme.id, members)
    return words


def held_words(theme: Theme | None, code: str | None, names: Mapping[str, str]) -> Text:
    """A theme with what was gathered under it, or a code that is in none."""
    text = Text()
    if theme is not None:
        text.append(theme.name, style="bold")
        held = [names.get(each, each) for each in theme.codes]
        held += [quoted(label) for label in theme.labels]
        if theme.segments:
            single = len(theme.segments)
            held.append(counted("{n} single passage", "{n} single passages", single))
        words = " · ".join(held) or _("nothing gathered yet")
        text.append(f"   {words}", style="not bold")
        if theme.definition:
            text.append(f"\n{theme.definition}", style="not bold")
    elif code is not None:
        text.append(names.get(code, code), style="bold")
        text.append("   " + _("in no theme: t gathers it"), style="not bold")
    return text
