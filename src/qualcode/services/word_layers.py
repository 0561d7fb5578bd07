"""Word layers of a project's texts: made when a text is first searched by lemma, then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.domain.span import Span
from qualcode.errors import QualcodeError
from qualcode.storage import documents, wordlayer
from qualcode.storage.searched import SearchedText
from qualcode.storage.store import Store
from qualcode.text.lemma_query import LemmaQuery
from qualcode.text.lemmas import Keys, Lemmas, edition
from qualcode.text.word_layer import Places, Vocabulary, WordLayer, make

Progress = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and the name of the next one."""

Key = tuple[str, str]
"""Text version and language: what a layer is made of."""


class WordLayers:
    """The layers of one open project; what cannot be written to it is held in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[Key, WordLayer] = {}

    def prepare(self, texts: Sequence[SearchedText], progress: Progress | None = None) -> None:
        """Make the layers that are missing: about a second for a megabyte, the first time only.

        All texts must be in languages that have lemmas, here and below.
        """
        known = wordlayer.kept(self._store, edition()) | self._held.keys()
        missing = [text for text in texts if _key(text) not in known]
        lemmas = {language: Lemmas(language) for _, language in map(_key, missing)}
        writable = not self._store.read_only
        for n, text in enumerate(missing):
            if progress:
                progress(n, len(missing), text.name)
            content = documents.texts_of(self._store, {text.version})[text.version]
            layer = make(content, lemmas[_key(text)[1]])
            writable = writable and self._kept(text, layer)
            if not writable:
                self._held[_key(text)] = layer
        if progress and missing:
            progress(len(missing), len(missing), "")

    def matches(self, texts: Sequence[SearchedText], words: str) -> Matches:
        """What the words meet in these texts, which must have been prepared."""
        query = LemmaQuery(words)
        vocabularies = dict(self._vocabularies({_key(text) for text in texts}))
        found = {}
        for language in {language for _, language in vocabularies}:
            own = {key: vocabularies[key] for key in vocabularies if key[1] == language}
            keys = _keys(query.words, Lemmas(language), list(own.values()))
            for key, vocabulary in own.items():
                numbers = query.numbers(vocabulary, keys)
                if numbers is not None:
                    found[key] = numbers
        return Matches(self, query, found)

    def places(self, text: SearchedText) -> Places:
        """Where the words of a text stand."""
        held = self._held.get(_key(text))
        return Places(held.places) if held else wordlayer.places(self._store, text.version)

    def _kept(self, text: SearchedText, layer: WordLayer) -> bool:
        """Whether the layer could be written; a search goes on where it cannot."""
        try:
            wordlayer.keep(self._store, (*_key(text), edition()), layer)
        except QualcodeError:
            return False
        return True

    def _vocabularies(self, wanted: set[Key]) -> Iterator[tuple[Key, Vocabulary]]:
        held = wanted & self._held.keys()
        for key in held:
            yield key, Vocabulary.read(self._held[key].vocabulary)
        rest = wanted - held
        only = next(iter(rest))[0] if len(rest) == 1 else None
        for key, vocabulary in wordlayer.vocabularies(self._store, edition(), only):
            if key in rest:
                yield key, Vocabulary.read(vocabulary)


@dataclass(frozen=True, slots=True)
class Matches:
    """The texts in which each part of a query meets a word, with the numbers of these words."""

    layers: WordLayers
    query: LemmaQuery
    found: Mapping[Key, list[list[int]]]

    def may_be_in(self, text: SearchedText) -> bool:
        """Whether every part of the query meets a word of the text, in whatever order."""
        return _key(text) in self.found

    def spans(self, text: SearchedText, content: str) -> list[Span]:
        """Where the query stands in `content`, the text itself, in order."""
        numbers = self.found.get(_key(text))
        return self.query.spans(content, self.layers.places(text), numbers) if numbers else []


def _key(text: SearchedText) -> Key:
    return text.version, text.language or ""


def _keys(words: set[str], lemmas: Lemmas, vocabularies: Sequence[Vocabulary]) -> dict[str, Keys]:
    """The keys of words: as a text has them, else from the word list, which takes longer."""
    found: dict[str, Keys] = {}
    for word in words:
        known = (vocabulary.keys(word) for vocabulary in vocabularies)
        keys = next((keys for keys in known if keys is not None), None)
        found[word] = keys or lemmas.keys(word)
    return found
