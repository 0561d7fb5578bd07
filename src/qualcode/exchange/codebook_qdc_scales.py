"""Scales and sets of a `.qdc` file, as this program writes them into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from qualcode.domain.codebook import CodeSet, Extension, Scale, ScaleValue, StartingTheme
from qualcode.exchange.codebook_paragraphs import Paragraphs, read, split
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_qdc_parts import children, description, guid_of, name_of
from qualcode.exchange.codebook_slugs import Slugs
from qualcode.sentences import sentence

SCALE_FIELDS = ("Note", "Label", "Scale", "Kind", "Applies to", "Sources", "Anchor")
_VALUE_FIELDS = ("Anchor", "Question", "Example", "Label", "Value", "Number", "Sign")
_SET_FIELDS = ("Label", "Set", "Extension", "On", "Theme", "Scale", "Codebook")


def scale_of(branch: Any, said: Paragraphs, language: str) -> Scale:
    """The scale that a branch stands for; `said` is what its description says."""
    anchors: dict[str, dict[str, dict[str, str]]] = {}
    for about, at, text in said.about("Anchor"):
        code, _, number = about.partition(" at ")
        anchors.setdefault(code, {}).setdefault(number, {})[at or language] = text
    return Scale(
        id=said.text("Scale"),
        label=named(branch, said, said.text("Scale"), language),
        kind=said.text("Kind") or "nominal",
        applies_to=said.text("Applies to") or "segment",
        values=tuple(_value(child, language) for child in children(branch, "Code")),
        sources=split(said.text("Sources")),
        anchors_by_code=anchors,
        note=said.labels("Note", language),
    )


def _value(element: Any, language: str) -> ScaleValue:
    said = read(description(element), _VALUE_FIELDS)
    number = said.text("Number")
    name = said.text("Value") or name_of(element)
    return ScaleValue(
        id=name,
        label=named(element, said, name, language),
        value=int(number) if number.lstrip("-").isdecimal() else None,
        sign=said.text("Sign"),
        anchor=said.labels("Anchor", language),
        question=said.labels("Question", language),
        example=said.labels("Example", language),
    )


def named(element: Any, said: Paragraphs, own_id: str, language: str) -> dict[str, str]:
    """The labels of a description, and the element's name where another program changed it."""
    labels = said.labels("Label", language)
    name = name_of(element)
    known = {" ".join(label.split()) for label in labels.values()}
    if name and name not in known and name != own_id:
        labels[language] = name
    return labels


@dataclass(slots=True)
class Sets:
    """The sets of one file, sorted by what they stand for."""

    sets: dict[str, CodeSet] = field(default_factory=dict)
    extensions: dict[str, Extension] = field(default_factory=dict)
    themes: list[StartingTheme] = field(default_factory=list)


def sets_of(
    elements: Iterable[Any],
    code_of: Callable[[str], str | None],
    language: str,
    problems: Problems,
) -> Sets:
    """The sets; `code_of` gives the id of the code with that GUID.

    A set of other things than codes is left out, with a remark unless it is the one of a scale.
    """
    found, slugs = Sets(), Slugs()
    for element in elements:
        said = read(description(element), _SET_FIELDS)
        label = named(element, said, "", language) if not said.text("Codebook") else {}
        members = [guid_of(member) for member in children(element, "MemberCode")]
        codes = tuple(code for member in members if (code := code_of(member)))
        if name := said.text("Theme"):
            label = named(element, said, name, language)
            found.themes.append(StartingTheme(name, label, codes, said.text("Scale") or None))
        elif name := said.text("Extension"):
            label = named(element, said, name, language)
            found.extensions[name] = Extension(name, label, codes, said.text("On") == "true")
        elif name := said.text("Set"):
            found.sets[name] = CodeSet(name, named(element, said, name, language), codes)
        elif codes and not said.text("Codebook"):
            name = slugs.fresh(name_of(element))
            found.sets[name] = CodeSet(name, label, codes)
        elif not codes and not members:
            problems.warn(
                element.sourceline or 1,
                sentence("the set '{value}' is empty", value=name_of(element)),
            )
    return found
