"""The room of findings: statements worded, weighed, merged and settled, all by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails
from qualcode.services.workspace import Project, open_project
from qualcode.tui.app import QualcodeApp
from tests.tui.filled import ODD_CASE, filled, keys, room, typed
from tests.tui.rooms import coding, press, shown

TRUST = "Trust grows [by meeting] [/x]"


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Four codings in two cases: goals help in Lyftet, one person is wished there and hinders."""
    with filled(tmp_path) as made:
        yield made


def _case(project: Project, name: str) -> str:
    return next(case.id for case in project.cases.list() if case.name == name)


async def test_a_finding_is_worded_in_its_place_with_one_key(full: Project) -> None:
    """F10, `n`, `s`, the words, enter; `e` words it anew; words of people are never markup."""
    async with room(full, "home") as (pilot, _):
        await keys(pilot, "f10 n s")
        await typed(pilot, TRUST)
        await keys(pilot, "enter")
        (made,) = full.findings.list()
        assert (made.statement, made.kind, made.status) == (TRUST, "success-factor", "draft")
        assert TRUST in shown(pilot)
        await keys(pilot, "e")
        await typed(pilot, " and eating")
        await keys(pilot, "escape")
        assert full.findings.list()[0].statement == TRUST
        await keys(pilot, "e")
        await typed(pilot, " and eating")
        await keys(pilot, "enter")
        assert full.findings.list()[0].statement == f"{TRUST} and eating"
        await keys(pilot, "u")
        assert full.findings.list()[0].statement == TRUST
        assert "Undone" in shown(pilot)


async def test_the_counts_of_every_statement_make_up_the_cases(full: Project) -> None:
    """For, against, mixed and silent stand beside each and sum to the number of cases."""
    full.findings.add(TRUST, "success-factor", {"code": ["agenda-goals"]})
    full.findings.add("One person", "pitfall", {"code": ["backbone-person"]})
    full.propositions.add("All have goals", {"query": "code:agenda-goals"})
    async with room(full, "findings") as (pilot, screen):
        cases = len(full.cases.list())
        for row in screen.claims.entries:
            if not row.heading:
                assert sum(int(number) for number in row.cells[1:5]) == cases
        text = shown(pilot)
        assert "2 findings" in text and "1 proposition" in text
        assert "for 1 · against 0 · mixed 0 · silent 1 · of 2 cases" in text


async def test_passages_are_shown_by_case_and_side_in_their_context(full: Project) -> None:
    """Each case with what is for and against it; enter on a passage goes to the text."""
    full.findings.add("Goals", "success-factor", {"code": ["agenda"]})
    odd = full.documents.transcript("[b]odd[_x]")
    hinders = CodingDetails(valence="hinders")
    full.codings.add("[b]odd[_x]", odd.turns[1].span, "agenda-goals", hinders)
    async with room(full, "findings") as (pilot, screen):
        text = shown(pilot)
        assert "Lyftet · for" in text and f"{ODD_CASE} · against" in text
        assert "Vi ses varje måndag" in text
        await keys(pilot, "tab")
        lit = screen.pane.lit_coding
        await keys(pilot, "enter")
        assert pilot.app.current_mode == "coding"
        assert pilot.app.screen.desk.document.id == lit.document_id


async def test_a_case_is_placed_by_hand_with_a_reason(full: Project) -> None:
    """`2`, the case, `p`, a stance and a reason; `p x` lets the codings say it again."""
    full.findings.add("Goals", "success-factor", {"code": ["agenda-goals"]})
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "p")
        assert screen.pane.view == 1
        screen.pane.cases.light(_case(full, ODD_CASE))
        await keys(pilot, "p a")
        await typed(pilot, "seen [/there] myself")
        await keys(pilot, "enter")
        (pin,) = full.findings.list()[0].grounds.pins
        assert (pin.stance, pin.reason) == ("contrary", "seen [/there] myself")
        assert "seen [/there] myself" in shown(pilot)
        assert "for 1 · against 1 · mixed 0 · silent 0 · of 2 cases" in shown(pilot)
        await keys(pilot, "p x")
        assert full.findings.list()[0].grounds.pins == ()


async def test_a_case_that_speaks_cannot_be_called_silent(full: Project) -> None:
    """It is said why, the reason stays in its line, and nothing is placed."""
    full.findings.add("Goals", "success-factor", {"code": ["agenda-goals"]})
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "2 p")
        screen.pane.cases.light(_case(full, "Lyftet"))
        await keys(pilot, "p s w h y enter")
        assert "cannot be silent" in shown(pilot)
        assert screen.pane.in_place.input.value == "why"
        assert full.findings.list()[0].grounds.pins == ()


async def test_final_comes_after_looking_at_what_speaks_against(full: Project) -> None:
    """`f` opens the list first and logs it; `f` there settles; `f` again makes a draft of it."""
    full.findings.add("One person", "success-factor", {"code": ["backbone-person"]})
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "f")
        assert "Speaks against: One person" in shown(pilot)
        assert full.findings.list()[0].status == "draft"
        await keys(pilot, "f")
        assert full.findings.list()[0].status == "final"
        assert any("final" in line for line in shown(pilot).splitlines())
        await keys(pilot, "f")
        assert full.findings.list()[0].status == "draft"
        await keys(pilot, "c escape f")
        assert full.findings.list()[0].status == "final"


async def test_several_findings_are_merged_with_one_key_as_one_act(full: Project) -> None:
    """Marked with space, merged with `g` into the lit one; `u` brings all of them back."""
    for words in ("One", "Two", "Three"):
        full.findings.add(words, "pitfall", {"code": ["backbone-person"]})
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "space space space g")
        (kept,) = full.findings.list()
        assert kept.statement == "Three" and len(kept.merged) == 2
        assert "3 findings merged into one" in shown(pilot)
        await keys(pilot, "u")
        assert len(full.findings.list()) == 3


async def test_two_kinds_are_not_merged_and_that_is_said(full: Project) -> None:
    """A success factor and a pitfall stay two; `-` makes a pitfall of the first, then it goes."""
    full.findings.add("One", "success-factor")
    full.findings.add("Two", "pitfall")
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "space space g")
        assert "are not one finding" in shown(pilot)
        screen.claims.light(f"finding:{full.findings.resolve('One').id}")
        screen._show_lit()
        await keys(pilot, "minus g")
        assert len(full.findings.list()) == 1


async def test_how_a_pitfall_was_met_is_written_in_its_place(full: Project) -> None:
    """`w` on a pitfall; on a success factor it is said that there is nothing to meet."""
    full.findings.add("One person", "pitfall")
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "w")
        await typed(pilot, "two hold it now")
        await keys(pilot, "enter")
        assert full.findings.list()[0].met == "two hold it now"
        assert "How it was met: two hold it now" in shown(pilot)
        await keys(pilot, "plus w")
        assert "Only a pitfall is met." in shown(pilot)


async def test_from_quotes_a_passage_goes_under_a_finding_with_the_key_of_themes(
    full: Project,
) -> None:
    """`t`, what, and the finding or a new one: the coding is what it rests on."""
    full.findings.add(TRUST, "success-factor")
    async with room(full, "quotes") as (pilot, screen):
        lit = screen.reader.list.lit_coding
        await keys(pilot, "t enter T r u s t enter")
        assert full.findings.resolve(TRUST).grounds.names("coding") == (lit.id,)
        await keys(pilot, "t c p i t f a l l enter")
        await typed(pilot, "Too many goals")
        await keys(pilot, "enter")
        made = full.findings.resolve("Too many goals")
        assert made.kind == "pitfall" and made.grounds.names("code") == (lit.code,)


async def test_while_coding_the_passage_goes_under_a_finding(full: Project) -> None:
    """`G` and enter takes all codings of the passage."""
    full.findings.add(TRUST, "success-factor")
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "j 4 enter G enter T r u s t enter")
        (named,) = full.findings.resolve(TRUST).grounds.names("coding")
        assert full.codings.get(named).code == "backbone-person"


async def test_what_it_rests_on_is_taken_out_and_turned(full: Project) -> None:
    """`3`: `s` puts what is lit on the other side, `x` takes it out, `u` brings it back."""
    full.findings.add("Goals", "success-factor", {"code": ["agenda-goals"]})
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "3 tab s")
        (member,) = full.findings.list()[0].grounds.members
        assert member.side == "against"
        await keys(pilot, "x")
        assert full.findings.list()[0].grounds.members == ()
        await keys(pilot, "u")
        assert len(full.findings.list()[0].grounds.members) == 1
        await keys(pilot, "escape x")
        assert full.findings.list() == []


async def test_enter_on_a_ground_shows_its_passages(full: Project) -> None:
    """A code goes to the screen of quotes, a single passage to its place in the text."""
    full.findings.add("Goals", "success-factor", {"code": ["agenda-goals"]})
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "3 tab enter")
        assert pilot.app.current_mode == "quotes"
        found = pilot.app.screen.reader.list.codings.values()
        assert {each.code for each in found} == {"agenda-goals"}
    single = full.codings.list()[0]
    full.findings.gather("Goals", {"coding": [single.id]})
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "3 tab down enter")
        assert pilot.app.current_mode == "coding"


async def test_the_statement_and_the_view_are_kept_for_the_next_time(full: Project) -> None:
    """Who leaves at the cases of the second finding comes back there."""
    full.findings.add("One", "pitfall")
    second = full.findings.add("Two", "pitfall")
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "down 2")
        pilot.app.departure.keep_places()
    async with room(full, "findings") as (_, screen):
        assert screen.claims.lit_id == f"finding:{second.id}"
        assert screen.pane.view == 1


async def test_one_case_and_back(full: Project) -> None:
    """Enter on a case shows its passages only; escape all cases, and once more the list."""
    full.findings.add("Any", "success-factor", {"code": ["agenda", "backbone"]})
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "2 tab")
        screen.pane.cases.light(_case(full, ODD_CASE))
        await keys(pilot, "enter")
        assert {each.case for each in screen.pane.reader.list.codings.values()} == {ODD_CASE}
        await keys(pilot, "escape")
        assert screen.pane.view == 1 and screen.pane.case is None
        await keys(pilot, "escape")
        assert screen.focused is screen.claims


async def test_a_click_goes_to_a_view_and_to_a_statement(full: Project) -> None:
    """The names of the views and the rows of the list take the mouse."""
    full.findings.add("One", "pitfall")
    full.findings.add("Two", "pitfall")
    async with room(full, "findings") as (pilot, screen):
        await pilot.click("#claims", offset=(5, 2))
        assert screen.lit_claim.claim.statement == "Two"
        tabs = list(screen.query("#claim-views Static"))
        await pilot.click(tabs[2])
        await pilot.pause(0.2)
        assert screen.pane.view == 2 and screen.pane.grounds.display


async def test_a_project_for_reading_only_shows_all_and_changes_nothing(
    tmp_path: Path, full: Project
) -> None:
    """Counts, passages and what speaks against are shown; an act is refused in words."""
    full.findings.add("One person", "success-factor", {"code": ["backbone-person"]})
    path = full.path
    full.close()
    with open_project(path, coder="ann", read_only=True) as project:
        app = QualcodeApp(project)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await app.switch_mode("findings")
            await keys(pilot, "c")
            assert "Speaks against" in shown(pilot)
            await keys(pilot, "escape minus")
            assert project.findings.list()[0].kind == "success-factor"
            assert "One person" in shown(pilot)
