"""The command palette: actions, codes, documents, cases and tables by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from qualcode.tui.actions import ACTIONS, Action
from qualcode.tui.keymap import actions_of, keys_of
from qualcode.tui.matching import Findable, findable, folded, score
from qualcode.tui.messages import CodeChosen, PassagesAsked, PlaceAsked
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

_BEST = 100
_ENGLISH = {each.id: each.label for each in ACTIONS}


@dataclass(frozen=True, slots=True)
class _Offer:
    """Something that can be found, what stands in the list, and what it does."""

    found: Findable
    words: str
    help: str
    run: Callable[[], object]


def _hits(query: str, offers: Sequence[_Offer], weight: float) -> Iterator[Hit]:
    """Those that fit; words of a project are never read as markup."""
    words = folded(query)
    for each in offers:
        fits = score(words, each.found)
        if fits:
            # the library asks for a command that may return anything
            run = cast("Callable[[], None]", each.run)
            yield Hit(fits / _BEST * weight, Content(each.words), run, each.words, each.help)


class ActionProvider(Provider):
    """Everything that the keys of this screen can do."""

    async def startup(self) -> None:
        """The actions that make sense here."""
        places = getattr(self.screen, "HELP_PLACES", ("app",))
        known = actions_of(self.app)
        self._actions = [each for each in known if each.palette and each.where in places]

    async def discover(self) -> Hits:
        """All of them."""
        for each in self._actions:
            yield DiscoveryHit(_words(each), self._run(each), each.label, each.tooltip)

    async def search(self, query: str) -> Hits:
        """Those that fit, by their words on the screens, in English, or by id."""
        for each in self._actions:
            names = (folded(each.label), folded(_ENGLISH[each.id]), each.id)
            fits = score(folded(query), Findable(each.id, names))
            if fits:
                run = self._run(each)
                yield Hit(fits / _BEST, _words(each), run, each.label, each.tooltip)

    def _run(self, action: Action) -> Callable[[], Awaitable[None]]:
        """What asks the widget of the screen that has the action's key."""
        app = self.app

        async def run() -> None:
            nodes: list[DOMNode] = [*app.screen.walk_children(), app.screen, app]
            for node in nodes:
                if _binds(node, action.id):
                    await app.run_action(action.run, node)
                    return

        return run


class CodeProvider(Provider):
    """Codes: to be given to the passage where one codes, and their passages everywhere."""

    async def startup(self) -> None:
        """The codes in the reader's language."""
        app = cast("QualcodeApp", self.app)
        bench = getattr(self.screen, "bench", None)
        self._give: list[_Offer] = []
        self._passages: list[_Offer] = []
        book = app.project.codebooks.current()
        for code in book.codes:
            found, name = findable(code), code.name(app.language)
            if bench is not None and book.takes(code):
                run = partial(bench.post_message, CodeChosen(code.id))
                self._give.append(_Offer(found, name, _("Give this code to the passage"), run))
            run = partial(app.post_message, PassagesAsked(code.id))
            self._passages.append(_Offer(found, name, _("All passages of this code"), run))

    async def search(self, query: str) -> Hits:
        """Those that fit by id, label or cue in any language."""
        for hit in (*_hits(query, self._give, 0.9), *_hits(query, self._passages, 0.7)):
            yield hit


class PlaceProvider(Provider):
    """Documents, cases and tables, to be shown."""

    async def startup(self) -> None:
        """What the project holds now."""
        self._offers = [*self._documents(), *self._cases(), *self._tables()]

    async def search(self, query: str) -> Hits:
        """Those that fit by name, documents also by their case."""
        for hit in _hits(query, self._offers, 0.8):
            yield hit

    @property
    def _app(self) -> QualcodeApp:
        return cast("QualcodeApp", self.app)

    def _documents(self) -> Iterator[_Offer]:
        for info in self._app.project.documents.list():
            names = tuple(folded(name) for name in (info.name, info.case) if name)
            words = f"{info.name}   {info.case or ''}".rstrip()
            run = partial(self._app.post_message, PlaceAsked(info.id, 0, 0))
            yield _Offer(Findable(info.id, names), words, _("Open this document"), run)

    def _cases(self) -> Iterator[_Offer]:
        for case in self._app.project.cases.list():
            names = tuple(folded(name) for name in (case.name, *case.aliases))
            run = partial(self._app.enter, "home", "show_case", case.id)
            yield _Offer(Findable(case.id, names), case.name, _("Show this case"), run)

    def _tables(self) -> Iterator[_Offer]:
        from qualcode.tui.screens.table_making import NAMES

        for name in self._app.project.tables.names():
            words = _(NAMES.get(name, name))
            run = partial(self._app.enter, "tables", "show_table", name)
            found = Findable(name, (folded(words), folded(name)))
            yield _Offer(found, words, _("Show this table"), run)


def _binds(node: DOMNode, action: str) -> bool:
    """Whether a widget has the key of an action."""
    return any(getattr(binding, "id", None) == action for binding in type(node).BINDINGS)


def _words(action: Action) -> Content:
    return Content(f"{action.label}   {keys_of(action)}".rstrip())
