"""Rooms stay small enough to be read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "qualcode"
FILES = sorted(SOURCE.rglob("*.py"))
FILE_LINES, FUNCTION_LINES, PARAMETERS = 300, 40, 5


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_are_short(path: Path) -> None:
    """No file is over 300 lines, no function over 40, none takes more than five parameters."""
    assert len(path.read_text("utf-8").splitlines()) <= FILE_LINES
    for function in _functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= FUNCTION_LINES, f"{function.name} has {length} lines"
        if _is_command(function):
            continue
        names = [
            argument.arg
            for argument in (*function.args.posonlyargs, *function.args.args)
            if argument.arg not in ("self", "cls")
        ]
        assert len(names) <= PARAMETERS, f"{function.name} takes {len(names)} parameters"


def _is_command(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A click command has a parameter for each of its options."""
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


def test_the_app_is_small() -> None:
    """The class that every screen hangs on stays under 200 lines."""
    path = SOURCE / "tui" / "app.py"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 200, node.name


def test_rooms_without_a_noun_do_not_exist() -> None:
    """There is no room for what has no name."""
    assert [path for path in FILES if path.stem in ("utils", "helpers", "misc", "common")] == []
