"""Choosing a code to move under, to merge into, an extension, a passage; words for what is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Code, Codebook, in_language
from qualcode.domain.coding import Coding
from qualcode.domain.quoting import tidy
from qualcode.tui.dialogs.exporting import Saving
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.place_list import Listed, PlaceList
from qualcode.tui.matching import Findable, findable, folded
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, counted, marked, translated

if TYPE_CHECKING:
    from qualcode.services.recoding import Outcome
    from qualcode.services.workspace import Project

ENDINGS = (".yaml", ".json", ".qdc", ".csv", ".xlsx", ".docx", ".md")
AT_HOME, ALONG = marked("stay at home"), marked("go along")
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
    prompt = _("Label, id or cue, in any language")
    return Picker(Choices(title, entries, findables, prompt=prompt), book, language)


def parent_choice(code: Code, book: Codebook, language: str) -> Picker:
    """What a code can lie below."""
    below = set(book.below(code.id))
    codes = [c for c in book.walk() if c.id not in below and not c.retired and c.id != code.parent]
    title = _("Move {code} below", code=code.name(language))
    return code_choice(title, codes, book, language, _("(the top)") if code.parent else "")


def merge_choice(code: Code, book: Codebook, language: str) -> Picker:
    """What a code can be merged into."""
    below = set(book.below(code.id))
    codes = [c for c in book.walk() if book.takes(c) and c.id not in below]
    return code_choice(_("Merge {code} into", code=code.name(language)), codes, book, language)


def extension_choice(book: Codebook, language: str) -> Picker:
    """The extensions, with whether they are on."""
    entries, findables = {}, []
    for known in book.extensions.values():
        name = in_language(known.label, language, known.id)
        codes = counted("{n} code", "{n} codes", len(known.codes))
        state = " · ".join((codes, _("on") if known.on else _("off")))
        entries[known.id] = Entry(known.id, name, state)
        findables.append(Findable(known.id, (folded(name), known.id)))
    return Picker(Choices(_("Switch an extension on or off"), entries, findables))


def scale_choice(book: Codebook, language: str) -> Picker:
    """The scales, with what they apply to."""
    entries, findables = {}, []
    for scale in book.scales.values():
        name = in_language(scale.label, language, scale.id)
        values = counted("{n} value", "{n} values", len(scale.values))
        entries[scale.id] = Entry(scale.id, name, f"{scale.id} · {values}")
        findables.append(Findable(scale.id, (folded(name), scale.id)))
    return Picker(Choices(_("Which scale?"), entries, findables))


def passage_choice(code: Code, codings: Sequence[Coding], language: str) -> PlaceList:
    """The passages of a code, grouped by document."""
    places = [
        Listed(each.document_id, each.start, each.end, tidy(each.quote), each.document)
        for each in codings
    ]
    return PlaceList(_("An example of {code}", code=code.name(language)), places)


def preview_words(outcome: Outcome) -> str:
    """What an operation would do to codings, in one or two sentences."""
    found = [
        _(
            "{codings} in {documents} move.",
            codings=counted("{n} coding", "{n} codings", outcome.moved),
            documents=counted("{n} document", "{n} documents", outcome.documents),
        )
    ]
    if outcome.folded:
        found.append(
            counted(
                "{n} of them stands where the other code stands already and is folded.",
                "{n} of them stand where the other code stands already and are folded.",
                outcome.folded,
            )
        )
    if outcome.differing:
        found.append(
            counted(
                "{n} of these is valued otherwise and is read again.",
                "{n} of these are valued otherwise and are read again.",
                outcome.differing,
            )
        )
    if outcome.followers:
        found.append(
            counted(
                "{n} theme, guide or memo goes along.",
                "{n} themes, guides or memos go along.",
                outcome.followers,
            )
        )
    return " ".join(found)


def done_words(outcome: Outcome) -> str:
    """What was done, for the line at the bottom."""
    found = [translated(outcome.words)]
    if outcome.moved:
        found.append(counted("{n} moved", "{n} moved", outcome.moved))
    if outcome.revalued:
        found.append(counted("{n} gets another value", "{n} get another value", outcome.revalued))
    if outcome.reread:
        found.append(counted("{n} to read again: w", "{n} to read again: w", outcome.reread))
    return " · ".join(found)


def codebook_saving(project: Path, name: str, notes: list[str]) -> Saving:
    """The codebook as a file; what the file leaves out is added to `notes`."""

    def write(opened: Project, target: Path, chosen: Mapping[str, str]) -> object:
        notes[:] = opened.codebooks.export(target, with_quotes=chosen["quotes"] == ALONG)
        return notes

    choices = {marked("quotes"): (AT_HOME, ALONG)}
    start = project.with_name(f"{name}.yaml")
    return Saving(_("Write the codebook to a file"), start, ENDINGS, write, choices)
