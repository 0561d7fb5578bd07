"""The composition root: opens a project and hands out its services."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from qualcode.errors import QualcodeError
from qualcode.sentences import sentence
from qualcode.services.on_demand import OnDemand
from qualcode.services.session import Session
from qualcode.storage import project
from qualcode.storage import store as storage

if TYPE_CHECKING:
    from qualcode.services.checking import Check
    from qualcode.services.codebooks import Codebooks
    from qualcode.services.coding_files import CodingFiles
    from qualcode.services.codings import Codings
    from qualcode.services.degrees import Degrees
    from qualcode.services.development import Development
    from qualcode.services.documents import Documents
    from qualcode.services.emergent import Emergent
    from qualcode.services.findings import Findings
    from qualcode.services.followed import Followed
    from qualcode.services.framework import Framework
    from qualcode.services.history import History
    from qualcode.services.hotkeys import HotKeys
    from qualcode.services.imports import Imports
    from qualcode.services.kept_places import KeptPlaces
    from qualcode.services.member_checks import MemberChecks
    from qualcode.services.notes import Memos, Units
    from qualcode.services.outcomes import Outcomes
    from qualcode.services.passages import Passages
    from qualcode.services.people import Cases, Coders, Guides, Organisations, Participants
    from qualcode.services.propositions import Propositions
    from qualcode.services.queries import Queries
    from qualcode.services.quotations import Quotations
    from qualcode.services.quotes import Quotes
    from qualcode.services.ratings import Ratings
    from qualcode.services.replacing import Replacing
    from qualcode.services.reporting import Reporting
    from qualcode.services.revision import Revision
    from qualcode.services.search import Search
    from qualcode.services.settings import Settings
    from qualcode.services.sharing import Sharing
    from qualcode.services.tables import Tables
    from qualcode.services.themes import Themes
    from qualcode.services.versions import Versions
    from qualcode.services.withdrawing import Withdrawing

SUFFIX = ".qualcode"


class Project:
    """One open project file. Not to be shared between threads; open another one there.

    Services that a quick command does without are made when they are asked for.
    """

    settings: OnDemand[Settings] = OnDemand("settings", "Settings")
    """Title, stance, languages, periods and the like."""
    documents: OnDemand[Documents] = OnDemand("documents", "Documents")
    """Transcripts."""
    cases: OnDemand[Cases] = OnDemand("people", "Cases")
    """What is compared."""
    organisations: OnDemand[Organisations] = OnDemand("people", "Organisations")
    """Partners in a case."""
    participants: OnDemand[Participants] = OnDemand("people", "Participants")
    """Informants."""
    coders: OnDemand[Coders] = OnDemand("people", "Coders")
    """Who codes."""
    guides: OnDemand[Guides] = OnDemand("people", "Guides")
    """What was asked about."""
    codings: OnDemand[Codings] = OnDemand("codings", "Codings")
    """Codes on passages."""
    passages: OnDemand[Passages] = OnDemand("passages", "Passages")
    """Where passages begin and end."""
    degrees: OnDemand[Degrees] = OnDemand("degrees", "Degrees")
    """Degrees of collaboration."""
    hotkeys: OnDemand[HotKeys] = OnDemand("hotkeys", "HotKeys")
    """Keys that set a code."""
    themes: OnDemand[Themes] = OnDemand("themes", "Themes")
    """Umbrellas across cases."""
    memos: OnDemand[Memos] = OnDemand("notes", "Memos")
    """Notes on anything."""
    units: OnDemand[Units] = OnDemand("notes", "Units")
    """What is read and coded."""
    history: OnDemand[History] = OnDemand("history", "History")
    """What was done, and taking it back."""
    codebooks: OnDemand[Codebooks] = OnDemand("codebooks", "Codebooks")
    """The codebook in force, in from a file and out to one."""
    versions: OnDemand[Versions] = OnDemand("versions", "Versions")
    """The versions of the codebook."""
    revision: OnDemand[Revision] = OnDemand("revision", "Revision")
    """Changes of the codebook, with what becomes of the codings."""
    quotations: OnDemand[Quotations] = OnDemand("quotations", "Quotations")
    """Words of informants in the codebook."""
    sharing: OnDemand[Sharing] = OnDemand("sharing", "Sharing")
    """A colleague's copy of the codebook."""
    coding_files: OnDemand[CodingFiles] = OnDemand("coding_files", "CodingFiles")
    """Codings as CSV."""
    check: OnDemand[Check] = OnDemand("checking", "Check")
    """Is the project sound, is anything left."""
    imports: OnDemand[Imports] = OnDemand("imports", "Imports")
    """Transcripts come in."""
    replacing: OnDemand[Replacing] = OnDemand("replacing", "Replacing")
    """Corrected transcripts and what to read again after them."""
    withdrawing: OnDemand[Withdrawing] = OnDemand("withdrawing", "Withdrawing")
    """Documents and participants erased for good."""
    queries: OnDemand[Queries] = OnDemand("queries", "Queries")
    """What a query means here."""
    followed: OnDemand[Followed] = OnDemand("followed", "Followed")
    """The codings that a query means, from act to act."""
    kept_places: OnDemand[KeptPlaces] = OnDemand("kept_places", "KeptPlaces")
    """Places kept under letters."""
    search: OnDemand[Search] = OnDemand("search", "Search")
    """Words in context."""
    findings: OnDemand[Findings] = OnDemand("findings", "Findings")
    """What was found: success factors and pitfalls as worded by the analyst."""
    propositions: OnDemand[Propositions] = OnDemand("propositions", "Propositions")
    """Statements held against every case."""
    outcomes: OnDemand[Outcomes] = OnDemand("outcomes", "Outcomes")
    """What came of each case."""
    quotes: OnDemand[Quotes] = OnDemand("quotes", "Quotes")
    """Chosen quotes."""
    member_checks: OnDemand[MemberChecks] = OnDemand("member_checks", "MemberChecks")
    """Packs for informants and their replies."""
    emergent: OnDemand[Emergent] = OnDemand("emergent", "Emergent")
    """What becomes of labels that no code fitted."""
    tables: OnDemand[Tables] = OnDemand("tables", "Tables")
    """Tables over the codings."""
    framework: OnDemand[Framework] = OnDemand("framework", "Framework")
    """The framework matrix: what is charted from the codings."""
    ratings: OnDemand[Ratings] = OnDemand("ratings", "Ratings")
    """Ratings of codes in cases."""
    development: OnDemand[Development] = OnDemand("development", "Development")
    """Cases through the periods: degrees, ratings, events."""

    def __init__(self, session: Session) -> None:
        self.session = session

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

    def earlier(self, moment: str) -> Project:
        """The project as it was, for reading only: after an act by its number, or at a time.

        A time is ISO 8601 in UTC; a day or month alone means its end. It lies in memory and is to
        be closed like any other. Raises Invalid when there is no such act or nothing was done yet.
        """
        from qualcode.storage import earlier

        store = self.session.store
        line = int(moment) if moment.isdecimal() else earlier.line_before(store, moment)
        before = earlier.as_of(store, line)
        return Project(Session(before, self.session.coder, printed=store))

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
            sentence("There is no project here."),
            sentence(
                "Name one with -p FILE, make one with `qualcode init`, or try `qualcode demo`."
            ),
        )
    names = ", ".join(path.name for path in here)
    raise QualcodeError(
        sentence("There are several projects here: {names}.", names=names),
        sentence("Name one with -p FILE."),
    )
