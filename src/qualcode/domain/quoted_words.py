"""Labels and examples of a codebook that are words of an informant, and where they are from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcode.domain.code_tree import clean, with_code
from qualcode.domain.codebook import Code, Codebook, Taken
from qualcode.errors import Invalid
from qualcode.sentences import sentence

RUN = 4
"""So many words in a row, as somebody said them, are that person's words."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A text of a code that was taken from a passage: the code, the text (`example.sv`), where."""

    code: str
    field: str
    source: Taken


def quoted_words(book: Codebook) -> Iterator[QuotedWords]:
    """Every text of the codebook whose source is known, in its order."""
    for code in book.codes:
        for field, source in code.taken.items():
            yield QuotedWords(code.id, field, source)


def without_quoted(book: Codebook, go: Callable[[QuotedWords], bool]) -> Codebook:
    """The codebook without those words, and without their sources.

    A code whose only label would go is called by its id.
    """
    gone: dict[str, list[str]] = {}
    for one in quoted_words(book):
        if go(one):
            gone.setdefault(one.code, []).append(one.field)
    if not gone:
        return book
    codes = (
        _without(book, code, gone[code.id]) if code.id in gone else code for code in book.codes
    )
    return replace(book, codes=tuple(codes))


def _without(book: Codebook, code: Code, fields: Iterable[str]) -> Code:
    label, example = dict(code.label), dict(code.example)
    for field in fields:
        name, _, language = field.partition(".")
        {"label": label, "example": example}.get(name, {}).pop(language, None)
    if not label:
        label = {book.languages[0] if book.languages else "en": code.id}
    left = {field: source for field, source in code.taken.items() if field not in set(fields)}
    return replace(code, label=label, example=example, taken=left)


def typed_over(code: Code, field: str, languages: Iterable[str]) -> dict[str, Taken]:
    """The sources of a code's words when a person has written other words in these languages."""
    over = {f"{field}.{language}" for language in languages}
    return {name: source for name, source in code.taken.items() if name not in over}


def where_said(
    labels: Mapping[str, str], passages: Iterable[tuple[str, Taken]]
) -> dict[str, Taken]:
    """For each label that is somebody's words the first passage that has them, by field.

    It is when it is a whole passage, or some words in a row of one; a single word is anybody's.
    """
    found: dict[str, Taken] = {}
    known = [(_plain(text), source) for text, source in passages]
    for language, label in labels.items():
        words = _plain(label)
        long = words.count(" ") + 1 >= RUN
        for text, source in known:
            if words == text or (long and words in text):
                found[f"label.{language}"] = source
                break
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class TakeExample:
    """Words of a passage as a code's example in one language; where they are from is kept."""

    kind: ClassVar[str] = "example"
    code: str
    language: str
    text: str
    source: Taken

    @property
    def about(self) -> str:
        """The code's id."""
        return self.code

    @property
    def words(self) -> str:
        """`X has an example (sv) from a passage`."""
        return sentence(
            "{name} has an example ({language}) from a passage",
            name=self.code,
            language=self.language,
        )

    def apply(self, book: Codebook) -> Codebook:
        """Raises NotFound for an unknown code, Invalid for an empty text."""
        code, text = book.code(self.code), clean(self.text)
        if not text:
            raise Invalid(sentence("The passage has no words that could be an example."))
        changed = replace(
            code,
            example={**code.example, self.language: text},
            taken={**code.taken, f"example.{self.language}": self.source},
        )
        return with_code(book, changed)
