"""YAML as a tree in which every value knows its line.

Values stay as they are written: `no` is a language, `1.10` a version. Aliases are refused, since a
codebook needs none and a few of them can unfold to more than a computer holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qualcode.exchange.codebook_problem import Problems
from qualcode.sentences import sentence

_DEEPEST = 30
_NOTHING = ("", "~", "null", "Null", "NULL")
_HINTS = (
    ("mapping values are not allowed", sentence("put a text with a colon in quotation marks")),
    (
        "while scanning a quoted scalar",
        sentence("a quotation mark is missing at the end of a text"),
    ),
    ("could not find expected ':'", sentence("a colon is missing, or a line is indented wrongly")),
    ("expected <block end>", sentence("a line is indented wrongly")),
)


@dataclass(slots=True)
class Node:
    """A text, nothing, a list or a mapping; `line` (from 1) is that of its key where it has one."""

    value: str | list[Node] | dict[str, Node] | None
    line: int


def compose(text: str, problems: Problems) -> Node | None:
    """The tree of a YAML document, or None with an error among `problems`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(problems)
    try:
        for event in yaml.parse(text, Loader=loader):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or sentence("this is not YAML")
        said = f"{error.context or ''} {what}"
        above = sentence("look at the line above, too")
        hint = next((hint for part, hint in _HINTS if part in said), above)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if _begins_with_tab(text, line):
            what, hint = sentence("a tab begins the line"), sentence("use spaces")
        problems.error(line, sentence("column {column}: {what}", column=column, what=what), hint)
        return None
    except yaml.YAMLError as error:
        at = text.count("\n", 0, getattr(error, "position", 0)) + 1
        problems.error(
            at,
            sentence("a character that YAML does not allow"),
            sentence("remove control characters"),
        )
        return None
    if builder.root is None:
        problems.error(1, sentence("the file is empty"), sentence("begin with `format: 1`"))
    return builder.root


def _begins_with_tab(text: str, line: int) -> bool:
    words = text.split("\n")[line - 1 : line]
    return bool(words) and "\t" in words[0][: len(words[0]) - len(words[0].lstrip())]


class _Builder:
    """Puts the parser's events together; no recursion, so no file is too deep for it."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self._problems = problems
        self._open: list[tuple[Node, _Key | None]] = []

    def take(self, event: Any) -> bool:
        """One event; False when the file cannot be used."""
        name = type(event).__name__
        line = event.start_mark.line + 1
        if name == "AliasEvent":
            return self._refuse(line, sentence("an alias (*name)"), sentence("write the text out"))
        if name in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            if event.tag not in (None, "!") and not _is_plain_tag(event):
                return self._refuse(
                    line, sentence("a tag ({tag})", tag=event.tag), sentence("remove it")
                )
            return self._place(event, name, line)
        if name in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()
        elif name == "DocumentStartEvent" and self.root is not None:
            return self._refuse(
                line, sentence("a second document (---)"), sentence("keep one codebook per file")
            )
        return True

    def _place(self, event: Any, name: str, line: int) -> bool:
        if name == "ScalarEvent":
            nothing = event.style is None and event.value in _NOTHING
            node = Node(None if nothing else event.value, line)
        else:
            node = Node({} if name == "MappingStartEvent" else [], line)
        if not self._open:
            self.root = node
        elif not self._attach(node):
            return False
        if name != "ScalarEvent":
            if len(self._open) >= _DEEPEST:
                return self._refuse(
                    line, sentence("too many levels"), sentence("a codebook has fewer than ten")
                )
            self._open.append((node, None))
        return True

    def _attach(self, node: Node) -> bool:
        parent, key = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
            return True
        assert isinstance(parent.value, dict)
        if key is None:
            if node.value is None:
                node.value = "null"
            if not isinstance(node.value, str):
                return self._refuse(
                    node.line, sentence("a key that is no word"), sentence("write `key: value`")
                )
            self._open[-1] = (parent, _Key(node.value, node.line))
            return True
        if key.name in parent.value:
            first = parent.value[key.name].line
            self._problems.error(
                key.line,
                sentence("'{key}' is there twice", key=key.name),
                sentence("the first is on line {first}", first=first),
            )
        else:
            node.line = key.line
            parent.value[key.name] = node
        self._open[-1] = (parent, None)
        return True

    def _refuse(self, line: int, what: str, hint: str) -> bool:
        said = sentence("{what} cannot be used in a codebook", what=what)
        self._problems.error(line, said, hint)
        return False


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    line: int


def _is_plain_tag(event: Any) -> bool:
    return event.tag in (
        "tag:yaml.org,2002:str",
        "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:map",
        "tag:yaml.org,2002:seq",
    )
