"""A description that people read and this program reads back: paragraphs with a heading each.

`Definition (sv): text` says the field and the language. A line that belongs to the paragraph above
begins with two spaces. What stands before the first heading is somebody's own description.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_HEADING = re.compile(r"([A-Z][a-z]+(?: [a-z]+)?)(?: \[([^\]]+)\])?(?: \(([\w-]+)\))?:(?: |$)")
_INDENT = "  "
_WORD = re.compile(r"(?:[^;\\]|\\.)+", re.DOTALL)


@dataclass(slots=True)
class Paragraphs:
    """What a description says, by field, by what it is about, and by language ("" for none)."""

    own: str = ""
    found: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The text of a field without a language; empty where there is none."""
        return self.found.get((name, "", ""), "")

    def labels(self, name: str, otherwise: str, about: str = "") -> dict[str, str]:
        """The texts of a field per language; a text without one is in the language `otherwise`."""
        return {
            language or otherwise: text
            for (field_, of, language), text in self.found.items()
            if field_ == name and of == about and text
        }

    def about(self, name: str) -> Iterator[tuple[str, str, str]]:
        """What a field is about, the language, and the text, for each such paragraph."""
        for (field_, of, language), text in self.found.items():
            if field_ == name and of:
                yield of, language, text


class Writing:
    """A description being written; what is empty is left out."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, name: str, text: str | None, *, about: str = "", language: str = "") -> None:
        """One paragraph."""
        if text:
            of = f" [{about}]" if about else ""
            tag = f" ({language})" if language else ""
            self._lines.append(f"{name}{of}{tag}: " + text.replace("\n", f"\n{_INDENT}"))

    def each(self, name: str, labels: Mapping[str, str], *, about: str = "") -> None:
        """One paragraph per language."""
        for language, text in labels.items():
            self.add(name, text, about=about, language=language)

    @property
    def text(self) -> str:
        """All paragraphs."""
        return "\n".join(self._lines)


def read(description: str, fields: Container[str]) -> Paragraphs:
    """The paragraphs of a description; other words before a colon than `fields` are plain text."""
    result = Paragraphs()
    at: tuple[str, str, str] | None = None
    own: list[str] = []
    lines: dict[tuple[str, str, str], list[str]] = {}
    for line in description.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        heading = _HEADING.match(line)
        if heading and heading[1] in fields:
            at = (heading[1], heading[2] or "", heading[3] or "")
            lines[at] = [line[heading.end() :]]
        elif at:
            lines[at].append(line.removeprefix(_INDENT))
        else:
            own.append(line)
    result.own = "\n".join(own).strip()
    result.found = {key: "\n".join(parts).strip() for key, parts in lines.items()}
    return result


def joined(words: Iterable[str]) -> str:
    """Several words as one text, separated by semicolons."""
    return "; ".join(word.replace("\\", "\\\\").replace(";", "\\;") for word in words)


def split(text: str) -> tuple[str, ...]:
    """The words again."""
    parts = (re.sub(r"\\(.)", r"\1", part.strip()) for part in _WORD.findall(text))
    return tuple(part for part in parts if part)
