"""The words of tables in the language of the report; the phrases themselves are data."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from types import ModuleType

from qualcode.analysis import (
    phrases_da,
    phrases_en,
    phrases_method_da,
    phrases_method_en,
    phrases_method_nb,
    phrases_method_sv,
    phrases_nb,
    phrases_sv,
)

LANGUAGES: dict[str, tuple[ModuleType, ...]] = {
    "en": (phrases_en, phrases_method_en),
    "sv": (phrases_sv, phrases_method_sv),
    "da": (phrases_da, phrases_method_da),
    "nb": (phrases_nb, phrases_method_nb),
    "nn": (phrases_nb, phrases_method_nb),
}
"""The modules whose phrases make up a language."""


class Wording:
    """Titles, column labels, notes and counted nouns in one language (English when unknown)."""

    def __init__(self, language: str) -> None:
        self.language = language
        modules = LANGUAGES.get(language, LANGUAGES["en"])
        self._nouns: Mapping[str, tuple[str, str]] = ChainMap(*(one.NOUNS for one in modules))
        self._titles: Mapping[str, str] = ChainMap(*(one.TITLES for one in modules))
        self._columns: Mapping[str, str] = ChainMap(*(one.COLUMNS for one in modules))
        self._values: Mapping[str, str] = ChainMap(*(one.VALUES for one in modules))
        self._notes: Mapping[str, str] = ChainMap(*(one.NOTES for one in modules))

    def title(self, table: str) -> str:
        """The title of a table."""
        return self._titles[table]

    def column(self, key: str, **values: str) -> str:
        """The label of a column."""
        return self._columns[key].format_map(values)

    def value(self, key: str) -> str:
        """The word for a value of valence, standing or consent."""
        return self._values[key]

    def values(self) -> dict[str, str]:
        """The words for all such values by their id."""
        return dict(self._values)

    def note(self, key: str, **values: str) -> str:
        """A sentence with its values filled in."""
        return self._notes[key].format_map(values)

    def count(self, noun: str, number: int) -> str:
        """A number with its noun, such as `3 cases`."""
        one, many = self._nouns[noun]
        return (one if number == 1 else many).format(n=number)
