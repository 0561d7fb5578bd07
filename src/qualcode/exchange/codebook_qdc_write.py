"""A codebook as REFI-QDA `.qdc`, valid against the standard's schema.

What the standard has no place for stands in the descriptions as labelled paragraphs, which other
programs show and this one reads back: the id, the texts per language, cues, sources. A scale is a
branch that cannot be coded with, and a set of its values. GUIDs follow from ids, so a second
export updates in other programs and does not double.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qualcode.domain.codebook import Code, Codebook, Labels, Scale, ScaleValue, in_language
from qualcode.errors import BadFile
from qualcode.exchange.codebook_colours import COLOUR
from qualcode.exchange.codebook_paragraphs import Writing, joined
from qualcode.exchange.codebook_qdc_parts import GUID, guid_for
from qualcode.sentences import sentence

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_UNWRITABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Signs that XML 1.0 cannot hold."""


def dump(book: Codebook) -> bytes:
    """The file; raises BadFile when there is no code, since the standard wants at least one."""
    from lxml import etree

    if not book.codes:
        raise BadFile(
            sentence("A codebook without codes cannot be a .qdc file."),
            sentence("Add a code first."),
        )
    return bytes(
        etree.tostring(_Qdc(book).root(), xml_declaration=True, encoding="UTF-8", pretty_print=True)
    )


def notes(book: Codebook) -> list[str]:
    """What other programs will not see as what it is."""
    found: list[str] = []
    if book.scales:
        found.append(
            sentence(
                "Scales ({names}): REFI-QDA has none. They are written as branches that cannot be "
                "coded with; qualcode reads them back as scales.",
                names=", ".join(book.scales),
            )
        )
    if len(book.languages) > 1:
        found.append(
            sentence(
                "Languages: a code has one name, here in {language}. The other labels and the "
                "texts per language are paragraphs of the description.",
                language=book.languages[0],
            )
        )
    if any(code.key for code in book.codes):
        found.append(sentence("Hot keys: written as paragraphs of the description."))
    if any(code.cues for code in book.codes):
        found.append(sentence("Cues: written as paragraphs of the description."))
    found.append(
        sentence(
            "Kinds, usual valence and sources of codes: written as paragraphs of the description."
        )
    )
    if any(code.colour and not COLOUR.fullmatch(code.colour) for code in book.codes):
        found.append(sentence("Colours that are not #RRGGBB: left out."))
    if any(_UNWRITABLE.search(text) for code in book.codes for text in code.label.values()):
        found.append(sentence("Control characters: left out, since XML cannot hold them."))
    return found


class _Qdc:
    """The elements of one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._book = book
        self._language = book.languages[0] if book.languages else "en"
        self._guids = dict(_kept_guids(book))

    def root(self) -> Any:
        """The whole tree."""
        from lxml import etree

        root = etree.Element(_tag("CodeBook"), nsmap={None: NAMESPACE}, origin="qualcode")
        codes = etree.SubElement(root, _tag("Codes"))
        elements: dict[str | None, Any] = {None: codes}
        for code in self._book.walk():
            elements[code.id] = self._code(elements[code.parent], code)
        for scale in self._book.scales.values():
            self._scale(codes, scale)
        self._sets(etree.SubElement(root, _tag("Sets")))
        return root

    def _part(self, above: Any, tag: str, part: tuple[str, str], label: Labels) -> Any:
        from lxml import etree

        name = in_language(label, self._language, part[1])
        return etree.SubElement(
            above, _tag(tag), guid=self._guid(part), name=_clean(label.get(self._language, name))
        )

    def _guid(self, part: tuple[str, str]) -> str:
        return self._guids.get(part) or guid_for(self._book.id, part)

    def _code(self, above: Any, code: Code) -> Any:
        element = self._part(above, "Code", ("code", code.id), code.label)
        element.set("isCodable", _truth(code.assignable and not code.retired))
        if code.colour and COLOUR.fullmatch(code.colour):
            element.set("color", code.colour)
        said = Writing()
        said.each("Definition", code.definition)
        said.each("Use when", code.include)
        said.each("Not when", code.exclude)
        said.each("Example", code.example)
        said.each("Cues", {language: joined(cues) for language, cues in code.cues.items()})
        said.each("Label", code.label)
        said.add("Code", code.id)
        said.add("Kind", code.kind)
        said.add("Usual valence", code.usual_valence)
        said.add("Sources", joined(code.sources))
        said.add("Hot key", code.key)
        said.add("Became", joined(code.became))
        if code.retired:
            said.add("Retired", "true")
            said.add("Codable", _truth(code.assignable))
        for field, source in code.taken.items():
            where = "/".join((source.coding, source.document, source.participant))
            said.add("Taken from", where, about=field)
        return _describe(element, said)

    def _scale(self, codes: Any, scale: Scale) -> None:
        branch = self._part(codes, "Code", ("scale", scale.id), scale.label)
        branch.set("isCodable", "false")
        said = Writing()
        said.each("Note", scale.note)
        said.each("Label", scale.label)
        said.add("Scale", scale.id)
        said.add("Kind", scale.kind)
        said.add("Applies to", scale.applies_to)
        said.add("Sources", joined(scale.sources))
        for code, anchors in scale.anchors_by_code.items():
            for number, anchor in anchors.items():
                said.each("Anchor", anchor, about=f"{code} at {number}")
        _describe(branch, said)
        for value in scale.values:
            self._value(branch, scale, value)

    def _value(self, branch: Any, scale: Scale, value: ScaleValue) -> None:
        element = self._part(branch, "Code", _member(scale, value), value.label)
        element.set("isCodable", "false")
        said = Writing()
        said.each("Anchor", value.anchor)
        said.each("Question", value.question)
        said.each("Example", value.example)
        said.each("Label", value.label)
        said.add("Value", value.id)
        said.add("Number", None if value.value is None else str(value.value))
        said.add("Sign", value.sign)
        _describe(element, said)

    def _sets(self, sets: Any) -> None:
        book = self._book
        top = tuple(code.id for code in book.children(None))
        self._set(sets, ("codebook", book.id), book.title, _about(book), _coded(top))
        for scale in book.scales.values():
            values = [_member(scale, value) for value in scale.values]
            self._set(sets, ("scale-set", scale.id), scale.label, Writing(), values)
        for one in book.sets.values():
            said = Writing()
            said.add("Set", one.id)
            self._set(sets, ("set", one.id), one.label, said, _coded(one.codes))
        for more in book.extensions.values():
            said = Writing()
            said.add("Extension", more.id)
            said.add("On", _truth(more.on))
            self._set(sets, ("extension", more.id), more.label, said, _coded(more.codes))
        for theme in book.themes:
            said = Writing()
            said.add("Theme", theme.id)
            said.add("Scale", theme.scale)
            self._set(sets, ("theme", theme.id), theme.label, said, _coded(theme.codes))

    def _set(
        self,
        sets: Any,
        part: tuple[str, str],
        label: Labels,
        said: Writing,
        members: list[tuple[str, str]],
    ) -> None:
        from lxml import etree

        element = self._part(sets, "Set", part, label)
        if part[0] not in ("codebook", "scale-set"):
            said.each("Label", label)
        _describe(element, said)
        for member in members:
            etree.SubElement(element, _tag("MemberCode"), guid=self._guid(member))


def _kept_guids(book: Codebook) -> Iterator[tuple[tuple[str, str], str]]:
    """The GUIDs that other programs gave to codes; of two codes with the same, the first has it."""
    seen = {guid_for(book.id, ("code", code.id)) for code in book.codes}
    for code in book.codes:
        plain = (code.guid or "").strip("{}").lower()
        if code.guid and GUID.fullmatch(code.guid) and plain not in seen:
            seen.add(plain)
            yield ("code", code.id), code.guid


def _about(book: Codebook) -> Writing:
    """What the file says of the codebook as a whole; the standard has a place for none of it."""
    said = Writing()
    said.each("Title", book.title)
    said.each("Description", book.description)
    said.add("Codebook", book.id)
    said.add("Version", book.version)
    said.add("Languages", joined(book.languages))
    said.add("Note", book.note)
    for key, reference in book.sources.items():
        said.add("Source", reference, about=key)
    for language, words in book.trap_words.items():
        said.add("Trap words", joined(words), language=language)
    return said


def _describe(element: Any, said: Writing) -> Any:
    from lxml import etree

    if said.text:
        etree.SubElement(element, _tag("Description")).text = _clean(said.text)
    return element


def _member(scale: Scale, value: ScaleValue) -> tuple[str, str]:
    return "value", f"{scale.id}/{value.id}"


def _coded(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("code", code) for code in codes]


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)
