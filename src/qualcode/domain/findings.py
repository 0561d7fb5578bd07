"""Findings, propositions and outcomes: what the analyst says across cases, and on what grounds."""

from __future__ import annotations

from dataclasses import dataclass, field

from qualcode.domain.chosen import ChosenQuote
from qualcode.domain.claims import Grounds

FINDING_KINDS = ("success-factor", "pitfall")
TOWARDS = {"success-factor": "helps", "pitfall": "hinders"}
"""The valence that supports a finding of each kind."""

STATUSES = ("draft", "final")
VERDICTS = ("holds", "holds-with-limits", "not-held")
OUTCOME_CLASSES = ("early", "systems", "population")
"""Early changes, systems changes and population changes, as ORS Impact and Spark Policy (2018)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A success factor or pitfall as a sentence of the analyst.

    `met` says how a pitfall was met; `merged` are the ids of findings that went into it.
    """

    id: str
    kind: str
    statement: str
    grounds: Grounds = field(default_factory=Grounds)
    met: str | None = None
    status: str = "draft"
    merged: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The statement: what people find it by."""
        return self.statement


@dataclass(frozen=True, slots=True)
class Proposition:
    """A statement across cases, to be held against all of them; `rival` explains otherwise."""

    id: str
    statement: str
    grounds: Grounds = field(default_factory=lambda: Grounds(asserts=True))
    rival: str | None = None
    verdict: str | None = None
    status: str = "draft"

    @property
    def name(self) -> str:
        """The statement: what people find it by."""
        return self.statement


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case in one class of outcomes; `level` is a value of the outcome scale."""

    id: str
    case_id: str
    kind: str
    statement: str
    level: str | None = None
    period: str | None = None
    codings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The statement: what people find it by."""
        return self.statement


@dataclass(frozen=True, slots=True)
class Claims:
    """All that the analyst says across cases, with the quotes chosen for it."""

    findings: tuple[Finding, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    quotes: tuple[ChosenQuote, ...] = ()

    def chosen(self, owner_kind: str, owner: str, side: str | None = None) -> list[ChosenQuote]:
        """The quotes chosen for one thing, on one side where that is named; in their order."""
        return [
            quote
            for quote in self.quotes
            if (quote.owner_kind, quote.owner) == (owner_kind, owner)
            and (side is None or quote.side == side)
        ]
