"""New codes on the codebook screen: by a label, or from the labels of what no code fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Code
from qualcode.domain.revision import Add
from qualcode.services.codebook_drafts import fresh_id
from qualcode.tui.dialogs.label_list import Several
from qualcode.tui.messages import attempt
from qualcode.tui.screens import codebook_dialogs as asking
from qualcode.tui.screens.codebook_acts import Acts
from qualcode.tui.widgets.column_list import counted
from qualcode.tui.widgets.line_list import Entry

if TYPE_CHECKING:
    from qualcode.tui.screens.codebook import CodebookScreen


class NewCodes:
    """Codes that are not there yet; their ids are made of their labels."""

    def __init__(self, screen: CodebookScreen) -> None:
        self._screen = screen
        self._project = screen.project
        self._acts = Acts(screen)

    def add(self) -> None:
        """A new code beside the lit one; at the top when there is none."""
        lit = self._screen.book.by_id.get(self._screen.lit_id or "")
        self._add(lit.parent if lit else None)

    def add_below(self) -> None:
        """A new code below the lit one."""
        self._add(self._screen.lit_code().id)

    def _add(self, parent: str | None) -> None:
        book, language = self._screen.book, self._screen.shown_language
        where = f"below {book.by_id[parent].name(language)}" if parent else "at the top"

        def named(label: str | None) -> None:
            if label:
                code = new_code(self._screen, label, parent)
                self._acts.do(Add(code), code.id)

        self._acts.ask(f"A new code {where}", f"Its label in {language}", "", named)

    def labels(self) -> None:
        """Labels of what no code fits: mark some, then a code for them, new or there already."""
        found = self._project.revision.labels()
        entries = [
            Entry(
                each.text,
                each.text,
                f"{counted(each.codings, 'coding')}, {counted(each.documents, 'document')}",
            )
            for each in found
        ]

        def marked(labels: list[str] | None) -> None:
            if labels:
                self._code_for(labels)

        empty = "No coding has a label of its own"
        self._screen.app.push_screen(Several("Labels into a code", entries, empty), marked)

    def _code_for(self, labels: Sequence[str]) -> None:
        book, language = self._screen.book, self._screen.shown_language

        def adopt(code: Code | str) -> None:
            outcome = attempt(self._screen, lambda: self._project.revision.adopt(labels, code))
            self._acts.told(outcome, code.id if isinstance(code, Code) else code)

        def named(label: str | None) -> None:
            if label:
                title, codes = "The new code lies below", (c for c in book.walk() if not c.retired)
                picker = asking.code_choice(title, codes, book, language, "(the top)")
                self._screen.app.push_screen(picker, lambda parent: placed(label, parent))

        def placed(label: str, parent: str | None) -> None:
            if parent is not None:
                adopt(new_code(self._screen, label, parent or None))

        def chosen(code: str | None) -> None:
            if code == asking.NEW:
                self._acts.ask("A new code", f"Its label in {language}", labels[0], named)
            elif code is not None:
                adopt(code)

        codes = [code for code in book.walk() if book.takes(code) and code.kind != "emergent"]
        title = f"A code for {', '.join(labels)}"
        picker = asking.code_choice(title, codes, book, language, "A new code …")
        self._screen.app.push_screen(picker, chosen)


def new_code(screen: CodebookScreen, label: str, parent: str | None) -> Code:
    """A code with that label in the language that is shown."""
    made = fresh_id(screen.book, label, parent)
    return Code(made, {screen.shown_language: label}, parent=parent)
