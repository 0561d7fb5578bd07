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
