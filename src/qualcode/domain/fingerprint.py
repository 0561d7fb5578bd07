"""What a summary rested on, without its words: keyed hashes of what was said of each passage."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

FACETS = ("span", "code", "valence", "standing", "label", "degrees")
"""What is remembered of a coding, each in a hash of its own so that a change can be named."""

SIZE = 4
"""Bytes of the hash of one facet."""

CHANGED, GONE, NEW = "changed", "gone", "new"

Print = bytes
"""The fingerprint of one coding: the hashes of its facets, one after the other."""


class Marked(Protocol):
    """A coding as it is remembered."""

    @property
    def coding(self) -> str:
        """The coding's id."""

    @property
    def segment(self) -> str:
        """Its passage's id."""

    @property
    def document_id(self) -> str:
        """Its document's id."""

    @property
    def turn(self) -> int | None:
        """Number of the turn that it begins in."""

    @property
    def start(self) -> int:
        """Code point where it begins."""

    @property
    def end(self) -> int:
        """Code point after it."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def valence(self) -> str | None:
        """Its valence."""

    @property
    def standing(self) -> str | None:
        """Its passage's standing."""

    @property
    def label(self) -> str | None:
        """Its label."""


@dataclass(frozen=True, slots=True)
class Change:
    """Why something written over codings is out of date.

    `reason` is changed, gone or new; `facets` name what changed; `linked` says whether the
    coding is one of the marking passages. A coding is gone when it was removed or left the cell.
    """

    coding: str
    reason: str
    facets: tuple[str, ...] = ()
    linked: bool = False


class Fingerprints:
    """Makes fingerprints with the key of one project; what is the same has the same hash.

    `degrees` are what is said of partners on each segment, by the segment's id; `begins` says at
    which code point the turns begin, by document and number. A span is its length and where in
    its turn it begins, so a corrected transcript in which a passage only moved changes nothing.
    """

    def __init__(
        self,
        key: str,
        degrees: Mapping[str, Collection[tuple[object, ...]]],
        begins: Mapping[tuple[str, int | None], int],
    ) -> None:
        own = key.encode()[: hashlib.blake2b.MAX_KEY_SIZE]
        self._empty = hashlib.blake2b(digest_size=SIZE, key=own)
        self._degrees = {at: tuple(sorted(map(repr, said))) for at, said in degrees.items()}
        self._begins = begins
        self._said: dict[tuple[object, ...], bytes] = {}
        self._made: dict[str, Print] = {}

    def of(self, said: Iterable[Marked]) -> dict[str, Print]:
        """The fingerprints of these codings by their ids."""
        made = self._made
        return {one.coding: made.get(one.coding) or self._of(one) for one in said}

    def _of(self, one: Marked) -> Print:
        degrees = self._degrees.get(one.segment, ())
        key = (one.code, one.valence, one.standing, one.label, degrees)
        rest = self._said.get(key)
        if rest is None:
            rest = b"".join(map(self._hash, FACETS[1:], map(repr, key)))
            self._said[key] = rest
        begin = self._begins.get((one.document_id, one.turn), 0)
        span = self._hash("span", f"{one.start - begin}:{one.end - one.start}")
        made = self._made[one.coding] = span + rest
        return made

    def _hash(self, name: str, value: str) -> bytes:
        digest = self._empty.copy()
        digest.update(f"{name}\x1f{value}".encode())
        return digest.digest()


def compare(
    before: Mapping[str, Print], now: Mapping[str, Print], linked: Collection[str]
) -> tuple[Change, ...]:
    """What differs, linked codings first, then by id."""
    found = []
    for coding in before.keys() | now.keys():
        was, is_ = before.get(coding), now.get(coding)
        if was == is_:
            continue
        reason = NEW if was is None else GONE if is_ is None else CHANGED
        facets = _differing(was, is_) if was is not None and is_ is not None else ()
        found.append(Change(coding, reason, facets, coding in linked))
    return tuple(sorted(found, key=lambda change: (not change.linked, change.coding)))


def _differing(was: Print, now: Print) -> tuple[str, ...]:
    return tuple(
        name
        for at, name in enumerate(FACETS)
        if was[at * SIZE : (at + 1) * SIZE] != now[at * SIZE : (at + 1) * SIZE]
    )


def packed(prints: Mapping[str, Print]) -> bytes:
    """The fingerprints as bytes, the same for the same codings."""
    ids = sorted(prints)
    return b"".join([bytes.fromhex(one.replace("-", "")) + prints[one] for one in ids])


def unpacked(content: bytes) -> dict[str, Print]:
    """The fingerprints that `packed` made bytes of."""
    width = 16 + SIZE * len(FACETS)
    return {
        str(uuid.UUID(bytes=content[at : at + 16])): content[at + 16 : at + width]
        for at in range(0, len(content), width)
    }


def basis_key(content: bytes) -> str:
    """The name of what something rested on: the same name, the same codings as they were."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
