"""Values of scales that another version calls otherwise, and what each of them is to turn into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qualcode.domain.codebook import Codebook, Labels, Scale, ScaleValue
from qualcode.domain.scale_revision import VALENCE
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence

Mapped = Mapping[str, Mapping[str, str]]
"""Per scale what its values turn into, by their ids."""


@dataclass(frozen=True, slots=True)
class GoneValue:
    """A value of a scale of mine that the other version does not have.

    `uses` counts what is said with it, `likely` is the value that it seems to be there (or empty),
    `into` the one that was chosen (or empty).
    """

    scale: str
    value: ScaleValue
    uses: int
    likely: str = ""
    into: str = ""

    @property
    def name(self) -> str:
        """How it is addressed: `SCALE/VALUE`."""
        return f"{self.scale}/{self.value.id}"


def gone_values(mine: Codebook, theirs: Codebook) -> Iterator[GoneValue]:
    """The values that scales of both lack in the other version, with what each seems to be there.

    That is the new value with its number or one of its labels, else the only new one.
    """
    for name, scale in mine.scales.items():
        if name not in theirs.scales:
            continue
        known = {value.id for value in scale.values}
        there = {value.id for value in theirs.scales[name].values}
        new = [value for value in theirs.scales[name].values if value.id not in known]
        gone = [value for value in scale.values if value.id not in there]
        for value in gone:
            alike = [one for one in new if _alike(value, one)]
            if not alike and len(gone) == len(new) == 1:
                alike = new
            yield GoneValue(name, value, 0, alike[0].id if len(alike) == 1 else "")


def _alike(one: ScaleValue, other: ScaleValue) -> bool:
    if one.value is not None and one.value == other.value:
        return True
    return any(
        text.casefold() == other.label.get(language, "").casefold()
        for language, text in one.label.items()
    )


def mapping_of(chosen: Mapping[str, str], mine: Codebook, theirs: Codebook) -> Mapped:
    """What was chosen, by scale; raises NotFound or Invalid for what cannot be meant."""
    gone = {one.name: one for one in gone_values(mine, theirs)}
    found: dict[str, dict[str, str]] = {}
    for name, into in chosen.items():
        if name not in gone:
            hint = nearest(name, gone) or sentence(
                "Only values that the file does not have turn into others."
            )
            raise NotFound(sentence("'{name}' is no value that the file lacks.", name=name), hint)
        scale = gone[name].scale
        known = [value.id for value in theirs.scales[scale].values]
        if into not in known:
            hint = sentence("Known: {names}.", names=", ".join(known))
            raise Invalid(
                sentence("'{into}' is no value of {scale} in the file.", into=into, scale=scale),
                hint,
            )
        found.setdefault(scale, {})[gone[name].value.id] = into
    return found


def with_mapped(book: Codebook, mapped: Mapped) -> Codebook:
    """The codebook with those values under their new ids, as if they had always had them."""
    scales = {
        name: _scale(scale, mapped[name]) if name in mapped else scale
        for name, scale in book.scales.items()
    }
    turned = mapped.get(VALENCE, {})
    codes = (
        replace(code, usual_valence=turned.get(code.usual_valence, code.usual_valence))
        if code.usual_valence
        else code
        for code in book.codes
    )
    return replace(book, scales=scales, codes=tuple(codes) if turned else book.codes)


def _scale(scale: Scale, turned: Mapping[str, str]) -> Scale:
    there = {value.id for value in scale.values}
    values: dict[str, ScaleValue] = {}
    for value in scale.values:
        name = turned.get(value.id, value.id)
        if name == value.id or (name not in there and name not in values):
            values[name] = replace(value, id=name)
    anchors: dict[str, dict[str, Labels]] = {}
    for code, texts in scale.anchors_by_code.items():
        kept = {key: text for key, text in texts.items() if key not in turned}
        moved = {turned[key]: text for key, text in texts.items() if key in turned}
        anchors[code] = {**moved, **kept}
    return replace(scale, values=tuple(values.values()), anchors_by_code=anchors)
