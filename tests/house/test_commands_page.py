"""The page of commands follows the commands."""

from __future__ import annotations

from pathlib import Path

from qualcode.cli.commands import COMMANDS
from qualcode.cli.reference import page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"


def test_the_page_of_commands_is_in_step():
    """docs/commands.md is what `python -m qualcode.cli.reference` prints."""
    assert PAGE.read_text("utf-8") == page(), "python -m qualcode.cli.reference > docs/commands.md"


def test_the_page_names_every_command():
    """No command is left out."""
    text = page()
    assert all(f"### qualcode {name}\n" in text for name in COMMANDS)
