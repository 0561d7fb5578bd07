"""What the lit finding or proposition rests on: cases, what speaks against it, members, quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.domain.query_text import quoted
from qualcode.errors import Conflict, NotFound
from qualcode.tui import claim_words as words
from qualcode.tui import gathering, quoting
from qualcode.tui.claims_seen import PROPOSITION, Seen, service_of
from qualcode.tui.dialogs.choice_bar import ChoiceBar
from qualcode.tui.dialogs.emergent_labels import LabelsCard, labels_left
from qualcode.tui.dialogs.speaks_against import FINAL, SpeaksAgainst
from qualcode.tui.messages import PassagesAsked, PlaceAsked, QueryAsked, attempt
from qualcode.tui.widgets.claim_pane import CASES, GROUNDS, PASSAGES
from qualcode.tui.widgets.in_place import Line
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.tui.screens.findings import FindingsScreen


class Evidence:
    """Acts upon what stands behind the lit statement; each is one step of undo."""

    def __init__(self, screen: FindingsScreen) -> None:
        self._screen = screen
        self._project = screen.project

    def pin(self) -> None:
        """Place the lit case by hand."""
        seen, pane = self._screen.lit_claim, self._screen.pane
        case = pane.cases.lit_id
        if pane.view != CASES or case is None:
            pane.show_view(CASES)
            pane.cases.focus()
            self._screen.hints.say(_("Light the case, then p places it"))
            return
        name = next(each.name for each in self._project.cases.list() if each.id == case)
        there = next(one for one in seen.weighed.cases if one.case_id == case)
        service = service_of(self._project, seen.kind)

        def chosen(stance: str | None) -> None:
            if stance == words.UNPIN:
                if attempt(self._screen, lambda: service.unpin(seen.claim.id, case)) is not None:
                    self._screen.say(_("{case} stands as its codings say", case=name))
            elif stance is not None:
                label = _(words.REASONS[stance], case=name)
                about = f"{seen.id}:{case}"
                line = Line(
                    label, there.reason or "", lambda reason: place(stance, reason), about=about
                )
                pane.in_place.write(line)

        def place(stance: str, reason: str) -> bool:
            act = attempt(self._screen, lambda: service.pin(seen.claim.id, case, stance, reason))
            if act is not None:
                self._screen.say(_(words.PLACED[stance], case=name))
            return act is not None

        self._screen.app.push_screen(ChoiceBar(name, words.stance_choices()), chosen)

    def contrary(self) -> None:
        """What speaks against it, to be looked at; it can be made final from there."""
        seen, screen = self._screen.lit_claim, self._screen
        service = service_of(self._project, seen.kind)
        read_only = self._project.read_only
        look_at = service.contrary if read_only else service.open_contrary
        found = attempt(screen, lambda: look_at(seen.claim.id))
        if found is None:
            return

        def left(wanted: PlaceAsked | str | None) -> None:
            screen.show_all()
            if isinstance(wanted, PlaceAsked):
                screen.post_message(wanted)
            elif wanted == FINAL:
                self._settle(seen, "final")

        final = seen.claim.status == "final"
        dialog = SpeaksAgainst(self._project, screen.look(), seen.claim.statement, found, final)
        screen.app.push_screen(dialog, left)

    def final(self) -> None:
        """Final where what speaks against it was looked at, else that first; or a draft again."""
        seen = self._screen.lit_claim
        service = service_of(self._project, seen.kind)
        if seen.claim.status == "final":
            self._settle(seen, "draft")
        elif service.contrary(seen.claim.id).opened:
            self._settle(seen, "final")
        else:
            self.contrary()

    def _settle(self, seen: Seen, status: str) -> None:
        service = service_of(self._project, seen.kind)
        if attempt(self._screen, lambda: service.set(seen.claim.id, {"status": status})):
            self._screen.say(_("Final") if status == "final" else _("A draft again"))

    # gathering and merging

    def merge(self) -> None:
        """The marked findings into one, as one act."""
        marked = self._screen.marked_claims
        if any(each.kind == PROPOSITION for each in marked):
            raise Conflict(_("Propositions are not merged."), _("Mark findings only."))
        if len(marked) < 2:
            raise NotFound(_("Fewer than two findings are marked."), _("space marks."))
        lit = self._screen.lit
        kept = lit if lit is not None and lit in marked else marked[0]
        others = [each.claim.id for each in marked if each is not kept]
        merge = self._project.findings.merge
        if attempt(self._screen, lambda: merge(kept.claim.id, others)) is not None:
            self._screen.claims.marked.clear()
            self._screen.show_all(kept.id)
            n = len(marked)
            said = counted("{n} finding merged", "{n} findings merged into one", n)
            self._screen.hints.say(said + " · " + _("e edits the statement"))

    def gather(self) -> None:
        """What the lit passage has, under a theme or another finding."""
        coding = self._screen.pane.lit_coding
        if coding is None:
            raise NotFound(_("There is no passage lit here."), _("1 shows the passages."))
        offers = gathering.offers_among([coding], self._screen.look().names)
        gathering.ask(self._screen, self._project, offers, self._screen.say)

    def follow(self) -> None:
        """From the lit ground to its passages: of a code or a label, or to the passage itself."""
        kind, _colon, member = (self._screen.pane.grounds.lit_id or "").partition(":")
        if kind == "code":
            self._screen.post_message(PassagesAsked(member))
        elif kind == "label":
            self._screen.post_message(QueryAsked(f"label:{quoted(member)}"))
        elif kind == "coding":
            coding = self._project.codings.get(member)
            self._screen.post_message(PlaceAsked(coding.document_id, coding.start, coding.end))

    def side(self) -> None:
        """What is lit among the grounds, or the lit passage, to the other side."""
        seen, pane = self._screen.lit_claim, self._screen.pane
        if pane.view == GROUNDS and pane.grounds.lit_id is not None:
            kind, _colon, member = pane.grounds.lit_id.partition(":")
        elif pane.lit_coding is not None:
            kind, member = "coding", pane.lit_coding.id
        else:
            raise NotFound(_("Nothing is lit that has a side."), _("3 shows what it rests on."))
        now = {(m.kind, m.member): m.side for m in seen.claim.grounds.members}.get((kind, member))
        if now is None:
            now = "for" if "for" in seen.sides().get(member, ()) else "against"
        other = "against" if now == "for" else "for"
        service = service_of(self._project, seen.kind)
        act = attempt(self._screen, lambda: service.gather(seen.claim.id, {kind: [member]}, other))
        if act is not None:
            self._screen.say(_("Speaks against it now") if other == "against" else _("For it now"))

    def drop(self) -> None:
        """Take out what is lit: the statement, a ground, what brought the passage, or a quote."""
        screen = self._screen
        seen, pane = screen.lit_claim, screen.pane
        if screen.focused is screen.claims:
            service = service_of(self._project, seen.kind)
            service.remove(seen.claim.id)
            screen.say(_("Taken away · u brings it back"))
        elif pane.view == GROUNDS and pane.grounds.lit_id is not None:
            kind, _colon, member = pane.grounds.lit_id.partition(":")
            self._drop(seen, kind, member)
        elif pane.view == PASSAGES and pane.lit_coding is not None:
            brought = words.brought_by(seen, pane.lit_coding, self._project.codebooks.current())
            if brought is None:
                raise Conflict(_("The query brings this passage."), _("/ changes the query."))
            self._drop(seen, *brought)
        elif pane.quoted.lit_id is not None:
            self._project.quotes.drop(pane.quoted.lit_id)
            screen.say(_("Not a chosen quote any more"))

    def _drop(self, seen: Seen, kind: str, member: str) -> None:
        service_of(self._project, seen.kind).drop(seen.claim.id, {kind: [member]})
        self._screen.say(_("It rests on that no more"))

    # quotes and labels

    def quote(self) -> None:
        """The lit passage as a quote for the lit statement."""
        seen, coding = self._screen.lit_claim, self._screen.pane.lit_coding
        if coding is None:
            raise NotFound(_("There is no passage lit here."), _("1 shows the passages."))
        side = "against" if seen.sides().get(coding.id) == frozenset({"against"}) else "for"
        owner = quoting.Owner(seen.kind, seen.claim.id, seen.claim.statement)
        said = attempt(self._screen, lambda: quoting.choose(self._project, [coding], owner, side))
        if said is not None:
            self._screen.say(said)

    def quotes(self) -> None:
        """The quotes chosen for the lit statement, and what is done to their words."""
        seen, screen = self._screen.lit_claim, self._screen
        owner = quoting.Owner(seen.kind, seen.claim.id, seen.claim.statement)
        lit = screen.pane.quoted.lit_id
        quoting.curate(screen, self._project, owner, screen.show_all, lit=lit)

    def labels(self) -> None:
        """Emergent labels and what was decided of each."""
        screen = self._screen
        card = LabelsCard(self._project, screen.language)
        screen.app.push_screen(card, labels_left(screen, screen.show_all))
