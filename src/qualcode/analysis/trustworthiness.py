"""How far the coding can be relied on: what was read by whom, and how far coders agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from qualcode.analysis import agreement
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
from qualcode.analysis.projection import RULES, WORD, Projection, project
from qualcode.domain.table import CellValue, Column, Row, Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RELIABILITY = "reliability"
"""The stance that prints coefficients."""
COVERAGE = "coverage"
FIGURES = ("agreement", "f1", "alpha", "alpha_low", "alpha_high", "kappa")


def trustworthiness(basis: Basis) -> Table:
    """Rows per code: coverage for a single coder, else for each two coders of the same documents.

    `units` are those that the coders of the row read, `share` their share of all units in per
    cent, `marked` those that carry the code, `both` and `apart` those that several or only one of
    them marked. Coefficients are there
    under the stance `reliability` only; None where one is undefined.
    """
    found = project(basis)
    teams = _teams(found)
    figures = FIGURES if teams and basis.reading.stance == RELIABILITY else ()
    rows = _coverage(basis, found)
    for team in teams:
        rows += _of_team(basis, found, team, figures=bool(figures))
    counted = ("marked", "both", "apart") if teams else ("marked",)
    words = basis.words
    columns = [
        Column("code", words.column("code"), "value"),
        Column("metric", words.column("metric"), "value"),
        Column("coders", words.column("coders"), "text"),
        Column("units", words.column("units"), "number"),
        Column("share", words.column("share-units"), "number"),
        *(Column(key, words.column(key), "count") for key in counted),
        *(Column(key, words.column(key), "number") for key in figures),
    ]
    labels = {**words.values(), **basis.code_names, "": words.value("all-codes")}
    return basis.table(columns, rows, _notes(basis, found, teams), labels)


@dataclass(frozen=True)
class Team:
    """Two coders who read the same documents, or all such coders; the units that two of them read.

    `units` are their numbers; `unread` is true per coder and unit not read.
    """

    coders: tuple[str, ...]
    units: NDArray[np.int64]
    unread: NDArray[np.bool_]
    transcripts: tuple[int, ...]

    @property
    def name(self) -> str:
        """The coders in one line."""
        return ", ".join(self.coders)


def _teams(found: Projection) -> list[Team]:
    """Each two coders who read the same documents, and all of them where they are more."""
    pairs: list[tuple[str, ...]] = [
        two for two in combinations(found.coders, 2) if found.read_by(two).all(axis=0).any()
    ]
    met = tuple(sorted({name for two in pairs for name in two}))
    return [_team(found, names) for names in ([*pairs, met] if len(met) > 2 else pairs)]


def _team(found: Projection, coders: tuple[str, ...]) -> Team:
    read = found.read_by(coders)
    units = (read.sum(axis=0) > 1).nonzero()[0]
    return Team(coders, units, ~read[:, units], tuple(found.units.of[units].tolist()))


def _coverage(basis: Basis, found: Projection) -> list[Row]:
    """What each coder read, and how many units carry each code."""
    rows = []
    marks = found.marks[WORD]
    for number, coder in enumerate(found.coders):
        mine = marks.coders == number
        groups = dict(zip(found.codes, found.groups(WORD, mine), strict=True))
        any_code = _as_one(found).groups(WORD, mine)
        read = int(found.read_by([coder]).sum())
        for code, group in {"": any_code[0], **groups}.items():
            if code and not group.ids:
                continue
            key = f"{code}:{COVERAGE}:{coder}"
            cells: dict[str, CellValue] = {
                "code": code,
                "metric": COVERAGE,
                "coders": coder,
                "units": read,
                "share": _per_cent(read, len(found.units)),
                "marked": basis.cell(key, "marked", group, "unit"),
                **dict.fromkeys(("both", "apart", *FIGURES)),
            }
            rows.append(Row(key, basis.code_names.get(code, ""), cells))
    return rows


def _as_one(found: Projection) -> Projection:
    """The same with all codes as one."""
    marks = found.marks[WORD]
    return replace(found, codes=("",), marks={WORD: replace(marks, codes=marks.codes * 0)})


def _of_team(basis: Basis, found: Projection, team: Team, *, figures: bool) -> list[Row]:
    import numpy as np

    members = [found.coders.index(name) for name in team.coders]
    rows = []
    for rule in RULES:
        table = found.table(rule)[members][:, :, team.units]
        counts = np.zeros((len(found.codes), len(found.units)), dtype=np.int64)
        counts[:, team.units] = table.sum(axis=0)
        groups = _groups(found, rule, members, counts)
        for number, code in enumerate(found.codes):
            if not groups["marked"][number].ids:
                continue
            key = f"{code}:{rule}:{team.name}"
            cells: dict[str, CellValue] = {
                "code": code,
                "metric": rule,
                "coders": team.name,
                "units": len(team.units),
                "share": _per_cent(len(team.units), len(found.units)),
                **{
                    name: basis.cell(key, name, some[number], "unit")
                    for name, some in groups.items()
                },
                **(_figures(table[:, number], team) if figures else {}),
            }
            rows.append(Row(key, basis.code_names[code], cells))
    return rows


def _groups(
    found: Projection, rule: str, members: list[int], counts: NDArray[np.int64]
) -> dict[str, list[Group]]:
    """Units that the team marked, those that several of it marked, and those that only one did.

    `counts` are the coders of the team per code and unit.
    """
    import numpy as np

    marks = found.marks[rule]
    by = np.where(np.isin(marks.coders, members), counts[marks.codes, marks.units], 0)
    return {
        "marked": found.groups(rule, by > 0),
        "both": found.groups(rule, by > 1),
        "apart": found.groups(rule, by == 1),
    }


def _figures(marked: NDArray[np.bool_], team: Team) -> dict[str, CellValue]:
    """The coefficients of coders × units; those of two coders only where there are two."""
    import numpy as np

    ratings = marked.astype(float)
    ratings[team.unread] = np.nan
    around = agreement.interval(ratings, team.transcripts)
    figures: dict[str, float | None] = dict.fromkeys(FIGURES)
    figures["alpha"] = agreement.alpha(ratings)
    if around is not None:
        figures |= {"alpha_low": around.low, "alpha_high": around.high}
    if len(ratings) == 2:
        figures["agreement"] = agreement.same(*ratings)
        figures["f1"] = agreement.positive(*ratings)
        figures["kappa"] = agreement.kappa(*ratings)
    return {key: None if one is None else round(one, 3) for key, one in figures.items()}


def _per_cent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _notes(basis: Basis, found: Projection, teams: Sequence[Team]) -> list[str]:
    words = basis.words
    units = words.count("unit", len(found.units))
    notes = [words.note("signs"), words.note("rolled"), words.note("coverage", units=units)]
    notes.append(words.note("projection"))
    if not teams:
        key = "single-coder" if len(found.coders) < 2 else "coders-apart"
        return [*notes, words.note(key)]
    notes.append(words.note("stricter"))
    if basis.reading.stance != RELIABILITY:
        return [*notes, words.note("no-coefficients")]
    notes.append(words.note("coefficients"))
    few = [team for team in teams if len(set(team.transcripts)) < agreement.ENOUGH_TRANSCRIPTS]
    if few:
        enough = words.count("document", agreement.ENOUGH_TRANSCRIPTS)
        who = "; ".join(f"{team.name} ({len(set(team.transcripts))})" for team in few)
        notes.append(words.note("too-few-transcripts", enough=enough, who=who))
    if len(few) < len(teams):
        values = {"draws": str(agreement.DRAWS), "seed": str(agreement.SEED)}
        notes.append(words.note("interval", **values))
    return [*notes, words.note("undefined")]
