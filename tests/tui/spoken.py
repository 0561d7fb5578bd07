"""What the screens say, as it stands in their code: sentences for translation, and the others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qualcode.tui import words

FOLDER = Path(words.__file__).parent
SAYING = ("_", "counted", "marked")
BLANK = re.compile(r"\{(\w*)\}")

_REGISTRY = (
    *("actions.py", "codebook_actions.py", "finding_actions.py"),
    *("overlay_actions.py", "passage_actions.py"),
)
SILENT_FILES = {*_REGISTRY, "chart_actions.py", "way_actions.py", "words.py"}
"""The registry of actions is translated as a whole; `words.py` names the languages."""
OWN_WORDS = {"widgets/definition.py"}
"""Headings of an entry: in the language of the entry, whatever the screens speak."""
_STYLE = re.compile(r"((not|bold|italic|dim|underline|reverse) ?)+")
_SELECTOR = re.compile(r"[A-Z]\w+( [A-Z]\w+)+|\w+ \{.*\}")
_PATTERN = re.compile(r"%Y-.*|(\w )+\w|\w+\[.*\]", re.DOTALL)
_NOT_SHOWN = {"in vivo", "language = "}
_SHOWN = {
    *("Static", "Label", "Entry", "RowEntry", "Choice", "ListColumn", "Completion", "Done"),
    *("Offer", "notify", "say", "update", "append", "report", "ask", "Ask", "Confirm", "Card"),
    *("ChoiceBar", "Choices", "Remark", "PaneHelp", "Several", "Input", "TextArea", "Button"),
    *("LineList", "ColumnList", "FilteredList", "MemoEditor", "Known", "Listed", "show"),
    *("NotFound", "Ambiguous", "Invalid", "BadFile", "Conflict", "ProjectError"),
}
_SHOWN_ARGUMENTS = {
    *("title", "placeholder", "prompt", "empty", "hint", "words", "label", "help", "message"),
    *("border_title", "border_subtitle", "yes", "question", "foot"),
}


@dataclass(frozen=True)
class Said:
    """A string in the code of the screens."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words!r}"


def modules() -> Iterator[tuple[str, ast.Module]]:
    """The modules of the screens, by their names within the folder."""
    for path in sorted(FOLDER.rglob("*.py")):
        yield path.relative_to(FOLDER).as_posix(), ast.parse(path.read_text("utf-8"))


def sayings(tree: ast.Module) -> Iterator[tuple[ast.Call, tuple[str, ...]]]:
    """The calls that say something, with their sentences; those of a variable have none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in SAYING:
            most = 2 if _called(node) == "counted" else 1
            said = [a.value for a in node.args[:most] if isinstance(a, ast.Constant)]
            yield node, tuple(str(each) for each in said)


def unwrapped(file: str, tree: ast.Module) -> Iterator[Said]:
    """Strings that people could read and that no catalogue would know of.

    Those of several words wherever they stand, and capitalised ones where something shows them.
    """
    if file in SILENT_FILES | OWN_WORDS:
        return
    quiet = {id(part) for node in ast.walk(tree) for part in _quiet(node)}
    shown = {id(part) for node in ast.walk(tree) for part in _shown(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            plain = node.value.strip()
            several = " " in plain and any(sign.isalpha() for sign in plain)
            one = id(node) in shown and plain.istitle()
            if (several or one) and id(node) not in quiet and not _is_no_sentence(plain):
                yield Said(file, node.lineno, node.value)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def _quiet(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, what is wrapped, keys of mappings, bindings, types, and the page of keys."""
    body = getattr(node, "body", None)
    if isinstance(body, list):
        yield from (b.value for b in body if isinstance(b, ast.Expr))
    if isinstance(node, ast.Dict):
        yield from (key for key in node.keys if key is not None)
    if isinstance(node, ast.Call) and _called(node) in (*SAYING, "Binding", "cast"):
        for each in node.args:
            yield from ast.walk(each)
    if isinstance(node, ast.FunctionDef) and node.name == "keys_page":
        yield from ast.walk(node)
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_PAGE":
        yield node.value


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and _called(node) not in SAYING:
        yield from node.args if _called(node) in _SHOWN else ()
        yield from (each.value for each in node.keywords if each.arg in _SHOWN_ARGUMENTS)
    elif isinstance(node, ast.Assign):
        names = {getattr(target, "attr", getattr(target, "id", "")) for target in node.targets}
        yield from (node.value,) if names & _SHOWN_ARGUMENTS else ()


def _is_no_sentence(plain: str) -> bool:
    forms = (_STYLE, _SELECTOR, _PATTERN)
    return plain in _NOT_SHOWN or any(form.fullmatch(plain) for form in forms)
