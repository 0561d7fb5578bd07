"""The words of reports in their language; the phrases themselves are data."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from qualcode.reports import phrases_da, phrases_en, phrases_nb, phrases_sv

LANGUAGES: dict[str, ModuleType] = {
    "en": phrases_en,
    "sv": phrases_sv,
    "da": phrases_da,
    "nb": phrases_nb,
    "nn": phrases_nb,
}

MANY = 10_000
"""From here on the thousands of a number are set apart."""

THOUSANDS = {"en": ",", "da": "."}
"""The sign that sets them apart; elsewhere it is a space."""


class Wording:
    """Words, sentences and counted nouns in one language (English when unknown)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._phrases = LANGUAGES.get(language, phrases_en)

    @property
    def tag(self) -> str:
        """The language with its country, such as `sv-SE`, as Word wants it."""
        return str(self._phrases.TAG)

    def word(self, key: str) -> str:
        """A heading or a single word."""
        return str(self._phrases.WORDS[key])

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values filled in."""
        return str(self._phrases.SENTENCES[key]).format_map(values)

    def count(self, noun: str, number: int) -> str:
        """A number with its noun, such as `3 cases`."""
        one, many = self._phrases.NOUNS[noun]
        digits = f"{number:,}" if number >= MANY else str(number)
        return str(one if number == 1 else many).format(n=digits.replace(",", self._thousands))

    def listed(self, names: Sequence[str]) -> str:
        """The names as in a sentence, such as `A, B and C`."""
        *first, last = names
        return f"{', '.join(first)} {self.word('and')} {last}" if first else last

    @property
    def _thousands(self) -> str:
        return THOUSANDS.get(self._phrases.TAG[:2], "\u00a0")
