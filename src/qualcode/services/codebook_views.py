"""What of a codebook can be had without a project: its plain values, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qualcode.domain.codebook import Codebook
from qualcode.exchange import codebook_files
from qualcode.exchange.codebook_files import Found


def plain(book: Codebook) -> dict[str, Any]:
    """The codebook as dicts, lists, texts and numbers, as `codebook show --json` prints it."""
    from qualcode.exchange.codebook_json import to_plain

    return to_plain(book)


def lint(path: Path, languages: Sequence[str] = ()) -> Found:
    """The codebook in a file, where it has no errors, and all remarks; raises BadFile.

    `languages` have to be complete beside those that the codebook names.
    """
    return codebook_files.check(path, tuple(languages))


def lint_own(book: Codebook, languages: Sequence[str] = ()) -> Found:
    """The same for a codebook of a project; the lines are those of its YAML file."""
    from qualcode.exchange import codebook_yaml

    return Found(*codebook_yaml.check(codebook_yaml.dump(book), tuple(languages)))
