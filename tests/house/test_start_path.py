"""What starting the program loads: little, and nothing heavy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from qualcode.cli.commands import COMMANDS
from qualcode.cli.main import program
from tests.projects import a_project

HEAVY = {
    "textual",
    "pandas",
    "numpy",
    "spacy",
    "simplemma",
    "docx",
    "lxml",
    "xlsxwriter",
    "sqlite_utils",
    "rich",
    "yaml",
    "webvtt",
    "charset_normalizer",
}

PROGRAM = """
import json, sys
from qualcode.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    code = left.code
print(file=sys.stderr)
print(json.dumps([code, sorted({name.partition('.')[0] for name in sys.modules})]), file=sys.stderr)
"""


def _loaded(*args: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=True,
        timeout=60,
    )
    code, modules = json.loads(ran.stderr.splitlines()[-1])
    assert code == 0, ran.stderr
    return set(modules)


@pytest.mark.parametrize("args", [("--help",), ("--version",)])
def test_help_and_version_load_nothing_heavy(args):
    """`--help` and `--version` need click and data, not even the store."""
    modules = _loaded(*args)
    assert not modules & (HEAVY | {"sqlite3"})


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_a_command_loads_nothing_heavy(name):
    """`qualcode COMMAND --help` needs the command's module and nothing that does the work."""
    assert not _loaded(name, "--help") & HEAVY


@pytest.mark.parametrize(
    "args", ["document list", "case list", "code list", "codebook list", "unit list", "log"]
)
def test_lists_load_nothing_heavy(tmp_path, monkeypatch, args):
    """Listing reads the project with the standard library alone."""
    a_project(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    assert not _loaded(*args.split(), "--json") & HEAVY


def _with_inner(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _with_inner(inner)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_where_the_data_says(name):
    """Each entry leads to a command of its name; every command has help, no option two meanings."""
    command = program.get_command(click.Context(program), name)
    assert command is not None and command.name == name
    for one in _with_inner(command):
        names = [parameter.name for parameter in one.params]
        assert one.help and len(set(names)) == len(names), one.name
