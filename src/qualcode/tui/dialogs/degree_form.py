"""The degree in full: number first, then the pair, the activity and the period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from qualcode.domain.codebook import Scale, in_language
from qualcode.domain.coding import Degree, DegreeDetails
from qualcode.errors import nearest
from qualcode.tui.dialogs.degree_number import Number
from qualcode.tui.dialogs.field_labels import field_label
from qualcode.tui.dialogs.form import Form
from qualcode.tui.widgets.proposing_line import ProposingLine
from qualcode.tui.words import _, counted, marked, translated

if TYPE_CHECKING:
    from qualcode.tui.drafts import Fields

_NUMBER = "number"
FIELDS = (
    ("from", marked("From"), marked("organisation")),
    ("to", marked("To"), marked("organisation")),
    ("activity", marked("Activity"), marked("what they do together")),
    ("period", marked("Period"), ""),
)
PAIR = ("from", "to")
"""The lines for organisations."""

_LOW = 30
"""Lines of a window in which nothing is left empty."""
_SHARE, _OTHERS = 0.96, 12
"""How much of a window's height the form may take, and how many lines of it are frame, title,
fields, what is said of them, and keys."""


@dataclass(frozen=True, slots=True)
class DegreeAsked:
    """What the form begins with; `about` names the passage, `others` are its degrees beside the
    one that is changed, which is `old`."""

    scale: Scale
    start: DegreeDetails
    organisations: Sequence[str]
    periods: Sequence[str]
    language: str = "en"
    about: str = ""
    others: Sequence[Degree] = ()
    old: Degree | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in; `another` when it is to stand beside the degree that is there."""

    details: DegreeDetails
    another: bool = False


class DegreeForm(Form[Filled | None]):
    """Digits choose the degree while the number has the focus; enter keeps, escape goes back.

    What could not be kept is said here. A name that no organisation has is asked about once.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("ctrl+s", "keep", "Keep"),
        Binding("ctrl+n", "keep(True)", "Keep as another degree", priority=True),
    ]
    AUTO_FOCUS = "Number"

    def __init__(self, asked: DegreeAsked) -> None:
        super().__init__()
        self._asked = asked
        self._names = {name.casefold() for name in asked.organisations}
        self._asked_about: set[str] = set()
        self._refused = False
        self.about = f"degree:{asked.about}"

    def anew(self) -> DegreeForm:
        """The same, for a degree that could not be kept."""
        return DegreeForm(self._asked)

    def typed(self) -> Fields:
        """The lines and the number."""
        return {**super().typed(), _NUMBER: str(self.query_one(Number).value)}

    def fill(self, fields: Fields) -> None:
        """The lines and the number that stood there before."""
        super().fill(fields)
        number = self.query_one(Number)
        number.choose(int(fields.get(_NUMBER, number.value)))

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
                with Horizontal(classes="field"):
                    yield field_label(_(label), labels)
                    yield ProposingLine(
                        value or "",
                        self._known(name),
                        placeholder=_(prompt) or " · ".join(asked.periods),
                        compact=True,
                        id=name,
                        max_length=200,
                    )
            yield Static(id="said", markup=False)
            keys = _("tab takes the proposal · enter keeps · ctrl+n as one more · esc back")
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

    @on(Input.Changed)
    def _changed(self) -> None:
        self._refused = False
        self._remark()

    @on(events.DescendantBlur)
    def _left_a_line(self) -> None:
        if not self._refused:
            self._remark()

    def action_keep(self, another: bool = False) -> None:
        """Give what was filled in; `another` leaves the degree that is there as it is."""
        filled = Filled(self._details(), another)
        new = self._new_names()
        if self._against(filled):
            return
        if not set(new.values()) <= self._asked_about:
            self._asked_about = set(new.values())
            again = _("The same key again keeps it.")
            self._refuse(next(iter(new)), f"{_new(new.values())} {again}")
            return
        self.dismiss(filled)

    def _against(self, filled: Filled) -> bool:
        """Say what stands against keeping it; whether anything does."""
        asked, details = self._asked, filled.details
        if details.period and details.period not in asked.periods:
            words = _("'{period}' is no period of this project.", period=details.period)
            near = nearest(details.period, asked.periods)
            known = _("Known: {names}.", names=", ".join(asked.periods))
            self._refuse("period", f"{words} {translated(near) if near else known}")
            return True
        there = [*asked.others, asked.old] if filled.another and asked.old else asked.others
        if any(_of(each) == _of(details) for each in there):
            words = _("This passage has a degree for that pair and activity already.")
            self._refuse("from", words)
            return True
        return False

    def _details(self) -> DegreeDetails:
        words = {field[0]: self._line(field[0]).value.strip() or None for field in FIELDS}
        number = self.query_one(Number).value
        return DegreeDetails(number, words["from"], words["to"], words["activity"], words["period"])

    def _line(self, field: str) -> ProposingLine:
        return self.query_one(f"#{field}", ProposingLine)

    def _known(self, field: str) -> Sequence[str]:
        """What can be proposed in a line."""
        if field in PAIR:
            return self._asked.organisations
        return self._asked.periods if field == "period" else ()

    def _new_names(self) -> dict[str, str]:
        """The names that no organisation has, by their lines."""
        names = {field: self._line(field).value.strip() for field in PAIR}
        return {f: name for f, name in names.items() if name and name.casefold() not in self._names}

    def _remark(self) -> None:
        """Say which of the lines that were left have new names."""
        new = self._new_names().items()
        left = [name for field, name in new if not self._line(field).has_focus]
        self._say(_new(left) if left else "")

    def _refuse(self, field: str, words: str) -> None:
        self._refused = True
        self._line(field).focus()
        self._say(words)

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)


def _new(names: Iterable[str]) -> str:
    named = list(dict.fromkeys(names))
    return counted(
        "New organisation: {names}.",
        "New organisations: {names}.",
        len(named),
        names=", ".join(named),
    )


def _of(said: Degree | DegreeDetails) -> tuple[str, ...]:
    """What a degree is said of, as the project tells degrees of one passage apart."""
    pair = (said.from_organisation or "", said.to_organisation or "")
    return (*(name.casefold() for name in pair), said.activity or "", said.period or "")
