"""The program as a process: pipes, interruption, encodings, streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

QUALCODE = (sys.executable, "-m", "qualcode")


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **more}


def _run(*args: str, **more) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*QUALCODE, *args], capture_output=True, env=_environment(**more), check=False, timeout=60
    )


def test_exit_codes_reach_the_shell(project):
    """0 done, 1 to be mended, 2 wrong usage, 3 project file."""
    assert _run("case", "list").returncode == 0
    assert _run("document", "show", "gone").returncode == 1
    assert _run("nonsense").returncode == 2
    content = bytearray(project.read_bytes())
    content[100:] = b"\xaa" * (len(content) - 100)
    project.write_bytes(content)
    assert _run("case", "list").returncode == 3


def test_letters_survive_a_poor_locale(project):
    """In the C locale data is still UTF-8."""
    poor = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    for args in (("document", "text", "talk-1"), ("find", "föreningen")):
        assert "föreningen" in _run(*args, **poor).stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize("args", [("document", "text", "talk-1"), ("codebook", "show", "--json")])
def test_a_closed_pipe_is_quiet(project, args):
    """A reader that leaves early gets no traceback."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*QUALCODE, *args],
        stdout=write,
        stderr=subprocess.PIPE,
        env=_environment(),
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


WAITING = """
import signal, sys
from qualcode.cli.main import main
# a child of a shell in the background would ignore the signal
signal.signal(signal.SIGINT, signal.default_int_handler)
print("ready", flush=True)
main(["memo", "add", "-"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interrupted_command_leaves_with_130(project):
    """Ctrl+c while a command waits for input: exit 130, no traceback."""
    started = subprocess.Popen(
        [sys.executable, "-c", WAITING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    assert started.stdout is not None
    started.stdout.readline()
    time.sleep(0.5)
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=30)
    assert started.returncode == 130 and b"Traceback" not in err


def test_version_and_help_need_no_project(tmp_path, monkeypatch):
    """`--version` and `--help`, also of a command, work anywhere."""
    monkeypatch.chdir(tmp_path)
    assert _run("--version").stdout.startswith(b"qualcode ")
    assert b"Usage: qualcode code add" in _run("code", "add", "--help").stdout
