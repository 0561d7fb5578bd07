"""What the sample's first coder has made of it, and what informants answered to that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qualcode.domain.coding import Coding
from qualcode.domain.quote_wording import Trimming
from qualcode.errors import Conflict
from qualcode.sentences import sentence
from qualcode.services import shipped
from qualcode.services.imports import ImportOptions
from qualcode.services.member_checks import About
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project


class Analysis:
    """Writes what `analysis.yaml` tells into the sample, by the services that people use."""

    def __init__(self, made: Project) -> None:
        self._made = made
        self._codings = [one for one in made.codings.list() if one.coder == made.coder]
        book = made.codebooks.current()
        self._below = {code.id: frozenset(book.below(code.id)) for code in book.codes}

    def write(self, told: Mapping[str, Any]) -> None:
        """All of it, in the order in which it rests on one another."""
        for name in ("cells", "ratings", "findings", "propositions", "outcomes", "quotes"):
            for one in told[name]:
                getattr(self, f"_{name.removesuffix('s')}")(one)
        for event in told["events"]:
            details = {key: event[key] for key in ("period", "kind") if key in event}
            self._made.development.add_event(event["case"], event["text"], **details)
        self._labels(told["labels"])
        for reply in told["replies"]:
            self._reply(reply)

    def _passage(self, words: str, among: Iterable[Coding] | None = None) -> Coding:
        """The first coding with these words; a code and a bar may stand before them."""
        code, bar, said = words.rpartition("|")
        for one in self._codings if among is None else among:
            if said in one.quote and (not bar or one.code == code):
                return one
        raise Conflict(
            sentence("The sample is incomplete: there is no passage '{passage}'.", passage=words)
        )

    def _links(self, told: Mapping[str, Any]) -> tuple[str, ...]:
        codes = self._below[told["code"]]
        here = [one for one in self._codings if one.case == told["case"] and one.code in codes]
        return tuple(self._passage(words, here).id for words in told.get("links", ()))

    def _cell(self, told: Mapping[str, Any]) -> None:
        framework = self._made.framework
        place = framework.place(told["case"], told["code"])
        framework.write(place, told["summary"], links=self._links(told))
        if told.get("final"):
            framework.open_contrary(place)
            framework.finish(place)

    def _rating(self, told: Mapping[str, Any]) -> None:
        case, code, value = told["case"], told["code"], told["value"]
        if value == 3:
            self._made.ratings.open_contrary(case, code, value)
        details = RatingDetails(value, told["sentence"], self._links(told))
        self._made.ratings.rate(case, code, details)

    def _finding(self, told: Mapping[str, Any]) -> None:
        findings = self._made.findings
        made = findings.add(
            told["statement"], told["kind"], {"code": told["code"]}, met=told.get("met")
        )
        if told.get("final"):
            findings.open_contrary(made.id)
            findings.set(made.id, {"status": "final"})

    def _proposition(self, told: Mapping[str, Any]) -> None:
        said = {name: told.get(name) for name in ("query", "towards", "rival", "verdict")}
        self._made.propositions.add(told["statement"], said)

    def _outcome(self, told: Mapping[str, Any]) -> None:
        said = {name: told.get(name) for name in ("level", "period")}
        codings = [self._passage(words).id for words in told["codings"]]
        self._made.outcomes.add(told["case"], told["kind"], told["statement"], said, codings)

    def _quote(self, told: Mapping[str, Any]) -> None:
        quotes = self._made.quotes
        coding = self._passage(told["passage"])
        side = told.get("side", "for")
        quote = quotes.choose(coding.id, "finding", told["finding"], side=side).quote
        if "cut" in told:
            start = quote.passage.index(told["cut"])
            quotes.trim(quote.id, Trimming(((start, start + len(told["cut"])),)))
        if "translation" in told:
            said = (told["translation"], told["language"], told["translator"])
            quotes.translate(quote.id, *said)

    def _labels(self, told: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
        emergent = self._made.emergent
        for one in told["aside"]:
            emergent.aside([one["label"]], one["reason"])
        for one in told["themes"]:
            emergent.to_theme([one["label"]], one["theme"], one["reason"])

    def _reply(self, told: Mapping[str, Any]) -> None:
        options = ImportOptions(
            case=told["case"], participant=told["participant"], language=told["language"]
        )
        (outcome,) = self._made.imports.files([shipped.sample() / told["file"]], options)
        if outcome.document_id is None:
            raise Conflict(
                sentence(
                    "The sample is incomplete: {value}: {error}.",
                    value=told["file"],
                    error=outcome.error,
                )
            )
        about = About(told["kind"], told["about"], told["answer"], told.get("note"))
        self._made.member_checks.add(outcome.document_id, about)
