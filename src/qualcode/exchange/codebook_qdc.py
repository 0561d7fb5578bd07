"""The door to REFI-QDA codebooks (`.qdc`): any program's file in, a strictly valid one out."""

from __future__ import annotations

import re

from qualcode.domain.codebook import Codebook
from qualcode.exchange.codebook_checks import check_codebook
from qualcode.exchange.codebook_problem import CodebookProblem, Problems
from qualcode.exchange.codebook_qdc_parts import root_of
from qualcode.exchange.codebook_qdc_read import Qdc
from qualcode.exchange.codebook_qdc_write import dump, notes

__all__ = ["check", "dump", "notes", "says_all"]

_OWN = re.compile(rb"[\n>]Codebook: ")


def check(
    content: bytes, name: str, languages: tuple[str, ...] = ()
) -> tuple[Codebook | None, list[CodebookProblem]]:
    """The codebook in a `.qdc` file, or None when it has errors; and all remarks by line.

    `name` is the file's name without its ending: the id of a codebook that does not say its own.
    """
    problems = Problems(languages)
    root = root_of(content, problems)
    book = None
    if root is not None:
        reading = Qdc(problems, name)
        book = reading.codebook(root)
        if book is not None:
            check_codebook(book, reading.lines, problems)
    return (None if problems.errors else book), problems.in_order


def says_all(content: bytes) -> bool:
    """Whether the file says all that a codebook has, scales too, as those of this program do."""
    return _OWN.search(content) is not None
