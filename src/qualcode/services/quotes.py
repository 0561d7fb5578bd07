"""Chosen quotes: which words stand for what, how they are printed, and who carries how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qualcode.domain.chosen import ATTRIBUTIONS, OWNERS, ChosenQuote, People
from qualcode.domain.claims import SIDES
from qualcode.domain.framework import CASE, Place
from qualcode.domain.quote_wording import Replacement, Trimming, checked, merged
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.codings import Codings
from qualcode.services.findings import Findings
from qualcode.services.outcomes import Outcomes
from qualcode.services.people import Cases
from qualcode.services.propositions import Propositions
from qualcode.services.session import Session
from qualcode.services.themes import Themes
from qualcode.storage import chosen, people

NOT_SAID = "-"
"""Stands for people without a role and passages without a case."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A chosen quote as it may be shown: `text` is None where the words are kept back.

    `withheld` says why: gone, unnamed, no, unknown (consent), or the analyst's own reason.
    """

    quote: ChosenQuote
    text: str | None
    attribution: str
    withheld: str | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the printed quotes are from one participant, role or case; a part of 1."""

    by: str
    name: str
    quotes: int
    share: float
    too_much: bool = False


class Quotes:
    """What the analyst quotes. Words without consent are chosen but never shown or printed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self, owner_kind: str | None = None, owner: str | None = None) -> list[ChosenQuote]:
        """The chosen quotes in their order, of one kind of thing or of one thing."""
        found = chosen.chosen(self._session.store)
        if owner_kind is None:
            return found
        wanted = None if owner is None else self._owner(owner_kind, owner)[1]
        return [
            one
            for one in found
            if one.owner_kind == owner_kind and (wanted is None or one.owner == wanted)
        ]

    def views(self, owner_kind: str | None = None, owner: str | None = None) -> Sequence[QuoteView]:
        """The same as they may be shown."""
        who = self._people()
        return [self._view(one, who) for one in self.list(owner_kind, owner)]

    def get(self, quote_id: str) -> ChosenQuote:
        """The quote with that id; raises NotFound."""
        for one in chosen.chosen(self._session.store):
            if one.id == quote_id:
                return one
        raise NotFound(
            sentence("There is no quote '{quote_id}'.", quote_id=quote_id),
            sentence("See `qualcode quote list`."),
        )

    def view(self, quote_id: str) -> QuoteView:
        """The quote with that id as it may be shown."""
        return self._view(self.get(quote_id), self._people())

    def choose(
        self, coding_id: str, owner_kind: str, owner: str = "", *, side: str = "for"
    ) -> QuoteView:
        """Choose the passage of a coding as a quote for something, on one side of it.

        It can be chosen before there is consent; until then its words are kept back.
        """
        return self.choose_several([coding_id], owner_kind, owner, side=side)[0]

    def choose_several(
        self, coding_ids: Sequence[str], owner_kind: str, owner: str = "", *, side: str = "for"
    ) -> Sequence[QuoteView]:
        """The same for several passages as one act; those chosen for it already are left out.

        Raises Conflict when all of them are.
        """
        if side not in SIDES:
            raise Invalid(
                sentence("'{side}' is no side.", side=side),
                sentence("Known: {names}.", names=", ".join(SIDES)),
            )
        codings = [Codings(self._session).get(each).id for each in coding_ids]
        place = self._owner(owner_kind, owner)
        with self._session.act("quote.choose", about=owner_kind) as act:
            tried = [chosen.choose(act, place, each, side) for each in codings]
            made = [each for each in tried if each is not None]
            if not made:
                raise Conflict(sentence("That passage is chosen for it already."))
            act.detail["quote"] = made[0] if len(made) == 1 else made
        return [self.view(each) for each in made]

    def drop(self, quote_id: str) -> None:
        """Choose a quote no more; the passage and its codes stay."""
        found = self.get(quote_id)
        with self._session.act("quote.drop", quote=found.id) as act:
            act.remove("chosen_quotes", found.id)

    def shorten(self, quote_id: str, cuts: Sequence[tuple[int, int]]) -> QuoteView:
        """Leave parts out, each marked […], beside those left out before; no cuts bring all back.

        Places are code points from the passage's first sign, half-open.
        """
        found = self.get(quote_id)
        wanted = merged((*found.trimming.cuts, *cuts)) if cuts else ()
        return self._trim("quote.shorten", found, replace(found.trimming, cuts=wanted))

    def trim(self, quote_id: str, wanted: Trimming) -> QuoteView:
        """Do exactly this to the words and nothing that was done before, as one act."""
        return self._trim("quote.shorten", self.get(quote_id), wanted)

    def correct(
        self,
        quote_id: str,
        corrections: Sequence[str],
        replacements: Sequence[Replacement] = (),
    ) -> QuoteView:
        """Make small corrections (marks, spaces, hesitations), and put words in place of others.

        What is put in place is printed in square brackets. Both are what holds from now on.
        """
        found = self.get(quote_id)
        wanted = replace(
            found.trimming, corrections=tuple(corrections), replacements=tuple(replacements)
        )
        return self._trim("quote.correct", found, wanted)

    def translate(
        self, quote_id: str, text: str | None, language: str = "", translator: str = ""
    ) -> QuoteView:
        """Put a translation beside the original, with its language and who made it; None clears."""
        found = self.get(quote_id)
        words = " ".join((text or "").split())
        given = (words, language.strip(), " ".join(translator.split()))
        if words and not all(given):
            raise Invalid(sentence("A translation needs its language and the name of who made it."))
        names = ("translation", "translation_language", "translator")
        values = dict(zip(names, given if words else (None, None, None), strict=True))
        return self._change("quote.translate", found, values)

    def attribute(self, quote_id: str, attribution: str) -> QuoteView:
        """What stands behind the words: pseudonym (with role), role, organisation-type or none."""
        if attribution not in ATTRIBUTIONS:
            known = ", ".join(ATTRIBUTIONS)
            raise Invalid(
                sentence("'{attribution}' is no attribution.", attribution=attribution),
                sentence("Known: {known}.", known=known),
            )
        values = {"attribution": attribution}
        return self._change("quote.attribute", self.get(quote_id), values)

    def set(self, quote_id: str, changes: Mapping[str, Any]) -> QuoteView:
        """Change `side`, `position` (the order) or `withheld` (a reason; None lets it be printed).

        Withholding stands beside consent and never in its place.
        """
        if changes.get("side", "for") not in SIDES:
            raise Invalid(
                sentence("'{value}' is no side.", value=changes["side"]),
                sentence("Known: {names}.", names=", ".join(SIDES)),
            )
        if changes.get("withheld", "why") == "":
            raise Invalid(sentence("Withholding a quote needs a reason."))
        values = {k: changes[k] for k in ("side", "position", "withheld") if k in changes}
        return self._change("quote.set", self.get(quote_id), values)

    def swap(self, quote_id: str, other_id: str) -> None:
        """Let two quotes change places in the order, as one act."""
        found, other = self.get(quote_id), self.get(other_id)
        with self._session.act("quote.set", quote=found.id, fields=["position"]) as act:
            chosen.swap(act, found.id, other.id)

    def shares(self, limit: float | None = None) -> Sequence[Share]:
        """How the quotes that may be printed are spread over participants, roles and cases.

        `too_much` marks a participant with more than `limit` of them (the project's `quote_share`
        unless given) and at least two.
        """
        most = float(self._session.settings["quote_share"]) if limit is None else limit
        if not 0 < most <= 1:
            raise Invalid(
                sentence("A share lies between 0 and 1."), sentence("For instance 0.2 for a fifth.")
            )
        store, who = self._session.store, self._people()
        printed = [one for one in self.list() if who.kept_back(one) is None]
        persons = {one.id: one for one in people.participants(store)}
        cases = {one.id: one.name for one in people.cases(store)}
        counts: dict[tuple[str, str], int] = {}
        for one in printed:
            person = persons[one.participant_id or ""]
            names = (person.name, person.role or NOT_SAID, cases.get(one.case_id or "", NOT_SAID))
            for by, name in zip(("participant", "role", "case"), names, strict=True):
                counts[by, name] = counts.get((by, name), 0) + 1
        order = {"participant": 0, "role": 1, "case": 2}
        return [
            Share(by, name, n, n / len(printed), _too_much(by, n, n / len(printed), most))
            for (by, name), n in sorted(
                counts.items(), key=lambda one: (order[one[0][0]], -one[1], one[0][1])
            )
        ]

    def _trim(self, kind: str, found: ChosenQuote, wanted: Trimming) -> QuoteView:
        if found.gone:
            raise Conflict(
                sentence("The passage of this quote is not there any more."),
                sentence("Drop the quote."),
            )
        trimming = checked(found.passage, wanted)
        with self._session.act(kind, quote=found.id) as act:
            chosen.trim(act, found, trimming)
        return self.view(found.id)

    def _change(self, kind: str, found: ChosenQuote, values: Mapping[str, Any]) -> QuoteView:
        with self._session.act(kind, quote=found.id, fields=sorted(values)) as act:
            chosen.change(act, found.id, values)
        return self.view(found.id)

    def _view(self, quote: ChosenQuote, who: People) -> QuoteView:
        why = who.kept_back(quote)
        text = quote.wording if why is None else None
        shown = quote.withheld if why == "withheld" else why
        return QuoteView(quote, text, who.said_by(quote), shown)

    def _people(self) -> People:
        store = self._session.store
        return People(people.participants(store), people.organisations(store))

    def _owner(self, kind: str, ref: str) -> tuple[str, str]:
        session = self._session
        if kind == "report":
            return kind, ""
        if kind == "finding":
            return kind, Findings(session).resolve(ref).id
        if kind == "proposition":
            return kind, Propositions(session).resolve(ref).id
        if kind == "outcome":
            return kind, Outcomes(session).resolve(ref).id
        if kind == "theme":
            return kind, Themes(session).resolve(ref).id
        if kind == "cell":
            return kind, cell_of(session, ref)
        raise Invalid(
            sentence("Nothing is quoted for a {kind}.", kind=kind),
            sentence("Known: {names}.", names=", ".join(OWNERS)),
        )


def cell_of(session: Session, ref: str) -> str:
    """A cell of the framework matrix, given as `CASE/CODE` or as it is kept."""
    case, slash, code = ref.rpartition("/")
    if not slash and ref.startswith(f"{CASE}:"):
        _, case, code = ref.split(":", 2)
    elif not slash:
        raise Invalid(
            sentence("'{ref}' names no cell.", ref=ref), sentence("Write it as CASE/CODE.")
        )
    return Place(CASE, Cases(session).resolve(case).id, session.book().code(code).id).subject


def _too_much(by: str, quotes: int, share: float, limit: float) -> bool:
    return by == "participant" and quotes > 1 and share > limit
