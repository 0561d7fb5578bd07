"""What the page about the codebook tells people to type is there to be typed."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from qualcode.cli.codebook import codebook

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text("utf-8")
TYPED = sorted(
    {
        " ".join(line.removeprefix("qualcode ").split())
        for block in re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)
        for line in block.splitlines()
        if line.startswith("qualcode codebook")
    }
    | {
        " ".join(words.removeprefix("qualcode ").split())
        for words in re.findall(r"`((?:qualcode )?codebook [^`]+)`", PAGE)
    }
)


def test_the_page_is_about_commands() -> None:
    """The commands are found on the page, nearly all that there are."""
    named = {line.split()[1] for line in TYPED}
    assert set(codebook.commands) - {"log"} <= named | {"apply", "list"}
    assert len(TYPED) > 25


@pytest.mark.parametrize("line", TYPED)
def test_each_command_and_option_exists(line: str) -> None:
    """The name is a command of the group, and every option is one of its options."""
    _, name, *rest = line.split()
    command: click.Command = codebook.commands[name]
    if isinstance(command, click.Group):
        command = command.commands[rest[0]]
    options = {option for param in command.params for option in param.opts}
    for word in rest:
        if word.startswith("--"):
            assert word.partition("=")[0] in options, (name, word)
