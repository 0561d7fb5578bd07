"""The figures of a report, read off its tables and the material, each told in words as well."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from qualcode.domain.degree_pairs import DegreeMatrix, degree_matrix
from qualcode.domain.figure import CURVE, MAP, PANELS, STACKED, Arrow, Figure, Series
from qualcode.domain.quoting import tidy
from qualcode.domain.table import CellValue
from qualcode.reports.context import Context
from qualcode.reports.facts import condition_facts, counted
from qualcode.reports.model import FigureBlock

PANELS_MOST = 9
"""Cases in one figure; more go into the next."""

PARTNERS_MOST = 14
"""With more partners than this a ring of arrows cannot be read: the table stands alone."""

DOCUMENTS_MOST, INTERVIEWS_LEAST = 30, 3
"""Documents in one figure of coverage; interviews from which a curve can be drawn."""

VALENCES = ("helps", "mixed", "hinders", "unset")


def profiles(context: Context) -> Iterator[FigureBlock]:
    """A panel per case with the passages on each condition."""
    table, words = context.tables["conditions"], context.words
    columns = [column for column in table.columns[1:] if not column.key.endswith(".informants")]
    names = tuple(tidy(column.label) for column in columns)
    if not columns:
        return
    for begin in range(0, len(table.rows), PANELS_MOST):
        rows = table.rows[begin : begin + PANELS_MOST]
        series = []
        for row in rows:
            cells = [counted(row, column.key) for column in columns]
            values = tuple(cell.value for cell in cells)
            series.append(Series(tidy(row.label), values, tuple(cell.shown for cell in cells)))
        title = words.say("figure-profiles")
        alt = "; ".join(_told(one, names) for one in series)
        figure = Figure("profiles", title, PANELS, names, tuple(series), alt=f"{title}. {alt}.")
        yield FigureBlock(figure)


def valences(context: Context) -> Iterator[FigureBlock]:
    """How many passages on each condition help, hinder, do both or say neither."""
    table, words = context.tables["conditions"], context.words
    shown = {column.key for column in table.columns}
    codes = [code for code in context.material.codebook.conditions if code.id in shown]
    facts = [condition_facts(table, code.id, context.material) for code in codes]
    if not any(one.passages for one in facts):
        return
    names = tuple(tidy(code.name(context.options.language)) for code in codes)
    series = tuple(
        Series(words.word(f"valence-{valence}"), tuple(one.valences[valence] for one in facts))
        for valence in VALENCES
    )
    title = words.say("figure-valences")
    alt = "; ".join(_told(one, names) for one in series)
    across = words.word("passages")
    yield FigureBlock(
        Figure("valences", title, STACKED, names, series, across=across, alt=f"{title}. {alt}.")
    )


def degree_maps(context: Context) -> Iterator[FigureBlock]:
    """A ring of partners for each case in which somebody says how two of them work together."""
    for case in context.material.cases:
        matrix = degree_matrix(context.material.degrees, case.id, None)
        if matrix.pairs and len(matrix.organisations) <= PARTNERS_MOST:
            title = context.words.say("figure-degrees", case=tidy(case.name))
            yield FigureBlock(_map(context, matrix, title))


def coverage(context: Context) -> Iterator[FigureBlock]:
    """How far each document is coded, read and unread."""
    table, words = context.tables.get("coverage"), context.words
    if table is None or not table.rows:
        return
    labels = {column.key: tidy(column.label) for column in table.columns}
    for begin in range(0, len(table.rows), DOCUMENTS_MOST):
        rows = table.rows[begin : begin + DOCUMENTS_MOST]
        names = tuple(tidy(row.label) for row in rows)
        series = tuple(
            Series(labels[key], tuple(_number(row.cells[key]) for row in rows))
            for key in ("coded", "read", "unread")
        )
        title = words.say("figure-coverage")
        alt = "; ".join(_told(one, names) for one in series)
        across = words.word("units")
        yield FigureBlock(
            Figure("coverage", title, STACKED, names, series, across=across, alt=f"{title}. {alt}.")
        )


def saturation(context: Context) -> Iterator[FigureBlock]:
    """How many labels and sub-codes were met after so many interviews, in any order."""
    table, words = context.tables.get("saturation"), context.words
    if table is None or len(table.rows) < INTERVIEWS_LEAST:
        return
    names = tuple(str(n) for n in range(1, len(table.rows) + 1))
    series = tuple(
        Series(words.word(f"curve-{key}"), tuple(_number(row.cells[key]) for row in table.rows))
        for key in ("median", "low", "high")
    )
    title = words.say("figure-saturation")
    yield FigureBlock(
        Figure(
            *("saturation", title, CURVE, names, series),
            across=words.word("interviews"),
            up=words.word("met-so-far"),
            alt=f"{title}. {_told(series[0], names)}.",
        )
    )


def _number(value: CellValue) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _map(context: Context, matrix: DegreeMatrix, title: str) -> Figure:
    known = {one.id: tidy(one.name) for one in context.material.organisations}
    places = {one: at for at, one in enumerate(matrix.organisations)}
    names = tuple(known.get(one, one) for one in matrix.organisations)
    scale = context.material.codebook.scales.get("degree")
    levels = [value.value for value in scale.values if value.value] if scale else []
    arrows = tuple(
        Arrow(
            places[pair.from_id],
            places[pair.to_id],
            median(pair.values),
            " · ".join(str(level) for level in sorted(pair.levels)),
        )
        for pair in matrix.pairs.values()
    )
    told = "; ".join(f"{names[one.start]} → {names[one.end]}: {one.label}" for one in arrows)
    return Figure(
        *("degrees", title, MAP, names),
        arrows=arrows,
        alt=f"{title}. {told}.",
        most=max(levels, default=5),
    )


def _told(series: Series, names: tuple[str, ...]) -> str:
    """A row of numbers in words."""
    parts = []
    for at, (name, value) in enumerate(zip(names, series.values, strict=True)):
        sign = series.signs[at] if at < len(series.signs) else "–"
        parts.append(f"{name} {sign if value is None else f'{value:g}'}")
    return f"{series.label}: {', '.join(parts)}"
