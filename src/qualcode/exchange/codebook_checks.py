"""Whether a codebook holds together: tree, labels, cues, scales, sets and themes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.domain.codebook import Code, Codebook, Labels, Scale
from qualcode.errors import nearest
from qualcode.exchange.codebook_colours import COLOUR, alike
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_qdc_parts import GUID
from qualcode.exchange.codebook_read import Lines

KINDS = ("condition", "topic", "factor", "cross-cutting", "emergent")
_SLUG = re.compile(r"[^\W_][\w.-]*")
_VALENCES = ("helps", "hinders", "mixed")
_TEXTS = {
    "label": "give one in each language",
    "definition": "write what a passage says that gets this code",
    "include": "write when to use it",
    "exclude": "write when not to, and which code to use instead",
    "example": "write a passage that gets it",
}
"""What to do about a text that is missing."""
_FIRST_PASS = "first_pass"
_MOST_IN_FIRST_PASS = 30


def check_codebook(book: Codebook, lines: Lines, problems: Problems) -> None:
    """Adds what is wrong or doubtful in `book` to `problems`."""
    _Check(book, lines, problems).run()


class _Check:
    def __init__(self, book: Codebook, lines: Lines, problems: Problems) -> None:
        self.book = book
        self.lines = lines
        self.problems = problems
        self._guids: dict[str, Code] = {}
        self._needed = tuple(dict.fromkeys((*book.languages, *problems.languages)))

    def run(self) -> None:
        for code in self.book.codes:
            self._identity(code)
            self._place(code)
            self._words(code)
        self._siblings()
        self._cues()
        self._looks()
        for scale in self.book.scales.values():
            self._scale(scale)
        for name in self.book.sets:
            self._members("sets", name, self.book.sets[name].codes)
        for name in self.book.extensions:
            self._members("extensions", name, self.book.extensions[name].codes)
        for theme in self.book.themes:
            self._members("themes", theme.id, theme.codes)
            if theme.scale is not None and theme.scale not in self.book.scales:
                line = self._line("themes", theme.id, "scale")
                what = f"theme '{theme.id}' names no scale: '{theme.scale}'"
                hint = nearest(theme.scale, self.book.scales, limit=1) or "leave it out"
                self.problems.error(line, what, hint)
        self._first_pass()

    def _line(self, kind: str, name: str, part: str = "") -> int:
        return self.lines.get((kind, name, part)) or self.lines.get((kind, name)) or 1

    def _error(self, code: Code, part: str, message: str, hint: str = "") -> None:
        self.problems.error(self._line("codes", code.id, part), message, hint, code=code.id)

    def _warn(self, code: Code, part: str, message: str, hint: str = "") -> None:
        self.problems.warn(self._line("codes", code.id, part), message, hint, code=code.id)

    def _identity(self, code: Code) -> None:
        if code.id and not _SLUG.fullmatch(code.id):
            self._error(
                code, "id", "this id cannot be used", "letters, digits, `-`, `_` and `.`, no spaces"
            )
        if code.kind not in KINDS:
            hint = nearest(code.kind, KINDS, limit=1) or f"known: {', '.join(KINDS)}"
            self._warn(code, "kind", f"the kind '{code.kind}' is not known", hint)
        valence = self.book.scales.get("valence")
        known = tuple(value.id for value in valence.values) if valence else _VALENCES
        if code.usual_valence is not None and code.usual_valence not in known:
            self._error(
                code,
                "usual_valence",
                f"'{code.usual_valence}' is not on the scale valence",
                f"known: {', '.join(known)}",
            )
        self._origin(code)
        for source in code.sources:
            if source not in self.book.sources:
                hint = nearest(source, self.book.sources, limit=1) or "add it to `sources`"
                self._warn(code, "sources", f"the source '{source}' is not in `sources`", hint)

    def _origin(self, code: Code) -> None:
        """Another program's GUID, and the sources of words."""
        if code.guid is not None:
            plain = code.guid.strip("{}").lower()
            first = self._guids.setdefault(plain, code)
            if not GUID.fullmatch(code.guid):
                self._error(code, "guid", f"'{code.guid}' is no GUID", "leave it out")
            elif first is not code:
                what = f"its GUID is also that of '{first.id}', which has it"
                self._warn(code, "guid", what, "leave it out: it gets one on export")
        for field in code.taken:
            name, _, language = field.partition(".")
            texts = {"label": code.label, "example": code.example}.get(name, {})
            if language not in texts:
                what = f"'{field}' in taken names no label or example of this code"
                self._warn(code, "taken", what, "write example.LANG or label.LANG")

    def _place(self, code: Code) -> None:
        for into in code.became:
            if into not in self.book.by_id:
                hint = nearest(into, self.book.by_id, limit=1) or "name a code of this codebook"
                self._error(code, "became", f"it became no code: '{into}'", hint)
        if code.parent is None:
            return
        if code.parent not in self.book.by_id:
            hint = (
                nearest(code.parent, self.book.by_id, limit=1) or "add the parent, or leave it out"
            )
            self._error(code, "parent", f"the parent '{code.parent}' does not exist", hint)
            return
        top = self.book.by_id[self.book.lineage(code.id)[-1]]
        if top.parent in self.book.by_id:
            self._error(code, "parent", "the code lies below itself", "give one of them no parent")

    def _words(self, code: Code) -> None:
        if not code.label:
            self._error(code, "label", "the label is missing", "give one in at least one language")
        fields: dict[str, Labels] = {
            "label": code.label,
            "definition": code.definition,
            "include": code.include,
            "exclude": code.exclude,
            "example": code.example,
        }
        for part, words in fields.items():
            missing = [language for language in self._needed if language not in words]
            if missing and (words or part != "label"):
                self._warn(code, part, f"no {part} in {', '.join(missing)}", _TEXTS[part])
            for language in words:
                if self.book.languages and language not in self.book.languages:
                    what = f"{part} in '{language}', which is not one of the codebook's languages"
                    self._warn(code, part, what, f"add {language} to `languages`, or remove it")

    def _in_use(self) -> list[Code]:
        """Codes that are not retired: only those have to be told from one another."""
        return [code for code in self.book.codes if not code.retired]

    def _siblings(self) -> None:
        seen: dict[tuple[str | None, str, str], Code] = {}
        for code in self._in_use():
            for language, label in code.label.items():
                key = (code.parent, language, label.casefold())
                first = seen.setdefault(key, code)
                if first is not code and first.id != code.id:
                    self._error(
                        code,
                        "label",
                        f"'{first.id}' beside it has the same label in {language}",
                        "give one of them another",
                    )

    def _cues(self) -> None:
        seen: dict[tuple[str, str], Code] = {}
        avoided = dict(self._everyday_words())
        for code in self._in_use():
            for language, cues in code.cues.items():
                for cue in cues:
                    key = (language, cue.casefold())
                    first = seen.setdefault(key, code)
                    if first is not code:
                        what = f"the cue '{cue}' ({language}) is also a cue of '{first.id}'"
                        self._warn(code, "cues", what, "keep it in one of them")
                    if key in avoided:
                        what = f"the cue '{cue}' ({language}) is {avoided[key]}"
                        self._warn(code, "cues", what, "take a word that only belongs to this code")

    def _looks(self) -> None:
        """Hot keys and colours: what they look like, and whether they can be told apart."""
        keys: dict[str, Code] = {}
        for code in self.book.codes:
            if code.colour is not None and not COLOUR.fullmatch(code.colour):
                self._error(code, "colour", f"'{code.colour}' is no colour", "write it as #RRGGBB")
            if code.key is None or code.retired:
                continue
            if len(code.key) != 1 or not code.key.isalnum():
                self._error(code, "key", f"'{code.key}' is no hot key", "one letter or digit")
            first = keys.setdefault(code.key, code)
            if first is not code:
                what = f"the hot key '{code.key}' is also that of '{first.id}', which has it"
                self._warn(code, "key", what, "give one of them another")
        top = [code for code in self.book.children(None) if not code.retired]
        for first, second in alike(top):
            what = f"its colour {second.colour} cannot be told from that of '{first.id}'"
            self._warn(second, "colour", what, "take another, or none: then it gets one by itself")

    def _everyday_words(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Words that people use without meaning what a researcher means by them."""
        for scale in self.book.scales.values():
            for value in scale.values:
                for language, label in value.label.items():
                    yield (language, label.casefold()), f"a value of the scale {scale.id}"
        for language, words in self.book.trap_words.items():
            for word in words:
                yield (language, word.casefold()), "a trap word"

    def _scale(self, scale: Scale) -> None:
        line = self._line("scales", scale.id)
        names = [value.id for value in scale.values]
        if not names:
            self.problems.error(
                line, f"the scale '{scale.id}' has no values", "give it two or more"
            )
        for name in sorted({name for name in names if names.count(name) > 1}):
            what = f"the scale '{scale.id}' has the value '{name}' twice"
            self.problems.error(line, what, "give one of them another id")
        if scale.kind == "ordinal":
            self._numbers(scale, line)
        known = {*names, *(str(value.value) for value in scale.values)}
        for code, anchors in scale.anchors_by_code.items():
            at = self._line("scales", scale.id, "anchors_by_code")
            if code not in self.book.by_id:
                hint = nearest(code, self.book.by_id, limit=1) or "name a code of this codebook"
                self.problems.warn(
                    at, f"the scale '{scale.id}' has anchors for no code: '{code}'", hint
                )
            for number in anchors:
                if number not in known:
                    what = f"the scale '{scale.id}' has an anchor for no value: '{number}' ({code})"
                    numbers = (str(one.value) for one in scale.values if one.value is not None)
                    self.problems.warn(at, what, f"known: {', '.join([*names, *numbers])}")

    def _numbers(self, scale: Scale, line: int) -> None:
        numbers = [value.value for value in scale.values if value.value is not None]
        if len(numbers) < len(scale.values):
            what = f"a value of the ordered scale '{scale.id}' has no number"
            self.problems.error(line, what, "number them from the lowest up")
        elif len(set(numbers)) < len(numbers):
            what = f"two values of the scale '{scale.id}' have the same number"
            self.problems.error(line, what, "give each its own")
        elif numbers != list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False:
            shown = ", ".join(map(str, numbers))
            what = f"the numbers of the scale '{scale.id}' have gaps: {shown}"
            self.problems.warn(line, what, "number them one after the other")

    def _members(self, kind: str, name: str, codes: tuple[str, ...]) -> None:
        for code in codes:
            if code not in self.book.by_id:
                self.problems.error(
                    self._line(kind, name, "codes"),
                    f"'{name}' in {kind} names no code: '{code}'",
                    nearest(code, self.book.by_id, limit=1) or "name a code of this codebook",
                )

    def _first_pass(self) -> None:
        first = self.book.sets.get(_FIRST_PASS)
        if first and len(first.codes) > _MOST_IN_FIRST_PASS:
            self.problems.warn(
                self._line("sets", _FIRST_PASS, "codes"),
                f"{_FIRST_PASS} has {len(first.codes)} codes",
                f"{_MOST_IN_FIRST_PASS} are as many as one reading bears",
            )
