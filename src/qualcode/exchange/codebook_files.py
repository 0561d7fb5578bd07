"""Codebook files of every kind, by their ending."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.domain.codebook import Code, Codebook, CodeSet, Extension
from qualcode.errors import BadFile
from qualcode.exchange.codebook_problem import ERROR, CodebookProblem
from qualcode.sentences import joined, sentence

READABLE = (".yaml", ".yml", ".json", ".qdc", ".csv", ".xlsx")
WRITABLE = (".yaml", ".yml", ".json", ".qdc", ".csv", ".xlsx")

_LARGEST = 50_000_000
"""Bytes; more is no codebook."""

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: the codebook (None when it has errors) and the remarks by line.

    `whole` is False where the kind of file can hold codes only, or another program wrote it: then
    scales, sets and themes are not missing but unsaid.
    """

    book: Codebook | None
    problems: list[CodebookProblem]
    whole: bool = True


def check(path: Path, languages: tuple[str, ...] = ()) -> Found:
    """The codebook in a file and all remarks; raises BadFile when it cannot be read at all.

    `languages` have to be complete beside those that the codebook names.
    """
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from qualcode.exchange import codebook_yaml

        return Found(*codebook_yaml.check_file(path, languages))
    if suffix == ".json":
        from qualcode.exchange import codebook_json

        return Found(*codebook_json.check_file(path, languages))
    if suffix == ".qdc":
        from qualcode.exchange import codebook_qdc

        content = _content(path)
        whole = codebook_qdc.says_all(content)
        return Found(*codebook_qdc.check(content, path.stem, languages), whole=whole)
    if suffix == ".csv":
        from qualcode.exchange import codebook_csv

        found = codebook_csv.check(_content(path), path.stem, languages)
        return Found(*found, whole=False)
    if suffix == ".xlsx":
        from qualcode.exchange import codebook_xlsx

        found = codebook_xlsx.check(_content(path), path.stem, languages)
        return Found(*found, whole=False)
    known = ", ".join(READABLE)
    raise BadFile(
        sentence("A codebook cannot be read from '{value}'.", value=suffix or path.name),
        sentence("Known: {known}.", known=known),
    )


def read(path: Path) -> Found:
    """As `check`, for a file without errors; raises BadFile with the first ones and their lines."""
    found = check(path)
    if found.book is not None:
        return found
    errors = [problem for problem in found.problems if problem.severity == ERROR]
    hint = sentence("Mend the file and try again.")
    if len(errors) > _SHOWN:
        hint = joined([sentence("And {number} more.", number=len(errors) - _SHOWN), hint])
    raise BadFile(joined((one.shown(str(path)) for one in errors[:_SHOWN]), "\n"), hint)


def completed(book: Codebook, base: Codebook) -> Codebook:
    """A codebook of codes only, with what its file could not say from `base`.

    Scales always come from `base`; title, sets and themes where the two have a code in common,
    since the file is then a changed list of the codes of that codebook. Its codes then keep their
    GUIDs and the sources of words that are as they were.
    """
    known = book.by_id
    if not known.keys() & base.by_id.keys():
        return replace(book, scales=base.scales)
    return replace(
        base,
        codes=tuple(_completed_code(code, base.by_id.get(code.id)) for code in book.codes),
        languages=tuple(dict.fromkeys((*base.languages, *book.languages))),
        sets={
            name: CodeSet(one.id, one.label, tuple(code for code in one.codes if code in known))
            for name, one in base.sets.items()
        }
        | dict(book.sets),
        extensions={
            name: Extension(one.id, one.label, tuple(c for c in one.codes if c in known), one.on)
            for name, one in base.extensions.items()
        },
        themes=tuple(
            replace(theme, codes=tuple(code for code in theme.codes if code in known))
            for theme in base.themes
        ),
    )


def _completed_code(code: Code, was: Code | None) -> Code:
    if was is None:
        return code
    taken = {
        field: source
        for field, source in was.taken.items()
        if _text(was, field) and _text(was, field) == _text(code, field)
    }
    return replace(code, guid=code.guid or was.guid, taken=code.taken or taken)


def _text(code: Code, field: str) -> str:
    """The text of a field such as `example.sv`; empty where there is none."""
    name, _, language = field.partition(".")
    texts: Mapping[str, str] = getattr(code, name, {})
    return texts.get(language, "")


def content_of(book: Codebook, path: Path) -> tuple[bytes, list[str]]:
    """The bytes of the file in the format of its ending, and what the format cannot carry, by name.

    A YAML file of the same codebook that is there keeps its comments and order. Raises BadFile.
    """
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        return _yaml(book, path).encode(), []
    if suffix == ".json":
        from qualcode.exchange import codebook_json

        return codebook_json.dumps(book).encode(), []
    if suffix == ".qdc":
        from qualcode.exchange import codebook_qdc

        return codebook_qdc.dump(book), codebook_qdc.notes(book)
    if suffix == ".csv":
        from qualcode.exchange import codebook_csv, codebook_sheet

        return codebook_csv.dump(book).encode(), codebook_sheet.notes(book, suffix)
    if suffix == ".xlsx":
        from qualcode.exchange import codebook_xlsx

        return codebook_xlsx.dump(book), codebook_xlsx.notes(book)
    raise BadFile(
        sentence("A codebook cannot be written as '{suffix}'.", suffix=suffix),
        sentence("Known: {names}.", names=", ".join(WRITABLE)),
    )


def _yaml(book: Codebook, path: Path) -> str:
    from qualcode.exchange import codebook_rewrite, codebook_yaml

    try:
        old = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return codebook_yaml.dump(book)
    return codebook_rewrite.rewrite(old, book)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise BadFile(
                sentence("{path} is too large for a codebook.", path=path),
                sentence("Is it the right file?"),
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise BadFile(
            sentence("{path}: there is no such file.", path=path), sentence("Check the path.")
        ) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror),
            sentence("Check its rights."),
        ) from None
