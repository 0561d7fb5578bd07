"""The codebook: its tree with counts, the whole entry of a code, and the keys to revise it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from qualcode.domain.codebook import Code, Codebook, in_language
from qualcode.errors import NotFound, QualcodeError
from qualcode.services.codebook_drafts import Remark, remarks
from qualcode.tui.keymap import bindings_for
from qualcode.tui.looks import look_of
from qualcode.tui.messages import CodeChosen, CodeLit, PassagesAsked
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.screens.codebook_new import NewCodes
from qualcode.tui.screens.codebook_revising import Revising
from qualcode.tui.widgets.book_tree import BookTree
from qualcode.tui.widgets.code_entry import CodeEntry, Histories, Shown, read_on
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

LANGUAGES = ("en", "sv", "da", "nb")
LANGUAGE, CODE, FILTER = "codebook.language", "codebook.code", "codebook.filter"
_LEAST = (70, "-narrow")


class CodebookScreen(QuickScreen[None]):
    """The tree on the left, the entry of the lit code on the right; each key one operation."""

    CSS_PATH: ClassVar = ["lists.tcss", "codebook.tcss"]
    BINDINGS = bindings_for("codebook")
    AUTO_FOCUS = "BookTree LineList"
    HELP_PLACES = ("codebook", "app")

    @dataclass
    class Remembered(Message):
        """The history of every code."""

        found: Histories

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-least"), _LEAST, *BREAKPOINTS[1:]]
        self.project, self.language = project, language
        known = project.remembered(LANGUAGE)
        self.shown_language = known if known in LANGUAGES else language
        self.book: Codebook = project.codebooks.current()
        self._seen: int | None = None
        self._remarks: dict[str, list[Remark]] = {}
        self._histories = Histories()
        self._waiting: Mapping[str, int] = {}
        self.revising, self.new_codes = Revising(self), NewCodes(self)

    def compose(self) -> ComposeResult:
        """Title and version, the tree and the entry, the keys."""
        yield StatusLine(id="top")
        with Horizontal(id="room"):
            yield BookTree(self._look())
            yield CodeEntry()
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the codebook in force."""
        self.tree_pane = self.query_one(BookTree)
        self.entry = self.query_one(CodeEntry)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("codebook")
        self.tree_pane.border_title = _("Codes · passages, cases")
        self.entry.border_title = _("Entry")
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())
        self.tree_pane.narrow(self.project.remembered(FILTER) or "")
        self.show_book(self.project.remembered(CODE))

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        if self._seen is not None and self.project.codings.last_act() != self._seen:
            self.show_book()

    def keep_place(self) -> None:
        """Remember code, filter and language for the next time."""
        if not self.is_mounted:
            return
        words = self.tree_pane.input.value.strip()
        for key, value in ((CODE, self.lit_id), (FILTER, words), (LANGUAGE, self.shown_language)):
            known = self.project.remembered(key) or ""
            if value is not None and value != known:
                self.project.remember(key, value)

    # showing

    def _look(self) -> Look:
        return look_of(self.book, self.shown_language, self.app.current_theme)

    def show_book(self, lit: str | None = None) -> None:
        """Read the codebook anew; `lit` is the code to light, else the lit one stays."""
        project = self.project
        self._seen = project.codings.last_act()
        self.book = project.codebooks.current()
        self._remarks = remarks(self.book)
        self._waiting = Counter(item.coding.code for item in project.revision.worklist())
        self.tree_pane.know(self._remarks, self._waiting, project.codings.counts())
        self._show(lit)
        self._read_history(self._histories)

    def _show(self, lit: str | None = None) -> None:
        """Show what was read, in the language and the theme in force."""
        self.tree_pane.show_book(self.book, self._look())
        keep = lit if lit is not None else self.lit_id
        if keep in self.book.by_id:
            self.tree_pane.light(keep)
        self._tell()
        self._show_entry()

    def _tell(self) -> None:
        book = self.book
        waiting = sum(self._waiting.values())
        coder = self.project.coder or _("no coder")
        self.query_one("#top", StatusLine).show(
            in_language(book.title, self.shown_language, book.id),
            _("version {version}", version=book.version),
            counted("{n} code", "{n} codes", sum(not code.retired for code in book.codes)),
            counted("{n} to read again", "{n} to read again", waiting) if waiting else "",
            right=f"  {' '.join(self._languages())}  {coder}",
        )

    def _languages(self) -> list[str]:
        return [f"[{each}]" if each == self.shown_language else each for each in LANGUAGES]

    def _show_entry(self) -> None:
        code = self.book.by_id.get(self.lit_id or "")
        if code is None:
            self.entry.show(None)
            return
        self.entry.show(
            Shown(
                code,
                self.book,
                self.shown_language,
                self._remarks.get(code.id, []),
                self._histories.told.get(code.id, ()),
                self._waiting.get(code.id, 0),
            )
        )

    @work(thread=True, exclusive=True, group="history")
    def _read_history(self, known: Histories) -> None:
        """Read the new versions with a connection of its own: there can be many."""
        from qualcode.services.workspace import open_project

        try:
            with open_project(self.project.path, read_only=True) as project:
                self.post_message(self.Remembered(read_on(known, project)))
        except QualcodeError:
            return

    @on(Remembered)
    def _remembered(self, event: Remembered) -> None:
        self._histories = event.found
        self._show_entry()

    @on(CodeLit)
    def _lit(self, event: CodeLit) -> None:
        event.stop()
        self._show_entry()

    @on(CodeChosen)
    def _chosen(self, event: CodeChosen) -> None:
        """Enter in the filter goes to the tree; in the tree it opens the entry."""
        event.stop()
        if self.tree_pane.input.has_focus:
            self.tree_pane.list.focus()
        elif self.has_class("-least"):
            self.action_pane()
        else:
            self.revising.edit()

    @property
    def lit_id(self) -> str | None:
        """The id of the lit code."""
        return self.tree_pane.list.lit_id

    def languages(self) -> list[str]:
        """Those that an entry can be written in: ours, and others that the codebook has."""
        return list(dict.fromkeys((*LANGUAGES, *self.book.languages)))

    def lit_code(self) -> Code:
        """The lit code; raises NotFound when there is none."""
        code = self.book.by_id.get(self.lit_id or "")
        if code is None:
            raise NotFound(_("No code is chosen."))
        return code

    # moving

    def action_next_language(self) -> None:
        """Show labels and entries in the next language."""
        place = LANGUAGES.index(self.shown_language) if self.shown_language in LANGUAGES else -1
        self.shown_language = LANGUAGES[(place + 1) % len(LANGUAGES)]
        self._show()

    def action_filter(self) -> None:
        """Type to narrow the tree."""
        self._read(False)
        self.tree_pane.input.focus()

    def action_pane(self) -> None:
        """To the entry and back."""
        if self.entry.has_focus:
            self.action_back()
        else:
            self._read(True)
            self.call_after_refresh(self.entry.focus)

    def action_back(self) -> None:
        """To the tree; with words in the filter, without them."""
        self._read(False)
        if self.entry.has_focus:
            self.call_after_refresh(self.tree_pane.list.focus)
        else:
            self.tree_pane.clear()

    def on_resize(self) -> None:
        """What has the focus stays in view."""
        self._read(self.entry.has_focus)

    def _read(self, reading: bool) -> None:
        """Where one of them has room, the entry or the tree.

        A class of the screen changes the styles of all that is on it, so it has none elsewhere.
        """
        self.set_class(reading and self.has_class("-least"), "-reading")

    def action_revise(self, what: str) -> None:
        """One of the operations of `Revising`, by its name."""
        getattr(self.revising, what)()

    def action_make(self, what: str) -> None:
        """One of the ways to new codes of `NewCodes`, by its name."""
        getattr(self.new_codes, what)()

    def action_passages(self) -> None:
        """All passages of the lit code."""
        self.post_message(PassagesAsked(self.lit_code().id))
