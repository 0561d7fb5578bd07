"""Remarks on the parts of a codebook, each at its line of the file."""

from __future__ import annotations

from qualcode.domain.codebook import Code, Codebook
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_read import Lines


class Remarks:
    """Adds what is wrong or doubtful in a codebook to `problems`."""

    def __init__(self, book: Codebook, lines: Lines, problems: Problems) -> None:
        self.book = book
        self.problems = problems
        self._lines = lines

    @property
    def in_use(self) -> list[Code]:
        """Codes that are not retired: only those have to be told from one another."""
        return [code for code in self.book.codes if not code.retired]

    def line(self, kind: str, name: str, part: str = "") -> int:
        """Where a part of something stands, else where it begins, else the first line."""
        return self._lines.get((kind, name, part)) or self._lines.get((kind, name)) or 1

    def error(self, code: Code, part: str, message: str, hint: str = "") -> None:
        """What must be mended in a code."""
        self.problems.error(self.line("codes", code.id, part), message, hint, code=code.id)

    def warn(self, code: Code, part: str, message: str, hint: str = "") -> None:
        """What should be looked at in a code."""
        self.problems.warn(self.line("codes", code.id, part), message, hint, code=code.id)
