"""What the page about the report tells people to type is there to be typed, and works."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import click
import pytest

from qualcode.analysis.tables import NAMES
from qualcode.cli.commands import COMMANDS
from qualcode.cli.main import main
from qualcode.reports.build import CHAPTERS
from qualcode.reports.docx_styles import STYLES
from qualcode.reports.saving import TABLE_FORMATS
from qualcode.services import demo
from qualcode.services.workspace import open_project

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "report.md").read_text("utf-8")
TYPED = [
    line
    for _, block in re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
    if line.startswith("qualcode ")
]
TOLD = re.findall(r"`(qualcode [^`]+)`", PAGE)
NEEDS_OTHER = ("qualcode trace E-", "--as-of 2026-05-31")
"""Lines with a key or a day that only a project of one's own has."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with the recipe of the page and a template beside it."""
    from docx import Document

    path = tmp_path_factory.mktemp("annex")
    demo.build(path)
    recipe = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]
    (path / "annex.toml").write_text(recipe, "utf-8")
    Document().save(str(path / "house-style.docx"))
    return path


def run(line: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(shlex.split(line)[1:])
    return int(left.value.code or 0)


def test_the_commands_of_the_page_do_what_it_says(folder: Path, monkeypatch, capfd) -> None:
    """One after another in the sample, as they stand; a placeholder is filled in."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("QUALCODE_PROJECT", str(next(folder.glob("**/*.qualcode"))))
    with open_project(Path(next(folder.glob("**/*.qualcode"))), coder="anna") as project:
        agreed = {one.name for one in project.participants.list() if one.consent == "yes"}
        codings = [one for one in project.codings.list() if one.code.startswith("ci-backbone")]
        assert agreed
    for line in TYPED:
        if any(part in line for part in NEEDS_OTHER):
            continue
        found = line.replace("CODING", codings[0].id).replace("--as-of 120", "--as-of 20")
        assert run(found) == 0, (line, capfd.readouterr().err)
    for name in ("annex.docx", "annex.xlsx", "annex.html", "framework.docx"):
        assert (folder / name).stat().st_size > 5000


@pytest.mark.parametrize("line", sorted({*TYPED, *TOLD}))
def test_each_command_and_option_exists(line: str) -> None:
    """The names are commands, and every option is one of theirs."""
    _, name, *rest = shlex.split(line)
    assert name in COMMANDS
    module, _, function = COMMANDS[name].target.partition(":")
    command: click.Command = getattr(import_module(f"qualcode.cli.{module}"), function)
    if isinstance(command, click.Group):
        command = command.commands[rest[0]]
    options = {option for param in command.params for option in param.opts}
    for word in rest:
        if word.startswith("--"):
            assert word.partition("=")[0] in options, (name, word)


def test_the_page_names_all_tables_chapters_formats_and_styles() -> None:
    """And none that there is not."""
    listed = re.findall(r"^\| (`.*?) \|", PAGE.split("How it is counted")[0], re.MULTILINE)
    assert {name for line in listed for name in re.findall(r"`([\w-]+)`", line)} == set(NAMES)
    chapters = PAGE.split("Chapters:")[1].split("The same recipe")[0]
    assert re.findall(r"`(\w+)`", chapters) == list(CHAPTERS)
    formats = PAGE.split("Formats:")[1].split(". On the")[0]
    assert re.findall(r"`(\w+)`", formats) == [*TABLE_FORMATS, "docx"]
    for style in STYLES:
        assert re.sub(r" [23]$", "", style) in " ".join(PAGE.split())


def test_links_of_the_page_lead_somewhere() -> None:
    """To pages and pictures beside it."""
    docs = Path(__file__).resolve().parents[2] / "docs"
    for target in re.findall(r"\]\(([\w./-]+)\)", PAGE):
        assert (docs / target).exists(), target
