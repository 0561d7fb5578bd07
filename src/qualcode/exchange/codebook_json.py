"""A codebook as JSON: what a project keeps and `codebook show` prints; exact in both directions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from qualcode.domain.codebook import (
    Code,
    Codebook,
    CodeSet,
    Extension,
    Scale,
    ScaleValue,
    StartingTheme,
    Taken,
)
from qualcode.errors import BadFile
from qualcode.exchange.codebook_checks import check_codebook
from qualcode.exchange.codebook_problem import CodebookProblem, Problems
from qualcode.sentences import sentence

_CODE_FIELDS = tuple(field.name for field in fields(Code))


def to_plain(book: Codebook) -> dict[str, Any]:
    """The codebook as dicts, lists, texts and numbers; every field is there, also empty ones."""
    listed: dict[str, Any] = _listed(_plain(book))
    return listed


def _plain(book: Codebook) -> dict[str, Any]:
    """The same with tuples as they are."""
    return {
        "id": book.id,
        "version": book.version,
        "title": dict(book.title),
        "description": dict(book.description),
        "note": book.note,
        "languages": list(book.languages),
        "codes": [_plain_code(code) for code in book.codes],
        "scales": {name: asdict(scale) for name, scale in book.scales.items()},
        "sets": {name: asdict(one) for name, one in book.sets.items()},
        "extensions": {name: asdict(one) for name, one in book.extensions.items()},
        "themes": [asdict(theme) for theme in book.themes],
        "trap_words": dict(book.trap_words),
        "sources": dict(book.sources),
    }


def from_plain(plain: Mapping[str, Any]) -> Codebook:
    """The codebook again; raises BadFile when a part is missing or of another kind."""
    try:
        return Codebook(
            id=plain["id"],
            version=plain["version"],
            title=dict(plain["title"]),
            codes=tuple(_code(code) for code in plain["codes"]),
            scales={name: _scale(scale) for name, scale in plain["scales"].items()},
            languages=tuple(plain["languages"]),
            description=dict(plain["description"]),
            note=plain["note"],
            sources=dict(plain["sources"]),
            sets={
                name: CodeSet(one["id"], dict(one["label"]), tuple(one["codes"]))
                for name, one in plain["sets"].items()
            },
            themes=tuple(
                StartingTheme(one["id"], dict(one["label"]), tuple(one["codes"]), one["scale"])
                for one in plain["themes"]
            ),
            trap_words={language: tuple(words) for language, words in plain["trap_words"].items()},
            # codebooks kept before there were extensions do not name any
            extensions={
                name: Extension(one["id"], dict(one["label"]), tuple(one["codes"]), one["on"])
                for name, one in plain.get("extensions", {}).items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadFile(
            sentence("This is no codebook as qualcode writes it."),
            sentence("Export it with `qualcode codebook export FILE.json`."),
        ) from None


def check_file(
    path: Path, languages: tuple[str, ...] = ()
) -> tuple[Codebook | None, list[CodebookProblem]]:
    """The codebook in a file, or None when it has errors; and all remarks, checked as in YAML.

    Raises BadFile when the file cannot be read or holds no codebook.
    """
    try:
        book = loads(path.read_text("utf-8"))
    except UnicodeDecodeError:
        raise BadFile(sentence("{path} is not UTF-8.", path=path.name)) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from None
    problems = Problems(languages)
    check_codebook(book, {}, problems)
    return (None if problems.errors else book), problems.in_order


def kept(book: Codebook) -> str:
    """The codebook as a project keeps it: one line of JSON, which is written in a moment."""
    return json.dumps(
        _plain(book), ensure_ascii=False, separators=(",", ":"), default=dict, check_circular=False
    )


def dumps(book: Codebook) -> str:
    """The codebook as one JSON text, the same bytes for the same codebook."""
    return json.dumps(to_plain(book), ensure_ascii=False, indent=1)


def loads(text: str) -> Codebook:
    """The codebook in a JSON text; raises BadFile when it holds none."""
    try:
        plain = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise BadFile(
            sentence("This is not JSON."), sentence("Export the codebook again.")
        ) from None
    return from_plain(plain)


def _listed(value: Any) -> Any:
    """Tuples as lists, for JSON knows no tuples."""
    if isinstance(value, Mapping):
        return {key: _listed(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(part) for part in value]
    return value


def _plain_code(code: Code) -> dict[str, Any]:
    """A code field by field: `asdict` copies every text and is slow on thousands of codes."""
    plain = {name: getattr(code, name) for name in _CODE_FIELDS}
    plain["taken"] = {field: asdict(source) for field, source in code.taken.items()}
    return plain


def _code(plain: Mapping[str, Any]) -> Code:
    parts = dict(plain)
    parts["cues"] = {language: tuple(cues) for language, cues in plain["cues"].items()}
    parts["sources"] = tuple(plain["sources"])
    # codebooks kept before codes had these do not name them
    parts["became"] = tuple(plain.get("became", ()))
    parts["taken"] = {field: Taken(**source) for field, source in plain.get("taken", {}).items()}
    return Code(**parts)


def _scale(plain: Mapping[str, Any]) -> Scale:
    parts = dict(plain)
    parts["values"] = tuple(ScaleValue(**value) for value in plain["values"])
    parts["sources"] = tuple(plain["sources"])
    return Scale(**parts)
