"""What the codebook screen does to the codebook: each operation asked for, done, and said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.domain.codebook import Code
from qualcode.domain.coding import Coding, CodingFilter
from qualcode.domain.extension_switch import Switch
from qualcode.domain.revision import Move, Operation, Relabel, Reorder
from qualcode.domain.scale_revision import ReviseScale
from qualcode.domain.succession import Merge, Retire, Revive, Split
from qualcode.errors import Invalid, NotFound
from qualcode.tui.dialogs.entry_form import EntryForm
from qualcode.tui.dialogs.exporting import FileDialog
from qualcode.tui.dialogs.scale_form import ScaleForm
from qualcode.tui.dialogs.sharing import SharingDialog
from qualcode.tui.dialogs.worklist import Worklist
from qualcode.tui.messages import PlaceAsked, attempt
from qualcode.tui.screens import codebook_dialogs as asking
from qualcode.tui.screens.codebook_acts import Acts
from qualcode.tui.screens.codebook_new import new_code
from qualcode.tui.telling import do_again, take_back
from qualcode.tui.words import _, translated

if TYPE_CHECKING:
    from qualcode.tui.screens.codebook import CodebookScreen


class Revising:
    """The operations on the lit code of a codebook screen; each is one act and can be undone."""

    def __init__(self, screen: CodebookScreen) -> None:
        self._screen = screen
        self._project = screen.project
        self._acts = Acts(screen)

    # the entry

    def edit(self) -> None:
        """The entry in a form, beginning with the language that is shown."""
        screen = self._screen
        code, shown = screen.lit_code(), screen.shown_language
        languages = [shown, *(each for each in screen.languages() if each != shown)]

        def written(operations: list[Operation] | None) -> None:
            for operation in operations or ():
                self._acts.do(operation, code.id)

        screen.app.push_screen(EntryForm(screen.book, code, languages), written)

    def relabel(self) -> None:
        """Another label in the language that is shown."""
        code, language = self._screen.lit_code(), self._screen.shown_language

        def named(label: str | None) -> None:
            if label:
                self._acts.do(Relabel(code.id, {language: label}), code.id)

        title = _("Label in {language}", language=language)
        self._acts.ask(title, "", code.label.get(language, ""), named)

    def example(self) -> None:
        """One of the code's passages as its example, in the language of its document."""
        screen = self._screen
        code = screen.lit_code()
        codings = self._project.codings.list(CodingFilter(code=code.id, below=False))
        if not codings:
            raise NotFound(_("The code has no passages yet."), _("An example can be written: e."))

        def chosen(place: int | None) -> None:
            if place is not None:
                self._take_example(code, codings[place])

        screen.app.push_screen(asking.passage_choice(code, codings, screen.shown_language), chosen)

    def _take_example(self, code: Code, coding: Coding) -> None:
        info = self._project.documents.resolve(coding.document_id)
        language = info.language or self._screen.shown_language
        place = {"document": coding.document, "turn": coding.turn}
        reason = _("example from {document}, turn {turn}", **place)
        take = self._project.quotations.take_example
        outcome = attempt(self._screen, lambda: take(code.id, coding.id, language, reason))
        self._acts.told(outcome, code.id)

    # the tree

    def move(self) -> None:
        """The lit code below another one."""
        code = self._screen.lit_code()

        def chosen(parent: str | None) -> None:
            if parent is not None:
                self._acts.do(Move(code.id, parent or None), code.id)

        picker = asking.parent_choice(code, self._screen.book, self._screen.shown_language)
        self._screen.app.push_screen(picker, chosen)

    def up(self) -> None:
        """The lit code before the one above it."""
        code, siblings, place = self._siblings()
        if place == 0:
            raise Invalid(_("It is the first of its branch."))
        self._acts.do(Reorder(code.id, siblings[place - 1]), code.id)

    def down(self) -> None:
        """The lit code after the one below it."""
        code, siblings, place = self._siblings()
        if place == len(siblings) - 1:
            raise Invalid(_("It is the last of its branch."))
        before = siblings[place + 2] if place + 2 < len(siblings) else None
        self._acts.do(Reorder(code.id, before), code.id)

    def _siblings(self) -> tuple[Code, list[str], int]:
        code = self._screen.lit_code()
        beside = [each.id for each in self._screen.book.children(code.parent)]
        return code, beside, beside.index(code.id)

    # codes that go

    def merge(self) -> None:
        """The lit code into another one, after it is said what that does."""
        screen = self._screen
        code = screen.lit_code()

        def chosen(into: str | None) -> None:
            if into is not None:
                self._acts.sure(Merge(code.id, into), into)

        picker = asking.merge_choice(code, screen.book, screen.shown_language)
        screen.app.push_screen(picker, chosen)

    def split(self) -> None:
        """The lit code into new ones beside it."""
        screen = self._screen
        code, language = screen.lit_code(), screen.shown_language

        def named(labels: str | None) -> None:
            parts = [part.strip() for part in (labels or "").split(";") if part.strip()]
            if parts:
                new = tuple(new_code(screen, label, code.parent) for label in parts)
                self._acts.sure(Split(code.id, new), new[0].id)

        title = _("Split {code} into", code=code.name(language))
        prompt = _("Labels in {language}, parted by ;", language=language)
        self._acts.ask(title, prompt, "", named)

    def retire(self) -> None:
        """The lit code out of use, or back."""
        code = self._screen.lit_code()
        self._acts.do(Revive(code.id) if code.retired else Retire(code.id), code.id)

    def extension(self) -> None:
        """An extension on or off."""
        screen = self._screen
        book = screen.book
        if not book.extensions:
            raise NotFound(_("This codebook has no extensions."))

        def chosen(name: str | None) -> None:
            if name is not None:
                self._acts.do(Switch(name, not book.extensions[name].on), screen.lit_id)

        screen.app.push_screen(asking.extension_choice(book, screen.shown_language), chosen)

    def scale(self) -> None:
        """The values of a scale, in a form; one act for all that is changed there."""
        screen = self._screen
        book, shown = screen.book, screen.shown_language
        if not book.scales:
            raise NotFound(_("This codebook has no scales."))
        languages = [shown, *(each for each in screen.languages() if each != shown)]

        def written(operation: ReviseScale | None) -> None:
            if operation is not None:
                self._acts.do(operation, screen.lit_id)

        def chosen(name: str | None) -> None:
            if name is not None:
                form = ScaleForm(self._project, book.scales[name], languages)
                screen.app.push_screen(form, written)

        screen.app.push_screen(asking.scale_choice(book, shown), chosen)

    # with others

    def worklist(self) -> None:
        """The codings to read again."""
        screen = self._screen

        def left(place: PlaceAsked | None) -> None:
            screen.show_book()
            if place is not None:
                screen.post_message(place)

        screen.app.push_screen(Worklist(self._project, screen.shown_language), left)

    def bring_in(self) -> None:
        """A colleague's newer file."""
        sharing, screen = self._project.sharing, self._screen

        def done(words: str | None) -> None:
            if words is not None:
                screen.show_book()
                screen.hints.say(words)

        def named(path: str | None) -> None:
            if not path:
                return
            source = str(Path(path).expanduser())
            found = attempt(screen, lambda: sharing.compare(source))
            if found is not None:
                dialog = SharingDialog(self._project, source, found, screen.shown_language)
                screen.app.push_screen(dialog, done)

        prompt = _("The file, for example ~/codebook.yaml")
        self._acts.ask(_("A colleague's codebook"), prompt, "", named)

    def file(self) -> None:
        """The codebook to a file; examples that are words of transcripts stay at home."""
        notes: list[str] = []

        def written(path: Path | None) -> None:
            if path is not None:
                words = " ".join(map(translated, notes))
                self._screen.hints.say(_("Written: {path}", path=path))
                if words:
                    self._screen.app.notify(words, title=_("Not in the file"), timeout=10)

        saving = asking.codebook_saving(self._project.path, self._screen.book.id, notes)
        dialog = FileDialog(saving, self._project.path, self._project.coder)
        self._screen.app.push_screen(dialog, written)

    # acts

    def undo(self) -> None:
        """Take back the last act."""
        words = take_back(self._project, self._screen.shown_language)
        self._screen.show_book()
        self._screen.hints.say(words)

    def redo(self) -> None:
        """Do again what was taken back."""
        words = do_again(self._project, self._screen.shown_language)
        self._screen.show_book()
        self._screen.hints.say(words)
