"""Quotes that the analyst has chosen, who said them, and whether they may be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qualcode.domain.people import Organisation, Participant
from qualcode.domain.quote_wording import Trimming, wording
from qualcode.domain.quoting import attribution, tidy

OWNERS = ("finding", "proposition", "theme", "outcome", "cell", "report")
"""What a quote can be chosen for."""

ATTRIBUTIONS = ("pseudonym", "role", "organisation-type", "none")
CHOSEN_IN: Mapping[str, Mapping[str, tuple[str, str | None]]] = {
    "findings": {"quotes": ("finding", None)},
    "themes": {"quotes": ("theme", None)},
    "propositions": {
        "strongest_for": ("proposition", "for"),
        "strongest_against": ("proposition", "against"),
    },
}
"""Tables with chosen quotes: by column what they are chosen for, and the side (None: both)."""

FEW = 3
"""A role or type of organisation with fewer informants than this would point at a person."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of a quote in another language, as they are printed, and who translated them."""

    text: str
    language: str
    translator: str


@dataclass(frozen=True, slots=True)
class ChosenQuote:
    """A passage chosen as a quote for something, with what is to be done to its words.

    `owner` is an id (`CASE/CODE` for a cell, empty for the report). `withheld` is the analyst's
    reason to keep it back. `stale` says that the passage has other words than when it was
    trimmed; `gone` that its coding is not there any more, and then `passage` is empty.
    """

    id: str
    owner_kind: str
    owner: str
    coding: str
    document_id: str
    case_id: str | None
    participant_id: str | None
    passage: str
    language: str | None = None
    side: str = "for"
    trimming: Trimming = field(default_factory=Trimming)
    attribution: str = "pseudonym"
    translation: Translation | None = None
    withheld: str | None = None
    stale: bool = False
    gone: bool = False

    @property
    def wording(self) -> str:
        """The words as they are printed, in the language they were said in."""
        return wording(self.passage, self.trimming, self.language)


class People:
    """Who may be quoted and as what; `coarse` is the word for roles and types that too few hold.

    Without `coarse` roles and types are printed as they are.
    """

    def __init__(
        self,
        participants: Iterable[Participant],
        organisations: Iterable[Organisation],
        coarse: str | None = None,
    ) -> None:
        self._people = {person.id: person for person in participants}
        types = {one.id: one.type or "" for one in organisations}
        self._types = {
            person.id: types.get(person.organisation_id or "", "")
            for person in self._people.values()
        }
        self._roles = {person.id: person.role or "" for person in self._people.values()}
        if coarse is not None:
            self._roles = coarsened(self._roles, coarse)
            self._types = coarsened(self._types, coarse)

    def said_by(self, quote: ChosenQuote) -> str:
        """What stands behind the words; empty where nothing is to stand there."""
        person = self._people.get(quote.participant_id or "")
        if person is None or quote.attribution == "none":
            return ""
        if quote.attribution == "role":
            return tidy(self._roles[person.id])
        if quote.attribution == "organisation-type":
            return tidy(self._types[person.id])
        return tidy(attribution(person, self._roles))

    def kept_back(self, quote: ChosenQuote) -> str | None:
        """Why the words may not be printed: gone, unnamed, no, unknown, withheld; or None."""
        if quote.gone:
            return "gone"
        person = self._people.get(quote.participant_id or "")
        if person is None:
            return "unnamed"
        if person.consent != "yes":
            return person.consent
        return None if quote.withheld is None else "withheld"

    def told(self, quote: ChosenQuote, translated: str) -> tuple[str, str] | None:
        """The words to print and what stands behind them; None where the words are kept back.

        A translation is printed with the original beside it; `translated` is the sentence for
        that, with the places `{translator}` and `{original}`.
        """
        if self.kept_back(quote) is not None:
            return None
        words, said_by = quote.wording, self.said_by(quote)
        if quote.translation is None:
            return words, said_by
        by = tidy(quote.translation.translator)
        beside = translated.format(translator=by, original=f"”{words}”")
        return tidy(quote.translation.text), f"{said_by}; {beside}" if said_by else beside

    def line(self, quote: ChosenQuote, translated: str) -> str | None:
        """The same on one line, in quotation marks."""
        told = self.told(quote, translated)
        if told is None:
            return None
        words, said_by = told
        return f"”{words}” ({said_by})" if said_by else f"”{words}”"

    def lines(self, quotes: Iterable[ChosenQuote], translated: str) -> str | None:
        """The quotes that may be printed, one after another; None when there are none."""
        found = [line for one in quotes if (line := self.line(one, translated)) is not None]
        return " ".join(found) or None


def coarsened(held: Mapping[str, str], coarse: str) -> dict[str, str]:
    """What each person holds, but the coarse word where fewer than three people hold it."""
    counts: dict[str, int] = {}
    for what in held.values():
        counts[what] = counts.get(what, 0) + 1
    return {who: what if not what or counts[what] >= FEW else coarse for who, what in held.items()}
