"""What a project says of itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from qualcode.errors import Invalid, NotFound, nearest
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
            raise NotFound(f"There is no setting '{name}'.", nearest(name, project.DEFAULTS))
        checked = self._checked(name, value)
        with self._session.act("project.set", setting=name) as act:
            project.change_setting(act, name, checked)

    def _checked(self, name: str, value: Any) -> Any:
        if name in project.LISTS:
            parts = value.split(",") if isinstance(value, str) else list(value)
            found = [str(part).strip() for part in parts if str(part).strip()]
            if name == "periods" and not found:
                raise Invalid("A project needs at least one period.")
            return found
        text = str(value).strip() if value is not None else None
        if name == "stance" and text not in STANCES:
            raise Invalid(f"'{text}' is no stance.", f"Known: {', '.join(STANCES)}.")
        if name == "retention" and text:
            try:
                date.fromisoformat(text)
            except ValueError:
                raise Invalid(f"'{text}' is no date.", "Write it as 2027-12-31.") from None
        return text or None
