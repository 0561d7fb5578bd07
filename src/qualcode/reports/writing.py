"""Putting a finished file in place without ever leaving half of one."""

from __future__ import annotations

import os
from pathlib import Path

from qualcode.errors import BadFile
from qualcode.sentences import sentence

_DATABASE = b"SQLite format 3\x00"
_PROJECT = ".qualcode"


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and then take its place; an old file stays whole until then.

    Raises BadFile when the folder or file cannot be written or the disk is full, and for a target
    that is a project: nothing is ever put in the place of one.
    """
    target = Path(os.path.realpath(path))
    if _is_project(target):
        raise BadFile(
            sentence("{path} is a project; nothing is written over it.", path=path.name),
            sentence("Choose another name."),
        )
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise BadFile(
            sentence("{path} cannot be written: {strerror}.", path=path, strerror=error.strerror),
            sentence(
                "Is the folder there, the disk not full, and the file not open in another program?"
            ),
        ) from error


def _is_project(target: Path) -> bool:
    """Whether a file is a project, or any database, under whatever name."""
    if target.suffix.lower() == _PROJECT or Path(f"{target}-shm").exists():
        return True  # one that is open is not to be opened here: its locks would be given up
    try:
        with target.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False
