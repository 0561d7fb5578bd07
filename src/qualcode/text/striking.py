"""Strikes words that were taken from a text out of other texts, to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from qualcode.domain.document import WITHDRAWN
from qualcode.text.concordance import small

WINDOW = 20
"""Code points in a row that are the same before words count as taken from a text."""


class Struck:
    """The texts whose words are to stand nowhere else; capitals and line breaks are all one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._windows: set[str] = set()
        for text in texts:
            plain = _plain(text)
            self._windows.update(plain[at : at + WINDOW] for at in range(len(plain) - WINDOW + 1))

    def strike(self, value: str) -> str:
        """The value without any stretch of those texts; in JSON every text of it by itself."""
        if len(value) < WINDOW:
            return value
        if value[0] in "[{":
            try:
                content = json.loads(value)
            except ValueError:
                return self._text(value)
            struck = self._inside(content)
            return value if struck == content else json.dumps(struck, ensure_ascii=False)
        return self._text(value)

    def _inside(self, content: Any) -> Any:
        if isinstance(content, str):
            return self._text(content)
        if isinstance(content, list):
            return [self._inside(each) for each in content]
        if isinstance(content, dict):
            return {key: self._inside(each) for key, each in content.items()}
        return content

    def _text(self, value: str) -> str:
        plain = _plain(value)
        kept: list[str] = []
        done = at = 0
        while at <= len(plain) - WINDOW:
            if plain[at : at + WINDOW] not in self._windows:
                at += 1
                continue
            kept += [value[done:at], WITHDRAWN]
            while at <= len(plain) - WINDOW and plain[at : at + WINDOW] in self._windows:
                at += 1
            at = done = at + WINDOW - 1
        return "".join([*kept, value[done:]])


def _plain(text: str) -> str:
    return small(text).replace("\n", " ")
