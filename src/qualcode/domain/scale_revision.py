"""Revising a scale: other labels, another order, values that come and go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from qualcode.domain.code_tree import clean, clean_labels
from qualcode.domain.codebook import Codebook, Labels, Scale, ScaleValue
from qualcode.errors import Invalid
from qualcode.sentences import joined, sentence

VALENCE = "valence"


@dataclass(frozen=True, slots=True)
class ReviseScale:
    """The values that a scale is to have, in their order; `gone` says what old ones turn into.

    A value is the same as long as it keeps its id, whatever its number or label.
    """

    kind: ClassVar[str] = "scale"
    scale: str
    values: tuple[ScaleValue, ...]
    gone: Mapping[str, str] = field(default_factory=dict)

    @property
    def about(self) -> str:
        """The scale's id."""
        return self.scale

    @property
    def words(self) -> str:
        """`scale X revised`, with what went into what."""
        if not self.gone:
            return sentence("scale {scale} revised", scale=self.scale)
        said = [sentence("{old} into {new}", old=old, new=new) for old, new in self.gone.items()]
        return sentence(
            "scale {scale} revised, {values}", scale=self.scale, values=joined(said, ", ")
        )

    def apply(self, book: Codebook) -> Codebook:
        """Raises Invalid for an empty or ambiguous scale, NotFound for an unknown value."""
        was = book.scale(self.scale)
        now = replace(was, values=self.values)
        self._check(was, now)
        anchors = {code: self._renamed(was, texts) for code, texts in was.anchors_by_code.items()}
        now = replace(now, anchors_by_code=anchors)
        book = replace(book, scales={**book.scales, self.scale: now})
        return _with_valences(book, self.gone) if self.scale == VALENCE else book

    def successor(self, old: ScaleValue) -> ScaleValue | None:
        """What a value of the old scale is on the new one, or None."""
        by_id = {value.id: value for value in self.values}
        return by_id.get(self.gone.get(old.id, old.id))

    def _renamed(self, was: Scale, texts: Mapping[str, Labels]) -> dict[str, Labels]:
        """Anchors by the new numbers and ids; of two that meet, that of the value that stays."""
        found: dict[str, Labels] = {}
        left: dict[str, Labels] = {}
        for old in was.values:
            new = self.successor(old)
            for key, renamed in ((old.id, "id"), (str(old.value), "value")):
                if new is not None and key in texts:
                    into = found if new.id == old.id else left
                    into[str(getattr(new, renamed))] = texts[key]
        return {**left, **found}

    def _check(self, was: Scale, now: Scale) -> None:
        names = [value.id for value in now.values]
        if not names:
            raise Invalid(sentence("The scale {was} needs values.", was=was.id))
        if len(set(names)) < len(names):
            raise Invalid(
                sentence("The scale {was} has a value twice.", was=was.id),
                sentence("Values: {names}.", names=", ".join(names)),
            )
        numbers = [value.value for value in now.values]
        if now.kind == "ordinal" and (None in numbers or len(set(numbers)) < len(numbers)):
            raise Invalid(
                sentence(
                    "Each value of the ordered scale {was} needs a number of its own.", was=was.id
                )
            )
        for old, new in self.gone.items():
            was.by_id(old)
            now.by_id(new)
            if old in names:
                raise Invalid(
                    sentence(
                        "'{old}' stays on the scale and cannot turn into '{new}'.", old=old, new=new
                    )
                )


def _with_valences(book: Codebook, gone: Mapping[str, str]) -> Codebook:
    """The codebook with the codes' usual valences as they are now called."""
    codes = (
        replace(code, usual_valence=gone.get(code.usual_valence, code.usual_valence))
        if code.usual_valence
        else code
        for code in book.codes
    )
    known = {value.id for value in book.scales[VALENCE].values}
    return replace(
        book,
        codes=tuple(
            code
            if code.usual_valence is None or code.usual_valence in known
            else replace(code, usual_valence=None)
            for code in codes
        ),
    )


@dataclass(frozen=True, slots=True)
class ScaleEdits:
    """What is to change on a scale, by the ids of values.

    `labels` and `added` are by value and language, `removed` says what a value turns into (None
    where nobody uses it), `order` names the values that come first.
    """

    labels: Mapping[str, Labels] = field(default_factory=dict)
    added: Mapping[str, Labels] = field(default_factory=dict)
    removed: Mapping[str, str | None] = field(default_factory=dict)
    order: tuple[str, ...] = ()


def edited(scale: Scale, edits: ScaleEdits) -> ReviseScale:
    """The revision that makes these edits; an ordered scale is numbered anew from its lowest value.

    Raises NotFound for an unknown value.
    """
    for name in (*edits.labels, *edits.removed):
        scale.by_id(name)
    values = {value.id: value for value in scale.values if value.id not in edits.removed}
    for name, labels in edits.added.items():
        if name in values:
            raise Invalid(
                sentence("The scale {scale} has '{name}' already.", scale=scale.id, name=name)
            )
        values[name] = ScaleValue(clean(name), clean_labels(labels))
    for name, labels in edits.labels.items():
        if name in values:
            values[name] = replace(
                values[name], label=clean_labels({**values[name].label, **labels})
            )
    after = replace(scale, values=tuple(values.values()))
    first = {name: after.by_id(name) for name in edits.order}
    ordered = list({**first, **values}.values())
    if scale.kind == "ordinal" and (edits.order or edits.added or edits.removed):
        lowest = min((v.value for v in scale.values if v.value is not None), default=1)
        ordered = [replace(value, value=n) for n, value in enumerate(ordered, lowest)]
    gone = {name: into for name, into in edits.removed.items() if into is not None}
    return ReviseScale(scale.id, tuple(ordered), gone)
