"""What the account of the method states: numbers of the material, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from qualcode.domain.doings import Doings
from qualcode.domain.framework import Charted
from qualcode.domain.material import Material
from qualcode.domain.reading import Reading

OWN, AGREED = "own", "agreed"


@dataclass(frozen=True)
class MethodFacts:
    """Counts of one material; what it does not carry counts as none."""

    material: Material

    @property
    def reading(self) -> Reading:
        """The units with who read and coded them."""
        return self.material.reading or Reading()

    @property
    def charted(self) -> Charted:
        """Cells and ratings."""
        return self.material.charted or Charted()

    @property
    def doings(self) -> Doings:
        """What was done beside coding."""
        return self.material.doings or Doings()

    @cached_property
    def coders(self) -> Counter[str]:
        """Codings by coder."""
        return Counter(row.coder for row in self.material.codings)

    @cached_property
    def double(self) -> int:
        """Documents in which at least two people coded."""
        people: dict[str, set[str]] = {}
        for row in self.material.codings:
            people.setdefault(row.document_id, set()).add(row.coder)
        return sum(len(found) > 1 for found in people.values())

    @cached_property
    def units(self) -> Counter[str]:
        """Units in all, coded, read without a code, and unread."""
        return Counter(
            all=len(self.reading.units),
            coded=sum(unit.coded for unit in self.reading.units),
            unread=sum(unit.unread for unit in self.reading.units),
        )

    @cached_property
    def labels(self) -> tuple[int, int]:
        """Emergent labels, and how many of them were decided upon."""
        found = self.material.history.labels if self.material.history else ()
        return len(found), sum(one.decided for one in found)

    @cached_property
    def changes(self) -> Counter[str]:
        """What revisions of the codebook did, by kind."""
        history = self.material.history
        found = history.changes.values() if history else ()
        return Counter(change.what for changes in found for change in changes)

    @cached_property
    def cells(self) -> Counter[str]:
        """Charted cells in all, stale and final."""
        written = [cell for cell in self.charted.cells if cell.summary]
        return Counter(
            all=len(written),
            stale=sum(bool(cell.changes) for cell in written),
            final=sum(cell.status == "final" for cell in written),
        )

    @cached_property
    def ratings(self) -> Counter[str]:
        """Ratings by raters, agreed ones, and those for which the evidence did not suffice."""
        found = self.charted.ratings
        return Counter(
            own=sum(one.kind == OWN for one in found),
            agreed=sum(one.kind == AGREED for one in found),
            raters=len({one.coder for one in found if one.kind == OWN}),
            enough=sum(one.value is not None for one in found),
            lacking=sum(one.value is None for one in found),
        )

    @cached_property
    def themes(self) -> Counter[str]:
        """Themes by origin."""
        return Counter(theme.origin for theme in self.material.themes)

    @cached_property
    def claims(self) -> Counter[str]:
        """Findings and propositions, and how many of them are final."""
        found = self.material.claims
        if found is None:
            return Counter()
        return Counter(
            findings=len(found.findings),
            final=sum(one.status == "final" for one in found.findings),
            propositions=len(found.propositions),
            quotes=len(found.quotes),
        )

    @cached_property
    def consents(self) -> Counter[str]:
        """Participants by consent to be quoted."""
        return Counter(person.consent for person in self.material.participants)

    @property
    def minutes(self) -> int:
        """Minutes of talk, where the transcripts have times."""
        return round(sum(self.reading.minutes.values()))

    @property
    def words(self) -> int:
        """Words of all transcripts."""
        return sum(document.words for document in self.material.transcripts)

    @property
    def stale(self) -> int:
        """Cells and ratings that rest on something that has changed since."""
        return self.cells["stale"] + sum(bool(one.changes) for one in self.charted.ratings)
