"""Gathering under a theme or for a finding: a code, own words of an emergent coding, passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from qualcode.domain.coding import Coding
from qualcode.tui.claims_seen import FINDING, PROPOSITION
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.messages import attempt
from qualcode.tui.screens.quote_dialogs import (
    NEW_FACTOR,
    NEW_PITFALL,
    NEW_THEME,
    gathering_picker,
)
from qualcode.tui.words import _, counted, marked, quoted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

_NEW = {
    NEW_THEME: (marked("A new theme"), marked("Its name")),
    NEW_FACTOR: (marked("A new success factor"), marked("Its statement")),
    NEW_PITFALL: (marked("A new pitfall"), marked("Its statement")),
}
_KINDS = {NEW_FACTOR: "success-factor", NEW_PITFALL: "pitfall"}


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be gathered: its key, its words, and the members as a theme takes them.

    A finding rests on codings where a theme gathers segments: `codings` are those.
    """

    key: str
    words: str
    members: Mapping[str, Sequence[str]]
    codings: Sequence[str] = ()

    @property
    def grounds(self) -> Mapping[str, Sequence[str]]:
        """The members as a finding takes them."""
        kept = {kind: names for kind, names in self.members.items() if kind != "segment"}
        return {**kept, "coding": self.codings} if self.codings else kept


def offers_of(
    segment: str,
    codings: Sequence[str],
    coded: tuple[str | None, str | None],
    name: Callable[[str], str],
) -> list[Offer]:
    """The passage, its own words and its code where it has them.

    `codings` are those on the segment, `coded` the code and the label of the current one; `name`
    gives a code's label.
    """
    code, label = coded
    found = [Offer("p", _("the passage"), {"segment": [segment]}, codings)]
    if label:
        found.append(Offer("w", quoted(label), {"label": [label]}))
    if code is not None:
        found.append(Offer("c", _("the code {code}", code=name(code)), {"code": [code]}))
    return found


def offers_among(codings: Sequence[Coding], names: Mapping[str, str]) -> list[Offer]:
    """The passages, their codes and their own words; `names` are the labels of codes."""
    segments = list(dict.fromkeys(coding.segment for coding in codings))
    labels = list(dict.fromkeys(coding.label for coding in codings if coding.label))
    codes = list(dict.fromkeys(coding.code for coding in codings))
    passages = counted("{n} passage", "{n} passages", len(segments))
    found = [Offer("p", passages, {"segment": segments}, [coding.id for coding in codings])]
    if labels:
        many = counted("{n} label of your own", "{n} labels of your own", len(labels))
        words = quoted(labels[0]) if len(labels) == 1 else many
        found.append(Offer("w", words, {"label": labels}))
    one = _("the code {code}", code=names.get(codes[0], codes[0]))
    many = counted("{n} code", "{n} codes", len(codes))
    return [*found, Offer("c", one if len(codes) == 1 else many, {"code": codes})]


def ask(
    node: DOMNode, project: Project, offers: Sequence[Offer], say: Callable[[str], None]
) -> None:
    """Ask what, where there is a choice, and under which theme or finding; then do and say it."""

    def chosen(key: str | None) -> None:
        offer = next((each for each in offers if each.key == key), None)
        if offer is not None:
            _ask_where(node, project, offer, say)

    if len(offers) == 1:
        chosen(offers[0].key)
        return
    keys = [(each.key, "enter") if each is offers[0] else (each.key,) for each in offers]
    choices = [Choice(of.key, which, of.words) for which, of in zip(keys, offers, strict=True)]
    node.app.push_screen(ChoiceBar(_("Gather under a theme or a finding"), choices), chosen)


def _ask_where(node: DOMNode, project: Project, offer: Offer, say: Callable[[str], None]) -> None:
    def do(act: Callable[[], str]) -> None:
        words = attempt(node, act)
        if words is not None:
            say(words)

    def picked(where: str | None) -> None:
        if where in _NEW:
            title, prompt = _NEW[where]
            ask = Ask(_(title), _(prompt))
            node.app.push_screen(ask, lambda words: named(where, words))
        elif where is not None:
            do(lambda: gather(project, offer, where))

    def named(where: str, words: str | None) -> None:
        if words:
            do(lambda: gather_new(project, offer, where, words))

    node.app.push_screen(gathering_picker(project), picked)


def gather(project: Project, offer: Offer, where: str) -> str:
    """Put it under a theme by its id, or `finding:` or `proposition:` and an id.

    Returns what was done, in words.
    """
    kind, _colon, known = where.rpartition(":")
    if kind == FINDING:
        new = project.findings.gather(known, offer.grounds)
        name = project.findings.resolve(known).statement
    elif kind == PROPOSITION:
        new = project.propositions.gather(known, offer.grounds)
        name = project.propositions.resolve(known).statement
    else:
        new = project.themes.gather(known, offer.members)
        name = project.themes.resolve(known).name
    named = {"what": offer.words, "theme": name}
    if not new:
        return _("{what} under {theme} already", **named)
    return _("{what} under {theme}", **named)


def gather_new(project: Project, offer: Offer, where: str, words: str) -> str:
    """Put it under a new theme or finding; raises Conflict when there is a theme of that name."""
    if where in _KINDS:
        made = project.findings.add(words, _KINDS[where], offer.grounds)
        return _("{what} for the new finding {finding}", what=offer.words, finding=made.statement)
    theme = project.themes.add(words, offer.members)
    return _("{what} under the new theme {theme}", what=offer.words, theme=theme.name)
