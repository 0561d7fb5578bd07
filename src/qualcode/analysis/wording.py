"""The words of tables in the language of the report; the phrases themselves are data."""

from __future__ import annotations

from types import ModuleType

from qualcode.analysis import phrases_da, phrases_en, phrases_nb, phrases_sv

LANGUAGES: dict[str, ModuleType] = {
    "en": phrases_en,
    "sv": phrases_sv,
    "da": phrases_da,
    "nb": phrases_nb,
    "nn": phrases_nb,
}


class Wording:
    """Titles, column labels, notes and counted nouns in one language (English when unknown)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._phrases = LANGUAGES.get(language, phrases_en)

    def title(self, table: str) -> str:
        """The title of a table."""
        return str(self._phrases.TITLES[table])

    def column(self, key: str, **values: str) -> str:
        """The label of a column."""
        return str(self._phrases.COLUMNS[key]).format_map(values)

    def value(self, key: str) -> str:
        """The word for a value of valence, standing or consent."""
        return str(self._phrases.VALUES[key])

    def values(self) -> dict[str, str]:
        """The words for all such values by their id."""
        return dict(self._phrases.VALUES)

    def note(self, key: str, **values: str) -> str:
        """A sentence with its values filled in."""
        return str(self._phrases.NOTES[key]).format_map(values)

    def count(self, noun: str, number: int) -> str:
        """A number with its noun, such as `3 cases`."""
        one, many = self._phrases.NOUNS[noun]
        return str(one if number == 1 else many).format(n=number)
