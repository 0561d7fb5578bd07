"""The codebook file: read with line numbers in every remark, written the same way every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qualcode.domain.codebook import Codebook
from qualcode.errors import BadFile
from qualcode.exchange.codebook_checks import check_codebook
from qualcode.exchange.codebook_json import to_plain
from qualcode.exchange.codebook_nodes import compose
from qualcode.exchange.codebook_problem import CodebookProblem, Problems
from qualcode.exchange.codebook_read import FORMAT, Reading
from qualcode.sentences import joined, sentence

__all__ = ["CodebookProblem", "check", "check_file", "dump", "load", "parse"]

_SHOWN = 5
_ORDER = (
    "id",
    "version",
    "languages",
    "title",
    "description",
    "note",
    "sources",
    "scales",
    "trap_words",
    "sets",
    "extensions",
    "themes",
    "codes",
)


def check(
    text: str, languages: tuple[str, ...] = ()
) -> tuple[Codebook | None, list[CodebookProblem]]:
    """The codebook in a YAML text, or None when it has errors; and all remarks by line.

    `languages` have to be complete beside those that the codebook names.
    """
    problems = Problems(languages)
    root = compose(text.removeprefix("\ufeff"), problems)
    reading = Reading(problems)
    book = reading.codebook(root) if root is not None else None
    if book is not None:
        check_codebook(book, reading.lines, problems)
    return (None if problems.errors else book), problems.in_order


def check_file(
    path: Path, languages: tuple[str, ...] = ()
) -> tuple[Codebook | None, list[CodebookProblem]]:
    """As `check`, for a file; raises BadFile when it cannot be read as UTF-8 text."""
    return check(_text_of(path), languages)


def parse(text: str, origin: str) -> Codebook:
    """The codebook in a YAML text; raises BadFile with the first errors, `origin` before each."""
    book, problems = check(text)
    if book is not None:
        return book
    errors = [problem for problem in problems if problem.severity == "error"]
    hint = sentence("Mend the file and try again.")
    if len(errors) > _SHOWN:
        hint = sentence(
            "And {number} more; see them with `qualcode codebook lint {origin}`.",
            number=len(errors) - _SHOWN,
            origin=origin,
        )
    raise BadFile(joined((one.shown(origin) for one in errors[:_SHOWN]), "\n"), hint)


def load(path: Path) -> Codebook:
    """The codebook in a file; raises BadFile with the first errors and their lines."""
    return parse(_text_of(path), str(path))


def dump(book: Codebook) -> str:
    """The codebook as YAML; what is empty is left out, and the order is always the same."""
    return as_yaml(shown(book))


def shown(book: Codebook) -> dict[str, Any]:
    """What the file says, as dicts, lists, texts and numbers; nothing empty or usual is in it."""
    plain = to_plain(book)
    for kind in ("scales", "sets", "extensions"):
        for one in plain[kind].values():
            del one["id"]
    for code in plain["codes"]:
        for name, usual in (("assignable", True), ("retired", False)):
            if code[name] is usual:
                del code[name]
    found: dict[str, Any] = _without_empty({"format": FORMAT} | {key: plain[key] for key in _ORDER})
    return found


def as_yaml(value: Any, **style: Any) -> str:
    """Any such value as YAML with every text written out, for aliases are not read back."""
    import yaml

    style = {"allow_unicode": True, "sort_keys": False, "width": 100} | style
    fast = _unfolding(getattr(yaml, "CSafeDumper", None))
    text = str(yaml.dump(value, Dumper=fast, **style))
    if "\\U000" in text:
        # the fast writer escapes signs beyond U+FFFF, which nobody can read
        text = str(yaml.dump(value, Dumper=_unfolding(None), **style))
    return text


def _unfolding(fast: type[Any] | None) -> type[Any]:
    import yaml

    class Dumper(fast or yaml.SafeDumper):  # type: ignore[misc]
        """Knows no aliases."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    return Dumper


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        parts = {key: _without_empty(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_empty(part) for part in value]
    return value


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadFile(
            sentence("{path}: there is no such file.", path=path), sentence("Check the path.")
        ) from None
    except UnicodeDecodeError as error:
        raise BadFile(
            sentence("{path} is not UTF-8 (byte {start}).", path=path, start=error.start),
            sentence("Save it as UTF-8."),
        ) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror),
            sentence("Check its rights."),
        ) from None
