"""Places in the transcripts that a coder keeps under letters; a view, not part of the content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qualcode.errors import Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.documents import Documents
from qualcode.services.session import Session
from qualcode.storage import project

KEY = "coding.marks"


@dataclass(frozen=True, slots=True)
class Spot:
    """An offset in a document, in code points; document and text version by id.

    Without a text it is meant for the one that the document has now.
    """

    document: str
    offset: int
    text: str = ""


class KeptPlaces:
    """Bookmarks of one coder."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> Mapping[str, Spot]:
        """The places by their letter, those whose document is still there.

        Where the text was replaced since, a place is that of the same words in the new one.
        """
        live = {info.id: info.version for info in Documents(self._session).list()}
        found = {}
        for letter, (document, offset, *text) in self._kept().items():
            if document in live:
                at = self._now(document, int(offset), str(text[0]) if text else "")
                found[letter] = Spot(str(document), at, live[document])
        return found

    def keep(self, letter: str, document: str, offset: int) -> Spot:
        """Keep a place under a letter; what was kept under it goes.

        Raises Invalid when it is no single letter or digit, or the offset lies beyond the text.
        """
        if len(letter) != 1 or not letter.isalnum():
            raise Invalid(
                sentence("'{letter}' is no letter to keep a place under.", letter=letter),
                sentence("For instance: a"),
            )
        info = Documents(self._session).resolve(document)
        if not 0 <= offset <= info.characters:
            raise Invalid(
                sentence("{info} has no place {offset}.", info=info.name, offset=offset),
                sentence("It has {characters} characters.", characters=info.characters),
            )
        self._remember({**self._kept(), letter: [info.id, offset, info.version]})
        return Spot(info.id, offset, info.version)

    def remove(self, letter: str) -> None:
        """Keep the place no longer; raises NotFound when there is none under the letter."""
        kept = self._kept()
        if letter not in kept:
            known = ", ".join(sorted(kept))
            hint = sentence("Kept: {known}.", known=known) if known else ""
            raise NotFound(sentence("No place is kept under '{letter}'.", letter=letter), hint)
        self._remember({name: at for name, at in kept.items() if name != letter})

    def _now(self, document: str, offset: int, text: str) -> int:
        from qualcode.services.replacing import Replacing

        return Replacing(self._session).place(document, text, offset)

    def _kept(self) -> dict[str, Any]:
        found = project.remembered(self._session.store, self._session.coder or "", KEY)
        return dict(found or {})

    def _remember(self, kept: Mapping[str, Any]) -> None:
        if not self._session.store.read_only:
            project.remember(self._session.store, self._session.coder or "", KEY, kept)
