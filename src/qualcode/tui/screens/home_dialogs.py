"""Choosing a case for a document, and a codebook for the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import Findable, folded
from qualcode.tui.widgets.line_list import Entry

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

ALL_CASES = "-"
"""What the picker of one case gives for none."""
FROM_FILE = ""
"""What the picker of codebooks gives for one that is not shipped."""


def case_picker(project: Project) -> Picker:
    """The cases of the project."""
    cases = project.cases.list()
    entries = {case.id: Entry(case.id, case.name, f"{case.documents} documents") for case in cases}
    findables = [Findable(case.id, (folded(case.name),)) for case in cases]
    return Picker(Choices("Put the document under a case", entries, findables))


def one_case_picker(project: Project) -> Picker:
    """All cases, or one of them; what is given for all is `ALL_CASES`."""
    cases = project.cases.list()
    entries = {case.id: Entry(case.id, case.name, f"{case.documents} documents") for case in cases}
    entries = {ALL_CASES: Entry(ALL_CASES, "All cases"), **entries}
    findables = [Findable(each, (folded(entry.words),)) for each, entry in entries.items()]
    return Picker(Choices("Only one case", entries, findables))


def codebook_picker() -> Picker:
    """The shipped codebooks, and one from a file."""
    from qualcode.services import shipped

    names = [*shipped.codebooks(), FROM_FILE]
    entries = {name: Entry(name, name or "From a file …") for name in names}
    findables = [Findable(name, (folded(name or "from a file"),)) for name in names]
    return Picker(Choices("Choose a codebook", entries, findables))
