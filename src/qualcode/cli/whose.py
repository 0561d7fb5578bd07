"""Whose something is, said where somebody else changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcode.cli.output import warn

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@contextmanager
def telling_whose(others: Sequence[str]) -> Iterator[None]:
    """Once the act is done, warn where what it changed was made by these coders."""
    yield
    if others:
        warn(f"made by {', '.join(others)}; --coder NAME says who acts, `undo` takes it back.")


def makers(project: Project, segments: Sequence[str]) -> Sequence[str]:
    """The names of who made some passages (ids of segments), but for who acts."""
    return project.codings.segments_by_others(segments)
