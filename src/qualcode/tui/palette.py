"""The command palette: actions, codes and documents by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.types import IgnoreReturnCallbackType

from qualcode.tui.actions import ACTIONS, Action
from qualcode.tui.keymap import keys_of
from qualcode.tui.matching import Findable, findable, folded, score
from qualcode.tui.messages import CodeChosen, PlaceAsked

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

_BEST = 100


def _run(app: QualcodeApp, action: Action) -> IgnoreReturnCallbackType:
    """What asks the right widget of the screen for the action."""
    name = action.run.split("(")[0]

    async def run() -> None:
        nodes: list[DOMNode] = [*app.screen.walk_children(), app.screen, app]
        for node in nodes:
            if hasattr(node, f"action_{name}"):
                await app.run_action(action.run, node)
                return

    return run


class ActionProvider(Provider):
    """Everything that the keys of this screen can do."""

    def _actions(self) -> Iterator[Action]:
        places = getattr(self.screen, "HELP_PLACES", ("app",))
        return (each for each in ACTIONS if each.palette and each.where in places)

    async def discover(self) -> Hits:
        """All of them."""
        app = cast("QualcodeApp", self.app)
        for each in self._actions():
            yield DiscoveryHit(_words(each), _run(app, each), each.label, each.tooltip)

    async def search(self, query: str) -> Hits:
        """Those that fit."""
        app = cast("QualcodeApp", self.app)
        for each in self._actions():
            fits = score(folded(query), Findable(each.id, (folded(each.label), each.id)))
            if fits:
                yield Hit(
                    fits / _BEST,
                    _words(each),
                    _run(app, each),
                    each.label,
                    each.tooltip,
                )


class CodeProvider(Provider):
    """Codes, to be given to the passage; offered where one can code."""

    async def search(self, query: str) -> Hits:
        """Those that fit by id, label or cue in any language."""
        app = cast("QualcodeApp", self.app)
        screen = self.screen
        if not hasattr(screen, "bench"):
            return
        for code in app.project.codebooks.current().codes:
            fits = score(folded(query), findable(code)) if not code.retired else 0
            if fits:
                give = partial(screen.bench.post_message, CodeChosen(code.id))
                name = code.name(app.language)
                yield Hit(
                    fits / _BEST * 0.9, Content(name), give, name, "Give this code to the passage"
                )


class DocumentProvider(Provider):
    """Documents, to be opened."""

    async def search(self, query: str) -> Hits:
        """Those that fit by name or case."""
        app = cast("QualcodeApp", self.app)
        for info in app.project.documents.list():
            names = tuple(folded(name) for name in (info.name, info.case) if name)
            fits = score(folded(query), Findable(info.id, names))
            if fits:
                go = partial(app.post_message, PlaceAsked(info.id, 0, 0))
                name = Content(f"{info.name}   {info.case or ''}")
                yield Hit(fits / _BEST * 0.8, name, go, info.name, "Open this document")


def _words(action: Action) -> Content:
    return Content(f"{action.label}   {keys_of(action)}")
