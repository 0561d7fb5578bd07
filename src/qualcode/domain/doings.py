"""What was done in a project beside coding: counts for the account of the method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Doings:
    """Memos by kind, lists of contrary evidence opened, replies by answer, acts in the journal.

    `assisted` counts codings that began as a suggestion; `revisions` the versions of the codebook
    after the first; `replaced` the transcripts that were corrected after they came in.
    """

    memos: Mapping[str, int] = field(default_factory=dict)
    opened: int = 0
    replies: Mapping[str, int] = field(default_factory=dict)
    acts: int = 0
    assisted: int = 0
    revisions: int = 0
    replaced: int = 0
    program: str = ""
