"""A summary as it is being written beside its passages, with what is said above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from qualcode.errors import NotFound, QualcodeError
from qualcode.tui.messages import attempt, report
from qualcode.tui.summaries import Subject
from qualcode.tui.widgets.steady_words import SteadyWords
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project
    from qualcode.tui.app import QualcodeApp
    from qualcode.tui.drafts import Drafts

_WORDS, _STORED = "words", "stored"
"""In a draft: what was typed, and what stood there when it was."""


class Summary(Vertical):
    """What was written is kept when it is left, and never replaced by other words before.

    Where it cannot be kept it stays, and is there again as a draft after the program was left.
    """

    class Kept(Message):
        """It is in the project now; what was done, in words."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, project: Project, *, name: str, prompt: str = "") -> None:
        super().__init__(id=name)
        self._project, self._prompt = project, prompt
        self._subject: Subject | None = None
        self._stored = self._title = ""
        self._told: tuple[Sequence[str], Sequence[str]] = ((), ())

    def compose(self) -> ComposeResult:
        """What is said above, the page, what is said below."""
        yield SteadyWords(id="said-above")
        yield TextArea(
            soft_wrap=True, show_line_numbers=False, compact=True, placeholder=self._prompt
        )
        yield SteadyWords(id="said-below")

    def on_mount(self) -> None:
        """No blinking in a quiet room; nothing to type where nothing can be kept."""
        self.area = self.query_one(TextArea)
        self.area.cursor_blink = False
        self.area.read_only = self._project.read_only
        for name in ("#said-above", "#said-below"):
            self.query_one(name).display = False

    @property
    def _drafts(self) -> Drafts:
        return cast("QualcodeApp", self.app).departure.drafts

    # showing

    def show(self, subject: Subject, words: str, title: str) -> None:
        """Show the summary of something as it is stored, or as it was typed and not kept.

        What is being written stays as it is.
        """
        if self.unsaved:
            return
        self._subject, self._stored, self._title = subject, words, title
        draft = self._drafts.of(subject.about)
        if draft is not None:
            words, self._stored = draft[_WORDS], draft[_STORED]
        if self.area.text.strip() != words.strip():
            self._put(words)
        kept = "" if not self.unsaved else " · " + _("as you typed it, not kept yet")
        self.border_title = Text(title + kept)

    def tell(self, above: Sequence[str], below: Sequence[str]) -> None:
        """The lines above, the first of them bold, and below."""
        if (above, below) == self._told:
            return
        self._told = (above, below)
        text = Text()
        for at, line in enumerate(above):
            text.append(line if not at else f"\n{line}", style="not bold" if at else "bold")
        for name, words in (("#said-above", text), ("#said-below", Text("\n".join(below)))):
            said = self.query_one(name, SteadyWords)
            said.show(words)
            said.display = bool(words)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._subject is not None and self.area.text.strip() != self._stored.strip()

    # keeping

    def keep(self) -> bool:
        """Keep what was written, where it differs; False when it could not be, which is shown.

        Words that somebody else wrote there meanwhile stay, above one's own. What was written of
        something that is not there any more becomes a memo on the project.
        """
        subject = self._subject
        if subject is None or not self.unsaved:
            return True
        said: str | None = None
        try:
            said = self._write(subject)
        except NotFound:
            said = attempt(self, lambda: self._write_memo(subject))
        except QualcodeError as error:
            report(self.app, error)
        if said is None:
            return False
        self._drafts.drop(subject.about)
        self.border_title = Text(self._title)
        self.post_message(self.Kept(said))
        return True

    def put_aside(self) -> None:
        """Keep what is not in the project yet as a draft, and nothing else."""
        if self._subject is None:
            return
        if self.unsaved:
            draft = {_WORDS: self.area.text, _STORED: self._stored}
            self._drafts.put(self._subject.about, draft)
        else:
            self._drafts.drop(self._subject.about)

    def _write(self, subject: Subject) -> str:
        words, theirs = self.area.text, subject.read()
        joined = bool(theirs) and theirs.strip() not in (self._stored.strip(), words.strip())
        if joined:
            words = f"{theirs}\n\n{words}".rstrip()
        subject.write(words.strip() or None)
        self._stored = words
        if joined:
            self._put(words)
            return _("Somebody wrote here meanwhile: their words stand above yours")
        return _("Summary kept") if words.strip() else _("Summary cleared")

    def _write_memo(self, subject: Subject) -> str:
        words = self.area.text.strip()
        if words:
            self._project.memos.add("project", "project", f"{subject.name}\n\n{words}")
        self._stored = self.area.text
        return _("It is gone: what you wrote of it is a memo on the project now")

    def _put(self, words: str) -> None:
        self.area.load_text(words)
        self.area.move_cursor(self.area.document.end)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """It is left."""
        self.keep()
