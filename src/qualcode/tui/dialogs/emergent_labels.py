"""Emergent labels: what no code fitted, and what was decided of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.domain.codebook import Code
from qualcode.domain.emergent import ASIDE, CODE, THEME, UNDECIDED, LabelDecision
from qualcode.domain.query_text import quoted
from qualcode.errors import NotFound
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.keymap import bindings_for
from qualcode.tui.label_codes import ask_code_for
from qualcode.tui.matching import Findable, folded
from qualcode.tui.messages import QueryAsked, attempt
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

HEADS = {
    UNDECIDED: marked("Undecided"),
    CODE: marked("Became a code"),
    THEME: marked("Under a theme"),
    ASIDE: marked("Set aside"),
}
MARK, NO_MARK = "● ", "  "


class LabelsCard(ModalScreen[QueryAsked | None]):
    """Gives what to ask for on the screen of quotes, or None.

    Acts go to the marked labels, else to the lit one; each is one step of undo and logged.
    """

    CSS_PATH: ClassVar = ["../screens/curation.tcss"]
    BINDINGS = bindings_for("labels")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, language: str) -> None:
        super().__init__()
        self._project, self._language = project, language
        self._decisions: dict[str, LabelDecision] = {}
        self._marked: set[str] = set()

    def compose(self) -> ComposeResult:
        """The labels, what was decided of the lit one, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList(empty=_("No coding has a label of its own"))
            yield Static("", id="words", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the list."""
        self.lines = self.query_one(LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("labels")
        self._read()

    def _read(self, words: str = "") -> None:
        found = self._project.emergent.list()
        self._decisions = {each.label: each for each in found}
        self._marked &= set(self._decisions)
        self._show_list()
        left = sum(not each.decided for each in found)
        title = _("Emergent labels · {left} undecided of {all}", left=left, all=len(found))
        self.query_one("#title", Label).update(title)
        if words:
            self.hints.say(words)

    def _show_list(self) -> None:
        entries: list[Entry] = []
        for decision, head in HEADS.items():
            those = [each for each in self._decisions.values() if each.decision == decision]
            if those:
                entries.append(Entry(f"head:{decision}", _(head), str(len(those)), heading=True))
            entries += [self._entry(each) for each in those]
        self.lines.show(entries)
        self._show_lit()

    def _entry(self, each: LabelDecision) -> Entry:
        lead = MARK if each.label in self._marked else NO_MARK
        where = self._target(each)
        codings = counted("{n} coding", "{n} codings", each.codings)
        right = f"→ {where}" if where else codings
        return replace(Entry(f"label:{each.label}", each.label, right), lead=lead)

    def _target(self, each: LabelDecision) -> str:
        if each.decision == CODE:
            known = self._project.codebooks.current().by_id.get(each.target or "")
            return known.name(self._language) if known else each.target or ""
        if each.decision == THEME:
            names = {theme.id: theme.name for theme in self._project.themes.list()}
            return names.get(each.target or "", "")
        return ""

    def _show_lit(self) -> None:
        each = self._decisions.get(self._lit_label or "")
        said = ""
        if each is not None:
            parts = (each.reason, each.coder, (each.time or "")[:10])
            said = " · ".join(part for part in parts if part) or counted(
                "{n} coding in {documents}",
                "{n} codings in {documents}",
                each.codings,
                documents=counted("{n} document", "{n} documents", each.documents),
            )
        self.query_one("#words", Static).update(said)

    @property
    def _lit_label(self) -> str | None:
        lit = self.lines.lit_id or ""
        return lit.removeprefix("label:") if lit.startswith("label:") else None

    def _chosen_labels(self) -> Sequence[str]:
        marked_ones = [each for each in self._decisions if each in self._marked]
        lit = self._lit_label
        if not marked_ones and lit is None:
            raise NotFound(_("There is no label here."))
        return marked_ones or [lit or ""]

    def _do(self, act: Callable[[], object], words: str) -> None:
        def acted() -> bool:
            act()
            return True

        if attempt(self, acted):
            self._marked.clear()
            self._read(words)
            waiting = [each.label for each in self._decisions.values() if not each.decided]
            self.lines.light(f"label:{waiting[0]}" if waiting else None)
            self._show_lit()

    @on(LineList.Lit)
    def _lit_other(self, event: LineList.Lit) -> None:
        event.stop()
        self._show_lit()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        attempt(self, self.action_to_passages)

    # acts

    def action_mark(self) -> None:
        """Mark the lit label, and go on to the next."""
        if self._lit_label is not None:
            self._marked ^= {self._lit_label}
            self._show_list()
            self.lines.action_step(1)

    def action_to_code(self) -> None:
        """A code of them, new or there already."""
        labels, book = self._chosen_labels(), self._project.codebooks.current()

        def adopt(code: Code | str) -> None:
            known = code if isinstance(code, Code) else book.code(code)
            words = _("Codings of {code} now", code=known.name(self._language))
            self._do(lambda: self._project.emergent.to_code(labels, code), words)

        ask_code_for(self, book, self._language, labels, adopt)

    def action_to_theme(self) -> None:
        """Under a theme, with the reason."""
        labels = self._chosen_labels()
        themes = {theme.id: theme.name for theme in self._project.themes.list()}
        if not themes:
            raise NotFound(_("There is no theme yet."), _("F7 makes one."))

        def picked(theme: str | None) -> None:
            if theme is not None:
                title = _("Why under {theme}", theme=themes[theme])
                ask = Ask(title, _("A reason, or none: enter"), may_be_empty=True)
                self.app.push_screen(ask, lambda reason: put(theme, reason))

        def put(theme: str, reason: str | None) -> None:
            if reason is not None:
                words = _("Under {theme}", theme=themes[theme])
                self._do(lambda: self._project.emergent.to_theme(labels, theme, reason), words)

        entries = {known: Entry(known, name) for known, name in themes.items()}
        findables = [Findable(known, (folded(name),)) for known, name in themes.items()]
        self.app.push_screen(Picker(Choices(_("Under which theme"), entries, findables)), picked)

    def action_aside(self) -> None:
        """Neither code nor theme, with the reason."""
        labels = self._chosen_labels()

        def reasoned(reason: str | None) -> None:
            if reason:
                self._do(lambda: self._project.emergent.aside(labels, reason), _("Set aside"))

        self.app.push_screen(Ask(_("Set aside"), _("Why")), reasoned)

    def action_reopen(self) -> None:
        """Undecided again."""
        labels = self._chosen_labels()
        self._do(lambda: self._project.emergent.reopen(labels), _("Undecided again"))

    def action_to_passages(self) -> None:
        """The passages with the lit label, on the screen of quotes."""
        if self._lit_label is not None:
            self.dismiss(QueryAsked(f"label:{quoted(self._lit_label)}"))

    def action_undo(self) -> None:
        """Take back the last act."""
        self._read(take_back(self._project, self._language))

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._read(do_again(self._project, self._language))

    def action_back(self) -> None:
        """To where one was."""
        self.dismiss(None)


def labels_left(node: DOMNode, shown: Callable[[], None]) -> Callable[[QueryAsked | None], None]:
    """What follows when the card is closed: the screen anew, and the passages where wanted."""

    def left(wanted: QueryAsked | None) -> None:
        shown()
        if wanted is not None:
            node.post_message(wanted)

    return left
