"""From material and tables to a report: what is counted, in sentences, tables and quotes."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.material import Material
from qualcode.domain.quoting import tidy
from qualcode.domain.table import Table
from qualcode.errors import Invalid
from qualcode.reports.condition_chapter import condition_chapter
from qualcode.reports.context import Context
from qualcode.reports.frame_chapters import annex, further_tables, opening
from qualcode.reports.model import BASE_TABLES, PROFILES, Report, ReportOptions
from qualcode.reports.theme_chapter import degree_chapter, theme_chapter

STATE_SHOWN = 12
"""Characters of the state id that are printed."""


def build(material: Material, tables: Sequence[Table], options: ReportOptions) -> Report:
    """The report of the material; its sentences state counted facts and nothing else.

    `tables` are those of `options.needed`, made of the same material in the report's language.
    The material carries its texts. Raises Invalid for an unknown profile.
    """
    if options.profile not in PROFILES:
        raise Invalid(f"There is no profile '{options.profile}'.", f"Known: {', '.join(PROFILES)}.")
    context = Context(material, tables, options)
    wanted = BASE_TABLES if options.tables is None else options.tables
    return Report(
        title=tidy(material.title) or context.words.word("report"),
        front=_front(context),
        blocks=(
            *opening(context),
            *condition_chapter(context),
            *theme_chapter(context),
            *degree_chapter(context),
            *further_tables(context),
            *annex(context),
        ),
        tables=tuple(context.tables[name] for name in wanted if name in context.tables),
        language=options.language,
        date=material.date,
    )


def _front(context: Context) -> tuple[str, ...]:
    say, material = context.words.say, context.material
    date = (say("front-date", date=material.date[:10]),) if material.date else ()
    return (
        say("front-state", state=material.state[:STATE_SHOWN]),
        *date,
        say("front-profile", profile=context.words.word(context.options.profile)),
        say("front-language"),
    )
