"""Withdrawal: a transcript or a participant is erased, and nothing brings the words back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qualcode.domain.quoted_words import QuotedWords, without_quoted
from qualcode.services.documents import Documents
from qualcode.services.people import Participants
from qualcode.services.session import Session
from qualcode.storage import erasing
from qualcode.storage.journal import Act
from qualcode.text.striking import Struck


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was erased, by the names that are forgotten now, and what the person has to do.

    `shared` are talks of several people in which only one was blacked out. `quoting` is how many
    memos, summaries and the like had words of the transcripts struck out. `copies` are files
    beside the project that may hold the words still: copies from before an update, and source
    files. Where `clean` is false another program has the project open, and its log keeps traces
    until that one is closed.
    """

    name: str
    documents: tuple[str, ...]
    shared: tuple[str, ...]
    codings: int
    quoting: int
    copies: tuple[str, ...]
    clean: bool


class Withdrawing:
    """Erases; each method is one act that is in the journal and cannot be undone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def document(self, ref: str) -> Withdrawn:
        """Erase a document: texts, raw files, names, codings, and quotes of it elsewhere."""
        info = Documents(self._session).resolve(ref)
        names = erasing.names_of(self._session.store, [info.id])
        with self._session.act("document.withdraw", document=info.id) as act:
            texts = erasing.erase_document(act, info.id)
            quoting = self._finish(act, texts, lambda one: one.source.document == info.id)
        return self._withdrawn(info.name, names, (), act, quoting)

    def participant(self, ref: str) -> Withdrawn:
        """Erase a participant with their documents, and what they say in talks with others.

        In those talks their turns are blacked out, so that all other words keep their places.
        """
        who = Participants(self._session).resolve(ref)
        store = self._session.store
        own = erasing.own_documents(store, who.id)
        names = erasing.names_of(store, own)
        shared = erasing.shared_documents(store, who.id)
        with self._session.act("participant.withdraw", participant=who.id) as act:
            texts = [text for document in own for text in erasing.erase_document(act, document)]
            for document in shared:
                texts += erasing.erase_speaker(act, document, who.id)
            erasing.erase_participant(act, who.id)
            gone = {who.id, *own}
            quoting = self._finish(
                act, texts, lambda one: bool(gone & {one.source.participant, one.source.document})
            )
        others = tuple(name for name, _ in erasing.names_of(store, shared))
        return self._withdrawn(who.name, names, tuple(dict.fromkeys(others)), act, quoting)

    def _finish(self, act: Act, texts: Sequence[str], theirs: Callable[[QuotedWords], bool]) -> int:
        """Erase what is left elsewhere; returns how many texts of today were struck."""
        from qualcode.exchange import codebook_json

        store = act.store
        act.detail["codings"] = sum(table == "codings" for table, _, _ in act.changes)
        erasing.erase_old_values(act)
        for version, content in erasing.books(store):
            book = codebook_json.loads(content)
            rest = without_quoted(book, theirs)
            if rest != book:
                erasing.put_book(store, version, codebook_json.dumps(rest))
        return erasing.strike(store, Struck(texts))

    def _withdrawn(
        self,
        name: str,
        names: Sequence[tuple[str, str]],
        shared: tuple[str, ...],
        act: Act,
        quoting: int,
    ) -> Withdrawn:
        self._session.forget_book()
        store = self._session.store
        folder, stem = store.path.parent, store.path.stem
        copies = [path.name for path in sorted(folder.glob(f"{stem}.format-*.backup"))]
        files = dict.fromkeys(file for _, file in names if file)
        copies += [file for file in files if (folder / file).is_file()]
        return Withdrawn(
            name=name,
            documents=tuple(dict.fromkeys(document for document, _ in names)),
            shared=shared,
            codings=act.detail["codings"],
            quoting=quoting,
            copies=tuple(copies),
            clean=store.scrub(),
        )
