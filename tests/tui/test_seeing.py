"""What the reader sees of how far the coding has come, and of codes in another language."""

from __future__ import annotations

from pathlib import Path

from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project
from qualcode.tui.widgets.definition import entry_of
from tests.projects import a_codebook
from tests.tui.rooms import coding, press, settled, shown, text_view

GAPPED = """INT: Hur går det?
IP1: /…/
IP1: Vi ses varje måndag.
IP1: (ohörbart 12:30)
INT: Och sen?
IP1: Sen äter vi.
"""


async def test_the_line_on_top_says_what_is_read_and_coded(project: Project) -> None:
    """Read counts what is coded or marked; coded only what is coded."""
    turns = project.documents.transcript("talk-1").turns
    project.codings.add("talk-1", turns[1].span, "agenda-goals")
    async with coding(project) as (pilot, _):
        assert "read 33 % · coded 33 %" in shown(pilot)
        await press(pilot, "j 4 enter r")
        await settled(pilot)
        assert "read 66 % · coded 33 %" in shown(pilot)


async def test_turns_without_words_are_not_left_to_read(project: Project, tmp_path: Path) -> None:
    """They carry no sign of being unread, `n` goes past them, and the count leaves them out."""
    file = tmp_path / "a-gapped.txt"
    file.write_text(GAPPED, encoding="utf-8")
    project.imports.files([file], ImportOptions(language="sv"))
    async with coding(project) as (pilot, screen):
        screen.show_document("a-gapped")
        await settled(pilot)
        (line,) = [each for each in shown(pilot).splitlines() if "ohörbart" in each]
        assert "·" not in line
        await press(pilot, "n")
        assert text_view(screen).turn().n == 3
        await press(pilot, "r n")
        assert text_view(screen).turn().n == 6
        await press(pilot, "r")
        await settled(pilot)
        assert "read 100 %" in shown(pilot)


def test_an_entry_has_its_headings_in_the_readers_language() -> None:
    """The label and what stands over its parts; other languages fall back to English."""
    from dataclasses import replace

    book = a_codebook()
    code = replace(book.by_id["agenda-goals"], include={"sv": "mål nämns", "en": "goals"})
    swedish = entry_of(code, book, "sv", full=True).plain
    assert swedish.startswith("Mål") and "Använd när  mål nämns" in swedish
    assert "Use when  goals" in entry_of(code, book, "en", full=True).plain
    assert "Brug når" in entry_of(code, book, "da", full=True).plain
