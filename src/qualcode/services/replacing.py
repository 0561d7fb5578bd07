"""Corrected transcripts: a new text for a document, and the passages to read again after it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.domain.document import DocumentInfo, ReadDocument
from qualcode.errors import Conflict, NotFound
from qualcode.sentences import sentence
from qualcode.services.carrying_over import Plan, Planner, place_in
from qualcode.services.documents import Documents
from qualcode.services.imports import ImportOptions
from qualcode.services.session import Session
from qualcode.storage import documents, reviews, text_versions
from qualcode.storage.journal import Act
from qualcode.storage.reviews import Extent, Waiting
from qualcode.storage.text_versions import NewText, TextVersion
from qualcode.text.boundaries import count_words
from qualcode.text.diff import changed_words

LEAST_SHARED, FEW_WORDS = 0.1, 30
"""A text of more words than that shares at least so much with the one it corrects."""
REASONS = ("changed", "gone", "speaker", "taken")
"""Why a passage is to be read again: words changed, words gone, another speaker, or another
passage of the same coder has these very words now."""


@dataclass(frozen=True, slots=True)
class Reread:
    """A passage to read again; `was` and `now` are (number of the text, start, end).

    `now` is None where the passage stays in its old text; `before` and `after` are its words.
    """

    waiting: Waiting
    was: tuple[int, int, int]
    now: tuple[int, int, int] | None
    before: str
    after: str

    @property
    def id(self) -> str:
        """What it is marked as right by: its coding, or its segment where it has none."""
        return self.waiting.coding or self.waiting.segment

    @property
    def changes(self) -> list[tuple[str, str]]:
        """The words that were changed, each with what stands in their place; either may be none."""
        return changed_words(self.before, self.after) if self.now else []


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a replacement did, or would do: version `n` of a document, and what became of what."""

    document: DocumentInfo
    n: int
    new: NewText
    read: ReadDocument
    plan: Plan
    reread: Sequence[Reread]

    @property
    def marks(self) -> int:
        """How many marks of reading were carried over."""
        return len(self.plan.marks)

    @property
    def counts(self) -> Mapping[str, int]:
        """Passages by what became of them."""
        return self.plan.counts


class Replacing:
    """The texts of documents."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents = Documents(session)

    def replace(
        self,
        ref: str,
        path: Path,
        options: ImportOptions | None = None,
        *,
        different: bool = False,
        dry_run: bool = False,
    ) -> Replacement:
        """Give a document the text of a file as one act; codings and marks are carried over.

        Of `options` those count that say how the file is read. Raises BadFile for a file without
        words, Conflict when it is the text that the document or another one has, or, unless
        `different`, when it shares next to nothing with the text it would replace.
        """
        info = self._documents.resolve(ref)
        read = self._read(info, path, options or ImportOptions())
        self._check(info, read, path)
        store = self._session.store
        new = NewText(
            store.new_id(), unicodedata.normalize("NFC", path.name), count_words(read.text)
        )
        n, planner = text_versions.next_number(store, info.id), Planner(store, info, read, new.id)

        def plan() -> Plan:
            found = planner.plan()
            self._check_shared(info, found, path, different=different)
            return found

        if dry_run:
            with store.reading():
                told = plan()
        else:
            with self._session.act("document.replace", document=info.id) as act:
                self._session.check_text(info)
                told = plan()
                self._carry_out(act, info, told, (new, read))
        reread = self._with_words(told.ask, {new.id: (n, read.text)})
        return Replacement(self._documents.resolve(info.id), n, new, read, told, reread)

    def versions(self, ref: str) -> list[TextVersion]:
        """The texts that a document has had, the oldest first."""
        return text_versions.versions(self._session.store, self._documents.resolve(ref).id)

    def text(self, ref: str, n: int) -> str:
        """The text with that number; raises NotFound with those there are."""
        known = {version.n: version.id for version in self.versions(ref)}
        if n not in known:
            numbers = ", ".join(map(str, known))
            raise NotFound(
                sentence("{ref} has no version {n}.", ref=ref, n=n),
                sentence("It has: {numbers}.", numbers=numbers),
            )
        return text_versions.text_of(self._session.store, known[n])

    def waiting(self, ref: str | None = None) -> list[Reread]:
        """The passages to read again, of one document or of all."""
        store = self._session.store
        with store.reading():
            found = reviews.waiting(store, self._documents.resolve(ref).id if ref else None)
            return self._with_words(found, {})

    def done(self, ids: Iterable[str]) -> int:
        """Mark passages as right, by the ids of codings or segments; returns how many waited.

        Raises NotFound when one of them does not wait.
        """
        wanted = set(ids)
        found = [
            item
            for item in reviews.waiting(self._session.store)
            if wanted & {item.coding, item.segment}
        ]
        unknown = wanted - {one for item in found for one in (item.coding, item.segment)}
        if unknown:
            raise NotFound(
                sentence("'{value}' does not wait to be read again.", value=min(unknown)),
                sentence("See what does: qualcode document review."),
            )
        with self._session.act("document.review", n=len(found)) as act:
            reviews.settle(act, found)
        return len(found)

    def place(self, document_id: str, version_id: str, offset: int) -> int:
        """Where an offset of an older text lies in the one that the document has now."""
        from qualcode.text.alignment import align, words_of
        from qualcode.text.carrying import place

        store = self._session.store
        now = documents.version_of(store, document_id)
        if now is None or now == version_id or not version_id:
            return offset
        before, after = (
            words_of(text_versions.text_of(store, each), []) for each in (version_id, now)
        )
        return place(align(before, after), offset)

    def _read(self, info: DocumentInfo, path: Path, options: ImportOptions) -> ReadDocument:
        from qualcode.importers.options import ReadOptions
        from qualcode.importers.registry import read

        how = ReadOptions(
            format=options.format,
            language=options.language or info.language,
            interviewers=options.interviewers,
            first_word_speakers=options.first_word_speakers,
        )
        found = read(path, how)
        known = text_versions.speakers(self._session.store, info.id)
        asking = {label: one.interviewer for label, one in known.items()}
        asking.update(dict.fromkeys(options.interviewers, True))
        turns = tuple(
            replace(turn, interviewer=asking.get(turn.speaker or "", turn.interviewer))
            for turn in found.turns
        )
        return replace(found, turns=turns)

    def _check(self, info: DocumentInfo, read: ReadDocument, path: Path) -> None:
        store, sha256 = self._session.store, documents.text_hash(read.text)
        there = documents.with_current_text(store, sha256)
        if info.id in there:
            raise Conflict(
                sentence(
                    "{path} holds the text that {info} has already.", path=path.name, info=info.name
                ),
                sentence("There is nothing to replace; is it the corrected file?"),
            )
        if there:
            name = next(iter(there.values()))
            raise Conflict(
                sentence(
                    "{path} is the text of another document, {name}.", path=path.name, name=name
                ),
                sentence("Check the name of the file and of the document."),
            )

    def _check_shared(self, info: DocumentInfo, plan: Plan, path: Path, *, different: bool) -> None:
        if not different and info.words > FEW_WORDS and plan.shared < LEAST_SHARED:
            raise Conflict(
                sentence(
                    "{path} has next to no words in common with {info}.",
                    path=path.name,
                    info=info.name,
                ),
                sentence(
                    "Bring it in by itself with `qualcode import`, or say --different "
                    "if it is meant."
                ),
            )

    def _carry_out(
        self, act: Act, info: DocumentInfo, plan: Plan, new: tuple[NewText, ReadDocument]
    ) -> None:
        """Everything that the plan says."""
        row, read = new
        text_versions.replace(act, info, read, row)
        for segment, span in plan.moves:
            text_versions.move(act, segment.id, row.id, place_in(read.turns, span))
        reviews.withdraw(act, plan.withdraw)
        for item in plan.ask:
            reviews.ask(act, item)
        act.detail["codings"] = sum(len(segment.codings) for segment, _ in plan.moves)
        act.detail["reread"] = len(plan.ask)
        text_versions.put_marks(act, row.id, plan.marks)

    def _with_words(
        self, found: Iterable[Waiting], known: dict[str, tuple[int, str]]
    ) -> list[Reread]:
        """The items with the words that they covered and cover; `known` are texts by version."""
        store = self._session.store

        def words(place: Extent) -> tuple[tuple[int, int, int], str]:
            if place.version not in known:
                number = text_versions.number_of(store, place.version)
                known[place.version] = (number, text_versions.text_of(store, place.version))
            n, text = known[place.version]
            return (n, place.start, place.end), text[place.start : place.end]

        listed = []
        for item in found:
            was, before = words(item.was)
            now, after = words(item.now) if item.now else (None, "")
            listed.append(Reread(item, was, now, before, after))
        return listed
