"""A codebook of one's own: its title, languages, what it begins with, first codes, where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Static

from qualcode.errors import QualcodeError
from qualcode.tui.dialogs.field_labels import field_label
from qualcode.tui.dialogs.form import Form
from qualcode.tui.messages import told
from qualcode.tui.widgets.one_of import OneOf
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.domain.codebook import Codebook
    from qualcode.services.new_book import NewBook
    from qualcode.services.workspace import Project
    from qualcode.tui.drafts import Fields

STARTS = {
    "conditions": marked("five conditions"),
    "scales": marked("scales"),
    "blank": marked("nothing"),
}
PROJECT, FILE = marked("this project"), marked("a file")
_LABELS = (
    *(marked("Title"), marked("Languages"), marked("Begin with")),
    *(marked("First codes"), marked("For"), marked("File")),
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A codebook that was begun, and what was done, in words."""

    book: Codebook
    words: str


class NewBookForm(Form[Begun | None]):
    """Stays open until the codebook is there or the form is left; an error is said below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("ctrl+s", "keep", "Begin"),
    ]
    AUTO_FOCUS = "#title-line"

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.about = "new-book"

    def typed(self) -> Fields:
        """The lines and what was chosen."""
        chosen = {each.id or "": str(each.place) for each in self.query(OneOf)}
        return {**super().typed(), **chosen}

    def fill(self, fields: Fields) -> None:
        """The lines and the choices as they were."""
        super().fill(fields)
        for each in self.query(OneOf):
            each.place = int(fields.get(each.id or "", each.place))

    def compose(self) -> ComposeResult:
        """A line for each of what a codebook begins with."""
        languages = " ".join(self._project.settings.show()["languages"] or ["en"])
        lines: list[Input | OneOf] = [
            _line("title-line", _("for example: Partnerships for children")),
            _line("languages", _("by code, the first one first: en sv da nb"), languages),
            OneOf(tuple(STARTS.values()), id="start"),
            _line("codes", _("labels, parted by ;")),
            OneOf((PROJECT, FILE), id="where"),
            _line("file", "", str(self._project.path.with_name("codebook.yaml"))),
        ]
        labels = [_(label) for label in _LABELS]
        with Vertical(id="dialog"):
            yield Label(_("A codebook of your own"), id="title", markup=False)
            for label, line in zip(labels, lines, strict=True):
                with Horizontal(classes="field", id=f"field-{line.id}"):
                    yield field_label(label, labels)
                    yield line
            yield Static("", id="said", markup=False)
            keys = _("tab next · ← → choose · enter begins it · escape back")
            yield Label(keys, id="foot", markup=False)

    def on_mount(self) -> None:
        """The line for a file is there when it is for one."""
        self.watch(self.query_one("#where", OneOf), "place", self._show_file)

    def _show_file(self) -> None:
        self.query_one("#field-file").display = self._where == FILE

    @property
    def _where(self) -> str:
        return self.query_one("#where", OneOf).value

    def _words(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    @on(Input.Changed)
    def _changed(self) -> None:
        self.query_one("#said", Static).update("")

    @on(Input.Submitted)
    @on(OneOf.Entered)
    def _submitted(self, event: Message) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Begin it, or say what is in the way."""
        try:
            begun = self._begin()
        except QualcodeError as error:
            self.query_one("#said", Static).update(told(error))
            return
        self.dismiss(begun)

    def _wanted(self) -> NewBook:
        from qualcode.services.new_book import NewBook

        start = list(STARTS)[self.query_one("#start", OneOf).place]
        languages = tuple(self._words("languages").replace(",", " ").split())
        return NewBook(self._words("title-line"), languages, start)

    def _begin(self) -> Begun:
        from qualcode.services.new_book import write_new

        labels = [part.strip() for part in self._words("codes").split(";") if part.strip()]
        book = with_codes(self._wanted(), labels)
        if self._where == FILE:
            path = Path(self._words("file")).expanduser()
            remarks = write_new(path, book)
            left = counted("{n} text to fill in", "{n} texts to fill in", len(remarks))
            return Begun(book, f"{_('Written: {path}', path=path)} · {left}")
        self._project.codebooks.load(book)
        codes = counted("{n} code", "{n} codes", len(book.codes))
        return Begun(book, _("Codebook {id}, {codes}", id=book.id, codes=codes))


def with_codes(wanted: NewBook, labels: Sequence[str]) -> Codebook:
    """The codebook with a code for each label, in its first language; raises as `new_book`."""
    from qualcode.services.new_book import first_code, new_book

    book = new_book(wanted)
    codes = list(wanted.codes)
    for label in labels:
        codes.append(first_code(label, wanted.languages[0], {}, list(book.by_id)))
        book = new_book(replace(wanted, codes=codes))
    return book


def _line(name: str, prompt: str, text: str = "") -> Input:
    return Input(text, placeholder=prompt, compact=True, id=name, max_length=400)
