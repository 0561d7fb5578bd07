"""Which words of an informant stand for many, and how they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from qualcode.domain.material import CodedRow, DegreeRow, Material
from qualcode.domain.people import Participant

Said = CodedRow | DegreeRow
"""A coding or a degree: somebody's words in one place."""

ENOUGH = 40
"""Characters from which a quote can stand alone."""

LIMIT = 600
"""Characters after which a printed quote is shortened."""


UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""Control characters and what no file format takes."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words to print, who said them (pseudonym and role), and the coding that they come from."""

    text: str
    attribution: str
    source: Said

    @property
    def line(self) -> str:
        """The words in quotation marks with who said them, as one line."""
        return f"”{self.text}” ({self.attribution})"


def tidy(text: str) -> str:
    """The words on one line: white space as single spaces, control characters left out."""
    return " ".join(UNPRINTABLE.sub("", " ".join(text.split())).split())


def shorten(text: str, limit: int = LIMIT) -> str:
    """At most about `limit` characters, cut after a whole word and marked `[…]`."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    return f"{text[: cut if cut > 0 else limit].rstrip()} […]"


def attribution(participant: Participant, roles: Mapping[str, str] | None = None) -> str:
    """Pseudonym and role; `roles` are the roles to print by participant id, else their own."""
    role = participant.role if roles is None else roles.get(participant.id, participant.role)
    return f"{participant.name}, {role}" if role else participant.name


def may_quote(material: Material) -> frozenset[str]:
    """Ids of the participants who said yes to being quoted; unknown is not yes."""
    return frozenset(p.id for p in material.participants if p.consent == "yes")


def typical(
    material: Material,
    said: Iterable[Said],
    limit: int = 1,
    roles: Mapping[str, str] | None = None,
) -> tuple[Quotation, ...]:
    """Up to `limit` passages that stand for all of `said`, the same ones every time.

    Only from people who said yes. Of the passages of 40 characters and more (of all, when there
    are none) the one whose length is nearest the median, the shorter first, then in order; each
    further one from a case and a person not quoted yet, as far as there are any.
    """
    chosen: list[Quotation] = []
    people = {p.id: p for p in material.participants}
    left = _candidates(material, said)
    cases: dict[str | None, int] = {}
    persons: dict[str, int] = {}
    while left and len(chosen) < limit:
        at = min(
            range(len(left)),
            key=lambda i: (cases.get(left[i].case_id, 0), persons.get(left[i].informant, 0), i),
        )
        row = left.pop(at)
        cases[row.case_id] = cases.get(row.case_id, 0) + 1
        persons[row.informant] = persons.get(row.informant, 0) + 1
        text = shorten(tidy(material.quote(row.document_id, row.start, row.end)))
        chosen.append(Quotation(text, attribution(people[row.informant], roles), row))
    return tuple(chosen)


def _candidates(material: Material, said: Iterable[Said]) -> list[Said]:
    """Passages that may be quoted, each once, the most typical length first."""
    allowed = may_quote(material)
    once: dict[tuple[str, int, int], Said] = {}
    for row in said:
        if row.participant_id in allowed and row.document_id in material.texts:
            once.setdefault((row.document_id, row.start, row.end), row)
    rows: Sequence[Said] = [r for r in once.values() if r.end - r.start >= ENOUGH]
    rows = rows or list(once.values())
    if not rows:
        return []
    middle = median_low(row.end - row.start for row in rows)
    return sorted(rows, key=lambda row: (abs(row.end - row.start - middle), row.end - row.start))
