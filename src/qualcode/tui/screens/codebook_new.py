"""New codes on the codebook screen: by a label, or from the labels of what no code fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Code
from qualcode.domain.revision import Add
from qualcode.tui.dialogs.label_list import Several
from qualcode.tui.label_codes import ask_code_for, labelled
from qualcode.tui.messages import attempt
from qualcode.tui.screens.codebook_acts import Acts
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, counted

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
        if parent:
            title = _("A new code below {code}", code=book.by_id[parent].name(language))
        else:
            title = _("A new code at the top")

        def named(label: str | None) -> None:
            if label:
                code = new_code(self._screen, label, parent)
                self._acts.do(Add(code), code.id)

        self._acts.ask(title, _("Its label in {language}", language=language), "", named)

    def labels(self) -> None:
        """Labels of what no code fits: mark some, then a code for them, new or there already."""
        found = self._project.revision.labels()
        entries = [
            Entry(
                each.text,
                each.text,
                ", ".join(
                    (
                        counted("{n} coding", "{n} codings", each.codings),
                        counted("{n} document", "{n} documents", each.documents),
                    )
                ),
            )
            for each in found
        ]

        def marked(labels: list[str] | None) -> None:
            if labels:
                self._code_for(labels)

        empty = _("No coding has a label of its own")
        self._screen.app.push_screen(Several(_("Labels into a code"), entries, empty), marked)

    def _code_for(self, labels: Sequence[str]) -> None:
        def adopt(code: Code | str) -> None:
            outcome = attempt(self._screen, lambda: self._project.revision.adopt(labels, code))
            self._acts.told(outcome, code.id if isinstance(code, Code) else code)

        ask_code_for(self._screen, self._screen.book, self._screen.shown_language, labels, adopt)


def new_code(screen: CodebookScreen, label: str, parent: str | None) -> Code:
    """A code with that label in the language that is shown."""
    return labelled(screen.book, screen.shown_language, label, parent)
