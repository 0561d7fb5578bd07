"""What word forms have in common: the lemma and the stem of a word.

Both come from word lists and rules that are installed with the program; nothing is downloaded. The
word list of a language takes up to half a second and 16 MB to load and stays loaded, so a word is
looked up in what is kept of the texts before it is looked up here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

_STEMMERS = {
    "sv": "swedish",
    "da": "danish",
    "nb": "norwegian",
    "nn": "norwegian",
    "en": "english",
}
_SHORTEST_STEM = 4

_MADE = 1


@dataclass(frozen=True, slots=True)
class Keys:
    """What a word is found by; `stem` is empty where it is too short to tell words apart."""

    lemma: str
    stem: str


class Lemmas:
    """The keys of words in one language that `has_lemmas`, each worked out once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._known: dict[str, Keys] = {}

    def keys(self, word: str) -> Keys:
        """The keys of a word in small letters.

        The lemma is right for nearly all common words; the stem joins forms that the word list
        lacks (`träffades`, `träffa`). A stem of three letters is left out: it would make `tid`
        find `tidigare`, and `möte` find `möta`.
        """
        found = self._known.get(word)
        if found is None:
            lemma = _lemmatizer().lemmatize(word, self.language).lower()
            stem = _stemmer(self.language).stemWord(lemma)
            found = Keys(lemma, stem if len(stem) >= _SHORTEST_STEM else "")
            self._known[word] = found
        return found


def has_lemmas(language: str | None) -> bool:
    """Whether words in that language can be found by lemma."""
    return language in _STEMMERS


@cache
def edition() -> str:
    """What the keys of a text depend on besides the text: our rules and the word lists."""
    from importlib.metadata import version

    parts = (f"{name} {version(name)}" for name in ("spacy", "simplemma", "snowballstemmer"))
    return ", ".join((f"qualcode {_MADE}", *parts))


@cache
def _lemmatizer() -> Any:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    # the frugal list is slower by a factor of ten and smaller by a factor of six; a text has few
    # different words, and the list stays while one types
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(greedy=True, low_memory=True))


@cache
def _stemmer(language: str) -> Any:
    from snowballstemmer import stemmer

    return stemmer(_STEMMERS[language])
