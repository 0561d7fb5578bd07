"""The degree form: what could not be kept is said in it, and names are taken whole."""

from __future__ import annotations

import pytest

from qualcode.domain.coding import Degree, DegreeDetails
from qualcode.domain.span import Span
from qualcode.services.workspace import Project, open_project
from qualcode.tui.dialogs.choice_bar import ChoiceBar
from qualcode.tui.dialogs.degree_form import DegreeForm
from qualcode.tui.dialogs.degree_number import Number
from qualcode.tui.dialogs.writing import MemoEditor
from qualcode.tui.widgets.proposing_line import proposed
from tests.tui.filled import done, typed
from tests.tui.locking import words
from tests.tui.rooms import NARROW, coding, press, settled

NAMES = ("Alvikens vårdcentral", "Föreningen Grannskapet", "Öppna förskolan (Ödåkra)", "Skolan")
HERE = "j 4 enter"


@pytest.fixture
def named(project: Project) -> Project:
    """Four organisations; the fourth turn of talk-1 is coded."""
    for name in NAMES:
        project.organisations.add(name)
    turn = project.documents.transcript("talk-1").turns[3]
    project.codings.add("talk-1", turn.span, "agenda-vision")
    return project


def degrees(project: Project) -> list[Degree]:
    """All of them."""
    return [each.degree for each in project.degrees.list()]


def line(form: DegreeForm, field: str) -> str:
    """What stands in a line."""
    return form._line(field).value


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("Gra", NAMES[1]),
        ("for", NAMES[1]),
        ("vard", NAMES[0]),
        ("oppna fors", NAMES[2]),
        ("oda", NAMES[2]),
        ("  gra", NAMES[1]),
        ("kapet", ""),
        ("skolan", ""),
        ("Förskola", NAMES[2]),
        ("", ""),
    ],
)
def test_the_beginning_of_any_word_proposes_a_name(letters: str, name: str) -> None:
    """Accents and capitals do not count; the middle of a word and a whole name propose nothing."""
    assert proposed(letters, NAMES) == name


async def test_tab_takes_the_proposal_and_goes_on(named: Project) -> None:
    """`Gra` tab is the whole name, → too; the proposal is seen before."""
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D 4 tab")
        await typed(pilot, "Gra")
        assert "Gra → Föreningen Grannskapet" in words(pilot)
        await press(pilot, "tab")
        await typed(pilot, "alv")
        await press(pilot, "right enter")
    (degree,) = degrees(named)
    assert (degree.from_organisation, degree.to_organisation) == (NAMES[1], NAMES[0])
    assert len(named.organisations.list()) == len(NAMES)


async def test_keys_in_one_go_come_into_their_lines(named: Project) -> None:
    """Whoever types faster than the form goes on finds each word in its line."""
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D")
        form = pilot.app.screen
        assert isinstance(form, DegreeForm)
        for key in ["4", "tab", *"Gra", "tab", *"alv", "tab", *"ab", "tab", *"now"]:
            pilot.app.post_message(_key(key))
        await settled(pilot)
        fields = ("from", "to", "activity", "period")
        assert [line(form, each) for each in fields] == [NAMES[1], NAMES[0], "ab", "now"]
        assert form.query_one(Number).value == 4


async def test_tab_leaves_what_stood_there_as_it_is(named: Project) -> None:
    """A name from before is no letter typed: going through the lines changes nothing."""
    (coding_,) = named.codings.list()
    named.degrees.add(coding_.segment, DegreeDetails(2, "Skol", "Alvikens vårdcentral"))
    named.organisations.remove("Skol")
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D tab tab tab")
        form = pilot.app.screen
        assert isinstance(form, DegreeForm)
        assert line(form, "from") == "Skol"


@pytest.mark.parametrize("key", ["enter", "ctrl+s", "ctrl+n"])
async def test_a_new_organisation_is_asked_about_once(named: Project, key: str) -> None:
    """A typo is seen before it is kept; the same key again keeps it, other letters ask anew."""
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D tab")
        await typed(pilot, "Xyz")
        await press(pilot, key)
        assert isinstance(pilot.app.screen, DegreeForm)
        assert "New organisation: Xyz." in words(pilot) and not degrees(named)
        await typed(pilot, "a")
        assert "New organisation" not in words(pilot)
        await press(pilot, key)
        assert "New organisation: Xyza." in words(pilot) and not degrees(named)
        await press(pilot, key)
    assert [each.from_organisation for each in degrees(named)] == ["Xyza"]


async def test_a_line_that_is_left_says_that_its_name_is_new(named: Project) -> None:
    """Going on to the next line is enough to be told."""
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D tab")
        await typed(pilot, "Xyz")
        await press(pilot, "tab")
        assert "New organisation: Xyz." in words(pilot)


async def test_a_period_that_is_none_is_said_in_the_form(named: Project) -> None:
    """The form stays with all that was filled in, its period in focus."""
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D 3 tab")
        await typed(pilot, "Gra")
        await press(pilot, "tab tab")
        await typed(pilot, "meetings")
        await press(pilot, "tab")
        await typed(pilot, "no")
        await press(pilot, "shift+tab enter")
        form = pilot.app.screen
        assert isinstance(form, DegreeForm) and form.focused is form._line("period")
        assert "'no' is no period of this project." in words(pilot)
        assert (line(form, "from"), line(form, "activity")) == (NAMES[1], "meetings")
        await typed(pilot, "now")
        assert "is no period" not in words(pilot)
        await press(pilot, "enter")
    (degree,) = degrees(named)
    assert (degree.value, degree.activity, degree.period) == (3, "meetings", "now")


async def test_the_same_pair_twice_is_said_in_the_form(named: Project) -> None:
    """As one more degree it would say the same of the same; with another pair it is kept."""
    (coding_,) = named.codings.list()
    named.degrees.add(coding_.segment, DegreeDetails(2, "Skolan", "Alvikens vårdcentral"))
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D 4 ctrl+n")
        assert isinstance(pilot.app.screen, DegreeForm)
        assert "has a degree for that pair" in words(pilot) and len(degrees(named)) == 1
        await typed(pilot, "Gra")
        await press(pilot, "tab ctrl+n")
    assert [each.value for each in degrees(named)] == [2, 4]


async def test_a_form_for_a_passage_that_is_gone_comes_back(named: Project) -> None:
    """Somebody removes the passage meanwhile: nothing that was filled in is lost."""
    async with coding(named, NARROW) as (pilot, _):
        await press(pilot, f"{HERE} D 4 tab")
        await typed(pilot, "Gra")
        await press(pilot, "tab tab")
        await typed(pilot, "meetings")
        with open_project(named.path, coder=named.coder) as other:
            other.codings.remove([each.id for each in other.codings.list()])
        await press(pilot, "enter")
        form = pilot.app.screen
        assert isinstance(form, DegreeForm)
        assert (line(form, "from"), line(form, "activity")) == (NAMES[1], "meetings")
        assert form.query_one(Number).value == 4


@pytest.mark.parametrize("key", ["D", "d", "g", "m"])
async def test_another_coders_coding_is_refused_at_once(project: Project, key: str) -> None:
    """Nothing is asked for that could not be kept."""
    project.coders.add("bo")
    with open_project(project.path, coder="bo") as other:
        other.codings.add("talk-1", Span(0, 10), "agenda")
    async with coding(project, NARROW) as (pilot, screen):
        await press(pilot, key)
        assert not isinstance(pilot.app.screen, DegreeForm | ChoiceBar | MemoEditor)
        assert pilot.app.screen is screen
        assert "by bo" in words(pilot)


@pytest.mark.parametrize("size", [NARROW, (120, 40), (160, 45)])
async def test_the_form_keeps_its_height_for_all_degrees(tmp_path, size) -> None:
    """Whichever value is chosen, the lines below it stay where they are."""
    with _demo_scale(tmp_path) as made:
        async with coding(made, size) as (pilot, _):
            await press(pilot, f"{HERE} D")
            form, places = pilot.app.screen, set()
            for value in "12345":
                await press(pilot, value)
                places.add((form.query_one("#dialog").region, form.query_one("#from").region))
            assert len(places) == 1
            await done(pilot)


def _key(key: str):
    from textual.events import Key

    return Key(key, key if len(key) == 1 else None)


def _demo_scale(folder):
    """A project with the codebook that comes with the program, one passage coded."""
    from qualcode.services.creating import create_project
    from qualcode.services.imports import ImportOptions
    from tests.projects import TALK

    made = create_project(folder / "d.qualcode", title="D", coder="ann")
    file = folder / "talk-1.txt"
    file.write_text(TALK, encoding="utf-8")
    made.imports.files([file], ImportOptions(case="Lyftet", language="sv"))
    turn = made.documents.transcript("talk-1").turns[3]
    made.codings.add("talk-1", turn.span, made.codebooks.current().codes[0].id)
    return made
