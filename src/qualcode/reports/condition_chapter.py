"""The chapter on the conditions: what is counted of each, its factors, and words of informants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qualcode.domain.codebook import Code, in_language
from qualcode.domain.quoting import tidy
from qualcode.domain.table import Row, Table
from qualcode.reports.context import Context
from qualcode.reports.facts import ConditionFacts, condition_facts, most_named
from qualcode.reports.figures import profiles, valences
from qualcode.reports.model import Block, Heading, paragraph


def condition_chapter(context: Context) -> Iterator[Block]:
    """The grid of cases and conditions, then a section per condition that it has a column for."""
    table = context.tables["conditions"]
    columns = {column.key for column in table.columns}
    yield Heading(1, context.words.word("conditions"))
    yield context.block(table)
    yield from profiles(context)
    yield from valences(context)
    for code in context.material.codebook.conditions:
        if code.id in columns:
            yield from _section(context, code)


def _section(context: Context, code: Code) -> Iterator[Block]:
    language = context.options.language
    yield Heading(2, tidy(code.name(language)))
    definition = tidy(in_language(code.definition, language))
    if definition:
        yield paragraph(definition, "emphasis")
    facts = condition_facts(context.tables["conditions"], code.id, context.material)
    told = " ".join(_sentences(context, code, facts))
    yield context.state(told, code.id, "spoken", (said.coding for said in facts.said))
    for name in ("success-factors", "pitfalls"):
        table = _part(context, name, code)
        if table.rows:
            yield context.block(table)
    yield from context.quotes(facts.said, lambda said: facts.keys.get(said.case_id or ""))


def _sentences(context: Context, code: Code, facts: ConditionFacts) -> Iterator[str]:
    say = context.words.say
    yield context.spoken(facts.cases, facts.informants, facts.passages)
    for kind, cases in facts.empty.items():
        if cases:
            yield say(f"in-{kind}", cases=context.words.listed(cases))
    if facts.passages:
        yield say("valences", **facts.valences)
    for name, key in (("success-factors", "helped"), ("pitfalls", "hindered")):
        rows = most_named(_part(context, name, code).rows)
        if rows:
            yield say(key, factors=", ".join(_named(context, row) for row in rows))
        else:
            yield say(f"not-{key}")


def _named(context: Context, row: Row) -> str:
    return context.words.say("factor", label=row.label, **context.counts(row))


def _part(context: Context, name: str, condition: Code) -> Table:
    """The rows of one condition as a table of their own.

    The notes of the whole table count over all conditions; they are said in how to read.
    """
    table = context.tables[name]
    rows = tuple(
        replace(row, group=None) for row in table.rows if row.cells.get("condition") == condition.id
    )
    columns = tuple(column for column in table.columns if column.key != "condition")
    label = tidy(condition.name(context.options.language))
    return replace(table, rows=rows, columns=columns, notes=(), title=f"{table.title}: {label}")
