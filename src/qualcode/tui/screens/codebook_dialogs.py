"""Choosing a code to move under, to merge into, an extension, a passage; words for what is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Code, Codebook, in_language
from qualcode.domain.coding import Coding
from qualcode.domain.quoting import shorten, tidy
from qualcode.tui.dialogs.exporting import Saving
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.place_list import Listed, PlaceList
from qualcode.tui.matching import Findable, findable, folded
from qualcode.tui.widgets.column_list import counted
from qualcode.tui.widgets.line_list import Entry

if TYPE_CHECKING:
    from qualcode.services.recoding import Outcome
    from qualcode.services.workspace import Project

ENDINGS = (".yaml", ".json", ".qdc", ".csv", ".xlsx", ".docx", ".md")
AT_HOME, ALONG = "stay at home", "go along"
NEW = ""
"""What the picker of codes for labels gives for a code that is not there yet."""


def code_choice(
    title: str, codes: Iterable[Code], book: Codebook, language: str, first: str = ""
) -> Picker:
    """The codes, each with what it lies below; `first` is an entry of no code that comes first."""
    entries, findables = {}, []
    if first:
        entries[""] = Entry("", first)
        findables.append(Findable("", (folded(first),)))
    for code in codes:
        parent = book.by_id.get(code.parent or "")
        above = parent.name(language) if parent else ""
        entries[code.id] = Entry(code.id, code.name(language), above)
        findables.append(findable(code))
    prompt = "Label, id or cue, in any language"
    return Picker(Choices(title, entries, findables, prompt=prompt), book, language)


def parent_choice(code: Code, book: Codebook, language: str) -> Picker:
    """What a code can lie below."""
    below = set(book.below(code.id))
    codes = [c for c in book.walk() if c.id not in below and not c.retired and c.id != code.parent]
    title = f"Move {code.name(language)} below"
    return code_choice(title, codes, book, language, "(the top)" if code.parent else "")


def merge_choice(code: Code, book: Codebook, language: str) -> Picker:
    """What a code can be merged into."""
    below = set(book.below(code.id))
    codes = [c for c in book.walk() if c.assignable and not c.retired and c.id not in below]
    return code_choice(f"Merge {code.name(language)} into", codes, book, language)


def extension_choice(book: Codebook, language: str) -> Picker:
    """The extensions, with whether they are on."""
    entries, findables = {}, []
    for known in book.extensions.values():
        name = in_language(known.label, language, known.id)
        state = f"{counted(len(known.codes), 'code')} · {'on' if known.on else 'off'}"
        entries[known.id] = Entry(known.id, name, state)
        findables.append(Findable(known.id, (folded(name), known.id)))
    return Picker(Choices("Switch an extension on or off", entries, findables))


def passage_choice(code: Code, codings: Sequence[Coding], language: str) -> PlaceList:
    """The passages of a code, grouped by document."""
    places = [
        Listed(each.document_id, each.start, each.end, tidy(each.quote), each.document)
        for each in codings
    ]
    return PlaceList(f"An example of {code.name(language)}", places)


def as_example(coding: Coding) -> str:
    """The words of a passage as an example."""
    return shorten(tidy(coding.quote))


def preview_words(outcome: Outcome) -> str:
    """What an operation would do to codings, in one or two sentences."""
    found = [
        f"{counted(outcome.moved, 'coding')} in {counted(outcome.documents, 'document')} move."
    ]
    if outcome.folded:
        found.append(
            f"{outcome.folded} of them stand where the other code stands already and are folded."
        )
    if outcome.differing:
        found.append(f"{outcome.differing} of these are valued otherwise and are read again.")
    if outcome.followers:
        found.append(f"{outcome.followers} themes, guides or memos go along.")
    return " ".join(found)


def done_words(outcome: Outcome) -> str:
    """What was done, for the line at the bottom."""
    found = [outcome.words]
    if outcome.moved:
        found.append(f"{outcome.moved} moved")
    if outcome.reread:
        found.append(f"{outcome.reread} to read again: w")
    return " · ".join(found)


def codebook_saving(project: Path, name: str, notes: list[str]) -> Saving:
    """The codebook as a file; what the file leaves out is added to `notes`."""

    def write(opened: Project, target: Path, chosen: Mapping[str, str]) -> object:
        notes[:] = opened.codebooks.export(target, with_quotes=chosen["quotes"] == ALONG)
        return notes

    choices = {"quotes": (AT_HOME, ALONG)}
    start = project.with_name(f"{name}.yaml")
    return Saving("Write the codebook to a file", start, ENDINGS, write, choices)
