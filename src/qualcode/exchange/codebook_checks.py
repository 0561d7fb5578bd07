"""Whether a codebook holds together: tree, labels, cues, scales, sets and themes."""

from __future__ import annotations

import re

from qualcode.domain.codebook import Code, Codebook
from qualcode.errors import nearest
from qualcode.exchange.codebook_check_groups import check_groups
from qualcode.exchange.codebook_check_words import Words
from qualcode.exchange.codebook_colours import COLOUR, alike
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_qdc_parts import GUID
from qualcode.exchange.codebook_read import Lines
from qualcode.exchange.codebook_remarks import Remarks
from qualcode.sentences import sentence

KINDS = ("condition", "topic", "factor", "cross-cutting", "emergent")
_SLUG = re.compile(r"[^\W_][\w.-]*")
_VALENCES = ("helps", "hinders", "mixed")


def check_codebook(book: Codebook, lines: Lines, problems: Problems) -> None:
    """Adds what is wrong or doubtful in `book` to `problems`."""
    remarks = Remarks(book, lines, problems)
    codes, words = _Codes(remarks), Words(remarks)
    for code in book.codes:
        codes.check(code)
        words.of(code)
    words.siblings()
    words.cues()
    codes.looks()
    check_groups(remarks)


class _Codes:
    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._guids: dict[str, Code] = {}

    def check(self, code: Code) -> None:
        self._identity(code)
        self._place(code)

    def _identity(self, code: Code) -> None:
        if code.id and not _SLUG.fullmatch(code.id):
            self._remarks.error(
                code,
                "id",
                sentence("this id cannot be used"),
                sentence("letters, digits, `-`, `_` and `.`, no spaces"),
            )
        if code.kind not in KINDS:
            hint = nearest(code.kind, KINDS, limit=1) or sentence(
                "known: {names}", names=", ".join(KINDS)
            )
            self._remarks.warn(
                code, "kind", sentence("the kind '{kind}' is not known", kind=code.kind), hint
            )
        valence = self._remarks.book.scales.get("valence")
        known = tuple(value.id for value in valence.values) if valence else _VALENCES
        if code.usual_valence is not None and code.usual_valence not in known:
            self._remarks.error(
                code,
                "usual_valence",
                sentence(
                    "'{usual_valence}' is not on the scale valence",
                    usual_valence=code.usual_valence,
                ),
                sentence("known: {names}", names=", ".join(known)),
            )
        self._origin(code)
        for source in code.sources:
            if source not in self._remarks.book.sources:
                hint = nearest(source, self._remarks.book.sources, limit=1) or sentence(
                    "add it to `sources`"
                )
                self._remarks.warn(
                    code,
                    "sources",
                    sentence("the source '{source}' is not in `sources`", source=source),
                    hint,
                )

    def _origin(self, code: Code) -> None:
        """Another program's GUID, and the sources of words."""
        if code.guid is not None:
            plain = code.guid.strip("{}").lower()
            first = self._guids.setdefault(plain, code)
            if not GUID.fullmatch(code.guid):
                self._remarks.error(
                    code,
                    "guid",
                    sentence("'{guid}' is no GUID", guid=code.guid),
                    sentence("leave it out"),
                )
            elif first is not code:
                what = sentence("its GUID is also that of '{first}', which has it", first=first.id)
                self._remarks.warn(
                    code, "guid", what, sentence("leave it out: it gets one on export")
                )
        for field in code.taken:
            name, _, language = field.partition(".")
            texts = {"label": code.label, "example": code.example}.get(name, {})
            if language not in texts:
                what = sentence(
                    "'{field}' in taken names no label or example of this code", field=field
                )
                self._remarks.warn(
                    code, "taken", what, sentence("write example.LANG or label.LANG")
                )

    def _place(self, code: Code) -> None:
        for into in code.became:
            if into not in self._remarks.book.by_id:
                hint = nearest(into, self._remarks.book.by_id, limit=1) or sentence(
                    "name a code of this codebook"
                )
                self._remarks.error(
                    code, "became", sentence("it became no code: '{into}'", into=into), hint
                )
        if code.parent is None:
            return
        if code.parent not in self._remarks.book.by_id:
            hint = nearest(code.parent, self._remarks.book.by_id, limit=1) or sentence(
                "add the parent, or leave it out"
            )
            self._remarks.error(
                code,
                "parent",
                sentence("the parent '{parent}' does not exist", parent=code.parent),
                hint,
            )
            return
        top = self._remarks.book.by_id[self._remarks.book.lineage(code.id)[-1]]
        if top.parent in self._remarks.book.by_id:
            self._remarks.error(
                code,
                "parent",
                sentence("the code lies below itself"),
                sentence("give one of them no parent"),
            )

    def looks(self) -> None:
        """Hot keys and colours: what they look like, and whether they can be told apart."""
        keys: dict[str, Code] = {}
        for code in self._remarks.book.codes:
            if code.colour is not None and not COLOUR.fullmatch(code.colour):
                what = sentence("'{colour}' is no colour", colour=code.colour)
                self._remarks.error(code, "colour", what, sentence("write it as #RRGGBB"))
            if code.key is None or code.retired:
                continue
            if len(code.key) != 1 or not code.key.isalnum():
                what = sentence("'{key}' is no hot key", key=code.key)
                self._remarks.error(code, "key", what, sentence("one letter or digit"))
            first = keys.setdefault(code.key, code)
            if first is not code:
                what = sentence(
                    "the hot key '{key}' is also that of '{first}', which has it",
                    key=code.key,
                    first=first.id,
                )
                self._remarks.warn(code, "key", what, sentence("give one of them another"))
        top = [code for code in self._remarks.book.children(None) if not code.retired]
        for first, second in alike(top):
            what = sentence(
                "its colour {colour} cannot be told from that of '{first}'",
                colour=second.colour,
                first=first.id,
            )
            self._remarks.warn(
                second,
                "colour",
                what,
                sentence("take another, or none: then it gets one by itself"),
            )
