"""Writing in the reader's own editor, and leaving no word of it behind.

The words go through a file that only the reader can open (0600), in a folder of its own (0700)
below the user's state folder. The folder goes when the editor is left, with whatever the editor put
beside the file; one that a crash left behind goes at the next start.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from textual.app import App, SuspendNotSupported

from qualcode.errors import BadFile, Conflict, NotFound
from qualcode.tui.words import _, marked

WARNING = marked(
    "Your editor may keep copies of what you write: backups, undo files, a history of its own."
    " qualcode removes its own file when you leave the editor, but not those. Go on?"
)

_LOCK = "lock"
_PREFIX = "memo-"
_FRESH_SECONDS = 60.0


def folder() -> Path:
    """Where the private folders are made."""
    from platformdirs import user_state_path

    return user_state_path("qualcode", appauthor=False) / "writing"


def edit_outside(app: App[Any], words: str) -> str:
    """What the words are after the reader's editor was left; the screens wait meanwhile.

    Raises NotFound when no editor is named or it cannot be started, Conflict where the terminal
    cannot be lent or the editor reports an error, BadFile when the file cannot be written or read.
    """
    command = _command()
    try:
        with _private_file(words) as path:
            code = _run(app, [*command, str(path)])
            if code is None:
                message = _("The editor '{editor}' cannot be started.", editor=command[0])
                raise NotFound(message, _(_NAME_ONE))
            if code:
                raise Conflict(
                    _("The editor left with an error."), _("The words are as they were.")
                )
            return _text(path.read_bytes())
    except OSError as error:
        reason = error.strerror or _("input or output failed")
        raise BadFile(
            _("The file for the editor: {reason}.", reason=reason),
            _("The words are as they were."),
        ) from None


def sweep() -> None:
    """Remove what editors left behind in a program that ended without tidying up.

    Folders in use by another program that runs are left alone.
    """
    root = folder()
    for left in root.glob(f"{_PREFIX}*") if root.is_dir() else ():
        if not left.is_symlink() and _abandoned(left):
            shutil.rmtree(left, ignore_errors=True)


_NAME_ONE = marked("Set VISUAL or EDITOR to the editor that you use, for example EDITOR=nano.")


def _command() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named, posix=os.name == "posix")
    except ValueError:
        command = []
    if not command:
        raise NotFound(_("No editor is named."), _(_NAME_ONE))
    return command


def _run(app: App[Any], command: list[str]) -> int | None:
    """The exit code of the editor; None when it cannot be started.

    Nothing may be raised while the terminal is lent: it would not come back.
    """
    code: int | None = None
    try:
        with app.suspend():
            try:
                code = subprocess.run(command, check=False).returncode
            except OSError:
                code = None
    except SuspendNotSupported:
        raise Conflict(_("This terminal cannot be lent to an editor."), _("Write here.")) from None
    return code


@contextmanager
def _private_file(words: str) -> Iterator[Path]:
    """A file with the words that nobody else can open; it and its folder go at the end."""
    root = folder()
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    private = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
    try:
        with (private / _LOCK).open("w", encoding="utf-8") as lock:
            _hold(lock)
            path = private / "memo.md"
            made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(made, "w", encoding="utf-8", newline="\n") as file:
                file.write(f"{words}\n" if words else "")
            yield path
    finally:
        shutil.rmtree(private, ignore_errors=True)


def _text(raw: bytes) -> str:
    """What an editor saved; one that is not set to UTF-8 is read as Western European."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return "\n".join(text.splitlines()).rstrip()


if sys.platform == "win32":

    def _hold(lock: IO[str]) -> None:
        """An open file cannot be removed there, which is all that is needed."""

    def _abandoned(left: Path) -> bool:
        try:
            (left / _LOCK).unlink()
        except FileNotFoundError:
            return _old(left)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _hold(lock: IO[str]) -> None:
        """The lock goes with the process, however it ends."""
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _abandoned(left: Path) -> bool:
        try:
            with (left / _LOCK).open("r", encoding="utf-8") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return _old(left)
        except OSError:
            return False
        return True


def _old(left: Path) -> bool:
    """Whether a folder without a lock is not just being made."""
    try:
        return time.time() - left.stat().st_mtime > _FRESH_SECONDS
    except OSError:
        return False
