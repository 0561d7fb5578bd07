"""The composition root: opens a project and hands out its services."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from qualcode.domain.codebook import Codebook
from qualcode.errors import QualcodeError
from qualcode.services.codings import Codings
from qualcode.services.degrees import Degrees
from qualcode.services.documents import Documents
from qualcode.services.history import History
from qualcode.services.hotkeys import HotKeys
from qualcode.services.notes import Memos, Units
from qualcode.services.passages import Passages
from qualcode.services.people import Cases, Coders, Guides, Organisations, Participants
from qualcode.services.session import Session
from qualcode.services.settings import Settings
from qualcode.services.themes import Themes
from qualcode.storage import journal, project
from qualcode.storage import store as storage

if TYPE_CHECKING:
    from qualcode.services.checking import Check
    from qualcode.services.codebooks import Codebooks
    from qualcode.services.coding_files import CodingFiles
    from qualcode.services.imports import Imports
    from qualcode.services.reporting import Reporting
    from qualcode.services.revision import Revision
    from qualcode.services.search import Search
    from qualcode.services.sharing import Sharing
    from qualcode.services.tables import Tables
    from qualcode.services.versions import Versions

SUFFIX = ".qualcode"


class Project:
    """One open project file. Not to be shared between threads; open another one there.

    Services that a quick command does without are made when they are asked for.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.settings = Settings(session)
        self.documents = Documents(session)
        self.cases = Cases(session)
        self.organisations = Organisations(session)
        self.participants = Participants(session)
        self.coders = Coders(session)
        self.guides = Guides(session)
        self.codings = Codings(session)
        self.passages = Passages(session)
        self.degrees = Degrees(session)
        self.hotkeys = HotKeys(session)
        self.themes = Themes(session)
        self.memos = Memos(session)
        self.units = Units(session)
        self.history = History(session)

    @cached_property
    def codebooks(self) -> Codebooks:
        """The codebook in force, in from a file and out to one."""
        from qualcode.services.codebooks import Codebooks

        return Codebooks(self.session)

    @cached_property
    def versions(self) -> Versions:
        """The versions of the codebook."""
        from qualcode.services.versions import Versions

        return Versions(self.session)

    @cached_property
    def revision(self) -> Revision:
        """Changes of the codebook, with what becomes of the codings."""
        from qualcode.services.revision import Revision

        return Revision(self.session)

    @cached_property
    def sharing(self) -> Sharing:
        """A colleague's copy of the codebook."""
        from qualcode.services.sharing import Sharing

        return Sharing(self.session)

    @cached_property
    def coding_files(self) -> CodingFiles:
        """Codings as CSV."""
        from qualcode.services.coding_files import CodingFiles

        return CodingFiles(self.session)

    @cached_property
    def check(self) -> Check:
        """Is the project sound, is anything left."""
        from qualcode.services.checking import Check

        return Check(self.session)

    @cached_property
    def imports(self) -> Imports:
        """Transcripts come in."""
        from qualcode.services.imports import Imports

        return Imports(self.session)

    @cached_property
    def search(self) -> Search:
        """Words in context."""
        from qualcode.services.search import Search

        return Search(self.session)

    @cached_property
    def tables(self) -> Tables:
        """Tables over the codings."""
        from qualcode.services.tables import Tables

        return Tables(self.session)

    @cached_property
    def reporting(self) -> Reporting:
        """Reports as files."""
        from qualcode.services.reporting import Reporting

        return Reporting(self.session, self.tables)

    @property
    def path(self) -> Path:
        """The project file."""
        return self.session.store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.session.store.read_only

    @property
    def coder(self) -> str | None:
        """The name of who codes, if anybody is named."""
        return self.session.coder

    @property
    def title(self) -> str:
        """The project's title, else the name of its file."""
        return str(self.session.settings["title"] or self.path.stem)

    def state(self) -> str:
        """The hash of the live content: the same content, the same state."""
        return self.session.state()

    def changed(self) -> tuple[int, int]:
        """A value that differs when anybody, here or elsewhere, changed the project."""
        return self.session.store.changed()

    def remembered(self, key: str) -> Any:
        """What the screens kept for this coder under `key`, or None."""
        return project.remembered(self.session.store, self.coder or "", key)

    def remember(self, key: str, value: Any) -> None:
        """Keep a small value for the screens; nothing where the project is read-only."""
        if not self.read_only:
            project.remember(self.session.store, self.coder or "", key, value)

    def wait_at_most(self, seconds: float) -> None:
        """How long an act waits for another program's before it raises ProjectLocked."""
        self.session.store.wait_at_most(seconds)

    def close(self) -> None:
        """Close the file."""
        self.session.store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_project(path: Path | str, *, coder: str | None = None, read_only: bool = False) -> Project:
    """Open the project in a file.

    Raises BadFile when there is none, ProjectError when it is damaged, locked or newer.
    """
    store = storage.open_store(Path(path), read_only=read_only)
    try:
        return Project(Session(store, coder))
    except BaseException:
        store.close()
        raise


def create_project(
    path: Path | str,
    *,
    codebook: str | Path | None = None,
    title: str = "",
    coder: str | None = None,
) -> Project:
    """Make a new project with a codebook (the shipped one unless another is named).

    The ending .qualcode is added where it is missing. Raises BadFile when the file exists;
    nothing is left behind when the codebook cannot be read.
    """
    target = Path(path)
    if target.suffix != SUFFIX:
        target = target.with_name(target.name + SUFFIX)
    from qualcode.services.codebooks import SHARED, read

    book = read(codebook or SHARED)
    store = storage.create(target)
    try:
        with store.write():
            project.begin(store)
        made = Project(Session(store, coder))
        begin(made, title=title, coder=coder, book=book)
    except BaseException:
        store.close()
        _discard(target)
        raise
    return made


def begin(made: Project, *, title: str, coder: str | None, book: Codebook) -> None:
    """The first act of a project: its coder, codebook, title and starting themes."""
    from qualcode.services.codebooks import start_themes
    from qualcode.services.versions import put

    store = made.session.store
    first = made.session.coder_id() if coder else ""
    with journal.act(store, first, "project.begin") as act:
        put(act, book, book.note, {"kind": "begin", "words": f"{book.id} {book.version} taken"})
        languages = made.session.settings["languages"]
        start_themes(act, book, languages[0] if languages else "en")
        if title:
            project.change_setting(act, "title", title)
        if coder:
            project.change_setting(act, "coder", coder)


def find_project(given: Path | str | None, folder: Path | None = None) -> Path:
    """The project that is meant: the one given, else $QUALCODE_PROJECT, else the only one here.

    Raises QualcodeError when there is none or several.
    """
    named = given or os.environ.get("QUALCODE_PROJECT")
    if named:
        return Path(named)
    here = sorted((folder or Path.cwd()).glob(f"*{SUFFIX}"))
    if len(here) == 1:
        return here[0]
    if not here:
        raise QualcodeError(
            "There is no project here.",
            "Name one with -p FILE, make one with `qualcode init`, or try `qualcode demo`.",
        )
    names = ", ".join(path.name for path in here)
    raise QualcodeError(f"There are several projects here: {names}.", "Name one with -p FILE.")


def _discard(path: Path) -> None:
    path.unlink(missing_ok=True)
    storage.forget_companions(path)
