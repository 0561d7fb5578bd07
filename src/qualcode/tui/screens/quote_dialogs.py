"""Choosing a code, a theme or a finding for passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.tui.claims_seen import FINDING, KINDS, PROPOSITION
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import Findable, findable, folded
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

NEW_THEME, NEW_FACTOR, NEW_PITFALL = "", "new:success-factor", "new:pitfall"
"""What the picker gives for a theme or a finding that is not there yet."""


def code_picker(
    project: Project, look: Look, title: str, language: str, *, gathering: bool = False
) -> Picker:
    """The codes that can be given; with `gathering` also those that only hold others."""
    book = project.codebooks.current()
    counts = project.codings.counts()
    codes = [code for code in book.walk() if gathering or book.takes(code)]
    entries = {}
    for code in codes:
        passages, _ = counts.get(code.id, (0, 0))
        right = f"{look.names.get(code.parent or '', '')}  {passages or ''}".strip()
        entries[code.id] = Entry(code.id, look.names[code.id], right, hue=look.hues.get(code.id))
    used = {code: passages for code, (passages, _) in counts.items()}
    choices = Choices(title, entries, [findable(code) for code in codes], used)
    return Picker(choices, book, language)


def gathering_picker(project: Project) -> Picker:
    """The themes, findings and propositions of the project, and new ones."""
    named: dict[str, tuple[str, str]] = {}
    for theme in project.themes.list():
        codes = counted("{n} code", "{n} codes", len(theme.codes))
        passages = counted("{n} passage", "{n} passages", len(theme.segments))
        named[theme.id] = (theme.name, f"{codes} · {passages}")
    for finding in project.findings.list():
        named[f"{FINDING}:{finding.id}"] = (finding.statement, _(KINDS[finding.kind]))
    for one in project.propositions.list():
        named[f"{PROPOSITION}:{one.id}"] = (one.statement, _(KINDS[PROPOSITION]))
    named[NEW_THEME] = (_("A new theme …"), "")
    named[NEW_FACTOR] = (_("A new success factor …"), "")
    named[NEW_PITFALL] = (_("A new pitfall …"), "")
    entries = {each: Entry(each, *words) for each, words in named.items()}
    findables = [Findable(each, (folded(words),)) for each, (words, _held) in named.items()]
    return Picker(Choices(_("Gather under a theme or a finding"), entries, findables))
