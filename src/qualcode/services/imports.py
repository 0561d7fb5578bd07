"""Transcripts come in: one transaction per file, with an account of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qualcode.domain.document import ReadDocument
from qualcode.errors import BadFile, Conflict, QualcodeError
from qualcode.sentences import sentence
from qualcode.services.people import Cases, Participants
from qualcode.services.session import Session
from qualcode.storage import documents as stored
from qualcode.text.boundaries import count_words

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and the name of the next."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the incoming documents are filed under, and how they are read. Names, not ids."""

    case: str | None = None
    participant: str | None = None
    language: str | None = None
    attributes: Mapping[str, object] = field(default_factory=dict)
    format: str | None = None
    groups: tuple[str, ...] = ()
    date: str | None = None
    wave: str | None = None
    interviewers: tuple[str, ...] = ()
    first_word_speakers: bool = False


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of one file: imported, already-there, would-import or failed."""

    path: str
    status: str
    name: str = ""
    document_id: str | None = None
    characters: int = 0
    words: int = 0
    turns: int = 0
    speakers: Mapping[str, int] = field(default_factory=dict)
    interviewers: tuple[str, ...] = ()
    language: str | None = None
    encoding: str | None = None
    format: str = ""
    warnings: tuple[str, ...] = ()
    error: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class BadFolder:
    """A folder that brings nothing in, with the reason."""

    path: Path
    error: BadFile

    @property
    def name(self) -> str:
        """Its name, for the progress."""
        return self.path.name

    def __str__(self) -> str:
        return str(self.path)


class Imports:
    """Brings files in as documents."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def files(
        self, paths: Sequence[Path], options: ImportOptions, progress: Progress | None = None
    ) -> list[ImportOutcome]:
        """Bring in files and the files of folders, each by itself: the good come in.

        A case that is named and unknown is made.
        """
        found = self._found(paths)
        self._session.coder_id()
        if options.case:
            self._case(options.case)
        return self._each(found, progress, lambda path: self._bring(path, options))

    def preview(self, paths: Sequence[Path], options: ImportOptions) -> list[ImportOutcome]:
        """What `files` would do, without doing it."""
        found = self._found(paths)
        return self._each(found, None, lambda path: self._look(path, options))

    def _each(
        self,
        found: Sequence[Path | BadFolder],
        progress: Progress | None,
        doing: Callable[[Path], ImportOutcome],
    ) -> list[ImportOutcome]:
        outcomes = []
        for n, path in enumerate(found):
            if progress:
                progress(n, len(found), path.name)
            try:
                if isinstance(path, BadFolder):
                    raise path.error
                outcomes.append(doing(path))
            except QualcodeError as error:
                if error.exit_code != 1:
                    raise
                outcomes.append(
                    ImportOutcome(str(path), "failed", error=error.message, hint=error.hint)
                )
        if progress:
            progress(len(found), len(found), "")
        return outcomes

    def _found(self, paths: Sequence[Path]) -> list[Path | BadFolder]:
        found: list[Path | BadFolder] = []
        for path in paths:
            if not path.is_dir():
                found.append(path)
                continue
            try:
                found += _inside(path)
            except BadFile as error:
                found.append(BadFolder(path, error))
        return found

    def _read(self, path: Path, options: ImportOptions) -> ReadDocument:
        from qualcode.importers.options import ReadOptions
        from qualcode.importers.registry import read

        return read(
            path,
            ReadOptions(
                format=options.format,
                language=options.language,
                interviewers=options.interviewers,
                first_word_speakers=options.first_word_speakers,
            ),
        )

    def _look(self, path: Path, options: ImportOptions) -> ImportOutcome:
        read = self._read(path, options)
        return self._outcome(path, "would-import", read)

    def _bring(self, path: Path, options: ImportOptions) -> ImportOutcome:
        read = self._read(path, options)
        store = self._session.store
        there = stored.with_text(store, stored.text_hash(read.text))
        if there is not None:
            return self._outcome(path, "already-there", read, name=there)
        participants = Participants(self._session)
        new = stored.NewDocument(
            name=self._free_name(read.name),
            file=unicodedata.normalize("NFC", path.name),
            words=count_words(read.text),
            language=options.language or read.language,
            case_id=Cases(self._session).resolve(options.case).id if options.case else None,
            participant_id=(
                participants.resolve(options.participant).id if options.participant else None
            ),
            date=options.date,
            wave=options.wave,
            groups=options.groups,
            attributes=options.attributes,
        )
        with self._session.act("document.import") as act:
            document_id = stored.add(act, read, new)
            act.detail["document"] = document_id
        return self._outcome(path, "imported", read, name=new.name, document_id=document_id)

    def _outcome(
        self,
        path: Path,
        status: str,
        read: ReadDocument,
        *,
        name: str | None = None,
        document_id: str | None = None,
    ) -> ImportOutcome:
        there = None
        if status == "would-import":
            there = stored.with_text(self._session.store, stored.text_hash(read.text))
        return ImportOutcome(
            path=str(path),
            status="already-there" if there else status,
            name=there or name or read.name,
            document_id=document_id,
            characters=len(read.text),
            words=count_words(read.text),
            turns=len(read.turns),
            speakers=read.speakers,
            interviewers=tuple(
                dict.fromkeys(t.speaker for t in read.turns if t.interviewer and t.speaker)
            ),
            language=read.language,
            encoding=read.encoding,
            format=read.format,
            warnings=read.warnings,
        )

    def _case(self, name: str) -> None:
        cases = Cases(self._session)
        known = {case.name for case in cases.list()} | {case.id for case in cases.list()}
        if name not in known:
            try:
                cases.add(name)
            except Conflict:
                return

    def _free_name(self, name: str) -> str:
        taken = stored.names(self._session.store)
        if name not in taken:
            return name
        n = 2
        while f"{name} ({n})" in taken:
            n += 1
        return f"{name} ({n})"


def _inside(folder: Path) -> list[Path]:
    """The transcripts of a folder by name; raises BadFile when it has none or cannot be read."""
    from qualcode.importers.registry import SUFFIXES

    try:
        inside = sorted(entry for entry in folder.iterdir() if entry.is_file())
    except OSError as error:
        raise BadFile(
            sentence(
                "The folder {folder} cannot be read: {strerror}.",
                folder=folder,
                strerror=error.strerror,
            ),
            sentence("Check its rights."),
        ) from None
    known = [
        entry
        for entry in inside
        if entry.suffix.lower() in SUFFIXES
        and not entry.name.startswith(".")
        and entry.stem.casefold() != "readme"
    ]
    if not known:
        raise BadFile(
            sentence("The folder {folder} holds no transcripts.", folder=folder),
            sentence("Known: {names}.", names=", ".join(SUFFIXES)),
        )
    return known
