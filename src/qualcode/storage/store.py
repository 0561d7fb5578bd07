"""Opens and keeps one project file; every write goes through one kind of transaction."""

from __future__ import annotations

import errno
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qualcode.errors import BadFile, ProjectError, ProjectLocked, QualcodeError
from qualcode.sentences import sentence
from qualcode.storage.mishaps import no_project, translated

APPLICATION_ID = 0x51434F44
SCHEMA_VERSION = 5
WAIT_SECONDS = 5.0
AT_ONCE = 500
"""Rows that are read at a time where only columns are kept."""
COMPANIONS = ("-wal", "-shm")
"""What SQLite keeps beside a project file while it is open."""


def now() -> str:
    """The time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    """A fresh UUID."""
    return str(uuid.uuid4())


class Store:
    """One connection to one project file. Not to be shared between threads."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.clock: Callable[[], str] = now
        self.new_id: Callable[[], str] = new_id
        self.acts = 0
        self._connection = connection

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded into the file."""
        self._connection.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with translated(self.path):
            return self._connection.execute(sql, values).fetchall()

    def columns(self, sql: str) -> list[list[Any]]:
        """The columns of a query; it is read piece by piece, so that no row is kept."""
        with translated(self.path):
            cursor = self._connection.execute(sql)
            found: list[list[Any]] = [[] for _ in cursor.description]
            while rows := cursor.fetchmany(AT_ONCE):
                for column, values in zip(found, zip(*rows, strict=True), strict=True):
                    column.extend(values)
        return found

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        with translated(self.path):
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """One statement inside a `write`."""
        self._connection.execute(sql, values)

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows inside a `write`."""
        self._connection.executemany(sql, rows)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One unchanging view of the project for several queries."""
        if self._connection.in_transaction:
            yield
            return
        with translated(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction: everything inside is kept, or nothing.

        Raises ProjectLocked when another program writes for longer than five seconds, and
        QualcodeError when the disk is full or the file cannot be written.
        """
        if self.read_only:
            raise QualcodeError(
                sentence("The project is open for reading only."),
                sentence("Close the other program, or check the rights to the file."),
            )
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        self.acts += 1

    def wait_at_most(self, seconds: float) -> None:
        """How long a write waits for another program before it raises ProjectLocked."""
        with translated(self.path):
            self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def copy_to(self, other: sqlite3.Connection) -> None:
        """Copy the whole project into another database, as it is at this moment."""
        self._connection.backup(other)

    def scrub(self) -> bool:
        """Write the file anew, so that nothing that was erased is left in it or in its log.

        False where another program has the project open: the log is emptied when that one closes.
        """
        # what is written anew must not pass through a file elsewhere
        self._connection.execute("PRAGMA temp_store = MEMORY")
        try:
            with translated(self.path):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                self._connection.execute("VACUUM")
                busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except ProjectLocked:
            return False
        return not busy

    def changed(self) -> tuple[int, int]:
        """A value that differs when anybody, here or elsewhere, changed the project."""
        return int(self.value("PRAGMA data_version")), self.acts

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the file; empty when it is sound."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        found = [line for line in found if line != "ok"]
        broken = self.rows("PRAGMA foreign_key_check")
        return found + [
            sentence(
                "{table} {row} points to a missing {other}", table=one[0], row=one[1], other=one[2]
            )
            for one in broken
        ]


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection with the settings that keep work safe."""
    mode = "ro" if read_only else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    return connection


def create(path: Path) -> Store:
    """A new, empty project file that only its owner may read; raises BadFile when there is one."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise BadFile(
            sentence("{path} exists already.", path=path.name),
            sentence("Choose another name, or open it."),
        ) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be made: {strerror}.", path=path, strerror=error.strerror),
            sentence("Choose a folder you may write in."),
        ) from None
    os.close(handle)
    forget_companions(path)
    connection = connect(path)
    with translated(path):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    from qualcode.storage.schema import migrate

    migrate(connection, path)
    return Store(path, connection, read_only=False)


def forget_companions(path: Path) -> None:
    """Remove the log that a project of that name left behind when its file was taken away.

    SQLite would play it into the new file of the name and ruin it.
    """
    for suffix in COMPANIONS:
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """The project in `path`, brought up to date if it was made by an older program.

    Raises BadFile when there is no project, ProjectError when it is damaged or newer.
    """
    _check_there(path)
    read_only = read_only or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)
    connection = connect(path, read_only=read_only)
    with translated(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        connection.close()
        raise BadFile(sentence("{path} is a database, but no qualcode project.", path=path.name))
    if version > SCHEMA_VERSION:
        connection.close()
        raise ProjectError(
            sentence(
                "{path} was made by a newer qualcode (format {version}, this one "
                "knows {SCHEMA_VERSION}).",
                path=path.name,
                version=version,
                SCHEMA_VERSION=SCHEMA_VERSION,
            ),
            sentence("Bring qualcode up to date: pip install -U qualcode."),
        )
    if version < SCHEMA_VERSION:
        if read_only:
            connection.close()
            raise ProjectError(
                sentence(
                    "{path} has an older format and cannot be brought up to date here.",
                    path=path.name,
                ),
                sentence("Open it once where it can be written."),
            )
        from qualcode.storage.schema import migrate

        migrate(connection, path)
    return Store(path, connection, read_only=read_only)


def _check_there(path: Path) -> None:
    """Raises BadFile where there is nothing to open.

    The file itself is left alone: on POSIX systems whoever closes a file gives up all locks that
    the process has on it, those of a connection that is open elsewhere in the program too.
    Another program would then take the project for closed and throw its log away.
    """
    try:
        empty = path.stat().st_size == 0
    except FileNotFoundError:
        raise BadFile(
            sentence("There is no project {path}.", path=path),
            sentence("Make one: qualcode init FILE, or qualcode demo."),
        ) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from None
    if empty or not path.is_file():
        raise no_project(path)
    if not os.access(path, os.R_OK):
        denied = os.strerror(errno.EACCES)
        raise BadFile(sentence("{path} cannot be read: {strerror}.", path=path, strerror=denied))
