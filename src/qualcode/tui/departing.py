"""A terminal that is closed and a connection that breaks tell the program to go by a signal."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

SIGNALS = ("SIGHUP", "SIGTERM")
"""Not every system has both."""


def when_told_to_go(leave: Callable[[], None]) -> None:
    """Call `leave` when the system tells this program to end, where the system can be asked to."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        known = getattr(signal, name, None)
        # not on Windows, and only in the main thread
        if known is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(known, leave)
