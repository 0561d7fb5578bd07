"""What was done, taken back or done again, in the language of the screens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook, in_language
from qualcode.text.cells import width
from qualcode.tui.fitting import fitted
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.domain.people import Act
    from qualcode.services.workspace import Project

FIELDS = (
    *(marked("case"), marked("code"), marked("confidence"), marked("label"), marked("memo")),
    *(marked("standing"), marked("valence"), marked("attributes"), marked("date")),
    *(marked("file"), marked("groups"), marked("language"), marked("name"), marked("participant")),
    *(marked("wave"), marked("definition"), marked("summary"), marked("aliases")),
    *(marked("languages"), marked("periods"), marked("retention"), marked("stance")),
    *(marked("title"), marked("keys"), marked("coder"), marked("rating_rules")),
    *(marked("quote_share"), marked("statement"), marked("kind"), marked("met"), marked("status")),
    *(marked("level"), marked("period"), marked("query"), marked("towards"), marked("rival")),
    *(marked("verdict"), marked("text"), marked("note"), marked("answer")),
    *(marked("finding"), marked("proposition"), marked("theme"), marked("outcome")),
    *(marked("side"), marked("position"), marked("withheld"), marked("coding")),
    *(marked("cell"), marked("report"), marked("reply"), marked("organisation"), marked("role")),
)
"""What an act can change of a thing, the settings of a project, and what something is about."""

VALUES = (
    *(marked("helps"), marked("hinders"), marked("mixed")),
    *(marked("actual"), marked("past"), marked("wished"), marked("denied"), marked("second-hand")),
)
"""The valences and standings that a codebook without words for them has."""

_OF_CODES = ("code", "target")
BRIEF = 50
"""Cells of an act in words that leave room in 80 for what is said of it and for a key."""
LEAST_OF_LABEL = 16
"""Cells of a label that are left of it at least."""


def value_label(book: Codebook, scale: str, value: str, language: str) -> str:
    """What a value of a scale is called in the codebook, else on the screens; for a sentence."""
    for each in book.scales[scale].values if scale in book.scales else ():
        if each.id == value and each.label:
            label = in_language(each.label, language, value)
            return label[:1].lower() + label[1:]
    return _(value)


def code_labels(project: Project, language: str, acts: Iterable[Act] = ()) -> Mapping[str, str]:
    """The labels of the codes in a language, by id; with those that the acts speak of and that
    the codebook has no longer."""
    codes = {code.id: code for code in project.codebooks.current().codes}
    asked = {code for act in acts for code in _codes_of(act)}
    if not asked <= codes.keys():
        codes.update(project.history.codes_gone(asked))
    return {code.id: code.name(language) for code in codes.values()}


def told(act: Act, labels: Mapping[str, str], here: str | None = None) -> str:
    """An act in words; `labels` are those of the codes.

    What was done in the document that the reader has before them (`here`, its id) names the turn.
    """
    values = {name: _said(name, act.values[name], labels) for name in act.values}
    if here is not None and act.place is not None and act.place[0] == here:
        turn = act.place[1]
        values["document"] = _("this document") if turn is None else _("turn {n}", n=turn)
    return _(act.phrase, **values)


def take_back(project: Project, language: str, here: str | None = None) -> str:
    """Take back the coder's last act; returns what was done, in words. Raises as undo does.

    `here` is the document (id) that the reader has before them.
    """
    return undone(project, project.history.undo(), language, here)


def do_again(project: Project, language: str, here: str | None = None) -> str:
    """Do again what was taken back last; returns what was done, in words. Raises as redo does."""
    act = project.history.redo()
    return _("Redone: {act}", act=_briefly(act, code_labels(project, language, [act]), here))


def undone(project: Project, act: Act, language: str, here: str | None = None) -> str:
    """That an act was taken back."""
    return _("Undone: {act}", act=_briefly(act, code_labels(project, language, [act]), here))


def _briefly(act: Act, labels: Mapping[str, str], here: str | None) -> str:
    """An act in words that a narrow line has room for, as far as shorter labels allow that."""
    said = told(act, labels, here)
    over = width(said) - BRIEF
    codes = _codes_of(act)
    if over <= 0 or len(codes) != 1:
        return said
    label = labels.get(codes[0], codes[0])
    room = max(LEAST_OF_LABEL, width(label) - over)
    if room >= width(label):
        return said
    return told(act, {codes[0]: fitted(label, room).rstrip()}, here)


def _codes_of(act: Act) -> list[str]:
    return [code for each in act.values.get("code") or () for code in _parted(each)]


def _parted(codes: str) -> list[str]:
    return [code for code in codes.split(", ") if code]


def _said(name: str, values: tuple[str, ...] | None, labels: Mapping[str, str]) -> str:
    if values is None:
        return _("(removed)")
    if name in _OF_CODES:
        values = tuple(labels.get(code, code) for each in values for code in _parted(each))
    elif name in ("fields", "setting", "about"):
        values = tuple(_(each) if each in FIELDS else each for each in values)
    return ", ".join(values)
