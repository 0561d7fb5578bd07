"""What findings and propositions share: members, cases placed by hand, evidence, settling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.domain.claims import (
    CLAIM_MEMBERS,
    SIDES,
    STANCES,
    Grounds,
    Member,
    Pin,
    Spoken,
    Weighed,
    weigh,
)
from qualcode.domain.contrary import BY_STANDING, BY_VALENCE, Against
from qualcode.domain.findings import Claims, Finding, Proposition
from qualcode.domain.material import CodedRow, Material
from qualcode.errors import Conflict, Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services import readings
from qualcode.services.contrary import Contrary
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import chosen, claims
from qualcode.storage.material import with_texts

Members = Mapping[str, Sequence[str]]
"""Codes, labels and codings by their kind."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """What speaks against a claim: codings, each with the reason, and cases with the other outcome.

    `opened` says whether this coder has looked at all of it.
    """

    codings: tuple[Against, ...]
    cases: tuple[str, ...]
    opened: bool


class Grounded:
    """The grounds of the claims of one project."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._contrary = Contrary(session)

    def spoken(self) -> Spoken:
        """The codings that claims rest on, as they are now."""
        return readings.spoken(self._session)

    def weighed(self, grounds: Grounds) -> Weighed:
        """How every case stands to a claim."""
        return weigh(asked(self._session, self.spoken().material, grounds), self.spoken())

    def members(self, given: Members, side: str = "for") -> list[Member]:
        """Members by kind and name, checked; raises NotFound or Invalid."""
        if side not in SIDES:
            raise Invalid(
                sentence("'{side}' is no side.", side=side),
                sentence("Known: {names}.", names=", ".join(SIDES)),
            )
        found = []
        for kind, names in given.items():
            if kind not in CLAIM_MEMBERS:
                raise Invalid(
                    sentence("Nothing rests on a {kind}.", kind=kind),
                    sentence("Known: {names}.", names=", ".join(CLAIM_MEMBERS)),
                )
            found += [Member(kind, self._member(kind, name), side) for name in names]
        return found

    def pin(self, case: str, stance: str, reason: str, weighed: Weighed) -> Pin:
        """A case placed by hand, checked; raises Invalid, or Conflict for silence that is none."""
        if stance not in STANCES:
            raise Invalid(
                sentence("'{stance}' is no stance.", stance=stance),
                sentence("Known: {names}.", names=", ".join(STANCES)),
            )
        if not reason.strip():
            raise Invalid(
                sentence("A case placed by hand needs a reason."),
                sentence("Say it with --reason TEXT."),
            )
        case_id = Cases(self._session).resolve(case).id
        here = next(one for one in weighed.cases if one.case_id == case_id)
        if stance == "silent" and here.computed != "silent":
            raise Conflict(
                sentence("That case has passages on this; it cannot be silent."),
                sentence("Call it mixed, or take the passages out of the evidence."),
            )
        return Pin(case_id, stance, reason.strip())

    def opposed(self, kind: str, claim: Finding | Proposition) -> Opposed:
        """What speaks against a claim, and whether this coder has opened it."""
        found, cases = self._against(claim)
        return Opposed(found, cases, self._contrary.opened(kind, claim.id, found))

    def outgrown(self, kind: str, claim: Finding | Proposition) -> bool:
        """Whether a final claim has evidence against it now that nobody has opened."""
        if claim.status != "final":
            return False
        found, _ = self._against(claim)
        return not self._contrary.opened(kind, claim.id, found, anybody=True)

    def _against(self, claim: Finding | Proposition) -> tuple[tuple[Against, ...], tuple[str, ...]]:
        """The codings that speak against a claim, and the cases with the other outcome."""
        weighed = self.weighed(claim.grounds)
        found = {
            row.coding: BY_STANDING if row.standing == "denied" else BY_VALENCE
            for row in weighed.rows("against")
        }
        other = self._contrary.other_end(claim.grounds.towards)
        supporting = [one.case_id for one in weighed.standing("supporting")]
        cases = tuple(case for case in supporting if case in other)
        return self._contrary.with_outcomes(found, cases), cases

    def open(self, kind: str, claim: Finding | Proposition) -> Opposed:
        """The same, and log that this coder has looked at it."""
        found = self.opposed(kind, claim)
        self._contrary.open(kind, claim.id, found.codings)
        return replace(found, opened=True)

    def check_final(self, kind: str, claim: Finding | Proposition) -> None:
        """Raises Conflict unless this coder has opened what speaks against the claim."""
        if not self.opposed(kind, claim).opened:
            raise Conflict(
                sentence("What speaks against it has not been opened, or has grown since."),
                sentence(
                    "Look at it first: qualcode {kind} contrary {claim}", kind=kind, claim=claim.id
                ),
            )

    def _member(self, kind: str, name: str) -> str:
        if kind == "code":
            return self._session.book().code(name).id
        if kind == "coding":
            if name not in self.spoken().by_id:
                raise NotFound(
                    sentence("There is no coding '{name}'.", name=name),
                    sentence("See `qualcode code list`."),
                )
            return name
        known = list(self.spoken().by_label)
        if name not in known:
            raise NotFound(
                sentence("No coding has the label '{name}'.", name=name), nearest(name, known)
            )
        return name


def asked(session: Session, found: Material, grounds: Grounds) -> Grounds:
    """The grounds with the codings that their query finds in the material now.

    A query that names what the project has no more finds nothing, and the grounds say so.
    """
    if not grounds.query:
        return grounds
    from qualcode.domain.query_match import needs_texts
    from qualcode.services.queries import Queries

    queries = Queries(session)
    try:
        query = queries.understand(grounds.query)
    except (Invalid, NotFound):
        return replace(grounds, broken=True)
    if needs_texts(query):
        found = with_texts(session.store, found)
    return replace(grounds, queried=queries.meant(found, query).codings)


def with_claims(session: Session, found: Material) -> Material:
    """The material with all that analysts say across cases, each proposition's query asked."""
    store = session.store
    held = Claims(
        findings=tuple(claims.findings(store)),
        propositions=tuple(
            replace(one, grounds=asked(session, found, one.grounds))
            for one in claims.propositions(store)
        ),
        outcomes=tuple(claims.outcomes(store)),
        quotes=tuple(chosen.chosen(store)),
    )
    return replace(found, claims=held)


def said_by(rows: Iterable[CodedRow], found: Material) -> tuple[set[str], set[str]]:
    """The informants behind codings, and their organisations."""
    employer = {person.id: person.organisation_id for person in found.participants}
    everybody = {row.informant for row in rows}
    return everybody, {org for who in everybody if (org := employer.get(who)) is not None}


def clean(text: str, kind: str) -> str:
    """A statement on one line; raises Invalid when there are no words in it."""
    found = " ".join(text.split())
    if not found:
        raise Invalid(sentence(_WORDLESS[kind]))
    return found


_WORDLESS = {
    "finding": sentence("A finding needs words."),
    "proposition": sentence("A proposition needs words."),
    "outcome": sentence("A statement of an outcome needs words."),
}
