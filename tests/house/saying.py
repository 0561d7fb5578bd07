"""What the rooms below the screens say to people, as it stands in their code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qualcode import errors

SOURCE = Path(errors.__file__).parent
ABOVE = ("cli", "tui")
"""The command line speaks English; the screens have a scan of their own."""

ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type)}
SAYS = {"error", "warn", "_error", "_warn", "_refuse", "Finding", "Trouble", "Remark"}
"""Calls that say something to people, beside errors: every text given to them is read."""
SENTENCES = {"sentence", "numbered", "joined"}
WORDED = {"words", "shown", "warnings", "notes"}
"""What gives words to be read: a property or function of that name."""
_KEYS = {"level", "code", "severity", "part", "kind"}
_NOT_READ = ("qualcode ", "<")
"""Commands, and the language of a file."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where something stands: the functions around it, and what is given to names there."""

    given: Mapping[str, list[ast.expr]] = field(default_factory=dict)

    def within(self, node: ast.AST) -> Scope:
        """The scope inside a function or module."""
        found: dict[str, list[ast.expr]] = {}
        for name, value in _assigned(node):
            found.setdefault(name, []).append(value)
        return Scope({**self.given, **found})


def modules() -> Iterator[tuple[str, ast.Module]]:
    """The modules below the screens, by their names within the program."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE)
        if name.parts[0] not in ABOVE:
            yield name.as_posix(), ast.parse(path.read_text("utf-8"))


def english_only(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Texts for people that no catalogue could know of, with their lines."""
    yield from dict.fromkeys(_walk(tree, Scope().within(tree)))


def filled_in(tree: ast.Module, calls: set[str]) -> Iterator[tuple[int, str]]:
    """English words that are filled into a sentence, so that they would stay English."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in calls:
            for value in (keyword.value for keyword in node.keywords):
                for leaf in leaves(value):
                    words = literal(leaf)
                    if sum(sign.isalpha() for sign in words) > 1:
                        yield node.lineno, words


def called(node: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def leaves(node: ast.expr) -> Iterator[ast.expr]:
    """What an expression may come to: the branches of a choice."""
    if isinstance(node, ast.IfExp):
        yield from (*leaves(node.body), *leaves(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for part in node.values:
            yield from leaves(part)
    elif isinstance(node, ast.BinOp):
        yield from (*leaves(node.left), *leaves(node.right))
    else:
        yield node


def literal(node: ast.expr) -> str:
    """The words that stand in the code itself."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    said = (part.value for part in parts if isinstance(part, ast.Constant))
    return "".join(each for each in said if isinstance(each, str))


def _walk(node: ast.AST, scope: Scope) -> Iterator[tuple[int, str]]:
    for inner in ast.iter_child_nodes(node):
        here = scope
        if isinstance(inner, ast.FunctionDef):
            here = scope.within(inner)
            if inner.name in WORDED:
                yield from _given_out(inner, here)
        if isinstance(inner, ast.Call) and called(inner) in ERRORS | SAYS:
            texts = [*inner.args, *(k.value for k in inner.keywords if k.arg not in _KEYS)]
            yield from _unsaid(texts, here)
        if isinstance(inner, ast.Call) and ast.unparse(inner.func).endswith("warnings.append"):
            yield from _unsaid(inner.args, here)
        yield from _walk(inner, here)


def _given_out(function: ast.FunctionDef, scope: Scope) -> Iterator[tuple[int, str]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            value = node.value
            yield from _unsaid(value.elts if isinstance(value, ast.List) else [value], scope)


def _unsaid(texts: list[ast.expr], scope: Scope) -> Iterator[tuple[int, str]]:
    for text in texts:
        for leaf in leaves(text):
            if isinstance(leaf, ast.Name):
                known = scope.given.get(leaf.id, [])
                yield from _unsaid([each for each in known if each is not text], Scope())
            words = literal(leaf)
            several = " " in words.strip() or isinstance(leaf, ast.JoinedStr)
            if several and any(map(str.isalpha, words)) and not words.startswith(_NOT_READ):
                yield leaf.lineno, words


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.FunctionDef) and isinstance(node, ast.Module):
            continue
        if isinstance(inner, ast.Assign) and isinstance(inner.targets[0], ast.Name):
            yield inner.targets[0].id, inner.value
