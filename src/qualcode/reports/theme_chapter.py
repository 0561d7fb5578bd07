"""The chapters on themes and on degrees."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.domain.codebook import Scale, in_language
from qualcode.domain.people import Theme
from qualcode.domain.quoting import tidy
from qualcode.domain.table import DENIED, NOTHING_SAID, Row
from qualcode.reports.context import Context
from qualcode.reports.facts import behind_theme, counted
from qualcode.reports.figures import degree_maps
from qualcode.reports.model import Block, Heading, Paragraph, Quote, Run, paragraph

COUNTS = ("cases", "informants", "passages")


def theme_chapter(context: Context) -> Iterator[Block]:
    """The table of themes, then a section per theme; nothing when there are no themes."""
    table = context.tables["themes"]
    if not table.rows:
        return
    yield Heading(1, context.words.word("themes"))
    yield context.block(table)
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
    told = words.say(
        "degrees",
        n_cases=sum(row.cells["median"] is not None for row in table.rows if row.key),
        cases=words.count("case", len(material.cases)),
        degrees=words.count("degree", len(material.degrees)),
    )
    yield context.state(told, "degrees", "spoken", (degree.id for degree in material.degrees))
    scale = material.codebook.scales.get("degree")
    if scale is not None:
        yield from _anchors(scale, context.options.language)
    yield context.block(table)
    yield from degree_maps(context)


def _section(context: Context, theme: Theme, row: Row) -> Iterator[Block]:
    say = context.words.say
    yield Heading(2, tidy(row.label))
    if theme.definition:
        yield paragraph(tidy(theme.definition), "emphasis")
    yield context.keyed(" ".join(_facts(context, row)), counted(row, "passages").evidence)
    if theme.summary:
        yield _labelled(say("summary"), theme.summary)
    for case in context.material.cases:
        if case.id in theme.case_summaries:
            yield _labelled(say("in-case", case=case.name), theme.case_summaries[case.id])
    key = counted(row, "passages").evidence
    chosen = context.profile.chosen("theme", theme.id)
    if not chosen:
        yield from context.quotes(behind_theme(row, context.material), lambda _said: key)
        return
    yield paragraph(context.words.word("quotes"), "strong")
    for words, said_by in chosen:
        yield Quote(words, said_by, key)


def _facts(context: Context, row: Row) -> Iterator[str]:
    """Who speaks of the theme, where nobody does, and in how many cases the contrary is said."""
    say = context.words.say
    spoken = bool(counted(row, "passages").value)
    yield context.spoken(*(counted(row, at).value or 0 for at in COUNTS))
    for kind in (NOTHING_SAID, DENIED):
        cases = [
            case.name for case in context.material.cases if counted(row, case.id).empty == kind
        ]
        if cases and spoken:
            yield say(f"in-{kind}", cases=context.words.listed(cases))
    contrary = counted(row, "contrary").value
    if contrary:
        yield say("contrary", contrary=context.words.count("case", contrary))
    elif spoken:
        yield say("not-contrary")


def _anchors(scale: Scale, language: str) -> Iterator[Block]:
    for value in scale.values:
        anchor = tidy(in_language(value.anchor, language))
        label = tidy(in_language(value.label, language, value.id))
        number = "" if value.value is None else f"{value.value} "
        if anchor:
            yield _labelled(f"{number}{label}:", anchor)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label} ", "strong"), Run(tidy(text))))
