"""Operations by which a code goes into others, goes out of use, and comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from qualcode.domain import change_words
from qualcode.domain.code_tree import (
    check_childless,
    check_label,
    check_parent,
    check_takes,
    check_unreserved,
    parents_first,
    with_code,
)
from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.revision import Add
from qualcode.errors import Invalid
from qualcode.sentences import sentence


@dataclass(frozen=True, slots=True)
class Merge:
    """A code goes into another, which takes its codings and the codes below it."""

    kind: ClassVar[str] = "merge"
    code: str
    into: str

    @property
    def about(self) -> str:
        """The id of the code that goes."""
        return self.code

    @property
    def words(self) -> str:
        """`X merged into Y`."""
        return change_words.merged(self.code, self.into)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid for itself or a code below it, Conflict for labels of what lies below."""
        source, target = book.code(self.code), book.code(self.into)
        if source.id == target.id:
            raise Invalid(
                sentence("A code cannot be merged into itself."), sentence("Name another code.")
            )
        if target.id in book.below(source.id):
            hint = sentence(
                "Move '{target}' out of it first, or merge it into '{source}'.",
                target=target.id,
                source=source.id,
            )
            raise Invalid(
                sentence("'{target}' lies below '{source}'.", target=target.id, source=source.id),
                hint,
            )
        check_unreserved(source)
        check_takes(book, target)
        for child in book.children(source.id):
            book = with_code(book, replace(child, parent=target.id))
            if not child.retired:
                check_label(book, book.by_id[child.id])
        book = with_code(book, replace(source, retired=True, became=(target.id,)))
        return following(replace(book, codes=parents_first(book.codes)), source.id, target.id)


@dataclass(frozen=True, slots=True)
class Split:
    """A code goes into several, new or there already; each of its codings is read again.

    New codes lie beside it unless they name a parent. With `keep` it stays in use.
    """

    kind: ClassVar[str] = "split"
    code: str
    into: tuple[str | Code, ...]
    keep: bool = False

    @property
    def about(self) -> str:
        """The id of the code that is split."""
        return self.code

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the codes that it goes into."""
        return tuple(one.id if isinstance(one, Code) else one for one in self.into)

    @property
    def words(self) -> str:
        """`X split into Y, Z`."""
        return change_words.split(self.code, self.names)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid for fewer than two parts, Conflict when codes lie below it."""
        source = book.code(self.code)
        check_unreserved(source)
        if source.retired:
            raise Invalid(
                sentence("'{source}' is retired.", source=source.id), sentence("Revive it first.")
            )
        parts = {*self.names, *([source.id] if self.keep else [])}
        if len(parts) < 2:
            raise Invalid(
                sentence("A code is split into two or more."), sentence("Name each of them.")
            )
        if source.id in self.names:
            raise Invalid(
                sentence("'{source}' cannot be a part of itself.", source=source.id),
                sentence("Keep it instead."),
            )
        for one in self.into:
            if isinstance(one, Code):
                book = Add(one).apply(book)
            else:
                check_takes(book, book.code(one))
        if self.keep:
            return book
        check_childless(book, source)
        gone = replace(source, retired=True, became=self.names)
        return with_code(book, gone)


@dataclass(frozen=True, slots=True)
class Retire:
    """A code takes no new codings any more; those it has stay."""

    kind: ClassVar[str] = "retire"
    code: str

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X retired`."""
        return change_words.done("retired", self.code)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Conflict while codes in use lie below it."""
        code = book.code(self.code)
        check_unreserved(code)
        if code.retired:
            raise Invalid(sentence("'{code}' is retired already.", code=code.id))
        check_childless(book, code)
        return with_code(book, replace(code, retired=True))


@dataclass(frozen=True, slots=True)
class Revive:
    """A retired code takes codings again."""

    kind: ClassVar[str] = "revive"
    code: str

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X revived`."""
        return change_words.done("revived", self.code)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid when it is in use or its parent is retired, Conflict for its label."""
        code = book.code(self.code)
        if not code.retired:
            raise Invalid(sentence("'{code}' is not retired.", code=code.id))
        check_parent(book, code.parent)
        check_label(book, code)
        return with_code(book, replace(code, retired=False, became=()))


def following(book: Codebook, source: str, target: str) -> Codebook:
    """The codebook with its sets, extensions and themes naming `target` instead of `source`."""

    def renamed(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(target if code == source else code for code in codes))

    return replace(
        book,
        sets={name: replace(one, codes=renamed(one.codes)) for name, one in book.sets.items()},
        extensions={
            name: replace(one, codes=renamed(one.codes)) for name, one in book.extensions.items()
        },
        themes=tuple(replace(theme, codes=renamed(theme.codes)) for theme in book.themes),
    )
