"""A `.qdc` file of any program as a codebook: what is odd is mended and remarked on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from qualcode.domain.code_tree import parents_first
from qualcode.domain.codebook import Code, Codebook, Scale, Taken
from qualcode.exchange.codebook_paragraphs import Paragraphs, read, split
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_qdc_parts import (
    GUID,
    children,
    colour_of,
    description,
    guid_for,
    guid_of,
    local,
    name_of,
)
from qualcode.exchange.codebook_qdc_scales import SCALE_FIELDS, named, scale_of, sets_of
from qualcode.exchange.codebook_read import Lines
from qualcode.exchange.codebook_slugs import Slugs, slug
from qualcode.sentences import sentence
from qualcode.text.language import recognise

_FOREIGN = ("Definition", "Use when", "Not when", "Example", "Cues")
_OWN = (
    *_FOREIGN,
    *(
        "Label",
        "Code",
        "Kind",
        "Usual valence",
        "Sources",
        "Hot key",
        "Retired",
        "Codable",
        "Became",
        "Taken from",
    ),
)
_BOOK = ("Title", "Description", "Codebook", "Version", "Languages", "Note", "Source", "Trap words")
_STEPS = ("::", ".")
"""What programs without levels put between the names of a path."""


class Qdc:
    """One file on its way to a codebook: the element goes in, the codebook and `lines` come out."""

    def __init__(self, problems: Problems, name: str) -> None:
        self.problems = problems
        self.lines: Lines = {}
        self._name = self._book = name
        self._slugs = Slugs()
        self._guids: dict[str, str] = {}
        self._siblings: dict[tuple[str | None, str], int] = {}
        self._language = "en"
        self._foreign = True

    def codebook(self, root: Any) -> Codebook | None:
        """The codebook; None when it has no codes."""
        sets = [one for part in children(root, "Sets") for one in children(part, "Set")]
        about = _about(sets)
        self._book = about.text("Codebook") or slug(self._name)
        languages = split(about.text("Languages"))
        self._language = languages[0] if languages else _language_of(root)
        scales: dict[str, Scale] = {}
        codes = tuple(self._codes(root, scales))
        if not codes:
            line = root.sourceline or 1
            self.problems.error(
                line, sentence("the codebook has no codes"), sentence("add one and export it again")
            )
            return None
        if self._foreign and all(code.parent is None for code in codes):
            codes = parents_first(_unfolded(codes))
        found = sets_of(sets, self._guids.get, self._language, self.problems)
        spoken = dict.fromkeys(language for code in codes for language in code.label)
        return Codebook(
            id=self._book,
            version=about.text("Version") or "1",
            title=about.labels("Title", self._language) or {self._language: self._name},
            codes=codes,
            scales=scales,
            languages=languages or tuple(spoken),
            description=about.labels("Description", self._language),
            note=about.text("Note"),
            sources={key: reference for key, _, reference in about.about("Source")},
            sets=found.sets,
            themes=tuple(found.themes),
            trap_words={
                language: split(words) for language, words in about.labels("Trap words", "").items()
            },
            extensions=found.extensions,
        )

    def _codes(self, root: Any, scales: dict[str, Scale]) -> Iterator[Code]:
        """The codes, each before those below it; branches that are scales go into `scales`."""
        top = [code for part in children(root, "Codes") for code in children(part, "Code")]
        stack: list[tuple[Any, str | None]] = [(element, None) for element in reversed(top)]
        while stack:
            element, parent = stack.pop()
            said = read(description(element), SCALE_FIELDS)
            if name := said.text("Scale"):
                scales[name] = scale_of(element, said, self._language)
                self.lines["scales", name] = element.sourceline or 1
                continue
            code = self._code(element, parent)
            if code is not None:
                yield code
            above = code.id if code is not None else self._guids[guid_of(element)]
            stack += [(child, above) for child in reversed(list(children(element, "Code")))]

    def _code(self, element: Any, parent: str | None) -> Code | None:
        line = element.sourceline or 1
        said = read(description(element), _OWN)
        own_id = said.text("Code")
        if own_id:
            self._foreign = False
        else:
            said = read(description(element), _FOREIGN)
        name = name_of(element) or own_id or "?"
        if not name_of(element):
            self.problems.warn(
                line, sentence("a code has no name; it is called '{name}'", name=name)
            )
        if not own_id:
            told = self._told_apart(name, parent, element)
            if told is None:
                return None
            name = told
        code_id = self._id(own_id, name, parent, line)
        self._remember(element, code_id)
        labels = named(element, said, own_id, self._language) if own_id else {}
        return Code(
            id=code_id,
            label=labels or {self._language: name},
            parent=parent,
            **self._texts(said),
            **self._marks(element, said),
            guid=self._guid(element, code_id),
            taken={
                about: Taken(*text.split("/"))
                for about, _, text in said.about("Taken from")
                if text.count("/") == 2
            },
        )

    def _texts(self, said: Paragraphs) -> dict[str, Any]:
        definition = said.labels("Definition", self._language)
        if said.own:
            before = definition.get(self._language)
            definition[self._language] = f"{said.own}\n{before}" if before else said.own
        return {
            "definition": definition,
            "include": said.labels("Use when", self._language),
            "exclude": said.labels("Not when", self._language),
            "example": said.labels("Example", self._language),
            "cues": {
                language: split(words)
                for language, words in said.labels("Cues", self._language).items()
            },
        }

    def _marks(self, element: Any, said: Paragraphs) -> dict[str, Any]:
        line = element.sourceline or 1
        written = element.get("color")
        colour = colour_of(written) if written else None
        if written and colour is None:
            self.problems.warn(
                line,
                sentence("the colour '{written}' is left out", written=written),
                sentence("write #RRGGBB"),
            )
        codable = element.get("isCodable")
        if codable is None:
            self.problems.warn(
                line,
                sentence("'{value}' does not say isCodable; it is taken", value=name_of(element)),
            )
        retired = said.text("Retired") == "true"
        word = said.text("Codable") if retired else (codable or "true").strip().lower()
        return {
            "kind": said.text("Kind") or "topic",
            "usual_valence": said.text("Usual valence") or None,
            "sources": split(said.text("Sources")),
            "colour": colour,
            "key": said.text("Hot key") or None,
            "assignable": word not in ("false", "0"),
            "retired": retired,
            "became": split(said.text("Became")),
        }

    def _told_apart(self, name: str, parent: str | None, element: Any) -> str | None:
        """The name, numbered where a code beside has the same; None for the same code again."""
        line = element.sourceline or 1
        key = (parent, name.casefold())
        if key in self._siblings and guid_of(element) in self._guids:
            self.problems.warn(
                line,
                sentence("the code '{name}' is there twice; the second is left out", name=name),
            )
            return None
        found = name
        while (parent, found.casefold()) in self._siblings:
            self._siblings[key] += 1
            found = f"{name} ({self._siblings[key]})"
        self._siblings[parent, found.casefold()] = 1
        if found != name:
            self.problems.warn(
                line,
                sentence("two codes '{name}' lie beside each other", name=name),
                sentence("now '{found}'", found=found),
            )
        return found

    def _id(self, own_id: str, name: str, parent: str | None, line: int) -> str:
        if own_id and self._slugs.take(own_id):
            found = own_id
        else:
            found = self._slugs.fresh(own_id or name, parent)
            if own_id:
                what = sentence(
                    "the id '{own_id}' is there twice; the second code is now '{found}'",
                    own_id=own_id,
                    found=found,
                )
                self.problems.warn(line, what, code=found)
        self.lines["codes", found] = line
        return found

    def _guid(self, element: Any, code_id: str) -> str | None:
        """The GUID to keep: none where it is ours, another code's, or no GUID at all."""
        written, guid = (element.get("guid") or "").strip(), guid_of(element)
        if not guid or self._guids[guid] != code_id:
            return None
        if not GUID.fullmatch(written):
            what = sentence("its GUID '{written}' is none; it gets one on export", written=written)
            self.problems.warn(
                element.sourceline or 1, what, sentence("keep the file"), code=code_id
            )
            return None
        return None if guid == guid_for(self._book, ("code", code_id)) else written

    def _remember(self, element: Any, code_id: str) -> None:
        line, guid = element.sourceline or 1, guid_of(element)
        if not guid:
            self.problems.warn(
                line, sentence("'{code_id}' has no GUID", code_id=code_id), code=code_id
            )
        elif guid in self._guids:
            what = sentence(
                "its GUID is also that of '{value}'; both codes are kept", value=self._guids[guid]
            )
            self.problems.warn(line, what, code=code_id)
        self._guids.setdefault(guid, code_id)


def _about(sets: list[Any]) -> Paragraphs:
    """What the set says that stands for the codebook as a whole; nothing in a foreign file."""
    for element in sets:
        said = read(description(element), _BOOK)
        if said.text("Codebook"):
            return said
    return Paragraphs()


def _language_of(root: Any) -> str:
    """The language that most of the words are in; English where that cannot be said."""
    words = [
        f"{name_of(element)} {description(element)}"
        for element in root.iter()
        if local(element) == "Code"
    ]
    return recognise(" ".join(words)) or "en"


def _unfolded(codes: Sequence[Code]) -> list[Code]:
    """Codes whose names are paths (`aim.vision`) below those that the paths name."""
    labels = {next(iter(code.label.values())): code for code in codes}
    found = []
    for code in codes:
        ((language, label),) = code.label.items()
        for step in _STEPS:
            above, _, last = label.rpartition(step)
            if above in labels and last.strip():
                code = replace(code, parent=labels[above].id, label={language: last.strip()})
                break
        found.append(code)
    return found
