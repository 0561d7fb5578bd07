"""What is wrong or doubtful in a codebook file, said so that the line can be found."""

from __future__ import annotations

from dataclasses import dataclass, field

from qualcode.sentences import Sentence, joined, sentence

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class CodebookProblem:
    """A remark on one line (counted from 1) of a codebook file; `code` is the code's id, if any."""

    line: int
    code: str | None
    message: str
    hint: str = ""
    severity: str = ERROR

    def shown(self, origin: str) -> Sentence:
        """`FILE:LINE: code 'id': what; hint`."""
        remark = joined([self.message, self.hint] if self.hint else [self.message], "; ")
        if self.code:
            remark = sentence("code '{code}': {remark}", code=self.code, remark=remark)
        return joined([f"{origin}:{self.line}", remark], ": ")


@dataclass(slots=True)
class Problems:
    """The problems found so far; `languages` have to be complete beside the codebook's own."""

    languages: tuple[str, ...] = ()
    found: list[CodebookProblem] = field(default_factory=list)

    def error(self, line: int, message: str, hint: str = "", *, code: str | None = None) -> None:
        """Something that must be mended before the codebook can be used."""
        self.found.append(CodebookProblem(line, code, message, hint, ERROR))

    def warn(self, line: int, message: str, hint: str = "", *, code: str | None = None) -> None:
        """Something that should be looked at."""
        self.found.append(CodebookProblem(line, code, message, hint, WARNING))

    @property
    def errors(self) -> list[CodebookProblem]:
        """Those that must be mended, in the order of the file."""
        return [problem for problem in self.in_order if problem.severity == ERROR]

    @property
    def in_order(self) -> list[CodebookProblem]:
        """All, in the order of the file."""
        return sorted(self.found, key=lambda problem: problem.line)
