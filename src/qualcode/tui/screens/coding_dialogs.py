"""The dialogs of the coding screen, filled from the desk."""

from __future__ import annotations

from collections.abc import Iterable

from qualcode.domain.codebook import Scale, ScaleValue, in_language
from qualcode.domain.coding import Degree, DegreeDetails
from qualcode.tui.desk import Desk
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.degree_form import DegreeAsked, DegreeForm
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import Findable, folded
from qualcode.tui.pairs import organisations_for, remembered_pair
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Item
from qualcode.tui.words import _

CLEAR = ""


def document_picker(desk: Desk) -> Picker:
    """All documents with their case and how far they are coded."""
    entries, findables = {}, []
    for each in desk.project.documents.progress():
        info = each.document
        done = _("{done}/{all} turns", done=each.coded + each.read, all=each.turns)
        entries[info.id] = Entry(info.id, info.name, _beside(info.case or "", done))
        names = (folded(info.name), folded(info.case or ""), folded(info.participant or ""))
        findables.append(Findable(info.id, tuple(name for name in names if name)))
    return Picker(
        Choices(_("Open a document"), entries, findables, prompt=_("Name, case or participant"))
    )


def degree_bar(desk: Desk) -> ChoiceBar:
    """One key for the degree; tab goes on to the form with the pair."""
    choices = [
        Choice(str(value.value), (str(value.value),), in_language(value.label, desk.language))
        for value in desk.degree_scale.values
        if value.value is not None
    ]
    choices += [
        Choice(CLEAR, ("0", "x", "delete"), _("none")),
        Choice("form", ("tab", "D"), _("with pair")),
    ]
    return ChoiceBar(_("Degree"), choices)


def standing_bar(desk: Desk) -> ChoiceBar:
    """One key for the standing: its number, or a letter of its id.

    The letters are shown where they begin what the standings are called.
    """
    lettered = list(_letters(desk.standing_scale))
    names = [in_language(value.label, desk.language, value.id) for value, _letter in lettered]
    fits = all(
        folded(name).startswith(letter)
        for name, (_value, letter) in zip(names, lettered, strict=True)
    )
    choices = []
    for number, (name, (value, letter)) in enumerate(zip(names, lettered, strict=True), 1):
        keys, named = ((letter, str(number)), 2) if fits else ((str(number), letter), 1)
        choices.append(Choice(value.id, keys, f"{name} {value.sign}".strip(), named))
    choices.append(Choice(CLEAR, ("0", "x", "delete"), _("none")))
    return ChoiceBar(_("Standing"), choices)


def degree_form(desk: Desk, item: Item) -> tuple[DegreeForm, Degree | None]:
    """The form, begun with the degree that lacks its pair, else with the pair used last."""
    degrees = item.segment.degrees
    unfinished = [degree for degree in degrees if not degree.complete]
    old = unfinished[0] if unfinished else degrees[0] if len(degrees) == 1 else None
    first = next((v.value for v in desk.degree_scale.values if v.value is not None), 1)
    organisations = organisations_for(desk)
    pair = remembered_pair(desk)
    start = DegreeDetails(first, *pair)
    if old is not None:
        start = DegreeDetails(
            old.value,
            old.from_organisation or pair[0],
            old.to_organisation or pair[1],
            old.activity,
            old.period,
        )
    asked = DegreeAsked(
        desk.degree_scale,
        start,
        [each.name for each in organisations],
        list(desk.project.settings.show()["periods"]),
        desk.language,
        item.segment.id,
        [degree for degree in degrees if degree is not old],
        old,
    )
    return DegreeForm(asked), old


def _letters(scale: Scale) -> Iterable[tuple[ScaleValue, str]]:
    """The values, each with a letter of its id that no earlier one has."""
    taken: set[str] = {"x"}
    for value in scale.values:
        letter = next((sign for sign in value.id if sign not in taken), value.id[0])
        taken.add(letter)
        yield value, letter


def _beside(*parts: str) -> str:
    return "  ".join(part for part in parts if part)
