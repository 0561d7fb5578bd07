"""Ratings on the charting screen: the scale, the rules of evidence, raters and periods."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.rating import AGREED, OWN
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project, open_project
from tests.charting import coded
from tests.tui.chart_room import a_project_to_chart, agenda, rows
from tests.tui.filled import keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """In Lyftet two passages on agenda, the second hinders; in Havnen one on backbone."""
    with a_project_to_chart(tmp_path) as made:
        yield made


def value(p: Project, kind: str = OWN) -> list[tuple[int | None, str | None]]:
    """The ratings of the first cell."""
    found = p.ratings.of("Lyftet", "agenda")
    return [(each.value, each.sentence) for each in found if each.kind == kind]


async def test_a_rating_rests_on_linked_passages(p: Project) -> None:
    """Refused with its reason while the bar stays with what was typed; kept once they are there."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "r 1 tab")
        await typed(pilot, "known to few [/x]")
        await keys(pilot, "enter")
        assert "rests on linked passages, and there is none" in " ".join(shown(pilot).split())
        assert "known to few [/x]" in shown(pilot) and value(p) == []
        await keys(pilot, "escape enter space r 1 tab")
        await typed(pilot, "known to few [/x]")
        await keys(pilot, "enter")
        assert value(p) == [(1, "known to few [/x]")]
        assert "1 emerging · ann · known to few [/x]" in shown(pilot)


async def test_a_rule_of_evidence_is_told_with_what_it_needs(p: Project) -> None:
    """A 2 needs two organisations: with one it is refused, with two it is kept."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter space r 2 enter")
        assert "needs informants from 2 organisations" in " ".join(shown(pilot).split())
        await keys(pilot, "escape down space r 2 enter")
        assert value(p) == [(2, None)]


async def test_not_enough_evidence_is_not_the_lowest_value(p: Project) -> None:
    """`n` in the bar is stored as no value, `0` as nought; nothing chosen is nothing kept."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter r enter")
        assert "Choose a number, or n" in shown(pilot) and value(p) == []
        await keys(pilot, "n enter")
        assert value(p) == [(None, None)]
        assert "NE not enough evidence" in shown(pilot)
        await keys(pilot, "space r 0 enter")
        assert value(p) == [(0, None)]


async def test_a_high_rating_waits_for_what_speaks_against(p: Project) -> None:
    """A 3 is refused until the list was opened with the key that the bar names."""
    coded(p, "P3", 50, "agenda", standing="actual")
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter ctrl+a r 3 enter")
        assert "ctrl+o shows it." in " ".join(shown(pilot).split())
        await keys(pilot, "ctrl+o")
        assert "What speaks against 3" in shown(pilot)
        await keys(pilot, "escape enter")
        assert value(p) == [(3, None)]


async def test_raters_agree_after_each_has_rated_alone(p: Project) -> None:
    """The agreed value is refused before two own ones; another's is not shown before one's own."""
    goals = p.framework.cell(agenda(p)).passages[0].coding.id
    with open_project(p.path, coder="bo") as other:
        other.ratings.rate("Lyftet", "agenda", RatingDetails(0, "alone", links=(goals,)))
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter space")
        assert "alone" not in shown(pilot)
        await keys(pilot, "r 1 tab tab right enter")
        assert "comes after two raters' own" in " ".join(shown(pilot).split())
        await keys(pilot, "left enter")
        assert (1, None) in value(p) and "alone" in shown(pilot)
        await keys(pilot, "r tab tab right shift+tab shift+tab 1 enter")
        assert value(p, AGREED) == [(1, None)]
        assert "agreed" in shown(pilot)


async def test_the_matrix_shows_what_each_cell_is_rated(p: Project) -> None:
    """A digit at the end of the cell, NE, both where raters differ, `!` where it is stale."""
    goals, against = (each.coding.id for each in p.framework.cell(agenda(p)).passages)
    p.ratings.rate("Lyftet", "agenda", RatingDetails(1, links=(goals,)))
    p.ratings.rate("Havnen", "agenda", RatingDetails(None))
    async with room(p, "charting", (80, 24)) as (pilot, _):
        assert rows(pilot) == {**rows(pilot), "Lyftet": "2 to chart 1 – nothing"}
        assert rows(pilot)["Havnen"] == "– NE 1 to chart"
        assert "2 passages, not charted · rated 1" in shown(pilot)
        with open_project(p.path, coder="bo") as other:
            other.ratings.rate("Lyftet", "agenda", RatingDetails(0, links=(goals,)))
        p.codings.remove([against])
        await keys(pilot, "f2 f9")
        assert rows(pilot)["Lyftet"] == "1 to chart 1/0! – nothing"


async def test_without_colour_the_sign_of_its_shade_stands_before_a_rating(
    p: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The highest one here is the fullest, as in the table of ratings; 0 and NE have no sign."""
    monkeypatch.setenv("NO_COLOR", "1")
    p.settings.set("rating_rules", "")
    for case, code, number in (
        *(("Lyftet", "agenda", 2), ("Lyftet", "backbone", 0)),
        *(("Havnen", "agenda", 1), ("Havnen", "backbone", None)),
    ):
        p.ratings.rate(case, code, RatingDetails(number))
    async with room(p, "charting", (80, 24)) as (pilot, _):
        assert "2 to chart█2" in shown(pilot)
        assert rows(pilot)["Lyftet"] == "2 to chart█2 – 0"
        assert rows(pilot)["Havnen"] == "– ▒1 1 to chart NE"


async def test_another_raters_value_is_hidden_until_one_has_rated(p: Project) -> None:
    """In the matrix as in the open cell; who only reads sees all."""
    goals = p.framework.cell(agenda(p)).passages[0].coding.id
    with open_project(p.path, coder="bo") as other:
        other.ratings.rate("Lyftet", "agenda", RatingDetails(0, links=(goals,)))
        assert other.framework.matrix().cells[agenda(p).row, "agenda"].rated is not None
    async with room(p, "charting") as (pilot, _):
        assert rows(pilot)["Lyftet"] == "2 to chart – nothing"


async def test_a_rating_belongs_to_a_period(p: Project) -> None:
    """Where the project has periods the bar asks for one, and shows what was said there before."""
    p.settings.set("periods", ["before", "now"])
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter space r 1 tab tab tab right right enter")
        (rating,) = p.ratings.of("Lyftet", "agenda")
        assert (rating.period, rating.value) == ("now", 1)
        await keys(pilot, "r")
        assert "[now]" in shown(pilot)


async def test_a_rating_goes_stale_and_is_still_right(p: Project) -> None:
    """Marked `!` beside the summary; `y` on a cell without a stale summary speaks of it."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter space r 1 enter")
        coded(p, "P1", 90, "agenda", standing="actual")
        await keys(pilot, "f2 f9")
        assert "! 1 emerging" in shown(pilot)
        await keys(pilot, "y")
        assert "1 rating still right" in shown(pilot)
        assert not p.ratings.of("Lyftet", "agenda")[0].changes


async def test_cases_are_rated_and_nothing_else(p: Project) -> None:
    """On the row of an informant the key says so."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "w i r")
        assert "Cases are rated." in shown(pilot)
