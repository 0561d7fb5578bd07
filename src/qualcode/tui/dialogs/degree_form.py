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
from qualcode.tui.dialogs.field_labels import field_label
from qualcode.tui.fitting import fitted
from qualcode.tui.words import _, marked

FIELDS = (
    ("from", marked("From"), marked("organisation")),
    ("to", marked("To"), marked("organisation")),
    ("activity", marked("Activity"), marked("what they do together")),
    ("period", marked("Period"), ""),
)

_WIDTH = 90
"""Cells of the row of anchors before the form has a size."""
_LOW = 30
"""Lines of a window in which nothing is left empty."""
_SHARE, _OTHERS = 0.96, 11
"""How much of a window's height the form may take, and how many lines of it are frame, title,
fields and keys."""


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
        labels = [_(label) for _name, label, _prompt in FIELDS]
        with Vertical(id="dialog"):
            title = in_language(asked.scale.label, asked.language, _("Degree"))
            yield Label(title, id="title", markup=False)
            yield Number(asked.scale.values, start.value, asked.language)
            for (name, label, prompt), value in zip(FIELDS, values, strict=True):
                known = asked.periods if name == "period" else asked.organisations
                suggest = (
                    SuggestFromList(known, case_sensitive=False) if name != "activity" else None
                )
                with Horizontal(classes="field"):
                    yield field_label(_(label), labels)
                    yield Input(
                        value or "",
                        placeholder=_(prompt) or " · ".join(asked.periods),
                        suggester=suggest,
                        compact=True,
                        id=name,
                        max_length=200,
                    )
            keys = _(
                "tab next · → takes what is proposed · enter keeps · ctrl+n as one more · esc back"
            )
            yield Label(keys, id="foot", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """The fields stay in view: what is said about the number has the room that they leave."""
        low, number = event.size.height < _LOW, self.query_one(Number)
        self.set_class(low, "-low")
        number.most = max(2, int(event.size.height * _SHARE) - _OTHERS - (not low))
        number.styles.max_height = number.most
        number.refresh(layout=True)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self, another: bool = False) -> None:
        """Give what was filled in; `another` leaves the degree that is there as it is."""
        words = {field[0]: self.query_one(f"#{field[0]}", Input).value.strip() for field in FIELDS}
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
        self.most = 0

    def render(self) -> Text:
        """The numbers, and the anchor of the chosen one with what tells it from those beside it;
        where there is room, their anchors too."""
        text = self._words(3)
        width = self.size.width or _WIDTH
        if self.most and len(text.wrap(self.app.console, width)) > self.most:
            text = self._words(1)
        return text

    def _words(self, most: int) -> Text:
        text = Text()
        for each in self._values:
            chosen = each.value == self.value
            text.append(f" {each.value} ", style="bold reverse" if chosen else "bold")
            label = in_language(each.label, self._language, each.id)
            text.append(f" {label}  ", style="bold" if chosen else "")
        text.append("\n")
        text.append_text(self._beside(most))
        text.rstrip()
        return text

    def _beside(self, most: int) -> Text:
        """The anchors of the chosen value and its neighbours side by side, and below them the
        questions that tell each from the one before; `most` anchors."""
        place = next((n for n, v in enumerate(self._values) if v.value == self.value), 0)
        first = max(0, min(place - most // 2, len(self._values) - most))
        near = self._values[first : first + most]
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
                which = _("{low} or {high}?", low=each.value - 1, high=each.value)
                text.append(f"{which}  {question}\n", style="italic")
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
