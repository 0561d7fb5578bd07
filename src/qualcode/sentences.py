"""English sentences that can be said in other languages too.

What was filled into them stays known, so that who shows them, as the screens do, can look up the
sentence in a catalogue and fill the same in there. Everywhere else they are strings like others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Sentence(str):
    """A sentence with its values filled in. For a number `many` is set and `n` is among them."""

    one: str
    many: str
    values: Mapping[str, object]


def sentence(words: str, **values: object) -> Sentence:
    """A sentence in English; each `{name}` is filled in. Without values it stands as it is."""
    return _made(words.format_map(values) if values else words, words, "", values)


def numbered(one: str, many: str, n: int, **values: object) -> Sentence:
    """A sentence about a number: `one` for a single thing, `many` otherwise; `{n}` is filled in."""
    filled = {"n": n, **values}
    return _made((one if n == 1 else many).format_map(filled), one, many, filled)


def joined(sentences: Iterable[str], between: str = " ") -> Sentence:
    """Several sentences as one, each of which stays one that can be said in other languages."""
    values = {f"part{n}": each for n, each in enumerate(sentences)}
    words = between.join(f"{{{name}}}" for name in values)
    return _made(between.join(values.values()), words, "", values)


def _made(text: str, one: str, many: str, values: Mapping[str, object]) -> Sentence:
    made = Sentence(text)
    made.one, made.many, made.values = one, many, values
    return made
