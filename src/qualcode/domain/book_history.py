"""What became of the codebook in this project, for the table that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.domain.emergent import LabelDecision


@dataclass(frozen=True, slots=True)
class CodeChange:
    """One thing that a version of the codebook did to a code.

    `what` is as in `domain.comparison`: added, relabelled, redefined, moved, merged, split,
    retired, revived, changed. `before` and `after` are the code's codings around the version,
    None where it moved none.
    """

    what: str
    version: str
    date: str
    author: str
    reason: str = ""
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class BookHistory:
    """Changes by code, oldest first, those of the first version left out, and emergent labels."""

    changes: Mapping[str, tuple[CodeChange, ...]] = field(default_factory=dict)
    labels: tuple[LabelDecision, ...] = ()
