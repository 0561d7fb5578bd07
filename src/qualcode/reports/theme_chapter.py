"""The chapters on themes and on degrees."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.domain.codebook import Scale, in_language
from qualcode.domain.people import Theme
from qualcode.domain.quoting import tidy
from qualcode.domain.table import Row
from qualcode.reports.context import Context
from qualcode.reports.facts import behind_theme, counted
from qualcode.reports.model import Block, Heading, Paragraph, Run, TableBlock, paragraph


def theme_chapter(context: Context) -> Iterator[Block]:
    """The table of themes, then a section per theme; nothing when there are no themes."""
    table = context.tables["themes"]
    if not table.rows:
        return
    yield Heading(1, context.words.word("themes"))
    yield TableBlock(table, table.title)
    rows = {row.key: row for row in table.rows}
    for theme in context.material.themes:
        if theme.id in rows:
            yield from _section(context, theme, rows[theme.id])


def degree_chapter(context: Context) -> Iterator[Block]:
    """How degrees spread, with the anchors of the scale; nothing when none were set."""
    material, words = context.material, context.words
    if not material.degrees:
        return
    table = context.tables["degree-distribution"]
    yield Heading(1, words.word("degrees"))
    left = [row for row in material.degrees if row.standing in ("wished", "denied")]
    alone = [
        row
        for row in material.degrees
        if row.standing not in ("wished", "denied") and not (row.from_id and row.to_id)
    ]
    yield paragraph(
        words.say(
            "degrees",
            n_cases=sum(row.cells["median"] is not None for row in table.rows if row.key),
            cases=words.count("case", len(material.cases)),
            degrees=words.count("degree", len(material.degrees)),
            alone=len(alone),
            left=len(left),
        )
    )
    scale = material.codebook.scales.get("degree")
    if scale is not None:
        yield from _anchors(scale, context.options.language)
    yield TableBlock(table, table.title)


def _section(context: Context, theme: Theme, row: Row) -> Iterator[Block]:
    say, count = context.words.say, context.words.count
    yield Heading(2, tidy(theme.name))
    if theme.definition:
        yield paragraph(tidy(theme.definition), "emphasis")
    if counted(row, "passages").value:
        contrary = count("case", counted(row, "contrary").value or 0)
        yield paragraph(say("theme-counts", contrary=contrary, **context.counts(row)))
    else:
        yield paragraph(say("unspoken"))
    if theme.summary:
        yield _labelled(say("summary"), theme.summary)
    for case in context.material.cases:
        if case.id in theme.case_summaries:
            yield _labelled(say("in-case", case=case.name), theme.case_summaries[case.id])
    key = counted(row, "passages").evidence
    yield from context.quotes(behind_theme(row, context.material), lambda _said: key)


def _anchors(scale: Scale, language: str) -> Iterator[Block]:
    for value in scale.values:
        anchor = tidy(in_language(value.anchor, language))
        label = tidy(in_language(value.label, language, value.id))
        number = "" if value.value is None else f"{value.value} "
        if anchor:
            yield _labelled(f"{number}{label}:", anchor)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label} ", "strong"), Run(tidy(text))))
