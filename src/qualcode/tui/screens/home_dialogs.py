"""Choosing a case for a document, and a codebook for the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from qualcode.tui.dialogs.new_book_form import Begun, NewBookForm
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.matching import Findable, folded
from qualcode.tui.messages import attempt
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.domain.people import Case
    from qualcode.services.workspace import Project

ALL_CASES = "-"
"""What the picker of one case gives for none."""
FROM_FILE = ""
"""What the picker of codebooks gives for one that is not shipped."""
BEGIN = ":begin"
"""What it gives for one that is not there yet."""


def case_picker(project: Project) -> Picker:
    """The cases of the project."""
    cases = project.cases.list()
    entries = {case.id: _entry(case) for case in cases}
    findables = [Findable(case.id, (folded(case.name),)) for case in cases]
    return Picker(Choices(_("Put the document under a case"), entries, findables))


def one_case_picker(project: Project) -> Picker:
    """All cases, or one of them; what is given for all is `ALL_CASES`."""
    cases = project.cases.list()
    entries = {case.id: _entry(case) for case in cases}
    entries = {ALL_CASES: Entry(ALL_CASES, _("All cases")), **entries}
    findables = [Findable(each, (folded(entry.words),)) for each, entry in entries.items()]
    return Picker(Choices(_("Only one case"), entries, findables))


def codebook_picker() -> Picker:
    """The shipped codebooks, one from a file, and one that is to be begun."""
    from qualcode.services import shipped

    own = {FROM_FILE: _("From a file …"), BEGIN: _("Begin a blank one …")}
    names = [*shipped.codebooks(), *own]
    entries = {name: Entry(name, own.get(name, name)) for name in names}
    findables = [Findable(name, (folded(entries[name].words),)) for name in names]
    return Picker(Choices(_("Choose a codebook"), entries, findables))


def choose_codebook(screen: Screen[None], project: Project, taken: Callable[[str], None]) -> None:
    """Another codebook for the project; `taken` is given what was done, in words."""

    def load(source: str | None) -> None:
        book = attempt(screen, lambda: project.codebooks.load(source)) if source else None
        if book is not None:
            codes = counted("{n} code", "{n} codes", len(book.codes))
            taken(_("Codebook {id}, {codes}", id=book.id, codes=codes))

    def begun(found: Begun | None) -> None:
        if found is not None:
            taken(found.words)

    def chosen(source: str | None) -> None:
        if source == BEGIN:
            screen.app.push_screen(NewBookForm(project), begun)
        elif source == FROM_FILE:
            screen.app.push_screen(Ask(_("A codebook in a file"), "codebook.yaml"), load)
        else:
            load(source)

    screen.app.push_screen(codebook_picker(), chosen)


def _entry(case: Case) -> Entry:
    documents = counted("{n} document", "{n} documents", case.documents)
    return Entry(case.id, case.name, documents)
