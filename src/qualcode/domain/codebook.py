"""The codebook: a tree of codes, scales, sets and starting themes, labelled per language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence

Labels = Mapping[str, str]
"""Text per language code (`en`, `sv`, `da`, `nb`)."""

FALLBACK = ("en", "sv", "nb", "da", "nn")


def in_language(labels: Labels, language: str, default: str = "") -> str:
    """The text in `language`, else in the nearest other one there is."""
    if language in labels:
        return labels[language]
    if language == "nn" and "nb" in labels:
        return labels["nb"]
    for other in FALLBACK:
        if other in labels:
            return labels[other]
    return next(iter(labels.values()), default)


@dataclass(frozen=True, slots=True)
class Taken:
    """The passage that words of a codebook were taken from: ids of this project, or empty."""

    coding: str = ""
    document: str = ""
    participant: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A node of the codebook; `id` is its stable slug, labels may change.

    A retired code keeps its codings and takes no new ones; `became` names the codes that it went
    into: one after a merge, several after a split. `guid` is what another program calls it.
    `taken` says of a label or example that is somebody's words where it is from, by `example.sv`.
    """

    id: str
    label: Labels
    parent: str | None = None
    kind: str = "topic"
    definition: Labels = field(default_factory=dict)
    include: Labels = field(default_factory=dict)
    exclude: Labels = field(default_factory=dict)
    example: Labels = field(default_factory=dict)
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    usual_valence: str | None = None
    sources: tuple[str, ...] = ()
    colour: str | None = None
    key: str | None = None
    assignable: bool = True
    retired: bool = False
    became: tuple[str, ...] = ()
    guid: str | None = None
    taken: Mapping[str, Taken] = field(default_factory=dict)

    def name(self, language: str = "en") -> str:
        """The label in `language`, else in another one, else the id."""
        return in_language(self.label, language, self.id)


@dataclass(frozen=True, slots=True)
class ScaleValue:
    """One value of a scale; `value` is its number where the scale is ordered."""

    id: str
    label: Labels
    value: int | None = None
    sign: str = ""
    anchor: Labels = field(default_factory=dict)
    question: Labels = field(default_factory=dict)
    example: Labels = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered or unordered set of values; the order and number are the codebook's."""

    id: str
    label: Labels
    kind: str
    applies_to: str
    values: tuple[ScaleValue, ...]
    sources: tuple[str, ...] = ()
    anchors_by_code: Mapping[str, Mapping[str, Labels]] = field(default_factory=dict)
    note: Labels = field(default_factory=dict)

    def by_id(self, name: str) -> ScaleValue:
        """The value with that id; raises NotFound with the known ones."""
        for value in self.values:
            if value.id == name:
                return value
        known = ", ".join(v.id for v in self.values)
        raise NotFound(
            sentence("'{name}' is no value of {given}.", name=name, given=self.id),
            sentence("Known: {known}.", known=known),
        )

    def by_number(self, number: int) -> ScaleValue:
        """The value with that number; raises Invalid when it lies off the scale."""
        for value in self.values:
            if value.value == number:
                return value
        known = ", ".join(str(v.value) for v in self.values if v.value is not None)
        raise Invalid(
            sentence("{number} is not on the scale {given}.", number=number, given=self.id),
            sentence("The scale has {known}.", known=known),
        )


@dataclass(frozen=True, slots=True)
class CodeSet:
    """A named choice of codes, such as those for a first reading."""

    id: str
    label: Labels
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extension:
    """Codes that a team may do without: off unless switched on, and then coded with like others."""

    id: str
    label: Labels
    codes: tuple[str, ...]
    on: bool = False


@dataclass(frozen=True, slots=True)
class StartingTheme:
    """A theme that a new project begins with: over codes, or over the values of a scale."""

    id: str
    label: Labels
    codes: tuple[str, ...] = ()
    scale: str | None = None


@dataclass(frozen=True)
class Codebook:
    """One version of a codebook. Codes keep the order of the file; parents come first."""

    id: str
    version: str
    title: Labels
    codes: tuple[Code, ...]
    scales: Mapping[str, Scale] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    description: Labels = field(default_factory=dict)
    note: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, CodeSet] = field(default_factory=dict)
    themes: tuple[StartingTheme, ...] = ()
    trap_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extensions: Mapping[str, Extension] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Code]:
        """Codes by their id."""
        return {code.id: code for code in self.codes}

    @cached_property
    def _children(self) -> Mapping[str | None, tuple[Code, ...]]:
        found: dict[str | None, list[Code]] = {}
        for code in self.codes:
            found.setdefault(code.parent, []).append(code)
        return {parent: tuple(codes) for parent, codes in found.items()}

    def code(self, name: str) -> Code:
        """The code with that id; raises NotFound with the nearest ids."""
        if name in self.by_id:
            return self.by_id[name]
        raise NotFound(
            sentence("Code '{name}' is not in the codebook.", name=name),
            nearest(name, self.by_id) or sentence("See `qualcode codebook list`."),
        )

    def children(self, name: str | None) -> tuple[Code, ...]:
        """The codes directly below one, or the top level for None."""
        return self._children.get(name, ())

    @cached_property
    def switched_off(self) -> frozenset[str]:
        """Ids of the codes of the extensions that are off, with all that lies below them."""
        named = {code for one in self.extensions.values() if not one.on for code in one.codes}
        kept = {code for one in self.extensions.values() if one.on for code in one.codes}
        found: set[str] = set()
        for code in self.walk():
            if code.id not in kept and (code.id in named or code.parent in found):
                found.add(code.id)
        return frozenset(found)

    def codes_of(self, extension: str) -> tuple[str, ...]:
        """The ids of an extension's codes with all that lies below them, in the file's order."""
        found = set(self.extensions[extension].codes)
        for code in self.walk():
            if code.parent in found:
                found.add(code.id)
        return tuple(code.id for code in self.codes if code.id in found)

    def in_use(self, code: Code) -> bool:
        """Whether it is neither retired nor part of an extension that is off."""
        return not code.retired and code.id not in self.switched_off

    def takes(self, code: Code) -> bool:
        """Whether new codings may be given it: no mere heading, not retired, not switched off."""
        return code.assignable and self.in_use(code)

    def switch(self, name: str, *, on: bool) -> Codebook:
        """The codebook with that extension on or off; raises NotFound with the known ones."""
        if name not in self.extensions:
            known = ", ".join(self.extensions)
            raise NotFound(
                sentence("The codebook has no extension '{name}'.", name=name),
                sentence("Known: {names}.", names=known) if known else sentence("It has none."),
            )
        changed = {**self.extensions, name: replace(self.extensions[name], on=on)}
        return replace(self, extensions=changed)

    def lineage(self, name: str) -> tuple[str, ...]:
        """The code's own id and its ancestors', nearest first."""
        found: list[str] = []
        at: str | None = name
        while at is not None and at in self.by_id and at not in found:
            found.append(at)
            at = self.by_id[at].parent
        return tuple(found)

    def below(self, name: str) -> tuple[str, ...]:
        """The code's own id and those of all its descendants, in the file's order."""
        found = {name}
        for code in self.walk():
            if code.parent in found:
                found.add(code.id)
        return tuple(code.id for code in self.codes if code.id in found)

    def walk(self) -> Iterator[Code]:
        """All codes, each parent before its children, siblings in the file's order."""
        stack = list(reversed(self.children(None)))
        while stack:
            code = stack.pop()
            yield code
            stack.extend(reversed(self.children(code.id)))

    def depth(self, name: str) -> int:
        """0 for a code at the top."""
        return len(self.lineage(name)) - 1

    @cached_property
    def conditions(self) -> tuple[Code, ...]:
        """The codes that cases are compared on (kind `condition`), in the file's order."""
        return tuple(code for code in self.codes if code.kind == "condition")

    def condition_of(self, name: str) -> Code | None:
        """The condition that the code is or lies below."""
        for at in self.lineage(name):
            if self.by_id[at].kind == "condition":
                return self.by_id[at]
        return None

    def scale(self, name: str) -> Scale:
        """The scale with that id; raises NotFound with the known ones."""
        if name in self.scales:
            return self.scales[name]
        known = ", ".join(self.scales)
        raise NotFound(
            sentence("The codebook has no scale '{name}'.", name=name),
            sentence("Known: {known}.", known=known),
        )
