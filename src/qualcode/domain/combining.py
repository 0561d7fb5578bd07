"""Putting the codes, scales, sets and themes of another codebook beside those of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from qualcode.domain.code_tree import RESERVED, SLUG, same_label
from qualcode.domain.codebook import Code, Codebook, Scale
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence

T = TypeVar("T")

_TAKEN = {
    "source": sentence("There is a source '{name}' already."),
    "scale": sentence("There is a scale '{name}' already."),
    "code": sentence("There is a code '{name}' already."),
}


@dataclass(frozen=True, slots=True)
class Combined:
    """The codebook with the other's parts in it.

    `renamed` are the ids that were taken, with the ids used instead (`code agenda`: `x-agenda`);
    `shared` are the codes and scales that both have alike.
    """

    book: Codebook
    renamed: Mapping[str, str]
    shared: tuple[str, ...]


def combine(mine: Codebook, other: Codebook, prefix: str | None = None) -> Combined:
    """My codebook and another in one; an id that means something else here gets the prefix.

    The prefix is the other's id unless given. A label that is taken gets the prefix in brackets.
    Raises Invalid for a prefix that no id can begin with, Conflict when a prefixed id is taken.
    """
    prefix = prefix or other.id
    if not SLUG.fullmatch(prefix):
        raise Invalid(
            sentence("'{prefix}' cannot begin an id.", prefix=prefix),
            sentence("Use letters, digits, `-`, `_` and `.`."),
        )
    return _Combining(mine, other, prefix).run()


class _Combining:
    def __init__(self, mine: Codebook, other: Codebook, prefix: str) -> None:
        self.mine, self.other, self.prefix = mine, other, prefix
        self.renamed: dict[str, str] = {}
        self.shared: list[str] = []
        self.sources = self._names("source", mine.sources, other.sources)
        self.scales = self._names("scale", mine.scales, other.scales, alike=_alike)
        self.codes = self._names("code", mine.by_id, other.by_id, alike=_same_code)

    def run(self) -> Combined:
        book = self.mine
        for code in self.other.codes:
            if self.codes[code.id] not in book.by_id:
                book = replace(book, codes=(*book.codes, self._code(book, code)))
        scales = {
            self.scales[name]: replace(scale, id=self.scales[name], sources=self._cited(scale))
            for name, scale in self.other.scales.items()
        }
        sources = {self.sources[name]: text for name, text in self.other.sources.items()}
        combined = replace(
            book,
            scales=_added(book.scales, scales),
            sources=_added(book.sources, sources),
            languages=tuple(dict.fromkeys((*book.languages, *self.other.languages))),
            sets=self._grouped(book.sets, self.other.sets),
            extensions=self._grouped(book.extensions, self.other.extensions),
            themes=(*book.themes, *self._themes()),
            trap_words=self._trap_words(),
        )
        return Combined(combined, self.renamed, tuple(self.shared))

    def _names(
        self, kind: str, mine: Mapping[str, T], other: Mapping[str, T], alike: Any = None
    ) -> dict[str, str]:
        """The id that each of the other's things has in the combined codebook."""
        found: dict[str, str] = {}
        for name, thing in other.items():
            found[name] = name
            if name not in mine:
                continue
            if alike(mine[name], thing) if alike else mine[name] == thing:
                self.shared.append(f"{kind} {name}")
                continue
            found[name] = f"{self.prefix}-{name}"
            if found[name] in mine or found[name] in other:
                raise Conflict(
                    sentence(_TAKEN[kind], name=found[name]), sentence("Choose another prefix.")
                )
            self.renamed[f"{kind} {name}"] = found[name]
        return found

    def _code(self, book: Codebook, code: Code) -> Code:
        valences = self.mine.scales.get("valence")
        known = {value.id for value in valences.values} if valences else {code.usual_valence}
        new = replace(
            code,
            id=self.codes[code.id],
            parent=self.codes.get(code.parent or "", code.parent),
            became=tuple(self.codes.get(one, one) for one in code.became),
            sources=self._cited(code),
            usual_valence=code.usual_valence if code.usual_valence in known else None,
        )
        if new.retired or same_label(book, new.parent, new.label, new.id) is None:
            return new
        labels = {language: f"{text} ({self.prefix})" for language, text in new.label.items()}
        return replace(new, label=labels)

    def _cited(self, thing: Code | Scale) -> tuple[str, ...]:
        return tuple(self.sources.get(one, one) for one in thing.sources)

    def _codes(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.codes.get(name, name) for name in names)

    def _grouped(self, mine: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
        """Sets or extensions; of two with one id, mine with the other's codes in it as well."""
        found = dict(mine)
        for name, one in other.items():
            codes = self._codes(one.codes)
            if name in found:
                codes = tuple(dict.fromkeys((*found[name].codes, *codes)))
            found[name] = replace(found.get(name, one), codes=codes)
        return found

    def _themes(self) -> list[Any]:
        taken = {theme.id: theme for theme in self.mine.themes}
        found = []
        for theme in self.other.themes:
            scale = self.scales.get(theme.scale, theme.scale) if theme.scale else None
            new = replace(theme, codes=self._codes(theme.codes), scale=scale)
            if new == taken.get(theme.id):
                continue
            name = f"{self.prefix}-{theme.id}" if theme.id in taken else theme.id
            found.append(replace(new, id=name))
        return found

    def _trap_words(self) -> dict[str, tuple[str, ...]]:
        found = dict(self.mine.trap_words)
        for language, words in self.other.trap_words.items():
            found[language] = tuple(dict.fromkeys((*found.get(language, ()), *words)))
        return found


def _alike(one: Scale, other: Scale) -> bool:
    """Whether two scales have the same values in the same order, however they are worded."""
    return [(v.id, v.value) for v in one.values] == [(v.id, v.value) for v in other.values]


def _same_code(one: Code, other: Code) -> bool:
    """Whether two codes are one; there is only one for what no other code fits."""
    return one == other or one.kind == other.kind == RESERVED


def _added(mine: Mapping[str, T], other: Mapping[str, T]) -> dict[str, T]:
    return {**mine, **{name: one for name, one in other.items() if name not in mine}}
