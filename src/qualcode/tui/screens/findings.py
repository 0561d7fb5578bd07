"""The room of findings and propositions: the statements, and what lies behind the lit one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from qualcode.errors import NotFound
from qualcode.tui.claims_seen import FINDING, Seen, seen_claims
from qualcode.tui.keymap import bindings_for
from qualcode.tui.later import Later
from qualcode.tui.looks import look_of
from qualcode.tui.messages import attempt
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.screens.findings_evidence import Evidence
from qualcode.tui.screens.findings_wording import Wording
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.claim_lists import ClaimList
from qualcode.tui.widgets.claim_pane import CASES, GROUNDS, PASSAGES, QUOTES, ClaimPane
from qualcode.tui.widgets.column_list import HeadedList
from qualcode.tui.widgets.line_list import LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

PLACE = "findings.place"
FOLLOW_SECONDS = 0.05
"""How long after a key the passages follow the lit statement, so that keys can be held down."""
OF_A_FINDING = (marked("how met"), marked("mark"), marked("merge"))
OF_A_PROPOSITION = (marked("query"), marked("rival"), marked("verdict"))
"""Keys by their words in the line of hints that the other kind of statement has no use for."""


class FindingsScreen(QuickScreen[None]):
    """Every act is one step of undo; what is counted is counted anew after each."""

    CSS_PATH: ClassVar = ["lists.tcss", "findings.tcss"]
    BINDINGS = bindings_for("findings")
    AUTO_FOCUS = "#claims"
    HELP_PLACES = ("findings", "app")

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project, self.language = project, language
        self._claims: dict[str, Seen] = {}
        self._names: Mapping[str, str] = {}
        self._seen: int | None = None
        self.wording, self.evidence = Wording(self), Evidence(self)
        self._following = Later(self, FOLLOW_SECONDS, self._catch_up, quiet=True)

    def compose(self) -> ComposeResult:
        """The statements, the lit one, the keys."""
        yield StatusLine(id="top")
        with Container(id="room"):
            empty = _("No findings yet: n words one")
            self.claims = ClaimList(empty=empty, markable=True, id="claims")
            self.claims.bright = True
            yield HeadedList(self.claims, id="claim-list")
            yield ClaimPane(self.project, self.look())
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show what was shown last."""
        self.pane = self.query_one(ClaimPane)
        self.hints = self.query_one(HintLine)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.pane.show_look(self.look()))
        place = self.project.remembered(PLACE) or {}
        view = int(place.get("view", PASSAGES))
        self.pane.view = view if 0 <= view < len(self.pane.panes) else PASSAGES
        self.show_all(place.get("lit"))

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.project.codebooks.current(), self.language, self.app.current_theme)

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        if self._seen is not None and self.project.codings.last_act() != self._seen:
            self.show_all()

    def keep_place(self) -> None:
        """Remember the statement and the view for the next time."""
        place = {"lit": self.claims.lit_id, "view": self.pane.view} if self._seen else None
        if place is not None and place != self.project.remembered(PLACE):
            self.project.remember(PLACE, place)

    # showing

    def show_all(self, lit: str | None = None) -> None:
        """Read everything anew and show it; `lit` names the statement to light."""
        claims = seen_claims(self.project)
        self._claims = {each.id: each for each in claims}
        self._names = {case.id: case.name for case in self.project.cases.list()}
        self._seen = self.project.codings.last_act()
        self.claims.show_claims(claims, lit)
        self._tell(claims)
        self._show_lit()

    def say(self, words: str) -> None:
        """Show everything anew after an act, and say what was done."""
        self.show_all()
        self.hints.say(words)

    def _tell(self, claims: Sequence[Seen]) -> None:
        findings = sum(each.kind == FINDING for each in claims)
        final = sum(each.claim.status == "final" for each in claims)
        propositions = len(claims) - findings
        right = self.project.coder or _("no coder")
        if self.claims.marked:
            right = counted("{n} marked", "{n} marked", len(self.claims.marked))
        self.query_one("#top", StatusLine).show(
            _("Findings"),
            counted("{n} finding", "{n} findings", findings),
            counted("{n} proposition", "{n} propositions", propositions),
            counted("{n} final", "{n} final", final),
            counted("{n} case", "{n} cases", len(self._names)),
            right=f"  {right}",
        )

    def _show_lit(self) -> None:
        self.pane.show_claim(self.lit, self._names)
        finding = self.lit is None or self.lit.kind == FINDING
        others = OF_A_PROPOSITION if finding else OF_A_FINDING
        self.hints.show_for("findings", [_(each) for each in others])

    @property
    def lit(self) -> Seen | None:
        """The lit finding or proposition, if there is one."""
        return self._claims.get(self.claims.lit_id or "")

    @property
    def lit_claim(self) -> Seen:
        """The lit finding or proposition; raises NotFound for none."""
        if self.lit is None:
            raise NotFound(_("There is no finding here yet."), _("n words one."))
        return self.lit

    @property
    def marked_claims(self) -> list[Seen]:
        """The marked ones, in their order."""
        return [each for known, each in self._claims.items() if known in self.claims.marked]

    # going

    @on(LineList.Lit, "#claims")
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._following.ask()

    def _catch_up(self) -> None:
        """What lies behind the lit statement is shown a moment after it was lit, or now."""
        self._following.drop()
        if self.pane.seen is not self.lit:
            self._show_lit()

    @on(LineList.Chosen, "#claims")
    def _opened(self, event: LineList.Chosen) -> None:
        event.stop()
        self._catch_up()
        self.pane.panes[self.pane.view].focus()

    @on(LineList.Lit)
    def _other_lit(self, event: LineList.Lit) -> None:
        event.stop()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        """A case and a ground show their passages, a quote opens what is done to it."""
        event.stop()
        if self.pane.view == CASES:
            self.pane.show_case(event.id)
        elif self.pane.view == GROUNDS:
            attempt(self, self.evidence.follow)
        elif self.pane.view == QUOTES:
            attempt(self, self.evidence.quotes)

    def action_open_lit(self) -> None:
        """From a statement to what lies behind it."""
        self.claims.action_choose()

    def action_view(self, number: int) -> None:
        """Passages, cases, grounds or quotes."""
        self._catch_up()
        if number <= len(self.pane.panes):
            self.pane.show_view(number - 1)

    def action_back(self) -> None:
        """From one case to all, then to the list."""
        if self.pane.case is not None and self.focused in self.pane.panes:
            self.pane.case = None
            self.pane.show_case(None)
            self.action_view(CASES + 1)
        else:
            self.claims.focus()

    # acting

    def action_mark_claim(self) -> None:
        """Mark the lit statement, and go on to the next."""
        if self.claims.lit_id is not None:
            self.claims.marked ^= {self.claims.lit_id}
            self.claims.refresh()
            self.claims.action_step(1)
            self._tell(list(self._claims.values()))

    def action_act(self, name: str) -> None:
        """Something that is done to what stands behind the lit statement."""
        self._catch_up()
        getattr(self.evidence, name)()

    def action_word(self, name: str) -> None:
        """Something that is said in the lit statement or of it."""
        getattr(self.wording, name)()

    def action_undo(self) -> None:
        """Take back the last act."""
        self.say(take_back(self.project, self.language))

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.say(do_again(self.project, self.language))
