"""A process that is killed at any moment loses at most the act it was in."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qualcode.domain.span import Span
from qualcode.services.workspace import open_project
from tests.projects import a_project

CODING = """
import sys
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.services.workspace import open_project
project = open_project(sys.argv[1], coder="ann")
n = int(sys.argv[2])
while True:
    span = Span(n % 200, n % 200 + 1 + n // 200)
    coding = project.codings.add(
        "talk-1", span, "agenda", CodingDetails(memo=str(n)), [DegreeDetails(1 + n % 5, "A", "B")]
    )
    if n % 7 == 0:
        project.codings.set(coding.id, {"valence": "helps"})
    if n % 11 == 0:
        project.history.undo()
        project.history.redo()
    print(n, flush=True)
    n += 1
"""


def _rounds(path: Path, rounds: int, seed: int) -> int:
    """Code in a process that is killed again and again; returns how many codings it confirmed."""
    chance = random.Random(seed)
    confirmed = 0
    for _ in range(rounds):
        process = subprocess.Popen(
            [sys.executable, "-c", CODING, str(path), str(confirmed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first.strip() == str(confirmed)
        confirmed += 1
        time.sleep(chance.random() * 0.02)
        os.kill(process.pid, signal.SIGKILL)
        confirmed += len(process.stdout.read().split("\n")) - 1
        process.wait()
        with open_project(path, coder="ann") as project:
            memos = {int(coding.memo or -1) for coding in project.codings.list()}
            assert memos >= set(range(confirmed)), "a confirmed coding is lost"
            assert len(memos) <= confirmed + 1, "more than the act under way has come in"
            assert all(len(coding.degrees) == 1 for coding in project.codings.list())
            assert [f for f in project.check.run() if f.level == "error"] == []
            confirmed = len(memos)
    return confirmed


def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    """After ten kills every confirmed coding is there, whole, and the file is sound."""
    with a_project(tmp_path) as project:
        path = project.path
    assert _rounds(path, 10, seed=1) >= 10


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    """After a hundred kills every confirmed coding is there, whole, and the file is sound."""
    with a_project(tmp_path) as project:
        path = project.path
    assert _rounds(path, 100, seed=2) >= 100


WATCHED = """
import sys
from qualcode.domain.span import Span
from qualcode.services.workspace import open_project
project = open_project(sys.argv[1], coder="ann")
project.codings.add("talk-1", Span(0, 5), "agenda")
with open_project(sys.argv[1], coder="ann", read_only=True) as again:
    again.check.run()
print("coded", flush=True)
sys.stdin.readline()
for n in range(3):
    project.codings.add("talk-1", Span(n, n + 10), "agenda")
print("coded", flush=True)
sys.stdin.readline()
"""


def test_another_program_leaves_the_log_to_the_one_that_still_writes(tmp_path: Path) -> None:
    """A program looks at its own project a second time, another opens and closes it, the first
    goes on coding and is killed: nothing is lost and the file is sound."""
    with a_project(tmp_path) as project:
        path = project.path
    process = subprocess.Popen(
        [sys.executable, "-c", WATCHED, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "coded\n"
    with open_project(path, coder="bea") as project:
        project.codings.add("talk-1", Span(7, 12), "agenda")
    assert Path(f"{path}-wal").exists(), "the log was taken away under the first program"
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "coded\n"
    process.kill()
    process.wait()
    with open_project(path, coder="ann") as project:
        assert len(project.codings.list()) == 5
        assert [found.code for found in project.check.run() if found.level == "error"] == []
