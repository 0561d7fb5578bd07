"""Gathering under a theme: a code, the own words of an emergent coding, or passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from qualcode.domain.coding import Coding
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.messages import attempt
from qualcode.tui.screens.quote_dialogs import NEW_THEME, theme_picker
from qualcode.tui.widgets.column_list import counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be gathered: its key, its words, and the members as a theme takes them."""

    key: str
    words: str
    members: Mapping[str, Sequence[str]]


def offers_of(
    segment: str, code: str | None, label: str | None, name: Callable[[str], str]
) -> list[Offer]:
    """The passage, its own words and its code where it has them; `name` gives a code's label."""
    found = [Offer("p", "the passage", {"segment": [segment]})]
    if label:
        found.append(Offer("w", f"“{label}”", {"label": [label]}))
    if code is not None:
        found.append(Offer("c", f"the code {name(code)}", {"code": [code]}))
    return found


def offers_among(codings: Sequence[Coding], names: Mapping[str, str]) -> list[Offer]:
    """The passages, their codes and their own words; `names` are the labels of codes."""
    segments = list(dict.fromkeys(coding.segment for coding in codings))
    labels = list(dict.fromkeys(coding.label for coding in codings if coding.label))
    codes = list(dict.fromkeys(coding.code for coding in codings))
    found = [Offer("p", counted(len(segments), "passage"), {"segment": segments})]
    if labels:
        words = f"“{labels[0]}”" if len(labels) == 1 else f"{len(labels)} own words"
        found.append(Offer("w", words, {"label": labels}))
    one = names.get(codes[0], codes[0])
    words = f"the code {one}" if len(codes) == 1 else counted(len(codes), "code")
    return [*found, Offer("c", words, {"code": codes})]


def ask(
    node: DOMNode, project: Project, offers: Sequence[Offer], say: Callable[[str], None]
) -> None:
    """Ask what, where there is a choice, and under which theme; then do it and say so."""

    def chosen(key: str | None) -> None:
        offer = next((each for each in offers if each.key == key), None)
        if offer is not None:
            _ask_theme(node, project, offer, say)

    if len(offers) == 1:
        chosen(offers[0].key)
        return
    keys = [(each.key, "enter") if each is offers[0] else (each.key,) for each in offers]
    choices = [Choice(of.key, which, of.words) for which, of in zip(keys, offers, strict=True)]
    node.app.push_screen(ChoiceBar("Gather under a theme", choices), chosen)


def _ask_theme(node: DOMNode, project: Project, offer: Offer, say: Callable[[str], None]) -> None:
    def do(act: Callable[[], str]) -> None:
        words = attempt(node, act)
        if words is not None:
            say(words)

    def named(name: str | None) -> None:
        if name:
            do(lambda: gather_new(project, offer, name))

    def picked(theme: str | None) -> None:
        if theme == NEW_THEME:
            node.app.push_screen(Ask("A new theme", "Its name"), named)
        elif theme is not None:
            do(lambda: gather(project, offer, theme))

    node.app.push_screen(theme_picker(project), picked)


def gather(project: Project, offer: Offer, theme: str) -> str:
    """Put it under a theme by its id; returns what was done, in words."""
    new = project.themes.gather(theme, offer.members)
    there = "" if new else " already"
    return f"{offer.words} under {project.themes.resolve(theme).name}{there}"


def gather_new(project: Project, offer: Offer, name: str) -> str:
    """Put it under a new theme; raises Conflict when there is one of that name."""
    theme = project.themes.add(name, offer.members)
    return f"{offer.words} under the new theme {theme.name}"
