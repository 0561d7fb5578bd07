"""The memos of the project in one list: read, written, changed and taken away there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.domain.people import MEMO_KINDS
from qualcode.errors import NotFound
from qualcode.text.cells import width
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.filtered import FilteredList
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.writing import KINDS, Kind, MemoEditor
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.keymap import bindings_for
from qualcode.tui.matching import Findable, findable, folded
from qualcode.tui.memo_entries import Note, Target, notes_of
from qualcode.tui.messages import attempt
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

_KEYS = {"segment": "p", "document": "d", "case": "c", "code": "k", "project": "r"}
_OFFERS = {
    "segment": marked("passage {name}"),
    "document": marked("document {name}"),
    "case": marked("case {name}"),
    "code": marked("code {name}"),
}
_TITLES = {
    "segment": marked("Memo on passage {name}"),
    "document": marked("Memo on document {name}"),
    "case": marked("Memo on case {name}"),
    "code": marked("Memo on code {name}"),
}
_CHOOSING = {
    "document": marked("A memo on a document"),
    "case": marked("A memo on a case"),
    "code": marked("A memo on a code"),
}
_NAME_MOST = 24
_PREVIEW = 200
_ON_LEAST = 20
"""Cells for what a memo is on where the window is narrow; the lit one's is written out below."""


class MemoList(ModalScreen[None]):
    """All memos; `before` is what the reader had before them, for a new one to be on."""

    BINDINGS = bindings_for("memos")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, language: str, before: Sequence[Target]) -> None:
        super().__init__()
        self._project, self._language = project, language
        self._before = {target.kind: target for target in before}
        self._notes: dict[str, Note] = {}

    def compose(self) -> ComposeResult:
        """Title, list, the words of the lit memo, keys."""
        with Vertical(id="dialog"):
            yield Label(_("Memos"), id="title", markup=False)
            yield FilteredList(self._entries, empty=_("No memos · n writes one"))
            with VerticalScroll(id="memo-page", can_focus=False):
                yield Static(id="memo-words", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the memos."""
        self.lines = self.query_one(FilteredList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("memos")
        self._read()

    def _entries(self) -> list[tuple[Entry, str]]:
        notes = notes_of(self._project, self._language)
        self._notes = {note.id: note for note in notes}
        several = len({note.coder for note in notes}) > 1
        room = max(_ON_LEAST, self.app.size.width // 4)
        return [_entry(note, room, several=several) for note in notes]

    def _read(self, words: str = "") -> None:
        self.lines.read()
        if words:
            self.hints.say(words)

    @on(LineList.Lit)
    @on(FilteredList.Narrowed)
    def _show_words(self) -> None:
        note = self._notes.get(self.lines.list.lit_id or "")
        text = Text()
        if note is not None:
            text.append(f"{one_line(_on(note))} · {note.coder}\n", style="bold")
            text.append(note.text)
        self.query_one("#memo-words", Static).update(text)

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        attempt(self, self.action_edit)

    def _lit(self) -> Note:
        note = self._notes.get(self.lines.list.lit_id or "")
        if note is None:
            raise NotFound(_("There is no memo here."), _("n writes one."))
        return note

    def _do(self, act: Callable[[], str]) -> None:
        """Act, show what is stored now, and say what was done; an error is shown instead."""
        words = attempt(self, act)
        if words is not None:
            self._read(words)

    # acts

    def action_edit(self) -> None:
        """Change the lit memo."""
        self._write(self._lit())

    def action_outside(self) -> None:
        """Change the lit memo in the reader's own editor."""
        self._write(self._lit(), outside=True)

    def _write(self, note: Note, *, outside: bool = False) -> None:
        kind = Kind(None if note.own_of_passage else note.kind)
        title = _title(note.target)
        editor = MemoEditor(title, note.text, kind, outside=outside, about=note.id)

        def written(words: str | None) -> None:
            if words is not None:
                self._do(lambda: note.keep(self._project, words, kind.name))

        self.app.push_screen(editor, written)

    def action_new(self) -> None:
        """Write a memo on what is before the reader, or on something chosen."""
        choices = [
            Choice(kind, (key,), self._offer(kind))
            for kind, key in _KEYS.items()
            if kind != "segment" or kind in self._before
        ]

        def chosen(kind: str | None) -> None:
            if kind == "project":
                self._begin(Target("project", "project", _("the project")))
            elif kind in self._before:
                self._begin(self._before[kind])
            elif kind is not None:
                self.app.push_screen(
                    self._picker(kind), lambda found: self._begin_on(kind, found or "")
                )

        self.app.push_screen(ChoiceBar(_("A memo on"), choices), chosen)

    def _offer(self, kind: str) -> str:
        if kind == "project":
            return _("the project")
        known = self._before.get(kind)
        name = one_line(known.words) if known else "…"
        short = name if len(name) <= _NAME_MOST else f"{name[: _NAME_MOST - 1]}…"
        return _(_OFFERS[kind], name=short).strip()

    def _begin_on(self, kind: str, found: str) -> None:
        if found:
            words = {each.id: each.words for each in self._things(kind)}
            self._begin(Target(kind, found, words[found]))

    def _begin(self, target: Target) -> None:
        kind = Kind(MEMO_KINDS[0])
        editor = MemoEditor(_title(target), "", kind, about=f"{target.kind}:{target.id}")

        def written(words: str | None) -> None:
            if words and words.strip():
                self._do(lambda: self._add(target, words.strip(), kind.name or MEMO_KINDS[0]))

        self.app.push_screen(editor, written)

    def _add(self, target: Target, words: str, kind: str) -> str:
        self._project.memos.add(target.kind, target.id, words, kind)
        return _("Memo kept")

    def action_remove(self) -> None:
        """Take the lit memo away."""
        note = self._lit()
        self._do(lambda: note.remove(self._project))

    def action_undo(self) -> None:
        """Take back the last act."""
        self._do(lambda: take_back(self._project, self._language))

    def action_redo(self) -> None:
        """Do it again."""
        self._do(lambda: do_again(self._project, self._language))

    def action_filter(self) -> None:
        """Type words that the memos must have."""
        self.lines.ask()

    def action_back(self) -> None:
        """Without a filter, close."""
        if not self.lines.clear():
            self.dismiss(None)

    # choosing what it is on

    def _things(self, kind: str) -> list[Target]:
        if kind == "case":
            return [Target(kind, case.id, case.name) for case in self._project.cases.list()]
        if kind == "document":
            return [Target(kind, info.id, info.name) for info in self._project.documents.list()]
        codes = self._project.codebooks.current().walk()
        return [Target(kind, code.id, code.name(self._language)) for code in codes]

    def _picker(self, kind: str) -> Picker:
        things = self._things(kind)
        entries = {thing.id: Entry(thing.id, thing.words) for thing in things}
        if kind == "code":
            book = self._project.codebooks.current()
            found = [findable(code) for code in book.walk()]
        else:
            found = [Findable(thing.id, (folded(thing.words),)) for thing in things]
        return Picker(Choices(_(_CHOOSING[kind]), entries, found))


def _title(target: Target) -> str:
    if target.kind == "project":
        return _("Memo on the project")
    return _(_TITLES[target.kind], name=one_line(target.words)[:60])


def _entry(note: Note, room: int, *, several: bool) -> tuple[Entry, str]:
    """A memo on a line; what it is on, and whose it is among several, have so many cells."""
    on, words = _on(note), one_line(note.text[:_PREVIEW])
    coder = f"  {note.coder}" if several else ""
    left = max(1, room - width(coder))
    right = f"{on if width(on) <= left else fitted(on, left)}{coder}"
    kind = _(KINDS.get(note.kind, note.kind))
    lead = fitted(kind, 1 + max(width(_(each)) for each in KINDS.values()))
    return Entry(note.id, words, right, lead), f"{kind} {note.text} {on} {note.coder}"


def _on(note: Note) -> str:
    return note.target.words if note.target.kind != "project" else _("the project")
