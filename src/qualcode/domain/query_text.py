"""A query as the text that one types for it."""

from __future__ import annotations

import re

from qualcode.domain.query import All, Either, Near, Not, Query, Words
from qualcode.domain.query_tokens import AND, NOT, OR, RELATIONS, WITHIN


def text_of(query: Query) -> str:
    """The query as it is typed; `parse` gives the same query for it."""
    return _Printer().text(query)


def quoted(value: str) -> str:
    """A value as it is written after a colon."""
    if '"' in value:
        return f"'{value}'"
    return f'"{value}"' if not value or re.search(r"[\s(),']", value) else value


class _Printer:
    """Writes a query with no more brackets than it needs."""

    def text(self, query: Query) -> str:
        """The query as text."""
        if isinstance(query, Either):
            return f" {OR} ".join(self._inner(part, Either) for part in query.parts)
        if isinstance(query, Near):
            word = f"{NOT} {query.relation}" if query.absent else query.relation
            word += f" {query.turns}" if query.relation == WITHIN else ""
            left = self._inner(query.what, Either)
            return f"{left} {word} {self._inner(query.other, Either, Near)}"
        if isinstance(query, All):
            return " ".join(self._inner(part, Either, Near, All) for part in query.parts)
        if isinstance(query, Not):
            return f"{NOT} {self._inner(query.part, Either, Near, All)}"
        if isinstance(query, Words):
            return self._words(query.words)
        return f"{query.name}{query.compare}{','.join(map(quoted, query.values))}"

    def _inner(self, query: Query, *bracketed: type) -> str:
        text = self.text(query)
        return f"({text})" if isinstance(query, bracketed) else text

    def _words(self, words: str) -> str:
        plain = (AND, OR, NOT, *RELATIONS)
        bare = re.fullmatch(r"""[^\s()"':<>=]+""", words) and words not in plain
        return words if bare else f'"{words}"'
