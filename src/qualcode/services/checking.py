"""Looks a project over: is the file sound, is anything left undone, what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.services.session import Session
from qualcode.storage import books, checks, journal, progress, worklist


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
        found = [*self._file(), *self._codings(), *self._people(), *self._beside()]
        order = {"error": 0, "warning": 1, "note": 2}
        return sorted(found, key=lambda finding: order[finding.level])

    def _file(self) -> list[Finding]:
        store = self._session.store
        found = [
            Finding("error", "damaged", line, "Work on a copy of the project.")
            for line in store.integrity()
        ]
        broken = journal.broken_link(store)
        if broken is not None:
            message = f"The journal was changed from outside at line {broken}."
            found.append(Finding("error", "journal", message, "Compare with a backup."))
        if books.current_id(store) is None:
            hint = "Take one: qualcode codebook import FILE."
            found.append(Finding("error", "no-codebook", "The project has no codebook.", hint))
        return found

    def _codings(self) -> list[Finding]:
        store = self._session.store
        found = []
        for code, count in checks.uses(store).items():
            if code not in self._session.book().by_id:
                said = _n(count, "coding has", "codings have")
                message = f"{said} the code '{code}', which the codebook lacks."
                found.append(Finding("error", "unknown-code", message, "Recode them."))
        beyond = checks.beyond_text(store)
        if beyond:
            message = f"{_n(beyond, 'passage goes beyond its', 'passages go beyond their')} text."
            found.append(Finding("error", "beyond-text", message))
        unlabelled = checks.unlabelled(
            store, [code.id for code in self._session.book().codes if code.kind == "emergent"]
        )
        if unlabelled:
            message = f"{_n(unlabelled, 'emergent coding has', 'emergent codings have')} no label."
            hint = "Say in a few words what is new: qualcode code set CODING --label TEXT."
            found.append(Finding("warning", "no-label", message, hint))
        incomplete = checks.degrees_without_pair(store)
        if incomplete:
            message = f"{_n(incomplete, 'degree has', 'degrees have')} no pair of organisations."
            hint = "See them: qualcode degree list --incomplete."
            found.append(Finding("warning", "no-pair", message, hint))
        waiting = len(worklist.waiting(store))
        if waiting:
            message = f"{_n(waiting, 'coding is', 'codings are')} to be read again."
            hint = "Their code was revised; see them: qualcode codebook worklist."
            found.append(Finding("warning", "reread", message, hint))
        return found

    def _people(self) -> list[Finding]:
        store = self._session.store
        found = []
        loose = checks.documents_without_case(store)
        if loose:
            message = f"Documents without a case: {', '.join(loose)}."
            hint = "File them: qualcode document set NAME --case CASE."
            found.append(Finding("warning", "no-case", message, hint))
        silent = checks.participants_without_consent(store)
        if silent:
            message = f"Not to be quoted, since consent is not given: {', '.join(silent)}."
            found.append(Finding("note", "no-consent", message))
        left = progress.unread(store)
        if left:
            turns = _n(left, "turn of an informant is", "turns of informants are")
            message = f"{turns} neither coded nor read."
            hint = "On the coding screen `n` leads to the next one."
            found.append(Finding("note", "unread", message, hint))
        return found

    def _beside(self) -> list[Finding]:
        path = self._session.store.path
        copies = sorted(path.parent.glob(f"{path.stem}.format-*.backup"))
        return [
            Finding(
                "note",
                "backup",
                f"{copy.name} is a copy from before the project was brought up to date.",
                "It holds everything that the project held then; delete it when it is not needed.",
            )
            for copy in copies
        ]


def _n(count: int, one: str, several: str) -> str:
    """The count with the words that go with it."""
    return f"{count} {one if count == 1 else several}"
