"""The words of reports in their language; the phrases themselves are data."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from types import ModuleType

from qualcode.reports import (
    phrases_da,
    phrases_en,
    phrases_method_da,
    phrases_method_en,
    phrases_method_nb,
    phrases_method_sv,
    phrases_nb,
    phrases_sv,
)

LANGUAGES: dict[str, tuple[ModuleType, ModuleType]] = {
    "en": (phrases_en, phrases_method_en),
    "sv": (phrases_sv, phrases_method_sv),
    "da": (phrases_da, phrases_method_da),
    "nb": (phrases_nb, phrases_method_nb),
    "nn": (phrases_nb, phrases_method_nb),
}
"""The modules whose phrases make up a language."""

MANY = 10_000
"""From here on the thousands of a number are set apart."""

THOUSANDS = {"en": ",", "da": "."}
"""The sign that sets them apart; elsewhere it is a space."""


class Wording:
    """Words, sentences and counted nouns in one language (English when unknown)."""

    def __init__(self, language: str) -> None:
        self.language = language
        modules = LANGUAGES.get(language, LANGUAGES["en"])
        self._tag = str(modules[0].TAG)
        self._words: Mapping[str, str] = ChainMap(*(one.WORDS for one in modules))
        self._sentences: Mapping[str, str] = ChainMap(*(one.SENTENCES for one in modules))
        self._nouns: Mapping[str, tuple[str, str]] = ChainMap(*(one.NOUNS for one in modules))

    @property
    def tag(self) -> str:
        """The language with its country, such as `sv-SE`, as Word wants it."""
        return self._tag

    def reference(self, kind: str, number: str) -> str:
        """A table or figure with its number, as it is named inside a sentence."""
        label = self.word(kind)
        return f"{label.lower() if self.small else label} {number}"

    @property
    def small(self) -> bool:
        """Whether `table` and `figure` are written small before a number inside a sentence."""
        return self._tag[:2] != "en"

    def word(self, key: str) -> str:
        """A heading or a single word."""
        return self._words[key]

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values filled in."""
        return self._sentences[key].format_map(values)

    def count(self, noun: str, number: int) -> str:
        """A number with its noun, such as `3 cases`."""
        one, many = self._nouns[noun]
        digits = f"{number:,}" if number >= MANY else str(number)
        return (one if number == 1 else many).format(n=digits.replace(",", self._thousands))

    def listed(self, names: Sequence[str]) -> str:
        """The names as in a sentence, such as `A, B and C`."""
        *first, last = names
        return f"{', '.join(first)} {self.word('and')} {last}" if first else last

    @property
    def _thousands(self) -> str:
        return THOUSANDS.get(self._tag[:2], "\u00a0")
