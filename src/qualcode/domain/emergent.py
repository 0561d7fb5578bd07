"""Labels of what no code fitted, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass

CODE, THEME, ASIDE, UNDECIDED = "code", "theme", "aside", "undecided"


@dataclass(frozen=True, slots=True)
class LabelDecision:
    """A label and what was decided: made a code, put under a theme, set aside, or nothing yet.

    `target` is the code's id or the theme's; `codings` are those that carry the label now.
    """

    label: str
    decision: str
    target: str | None = None
    reason: str | None = None
    coder: str | None = None
    time: str | None = None
    codings: int = 0
    documents: int = 0

    @property
    def decided(self) -> bool:
        """Whether anything was decided."""
        return self.decision != UNDECIDED
