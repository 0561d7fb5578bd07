"""Looks a project over: is the file sound, is anything left undone, what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.sentences import numbered, sentence
from qualcode.services.session import Session
from qualcode.storage import books, checks, journal, progress, reviews, worklist


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `level` is error, warning or note."""

    level: str
    code: str
    message: str
    hint: str = ""


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
            self._people,
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
                found.append(Finding("error", "unknown-code", message, hint))
        beyond = checks.beyond_text(store)
        if beyond:
            message = numbered(
                "{n} passage goes beyond its text.", "{n} passages go beyond their text.", beyond
            )
            found.append(Finding("error", "beyond-text", message))
        return found

    def _unfinished(self) -> list[Finding]:
        store = self._session.store
        found = []
        unlabelled = checks.unlabelled(
            store, [code.id for code in self._session.book().codes if code.kind == "emergent"]
        )
        if unlabelled:
            message = numbered(
                "{n} emergent coding has no label.",
                "{n} emergent codings have no label.",
                unlabelled,
            )
            hint = sentence(
                "Say in a few words what is new: qualcode code set CODING --label TEXT."
            )
            found.append(Finding("warning", "no-label", message, hint))
        incomplete = checks.degrees_without_pair(store)
        if incomplete:
            message = numbered(
                "{n} degree has no pair of organisations.",
                "{n} degrees have no pair of organisations.",
                incomplete,
            )
            hint = sentence("See them: qualcode degree list --incomplete.")
            found.append(Finding("warning", "no-pair", message, hint))
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
            found.append(Finding("warning", "reread", message, hint))
        waiting = reviews.count(store)
        if waiting:
            message = numbered(
                "{n} passage is to be read again.", "{n} passages are to be read again.", waiting
            )
            hint = sentence("Their transcript was replaced; see them: qualcode document review.")
            found.append(Finding("warning", "review", message, hint))
        return found

    def _people(self) -> list[Finding]:
        store = self._session.store
        found = []
        loose = checks.documents_without_case(store)
        if loose:
            message = sentence("Documents without a case: {names}.", names=", ".join(loose))
            hint = sentence("File them: qualcode document set NAME --case CASE.")
            found.append(Finding("warning", "no-case", message, hint))
        silent = checks.participants_without_consent(store)
        if silent:
            names = ", ".join(silent)
            message = sentence(
                "Not to be quoted, since consent is not given: {names}.", names=names
            )
            found.append(Finding("note", "no-consent", message))
        left = progress.unread(store)
        if left:
            message = numbered(
                "{n} turn of an informant is neither coded nor read.",
                "{n} turns of informants are neither coded nor read.",
                left,
            )
            hint = sentence("On the coding screen `n` leads to the next one.")
            found.append(Finding("note", "unread", message, hint))
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
