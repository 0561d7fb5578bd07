"""Choosing a code or a theme for passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import Findable, findable, folded
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Look

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

NEW_THEME = ""
"""What the picker of themes gives for a theme that is not there yet."""


def code_picker(
    project: Project, look: Look, title: str, language: str, *, gathering: bool = False
) -> Picker:
    """The codes that can be given; with `gathering` also those that only hold others."""
    book = project.codebooks.current()
    counts = project.codings.counts()
    codes = [code for code in book.walk() if gathering or (code.assignable and not code.retired)]
    entries = {}
    for code in codes:
        passages, _ = counts.get(code.id, (0, 0))
        right = f"{look.names.get(code.parent or '', '')}  {passages or ''}".strip()
        entries[code.id] = Entry(code.id, look.names[code.id], right, hue=look.hues.get(code.id))
    used = {code: passages for code, (passages, _) in counts.items()}
    choices = Choices(title, entries, [findable(code) for code in codes], used)
    return Picker(choices, book, language)


def theme_picker(project: Project) -> Picker:
    """The themes of the project, and a new one."""
    entries = {NEW_THEME: Entry(NEW_THEME, "A new theme …")}
    findables = [Findable(NEW_THEME, ("new theme",))]
    for theme in project.themes.list():
        held = f"{len(theme.codes)} codes · {len(theme.segments)} passages"
        entries[theme.id] = Entry(theme.id, theme.name, held)
        findables.append(Findable(theme.id, (folded(theme.name),)))
    return Picker(Choices("Gather under a theme", entries, [*findables[1:], findables[0]]))
