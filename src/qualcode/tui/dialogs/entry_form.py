"""The entry of a code in a form, language by language, with what the lint says while one writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, Label, Static, TextArea

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.revision import Edit, Operation, Redefine, Relabel
from qualcode.errors import QualcodeError
from qualcode.services.codebook_drafts import Remark, remarks
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.form import Form
from qualcode.tui.key_names import shown
from qualcode.tui.keymap import actions_of, bindings_for, hints_for
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, marked, translated

if TYPE_CHECKING:
    from qualcode.tui.drafts import Fields

LINES = {"label": marked("Label"), "cues": marked("Words that may point here, parted by commas")}
PAGES = {
    "definition": marked("Definition"),
    "include": marked("Use when"),
    "exclude": marked("Not when"),
    "example": marked("Example"),
}
FIELDS = ("label", "definition", "include", "exclude", "example", "cues")
_WAIT = 0.15


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: labels by language, and the other fields' texts by language."""

    labels: Mapping[str, str | None]
    fields: Mapping[str, Mapping[str, Any]]

    def operations(self, code: str, *, same_meaning: bool = False) -> list[Operation]:
        """The operation that brings the entry there, if one is needed."""
        if self.labels and self.fields:
            return [Edit(code, self.labels, self.fields, same_meaning)]
        if self.labels:
            return [Relabel(code, self.labels)]
        return [Redefine(code, self.fields, same_meaning)] if self.fields else []


class EntryForm(Form[list[Operation] | None]):
    """Gives the operations that the reader wants, or None; what they mean is asked at the end."""

    BINDINGS = bindings_for("entry", first=True)
    AUTO_FOCUS = "#field-label"

    def __init__(self, book: Codebook, code: Code, languages: Sequence[str]) -> None:
        super().__init__()
        self._book, self._code, self._languages = book, code, tuple(languages)
        self.language = self._languages[0]
        self._drafts = {
            language: {field: said(code, field, language) for field in FIELDS}
            for language in self._languages
        }
        self._timer: Timer | None = None
        self.about = f"entry:{code.id}"

    def anew(self) -> EntryForm:
        """The same entry."""
        return EntryForm(self._book, self._code, self._languages)

    def typed(self) -> Fields:
        """What is written in all languages."""
        self._take()
        return {
            f"{language}/{field}": words
            for language, draft in self._drafts.items()
            for field, words in draft.items()
        }

    def fill(self, fields: Fields) -> None:
        """What was written before, in the languages that there still are."""
        for language, draft in self._drafts.items():
            draft.update({each: fields.get(f"{language}/{each}", draft[each]) for each in draft})
        self._fill()

    def compose(self) -> ComposeResult:
        """A line or a page for each field, the remarks, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            with VerticalScroll(id="fields", can_focus=False):
                for field in FIELDS:
                    name = _(LINES.get(field) or PAGES[field])
                    yield Label(name, classes="name", markup=False)
                    if field in LINES:
                        yield Input(id=f"field-{field}", compact=True, max_length=2000)
                    else:
                        yield TextArea(
                            id=f"field-{field}",
                            soft_wrap=True,
                            show_line_numbers=False,
                            compact=True,
                        )
            yield Static("", id="remarks", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the first language."""
        for line in self.query(Input):
            line.cursor_blink = False
        for page in self.query(TextArea):
            page.cursor_blink = False
        self.query_one(HintLine).show(
            [*hints_for("entry", actions_of(self.app)), (shown("tab"), _("next field"))]
        )
        self._fill()

    # languages

    def action_next_language(self) -> None:
        """Put what is written aside and show the next language."""
        self._take()
        place = self._languages.index(self.language)
        self.language = self._languages[(place + 1) % len(self._languages)]
        self._fill()

    def _fill(self) -> None:
        others = " ".join(
            f"[{each}]" if each == self.language else each for each in self._languages
        )
        self.query_one("#title", Label).update(f"{self._code.id}   {others}")
        for field, words in self._drafts[self.language].items():
            if field in LINES:
                self.query_one(f"#field-{field}", Input).value = words
            else:
                self.query_one(f"#field-{field}", TextArea).load_text(words)
        self._remark()

    def _take(self) -> None:
        draft = self._drafts[self.language]
        for field in FIELDS:
            if field in LINES:
                draft[field] = self.query_one(f"#field-{field}", Input).value
            else:
                draft[field] = self.query_one(f"#field-{field}", TextArea).text

    # remarks

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self) -> None:
        """The remarks follow what is written."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_WAIT, self._remark)

    def _remark(self) -> None:
        self._take()
        text = Text()
        for each in self.remarks():
            text.append(f"{'✗' if each.wrong else '!'} {translated(each.line)}\n")
        text.rstrip()
        self.query_one("#remarks", Static).update(text)

    def remarks(self) -> list[Remark]:
        """What is wrong or doubtful about the entry as it is written now."""
        book = self._book
        try:
            for operation in self.written().operations(self._code.id):
                book = operation.apply(book)
        except QualcodeError as error:
            return [Remark(translated(error.message), translated(error.hint), wrong=True)]
        return remarks(book).get(self._code.id, [])

    # keeping

    def written(self) -> Written:
        """What differs from the entry."""
        labels: dict[str, str | None] = {}
        fields: dict[str, dict[str, Any]] = {}
        for language, draft in self._drafts.items():
            for field, words in draft.items():
                words = words.strip()
                if words == said(self._code, field, language).strip():
                    continue
                if field == "label":
                    labels[language] = words or None
                elif field == "cues":
                    parts = (cue.strip() for cue in words.split(","))
                    fields.setdefault(field, {})[language] = tuple(c for c in parts if c)
                else:
                    fields.setdefault(field, {})[language] = words or None
        return Written(labels, fields)

    def action_keep(self) -> None:
        """Ask what it means for the codings, and give the operations."""
        self._take()
        written = self.written()
        if not written.operations(self._code.id):
            self.dismiss(None)
            return
        choices = [Choice("keep", ("k", "enter"), _("keep"))]
        if written.fields:
            choices = [
                Choice("other", ("k", "enter"), _("keep; codings are to be read again")),
                Choice("same", ("s",), _("keep; only the wording is another")),
            ]
        choices.append(Choice("drop", ("x",), _("throw away")))
        self.app.push_screen(ChoiceBar(_("The entry"), choices), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "drop":
            self.dismiss(None)
            self.taken()
        elif answer is not None:
            same = answer == "same"
            self.dismiss(self.written().operations(self._code.id, same_meaning=same))


def said(code: Code, field: str, language: str) -> str:
    """What a field says in exactly that language."""
    words = getattr(code, field).get(language, "")
    return ", ".join(words) if field == "cues" else str(words)
