"""Whose a coding is, said where somebody else changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcode.cli.output import warn

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@contextmanager
def telling_whose(project: Project, segments: Sequence[str]) -> Iterator[None]:
    """Once the act is done, warn where passages (ids of segments) are not of who acts."""
    others = project.codings.segments_by_others(segments)
    yield
    if others:
        warn(f"made by {', '.join(others)}; --coder NAME says who acts, `undo` takes it back.")
