"""What goes wrong between the program and the project file, in words that can be acted on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import BadFile, ProjectError, ProjectLocked, QualcodeError
from qualcode.sentences import sentence


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours; the words of a project are never in them."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _operational(path, str(error)) from None
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise no_project(path) from None
        raise _damaged(path) from None


def _operational(path: Path, said: str) -> QualcodeError:
    if "locked" in said or "busy" in said:
        return ProjectLocked(
            sentence("{path} is being written by another program.", path=path.name),
            sentence("Close it there, or try again in a moment."),
        )
    if "full" in said:
        return QualcodeError(
            sentence("The disk is full; nothing was changed."),
            sentence("Make room and do the same again."),
        )
    if "readonly" in said or "unable to open" in said or "attempt to write" in said:
        return QualcodeError(
            sentence("{path} cannot be written here.", path=path.name),
            sentence("Check the rights to the file and its folder."),
        )
    if "disk I/O" in said:
        return QualcodeError(
            sentence("The disk did not take the change; nothing was changed."),
            sentence("Check the disk and its room, and do the same again."),
        )
    if "malformed" in said:
        return _damaged(path)
    return ProjectError(
        sentence("{path} could not be used: {said}.", path=path.name, said=said),
        sentence("Run `qualcode check`."),
    )


def no_project(path: Path) -> BadFile:
    """What is said of a file that is something else."""
    return BadFile(
        sentence("{path} is no qualcode project.", path=path.name),
        sentence("A project ends in .qualcode; see `qualcode init`."),
    )


def _damaged(path: Path) -> ProjectError:
    return ProjectError(
        sentence("{path} is damaged.", path=path.name),
        sentence(
            "Work on a copy; a backup lies beside the project if it was ever brought up to date."
        ),
    )
