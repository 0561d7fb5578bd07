"""A rating: a value of the codebook's scale or not enough evidence, and one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from qualcode.domain.codebook import Labels, Scale, in_language
from qualcode.domain.rating import AGREED, NOT_ENOUGH, OWN, Rating
from qualcode.errors import Conflict, Invalid, QualcodeError
from qualcode.tui.dialogs.field_labels import field_label
from qualcode.tui.dialogs.form import Form
from qualcode.tui.fitting import fitted
from qualcode.tui.messages import told
from qualcode.tui.widgets.one_of import OneOf
from qualcode.tui.words import _, marked, translated

if TYPE_CHECKING:
    from qualcode.services.ratings import RatingDetails
    from qualcode.tui.drafts import Fields

KINDS = {OWN: marked("my own"), AGREED: marked("agreed by the raters")}
NO_PERIOD = marked("no period")

_WIDTH, _SENTENCE = 100, 500
_VALUE = "value"
_COLUMN = 24
"""Cells below which the anchors of all values do not stand side by side."""


@dataclass(frozen=True, slots=True)
class RatingAsked:
    """What is rated, and what was said before.

    `give` keeps a rating and raises what stands against it; `against` shows what speaks against a
    value. `anchors` are those of the code by the value's number as text; `about` names the cell.
    """

    title: str
    scale: Scale
    anchors: Mapping[str, Labels]
    known: Sequence[Rating]
    periods: Sequence[str]
    coder: str | None
    give: Callable[[RatingDetails], object]
    against: Callable[[int | None], None]
    language: str = "en"
    about: str = ""


class RatingForm(Form[bool]):
    """Stays open until the rating is kept or left; gives whether it was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Back"),
        Binding("ctrl+s", "keep", "Keep"),
        Binding("ctrl+o", "against", "What speaks against", priority=True),
    ]
    AUTO_FOCUS = "RatingValue"

    def __init__(self, asked: RatingAsked) -> None:
        super().__init__()
        self._asked = asked
        self._loaded = ("", "")
        self.about = f"rating:{asked.about}"

    def typed(self) -> Fields:
        """The sentence and the value."""
        return {**super().typed(), _VALUE: self.query_one(RatingValue).chosen}

    def fill(self, fields: Fields) -> None:
        """The sentence and the value that stood there before."""
        super().fill(fields)
        self.query_one(RatingValue).choose(fields.get(_VALUE, ""))

    def compose(self) -> ComposeResult:
        """The scale, the sentence, whose it is, the period."""
        asked, labels = self._asked, [_("Sentence"), _("Whose"), _("Period")]
        with Vertical(id="dialog"):
            yield Label(asked.title, id="title", markup=False)
            yield RatingValue(asked.scale, asked.anchors, asked.language)
            with Horizontal(classes="field"):
                yield field_label(labels[0], labels)
                prompt = _("in one sentence, what it rests on")
                yield Input(placeholder=prompt, compact=True, id="sentence", max_length=_SENTENCE)
            with Horizontal(classes="field"):
                yield field_label(labels[1], labels)
                yield OneOf(tuple(KINDS.values()), id="kind")
            if asked.periods:
                with Horizontal(classes="field"):
                    yield field_label(labels[2], labels)
                    yield OneOf((NO_PERIOD, *asked.periods), id="period", as_is=asked.periods)
            yield Static(id="said", markup=False)
            keys = _("enter keeps · tab next · ctrl+o what speaks against · esc back")
            yield Label(keys, id="foot", markup=False)

    def on_mount(self) -> None:
        """What was said before, and what is said again when another period is chosen."""
        for each in self.query(OneOf):
            self.watch(each, "place", self._load, init=False)
        latest = [one for one in self._asked.known if one.kind == OWN and self._is_mine(one)]
        if latest and latest[-1].period in self._asked.periods:
            period = self.query_one("#period", OneOf)
            period.place = self._asked.periods.index(latest[-1].period) + 1
        self._load()

    def _is_mine(self, rating: Rating) -> bool:
        return rating.coder == self._asked.coder

    @property
    def _kind(self) -> str:
        return list(KINDS)[self.query_one("#kind", OneOf).place]

    @property
    def _period(self) -> str | None:
        found = self.query("#period")
        place = found.first(OneOf).place if found else 0
        return self._asked.periods[place - 1] if place else None

    def _load(self) -> None:
        """The rating of that kind and period; what was chosen or typed here stays."""
        here = [one for one in self._asked.known if one.period == self._period]
        same = [
            one
            for one in here
            if one.kind == self._kind and (one.kind == AGREED or self._is_mine(one))
        ]
        sentence, value = self.query_one("#sentence", Input), self.query_one(RatingValue)
        if (sentence.value, value.chosen) == self._loaded:
            self._loaded = (same[-1].sentence or "", same[-1].shown) if same else ("", "")
            sentence.value = self._loaded[0]
            value.choose(self._loaded[1])

    @on(Input.Submitted)
    @on(OneOf.Entered)
    def _entered(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Keep it; what stands against is said here, and nothing typed is lost."""
        from qualcode.services.ratings import RatingDetails

        chosen = self.query_one(RatingValue)
        if not chosen.chosen:
            self._say(_("Choose a number, or n where there is not enough evidence."))
            return
        sentence = self.query_one("#sentence", Input).value.strip() or None
        agreed = self._kind == AGREED
        try:
            self._asked.give(
                RatingDetails(chosen.value, sentence, period=self._period, agreed=agreed)
            )
        except Conflict as error:
            hint = _("Each rates alone first.") if agreed else _("ctrl+o shows it.")
            self._say(f"{translated(error.message)} {hint}")
        except Invalid as error:
            hint = _("Link more passages, rate lower, or choose n: not enough evidence.")
            self._say(f"{translated(error.message)} {hint}")
        except QualcodeError as error:
            self._say(told(error))
        else:
            self.dismiss(True)

    def action_against(self) -> None:
        """What speaks against the chosen value."""
        try:
            self._asked.against(self.query_one(RatingValue).value)
        except QualcodeError as error:
            self._say(told(error))
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)


class RatingValue(Static, can_focus=True):
    """The values of the scale with what each one means here; not enough evidence stands apart."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.keep", "Keep", show=False)]

    def __init__(self, scale: Scale, anchors: Mapping[str, Labels], language: str) -> None:
        super().__init__()
        self._values = [each for each in scale.values if each.value is not None]
        self._anchors, self._language = anchors, language
        self.chosen = ""

    @property
    def value(self) -> int | None:
        """The number; None for not enough evidence, and while nothing is chosen."""
        return int(self.chosen) if self.chosen.lstrip("-").isdigit() else None

    def choose(self, shown: str) -> None:
        """Choose a number or `NE`; nothing for an empty word."""
        self.chosen = shown
        self.refresh(layout=True)

    def render(self) -> Text:
        """The numbers and labels, then the anchors that there is room for."""
        text = Text()
        for each in self._values:
            label = in_language(each.label, self._language, each.id)
            self._offer(text, str(each.value), label)
        text.append("│  ", style="dim")
        self._offer(text, NOT_ENOUGH, _("n: not enough evidence"))
        text.append("\n")
        text.append_text(self._anchor_words())
        text.rstrip()
        return text

    def _offer(self, text: Text, shown: str, label: str) -> None:
        chosen = shown == self.chosen
        text.append(f" {shown} ", style="bold reverse" if chosen else "bold")
        words = f" {label}".replace(" ", "\u00a0")
        text.append(f"{words}   ", style="bold" if chosen else "not bold")

    def _anchor_words(self) -> Text:
        """The anchors side by side; with little room that of the chosen value only."""
        width = self.size.width or _WIDTH
        near = self._values
        if width // max(len(near), 1) < _COLUMN:
            near = [each for each in near if str(each.value) == self.chosen]
        room = max(12, width // max(1, len(near)) - 2)
        columns = []
        for each in near:
            anchor = self._anchors.get(str(each.value)) or each.anchor
            columns.append(wrap(in_language(anchor, self._language), room) or [""])
        text = Text()
        for row in range(max(map(len, columns), default=0)):
            for each, column in zip(near, columns, strict=True):
                words = column[row] if row < len(column) else ""
                style = "bold" if str(each.value) == self.chosen else "not bold"
                text.append(fitted(words, room) + "  ", style=style)
            text.append("\n")
        return text

    def on_key(self, event: events.Key) -> None:
        """A digit or n chooses; arrows go along the scale."""
        offers = [*(str(each.value) for each in self._values), NOT_ENOUGH]
        wanted = NOT_ENOUGH if event.key == "n" else event.character or ""
        if event.key in ("left", "right"):
            by = 1 if event.key == "right" else -1
            at = offers.index(self.chosen) + by if self.chosen in offers else 0
            wanted = offers[min(max(at, 0), len(offers) - 1)]
        if wanted in offers:
            event.stop()
            self.choose(wanted)
