"""Choosing passages as quotes for something, and opening what is done to their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from qualcode.domain.coding import Coding
from qualcode.tui.claims_seen import FINDING, PROPOSITION
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import Findable, folded
from qualcode.tui.messages import PlaceAsked, attempt
from qualcode.tui.quote_words import too_much, why_not
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

THEME, REPORT = "theme", "report"


@dataclass(frozen=True, slots=True)
class Owner:
    """What quotes are chosen for: its kind, its id, and its words."""

    kind: str
    id: str
    words: str

    @property
    def key(self) -> str:
        """Kind and id in one."""
        return f"{self.kind}:{self.id}"


def owners(project: Project) -> list[Owner]:
    """The findings, propositions and themes of the project, and the report."""
    found = [Owner(FINDING, one.id, one.statement) for one in project.findings.list()]
    found += [Owner(PROPOSITION, one.id, one.statement) for one in project.propositions.list()]
    found += [Owner(THEME, one.id, one.name) for one in project.themes.list()]
    return [*found, Owner(REPORT, "", _("The report"))]


def choose(project: Project, codings: Sequence[Coding], owner: Owner, side: str = "for") -> str:
    """Choose passages as quotes for something; returns what was done, in words.

    Raises Conflict when all of them are chosen for it already.
    """
    ids = [each.id for each in codings]
    views = project.quotes.choose_several(ids, owner.kind, owner.id, side=side)
    words = counted("{n} passage chosen as a quote", "{n} passages chosen as quotes", len(views))
    kept_back = [view for view in views if view.withheld]
    if len(views) == 1 and kept_back:
        words += " · " + _("printed: {why}", why=why_not(views[0]))
    elif kept_back:
        silent = counted("{n} not printed", "{n} not printed", len(kept_back))
        words += f" · {silent}"
    more = too_much(project) or _("Q shows it")
    return f"{words} · {more}"


def ask_owner(
    node: DOMNode, project: Project, codings: Sequence[Coding], say: Callable[[str], None]
) -> None:
    """Ask what the passages are to be quotes for; then choose them and say so."""
    known = {each.key: each for each in owners(project)}

    def chosen(key: str | None) -> None:
        owner = known.get(key or "")
        if owner is not None:
            words = attempt(node, lambda: choose(project, codings, owner))
            if words is not None:
                say(words)

    kinds = {
        FINDING: _("finding"),
        PROPOSITION: _("proposition"),
        THEME: _("theme"),
        REPORT: "",
    }
    entries = {key: Entry(key, one.words, kinds[one.kind]) for key, one in known.items()}
    findables = [Findable(key, (folded(one.words),)) for key, one in known.items()]
    node.app.push_screen(Picker(Choices(_("Choose as a quote for"), entries, findables)), chosen)


def curate(
    node: DOMNode,
    project: Project,
    owner: Owner | None,
    shown: Callable[[], None],
    lit: str | None = None,
) -> None:
    """Open the quotes chosen for something, or all; `shown` is called when they are closed."""
    from qualcode.tui.dialogs.curation import Curation

    heads = {each.key: each.words for each in owners(project)}

    def left(place: PlaceAsked | None) -> None:
        shown()
        if place is not None:
            node.post_message(place)

    node.app.push_screen(Curation(project, heads, owner.key if owner else None, lit), left)
