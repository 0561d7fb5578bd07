"""The words of findings and propositions in their room: written in place, valued, judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qualcode.domain.findings import TOWARDS, Finding, Proposition
from qualcode.errors import Conflict, QualcodeError
from qualcode.tui import claim_words as words
from qualcode.tui.claims_seen import KINDS, Seen, service_of
from qualcode.tui.dialogs.card import Card
from qualcode.tui.dialogs.choice_bar import ChoiceBar
from qualcode.tui.messages import attempt, told
from qualcode.tui.quote_query import completions, vocabulary
from qualcode.tui.widgets.in_place import Line
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.tui.screens.findings import FindingsScreen


class Wording:
    """What is said in a statement and of it; each act is one step of undo."""

    def __init__(self, screen: FindingsScreen) -> None:
        self._screen = screen
        self._project = screen.project

    # words

    def new(self) -> None:
        """A finding or a proposition, by its statement."""

        def worded(kind: str, statement: str) -> bool:
            if not statement.strip():
                return True
            known = attempt(self._screen, lambda: words.add(self._project, kind, statement))
            if known is not None:
                self._screen.show_all(known)
                self._screen.hints.say(_("Worded · t gathers what it rests on, from any list"))
            return known is not None

        def chosen(kind: str | None) -> None:
            if kind is not None:
                line = Line(
                    _(words.NEW[kind]), "", lambda text: worded(kind, text), about=f"new:{kind}"
                )
                self._screen.pane.in_place.write(line)

        self._screen.app.push_screen(ChoiceBar(_("New"), words.new_choices()), chosen)

    def statement(self) -> None:
        """The statement in its place."""
        seen = self._screen.lit_claim
        self._write(seen, "statement", _("Statement"), seen.claim.statement)

    def in_full(self) -> None:
        """All that is said of the lit statement, on a card."""
        kind = self._screen.lit_claim.group
        self._screen.app.push_screen(Card(_(KINDS[kind]), self._screen.pane.in_full()))

    def met(self) -> None:
        """How a pitfall was met."""
        seen = self._screen.lit_claim
        if not isinstance(seen.claim, Finding):
            raise Conflict(_("A proposition is not met."), _("r writes its rival explanation."))
        if seen.claim.kind != "pitfall":
            raise Conflict(_("Only a pitfall is met."), _("- makes a pitfall of it."))
        self._write(seen, "met", _("How it was met"), seen.claim.met or "")

    def rival(self) -> None:
        """What else could explain a proposition."""
        seen, claim = self._proposition()
        self._write(seen, "rival", _("Rival explanation"), claim.rival or "")

    def query(self) -> None:
        """What speaks of a proposition, checked while it is typed."""
        seen, claim = self._proposition()
        there = claim.grounds.query or ""
        known = vocabulary(self._project, self._screen.language)
        line = Line(
            _("Query"),
            there,
            self._keeper(seen, "query", there),
            self._found,
            lambda words: completions(words, known, 1),
            f"{seen.id}:query",
        )
        self._screen.pane.in_place.write(line)

    def _found(self, line: str) -> str:
        """How many passages a query finds, or what is wrong with it."""
        if not line.strip():
            return ""
        try:
            n = len(self._project.queries.ids(line))
        except QualcodeError as error:
            return told(error)
        return counted("{n} passage speaks of it", "{n} passages speak of it", n)

    def _write(self, seen: Seen, field: str, label: str, text: str) -> None:
        about = f"{seen.id}:{field}"
        line = Line(label, text, self._keeper(seen, field, text), about=about)
        self._screen.pane.in_place.write(line)

    def _keeper(self, seen: Seen, field: str, text: str) -> Callable[[str], bool]:
        """What keeps a line as a field, where it differs from what stood there."""

        def keep(said: str) -> bool:
            if " ".join(said.split()) == text:
                return True
            value = said.strip() or (said if field == "statement" else None)
            return self._set(seen, {field: value}, _("Kept") if value else _("Cleared"))

        return keep

    def _set(self, seen: Seen, changes: dict[str, str | None], said: str) -> bool:
        service = service_of(self._project, seen.kind)
        done = attempt(self._screen, lambda: service.set(seen.claim.id, changes))
        if done is not None:
            self._screen.say(said)
        return done is not None

    def _proposition(self) -> tuple[Seen, Proposition]:
        seen = self._screen.lit_claim
        if not isinstance(seen.claim, Proposition):
            raise Conflict(
                _("That is said of a proposition, and this is a finding."),
                _("A finding rests on what is gathered for it: t."),
            )
        return seen, seen.claim

    # weighing

    def helps(self) -> None:
        """A success factor; for a proposition what helps supports it."""
        self._towards("helps")

    def hinders(self) -> None:
        """A pitfall; for a proposition what hinders supports it."""
        self._towards("hinders")

    def _towards(self, valence: str) -> None:
        seen = self._screen.lit_claim
        if isinstance(seen.claim, Proposition):
            new = None if seen.claim.grounds.towards == valence else valence
            said = _(words.SUPPORTED_BY[new])
            self._set(seen, {"towards": new}, said)
        else:
            kind = next(each for each, towards in TOWARDS.items() if towards == valence)
            self._set(seen, {"kind": kind}, _(words.MADE[kind]))

    def verdict(self) -> None:
        """What holding it against every case has come to."""
        seen, _claim = self._proposition()

        def chosen(verdict: str | None) -> None:
            if verdict is not None:
                self._set(seen, {"verdict": verdict or None}, _("Verdict kept"))

        self._screen.app.push_screen(ChoiceBar(_("Verdict"), words.verdict_choices()), chosen)
