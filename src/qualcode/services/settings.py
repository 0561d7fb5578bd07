"""What a project says of itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from qualcode.domain.rating import rules
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.session import Session
from qualcode.storage import project

STANCES = ("reliability", "codebook-with-dialogue", "single-coder")


class Settings:
    """Title, stance, languages, periods, retention date and default coder."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def show(self) -> dict[str, Any]:
        """All settings by name."""
        return dict(self._session.settings)

    def set(self, name: str, value: Any) -> None:
        """Change one setting; raises NotFound or Invalid with what is possible."""
        if name not in project.DEFAULTS:
            raise NotFound(
                sentence("There is no setting '{name}'.", name=name),
                nearest(name, project.DEFAULTS),
            )
        checked = self._checked(name, value)
        with self._session.act("project.set", setting=name) as act:
            project.change_setting(act, name, checked)

    def _checked(self, name: str, value: Any) -> Any:
        if name in project.LISTS:
            parts = value.split(",") if isinstance(value, str) else list(value)
            found = [str(part).strip() for part in parts if str(part).strip()]
            if name == "periods" and not found:
                raise Invalid(sentence("A project needs at least one period."))
            return found
        if name == "quote_share":
            return _share(value)
        text = str(value).strip() if value is not None else None
        if name == "stance" and text not in STANCES:
            raise Invalid(
                sentence("'{text}' is no stance.", text=text),
                sentence("Known: {names}.", names=", ".join(STANCES)),
            )
        if name == "retention" and text:
            try:
                date.fromisoformat(text)
            except ValueError:
                raise Invalid(
                    sentence("'{text}' is no date.", text=text), sentence("Write it as 2027-12-31.")
                ) from None
        if name == "rating_rules" and text:
            rules(text)
        return text or None


def _share(value: Any) -> float:
    """A part of 1; raises Invalid."""
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = 0.0
    if not 0 < share <= 1:
        raise Invalid(
            sentence("'{value}' is no share.", value=value),
            sentence("Give a number up to 1, such as 0.2 for a fifth."),
        )
    return share
