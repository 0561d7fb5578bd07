"""A scale being revised: its values in their order, and what becomes of what is said with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label

from qualcode.domain.codebook import ScaleValue, in_language
from qualcode.domain.scale_revision import ReviseScale
from qualcode.errors import Invalid, NotFound, QualcodeError
from qualcode.services.codebook_drafts import fresh_value_id
from qualcode.tui.dialogs.card import Confirm
from qualcode.tui.dialogs.form import Form
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.sharing_words import effect_words, value_words
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.keymap import bindings_for
from qualcode.tui.matching import Findable, folded
from qualcode.tui.messages import attempt, told
from qualcode.tui.scale_draft import ScaleDraft
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcode.domain.codebook import Scale
    from qualcode.services.workspace import Project
    from qualcode.tui.drafts import Fields


_DRAFT = "scale"


class ScaleForm(Form[ReviseScale | None]):
    """Nothing is changed before the reader has said yes; gives the operation, or None."""

    BINDINGS = bindings_for("scale")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, scale: Scale, languages: Sequence[str]) -> None:
        super().__init__()
        self._project, self._languages = project, tuple(languages)
        self.language = self._languages[0]
        self.draft = ScaleDraft(scale, project.revision.uses(scale.id))
        self.about = f"scale:{scale.id}"

    def anew(self) -> ScaleForm:
        """The same scale."""
        return ScaleForm(self._project, self.draft.scale, self._languages)

    def typed(self) -> Fields:
        """What is changed so far."""
        return {_DRAFT: self.draft.saved()}

    def fill(self, fields: Fields) -> None:
        """What was changed before; nothing where the scale has other values by now."""
        self.draft.load(fields[_DRAFT])
        self._show()

    def compose(self) -> ComposeResult:
        """The values, what would become of codings, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList()
            yield Label("", id="foot", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the scale as it is."""
        self.lines = self.query_one(LineList)
        self.query_one(HintLine).show_for("scale")
        self._show()

    # showing

    def _show(self, lit: str | None = None) -> None:
        draft = self.draft
        entries = [self._entry(value) for value in draft.values()]
        for name, into in draft.removed.items():
            words = value_words(draft.scale.by_id(name), self.language)
            became = _("turns into {value}", value=into) if into else _("goes")
            entries.append(Entry(name, words, became, lead="✗ "))
        self.lines.show(entries, lit)
        others = " ".join(
            f"[{each}]" if each == self.language else each for each in self._languages
        )
        name = in_language(draft.scale.label, self.language, draft.scale.id)
        self.query_one("#title", Label).update(f"{name}   {others}")
        self.query_one("#foot", Label).update(self.effect())

    def _entry(self, value: ScaleValue) -> Entry:
        n = self.draft.said(value.id)
        said = counted("said once", "said {n} times", n) if n else _("not said")
        lead = "+ " if value.id in self.draft.added else "  "
        return Entry(value.id, value_words(value, self.language), said, lead=lead)

    def effect(self) -> str:
        """What the revision would do as it is now, in one line."""
        if not self.draft.changed:
            return _("Nothing is changed yet")
        try:
            return effect_words(self._project.revision.preview(self.draft.operation()))
        except QualcodeError as error:
            return told(error)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_keep()

    def _lit(self) -> str:
        """The lit value, if it stays; raises NotFound when it does not."""
        lit = self.lines.lit_id
        if lit is None or lit in self.draft.removed:
            raise NotFound(_("This value goes."), _("x keeps it after all."))
        return lit

    # revising

    def action_add(self) -> None:
        """A new value by its label."""

        def named(label: str | None) -> None:
            if label:
                known = [*self.draft.order, *self.draft.removed]
                name = fresh_value_id(label, known)
                self.draft.add(name, {self.language: label})
                self._show(name)

        prompt = _("Its label in {language}", language=self.language)
        self.app.push_screen(Ask(_("A new value"), prompt), named)

    def action_relabel(self) -> None:
        """Another label for the lit value."""
        name = self._lit()

        def named(label: str | None) -> None:
            if label:
                self.draft.relabel(name, self.language, label)
                self._show(name)

        title = _("Label in {language}", language=self.language)
        self.app.push_screen(Ask(title, "", self.draft.label(name, self.language)), named)

    def action_shift(self, by: int) -> None:
        """The lit value changes places with the one beside it."""
        name = self._lit()
        self.draft.shift(name, by)
        self._show(name)

    def action_remove(self) -> None:
        """Take the lit value away, or keep it after all; of one in use, what it turns into."""
        draft, name = self.draft, self.lines.lit_id
        if name in draft.removed:
            draft.bring_back(name)
            self._show(name)
            return
        name = self._lit()
        if len(draft.order) == 1:
            raise Invalid(_("A scale needs a value."), _("Add another one first."))
        if not draft.said(name):
            draft.remove(name, None)
            self._show()
            return
        self._ask_into(name)

    def _ask_into(self, name: str) -> None:
        values = {value.id: value for value in self.draft.values()}
        entries = {
            one: Entry(one, value_words(value, self.language))
            for one, value in values.items()
            if one != name
        }
        findables = [Findable(one, (folded(entry.words),)) for one, entry in entries.items()]
        title = _("What does {value} turn into?", value=value_words(values[name], self.language))

        def chosen(into: str | None) -> None:
            if into is not None:
                self.draft.remove(name, into)
                self._show(into)

        self.app.push_screen(Picker(Choices(title, entries, findables)), chosen)

    def action_next_language(self) -> None:
        """Labels in the next language."""
        place = self._languages.index(self.language)
        self.language = self._languages[(place + 1) % len(self._languages)]
        self._show()

    # ending

    def action_keep(self) -> None:
        """Say what becomes of the codings, and give the operation when the reader says yes."""
        if not self.draft.changed:
            self.dismiss(None)
            return
        operation = self.draft.operation()
        outcome = attempt(self, lambda: self._project.revision.preview(operation))
        if outcome is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(operation)

        values = ", ".join(value_words(value, self.language) for value in operation.values)
        question = "\n\n".join((self.draft.scale.id, values, effect_words(outcome)))
        self.app.push_screen(Confirm(question, _("carry out")), answered)

    def action_back(self) -> None:
        """Leave; what was changed waits for the next time."""
        self.dismiss(None)
