"""What was done, taken back or done again, in the language of the screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook, in_language
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
    *(marked("title"), marked("hotkeys"), marked("coder"), marked("rating_rules")),
    *(marked("quote_share"), marked("statement"), marked("kind"), marked("met"), marked("status")),
    *(marked("level"), marked("period"), marked("query"), marked("towards"), marked("rival")),
    *(marked("verdict"), marked("text"), marked("note"), marked("answer")),
    *(marked("finding"), marked("proposition"), marked("theme"), marked("outcome")),
    *(marked("side"), marked("position"), marked("withheld")),
    *(marked("cell"), marked("report"), marked("reply"), marked("organisation"), marked("role")),
)
"""What an act can change of a thing, the settings of a project, and what something is about."""

VALUES = (
    *(marked("helps"), marked("hinders"), marked("mixed")),
    *(marked("actual"), marked("past"), marked("wished"), marked("denied"), marked("second-hand")),
)
"""The valences and standings that a codebook without words for them has."""

_OF_CODES = ("code", "target")


def value_label(book: Codebook, scale: str, value: str, language: str) -> str:
    """What a value of a scale is called in the codebook, else on the screens; for a sentence."""
    for each in book.scales[scale].values if scale in book.scales else ():
        if each.id == value and each.label:
            label = in_language(each.label, language, value)
            return label[:1].lower() + label[1:]
    return _(value)


def code_labels(project: Project, language: str) -> Mapping[str, str]:
    """The labels of the codes in a language, by id."""
    return {code.id: code.name(language) for code in project.codebooks.current().codes}


def told(act: Act, labels: Mapping[str, str]) -> str:
    """An act in words; `labels` are those of the codes."""
    return _(act.phrase, **{name: _said(name, act.values[name], labels) for name in act.values})


def take_back(project: Project, language: str) -> str:
    """Take back the coder's last act; returns what was done, in words. Raises as undo does."""
    return undone(project.history.undo(), code_labels(project, language))


def do_again(project: Project, language: str) -> str:
    """Do again what was taken back last; returns what was done, in words. Raises as redo does."""
    return redone(project.history.redo(), code_labels(project, language))


def undone(act: Act, labels: Mapping[str, str]) -> str:
    """That an act was taken back."""
    return _("Undone: {act}", act=told(act, labels))


def redone(act: Act, labels: Mapping[str, str]) -> str:
    """That an act was done again."""
    return _("Redone: {act}", act=told(act, labels))


def _said(name: str, values: tuple[str, ...] | None, labels: Mapping[str, str]) -> str:
    if values is None:
        return _("(removed)")
    if name in _OF_CODES:
        values = tuple(labels.get(code, code) for each in values for code in each.split(", "))
    elif name in ("fields", "setting", "about"):
        values = tuple(_(each) if each in FIELDS else each for each in values)
    return ", ".join(values)
