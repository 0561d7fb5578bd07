"""What lies under a theme, and what lies under none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.domain.codebook import Codebook
from qualcode.domain.coding import Coding
from qualcode.domain.people import Case, Theme
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _, counted, quoted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

CODE = "code:"
"""What stands before the id of a code among the entries of the list."""
_Member = tuple[str, str]
"""A kind and a name, as themes have their members."""
_WITH_DEGREES = ("degrees", "")


class Coded:
    """All codings, by what a theme gathers them by: looked through once for all themes."""

    def __init__(self, codings: Sequence[Coding]) -> None:
        self.codings = codings
        self._places: dict[_Member, list[int]] = {}
        self._segments: dict[_Member, set[str]] = {}
        for place, coding in enumerate(codings):
            self._put(("code", coding.code), place)
            self._put(("segment", coding.segment), place)
            if coding.label:
                self._put(("label", coding.label), place)
            if coding.degrees:
                self._put(_WITH_DEGREES, place)
        self._codes = [name for kind, name in self._places if kind == "code"]

    def _put(self, member: _Member, place: int) -> None:
        self._places.setdefault(member, []).append(place)
        self._segments.setdefault(member, set()).add(self.codings[place].segment)

    def of_code(self, code: str) -> list[Coding]:
        """Those with that code itself."""
        return [self.codings[place] for place in self._places.get(("code", code), ())]

    def of(self, theme: Theme, book: Codebook) -> list[Coding]:
        """Those with its codes and the codes below them, its labels, and on its single passages.

        On a single passage every coding is one of them; under a theme over a scale of degrees,
        every coding of a passage with a degree.
        """
        members = self._members(theme, book)
        places = {place for each in members for place in self._places.get(each, ())}
        return [self.codings[place] for place in sorted(places)]

    def passages(self, theme: Theme, book: Codebook) -> int:
        """How many passages these codings are on."""
        return self._count(self._members(theme, book))

    def passages_below(self, code: str, book: Codebook) -> int:
        """How many passages have that code or one below it."""
        return self._count(self._below({code}, book))

    def _members(self, theme: Theme, book: Codebook) -> list[_Member]:
        found = self._below(set(theme.codes), book)
        found += [("label", label) for label in theme.labels]
        found += [("segment", segment) for segment in theme.segments]
        return [*found, _WITH_DEGREES] if theme.scale else found

    def _below(self, codes: set[str], book: Codebook) -> list[_Member]:
        """The used ones among these codes and those below them."""
        return [
            ("code", code)
            for code in self._codes
            if not codes.isdisjoint(book.lineage(code) or (code,))
        ]

    def _count(self, members: Sequence[_Member]) -> int:
        return len(set[str]().union(*(self._segments.get(each, ()) for each in members)))


def entries_of(
    themes: Sequence[Theme], loose: Sequence[str], coded: Coded, book: Codebook, look: Look
) -> list[Entry]:
    """The themes, and the codes that are in none below their heading, each with its passages."""
    entries = [Entry(each.id, each.name, str(coded.passages(each, book))) for each in themes]
    if loose:
        entries.append(Entry("loose", _("Codes in no theme"), str(len(loose)), heading=True))
    for code in loose:
        passages, hue = str(coded.passages_below(code, book)), look.hues.get(code)
        entries.append(Entry(CODE + code, look.names.get(code, code), passages, hue=hue))
    return entries


def top_words(themes: int, loose: int, case: Case | None) -> Iterator[str]:
    """How many themes there are, and used codes in none; which case alone is shown."""
    yield counted("{n} theme", "{n} themes", themes)
    words = counted("{n} used code in no theme", "{n} used codes in no theme", loose)
    yield words if loose else _("every code has one")
    yield _("only {case}", case=case.name) if case else ""


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
