"""What of a codebook can be had without a project: its plain values, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qualcode.domain.codebook import Codebook
from qualcode.exchange import codebook_files
from qualcode.exchange.codebook_files import Found


def plain(book: Codebook) -> dict[str, Any]:
    """The codebook as dicts, lists, texts and numbers, as `codebook show --json` prints it."""
    from qualcode.exchange.codebook_json import to_plain

    return to_plain(book)


def lint(path: Path) -> Found:
    """The codebook in a file, where it has no errors, and all remarks; raises BadFile."""
    return codebook_files.check(path)
