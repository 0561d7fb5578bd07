"""A scale while it is being revised: what is changed so far, and the operation that does it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.domain.codebook import Labels, Scale, ScaleValue
from qualcode.domain.scale_revision import ReviseScale, ScaleEdits, edited
from qualcode.errors import Invalid
from qualcode.tui.words import _


@dataclass(slots=True)
class ScaleDraft:
    """The values in the order they are to have; those that go, and what they turn into.

    `uses` says how often each value is said in the project.
    """

    scale: Scale
    uses: Mapping[str, int]
    order: list[str] = field(default_factory=list)
    labels: dict[str, Labels] = field(default_factory=dict)
    added: dict[str, Labels] = field(default_factory=dict)
    removed: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.order = [value.id for value in self.scale.values]

    def saved(self) -> str:
        """What is changed, as JSON."""
        return json.dumps([self.order, self.labels, self.added, self.removed], ensure_ascii=False)

    def load(self, saved: str) -> None:
        """Change what was changed before; nothing where the scale has other values by now."""
        order, labels, added, removed = json.loads(saved)
        now = {value.id for value in self.scale.values}
        if {*order, *removed} - {*added} == now:
            self.order, self.labels, self.added, self.removed = order, labels, added, removed

    @property
    def changed(self) -> bool:
        """Whether the scale would be another one."""
        return self.operation().values != self.scale.values

    def operation(self) -> ReviseScale:
        """The revision that brings the scale there; an order that stays is not numbered anew."""
        kept = [value.id for value in self.scale.values if value.id not in self.removed]
        same = self.order == [*kept, *self.added]
        order = () if same else tuple(self.order)
        return edited(self.scale, ScaleEdits(self.labels, self.added, self.removed, order))

    def values(self) -> tuple[ScaleValue, ...]:
        """The values as they would be."""
        return self.operation().values

    def label(self, name: str, language: str) -> str:
        """The label of a value in exactly that language, as it would be."""
        if name in self.added:
            return self.added[name].get(language, "")
        said = {**self.scale.by_id(name).label, **self.labels.get(name, {})}
        return said.get(language, "")

    def add(self, name: str, labels: Labels) -> None:
        """A new value, the last one."""
        self.added[name] = dict(labels)
        self.order.append(name)

    def relabel(self, name: str, language: str, label: str) -> None:
        """Another label in a language."""
        of = self.added if name in self.added else self.labels
        of[name] = {**of.get(name, {}), language: label}

    def shift(self, name: str, by: int) -> None:
        """One place on or back; raises Invalid at the ends."""
        place = self.order.index(name)
        if not 0 <= place + by < len(self.order):
            raise Invalid(_("There is nothing to change places with."))
        self.order.insert(place + by, self.order.pop(place))

    def said(self, name: str) -> int:
        """How often a value is said, with what is to turn into it."""
        came = [old for old, into in self.removed.items() if into == name]
        return self.uses.get(name, 0) + sum(self.uses.get(old, 0) for old in came)

    def remove(self, name: str, into: str | None) -> None:
        """Take a value away; what turned into it turns into the same one."""
        self.order.remove(name)
        for old, target in self.removed.items():
            if target == name:
                self.removed[old] = into
        if name in self.added:
            del self.added[name]
            return
        self.labels.pop(name, None)
        self.removed[name] = into

    def bring_back(self, name: str) -> None:
        """Take back that a value is removed; it comes last."""
        del self.removed[name]
        self.order.append(name)
