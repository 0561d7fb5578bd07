"""The query language: which codings are meant, in words that can be typed and kept.

    code:goals valence:hinders
    code:backbone (case:Lyftet or role:"social worker") not standing:wished
    code:goals,vision degree>=3 "mötas varje vecka" samverk*
    code:goals with code:trust            both on the same passage
    code:goals overlapping code:trust     on passages that share words
    code:goals same-turn code:trust
    code:goals within 3 code:trust        at most three turns apart

Terms side by side must all hold of one coding; `and` may stand between them. `or` binds loosest,
then `with` and its like, then `and`, then `not`. What stands before `with` is what is found; what
stands after it has to be there too (or, with `not with`, must not be).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qualcode.domain.query_tokens import (
    AND,
    NOT,
    OR,
    RELATIONS,
    WITHIN,
    Token,
    bare,
    tokens,
)
from qualcode.errors import Invalid, nearest
from qualcode.sentences import sentence

NONE = "none"
"""The value of a field that is not set."""

FIELDS = (
    *("code", "valence", "standing", "degree", "case", "role", "language", "wave", "coder"),
    *("document", "participant", "organisation", "group", "label", "confidence", "theme"),
)
"""What can stand before a colon, beside `case.ATTRIBUTE` and `document.ATTRIBUTE`."""

ATTRIBUTE_OF = ("case", "document")
COMPARISONS = ("<=", ">=", "<", ">", "=")
_PIECE = re.compile(r"""\s*("[^"]*"?|'[^']*'?|[^,"']+)\s*(,|$)""")


@dataclass(frozen=True, slots=True)
class Term:
    """One field and the values of which it must have one; `compare` is `:` or a comparison.

    `:` on a code takes all codes below it too, `=` that code alone.
    """

    name: str
    values: tuple[str, ...]
    compare: str = ":"
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that must stand in the passage or its label: a form, `begin*`, or several in a row."""

    words: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Query


@dataclass(frozen=True, slots=True)
class All:
    """What must hold together."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Of which one must hold."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Codings of `what` that have one of `other` in this relation; with `absent`, that have none.

    `turns` is how many turns may lie between the two for `within`.
    """

    what: Query
    relation: str
    other: Query
    turns: int = 0
    absent: bool = False


Query = Term | Words | Not | All | Either | Near


def parse(text: str) -> Query:
    """The query in a text; one without terms holds of everything.

    Raises Invalid with the place (1 for the first sign) where the text cannot be understood.
    """
    return _Parser(list(tokens(text))).whole()


def parts_of(query: Query) -> Iterator[Query]:
    """A query and everything it is made of, from left to right."""
    yield query
    if isinstance(query, Not):
        inner: tuple[Query, ...] = (query.part,)
    elif isinstance(query, All | Either):
        inner = query.parts
    elif isinstance(query, Near):
        inner = (query.what, query.other)
    else:
        inner = ()
    for part in inner:
        yield from parts_of(part)


class _Parser:
    """Reads tokens from left to right, the loosest binding first."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0

    def whole(self) -> Query:
        """The whole query; whatever is left over is an error."""
        if not self.tokens:
            return All(())
        found = self._either()
        if self._kind():
            raise self._unexpected()
        return found

    def _kind(self) -> str:
        return self.tokens[self.place].kind if self.place < len(self.tokens) else ""

    def _next(self) -> Token:
        self.place += 1
        return self.tokens[self.place - 1]

    def _either(self) -> Query:
        parts = [self._near()]
        while self._kind() == OR:
            self._next()
            parts.append(self._near())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _near(self) -> Query:
        found = self._all()
        while True:
            absent = self._kind() == NOT and self._after() in RELATIONS
            if absent:
                self._next()
            if self._kind() not in RELATIONS:
                return found
            relation = self._next().kind
            turns = self._turns() if relation == WITHIN else 0
            found = Near(found, relation, self._all(), turns, absent)

    def _after(self) -> str:
        return self.tokens[self.place + 1].kind if self.place + 1 < len(self.tokens) else ""

    def _turns(self) -> int:
        token = self.tokens[self.place] if self._kind() == "words" else None
        if token is None or not token.text.isdecimal():
            raise Invalid(
                sentence("'within' needs a number of turns."), sentence("For instance: within 3")
            )
        self._next()
        if self._kind() == "words" and self.tokens[self.place].text in ("turn", "turns"):
            self._next()
        return int(token.text)

    def _all(self) -> Query:
        parts = [self._one()]
        while True:
            if self._kind() == AND:
                self._next()
            elif self._kind() not in ("term", "words", "(", NOT) or (
                self._kind() == NOT and self._after() in RELATIONS
            ):
                break
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Query:
        kind = self._kind()
        if kind == NOT:
            self._next()
            return Not(self._one())
        if kind == "(":
            opened = self._next()
            found = self._either()
            if self._kind() != ")":
                raise Invalid(sentence("The bracket at sign {at} is not closed.", at=opened.at))
            self._next()
            return found
        if kind == "words":
            return Words(self._next().text)
        if kind == "term":
            return _term(self._next())
        raise self._unexpected()

    def _unexpected(self) -> Invalid:
        if not self._kind():
            return Invalid(
                sentence("The query ends too early."),
                sentence("Something is missing after its last word."),
            )
        token = self.tokens[self.place]
        return Invalid(
            sentence(
                "'{text}' cannot stand at sign {at} of the query.", text=token.text, at=token.at
            ),
            sentence(
                'To find the word itself, write "{text}" in quotation marks.', text=token.text
            ),
        )


def _term(token: Token) -> Term:
    name = token.field.casefold()
    owner, dot, attribute = token.field.partition(".")
    if dot and owner.casefold() in ATTRIBUTE_OF and attribute:
        name = f"{owner.casefold()}.{attribute}"
    elif name not in FIELDS:
        known = ", ".join((*FIELDS, *(f"{owner}.ATTRIBUTE" for owner in ATTRIBUTE_OF)))
        raise Invalid(
            sentence(
                "Nothing is called '{field}' at sign {at} of the query.",
                field=token.field,
                at=token.at,
            ),
            nearest(name, FIELDS) or sentence("Known: {known}.", known=known),
        )
    values = tuple(_values(token.text))
    if not values:
        raise Invalid(
            sentence(
                "'{field}{compare}' lacks its value at sign {at} of the query.",
                field=token.field,
                compare=token.compare,
                at=token.at,
            )
        )
    return Term(name, values, token.compare, token.at)


def _values(text: str) -> Iterator[str]:
    for found in _PIECE.finditer(text):
        value = bare(found[1].strip())
        if value:
            yield value
