"""Hot keys: keys of a project's own that set a code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualcode.errors import Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.session import Session
from qualcode.storage import project

SETTING = "keys"


class HotKeys:
    """Which sign sets which code after the key that leads to them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> Mapping[str, str]:
        """Codes by key: those of the codebook, the project's own over them."""
        book = self._session.book()
        found = {code.key: code.id for code in book.codes if code.key and book.takes(code)}
        found.update(self._own())
        return {
            key: code
            for key, code in sorted(found.items())
            if code in book.by_id and book.takes(book.by_id[code])
        }

    def set(self, key: str, code: str) -> None:
        """Give a code a key, one letter or digit of any script; the key's old code loses it."""
        if len(key) != 1 or not key.isalnum():
            raise Invalid(
                sentence("'{key}' cannot be a hot key.", key=key),
                sentence("Give one letter or digit."),
            )
        code_id = self._session.book().code(code).id
        self._change({**self._own(), key: code_id})

    def remove(self, key: str) -> None:
        """Take a key away; raises NotFound when the project has not given it."""
        own = self._own()
        if key not in own:
            raise NotFound(sentence("No code of this project has the key '{key}'.", key=key))
        self._change({one: code for one, code in own.items() if one != key})

    def _own(self) -> Mapping[str, str]:
        kept: Any = self._session.settings.get(SETTING) or {}
        return dict(kept)

    def _change(self, keys: Mapping[str, str]) -> None:
        with self._session.act("project.set", setting=SETTING) as act:
            project.change_setting(act, SETTING, dict(sorted(keys.items())))
