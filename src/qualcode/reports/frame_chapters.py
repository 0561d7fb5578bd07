"""What stands before and after the findings: how to read, further tables, material and method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qualcode.domain.codebook import in_language
from qualcode.domain.quoting import tidy
from qualcode.reports.context import IN_PARTS, Context
from qualcode.reports.model import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    paragraph,
)

PRINTED = ("conditions", "themes", "degree-distribution")
"""Tables that stand in full in their own chapters."""


def opening(context: Context) -> Iterator[Block]:
    """Contents, and how the numbers, signs and keys are to be read."""
    yield Contents(context.words.word("contents"))
    yield PageBreak()
    yield Heading(1, context.words.word("reading"))
    yield paragraph(" ".join((context.words.say("reading"), *context.rules)))
    for key in ("signs", "trace"):
        yield paragraph(context.words.say(key))
    yield paragraph(context.profile.note())
    yield from _rules_of_parts(context)


def _rules_of_parts(context: Context) -> Iterator[Block]:
    """What holds for the tables under the conditions, which stand there in parts without it."""
    tables = [context.tables[name] for name in IN_PARTS]
    own = [[note for note in table.notes if note not in context.rules] for table in tables]
    both = [note for note in own[0] if note in own[1]]
    if both:
        yield _labelled("; ".join(table.title for table in tables), both)
    for table, notes in zip(tables, own, strict=True):
        mine = [note for note in notes if note not in both]
        if mine:
            yield _labelled(table.title, mine)


def _labelled(title: str, notes: list[str]) -> Paragraph:
    return Paragraph((Run(f"{title}. ", "strong"), Run(" ".join(notes))))


def further_tables(context: Context) -> Iterator[Block]:
    """The tables asked for that are not in the chapters already."""
    names = [name for name in context.options.tables or () if name not in PRINTED]
    if not names and not context.further and not context.withheld:
        return
    yield Heading(1, context.words.word("tables"))
    for name in names:
        if name in context.tables:
            table = context.tables[name]
            yield Heading(2, table.title)
            yield context.block(table)
        else:
            title = context.titles.get(name, name)
            yield paragraph(context.words.say("withheld", title=title))
    for table in context.further:
        yield Heading(2, table.title)
        yield context.block(table)
    for title in context.withheld:
        yield paragraph(context.words.say("withheld", title=title))


def annex(context: Context) -> Iterator[Block]:
    """Material, coders and codebook in numbers."""
    material, words = context.material, context.words
    say, count = words.say, words.count
    yield Heading(1, words.word("annex"))
    yield paragraph(
        say(
            "material",
            cases=count("case", len(material.cases)),
            documents=count("document", len(material.transcripts)),
            words=count("word", sum(document.words for document in material.transcripts)),
            informants=count("informant", context.informants),
            codings=count("coding", len(material.codings)),
            passages=count("passage", len({row.segment for row in material.said})),
        )
    )
    if material.unread:
        yield paragraph(say("unread", turns=count("turn", material.unread)))
    coders = Counter(row.coder for row in material.codings)
    if coders:
        named = (
            say("coder", coder=tidy(coder), codings=count("coding", number))
            for coder, number in sorted(coders.items())
        )
        yield paragraph(say("coders", coders=", ".join(named)))
    book = material.codebook
    yield paragraph(
        say(
            "codebook",
            title=tidy(in_language(book.title, context.options.language, book.id)),
            version=book.version,
            codes=count("code", len(book.codes)),
        )
    )
