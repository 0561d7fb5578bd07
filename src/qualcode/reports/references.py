"""Numbers for tables and figures, and the sentences in a report that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from qualcode.reports.model import Block, FigureBlock, Heading, Paragraph, Run, TableBlock
from qualcode.reports.wording import Wording

Shown = TableBlock | FigureBlock

NAMED = 3
"""So many tables or figures are named one by one; of more only the first and the last."""


def referred(blocks: Iterable[Block], words: Wording) -> Iterator[Block]:
    """The blocks with tables and figures numbered, and a sentence that leads to those of each part.

    A part is a heading with what stands under it up to the next. Where it has words, the sentence
    ends the first paragraph before its tables; a part that only shows a table is led to from the
    chapter it is in.
    """
    chapters = list(_begun_with(_numbered(blocks), 1))
    for chapter in chapters:
        yield from _chapter(chapter, words)


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    tables, figures = count(1), count(1)
    for block in blocks:
        if isinstance(block, TableBlock):
            yield replace(block, number=next(tables))
        elif isinstance(block, FigureBlock):
            yield replace(block, number=next(figures))
        else:
            yield block


def _begun_with(blocks: Iterable[Block], level: int) -> Iterator[list[Block]]:
    """The blocks in parts that begin with a heading of at most that level."""
    part: list[Block] = []
    for block in blocks:
        if part and isinstance(block, Heading) and block.level <= level:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _chapter(blocks: Sequence[Block], words: Wording) -> Iterator[Block]:
    first, *rest = list(_begun_with(blocks, 9)) or [[]]
    bare = [part for part in rest if not _worded(part)]
    shown = [*_shown(first), *(one for part in bare for one in _shown(part))]
    yield from _led_to(first, shown, words, "see" if _worded(first) else "chapter-shows")
    for part in rest:
        yield from part if part in bare else _led_to(part, _shown(part), words, "see")


def _shown(part: Sequence[Block]) -> list[Shown]:
    return [block for block in part if isinstance(block, TableBlock | FigureBlock)]


def _before(part: Sequence[Block]) -> Sequence[Block]:
    """What stands before the first table or figure of a part; all of it where there is none."""
    for at, block in enumerate(part):
        if isinstance(block, TableBlock | FigureBlock):
            return part[:at]
    return part


def _worded(part: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph) for block in _before(part))


def _led_to(
    part: Sequence[Block], shown: Sequence[Shown], words: Wording, sentence: str
) -> Iterator[Block]:
    """The part with its sentence, at the end of its last paragraph before them or on its own."""
    if not shown:
        yield from part
        return
    runs = _sentence(shown, words, sentence)
    before = list(_before(part))
    last = next((at for at in reversed(range(len(before))) if _takes(before[at])), None)
    if last is not None:
        found = before[last]
        assert isinstance(found, Paragraph)
        keys = [run for run in found.runs if run.kind == "key"]
        told = [run for run in found.runs if run.kind != "key"]
        before[last] = Paragraph((*told, *keys, Run(" "), *runs))
    else:
        at = next((n + 1 for n, one in enumerate(before) if isinstance(one, Heading)), 0)
        before.insert(at, Paragraph(tuple(runs), leads=True))
    yield from before
    yield from part[len(_before(part)) :]


def _takes(block: Block) -> bool:
    """Whether a sentence can follow in this paragraph: running words, no definition or label."""
    return isinstance(block, Paragraph) and block.runs[-1].kind in ("plain", "key")


def _sentence(shown: Sequence[Shown], words: Wording, sentence: str) -> list[Run]:
    """The sentence as runs: its words around the references."""
    begin, _, end = words.say(sentence, shown="\0").partition("\0")
    runs = [Run(begin)] if begin else []
    links: list[Run] = []
    tables = [one for one in shown if isinstance(one, TableBlock)]
    figures = [one for one in shown if isinstance(one, FigureBlock)]
    pieces = [piece for kind in (tables, figures) for piece in _named(kind, words)]
    for at, piece in enumerate(pieces):
        if at:
            last = at == len(pieces) - 1
            links.append(Run(f" {words.word('and')} " if last else ", "))
        links += piece
    return [*runs, *links, Run(end)]


def _named(shown: Sequence[Shown], words: Wording) -> list[list[Run]]:
    refs = [
        Run(str(one.number), "table" if isinstance(one, TableBlock) else "figure") for one in shown
    ]
    if len(refs) <= NAMED:
        return [[one] for one in refs]
    return [[refs[0], Run(f" {words.word('to')} "), refs[-1]]]
