"""Looks a project over: is the file sound, is anything left undone, what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.sentences import Sentence, numbered, sentence
from qualcode.services import outdated
from qualcode.services.findings import Findings
from qualcode.services.propositions import Propositions
from qualcode.services.session import Session
from qualcode.storage import books, checks, journal, progress, reviews, worklist


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `level` is error, warning or note.

    `count` is how many things the message speaks of, `command` what lists them.
    """

    level: str
    code: str
    message: str
    hint: str = ""
    count: int | None = None
    command: str | None = None


class Check:
    """What a careful colleague would look at before the report goes out."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def run(self) -> list[Finding]:
        """Everything found, gravest first; a list without errors means the project is sound."""
        parts = (
            self._file,
            self._codings,
            self._unfinished,
            self._to_read_again,
            self._outdated,
            self._people,
            self._quotes,
            self._beside,
        )
        found = [each for part in parts for each in part()]
        order = {"error": 0, "warning": 1, "note": 2}
        return sorted(found, key=lambda finding: order[finding.level])

    def _file(self) -> list[Finding]:
        store = self._session.store
        found = [
            Finding("error", "damaged", line, sentence("Work on a copy of the project."))
            for line in store.integrity()
        ]
        broken = journal.broken_link(store)
        if broken is not None:
            message = sentence("The journal was changed from outside at line {line}.", line=broken)
            hint = sentence("Compare with a backup.")
            found.append(Finding("error", "journal", message, hint))
        if books.current_id(store) is None:
            message = sentence("The project has no codebook.")
            hint = sentence("Take one: qualcode codebook import FILE.")
            found.append(Finding("error", "no-codebook", message, hint))
        return found

    def _codings(self) -> list[Finding]:
        store = self._session.store
        found = []
        for code, count in checks.uses(store).items():
            if code not in self._session.book().by_id:
                message = numbered(
                    "{n} coding has the code '{code}', which the codebook lacks.",
                    "{n} codings have the code '{code}', which the codebook lacks.",
                    count,
                    code=code,
                )
                hint = sentence("Recode them.")
                found.append(Finding("error", "unknown-code", message, hint, count))
        beyond = checks.beyond_text(store)
        if beyond:
            message = numbered(
                "{n} passage goes beyond its text.", "{n} passages go beyond their text.", beyond
            )
            found.append(Finding("error", "beyond-text", message, count=beyond))
        return found

    def _unfinished(self) -> list[Finding]:
        store = self._session.store
        found = []
        emergent = [code.id for code in self._session.book().codes if code.kind == "emergent"]
        unlabelled = checks.unlabelled(store, emergent)
        if unlabelled:
            message = numbered(
                "{n} emergent coding has no label.",
                "{n} emergent codings have no label.",
                unlabelled,
            )
            hint = sentence(
                "Say in a few words what is new: qualcode code set CODING --label TEXT."
            )
            see = f"qualcode code list --where 'code={','.join(emergent)} label:none'"
            found.append(Finding("warning", "no-label", message, hint, unlabelled, see))
        incomplete = checks.degrees_without_pair(store)
        if incomplete:
            message = numbered(
                "{n} degree has no pair of organisations.",
                "{n} degrees have no pair of organisations.",
                incomplete,
            )
            hint = sentence("See them: qualcode degree list --incomplete.")
            see = "qualcode degree list --incomplete"
            found.append(Finding("warning", "no-pair", message, hint, incomplete, see))
        return found

    def _to_read_again(self) -> list[Finding]:
        store = self._session.store
        found = []
        waiting = len(worklist.waiting(store))
        if waiting:
            message = numbered(
                "{n} coding is to be read again.", "{n} codings are to be read again.", waiting
            )
            hint = sentence("Their code was revised; see them: qualcode codebook worklist.")
            see = "qualcode codebook worklist"
            found.append(Finding("warning", "reread", message, hint, waiting, see))
        waiting = reviews.count(store)
        if waiting:
            message = numbered(
                "{n} passage is to be read again.", "{n} passages are to be read again.", waiting
            )
            hint = sentence("Their transcript was replaced; see them: qualcode document review.")
            see = "qualcode document review"
            found.append(Finding("warning", "review", message, hint, waiting, see))
        return found

    def _outdated(self) -> list[Finding]:
        cells = outdated.stale_cells(self._session)
        ratings = len(outdated.stale_ratings(self._session))
        findings = len(Findings(self._session).outgrown())
        propositions = len(Propositions(self._session).outgrown())
        return [
            *_listed(
                "stale-cell",
                numbered(
                    "{n} summary of the framework matrix is out of date.",
                    "{n} summaries of the framework matrix are out of date.",
                    cells,
                ),
                (cells, "qualcode cell list --everywhere --stale"),
            ),
            *_listed(
                "stale-rating",
                numbered("{n} rating is out of date.", "{n} ratings are out of date.", ratings),
                (ratings, "qualcode cell ratings --stale"),
            ),
            *_listed(
                "outgrown-finding",
                numbered(
                    "More speaks against {n} final finding than was looked at.",
                    "More speaks against {n} final findings than was looked at.",
                    findings,
                ),
                (findings, "qualcode finding list --outgrown"),
            ),
            *_listed(
                "outgrown-proposition",
                numbered(
                    "More speaks against {n} final proposition than was looked at.",
                    "More speaks against {n} final propositions than was looked at.",
                    propositions,
                ),
                (propositions, "qualcode proposition list --outgrown"),
            ),
        ]

    def _quotes(self) -> list[Finding]:
        count = len(outdated.without_consent(self._session))
        message = numbered(
            "{n} chosen quote is kept back, since consent to print it is not given.",
            "{n} chosen quotes are kept back, since consent to print them is not given.",
            count,
        )
        see = "qualcode quote list --no-consent"
        return _listed("quote-consent", message, (count, see), level="note")

    def _people(self) -> list[Finding]:
        store = self._session.store
        found = []
        loose = checks.documents_without_case(store)
        if loose:
            message = sentence("Documents without a case: {names}.", names=", ".join(loose))
            hint = sentence("File them: qualcode document set NAME --case CASE.")
            see = "qualcode document list"
            found.append(Finding("warning", "no-case", message, hint, len(loose), see))
        silent = checks.participants_without_consent(store)
        if silent:
            names = ", ".join(silent)
            message = sentence(
                "Not to be quoted, since consent is not given: {names}.", names=names
            )
            see = "qualcode participant list"
            found.append(Finding("note", "no-consent", message, "", len(silent), see))
        left = progress.unread(store)
        if left:
            message = numbered(
                "{n} turn of an informant is neither coded nor read.",
                "{n} turns of informants are neither coded nor read.",
                left,
            )
            hint = sentence("On the coding screen `n` leads to the next one.")
            see = "qualcode unit list"
            found.append(Finding("note", "unread", message, hint, left, see))
        return found

    def _beside(self) -> list[Finding]:
        path = self._session.store.path
        copies = sorted(path.parent.glob(f"{path.stem}.format-*.backup"))
        return [
            Finding(
                "note",
                "backup",
                sentence(
                    "{file} is a copy from before the project was brought up to date.",
                    file=copy.name,
                ),
                sentence(
                    "It holds everything that the project held then;"
                    " delete it when it is not needed."
                ),
            )
            for copy in copies
        ]


def _listed(
    code: str, message: Sentence, what: tuple[int, str], *, level: str = "warning"
) -> list[Finding]:
    """A finding about so many things, and the command that lists exactly these; none for 0."""
    count, command = what
    hint = sentence("See them: {command}", command=command)
    return [Finding(level, code, message, hint, count, command)] if count else []
