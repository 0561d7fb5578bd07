"""What is said of an entry while it is being written, and the id of a code that is new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from qualcode.domain.codebook import Codebook
from qualcode.sentences import joined


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong or doubtful about a code; `wrong` is what has to be mended."""

    message: str
    hint: str
    wrong: bool

    @property
    def line(self) -> str:
        """Message and hint in one line."""
        return joined([self.message, self.hint], "; ") if self.hint else self.message


def remarks(book: Codebook) -> dict[str, list[Remark]]:
    """What `codebook lint` says of each code of a codebook, by the code's id."""
    from qualcode.exchange.codebook_checks import check_codebook
    from qualcode.exchange.codebook_problem import ERROR, Problems

    problems = Problems()
    check_codebook(book, {}, problems)
    found: dict[str, list[Remark]] = {}
    for each in problems.found:
        remark = Remark(each.message, each.hint, each.severity == ERROR)
        found.setdefault(each.code or "", []).append(remark)
    return found


def fresh_id(book: Codebook, label: str, parent: str | None) -> str:
    """A free id for a code with that label, in any script; its parent's id goes before it."""
    from qualcode.exchange.codebook_slugs import slug

    return _free(f"{parent}-{slug(label)}" if parent else slug(label), book.by_id)


def fresh_value_id(label: str, known: Collection[str]) -> str:
    """An id for a value of a scale with that label, other than the `known` ones."""
    from qualcode.exchange.codebook_slugs import slug

    return _free(slug(label), known)


def _free(made: str, known: Collection[str]) -> str:
    found, n = made, 1
    while found in known:
        n += 1
        found = f"{made}-{n}"
    return found
