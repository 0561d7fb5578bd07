"""From material and tables to a report: what is counted, in sentences, tables and quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from qualcode.domain.material import Material
from qualcode.domain.quoting import tidy
from qualcode.domain.table import Table
from qualcode.errors import Invalid, nearest
from qualcode.reports.behind import behind
from qualcode.reports.checklist_chapter import checklist_chapter
from qualcode.reports.condition_chapter import condition_chapter
from qualcode.reports.context import Context
from qualcode.reports.findings_chapter import findings_chapter
from qualcode.reports.frame_chapters import further_tables, opening
from qualcode.reports.method_chapter import codebook_chapter, method_chapter
from qualcode.reports.method_facts import MethodFacts
from qualcode.reports.model import (
    BASE_TABLES,
    PROFILES,
    Behind,
    Block,
    Report,
    ReportOptions,
)
from qualcode.reports.references import referred
from qualcode.reports.theme_chapter import degree_chapter, theme_chapter
from qualcode.sentences import sentence

STATE_SHOWN = 12
"""Characters of the state id that are printed."""


CHAPTERS: Mapping[str, Callable[[Context], Iterable[Block]]] = {
    "reading": opening,
    "conditions": condition_chapter,
    "themes": theme_chapter,
    "degrees": degree_chapter,
    "findings": findings_chapter,
    "tables": further_tables,
    "method": method_chapter,
    "checklist": checklist_chapter,
    "codebook": codebook_chapter,
}
"""How each chapter is made, in the order of a report."""

USUAL = tuple(name for name in CHAPTERS if name != "codebook")
"""The chapters of a report that names none: the codebook has dozens of pages of its own."""


def build(
    material: Material,
    tables: Sequence[Table],
    options: ReportOptions,
    further: Sequence[Table] = (),
) -> Report:
    """The report of the material; its sentences state counted facts and nothing else.

    `tables` are those of `options.needed`, made of the same material in the report's language;
    `further` are printed after them as they are, several of a name among them. The material carries
    its texts. Raises Invalid for an unknown profile or chapter.
    """
    _check(options)
    context = Context(material, tables, options, further)
    wanted = BASE_TABLES if options.tables is None else options.tables
    whole = [context.tables[name] for name in wanted if name in context.tables]
    chosen = USUAL if options.chapters is None else options.chapters
    blocks = tuple(
        referred(
            (block for chapter in chosen for block in CHAPTERS[chapter](context)), context.words
        )
    )
    return Report(
        title=tidy(options.title or material.title) or context.words.word("report"),
        front=_front(context),
        blocks=blocks,
        tables=(*whole, *context.further),
        language=options.language,
        date=material.date,
        template=options.template,
        behind=_behind(context) if options.words else None,
        stated=tuple(context.stated),
    )


def _check(options: ReportOptions) -> None:
    if options.profile not in PROFILES:
        raise Invalid(
            sentence("There is no profile '{profile}'.", profile=options.profile),
            sentence("Known: {names}.", names=", ".join(PROFILES)),
        )
    for chapter in options.chapters or ():
        if chapter not in CHAPTERS:
            known = sentence("Known: {names}.", names=", ".join(CHAPTERS))
            raise Invalid(
                sentence("There is no chapter '{chapter}'.", chapter=chapter),
                nearest(chapter, CHAPTERS) or known,
            )


def _behind(context: Context) -> Behind | None:
    """The words behind all tables; none in a version without quotes."""
    if not context.profile.quotes:
        return None
    return behind(context, (*context.tables.values(), *context.further))


def _stale(context: Context) -> str:
    """How much of what analysts wrote rests on something that has changed since."""
    number = MethodFacts(context.material).stale
    if not number:
        return context.words.say("not-stale-front")
    return context.words.say("stale-front", stale=context.words.count("stale", number))


def _front(context: Context) -> tuple[str, ...]:
    say, material = context.words.say, context.material
    date = (say("front-date", date=material.date[:10]),) if material.date else ()
    return (
        say("front-state", state=material.state[:STATE_SHOWN]),
        *date,
        _stale(context),
        say("front-profile", profile=context.words.word(context.options.profile)),
        say("front-language"),
    )
