"""A colleague's codebook beside one's own: what comes in, and what is to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.errors import Invalid
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.sharing_words import (
    effect_words,
    gone_words,
    scale_words,
    value_words,
    words_of,
)
from qualcode.tui.keymap import bindings_for
from qualcode.tui.matching import Findable, folded
from qualcode.tui.messages import attempt, report
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted, marked, translated

if TYPE_CHECKING:
    from qualcode.domain.renamed_values import GoneValue
    from qualcode.domain.three_way import Clash
    from qualcode.services.sharing import Comparison
    from qualcode.services.workspace import Project

BOTH = "both"
SIGNS = {None: "?  ", "mine": "←  ", "theirs": "→  ", BOTH: "↔  "}
SIDES = {"mine": marked("Mine"), "theirs": marked("Theirs")}


class SharingDialog(ModalScreen[str | None]):
    """Each conflict is decided by one key; enter brings in what was decided, as one act.

    A value that the file lacks and that is in use gets one that it turns into. Gives what was
    done, in words, or None.
    """

    BINDINGS = bindings_for("sharing")
    AUTO_FOCUS = "LineList"

    def __init__(
        self, project: Project, source: str, comparison: Comparison, language: str = "en"
    ) -> None:
        super().__init__()
        self._project, self._source, self._language = project, source, language
        self.comparison = comparison
        self.decisions: dict[str, str] = {}
        self.mapping: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The conflicts and changes, the two sides of the lit one, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList(empty=_("Nothing new: you have all that is in the file"))
            yield Label("", id="before", markup=False)
            with Horizontal(id="sides"):
                for side, title in SIDES.items():
                    with VerticalScroll(id=f"{side}-side", can_focus=False) as pane:
                        pane.border_title = _(title)
                        yield Static("", id=side, markup=False)
            yield Label("", id="foot", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the comparison."""
        self.lines = self.query_one(LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("sharing")
        self._show_all()

    # showing

    def _show_all(self, lit: str | None = None) -> None:
        found = self.comparison
        entries = [
            Entry(clash.name, clash.name, translated(clash.why), lead=SIGNS[clash.decided])
            for clash in found.clashes
        ]
        entries += [self._value_entry(gone) for gone in self._values()]
        if found.applied:
            entries.append(Entry(":in", _("Comes in: {n}", n=len(found.applied)), heading=True))
        entries += [
            Entry(f":in:{n}", translated(change.words), lead="+  ", heading=True)
            for n, change in enumerate(found.applied)
        ]
        self.lines.show(entries, lit)
        self.query_one("#title", Label).update(self._title())
        self.query_one("#foot", Label).update(self._foot())
        self._show_sides()

    def _values(self) -> list[GoneValue]:
        """The values that are in use and that the file does not have."""
        return [gone for gone in self.comparison.gone if gone.uses]

    def _value_entry(self, gone: GoneValue) -> Entry:
        sign = SIGNS["theirs" if gone.into else None]
        words = gone_words(gone, self.comparison.theirs, self._language)
        return Entry(gone.name, gone.name, words, lead=sign)

    def _title(self) -> str:
        found, version = self.comparison, self.comparison.base.version
        both = _("both come from version {version}", version=version)
        if not found.certain:
            both = _("both come from version {version}, which is a guess", version=version)
        parts = [counted("{n} conflict to decide", "{n} conflicts to decide", len(found.open))]
        if found.unmapped:
            n = len(found.unmapped)
            parts.append(counted("{n} value to choose", "{n} values to choose", n))
        return " · ".join((*parts, both))

    def _foot(self) -> str:
        if self.comparison.unmapped:
            names = ", ".join(gone.name for gone in self.comparison.unmapped)
            return _("Not before you choose a value for: {names}", names=names)
        outcome = attempt(self, lambda: self._project.sharing.preview(self.comparison))
        return effect_words(outcome) if outcome is not None else ""

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._show_sides()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_apply()

    def _clash(self) -> Clash | None:
        lit = self.lines.lit_id
        return next((one for one in self.comparison.clashes if one.name == lit), None)

    def _gone(self) -> GoneValue | None:
        lit = self.lines.lit_id
        return next((one for one in self._values() if one.name == lit), None)

    def _show_sides(self) -> None:
        clash, gone = self._clash(), self._gone()
        self.query_one("#sides").display = clash is not None or gone is not None
        said = {"mine": "", "theirs": ""}
        if clash is not None:
            said = {side: words_of(getattr(clash, side)) for side in SIDES}
        elif gone is not None:
            theirs = self.comparison.theirs
            said["mine"] = value_words(gone.value, self._language)
            said["theirs"] = scale_words(theirs, gone, self._language)
        for side, title in SIDES.items():
            self.query_one(f"#{side}", Static).update(Text(said[side]))
            chosen = clash is not None and clash.decided in (side, BOTH)
            pane = self.query_one(f"#{side}-side")
            pane.border_title = "✓ " * chosen + _(title)
        before = _("Before: {value}", value=words_of(clash.base)) if clash else ""
        self.query_one("#before", Label).update(" ".join(before.split()))

    # deciding

    def action_decide(self, side: str) -> None:
        """Mine, theirs or both for the lit conflict, and on to the next open one."""
        clash, gone = self._clash(), self._gone()
        if clash is None and gone is not None and side == "theirs" and gone.likely:
            self._turn(gone, gone.likely)
        elif clash is None and gone is not None:
            self.action_value()
        elif clash is not None:
            if side == BOTH and not clash.can_be_both:
                hint = _("Both can stay where one id stands for two codes.")
                raise Invalid(_("Only one of the two can stay."), hint)
            self._compare({**self.decisions, clash.name: side}, self.mapping, clash.name)

    def action_value(self) -> None:
        """Choose what the lit value turns into; the likely one comes first."""
        gone = self._gone()
        if gone is None:
            raise Invalid(_("This is no value of a scale."), _("Say mine or theirs."))
        values = self.comparison.theirs.scales[gone.scale].values
        ordered = sorted(values, key=lambda value: value.id != gone.likely)
        entries = {
            value.id: Entry(value.id, value_words(value, self._language)) for value in ordered
        }
        findables = [Findable(name, (folded(entry.words),)) for name, entry in entries.items()]
        title = _("What does {value} turn into?", value=value_words(gone.value, self._language))

        def chosen(into: str | None) -> None:
            if into is not None:
                self._turn(gone, into)

        self.app.push_screen(Picker(Choices(title, entries, findables)), chosen)

    def _turn(self, gone: GoneValue, into: str) -> None:
        """What was decided of the scale as a whole is asked again: it may not be open any more."""
        kept = {
            name: side
            for name, side in self.decisions.items()
            if not name.startswith(f"scale:{gone.scale}.")
        }
        self._compare(kept, {**self.mapping, gone.name: into}, gone.name)

    def _compare(self, decisions: dict[str, str], mapping: dict[str, str], lit: str) -> None:
        compare = self._project.sharing.compare
        found = attempt(self, lambda: compare(self._source, decisions=decisions, mapping=mapping))
        if found is not None:
            self.decisions, self.mapping, self.comparison = decisions, mapping, found
            left = [one.name for one in found.open] + [one.name for one in found.unmapped]
            self._show_all(left[0] if left else lit)

    def action_apply(self) -> None:
        """Bring in what is new and what was decided."""
        unmapped = self.comparison.unmapped
        if unmapped and not self.comparison.open:
            self.lines.light(unmapped[0].name)
            self._show_sides()
            hint = _("What is said with it turns into that one: v.")
            report(self.app, Invalid(f"{self._foot()}.", hint))
            return
        outcome = attempt(self, lambda: self._project.sharing.apply(self.comparison))
        if outcome is not None:
            self.dismiss(translated(outcome.words))

    def action_back(self) -> None:
        """Nothing is changed."""
        self.dismiss(None)
