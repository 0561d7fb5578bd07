"""An act that waits while another program writes the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.timer import Timer
from textual.widget import Widget

from qualcode.errors import ProjectLocked, QualcodeError
from qualcode.tui.messages import Locked, report, told

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

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
            if self._waiting is not None:
                report(self._node.app, error)
                return
            # it will be done, so that what was typed for it need not be typed again
            self._node.app.notify(told(error), severity="warning", timeout=8, markup=False)
            self._waiting = act
            self._app.departure.waiting.add(self)
            self._node.post_message(Locked(True))
            self._timer = self._node.set_interval(AGAIN_SECONDS, self.again)
        except QualcodeError as error:
            report(self._node.app, error)
        else:
            # keys that no binding is for, as in a line of choices, act too
            self._app.refusals.hush()
            self._done(result)

    def again(self) -> bool:
        """Try once more; whether nothing waits any longer."""
        act = self._waiting
        assert act is not None
        try:
            result = act()
        except ProjectLocked:
            return False
        except QualcodeError as error:
            self._rest()
            report(self._node.app, error)
        else:
            self._rest()
            self._done(result)
        return True

    @property
    def _app(self) -> QualcodeApp:
        return cast("QualcodeApp", self._node.app)

    def _rest(self) -> None:
        self._waiting = None
        self._app.departure.waiting.discard(self)
        if self._timer is not None:
            self._timer.stop()
        self._node.post_message(Locked(False))
