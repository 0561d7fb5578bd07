"""The degree in full: number first, then the pair, the activity and the period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from qualcode.domain.codebook import Scale, ScaleValue, in_language
from qualcode.domain.coding import DegreeDetails
from qualcode.tui.fitting import fitted

FIELDS = (
    ("from", "From", "organisation"),
    ("to", "To", "organisation"),
    ("activity", "Activity", "what they do together"),
    ("period", "Period", ""),
)

_WIDTH = 90
"""Cells of the row of anchors before the form has a size."""


@dataclass(frozen=True, slots=True)
class DegreeAsked:
    """What the form begins with."""

    scale: Scale
    start: DegreeDetails
    organisations: Sequence[str]
    periods: Sequence[str]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in; `another` when it is to stand beside the degree that is there."""

    details: DegreeDetails
    another: bool = False


class DegreeForm(ModalScreen[Filled | None]):
    """Digits choose the degree while the number has the focus; enter keeps, escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("ctrl+s", "keep", "Keep"),
        Binding("ctrl+n", "keep(True)", "Keep as another degree", priority=True),
    ]
    AUTO_FOCUS = "Number"

    def __init__(self, asked: DegreeAsked) -> None:
        super().__init__()
        self._asked = asked

    def compose(self) -> ComposeResult:
        """The number, then a line for each of the others."""
        asked, start = self._asked, self._asked.start
        values = (start.from_organisation, start.to_organisation, start.activity, start.period)
        with Vertical(id="dialog"):
            yield Label(
                in_language(asked.scale.label, asked.language, "Degree"), id="title", markup=False
            )
            yield Number(asked.scale.values, start.value, asked.language)
            for (name, label, prompt), value in zip(FIELDS, values, strict=True):
                known = asked.periods if name == "period" else asked.organisations
                suggest = (
                    SuggestFromList(known, case_sensitive=False) if name != "activity" else None
                )
                with Horizontal(classes="field"):
                    yield Label(label, markup=False)
                    yield Input(
                        value or "",
                        placeholder=prompt or " · ".join(asked.periods),
                        suggester=suggest,
                        compact=True,
                        id=name,
                        max_length=200,
                    )
            yield Label(
                "tab next · → takes what is proposed · enter keeps · ctrl+n as one more · esc back",
                id="foot",
            )

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self, another: bool = False) -> None:
        """Give what was filled in; `another` leaves the degree that is there as it is."""
        words = {name: self.query_one(f"#{name}", Input).value.strip() for name, _, _ in FIELDS}
        number = self.query_one(Number).value
        details = DegreeDetails(
            number,
            words["from"] or None,
            words["to"] or None,
            words["activity"] or None,
            words["period"] or None,
        )
        self.dismiss(Filled(details, another))


class Number(Static, can_focus=True):
    """The values of the scale side by side with the behaviour that each one names."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.keep", "Keep", show=False)]

    def __init__(self, values: Sequence[ScaleValue], value: int, language: str) -> None:
        super().__init__()
        self._values = [each for each in values if each.value is not None]
        self.value, self._language = value, language

    def render(self) -> Text:
        """The numbers, and the anchor of the chosen one with what tells it from the one below."""
        text = Text()
        for each in self._values:
            chosen = each.value == self.value
            text.append(f" {each.value} ", style="bold reverse" if chosen else "bold")
            label = in_language(each.label, self._language, each.id)
            text.append(f" {label}  ", style="bold" if chosen else "")
        text.append("\n")
        text.append_text(self._beside())
        return text

    def _beside(self) -> Text:
        """The anchors of the chosen value and its neighbours side by side, and below them the
        questions that tell each from the one before."""
        place = next((n for n, v in enumerate(self._values) if v.value == self.value), 0)
        first = max(0, min(place - 1, len(self._values) - 3))
        near = self._values[first : first + 3]
        width = max(12, (self.size.width or _WIDTH) // max(1, len(near)) - 2)
        columns = [
            wrap(f"{each.value}  {in_language(each.anchor, self._language)}", width) or [""]
            for each in near
        ]
        text = Text()
        for row in range(max(map(len, columns), default=0)):
            for each, column in zip(near, columns, strict=True):
                words = column[row] if row < len(column) else ""
                style = "bold" if each.value == self.value else "dim"
                text.append(fitted(words, width) + "  ", style=style)
            text.append("\n")
        for each in self._values[max(place, 1) : place + 2]:
            question = in_language(each.question, self._language)
            if question and each.value is not None:
                text.append(f"{each.value - 1} or {each.value}?  {question}\n", style="italic")
        return text

    def on_key(self, event: events.Key) -> None:
        """A digit chooses; arrows go up and down the scale."""
        numbers = [each.value for each in self._values if each.value is not None]
        wanted = int(event.key) if event.key.isdigit() else None
        if event.key in ("left", "right"):
            wanted = self.value + (1 if event.key == "right" else -1)
        if wanted in numbers and wanted is not None:
            event.stop()
            self.value = wanted
            self.refresh(layout=True)
