"""The charting room: a matrix of cases by codes, chosen and ordered, whose place is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coding import DegreeDetails
from qualcode.domain.framework import Place
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project, open_project
from tests.charting import coded
from tests.projects import a_project
from tests.tui.chart_room import ODD, a_project_to_chart, agenda, backbone, rows
from tests.tui.filled import keys, room, typed
from tests.tui.rooms import LEAST, NARROW, shown


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """In Lyftet two passages on agenda, the second hinders; in Havnen one on backbone."""
    with a_project_to_chart(tmp_path) as made:
        yield made


# the matrix


async def test_each_cell_says_how_far_it_is_charted(p: Project) -> None:
    """A sign and a word: not asked, nothing, absent, what waits, charted."""
    p.guides.add("G", {"codes": ["agenda"], "cases": ["Havnen"]})
    p.codings.remove([p.framework.cell(backbone(p)).passages[0].coding.id])
    coded(p, "P4", 90, "agenda", standing="denied")
    async with room(p, "charting") as (pilot, _):
        assert rows(pilot)["Lyftet"] == "2 to chart – nothing"
        assert rows(pilot)["Havnen"] == "0 absent / not asked"
        assert "2 cells to chart" in shown(pilot)
        p.framework.write(agenda(p), "written")
        await keys(pilot, "f2 f9")
        assert rows(pilot)["Lyftet"] == "= charted – nothing"


async def test_the_next_cell_to_chart_goes_round(p: Project) -> None:
    """`n` and `N` find what has passages and no summary, and say when nothing is left."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "n")
        assert screen.lit_place == backbone(p)
        await keys(pilot, "n")
        assert screen.lit_place == agenda(p)
        await keys(pilot, "N")
        assert screen.lit_place == backbone(p)
        for each in (agenda(p), backbone(p)):
            p.framework.write(each, "written")
        await keys(pilot, "f2 f9 n")
        assert "Nothing left to chart here" in shown(pilot)


async def test_the_next_stale_cell_is_found(p: Project) -> None:
    """`s` goes to the summary that is out of date, and nowhere while there is none."""
    p.framework.write(backbone(p), "written")
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "s")
        assert "Nothing is stale" in shown(pilot)
        coded(p, "P4", 90, "backbone")
        await keys(pilot, "f2 f9 s")
        assert screen.lit_place == backbone(p)
        assert "! stale" in rows(pilot)["Havnen"]
        assert "out of date: 1 passage is new" in shown(pilot)


async def test_rows_and_columns_change_places(p: Project) -> None:
    """`t` makes codes the rows; the same cell stays lit, and `n` goes along the new rows."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "down right t")
        assert screen.lit_place == backbone(p)
        assert rows(pilot)["Backbone"] == "– nothing 1 to chart"


async def test_informants_and_roles_are_rows_too(p: Project) -> None:
    """`w` then `i`: informants under their cases; then `r`: roles; each cell has its own state."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "w i")
        assert rows(pilot)["P1"] == "1 to chart – nothing"
        assert rows(pilot)["P3"] == "– nothing – nothing"
        await keys(pilot, "w r")
        assert rows(pilot)["head"] == "1 to chart – nothing"
        await keys(pilot, "m")
        await typed(pilot, "of the chairs")
        await keys(pilot, "escape")
        assert p.framework.cell(Place("role", "chair", "agenda")).state.summary == "of the chairs"


async def test_codes_are_those_below_a_condition_or_any(p: Project) -> None:
    """`c`: a set at once, or the marked ones, or the conditions again."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "c down enter")
        assert screen.shown.matrix.codes == ("agenda-goals", "agenda-vision")
        assert rows(pilot)["Lyftet"] == "1 to chart 1 to chart"
        await keys(pilot, "c slash t r u s t enter space enter")
        assert "förtroende" in screen.shown.matrix.codes
        await keys(pilot, "c home enter")
        assert screen.shown.matrix.codes == ("agenda", "backbone")


async def test_rows_stand_in_the_order_of_an_attribute_or_a_rating(p: Project) -> None:
    """`b`: by the year of the start, the same again turns it round; then by a rating."""
    async with room(p, "charting") as (pilot, screen):
        names = lambda: [each.label for each in screen.shown.matrix.rows]  # noqa: E731
        await keys(pilot, "b s t a r t enter")
        assert names() == ["Lyftet", "Havnen"] and "Lyftet · 2019" in shown(pilot)
        await keys(pilot, "b s t a r t enter")
        assert names() == ["Havnen", "Lyftet"]
        p.framework.link(backbone(p), [p.framework.cell(backbone(p)).passages[0].coding.id])
        p.ratings.rate("Havnen", "backbone", RatingDetails(1))
        await keys(pilot, "b B a c k enter")
        assert names() == ["Havnen", "Lyftet"] and "Havnen · 1" in shown(pilot)
        await keys(pilot, "b o r d e r enter")
        assert screen.request.order is None


async def test_an_empty_project_says_what_to_do(tmp_path: Path) -> None:
    """No cases, no cells: words in place of a matrix, and keys that find nothing do no harm."""
    with a_project(tmp_path, documents=0) as empty:
        async with room(empty, "charting") as (pilot, _):
            assert "No cases yet" in shown(pilot)
            await keys(pilot, "n s enter m space t y f r")
            assert "There is no cell here." in shown(pilot)


# the room


async def test_the_place_is_kept(p: Project) -> None:
    """Rows, codes, which way round and the lit cell are the same the next time."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "c down enter w i t down right")
        at = screen.lit_place
        await keys(pilot, "ctrl+q")
    async with room(p, "charting") as (pilot, screen):
        assert screen.lit_place == at
        assert screen.shown.turned and screen.request.row_kind == "participant"


async def test_a_kept_place_that_is_gone_does_no_harm(p: Project) -> None:
    """An attribute, a case and a code that are no more: the matrix is shown without them."""
    place = {"rows": "case", "codes": ["gone"], "order": "gone", "row": "gone", "code": "gone"}
    p.remember("charting.place", place)
    async with room(p, "charting") as (pilot, screen):
        assert screen.lit_place == agenda(p)
        assert rows(pilot)["Lyftet"] == "2 to chart – nothing"


async def test_a_cell_is_opened_from_elsewhere(p: Project) -> None:
    """Another room can ask for a cell, whose code comes among the columns."""
    async with room(p, "home") as (pilot, _):
        case = p.cases.resolve("Lyftet").id
        await pilot.app.enter("charting", "show_place", "case", case, "agenda-vision")
        await keys(pilot, "f1 escape")
        assert "Lyftet × Vision" in shown(pilot)
        assert pilot.app.screen.is_open


async def test_a_project_that_is_only_read_can_be_looked_at(p: Project) -> None:
    """Nothing can be typed, acts say that they cannot, and looking at what is against works."""
    p.framework.write(agenda(p), "written")
    with open_project(p.path, coder="ann", read_only=True) as read:
        async with room(read, "charting") as (pilot, screen):
            await keys(pilot, "m x")
            assert screen.cell.summary.area.text == "written"
            await keys(pilot, "escape a")
            assert "of the other valence" in shown(pilot)
            await keys(pilot, "escape space")
            assert "read only" in shown(pilot)
            linked = [each.linked for each in read.framework.cell(agenda(p)).passages]
            assert linked == [False, False]


async def test_another_program_s_changes_are_seen_on_coming_back(p: Project) -> None:
    """What somebody else charts meanwhile stands in the matrix when the room is entered again."""
    async with room(p, "charting") as (pilot, _):
        with open_project(p.path, coder="bo") as other:
            other.framework.write(agenda(p), "theirs")
        await keys(pilot, "f2 f9")
        assert rows(pilot)["Lyftet"] == "= charted – nothing"


@pytest.mark.parametrize("size", [NARROW, LEAST])
async def test_a_cell_fits_a_small_window(p: Project, size: tuple[int, int]) -> None:
    """Passages and summary stand beside each other, and both can be used."""
    async with room(p, "charting", size) as (pilot, screen):
        await keys(pilot, "enter space m")
        await typed(pilot, ODD)
        await keys(pilot, "escape")
        text = shown(pilot)
        assert "● ▌Goals" in text and "Summary" in text
        assert screen.cell.summary.area.size.height >= 3
        assert p.framework.cell(agenda(p)).state.summary == ODD


async def test_help_says_what_each_pane_is_for(p: Project) -> None:
    """The card of keys names the pane that has them."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "question_mark")
        assert "You are here: The matrix" in shown(pilot)
        await keys(pilot, "escape enter question_mark")
        assert "You are here: The passages of the cell" in shown(pilot)
        await keys(pilot, "escape m f1")
        assert "You are here: The summary" in shown(pilot)


async def test_degrees_between_partners_lead_to_their_passages(p: Project) -> None:
    """On the table of degrees enter shows the passages behind a pair, as on other tables."""
    passage = p.framework.cell(agenda(p)).passages[0].coding
    pair = DegreeDetails(3, "Town", "School")
    p.degrees.add(passage.segment, pair)
    async with room(p, "tables") as (pilot, screen):
        screen.show_table("degrees")
        await keys(pilot, "right enter")
        assert screen.has_class("-behind"), shown(pilot)
        assert list(screen.reader.list.codings) == [passage.id]


async def test_names_are_words_and_never_markup(p: Project) -> None:
    """Cases, people, roles, attributes and periods with brackets stand as they are, everywhere."""
    p.cases.set("Lyftet", {"name": "Ny [laughs] [/x]", "attributes": {"[/a]": "[b"}})
    p.participants.set("P1", {"role": "[/r]"})
    p.settings.set("periods", ["[/p]"])
    async with room(p, "charting") as (pilot, _):
        assert "Ny [laughs] [/x]" in shown(pilot)
        await keys(pilot, "enter a")
        assert "What speaks against · Ny [laughs] [/x] × Common agenda" in shown(pilot)
        await keys(pilot, "escape r")
        assert "Rating · Ny [laughs] [/x]" in shown(pilot) and "[/p]" in shown(pilot)
        await keys(pilot, "escape b")
        assert "[/a]" in shown(pilot)
        await keys(pilot, "escape c")
        assert "[laughs] person" in shown(pilot)
        await keys(pilot, "escape w r")
        assert "[/r]" in shown(pilot)
        await keys(pilot, "M escape f12 escape ctrl+p escape escape")
        assert "[/r]" in shown(pilot)
