"""Documents: what there is, their texts, what they are filed under, how far coding has come."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qualcode.domain.document import DocumentInfo, Transcript
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence
from qualcode.services.people import Cases, Participants
from qualcode.services.session import Session, pick
from qualcode.storage import documents as stored
from qualcode.storage import progress

LANGUAGES = ("sv", "da", "nb", "nn", "en")
PLAIN_FIELDS = ("language", "date", "wave")


@dataclass(frozen=True, slots=True)
class DocumentProgress:
    """How far the coding of one document has come; turns are the informants'."""

    document: DocumentInfo
    turns: int
    coded: int
    read: int
    codings: int
    touched: str

    @property
    def unread(self) -> int:
        """Turns that carry no coding and were not marked as read."""
        return self.turns - self.coded - self.read


class Documents:
    """The transcripts of a project."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[DocumentInfo]:
        """All documents by case and name."""
        return stored.documents(self._session.store)

    def resolve(self, ref: str, *, speakers: bool = True) -> DocumentInfo:
        """The document with that id or name; raises NotFound or Ambiguous.

        Without `speakers` it is not counted who speaks how often, which takes as long as the text.
        """
        store = self._session.store
        found = stored.documents(store, ref, speakers=speakers)
        if not found:
            named = stored.ids_of(store, ref)
            found = stored.documents(store, named[0]) if len(named) == 1 else []
        return found[0] if found else pick("document", ref, self.list())

    def transcript(self, ref: str) -> Transcript:
        """The frozen text of a document with its turns."""
        return stored.transcript(self._session.store, self.resolve(ref))

    def show(self, ref: str) -> Transcript:
        """The transcript that a screen shows from now on; who speaks in it is left out of its info.

        Acts aimed at places in it raise TextReplaced once the document has another text.
        """
        found = stored.transcript(self._session.store, self.resolve(ref, speakers=False))
        self._session.shown = (found.document.id, found.document.version)
        return found

    def text_now(self, document_id: str) -> str | None:
        """The id of the text version that a document has; None where it is not there."""
        return stored.version_of(self._session.store, document_id)

    def set(self, ref: str, changes: Mapping[str, Any]) -> DocumentInfo:
        """Change what a document is filed under; None clears.

        `name`, `case`, `participant`, `language`, `date`, `wave`, `groups` (a list),
        `attributes` (merged; an attribute set to None goes).
        """
        info = self.resolve(ref)
        values: dict[str, Any] = {k: changes[k] for k in PLAIN_FIELDS if k in changes}
        if values.get("language") not in (None, *LANGUAGES):
            raise Invalid(
                sentence("'{value}' is no language here.", value=values["language"]),
                sentence("Known: {names}.", names=", ".join(LANGUAGES)),
            )
        if changes.get("name"):
            values["name"] = self._free_name(str(changes["name"]), info.id)
        if "case" in changes:
            case = changes["case"]
            values["case_id"] = Cases(self._session).resolve(case).id if case else None
        if "participant" in changes:
            who = changes["participant"]
            values["participant_id"] = Participants(self._session).resolve(who).id if who else None
        if "groups" in changes:
            values["groups"] = json.dumps(list(changes["groups"] or ()), ensure_ascii=False)
        if "attributes" in changes:
            merged = {**info.attributes, **changes["attributes"]}
            kept = {key: value for key, value in merged.items() if value is not None}
            values["attributes"] = json.dumps(kept, ensure_ascii=False)
        with self._session.act("document.set", document=info.id, fields=sorted(changes)) as act:
            act.update("documents", info.id, values)
        return self.resolve(info.id)

    def remove(self, ref: str) -> DocumentInfo:
        """Take a document out with all its codings; undo brings everything back."""
        info = self.resolve(ref)
        with self._session.act("document.remove", document=info.id) as act:
            act.remove("documents", info.id)
        return info

    def progress(self) -> Sequence[DocumentProgress]:
        """How far the coding of every document has come; who speaks in it is left out."""
        store = self._session.store
        with store.reading():
            informant = progress.informant_turns(store)
            coded = progress.coded_turns(store)
            read = progress.read_turns(store)
            touched = progress.touched(store)
            found = []
            for info in stored.documents(store, speakers=False):
                turns = informant.get(info.id, set())
                of_coded = turns & coded.get(info.id, set())
                of_read = (turns & read.get(info.id, set())) - of_coded
                codings, when = touched.get(info.id, (0, ""))
                found.append(
                    DocumentProgress(info, len(turns), len(of_coded), len(of_read), codings, when)
                )
        return found

    def _free_name(self, name: str, own: str) -> str:
        clean = " ".join(name.split())
        if stored.names(self._session.store).get(clean, own) != own:
            raise Conflict(sentence("There is a document '{clean}' already.", clean=clean))
        return clean
