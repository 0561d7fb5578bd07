"""The query line of Quotes: `code:agenda case:"New way" valence:helps trust`.

Words with a colon narrow by what is said of a passage; the others have to stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcode.domain.coding import Coding, CodingFilter
from qualcode.errors import NotFound, nearest
from qualcode.tui.matching import Findable, folded, ranked

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

FIELDS = ("code", "case", "document", "role", "language", "valence", "standing", "coder", "label")
"""What a passage can be narrowed by."""

NONE = "none"
_OR_NONE = ("valence", "standing", "label")
_TOKEN = re.compile(
    r"""(?P<field>[a-z]+):(?P<value>"[^"]*"?|'[^']*'?|[^\s"']*)|(?P<words>"[^"]*"?|\S+)"""
)


@dataclass(frozen=True, slots=True)
class Known:
    """A value that a field can have, with the words that stand for it."""

    value: str
    words: str = ""


Vocabulary = Mapping[str, Sequence[Known]]
"""The values of each field that the project has."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: values by field, and words that have to stand in the passage."""

    fields: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    def filter(self) -> CodingFilter:
        """What the project is asked for."""
        value = self.fields.get
        return CodingFilter(
            document=value("document"),
            case=value("case"),
            code=value("code"),
            coder=value("coder"),
            valence=value("valence"),
            standing=value("standing"),
            role=value("role"),
            language=value("language"),
            label=value("label"),
        )

    def fits(self, coding: Coding) -> bool:
        """Whether the words stand in the passage, its label or its memo, whatever their case."""
        if not self.words:
            return True
        said = folded(" ".join((coding.quote, coding.label or "", coding.memo or "")))
        return all(word in said for word in self.words)


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on: the whole line with it, and the words that tell what it is."""

    line: str
    words: str
    field: str


def vocabulary(project: Project, language: str) -> Vocabulary:
    """Everything that the project knows to narrow by."""
    book = project.codebooks.current()
    documents = project.documents.list()
    roles = {each.role for each in project.participants.list() if each.role}
    spoken = {info.language for info in documents if info.language}
    found = {
        "code": [Known(code.id, code.name(language)) for code in book.walk()],
        "case": [Known(case.name) for case in project.cases.list()],
        "document": [Known(info.name, info.case or "") for info in documents],
        "role": [Known(role) for role in sorted(roles)],
        "language": [Known(each) for each in sorted(spoken)],
        "coder": [Known(coder.name, coder.full_name or "") for coder in project.coders.list()],
        "label": [],
    }
    for name in ("valence", "standing"):
        scale = book.scales.get(name)
        found[name] = [Known(value.id) for value in scale.values] if scale else []
    for name in _OR_NONE:
        found[name].append(Known(NONE, "not set"))
    return found


def parse(line: str, known: Vocabulary, *, typing: bool = False) -> Query:
    """The query in a line; while it is being typed, a last word that is no value yet is left out.

    Raises NotFound for an unknown field or value, with the nearest ones.
    """
    fields: dict[str, str] = {}
    words: list[str] = []
    for token in _TOKEN.finditer(line):
        name, value = token["field"], _bare(token["value"] or "")
        unfinished = typing and token.end() == len(line)
        if name is None:
            words.append(folded(_bare(token["words"])))
        elif name not in FIELDS:
            if not unfinished:
                raise NotFound(f"Nothing is called '{name}:'.", f"Known: {', '.join(FIELDS)}.")
        elif name == "label" and value:
            fields[name] = value
        else:
            found = _value(name, value, known)
            if found is not None:
                fields[name] = found
            elif not unfinished:
                raise NotFound(
                    f"There is no {name} '{value}'.",
                    nearest(value, (each.value for each in known[name])),
                )
    return Query(fields, tuple(word for word in words if word))


def with_field(line: str, name: str, value: str) -> str:
    """The line with this field set to that value and nothing else of the field."""
    kept = [token[0] for token in _TOKEN.finditer(line) if token["field"] != name]
    return " ".join((*kept, f"{name}:{_quoted(value)}")) + " "


def completions(line: str, known: Vocabulary, most: int = 8) -> list[Completion]:
    """Ways to finish the last word of a line, best first; none where no word is begun."""
    last = next((token for token in _TOKEN.finditer(line) if token.end() == len(line)), None)
    if last is None:
        return []
    before = line[: last.start()]
    fields: Sequence[str] = FIELDS
    if last["field"] in FIELDS:
        fields, typed = (last["field"],), _bare(last["value"])
        found: list[Completion] = []
    else:
        typed = _bare(last[0])
        begun = [name for name in FIELDS if typed and name.startswith(typed.casefold())]
        found = [Completion(f"{before}{name}:", f"{name}:", "") for name in begun]
    found += _values(fields, typed, known, before)
    return found[:most]


def _values(
    fields: Sequence[str], typed: str, known: Vocabulary, before: str
) -> Iterator[Completion]:
    things = {
        f"{name}:{each.value}": (name, each) for name in fields for each in known.get(name, ())
    }
    findables = [
        Findable(key, tuple(folded(word) for word in (each.value, each.words) if word))
        for key, (_, each) in things.items()
    ]
    for key in ranked(typed, findables, {}):
        name, each = things[key]
        line = f"{before}{name}:{_quoted(each.value)} "
        yield Completion(line, f"{each.value}  {each.words}".strip(), name)


def _value(name: str, typed: str, known: Vocabulary) -> str | None:
    """The value that was typed, whatever its case."""
    values = [each.value for each in known.get(name, ())]
    if typed in values:
        return typed
    return next((value for value in values if value.casefold() == typed.casefold()), None)


def _bare(value: str) -> str:
    """A value without its quotation marks."""
    if value[:1] in ('"', "'"):
        return value[1:].removesuffix(value[0])
    return value


def _quoted(value: str) -> str:
    """A value as it is written in a line."""
    if '"' in value:
        return f"'{value}'"
    return f'"{value}"' if not value or re.search(r"[\s']", value) else value
