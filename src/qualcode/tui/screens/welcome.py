"""The first steps in a project without transcripts, in plain words."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.words import _, marked

ACTIONS = {"import": "import_files", "sample": "try_sample", "codebook": "choose_codebook"}
"""What the screen is asked to do for each choice."""

_CHOICES = (
    (
        "import",
        marked("Import transcripts"),
        "i",
        marked("txt, md, docx, vtt or srt: one file or a whole folder"),
    ),
    (
        "sample",
        marked("Try the sample"),
        "s",
        marked("fictional interviews, coded, in a project of their own"),
    ),
    ("codebook", marked("Choose a codebook"), "b", marked("now: {codebook}")),
)


class Welcome(Vertical):
    """Three choices; each has its own key as well."""

    def compose(self) -> ComposeResult:
        """Where one is, and what can be done."""
        yield Static(id="welcome-words", markup=False)
        yield LineList(id="choices")

    def show(self, title: str, codebook: str) -> None:
        """Show the name of the project and of its codebook."""
        text = Text(f"{title}\n", style="bold")
        question = _("This project has no transcripts yet. How do you want to begin?")
        text.append(question, "not bold")
        self.query_one("#welcome-words", Static).update(text)
        entries = []
        for name, words, key, more in _CHOICES:
            below = _(more, codebook=codebook)
            entries += [
                Entry(name, _(words), lead=f" {key}  ", strong=True),
                Entry(f"{name}.more", below, lead="    ", heading=True),
                Entry(f"{name}.gap", "", heading=True),
            ]
        self.query_one(LineList).show(entries[:-1])

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()

    @on(LineList.Chosen)
    async def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        await self.run_action(f"screen.{ACTIONS[event.id]}")
