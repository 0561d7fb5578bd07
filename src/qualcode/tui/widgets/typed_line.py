"""A line to type in that stays as quick as the typing."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.validation import ValidationResult
from textual.widgets import Input


class TypedLine(Input):
    """An `Input` for which the screen is not laid out anew at every letter: its box stays as it
    is, whatever stands in it."""

    virtual_size = Reactive(Size(0, 0))

    def validate(self, value: str) -> ValidationResult | None:
        """As `Input.validate`; where nothing is validated, no style follows from it."""
        return super().validate(value) if self.validators else None
