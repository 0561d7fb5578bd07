"""Markdown: headings, bold names and emphasis are understood, their marks are left out."""

from __future__ import annotations

import re

from qualcode.importers.bytes import decode
from qualcode.importers.labels import parse
from qualcode.importers.lines import Line, Reading
from qualcode.importers.options import ReadOptions
from qualcode.importers.plain import from_lines
from qualcode.text.canonical import split_lines

_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+|$)")
_RULE = re.compile(r"\s{0,3}(?:=+|(?:[-*_]\s*){3,})\s*$")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_LIST = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_MARKED = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)(?P<verbatim>.{1,1000}?)(?P=code)"
    r"|(?P<stars>\*{1,3}|~~)(?=\S)(?P<strong>(?:\\.|.){1,1000}?)(?<=\S)(?P=stars)"
    r"|(?<!\w)(?P<lines>_{1,3})(?=\S)(?P<soft>(?:\\.|.){1,1000}?)(?<=\S)(?P=lines)(?!\w)"
)


def read_markdown(raw: bytes, name: str, options: ReadOptions) -> Reading:
    """The turns of a Markdown file; raises BadFile when it is not text."""
    decoded = decode(raw, name)
    return from_lines(_lines(decoded.text), decoded, options)


def strip_marks(text: str) -> str:
    """The text without the marks of emphasis, code and escapes; nothing else goes."""
    return _MARKED.sub(_inner, text)


def _inner(match: re.Match[str]) -> str:
    if match["escaped"]:
        return match["escaped"]
    if match["code"]:
        return match["verbatim"]
    return strip_marks(match["strong"] or match["soft"])


def _lines(text: str) -> list[Line]:
    """Paragraphs; lines of one are joined, unless a new speaker, heading or list item begins."""
    found: list[Line] = []
    joinable = False
    for raw in split_lines(text):
        raw = raw.replace("\t", " ") if raw.isspace() else raw
        if not raw.strip() or _RULE.match(raw):
            joinable = False
            continue
        line = _line(_QUOTE.sub("", raw, count=1))
        parsed = parse(line)
        starts = line.heading or parsed.kind is not None or _LIST.match(raw) is not None
        if joinable and not starts:
            before = found[-1]
            found[-1] = Line(f"{before.text} {line.text}", before.bold)
        else:
            found.append(line)
        label_alone = parsed.kind is not None and not parsed.rest
        joinable = not (line.heading or label_alone or _HARD_BREAK.search(raw)) and bool(line.text)
    return [line for line in found if line.text]


def _line(raw: str) -> Line:
    heading = _HEADING.match(raw)
    if heading:
        return Line(strip_marks(raw[heading.end() :].rstrip("# ")).strip(), heading=True)
    text = _HARD_BREAK.sub("", raw).strip()
    first = _MARKED.match(text)
    bold = len(_inner(first)) if first and (first["stars"] or first["lines"]) else 0
    return Line(strip_marks(text), bold)
