"""A project, and the program to run on it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qualcode.cli.main import main
from tests.projects import a_project


@dataclass(frozen=True)
class Ran:
    """What a call of the program did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        return json.loads(self.err.splitlines()[-1])["error"]


def words(line: str) -> list[str]:
    """A command line without quotation marks as its words."""
    return line.split()


Run = Callable[..., Ran]


@pytest.fixture
def run(capsysbinary, monkeypatch) -> Run:
    """Runs `qualcode ARGS` in this process, up to its exit code."""

    def call(*args: object, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return Ran(left.value.code, out.decode(), err.decode())

    return call


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """The only project of the folder that the program is run in: one talk, coder `ann`."""
    a_project(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "p.qualcode"


@pytest.fixture
def done(run) -> Callable[..., Any]:
    """Runs a command with --json that has to succeed, and gives what it printed."""

    def call(*args: object, **more: str) -> Any:
        ran = run(*args, "--json", **more)
        assert ran.code == 0, ran.err
        return ran.json

    return call
