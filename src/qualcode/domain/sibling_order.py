"""In which order the codes of two versions of a codebook stand when they are brought together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qualcode.domain.code_tree import placed
from qualcode.domain.codebook import Codebook


def common(*books: Codebook) -> set[str]:
    """The codes that all these versions have below the same parent."""
    first, *others = books
    return {
        code.id
        for code in first.codes
        if all(
            code.id in other.by_id and other.by_id[code.id].parent == code.parent
            for other in others
        )
    }


def orders(book: Codebook, known: set[str]) -> dict[str | None, tuple[str, ...]]:
    """Per parent the order of those of its codes that are `known`."""
    parents = dict.fromkeys((None, *(code.id for code in book.codes)))
    return {
        parent: tuple(code.id for code in book.children(parent) if code.id in known)
        for parent in parents
    }


def woven(mine: Codebook, theirs: Codebook, names: Iterable[str]) -> list[str]:
    """These codes in my order; each that only they have stands behind what it follows there."""
    wanted = set(names)
    found = [code.id for code in mine.codes if code.id in wanted]
    there = set(found)
    before: str | None = None
    for code in theirs.codes:
        if code.id in wanted and code.id not in there:
            at = found.index(before) + 1 if before is not None else 0
            found.insert(at, code.id)
            there.add(code.id)
        if code.id in there:
            before = code.id
    return found


def arranged(book: Codebook, names: Sequence[str]) -> Codebook:
    """The codebook with these siblings in that order, those beside them where they were."""
    known = set(names)
    parent = book.by_id[names[0]].parent
    siblings = [code.id for code in book.children(parent)]
    wanted = iter([name for name in names if name in siblings])
    for name in [next(wanted) if one in known else one for one in siblings]:
        book = placed(book, name, None)
    return book
