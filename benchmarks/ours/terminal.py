"""A pseudo-terminal in which the program is started as a user starts it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence

WIDTH, HEIGHT = 160, 50
WAIT = 30.0


class NoScreen(Exception):
    """The program did not come up; the message says how."""


def first_screen(command: Sequence[str], words: str) -> float:
    """Seconds from start until these words stand on the screen; raises NoScreen."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        os.execvp(command[0], list(command))
    seen = b""
    try:
        while words.encode() not in seen:
            if not select.select([terminal], [], [], WAIT)[0]:
                raise NoScreen("the first screen did not come")
            seen += _read(terminal)
        return time.perf_counter() - began
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        raise NoScreen("the program ended before its first screen") from None
