"""Queries: understood against the names of the project, and asked of its codings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeGuard

from qualcode.domain.coding import Coding
from qualcode.domain.material import Material
from qualcode.domain.query import FIELDS, NONE, All, Either, Near, Not, Query, Term, parse, parts_of
from qualcode.domain.query_match import Lookups, Meant, meant, needs_texts
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.codings import Codings
from qualcode.services.session import Session
from qualcode.storage import documents, notes, people, searched
from qualcode.storage.store import Store
from qualcode.text.concordance import find

MAY_BE_NONE = frozenset(FIELDS) - {"code", "document", "coder", "confidence", "theme"}
"""Fields that `none` can be said of: nothing is set."""

_CONFIDENCES = ("low", "normal")
_WITHOUT_LIST = frozenset({"degree", "label"})
"""Fields with values that no list names."""


class Queries:
    """What a query means in this project."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codings = Codings(session)
        self._known: tuple[tuple[int, int], Mapping[str, Sequence[str]]] | None = None

    def understand(self, text: str) -> Query:
        """The query in a text, with names as the project spells them.

        Raises Invalid where it cannot be read or could never find anything, NotFound with the
        nearest names for a value that the project does not have.
        """
        query = self._spelled(parse(text))
        _check_codes(query, self._session.book().lineage)
        return query

    def names(self) -> Mapping[str, Sequence[str]]:
        """The values that each field has in this project, attributes included."""
        at = self._session.store.changed()
        if self._known is None or self._known[0] != at:
            self._known = (at, dict(self._names()))
        return self._known[1]

    def narrowed(self, material: Material, query: Query) -> Material:
        """The material with the codings and degrees that are meant, and no others.

        It must carry its texts where `needs_texts` says so.
        """
        found = self.meant(material, query)
        return replace(
            material,
            codings=tuple(row for row in material.codings if row.coding in found.codings),
            degrees=tuple(row for row in material.degrees if row.id in found.degrees),
        )

    def meant(self, material: Material, query: Query) -> Meant:
        """The ids of what is meant."""
        turns = {}
        if any(isinstance(part, Near) for part in parts_of(query)):
            turns = searched.long_segments(self._session.store)
        return meant(query, material, Lookups(_stands_in, turns))

    def codings(self, text: str, *, coder: str | None = None) -> Sequence[Coding]:
        """The codings that a query means, by document and place."""
        found = self._codings.several(list(self.ids(text)))
        return [coding for coding in found if coder in (None, coding.coder)]

    def ids(self, text: str) -> frozenset[str]:
        """The ids of the codings that a query means; quick when nothing has changed since."""
        query = self.understand(text)
        from qualcode.services import readings

        found = readings.material(self._session, texts=needs_texts(query))
        return self.meant(found, query).codings

    # names

    def _spelled(self, query: Query) -> Query:
        if isinstance(query, All | Either):
            return replace(query, parts=tuple(self._spelled(part) for part in query.parts))
        if isinstance(query, Not):
            return replace(query, part=self._spelled(query.part))
        if isinstance(query, Near):
            what, other = self._spelled(query.what), self._spelled(query.other)
            return replace(query, what=what, other=other)
        if isinstance(query, Term):
            return replace(query, values=tuple(self._value(query, one) for one in query.values))
        if not any(sign.isalnum() for sign in query.words):
            raise Invalid(sentence("'{given}' holds no word to look for.", given=query.words))
        return query

    def _value(self, term: Term, value: str) -> str:
        if term.name == "code":
            book = self._session.book()
            folded = value.casefold()
            alike = next((code.id for code in book.codes if code.id.casefold() == folded), value)
            return book.code(alike).id
        if term.name == "degree":
            return _degree(value)
        if term.compare not in (":", "="):
            raise Invalid(
                sentence(
                    "'{term}' has no order, so '{compare}' says nothing of it.",
                    term=term.name,
                    compare=term.compare,
                ),
                sentence("Write {term}:{value}.", term=term.name, value=value),
            )
        if term.name in _WITHOUT_LIST or (value == NONE and term.name in MAY_BE_NONE):
            return value
        if "." in term.name and value == NONE:
            return value
        known = self._known_values(term)
        for one in known:
            if one.casefold() == value.casefold():
                return one
        raise NotFound(
            sentence("There is no {term} '{value}'.", term=term.name, value=value),
            nearest(value, known),
        )

    def _known_values(self, term: Term) -> Sequence[str]:
        if term.name in _NAMED:
            # asked anew at every act of who goes through the passages of a coder or case
            return _distinct(_NAMED[term.name](self._session.store))
        names = self.names()
        if "." in term.name:
            folded = {name.casefold(): values for name, values in names.items() if "." in name}
            found = folded.get(term.name.casefold())
            if found is None:
                hint = nearest(term.name, [name for name in names if "." in name])
                raise NotFound(sentence("There is no attribute '{term}'.", term=term.name), hint)
            return found
        return names[term.name]

    def _names(self) -> Iterator[tuple[str, Sequence[str]]]:
        store, book = self._session.store, self._session.book()
        cases, texts = people.cases(store), documents.documents(store, speakers=False)
        yield "code", [code.id for code in book.walk()]
        for name in ("valence", "standing"):
            scale = book.scales.get(name)
            yield name, [value.id for value in scale.values] if scale else []
        degrees = book.scales.get("degree")
        yield "degree", [str(v.value) for v in degrees.values if v.value] if degrees else []
        yield "confidence", _CONFIDENCES
        for name, asked in _NAMED.items():
            yield name, _distinct(asked(store))
        yield "language", _distinct(info.language for info in texts)
        yield "wave", _distinct(info.wave for info in texts)
        yield "group", _distinct(group for info in texts for group in info.groups)
        yield "label", ()
        for owner, things in (("case", cases), ("document", texts)):
            found: dict[str, list[str]] = {}
            for thing in things:
                for key, value in thing.attributes.items():
                    found.setdefault(f"{owner}.{key}", []).append(str(value))
            yield from ((name, _distinct(values)) for name, values in found.items())


_NAMED: Mapping[str, Callable[[Store], Iterable[str | None]]] = {
    "case": lambda store: (
        name for case in people.cases(store) for name in (case.name, *case.aliases)
    ),
    "document": documents.names,
    "participant": lambda store: (person.name for person in people.participants(store)),
    "role": lambda store: (person.role for person in people.participants(store)),
    "organisation": lambda store: (one.name for one in people.organisations(store)),
    "coder": lambda store: (coder.name for coder in people.coders(store)),
    "theme": lambda store: (theme.name for theme in notes.themes(store)),
}
"""Fields whose values are names, and where each is read."""


def _distinct(values: Iterable[str | None]) -> list[str]:
    return sorted({value for value in values if value})


def _degree(value: str) -> str:
    low, dash, high = value.partition("-")
    if value != NONE and not (low.isdecimal() and (high.isdecimal() if dash else True)):
        raise Invalid(
            sentence("'{value}' is no degree.", value=value),
            sentence("For instance degree:3, degree:2-4, degree>=3."),
        )
    return value


def _stands_in(text: str, words: str) -> bool:
    return next(find(text, words), None) is not None


def _check_codes(query: Query, lineage: Callable[[str], Sequence[str]]) -> None:
    """Raises Invalid when one coding would need two codes of which none is below the other."""
    for part in parts_of(query):
        if not isinstance(part, All):
            continue
        codes = [t.values[0] for t in part.parts if _one_code(t)]
        for first, second in combinations(codes, 2):
            if first not in lineage(second) and second not in lineage(first):
                raise Invalid(
                    sentence(
                        "One coding cannot have both {first} and {second}.",
                        first=first,
                        second=second,
                    ),
                    sentence(
                        "For passages with both: code:{first} with code:{second}; for "
                        "either of them: code:{first},{second}.",
                        first=first,
                        second=second,
                    ),
                )


def _one_code(query: Query) -> TypeGuard[Term]:
    return isinstance(query, Term) and query.name == "code" and len(query.values) == 1
