"""Themes: named umbrellas over codes, emergent labels and single segments, across cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qualcode.domain.people import Theme
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence
from qualcode.services.people import Cases
from qualcode.services.session import Session, pick
from qualcode.storage import codings, notes

TEXT_FIELDS = ("name", "definition", "summary")


class Themes:
    """What the analyst gathers and says across cases."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Theme]:
        """All themes in their order."""
        return notes.themes(self._session.store)

    def resolve(self, ref: str) -> Theme:
        """The theme with that id or name."""
        return pick("theme", ref, self.list())

    def add(
        self,
        name: str,
        members: Mapping[str, Sequence[str]] | None = None,
        *,
        definition: str | None = None,
    ) -> Theme:
        """A new theme; members are `code`, `label` and `segment`, each a list."""
        clean = " ".join(name.split())
        if not clean:
            raise Invalid(sentence("A theme needs a name."))
        if clean in {theme.name for theme in self.list()}:
            raise Conflict(sentence("There is a theme '{clean}' already.", clean=clean))
        checked = self._checked(members or {})
        with self._session.act("theme.add") as act:
            theme_id = notes.add_theme(
                act, clean, scale=None, origin="inductive", definition=definition
            )
            act.detail["theme"] = theme_id
            for kind, member in checked:
                notes.gather(act, theme_id, kind, member)
        return self.resolve(theme_id)

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Theme:
        """Change `name`, `definition` or `summary`; None clears the last two."""
        theme = self.resolve(ref)
        values: dict[str, Any] = {k: changes[k] for k in TEXT_FIELDS if k in changes}
        if "name" in values:
            values["name"] = " ".join((values["name"] or "").split())
            others = {known.name for known in self.list() if known.id != theme.id}
            if not values["name"] or values["name"] in others:
                raise Conflict(
                    sentence("'{value}' cannot be the name of this theme.", value=values["name"])
                )
        with self._session.act("theme.set", theme=theme.id, fields=sorted(values)) as act:
            act.update("themes", theme.id, values)
        return self.resolve(theme.id)

    def gather(self, ref: str, members: Mapping[str, Sequence[str]]) -> int:
        """Put codes, labels and segments under a theme; returns how many are new there."""
        theme, checked = self.resolve(ref), self._checked(members)
        with self._session.act("theme.gather", theme=theme.id, members=len(checked)) as act:
            return sum(notes.gather(act, theme.id, kind, member) for kind, member in checked)

    def drop(self, ref: str, members: Mapping[str, Sequence[str]]) -> int:
        """Take codes, labels and segments out of a theme; returns how many were in it."""
        theme = self.resolve(ref)
        pairs = [(kind, member) for kind, found in members.items() for member in found]
        with self._session.act("theme.drop", theme=theme.id, members=len(pairs)) as act:
            return sum(notes.drop(act, theme.id, kind, member) for kind, member in pairs)

    def summary(self, ref: str, text: str | None, case: str | None = None) -> Theme:
        """Set what the analyst says of a theme, for the project or for one case; None clears."""
        theme = self.resolve(ref)
        if case is None:
            return self.set(theme.id, {"summary": text})
        case_id = Cases(self._session).resolve(case).id
        with self._session.act("theme.summary", theme=theme.id, case=case_id) as act:
            notes.summarise(act, theme.id, case_id, text)
        return self.resolve(theme.id)

    def remove(self, ref: str) -> None:
        """Take a theme away; codes and passages stay."""
        theme = self.resolve(ref)
        with self._session.act("theme.remove", theme=theme.id) as act:
            act.remove("themes", theme.id)

    def used(self) -> Sequence[str]:
        """The codes that codings have."""
        return [*dict.fromkeys(code for code, _, _ in codings.code_uses(self._session.store))]

    def unthemed(self, used: Sequence[str] | None = None) -> Sequence[str]:
        """The used codes that lie in no theme, themselves or through an ancestor.

        `used` are those of `used`, where they are known.
        """
        book = self._session.book()
        gathered = {code for theme in self.list() for code in theme.codes}
        known = self.used() if used is None else used
        return [code for code in known if not gathered & set(book.lineage(code))]

    def _checked(self, members: Mapping[str, Sequence[str]]) -> Sequence[tuple[str, str]]:
        book = self._session.book()
        found = []
        for kind, names in members.items():
            if kind not in notes.MEMBER_KINDS:
                raise Invalid(sentence("A theme gathers no {kind}.", kind=kind))
            for name in names:
                if kind == "segment" and codings.place_of(self._session.store, name) is None:
                    raise Invalid(sentence("There is no passage '{name}'.", name=name))
                found.append((kind, book.code(name).id if kind == "code" else name))
        return found
