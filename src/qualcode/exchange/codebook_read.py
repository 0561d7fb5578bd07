"""From the tree of a file to the values of a codebook; wrong shapes are remarked on."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from qualcode.domain.code_tree import parents_first
from qualcode.domain.codebook import (
    Code,
    Codebook,
    CodeSet,
    Extension,
    Scale,
    ScaleValue,
    StartingTheme,
    Taken,
)
from qualcode.errors import nearest
from qualcode.exchange.codebook_nodes import Node
from qualcode.exchange.codebook_problem import Problems
from qualcode.sentences import sentence

FORMAT = 1
"""The newest shape of the file that this program reads."""

_KEYED = sentence("write each on a line of its own, with a colon")

Lines = dict[tuple[str, ...], int]
"""The line of each named part: `("codes", id)`, `("codes", id, "cues")`, `("scales", id)` ..."""

KEYS = {
    "file": (
        "format id version languages title description note sources scales trap_words sets "
        "extensions themes codes"
    ),
    "code": (
        "id parent label kind definition include exclude example cues usual_valence sources colour "
        "key assignable retired became guid taken"
    ),
    "taken": "coding document participant",
    "scale": "id label kind applies_to values sources anchors_by_code note",
    "value": "id label value sign anchor question example",
    "set": "id label codes",
    "extension": "id label codes on",
    "theme": "id label codes scale",
}
"""The keys of each part of the file; others are remarked on and left out."""


class Reading:
    """One file on its way to a codebook: the tree goes in, the codebook and `lines` come out."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.lines: Lines = {}
        self._language = "en"

    def codebook(self, root: Node) -> Codebook | None:
        """The codebook; None when the file has another shape altogether or is too new."""
        top = self._mapping(root, sentence("the file"), KEYS["file"])
        if not top or not self._known_format(top):
            return None
        languages = self._texts(top.get("languages"))
        self._language = languages[0] if languages else "en"
        for needed in ("id", "codes"):
            if needed not in top:
                what = sentence("'{needed}' is missing", needed=needed)
                hint = sentence("add a line `{needed}:`", needed=needed)
                self.problems.error(root.line, what, hint)
        return Codebook(
            id=self._text(top.get("id")),
            version=self._text(top.get("version")) or "1",
            title=self._labels(top.get("title")),
            codes=parents_first([self._code(node) for node in self._list(top.get("codes"))]),
            scales=self._scales(top.get("scales")),
            languages=languages,
            description=self._labels(top.get("description")),
            note=self._text(top.get("note")),
            sources=self._labels(top.get("sources")),
            sets={i: self._set(i, node) for i, node in self._named(top.get("sets"), "sets")},
            extensions={
                name: self._extension(name, node)
                for name, node in self._named(top.get("extensions"), "extensions")
            },
            themes=tuple(self._theme(node) for node in self._list(top.get("themes"))),
            trap_words={
                language: self._texts(node)
                for language, node in self._mapping(top.get("trap_words"), "trap_words").items()
            },
        )

    def _known_format(self, top: dict[str, Node]) -> bool:
        node = top.get("format")
        if node is None:
            return True
        number = self._number(node)
        if number is None:
            return False
        if number > FORMAT:
            self.problems.error(
                node.line,
                sentence(
                    "the file has format {number}, newer than this program reads ({known})",
                    number=number,
                    known=FORMAT,
                ),
                sentence("update qualcode"),
            )
        return number <= FORMAT

    def _code(self, node: Node) -> Code:
        parts = self._mapping(node, sentence("a code"), KEYS["code"])
        name = self._text(parts.get("id"))
        self._note("codes", name, node, parts)
        return Code(
            id=name,
            label=self._labels(parts.get("label")),
            parent=self._text(parts.get("parent")) or None,
            kind=self._text(parts.get("kind")) or "topic",
            definition=self._labels(parts.get("definition")),
            include=self._labels(parts.get("include")),
            exclude=self._labels(parts.get("exclude")),
            example=self._labels(parts.get("example")),
            cues={
                language: self._texts(cues)
                for language, cues in self._mapping(parts.get("cues"), "cues").items()
            },
            usual_valence=self._text(parts.get("usual_valence")) or None,
            sources=self._texts(parts.get("sources")),
            colour=self._text(parts.get("colour")) or None,
            key=self._text(parts.get("key")) or None,
            assignable=self._flag(parts.get("assignable"), default=True),
            retired=self._flag(parts.get("retired"), default=False),
            became=self._texts(parts.get("became")),
            guid=self._text(parts.get("guid")) or None,
            taken={
                field: self._taken(part)
                for field, part in self._mapping(parts.get("taken"), "taken").items()
            },
        )

    def _taken(self, node: Node) -> Taken:
        parts = self._mapping(node, sentence("a source of words"), KEYS["taken"])
        return Taken(**{name: self._text(parts.get(name)) for name in KEYS["taken"].split()})

    def _scales(self, node: Node | None) -> dict[str, Scale]:
        return {name: self._scale(name, part) for name, part in self._named(node, "scales")}

    def _scale(self, name: str, node: Node) -> Scale:
        parts = self._mapping(node, sentence("the scale {scale}", scale=name), KEYS["scale"])
        self._note("scales", name, node, parts)
        return Scale(
            id=name,
            label=self._labels(parts.get("label")),
            kind=self._text(parts.get("kind")) or "nominal",
            applies_to=self._text(parts.get("applies_to")) or "segment",
            values=tuple(self._value(value) for value in self._list(parts.get("values"))),
            sources=self._texts(parts.get("sources")),
            anchors_by_code={
                code: {
                    number: self._labels(anchor)
                    for number, anchor in self._mapping(anchors, "anchors").items()
                }
                for code, anchors in self._mapping(parts.get("anchors_by_code"), "anchors").items()
            },
            note=self._labels(parts.get("note")),
        )

    def _value(self, node: Node) -> ScaleValue:
        parts = self._mapping(node, sentence("a value of a scale"), KEYS["value"])
        return ScaleValue(
            id=self._text(parts.get("id")),
            label=self._labels(parts.get("label")),
            value=self._number(parts.get("value")),
            sign=self._text(parts.get("sign")),
            anchor=self._labels(parts.get("anchor")),
            question=self._labels(parts.get("question")),
            example=self._labels(parts.get("example")),
        )

    def _set(self, name: str, node: Node) -> CodeSet:
        parts = self._mapping(node, sentence("the set {set}", set=name), KEYS["set"])
        self._note("sets", name, node, parts)
        return CodeSet(name, self._labels(parts.get("label")), self._texts(parts.get("codes")))

    def _extension(self, name: str, node: Node) -> Extension:
        parts = self._mapping(
            node, sentence("the extension {extension}", extension=name), KEYS["extension"]
        )
        self._note("extensions", name, node, parts)
        codes = self._texts(parts.get("codes"))
        on = self._flag(parts.get("on"), default=False)
        return Extension(name, self._labels(parts.get("label")), codes, on)

    def _theme(self, node: Node) -> StartingTheme:
        parts = self._mapping(node, "a theme", KEYS["theme"])
        name = self._text(parts.get("id"))
        self._note("themes", name, node, parts)
        return StartingTheme(
            name,
            self._labels(parts.get("label")),
            self._texts(parts.get("codes")),
            self._text(parts.get("scale")) or None,
        )

    def _note(self, kind: str, name: str, node: Node, parts: dict[str, Node]) -> None:
        """Remembers lines; a second thing of the same name, or one without a name, is an error."""
        if not name:
            what = sentence("something in '{kind}' has no id", kind=kind)
            self.problems.error(node.line, what, sentence("give it one"))
        elif (kind, name) in self.lines:
            first = self.lines[kind, name]
            at = parts["id"].line if "id" in parts else node.line
            code = name if kind == "codes" else None
            self.problems.error(
                at,
                sentence("the id '{name}' is there twice", name=name),
                sentence("first on line {first}", first=first),
                code=code,
            )
            return
        self.lines[kind, name] = parts["id"].line if "id" in parts else node.line
        self.lines.update({(kind, name, key): part.line for key, part in parts.items()})

    def _mapping(self, node: Node | None, what: str, known: str = "") -> dict[str, Node]:
        """The parts of a mapping; keys that are not `known` (if any are given) are remarked on."""
        if node is None or node.value is None:
            return {}
        if not isinstance(node.value, dict):
            said = sentence("{what} should be `key: value` lines", what=what)
            self.problems.error(node.line, said, _KEYED)
            return {}
        for key, part in node.value.items():
            if known and key not in known.split():
                hint = nearest(key, known.split(), limit=1) or sentence(
                    "known: {names}", names=known.replace(" ", ", ")
                )
                self.problems.warn(
                    part.line,
                    sentence("'{key}' in {what} is not known and left out", key=key, what=what),
                    hint,
                )
        return node.value

    def _named(self, node: Node | None, what: str) -> Iterable[tuple[str, Node]]:
        return self._mapping(node, what).items()

    def _list(self, node: Node | None) -> list[Node]:
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, list):
            what = sentence("this should be a list")
            self.problems.error(node.line, what, sentence("begin each entry with `- `"))
            return []
        return node.value

    def _text(self, node: Node | None) -> str:
        if node is None or node.value is None:
            return ""
        if not isinstance(node.value, str):
            what = sentence("this should be a text, not a list or `key: value`")
            self.problems.error(node.line, what, sentence("put it in quotation marks"))
            return ""
        return normalize("NFC", node.value).strip()

    def _texts(self, node: Node | None) -> tuple[str, ...]:
        if node is not None and isinstance(node.value, str):
            return (self._text(node),)
        return tuple(text for part in self._list(node) if (text := self._text(part)))

    def _labels(self, node: Node | None) -> dict[str, str]:
        """Text per language; a text alone is in the codebook's first language."""
        if node is not None and isinstance(node.value, str):
            return {self._language: self._text(node)}
        parts = self._mapping(node, sentence("this text"))
        return {key: text for key, part in parts.items() if (text := self._text(part))}

    def _number(self, node: Node | None) -> int | None:
        if node is None or node.value is None:
            return None
        try:
            return int(self._text(node))
        except ValueError:
            what = sentence("this should be a whole number")
            self.problems.error(node.line, what, sentence("such as 3"))
            return None

    def _flag(self, node: Node | None, *, default: bool) -> bool:
        if node is None or node.value is None:
            return default
        word = self._text(node).lower()
        if word not in ("true", "false"):
            what = sentence("this should be true or false")
            self.problems.error(node.line, what, sentence("write one of them"))
        return word == "true"
