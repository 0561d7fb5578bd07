"""What may follow a key a moment later, once for many keys."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

MOMENT = 0.08
"""Seconds after a key at which what stands beside the text follows, all of it at once: the words
that the key was for are painted first, and keys that are held down are not slowed."""


class Later:
    """Does one thing some seconds after it was asked for; while it waits, it is not asked anew.

    With `quiet`, every asking begins the wait again: it is done when nobody has asked for so long.
    """

    def __init__(
        self, node: MessagePump, seconds: float, act: Callable[[], object], *, quiet: bool = False
    ) -> None:
        self._node, self._seconds, self._act, self._quiet = node, seconds, act, quiet
        self._timer: Timer | None = None

    def ask(self) -> None:
        """Have it done later."""
        if self._quiet:
            self.drop()
        if self._timer is None:
            self._timer = self._node.set_timer(self._seconds, self.do)

    def do(self) -> None:
        """Do it now; what was asked for is done with that."""
        self.drop()
        self._act()

    def catch_up(self) -> None:
        """Do it now, where it was asked for."""
        if self._timer is not None:
            self.do()

    def drop(self) -> None:
        """Not do it."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
