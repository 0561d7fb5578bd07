"""A codebook for print: each code with its rules and each scale with its anchors, per language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qualcode.domain.codebook import Code, Codebook, Labels, Scale, ScaleValue, in_language
from qualcode.reports.codebook_words import words_of
from qualcode.reports.model import Block, Heading, PageBreak, Paragraph, Report, Run
from qualcode.sentences import sentence

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)", re.MULTILINE)
_DEEPEST = 6


def annex(book: Codebook, date: str = "") -> Report:
    """The codebook as a report in its own languages, one part after another.

    `date` (ISO) is that of the project's last change. A text that is missing in a language stands
    in the nearest other one.
    """
    languages = book.languages or ("en",)
    blocks: list[Block] = []
    for language in languages:
        blocks += _Part(book, language, many=len(languages) > 1).blocks()
    title = in_language(book.title, languages[0], book.id)
    front = words_of(languages[0])["version"].format(id=book.id, version=book.version)
    return Report(title, (front,), tuple(blocks), (), languages[0], date)


def markdown(report: Report) -> str:
    """The same as Markdown; signs that Markdown reads as its own are written out."""
    lines = [f"# {_escaped(report.title)}", *map(_escaped, report.front)]
    for block in report.blocks:
        if isinstance(block, Heading):
            lines.append(f"{'#' * min(block.level + 1, _DEEPEST)} {_escaped(block.text)}")
        elif isinstance(block, Paragraph):
            lines.append("".join(_piece(run) for run in block.runs))
    return "\n\n".join(lines) + "\n"


def notes(book: Codebook, ending: str) -> list[str]:
    """What the printed codebook leaves out, by name."""
    left_out = {
        sentence("Cues: not in a {ending} file."): [code.id for code in book.codes if code.cues],
        sentence("Trap words: not in a {ending} file."): book.trap_words,
        sentence("Hot keys: not in a {ending} file."): [c.id for c in book.codes if c.key],
        sentence("Colours: not in a {ending} file."): [c.id for c in book.codes if c.colour],
        sentence("Sets ({names}): not in a {ending} file."): book.sets,
        sentence("Extensions ({names}): not in a {ending} file."): book.extensions,
        sentence("Themes ({names}): not in a {ending} file."): [one.id for one in book.themes],
    }
    found = [
        sentence(said, names=", ".join(names), ending=ending)
        for said, names in left_out.items()
        if names
    ]
    reading = sentence(
        "A {ending} file is for reading: it cannot be imported again.", ending=ending
    )
    return [reading, *found]


class _Part:
    """The codebook in one language."""

    def __init__(self, book: Codebook, language: str, *, many: bool) -> None:
        self._book = book
        self._language = language
        self._words = words_of(language)
        self._many = many
        self._level = 2 if many else 1

    def blocks(self) -> Iterator[Block]:
        """The description, the codes, the scales and the sources."""
        book = self._book
        if self._many:
            if self._language != book.languages[0]:
                yield PageBreak()
            yield Heading(1, self._words["name"])
        yield from self._said(None, book.description)
        yield Heading(self._level, self._words["codes"])
        for code in book.walk():
            yield from self._code(code)
        if book.scales:
            yield Heading(self._level, self._words["scales"])
        for scale in book.scales.values():
            yield from self._scale(scale)
        if book.sources:
            yield Heading(self._level, self._words["sources"])
        for key, reference in book.sources.items():
            yield Paragraph((Run(f"{key}: ", "strong"), Run(reference)))

    def _code(self, code: Code) -> Iterator[Block]:
        depth = self._level + 1 + self._book.depth(code.id)
        yield Heading(min(depth, _DEEPEST), f"{code.name(self._language)} ({code.id})")
        if code.retired:
            yield Paragraph((Run(self._words["retired"], "emphasis"),))
        elif not code.assignable:
            yield Paragraph((Run(self._words["heading"], "emphasis"),))
        for name in ("definition", "include", "exclude", "example"):
            yield from self._said(name, getattr(code, name))
        yield from self._also(code)

    def _also(self, code: Code) -> Iterator[Block]:
        if code.usual_valence:
            shown = code.usual_valence
            if "valence" in self._book.scales:
                for value in self._book.scales["valence"].values:
                    if value.id == code.usual_valence:
                        shown = in_language(value.label, self._language, value.id)
            yield self._line("usual", shown)
        if code.sources:
            yield self._line("sources", ", ".join(code.sources))

    def _scale(self, scale: Scale) -> Iterator[Block]:
        label = in_language(scale.label, self._language, scale.id)
        yield Heading(self._level + 1, f"{label} ({scale.id})")
        yield from self._said(None, scale.note)
        for value in scale.values:
            yield from self._value(value)
        for code, anchors in scale.anchors_by_code.items():
            name = self._book.by_id[code].name(self._language) if code in self._book.by_id else code
            yield Heading(min(self._level + 2, _DEEPEST), f"{label}: {name}")
            for number, anchor in anchors.items():
                text = in_language(anchor, self._language)
                yield Paragraph((Run(f"{number}: ", "strong"), Run(text)))

    def _value(self, value: ScaleValue) -> Iterator[Block]:
        sign = str(value.value) if value.value is not None else value.sign
        label = in_language(value.label, self._language, value.id)
        anchor = in_language(value.anchor, self._language)
        runs = [Run(" ".join(part for part in (sign, label) if part), "strong")]
        yield Paragraph((*runs, *([Run(f": {anchor}")] if anchor else [])))
        yield from self._said("question", value.question)
        yield from self._said("example", value.example)

    def _said(self, name: str | None, labels: Labels) -> Iterator[Block]:
        text = in_language(labels, self._language)
        if text:
            yield self._line(name, text)

    def _line(self, name: str | None, text: str) -> Paragraph:
        before: Sequence[Run] = (Run(f"{self._words[name]}: ", "strong"),) if name else ()
        return Paragraph((*before, Run(text, "emphasis" if name == "example" else "plain")))


def _piece(run: Run) -> str:
    mark = {"strong": "**", "emphasis": "*"}.get(run.kind, "")
    text = _escaped(run.text)
    inner = text.strip()
    # Markdown wants its marks close to the words
    return text.replace(inner, f"{mark}{inner}{mark}", 1) if inner and mark else text


def _escaped(text: str) -> str:
    return _LIST.sub(r"\1\\\2\3", _SIGNS.sub(r"\\\1", text))
