"""A report recipe: one TOML file that says what a report holds, to be made again at any time.

    out = "annex.docx"
    language = "sv"
    profile = "client"
    template = "house-style.docx"
    as_of = "2026-05-31"
    chapters = ["reading", "conditions", "themes", "tables", "annex"]
    tables = ["frequency"]

    [[table]]
    name = "crosstab"
    by = "case.country"
    where = "valence:hinders"

Files are looked for beside the recipe.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qualcode.domain.table import TableOptions
from qualcode.errors import BadFile, Invalid, nearest
from qualcode.sentences import sentence
from qualcode.services.reporting import ReportRequest

_LIST = sentence("a list of words")
_WORD = sentence("words in quotation marks")
_REPORT: Mapping[str, str] = {
    **dict.fromkeys(("out", "language", "profile", "template", "as_of", "title"), _WORD),
    **dict.fromkeys(("coder", "where"), _WORD),
    **dict.fromkeys(("tables", "chapters", "cases"), _LIST),
}
_TABLE_NAMES = {"where": "query"}
_NOT_OF_TABLES = frozenset({"language", "profile", "query"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a recipe asks for: where to write it, of which state, and what.

    The language of the request is empty where the recipe names none.
    """

    out: Path | None
    as_of: str | None
    request: ReportRequest


def read_recipe(path: Path) -> Recipe:
    """The recipe in a file.

    Raises BadFile, with the line, when it cannot be read as TOML, and Invalid for a name or a value
    that a recipe does not have, with the nearest ones.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from None
    except UnicodeDecodeError:
        raise BadFile(
            sentence("{path} is not UTF-8 text.", path=path), sentence("Save the recipe as UTF-8.")
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise BadFile(
            sentence("{path} is no recipe: {error}.", path=path, error=error),
            sentence("A recipe is a TOML file."),
        ) from None
    tables = found.pop("table", [])
    _check(found, _REPORT, sentence("A recipe has no '{name}'."))
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise Invalid(sentence("Each table with options begins with [[table]]."))
    moment = found.get("as_of")
    words = ("language", "profile", "title", "coder")
    lists = ("tables", "chapters", "cases")
    given: dict[str, Any] = {name: found[name] for name in words if name in found}
    given.setdefault("language", "")
    given |= {name: tuple(found[name]) for name in lists if name in found}
    request = ReportRequest(
        **given,
        query=found.get("where", ""),
        template=_beside(path, found.get("template")),
        further=tuple(_table(one) for one in tables),
    )
    return Recipe(
        _beside(path, found.get("out")), str(moment) if moment is not None else None, request
    )


def _table(found: dict[str, Any]) -> tuple[str, TableOptions]:
    known = {field.name: field for field in fields(TableOptions)}
    kinds = {
        name: _LIST if isinstance(field.default, tuple) else _WORD
        for name, field in known.items()
        if name not in _NOT_OF_TABLES
    }
    kinds |= {"name": _WORD, "where": _WORD}
    _check(found, kinds, sentence("A table has no '{name}'."))
    if "name" not in found:
        raise Invalid(
            sentence("A table of the recipe has no name."),
            sentence('Write name = "conditions" under it.'),
        )
    values: dict[str, Any] = {
        _TABLE_NAMES.get(name, name): tuple(value) if isinstance(value, list) else value
        for name, value in found.items()
        if name != "name"
    }
    return found["name"], TableOptions(**values)


def _check(found: Mapping[str, Any], kinds: Mapping[str, str], lacking: str) -> None:
    for name, value in found.items():
        if name not in kinds:
            hint = nearest(name, kinds) or sentence("Known: {names}.", names=", ".join(kinds))
            raise Invalid(sentence(lacking, name=name), hint)
        if not _FITS[kinds[name]](name, value):
            raise Invalid(sentence("'{name}' must be {value}.", name=name, value=kinds[name]))


def _is_list(_name: str, value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_word(name: str, value: object) -> bool:
    # TOML has dates and numbers of its own, and both can say which state is meant
    return isinstance(value, str) or (name == "as_of" and isinstance(value, date | datetime | int))


_FITS: Mapping[str, Callable[[str, object], bool]] = {_LIST: _is_list, _WORD: _is_word}


def _beside(recipe: Path, name: str | None) -> Path | None:
    return recipe.parent / name if name else None
