"""The line in which passages are asked for: a query as in `domain.query`, with ways to go on.

Plain words in it are looked for as the reader types, without accents, in the passage, its label and
its memo; everything else is asked of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.codebook import in_language
from qualcode.domain.coding import Coding
from qualcode.domain.query import FIELDS, NONE, All, Query, Words, parse
from qualcode.domain.query_text import quoted, text_of
from qualcode.domain.query_tokens import AND, NOT, OR, RELATIONS
from qualcode.errors import QualcodeError
from qualcode.tui.matching import Findable, folded, ranked
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

JOINTS = (AND, OR, NOT, *RELATIONS)
"""The words between terms."""

_TERM = r"""[^\W\d][\w.-]*[:=](?:"[^"]*"?|'[^']*'?|[^\s()"'])*"""
_TOKEN = re.compile(rf"""{_TERM}|"[^"]*"?|[^\s()"]+""")


@dataclass(frozen=True, slots=True)
class Known:
    """A value that a field can have, with the words that stand for it."""

    value: str
    words: str = ""


Vocabulary = Mapping[str, Sequence[Known]]
"""The values of each field that the project has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: a query for the project (None for everything), and words to stand in it."""

    query: str | None
    words: tuple[str, ...] = ()

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
    """Everything that the project knows to narrow by, named in the reader's language."""
    book = project.codebooks.current()
    told: dict[str, dict[str, str]] = {
        "code": {code.id: code.name(language) for code in book.codes},
        "document": {info.name: info.case or "" for info in project.documents.list()},
        "coder": {coder.name: coder.full_name or "" for coder in project.coders.list()},
    }
    for name in ("valence", "standing"):
        scale = book.scales.get(name)
        values = scale.values if scale else ()
        told[name] = {one.id: in_language(one.label, language, one.id) for one in values}
        told[name][NONE] = _("not set")
    return {
        name: [
            Known(value, told.get(name, {}).get(value, ""))
            for value in (*values, *((NONE,) if name in ("valence", "standing", "label") else ()))
        ]
        for name, values in project.queries.names().items()
    }


def read(line: str, project: Project, *, typing: bool = False) -> Asked:
    """What a line asks; while it is being typed, a last word that cannot be read is left out.

    Raises NotFound for a name that the project does not have, Invalid where it cannot be read.
    """
    try:
        return _read(line, project)
    except QualcodeError:
        last = _last(line)
        if not typing or last is None:
            raise
        return _read(line[: last.start()], project)


def _read(line: str, project: Project) -> Asked:
    asked = parse(line)
    parts = asked.parts if isinstance(asked, All) else (asked,)
    words = tuple(folded(part.words) for part in parts if isinstance(part, Words))
    rest = tuple(part for part in parts if not isinstance(part, Words))
    if not rest:
        return Asked(None, words)
    query: Query = rest[0] if len(rest) == 1 else All(rest)
    return Asked(text_of(project.queries.understand(text_of(query))), words)


def with_field(line: str, name: str, value: str) -> str:
    """The line with this field set to that value and nothing else of the field."""
    kept = [token[0] for token in _TOKEN.finditer(line) if not token[0].startswith(f"{name}:")]
    if "(" in line:
        # what stands in brackets is left as it is
        kept = [line.strip()]
    return " ".join((*kept, f"{name}:{quoted(value)}")) + " "


def completions(line: str, known: Vocabulary, most: int = 8) -> list[Completion]:
    """Ways to finish the last word of a line, best first; none where no word is begun."""
    last = _last(line)
    if last is None:
        return []
    before = line[: last.start()]
    name, colon, value = last[0].partition(":")
    if colon and name in known:
        # after a comma another value of the same field is begun
        done, comma, begun = value.rpartition(",")
        found = _values((name,), _bare(begun), known, f"{before}{name}:{done}{comma}")
        return list(found)[:most]
    typed = _bare(last[0]).casefold()
    fields = [one for one in (*FIELDS, *sorted(set(known) - set(FIELDS))) if one.startswith(typed)]
    ways = [Completion(f"{before}{one}:", f"{one}:", "") for one in fields]
    ways += [Completion(f"{before}{one} ", one, "") for one in JOINTS if one.startswith(typed)]
    for one in known:
        ways += _values((one,), typed, known, f"{before}{one}:") if len(typed) > 1 else ()
    return ways[:most]


def _values(
    fields: Sequence[str], typed: str, known: Vocabulary, before: str
) -> Iterator[Completion]:
    things = {
        f"{name}:{each.value}": (name, each) for name in fields for each in known.get(name, ())
    }
    findables = [
        Findable(key, tuple(folded(word) for word in (each.value, each.words) if word))
        for key, (_name, each) in things.items()
    ]
    for key in ranked(typed, findables, {}):
        name, each = things[key]
        line = f"{before}{quoted(each.value)} "
        yield Completion(line, f"{each.value}  {each.words}".strip(), name)


def _last(line: str) -> re.Match[str] | None:
    """The word that the line ends in; None after a space."""
    return next((token for token in _TOKEN.finditer(line) if token.end() == len(line)), None)


def _bare(value: str) -> str:
    """A value without its quotation marks."""
    if value[:1] in ('"', "'"):
        return value[1:].removesuffix(value[0])
    return value
