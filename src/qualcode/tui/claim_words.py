"""What can be chosen of a finding or proposition, and what is said when it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Codebook
from qualcode.domain.coding import Coding
from qualcode.domain.findings import VERDICTS
from qualcode.tui.claims_seen import FINDING, PROPOSITION, VERDICT_WORDS, Seen
from qualcode.tui.dialogs.choice_bar import Choice
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

UNPIN = ""
"""What the line of stances gives for a case that its codings are to place again."""

NEW = {
    "success-factor": marked("New success factor"),
    "pitfall": marked("New pitfall"),
    PROPOSITION: marked("New proposition"),
}
MADE = {
    "success-factor": marked("A success factor now"),
    "pitfall": marked("A pitfall now"),
}
SUPPORTED_BY = {
    "helps": marked("What helps supports it"),
    "hinders": marked("What hinders supports it"),
    None: marked("Whatever is said supports it"),
}
REASONS = {
    "supporting": marked("{case} is for it, because"),
    "contrary": marked("{case} is against it, because"),
    "mixed": marked("{case} is mixed, because"),
    "silent": marked("{case} is silent, because"),
}
PLACED = {
    "supporting": marked("{case} is for it"),
    "contrary": marked("{case} is against it"),
    "mixed": marked("{case} is mixed"),
    "silent": marked("{case} is silent"),
}
_STANCE_KEYS = {
    "supporting": ("f", marked("for")),
    "contrary": ("a", marked("against")),
    "mixed": ("m", marked("mixed")),
    "silent": ("s", marked("silent")),
    UNPIN: ("x", marked("as the codings say")),
}


def add(project: Project, kind: str, statement: str) -> str:
    """A new finding or proposition; returns its kind and id as the list knows it."""
    if kind == PROPOSITION:
        return f"{PROPOSITION}:{project.propositions.add(statement, {}).id}"
    return f"{FINDING}:{project.findings.add(statement, kind).id}"


def new_choices() -> Sequence[Choice]:
    """What can be made anew."""
    return (
        Choice("success-factor", ("s", "plus", "enter"), _("success factor")),
        Choice("pitfall", ("p", "minus"), _("pitfall")),
        Choice(PROPOSITION, ("h",), _("proposition, held against every case")),
    )


def stance_choices() -> Sequence[Choice]:
    """How a case can be placed."""
    return [Choice(each, (key,), _(words)) for each, (key, words) in _STANCE_KEYS.items()]


def verdict_choices() -> Sequence[Choice]:
    """What can be said of a proposition, and nothing."""
    keys = dict(zip(VERDICTS, "hln", strict=True))
    found = [Choice(each, (keys[each],), _(VERDICT_WORDS[each])) for each in VERDICTS]
    return [*found, Choice("", ("x",), _("no verdict yet"))]


def brought_by(seen: Seen, coding: Coding, book: Codebook) -> tuple[str, str] | None:
    """What brought a passage to a claim: itself, its label, a code; None where the query did."""
    held = {(m.kind, m.member) for m in seen.claim.grounds.members}
    lineage = book.lineage(coding.code) or (coding.code,)
    ways = [("coding", coding.id), ("label", coding.label or "")]
    ways += [("code", code) for code in lineage]
    return next((way for way in ways if way in held), None)
