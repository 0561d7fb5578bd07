"""The named operations that revise a codebook; those on a whole code are in `succession`.

An operation is a value. `apply` gives the revised codebook or raises what stands in the way;
`about` is the id of the code or scale it speaks of; `words` says in English what it does. No
operation takes a code out of the codebook: what is merged, split or retired stays as a retired
code, so that no coding ever points to nothing and no id is given to another meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol

from qualcode.domain import change_words
from qualcode.domain.code_tree import (
    RESERVED,
    SLUG,
    check_label,
    check_marks,
    check_parent,
    clean,
    clean_labels,
    cleaned,
    placed,
    with_code,
    with_new,
)
from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.quoted_words import typed_over
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence


class Operation(Protocol):
    """Anything that turns one version of a codebook into the next."""

    kind: ClassVar[str]

    @property
    def about(self) -> str:
        """The id of the code or scale it speaks of."""

    @property
    def words(self) -> str:
        """What it does, in English."""

    def apply(self, book: Codebook) -> Codebook:
        """The revised codebook; raises NotFound, Invalid or Conflict."""


@dataclass(frozen=True, slots=True)
class Add:
    """A new code, last under its parent or before one beside it."""

    kind: ClassVar[str] = "add"
    code: Code
    before: str | None = None

    @property
    def about(self) -> str:
        """The new code's id."""
        return self.code.id

    @property
    def words(self) -> str:
        """`X added`."""
        return change_words.done("added", self.code.id)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Conflict for a taken id or label, Invalid for an id that cannot be used."""
        code = _clean_code(self.code)
        if code.id in book.by_id:
            retired = book.by_id[code.id].retired
            hint = (
                sentence("Revive it, or choose another id.")
                if retired
                else sentence("Choose another id.")
            )
            raise Conflict(sentence("There is a code '{code}' already.", code=code.id), hint)
        if not SLUG.fullmatch(code.id):
            raise Invalid(
                sentence("The id of a code is one word."), sentence("For instance: agenda-funding.")
            )
        if not code.label:
            raise Invalid(
                sentence("The code '{code}' needs a label.", code=code.id),
                sentence("Give one: --label en=TEXT."),
            )
        check_parent(book, code.parent)
        check_label(book, code)
        check_marks(book, code)
        return with_new(book, code, self.before)


@dataclass(frozen=True, slots=True)
class Relabel:
    """Other labels by language; None takes a language's label away."""

    kind: ClassVar[str] = "relabel"
    code: str
    labels: Mapping[str, str | None]

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X relabelled: sv 'Mål'`."""
        said = (change_words.label(*one) for one in self.labels.items())
        return change_words.relabelled(self.code, said)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Conflict when a code beside it has the label, Invalid when none is left."""
        code = book.code(self.code)
        kept = clean_labels({**code.label, **self.labels})
        if not kept:
            raise Invalid(
                sentence("The code '{code}' needs a label.", code=code.id),
                sentence("Leave it one."),
            )
        changed = replace(code, label=kept, taken=typed_over(code, "label", self.labels))
        if not code.retired:
            check_label(book, changed)
        return with_code(book, changed)


@dataclass(frozen=True, slots=True)
class Redefine:
    """Other words or marks in a code's entry: any of its fields but id, label, parent and state.

    Texts per language are put over those there are; None or an empty text takes one away. With
    `same_meaning` the codings need no second reading: a slip of the pen was mended.
    """

    kind: ClassVar[str] = "redefine"
    code: str
    changes: Mapping[str, Any]
    same_meaning: bool = False

    FIELDS: ClassVar[frozenset[str]] = frozenset(
        {"definition", "include", "exclude", "example", "cues", "usual_valence", "sources"}
        | {"colour", "key", "kind", "assignable"}
    )

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X redefined: definition, include`."""
        return change_words.redefined(self.code, self.changes, same_meaning=self.same_meaning)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid for a field that an entry does not have, NotFound for a valence."""
        code = book.code(self.code)
        wrong = sorted(set(self.changes) - self.FIELDS)
        if wrong:
            known = ", ".join(sorted(self.FIELDS))
            raise Invalid(
                sentence("'{value}' is not redefined here.", value=wrong[0]),
                sentence("Known: {known}.", known=known),
            )
        if code.kind == RESERVED and self.changes.get("kind", RESERVED) != RESERVED:
            raise Invalid(
                sentence("'{code}' gathers what is new and stays what it is.", code=code.id)
            )
        values = {name: _over(getattr(code, name), now) for name, now in self.changes.items()}
        if "example" in self.changes:
            given = self.changes["example"]
            values["taken"] = typed_over(code, "example", code.example if given is None else given)
        changed = replace(code, **values)
        check_marks(book, changed)
        return with_code(book, changed)


@dataclass(frozen=True, slots=True)
class Edit:
    """Another label and another entry in one: what a form or a file changes of one code."""

    kind: ClassVar[str] = "edit"
    code: str
    labels: Mapping[str, str | None]
    changes: Mapping[str, Any]
    same_meaning: bool = False

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X relabelled: sv 'Mål'; redefined: definition`."""
        same = self.same_meaning
        return change_words.edited(self.code, self.labels, self.changes, same_meaning=same)

    def apply(self, book: Codebook) -> Codebook:
        """Raises what a new label or a new entry alone would."""
        book = Relabel(self.code, self.labels).apply(book)
        return Redefine(self.code, self.changes, self.same_meaning).apply(book)


def _over(was: Any, now: Any) -> Any:
    """A text per language put over the old ones; anything else in their place."""
    if isinstance(was, Mapping):
        return clean_labels({**was, **now}) if now is not None else {}
    if isinstance(was, tuple):
        return cleaned(now or ())
    return clean(now) if isinstance(now, str) else now


def _clean_code(code: Code) -> Code:
    """A code as a codebook file gives it back."""
    texts = ("label", "definition", "include", "exclude", "example", "cues")
    said: dict[str, Any] = {name: clean_labels(getattr(code, name)) for name in texts}
    return replace(code, id=clean(code.id), sources=cleaned(code.sources), **said)


@dataclass(frozen=True, slots=True)
class Move:
    """A code and all below it under another parent, or to the top with None."""

    kind: ClassVar[str] = "move"
    code: str
    parent: str | None
    before: str | None = None

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X moved below Y`."""
        if self.parent is None:
            return sentence("{name} moved to the top", name=self.code)
        return sentence("{name} moved below {parent}", name=self.code, parent=self.parent)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid when it would lie below itself, Conflict for a label beside it."""
        code = book.code(self.code)
        if self.parent == code.parent and self.before is None:
            if code.parent is None:
                raise Invalid(sentence("'{code}' lies at the top already.", code=code.id))
            raise Invalid(
                sentence(
                    "'{code}' lies below '{parent}' already.", code=code.id, parent=code.parent
                )
            )
        check_parent(book, self.parent)
        if self.parent in book.below(code.id):
            raise Invalid(
                sentence("'{code}' cannot lie below itself.", code=code.id),
                sentence("Choose a parent outside of it."),
            )
        moved = replace(code, parent=self.parent)
        if not code.retired:
            check_label(book, moved)
        return placed(with_code(book, moved), code.id, self.before)


@dataclass(frozen=True, slots=True)
class Reorder:
    """A code before another one beside it, or last with None."""

    kind: ClassVar[str] = "reorder"
    code: str
    before: str | None = None

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X put before Y`."""
        if self.before is None:
            return sentence("{name} put last", name=self.code)
        return sentence("{name} put before {before}", name=self.code, before=self.before)

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid when the other one does not lie beside it."""
        return placed(book, book.code(self.code).id, self.before)
