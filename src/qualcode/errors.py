"""Errors that a user can read: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from qualcode.sentences import sentence


class QualcodeError(Exception):
    """Something the user can mend; `hint` says how. Exit code 1."""

    code = "error"
    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[QualcodeError], tuple[str, str]]:
        return type(self), (self.message, self.hint)


class NotFound(QualcodeError):
    """A name or id that the project does not have."""

    code = "not-found"


class Ambiguous(QualcodeError):
    """A name that fits several things; the hint lists their ids."""

    code = "ambiguous"


class Invalid(QualcodeError):
    """A value that cannot be taken: a span beyond the text, a degree off the scale."""

    code = "invalid"


class BadFile(QualcodeError):
    """A file that cannot be read or written as what it claims to be."""

    code = "bad-file"


class Conflict(QualcodeError):
    """The project has changed in a way that makes the act impossible."""

    code = "conflict"


class TextReplaced(Conflict):
    """The text that an act was aimed at was replaced by a corrected one."""

    code = "text-replaced"


class ProjectError(QualcodeError):
    """The project file is damaged, locked or newer than the program. Exit code 3."""

    code = "project"
    exit_code = 3


class ProjectLocked(ProjectError):
    """Another program holds the project for longer than we wait."""

    code = "locked"


def nearest(name: str, known: Iterable[str], *, limit: int = 3) -> str:
    """A hint naming the known words closest to `name`, or an empty string."""
    from difflib import get_close_matches

    names = list(known)
    folded = {n.casefold(): n for n in names}
    hits = get_close_matches(name.casefold(), folded, n=limit, cutoff=0.4)
    if not hits:
        hits = [f for f in folded if name.casefold() in f][:limit]
    if not hits:
        return ""
    return sentence("Nearest: {names}.", names=", ".join(folded[hit] for hit in hits))
