"""The word layer: spaCy's rules for words, our rules for sentences, exact offsets.

No trained model is needed and nothing is downloaded. Loading takes up to a second, so this belongs
to searches and reports, never to the start of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from qualcode.domain.span import Span
from qualcode.text.boundaries import Boundaries

_COMPONENT = "qualcode_sentences"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its place; `is_word` for those that have a letter or digit."""

    text: str
    start: int
    end: int
    is_word: bool


class Words:
    """Words and sentences of texts in one language (`sv`, `da`, `nb`, `nn`, `en`, or None)."""

    def __init__(self, language: str | None) -> None:
        self._pipeline = _pipeline(language)

    def tokens(self, text: str) -> Iterator[Token]:
        """Words and signs in order; spaces are left out."""
        for token in self._pipeline.make_doc(text):
            if not token.is_space:
                is_word = any(character.isalnum() for character in token.text)
                yield Token(token.text, token.idx, token.idx + len(token.text), is_word)

    def norms(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and usual spelling in small letters of all tokens: `not` for `n't`."""
        for token in self._pipeline.make_doc(text):
            start = token.idx
            yield start, start + len(token), token.norm_

    def sentences(self, text: str) -> list[Span]:
        """The sentences without the white space around them; no paragraph is crossed."""
        found = (Span(s.start_char, s.end_char).trimmed(text) for s in self._pipeline(text).sents)
        return [span for span in found if span is not None]

    def count(self, text: str) -> int:
        """How many words there are."""
        return sum(token.is_word for token in self.tokens(text))


@cache
def _pipeline(language: str | None) -> Any:
    import spacy

    pipeline = spacy.blank(language or "xx")
    # a transcript has no length at which it stops being one
    pipeline.max_length = 100_000_000
    _register()
    pipeline.add_pipe(_COMPONENT, config={"language": language or ""})
    return pipeline


@cache
def _register() -> None:
    from spacy.language import Language

    @Language.factory(_COMPONENT, default_config={"language": ""})
    def sentences(nlp: Any, name: str, language: str) -> Any:
        def mark(doc: Any) -> Any:
            starts = iter(Boundaries(doc.text, (), language or None).sentences)
            ahead = next(starts, None)
            for token in doc:
                # the tokenizer may hold a sentence's first sign and the space before it together
                begins = ahead is not None and token.idx + len(token.text) > ahead
                token.is_sent_start = begins or token.i == 0
                while ahead is not None and token.idx + len(token.text) > ahead:
                    ahead = next(starts, None)
            return doc

        return mark
