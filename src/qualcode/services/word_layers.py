"""Word layers of a project's texts: made when a text is first searched by lemma, then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.domain.span import Span
from qualcode.errors import QualcodeError
from qualcode.storage import documents, wordlayer
from qualcode.storage.store import Store
from qualcode.text.lemma_query import LemmaQuery
from qualcode.text.lemmas import Keys, Lemmas, edition
from qualcode.text.word_layer import Places, Vocabulary, WordLayer, make

Progress = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and the name of the next one."""


Layered = tuple[str, str]
"""The language of a text and the name of its document."""


class WordLayers:
    """The layers of one open project; what cannot be written to it is held in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[tuple[str, str], WordLayer] = {}
        self._lemmas: dict[str, Lemmas] = {}

    def prepare(self, texts: Mapping[str, Layered], progress: Progress | None = None) -> None:
        """Make the layers that are missing: about a second for a megabyte, the first time only."""
        known = wordlayer.kept(self._store, edition()) | self._held.keys()
        missing = [(at, *text) for at, text in texts.items() if (at, text[0]) not in known]
        writable = not self._store.read_only
        for n, (version, language, name) in enumerate(missing):
            if progress:
                progress(n, len(missing), name)
            words = documents.texts_of(self._store, {version})[version]
            layer = make(words, language, self._lemmas_of(language))
            writable = writable and self._kept(version, language, layer)
            if not writable:
                self._held[version, language] = layer
        if progress and missing:
            progress(len(missing), len(missing), "")

    def matches(self, texts: Mapping[str, Layered], words: str) -> Matches:
        """What the words meet in these texts, which must have been prepared."""
        query = LemmaQuery(words)
        vocabularies = list(self._vocabularies(texts))
        found = {}
        for language in {language for language, _ in texts.values()}:
            own = [pair for pair in vocabularies if texts[pair[0]][0] == language]
            keys = self._keys(query.words, language, [vocabulary for _, vocabulary in own])
            for version, vocabulary in own:
                numbers = query.numbers(vocabulary, keys)
                if numbers is not None:
                    found[version] = (language, numbers)
        return Matches(self, query, found)

    def places(self, version: str, language: str) -> Places:
        """Where the words of a text stand."""
        held = self._held.get((version, language))
        if held is None:
            return wordlayer.places(self._store, version)
        return Places.read(held.places)

    def _kept(self, version: str, language: str, layer: WordLayer) -> bool:
        """Whether the layer could be written; a search goes on where it cannot."""
        try:
            wordlayer.keep(self._store, (version, language, edition()), layer)
        except QualcodeError:
            return False
        return True

    def _vocabularies(self, texts: Mapping[str, Layered]) -> Iterator[tuple[str, Vocabulary]]:
        held = set()
        for (version, language), layer in self._held.items():
            if version in texts and texts[version][0] == language:
                held.add(version)
                yield version, Vocabulary.read(layer.vocabulary)
        rest = texts.keys() - held
        only = next(iter(rest)) if len(rest) == 1 else None
        for version, vocabulary in wordlayer.vocabularies(self._store, edition(), only):
            if version in rest:
                yield version, vocabulary

    def _keys(
        self, words: set[str], language: str, vocabularies: Sequence[Vocabulary]
    ) -> dict[str, Keys]:
        """The keys of words: as a text has them, else from the word list, which takes longer."""
        found: dict[str, Keys] = {}
        for word in words:
            known = (vocabulary.keys(word) for vocabulary in vocabularies)
            keys = next((keys for keys in known if keys is not None), None)
            found[word] = keys or self._lemmas_of(language).keys(word)
        return found

    def _lemmas_of(self, language: str) -> Lemmas:
        if language not in self._lemmas:
            self._lemmas[language] = Lemmas(language)
        return self._lemmas[language]


@dataclass(frozen=True, slots=True)
class Matches:
    """The texts in which a query meets words, with the numbers of these words."""

    layers: WordLayers
    query: LemmaQuery
    found: Mapping[str, tuple[str, list[list[int]]]]

    def may_be_in(self, version: str) -> bool:
        """Whether every part of the query meets a word of the text, in whatever order."""
        return version in self.found

    def spans(self, version: str, text: str) -> list[Span]:
        """Where the query stands in `text`, which is that version's, in order."""
        if version not in self.found:
            return []
        language, numbers = self.found[version]
        return self.query.spans(text, self.layers.places(version, language), numbers)
