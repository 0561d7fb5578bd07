"""What all services of one open project share: the store, the coder, the codebook in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from qualcode.domain.codebook import Codebook
from qualcode.errors import Ambiguous, NotFound, QualcodeError, nearest
from qualcode.storage import books, journal, people, project
from qualcode.storage.journal import Act
from qualcode.storage.store import Store


class Named(Protocol):
    """Anything with an id and a name."""

    @property
    def id(self) -> str:
        """A UUID."""

    @property
    def name(self) -> str:
        """What people call it."""


T = TypeVar("T", bound=Named)


def pick(kind: str, ref: str, things: Iterable[T]) -> T:
    """The thing with that id or name.

    Raises NotFound with the nearest names, Ambiguous with the ids when several fit.
    """
    known = list(things)
    folded = ref.casefold()
    for found in (
        [thing for thing in known if thing.id == ref],
        [thing for thing in known if thing.name == ref],
        [thing for thing in known if thing.name.casefold() == folded],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(thing.id for thing in found)
            raise Ambiguous(f"'{ref}' is the name of {len(found)} {kind}s.", f"Use an id: {ids}.")
    hint = nearest(ref, (thing.name for thing in known))
    raise NotFound(
        f"There is no {kind} '{ref}'.", hint or f"See what there is: qualcode {kind} list."
    )


class Session:
    """One open project, one coder."""

    def __init__(self, store: Store, coder: str | None) -> None:
        self.store = store
        self._coder = coder
        self._book: tuple[str, Codebook] | None = None
        self._state: tuple[int, str] | None = None
        self._settings: tuple[tuple[int, int], dict[str, Any]] | None = None
        self.new_coder: str | None = None

    @property
    def coder(self) -> str | None:
        """The name of who codes: as given, else the project's default."""
        return self._coder or self.settings["coder"]

    @property
    def settings(self) -> dict[str, Any]:
        """The project's settings, defaults filled in."""
        at = self.store.changed()
        if self._settings is None or self._settings[0] != at:
            self._settings = (at, project.settings(self.store))
        return self._settings[1]

    @contextmanager
    def act(self, kind: str, **detail: Any) -> Iterator[Act]:
        """One act of this coder; see `journal.act`. Raises QualcodeError when nobody is named."""
        with journal.act(self.store, self.coder_id(), kind, **detail) as act:
            yield act

    def coder_id(self) -> str:
        """The id of who codes; a new name is entered in the project the first time."""
        name = self.coder
        if not name:
            raise QualcodeError(
                "Who is coding?",
                "Say --coder NAME, set QUALCODE_CODER, or: qualcode project set coder NAME.",
            )
        known = people.coder_id(self.store, name)
        if known is not None:
            return known
        fresh = self.store.new_id()
        with journal.act(self.store, fresh, "coder.join", coder=fresh) as act:
            act.insert("coders", {"id": fresh, "name": name})
        self.new_coder = name
        return fresh

    def book(self) -> Codebook:
        """The codebook in force."""
        found_id = books.current_id(self.store)
        if found_id is None:
            return Codebook("empty", "0", {"en": "No codebook"}, ())
        if self._book is None or self._book[0] != found_id:
            from qualcode.exchange import codebook_json

            content = books.content(self.store, found_id)
            self._book = (found_id, codebook_json.loads(content))
        return self._book[1]

    def state(self) -> str:
        """The hash of the project's content."""
        at = project.last_act(self.store)
        if self._state is None or self._state[0] != at:
            self._state = (at, project.content_state(self.store))
        return self._state[1]
