"""The account of the method, written from what was done, and nothing that was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qualcode.reports.context import Context
from qualcode.reports.figures import coverage, saturation
from qualcode.reports.frame_chapters import annex
from qualcode.reports.method_facts import MethodFacts
from qualcode.reports.model import Block, Heading, Paragraph, Run, paragraph

STATE_SHOWN = 12
"""Characters of the state id that are printed."""


def method_chapter(context: Context) -> Iterator[Block]:
    """Approach, material, codebook, coding, interpretation, checks, and the criteria of trust."""
    facts, words = MethodFacts(context.material), context.words
    yield from annex(context)
    yield from _table(context, "material")
    yield Heading(2, words.word("approach"))
    yield paragraph(words.say(f"stance-{facts.reading.stance}"))
    yield paragraph(_labels(context, facts))
    yield Heading(2, words.word("book"))
    yield paragraph(" ".join(_book(context, facts)))
    yield Heading(2, words.word("coding"))
    yield paragraph(" ".join(_coding(context, facts)))
    yield from coverage(context)
    yield from _relied_on(context)
    yield from saturation(context)
    yield Heading(2, words.word("interpreting"))
    yield paragraph(" ".join(_interpreting(context, facts)))
    yield Heading(2, words.word("checking"))
    yield paragraph(" ".join(_checking(context, facts)))
    yield Heading(2, words.word("criteria"))
    yield from _criteria(context, facts)


def _relied_on(context: Context) -> Iterator[Block]:
    """How far the coding can be relied on, for the conditions; the table has every code."""
    table = context.tables["trustworthiness"]
    shown = {"", *(code.id for code in context.material.codebook.conditions)}
    rows = tuple(row for row in table.rows if row.cells["code"] in shown)
    if rows:
        yield context.block(replace(table, rows=rows))


def codebook_chapter(context: Context) -> Iterator[Block]:
    """Every code with its definition, what became of it, and the emergent labels."""
    yield Heading(1, context.words.word("book"))
    yield from _table(context, "codebook")


def _table(context: Context, name: str) -> Iterator[Block]:
    if name in context.tables and context.tables[name].rows:
        yield context.block(context.tables[name])


def _labels(context: Context, facts: MethodFacts) -> str:
    labels, decided = facts.labels
    words = context.words
    if not labels:
        return words.say("no-labels")
    return words.say("directed", labels=words.count("label", labels), decided=decided)


def _book(context: Context, facts: MethodFacts) -> Iterator[str]:
    words, revisions = context.words, facts.doings.revisions
    if not revisions:
        yield words.say("not-revised")
        return
    yield words.say("revised", revisions=words.count("revision", revisions))
    if facts.changes:
        told = (words.say(f"change-{what}", n=n) for what, n in sorted(facts.changes.items()))
        yield words.say("changes", changes=", ".join(told))


def _coding(context: Context, facts: MethodFacts) -> Iterator[str]:
    words, units = context.words, facts.units
    if units["all"]:
        yield words.say(
            "units",
            units=words.count("unit", units["all"]),
            coded=units["coded"],
            read=units["all"] - units["coded"] - units["unread"],
            unread=units["unread"],
        )
    if facts.double:
        yield words.say("double", documents=words.count("document", facts.double))
    else:
        yield words.say("no-double")
    if facts.doings.assisted:
        yield words.say("assisted", codings=words.count("coding", facts.doings.assisted))
    else:
        yield words.say("not-assisted")
    if facts.doings.replaced:
        yield words.say("replaced", documents=words.count("document", facts.doings.replaced))


def _interpreting(context: Context, facts: MethodFacts) -> Iterator[str]:
    words, cells, ratings = context.words, facts.cells, facts.ratings
    if cells["all"]:
        yield words.say("cells", cells=words.count("cell", cells["all"]), final=cells["final"])
    else:
        yield words.say("no-cells")
    if ratings["own"] or ratings["agreed"]:
        yield words.say(
            "ratings",
            ratings=words.count("rating", ratings["own"]),
            raters=words.count("rater", ratings["raters"]),
            agreed=ratings["agreed"],
            lacking=ratings["lacking"],
        )
    else:
        yield words.say("no-ratings")
    yield _themes(context, facts, "themes")
    claims = facts.claims
    if claims["findings"] or claims["propositions"]:
        yield words.say(
            "claims",
            findings=words.count("finding", claims["findings"]),
            final=claims["final"],
            propositions=words.count("proposition", claims["propositions"]),
            quotes=words.count("quote", claims["quotes"]),
        )
    else:
        yield words.say("no-claims")


def _themes(context: Context, facts: MethodFacts, sentence: str) -> str:
    found = facts.themes
    return context.words.say(
        sentence,
        themes=context.words.count("theme", sum(found.values())),
        deductive=found["deductive"],
        inductive=found["inductive"],
    )


def _checking(context: Context, facts: MethodFacts) -> Iterator[str]:
    yield _opened(context, facts)
    yield _replies(context, facts)
    consents = facts.consents
    yield context.words.say(
        "consent", **{name: consents[name] for name in ("yes", "no", "unknown")}
    )


def _opened(context: Context, facts: MethodFacts) -> str:
    words, opened = context.words, facts.doings.opened
    if not opened:
        return words.say("not-opened")
    return words.say("opened", lists=words.count("list", opened))


def _replies(context: Context, facts: MethodFacts) -> str:
    words, replies = context.words, facts.doings.replies
    if not replies:
        return words.say("no-replies")
    answers = {name: replies.get(name, 0) for name in ("agree", "amend", "disagree")}
    return words.say("replies", replies=words.count("reply", sum(replies.values())), **answers)


def _memos(context: Context, facts: MethodFacts) -> str:
    words, memos = context.words, facts.doings.memos
    if not memos:
        return words.say("no-memos")
    kinds = {name: memos.get(name, 0) for name in ("analytic", "methodological", "reflexive")}
    return words.say("memos", n=sum(memos.values()), **kinds)


def _criteria(context: Context, facts: MethodFacts) -> Iterator[Block]:
    """Lincoln and Guba's four, each with what was done for it; `not done` where nothing was."""
    words, material = context.words, context.material
    opened = _opened(context, facts) if facts.doings.opened else ""
    replies = _replies(context, facts) if facts.doings.replies else ""
    double = facts.double and words.say("double", documents=words.count("document", facts.double))
    described = words.say(
        "described",
        informants=words.count("informant", context.informants),
        roles=words.count("role", len(set(filter(None, context.profile.roles.values())))),
        cases=words.count("case", len(material.cases)),
    )
    audit = words.say(
        "audit",
        acts=words.count("act", facts.doings.acts),
        state=material.state[:STATE_SHOWN],
        program=facts.doings.program,
    )
    memos = _memos(context, facts) if facts.doings.memos else ""
    done = {
        "credibility": (double or "", opened, replies),
        "transferability": (described if material.participants else "",),
        "dependability": (" ".join(_book(context, facts)) if facts.doings.revisions else "", audit),
        "confirmability": (memos,),
    }
    for criterion, sentences in done.items():
        told = " ".join(filter(None, sentences)) or words.word("not-done")
        yield Paragraph((Run(f"{words.word(criterion)}. ", "strong"), Run(told)))
