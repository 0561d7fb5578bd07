"""The words of reports in their language; the phrases themselves are data."""

from __future__ import annotations

from types import ModuleType

from qualcode.reports import phrases_da, phrases_en, phrases_nb, phrases_sv

LANGUAGES: dict[str, ModuleType] = {
    "en": phrases_en,
    "sv": phrases_sv,
    "da": phrases_da,
    "nb": phrases_nb,
    "nn": phrases_nb,
}


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
        return str(one if number == 1 else many).format(n=number)
