"""An act that waits while another program writes the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.timer import Timer
from textual.widget import Widget

from qualcode.errors import ProjectLocked, QualcodeError
from qualcode.tui.messages import Locked, report

T = TypeVar("T")
AGAIN_SECONDS = 1.0


class Patience(Generic[T]):
    """Tries one act again and again until the project is free; meanwhile others are refused."""

    def __init__(self, node: Widget, done: Callable[[T], None]) -> None:
        """`done` is called with what an act returned, at once or later."""
        self._node, self._done = node, done
        self._waiting: Callable[[], T] | None = None
        self._timer: Timer | None = None

    def do(self, act: Callable[[], T]) -> None:
        """Act now, or as soon as the project can be written; an error is shown instead."""
        try:
            result = act()
        except ProjectLocked as error:
            report(self._node.app, error)
            if self._waiting is None:
                self._waiting = act
                self._node.post_message(Locked(True))
                self._timer = self._node.set_interval(AGAIN_SECONDS, self._again)
        except QualcodeError as error:
            report(self._node.app, error)
        else:
            self._done(result)

    def _again(self) -> None:
        act = self._waiting
        assert act is not None
        try:
            result = act()
        except ProjectLocked:
            return
        except QualcodeError as error:
            self._rest()
            report(self._node.app, error)
        else:
            self._rest()
            self._done(result)

    def _rest(self) -> None:
        self._waiting = None
        if self._timer is not None:
            self._timer.stop()
        self._node.post_message(Locked(False))
