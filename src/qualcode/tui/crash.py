"""What is said when the program fails: where, and never what.

Messages of errors and values of variables can hold words of a transcript, so only the kinds of the
errors and lines of the program are told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from traceback import extract_tb, format_list
from typing import TYPE_CHECKING, Any

from qualcode import __version__
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

_KEPT = marked(
    "This is an error of the program. Your project is kept: everything up to your last act is"
    " stored.\nThe lines above hold no words of your transcripts. Pass them on to whoever keeps"
    " your qualcode."
)
_FRAMES = 30


def crash_report(error: BaseException | None) -> str:
    """The kinds of an error and of those behind it, with the lines of code they came through."""
    parts = [part for each in _chain(error) for part in _told(each)]
    kind = type(error).__name__ if error is not None else _("an unknown error")
    failed = _("qualcode {version} failed: {kind}.", version=__version__, kind=kind)
    return f"{''.join(parts)}{failed}\n{_(_KEPT)}\n"


def watch_tasks(app: QualcodeApp) -> None:
    """Let a failure beside the screens end the program too, in place of being printed in full."""

    def failed(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            app._handle_exception(error)

    asyncio.get_running_loop().set_exception_handler(failed)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The errors that led to one, the first of them first."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    yield from reversed(found)


def _told(error: BaseException) -> Iterator[str]:
    yield from format_list(extract_tb(error.__traceback__)[-_FRAMES:])
    yield f"{type(error).__name__}\n\n"
