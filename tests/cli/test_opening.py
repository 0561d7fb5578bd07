"""From the command line to the screens."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from qualcode.cli import demo, opening


@pytest.fixture
def screens(monkeypatch):
    """Screens that only tell what they were opened with, on a pretended terminal."""
    opened = []
    door = ModuleType("qualcode.tui.start")
    door.run = lambda path, coder: opened.append((path.name, coder)) or 0
    monkeypatch.setitem(sys.modules, "qualcode.tui.start", door)
    for module in (opening, demo):
        monkeypatch.setattr(module, "on_terminal", lambda: True)
    return opened


@pytest.mark.parametrize("args", [(), ("open",), ("p.qualcode",), ("open", "p.qualcode")])
def test_a_project_is_opened_by_name_or_because_it_is_the_only_one(project, run, screens, args):
    """`qualcode`, `qualcode open` and both with FILE open the same project."""
    assert run(*args).code == 0
    assert screens == [("p.qualcode", None)]


def test_the_coder_goes_along(project, run, screens, monkeypatch):
    """`--coder` and $QUALCODE_CODER reach the screens."""
    run("--coder", "bo")
    monkeypatch.setenv("QUALCODE_CODER", "eva")
    run("open")
    assert [coder for _, coder in screens] == ["bo", "eva"]


def test_the_demo_opens_unless_it_is_told_not_to(tmp_path, run, screens):
    """On a terminal `demo` opens the sample that it built; not with --no-open."""
    assert run("demo", tmp_path / "d", "--no-open").code == 0
    assert screens == []
    assert run("demo", tmp_path / "d").code == 0
    assert screens == [("demo.qualcode", None)]


def test_what_the_screens_leave_with_is_the_exit_code(project, run, screens, monkeypatch):
    """The exit code of the screens is the program's."""
    monkeypatch.setattr(sys.modules["qualcode.tui.start"], "run", lambda path, coder: 3)
    assert run().code == 3
