"""The COREQ list: what the project can answer is filled in, the rest is left to the author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from qualcode.domain.quoting import tidy
from qualcode.domain.table import Column, Row, Table
from qualcode.reports import coreq_da, coreq_en, coreq_nb, coreq_sv
from qualcode.reports.context import Context
from qualcode.reports.figures import INTERVIEWS_LEAST
from qualcode.reports.method_facts import MethodFacts
from qualcode.reports.model import Block, Heading, TableBlock

LISTS: Mapping[str, ModuleType] = {
    "en": coreq_en,
    "sv": coreq_sv,
    "da": coreq_da,
    "nb": coreq_nb,
    "nn": coreq_nb,
}

Answer = Callable[[Context, MethodFacts], str]


def checklist_chapter(context: Context) -> Iterator[Block]:
    """All 32 items in their order, each with what the project says to it."""
    words = context.words
    facts = MethodFacts(context.material)
    title = words.word("checklist")
    table = Table(
        name="coreq",
        title=title,
        columns=(
            Column("n", "", "number"),
            Column("item", words.word("item")),
            Column("answer", words.word("told")),
        ),
        rows=tuple(_rows(context, facts)),
        state=context.material.state,
        language=context.options.language,
        date=context.material.date,
    )
    yield Heading(1, title)
    yield TableBlock(table, title)


def _rows(context: Context, facts: MethodFacts) -> Iterator[Row]:
    n = 0
    for domain, items in LISTS.get(context.options.language, coreq_en).DOMAINS:
        for item in items:
            n += 1
            answer = ANSWERS.get(n)
            told = answer(context, facts) if answer else ""
            cells = {"n": n, "item": item, "answer": told or context.words.word("author")}
            yield Row(str(n), item, cells, domain)


def _stance(context: Context, facts: MethodFacts) -> str:
    return context.words.say(f"stance-{facts.reading.stance}")


def _size(context: Context, _facts: MethodFacts) -> str:
    return context.words.count("informant", context.informants)


def _sample(context: Context, _facts: MethodFacts) -> str:
    held = Counter(filter(None, context.profile.roles.values()))
    roles = ", ".join(f"{tidy(role)} {n}" for role, n in sorted(held.items()))
    return context.words.say("sample-roles", roles=roles) if roles else ""


def _guides(context: Context, _facts: MethodFacts) -> str:
    guides = context.material.guides
    if not guides:
        return context.words.say("no-guides")
    return context.words.say("guides", guides=context.words.count("guide", len(guides)))


def _length(context: Context, facts: MethodFacts) -> str:
    words = context.words.count("word", facts.words)
    if not facts.minutes:
        return context.words.say("length-words", words=words)
    return context.words.say(
        "length", words=words, minutes=context.words.count("minute", facts.minutes)
    )


def _saturation(context: Context, _facts: MethodFacts) -> str:
    table = context.tables.get("saturation")
    drawn = table is not None and len(table.rows) >= INTERVIEWS_LEAST
    return context.words.say("saturation" if drawn else "no-saturation")


def _coders(context: Context, facts: MethodFacts) -> str:
    return context.words.count("coder", len(facts.coders))


def _tree(context: Context, _facts: MethodFacts) -> str:
    codes = context.words.count("code", len(context.material.codebook.codes))
    return context.words.say("tree", codes=codes)


def _derived(context: Context, facts: MethodFacts) -> str:
    found = facts.themes
    return context.words.say("derived", deductive=found["deductive"], inductive=found["inductive"])


def _software(context: Context, facts: MethodFacts) -> str:
    return context.words.say("software", program=facts.doings.program)


def _checked(context: Context, facts: MethodFacts) -> str:
    replies = facts.doings.replies
    if not replies:
        return context.words.say("no-replies")
    answers = {name: replies.get(name, 0) for name in ("agree", "amend", "disagree")}
    number = context.words.count("reply", sum(replies.values()))
    return context.words.say("replies", replies=number, **answers)


def _quotations(context: Context, _facts: MethodFacts) -> str:
    return context.words.say("quoted" if context.profile.quotes else "no-quotes-here")


def _major(context: Context, _facts: MethodFacts) -> str:
    names = "; ".join(tidy(theme.name) for theme in context.material.themes)
    return context.words.say("major", names=names) if names else ""


def _minor(context: Context, _facts: MethodFacts) -> str:
    return context.words.say("minor") if context.material.themes else ""


ANSWERS: Mapping[int, Answer] = {
    9: _stance,
    12: _size,
    16: _sample,
    17: _guides,
    21: _length,
    22: _saturation,
    24: _coders,
    25: _tree,
    26: _derived,
    27: _software,
    28: _checked,
    29: _quotations,
    31: _major,
    32: _minor,
}
"""What is filled in, by the number of the item; everything else is the author's."""
