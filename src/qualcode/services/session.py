"""What all services of one open project share: the store, the coder, the codebook in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from qualcode.domain.codebook import Codebook
from qualcode.domain.document import DocumentInfo
from qualcode.errors import Ambiguous, NotFound, QualcodeError, TextReplaced, nearest
from qualcode.sentences import sentence
from qualcode.services import named
from qualcode.services.bulk import in_bulk
from qualcode.storage import books, documents, journal, people, project
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
R = TypeVar("R")

KEPT_BOOKS = 3
"""Versions of the codebook that are kept at hand: the one in force, and what undo goes back to."""


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
            said = named.several(kind, ref, len(found))
            raise Ambiguous(said, sentence("Use an id: {ids}.", ids=ids))
    hint = nearest(ref, (thing.name for thing in known))
    raise NotFound(
        named.no_such(kind, ref),
        hint or sentence("See what there is: qualcode {kind} list.", kind=kind),
    )


class Session:
    """One open project, one coder."""

    def __init__(self, store: Store, coder: str | None, *, printed: Store | None = None) -> None:
        self.store = store
        self.printed = printed or store
        """Where it is kept what printed cells rest on."""
        self._coder = coder
        self._books: dict[str, Codebook] = {}
        self._once: dict[Callable[[Session], Any], tuple[int, Any]] = {}
        self._settings: tuple[tuple[int, int], dict[str, Any]] | None = None
        self.new_coder: str | None = None
        self.shown: tuple[str, str] | None = None
        """Document and text version that a screen shows: acts in it are meant for that text."""

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

    def check_text(self, info: DocumentInfo) -> None:
        """Raises TextReplaced where a document has another text than was read or is shown.

        To be asked inside an act, so that nothing comes between.
        """
        now = documents.version_of(self.store, info.id)
        shown = self.shown[1] if self.shown and self.shown[0] == info.id else now
        if now != info.version or now != shown:
            raise TextReplaced(
                sentence(
                    "The text of {document} was replaced meanwhile; nothing was changed.",
                    document=info.name,
                ),
                sentence("Look at the new text and do it again there."),
            )

    def coder_id(self) -> str:
        """The id of who codes; a new name is entered in the project the first time."""
        name = self.coder
        if not name:
            raise QualcodeError(
                sentence("Who is coding?"),
                sentence(
                    "Say --coder NAME, set QUALCODE_CODER, or: qualcode project set coder NAME."
                ),
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
        if found_id not in self._books:
            from qualcode.exchange import codebook_json

            self.know(found_id, codebook_json.loads(books.content(self.store, found_id)))
        return self._books[found_id]

    def know(self, version_id: str, book: Codebook) -> None:
        """Keep a version at hand that was read or written; the oldest of a few gives way."""
        self._books.pop(version_id, None)
        self._books[version_id] = book
        while len(self._books) > KEPT_BOOKS:
            del self._books[next(iter(self._books))]

    def forget_book(self) -> None:
        """Read the codebook anew when it is asked for: a version of it was overwritten."""
        self._books.clear()

    def once(
        self, read: Callable[[Session], R], still: Callable[[Store, int], bool] | None = None
    ) -> R:
        """What `read` finds in this project, read once for each state of it.

        With `still`, what was read up to a line of the journal is good for later states as long as
        that says so of the acts after it.
        """
        at, known = project.last_act(self.store), self._once.get(read)
        if known is not None and known[0] != at and still and still(self.store, known[0]):
            known = self._once[read] = (at, known[1])
        if known is None or known[0] != at:
            with in_bulk():
                known = self._once[read] = (at, read(self))
        found: R = known[1]
        return found

    def state(self) -> str:
        """The hash of the project's content."""
        return self.once(_state)


def _state(session: Session) -> str:
    return project.content_state(session.store)
