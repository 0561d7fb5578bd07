"""No test asks a clock: how long something takes says how busy the machine is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
CLOCKS = {"time", "perf_counter", "monotonic", "process_time", "thread_time", "getrusage"}
CLOCKS |= {f"{name}_ns" for name in CLOCKS}
HOMES = {"time", "resource"}
AMBIGUOUS = {"time", "time_ns"}
"""Clocks by their modules only: other things have a time too."""


def _clocks(code: str) -> Iterator[str]:
    """The clocks that some code reads, each with its line."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in CLOCKS and (node.value.id in HOMES or node.attr not in AMBIGUOUS):
                yield f"{node.lineno}: {node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module in HOMES:
            yield from (f"{node.lineno}: {one.name}" for one in node.names if one.name in CLOCKS)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (f"{node.lineno}: timeit" for one in node.names if one.name == "timeit")


@pytest.mark.parametrize(
    "path", sorted(TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(TESTS))
)
def test_no_test_asks_a_clock(path: Path) -> None:
    """Work is counted by `tests.steps`, and timed by `benchmarks`."""
    assert list(_clocks(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.perf_counter()",
        "import time as t\nt.monotonic()",
        "from time import process_time",
        "import timeit",
    ],
)
def test_a_clock_is_seen(code: str) -> None:
    """However it is imported."""
    assert list(_clocks(code))
