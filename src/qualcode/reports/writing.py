"""Putting a finished file in place without ever leaving half of one."""

from __future__ import annotations

import os
from pathlib import Path

from qualcode.errors import BadFile


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and then take its place; an old file stays whole until then.

    Raises BadFile when the folder or file cannot be written or the disk is full.
    """
    target = Path(os.path.realpath(path))
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
            f"{path} cannot be written: {error.strerror}.",
            "Is the folder there, the disk not full, and the file not open in another program?",
        ) from error
