"""Findings and propositions as the screens show them: each with how every case stands to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.domain.claims import STANCES, Weighed
from qualcode.domain.findings import Finding, Proposition
from qualcode.tui.fitting import one_line
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.services.findings import Findings
    from qualcode.services.propositions import Propositions
    from qualcode.services.workspace import Project

FINDING, PROPOSITION = "finding", "proposition"

KINDS = {
    "success-factor": marked("Success factor"),
    "pitfall": marked("Pitfall"),
    PROPOSITION: marked("Proposition"),
}
GROUPS = {
    "success-factor": marked("Success factors"),
    "pitfall": marked("Pitfalls"),
    PROPOSITION: marked("Propositions"),
}
STANCE_WORDS = {
    "supporting": marked("for"),
    "contrary": marked("against"),
    "mixed": marked("mixed"),
    "silent": marked("silent"),
}
STATUS_WORDS = {"draft": marked("draft"), "final": marked("final")}
VERDICT_WORDS = {
    "holds": marked("holds"),
    "holds-with-limits": marked("holds with limits"),
    "not-held": marked("does not hold"),
}
SIDE_WORDS = {
    frozenset({"for"}): marked("for"),
    frozenset({"against"}): marked("against"),
    frozenset({"for", "against"}): marked("for and against"),
    frozenset(): marked("on neither side"),
}
"""On which sides of a claim a passage is, in words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding or proposition with its cases; `voices` and `organisations` stand behind it."""

    claim: Finding | Proposition
    weighed: Weighed
    voices: int = 0
    organisations: int = 0
    outgrown: bool = False

    @property
    def kind(self) -> str:
        """finding or proposition."""
        return FINDING if isinstance(self.claim, Finding) else PROPOSITION

    @property
    def group(self) -> str:
        """success-factor, pitfall or proposition."""
        return self.claim.kind if isinstance(self.claim, Finding) else PROPOSITION

    @property
    def id(self) -> str:
        """The kind and the id, as the lists and the kept place know it."""
        return f"{self.kind}:{self.claim.id}"

    def count(self, stance: str) -> int:
        """How many cases stand so."""
        return len(self.weighed.standing(stance))

    def sides(self) -> Mapping[str, frozenset[str]]:
        """By coding (id) the sides that it is on; the order is that of the cases."""
        found: dict[str, frozenset[str]] = {}
        for case in self.weighed.cases:
            for side, rows in (("for", case.supporting), ("against", case.contrary)):
                for row in rows:
                    found[row.coding] = found.get(row.coding, frozenset()) | {side}
            for row in case.aside:
                found.setdefault(row.coding, frozenset())
        for row in self.weighed.loose:
            found.setdefault(row.coding, frozenset())
        return found

    def codings_of(self, case_id: str | None) -> frozenset[str]:
        """The codings (ids) of one case, or of all."""
        if case_id is None:
            return frozenset(self.sides())
        cases = (case for case in self.weighed.cases if case.case_id == case_id)
        return frozenset(row.coding for case in cases for row in case.said)


def service_of(project: Project, kind: str) -> Findings | Propositions:
    """What reads and writes claims of that kind."""
    return project.findings if kind == FINDING else project.propositions


def seen_claims(project: Project) -> list[Seen]:
    """Success factors, pitfalls, propositions, each in their order."""
    outgrown = {one.id for one in project.findings.outgrown()}
    outgrown |= {one.id for one in project.propositions.outgrown()}
    found = []
    for finding in project.findings.list():
        view = project.findings.view(finding)
        voices, employers = len(view.informants), len(view.organisations)
        found.append(Seen(finding, view.weighed, voices, employers, finding.id in outgrown))
    found.sort(key=lambda each: list(KINDS).index(each.group))
    for one in project.propositions.list():
        weighed = project.propositions.weigh(one)
        found.append(Seen(one, weighed, outgrown=one.id in outgrown))
    return found


def header_of(seen: Seen, cases: Mapping[str, str], *, room: int) -> Text:
    """The statement and all that is said of it; `cases` are their names by id.

    Cases are named with `room` 2, counted with 1, and left to the list with 0.
    """
    claim = seen.claim
    text = Text(one_line(claim.statement), style="bold")
    facts = _facts(seen)
    if room:
        facts.insert(len(facts) - 2 * (seen.kind == FINDING), counts_words(seen))
    text.append("\n" + " · ".join(facts), style="not bold")
    if isinstance(claim, Finding):
        _append(text, _("How it was met"), claim.met)
    else:
        _append(text, _("Query"), claim.grounds.query)
        if claim.grounds.broken:
            text.append("  " + _("asks for something that is there no more"), style="not bold")
        _append(text, _("Rival explanation"), claim.rival)
    if room > 1:
        for stance, words in STANCE_WORDS.items():
            named = [cases.get(one.case_id, "") for one in seen.weighed.standing(stance)]
            _append(text, f"{_(words)} {len(named)}", ", ".join(named))
    return text


def counts_words(seen: Seen) -> str:
    """How many cases stand how, of how many there are."""
    counts = " · ".join(f"{_(STANCE_WORDS[one])} {seen.count(one)}" for one in STANCES)
    cases = counted("of {n} case", "of {n} cases", len(seen.weighed.cases))
    return f"{counts} · {cases}"


def _facts(seen: Seen) -> list[str]:
    claim = seen.claim
    facts = [_(KINDS[seen.group]), _(STATUS_WORDS[claim.status])]
    if seen.outgrown:
        facts.append(_("something new speaks against it"))
    if isinstance(claim, Proposition):
        facts.append(_(VERDICT_WORDS[claim.verdict]) if claim.verdict else _("no verdict yet"))
        towards = claim.grounds.towards
        if towards is not None:
            facts.append(_(TOWARDS_WORDS[towards]))
    if seen.kind == FINDING:
        facts.append(counted("{n} informant", "{n} informants", seen.voices))
        facts.append(counted("{n} organisation", "{n} organisations", seen.organisations))
    return facts


TOWARDS_WORDS = {
    "helps": marked("what helps supports it"),
    "hinders": marked("what hinders supports it"),
}


def _append(text: Text, label: str, words: str | None) -> None:
    if words:
        text.append(f"\n{label}: ", style="not bold italic")
        text.append(one_line(words), style="not bold")
