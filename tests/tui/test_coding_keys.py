"""Coding by keys: what is pressed is what the store holds."""

from __future__ import annotations

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from tests.tui.rooms import coding, press, settled, shown, text_view


async def test_enter_three_letters_enter_codes_the_turn(project: Project) -> None:
    """Without a selection, the turn under the cursor is coded, and durably."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "n enter v i s enter")
        (coding_,) = project.codings.list()
        turn = text_view(screen).turn()
        assert turn is not None and turn.n == 2
        assert (coding_.code, coding_.start, coding_.end) == ("agenda-vision", turn.start, turn.end)
        assert "Coded Vision" in shown(pilot)


async def test_keys_in_one_burst_reach_the_dialogs(project: Project) -> None:
    """Keys that come faster than a dialog opens are not lost, and mean nothing else."""
    from textual import events

    async with coding(project) as (pilot, _):
        await press(pilot, "n")
        for key in ("enter", *"vis", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settled(pilot)
        for key in "d4":
            pilot.app.post_message(events.Key(key, key))
        await settled(pilot)
        (coding_,) = project.codings.list()
        assert coding_.code == "agenda-vision"
        assert [degree.value for degree in coding_.degrees] == [4]


async def test_a_digit_gives_a_recent_code_and_keeps_its_place(project: Project) -> None:
    """Digits stand for recent codes, and using one does not move the others."""
    for n, code in enumerate(("agenda-goals", "agenda-vision")):
        project.codings.add("talk-1", Span(0, 5 + n), code)
    async with coding(project) as (pilot, screen):
        before = list(screen.desk.slots)
        await press(pilot, "n 2")
        assert project.codings.list()[-1].code == before[1]
        assert screen.desk.slots == before


async def test_a_digit_without_a_code_says_so(project: Project) -> None:
    """A digit that stands for nothing changes nothing and names the way on."""
    async with coding(project) as (pilot, _):
        await press(pilot, "7")
        assert "No recent code on 7 yet." in shown(pilot)
        assert project.codings.list() == []


async def test_several_codes_on_one_passage_are_one_segment(project: Project) -> None:
    """After a coding the same passage can be given the next code."""
    project.codings.add("talk-1", Span(0, 5), "agenda")
    project.codings.add("talk-1", Span(0, 5), "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "n shift+right shift+right shift+right 1 2")
        passage = [c for c in project.codings.list() if c.quote == "Vi"]
        assert len(passage) == 2
        assert len({c.segment for c in passage}) == 1


async def test_the_same_code_again_is_not_a_second_coding(project: Project) -> None:
    """Giving a passage what it has makes that coding the current one."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "n enter v i s enter 1")
        assert len(project.codings.list()) == 1
        assert screen.bench.reader.current().code == "agenda-vision"


async def test_valence_is_one_key_and_the_same_key_clears(project: Project) -> None:
    """`+` helps, `-` hinders, `.` mixed; again clears."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter")
        for key, value in (
            ("plus", "helps"),
            ("minus", "hinders"),
            ("full_stop", "mixed"),
            ("full_stop", None),
        ):
            await press(pilot, key)
            assert project.codings.list()[0].valence == value


async def test_degree_is_d_and_a_digit(project: Project) -> None:
    """`d4` sets a degree without a pair, marked incomplete; another digit changes it; 0 clears."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter d 4")
        (degree,) = project.codings.list()[0].degrees
        assert (degree.value, degree.complete) == (4, False)
        assert "④!" in shown(pilot)
        await press(pilot, "d 2")
        assert [d.value for d in project.codings.list()[0].degrees] == [2]
        await press(pilot, "d 0")
        assert project.codings.list()[0].degrees == ()


async def test_the_degree_form_takes_pair_activity_and_period(project: Project) -> None:
    """`D` and tab fill in the directed pair; the number comes first."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter D 3 tab")
        await press(pilot, "s k o l a tab b i b tab l ä s tab n o w enter enter")
        (degree,) = project.codings.list()[0].degrees
        assert degree.value == 3
        assert (degree.from_organisation, degree.to_organisation) == ("skola", "bib")
        assert (degree.activity, degree.period) == ("läs", "now")
        assert degree.complete


async def test_tab_in_the_degree_bar_goes_on_to_the_form(project: Project) -> None:
    """The quick way and the full way are one key apart."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter d tab 5 enter")
        assert [d.value for d in project.codings.list()[0].degrees] == [5]


async def test_standing_is_g_and_a_letter(project: Project) -> None:
    """`g` then the first letter, or a number; 0 clears."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter g w")
        assert project.codings.list()[0].standing == "wished"
        await press(pilot, "g 4")
        assert project.codings.list()[0].standing == "denied"
        await press(pilot, "g 0")
        assert project.codings.list()[0].standing is None


async def test_escape_keeps_a_memo(project: Project) -> None:
    """What was typed into a memo is there after escape; emptied, it is gone."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter m h e j escape")
        assert project.codings.list()[0].memo == "hej"
        await press(pilot, "m backspace backspace backspace escape")
        assert project.codings.list()[0].memo is None


async def test_remove_undo_and_redo_are_told_in_words(project: Project) -> None:
    """`x` removes, `u` brings back, `U` does it again, each named on the screen."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter v i s enter x")
        assert project.codings.list() == []
        await press(pilot, "u")
        assert len(project.codings.list()) == 1
        assert "Undone:" in shown(pilot)
        await press(pilot, "U")
        assert project.codings.list() == []
        assert "Redone:" in shown(pilot)


async def test_undo_with_nothing_to_undo_is_a_message(tmp_path, project: Project) -> None:
    """An error of a service is shown with its words; the program goes on."""
    async with coding(project) as (pilot, _):
        for _ in range(12):
            await pilot.press("u")
        await settled(pilot)
        assert "othing to undo" in shown(pilot)
        await press(pilot, "question_mark")
        assert "All keys" in shown(pilot)


async def test_comma_makes_the_next_coding_here_the_current_one(project: Project) -> None:
    """Several codings at one place are reached one after the other."""
    made = [project.codings.add("talk-1", Span(0, 10 + n), "agenda") for n in range(3)]
    async with coding(project) as (pilot, screen):
        seen = []
        for _ in made:
            seen.append(screen.bench.reader.current().id)
            await press(pilot, "comma")
        assert set(seen) == {each.id for each in made}


async def test_codings_elsewhere_in_the_turn_are_chosen_first(project: Project) -> None:
    """What is coded in the turn but not at the cursor takes no signs, and the way to it is said."""
    turn = project.documents.transcript("talk-1").turns[1]
    project.codings.add("talk-1", Span(turn.start + 10, turn.end), "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "t plus")
        assert "No coding is chosen here" in shown(pilot)
        assert project.codings.list()[0].valence is None
        await press(pilot, "comma plus")
        assert project.codings.list()[0].valence == "helps"


async def test_another_coders_coding_is_not_changed(project: Project) -> None:
    """Signs and degrees go to one's own codings only."""
    project.coders.add("bo")
    from qualcode.services.workspace import open_project

    with open_project(project.path, coder="bo") as other:
        other.codings.add("talk-1", Span(0, 10), "agenda")
    async with coding(project) as (pilot, _):
        await press(pilot, "plus")
        assert project.codings.list()[0].valence is None
        assert "by bo" in shown(pilot)


async def test_marking_a_turn_as_read_takes_it_off_the_way(project: Project) -> None:
    """`r` marks the turn; `n` goes past turns that are coded or read, `N` back."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "n r n")
        assert project.units.states("talk-1")[2] == "read"
        assert text_view(screen).turn().n == 4
        await press(pilot, "enter v i s enter n")
        assert text_view(screen).turn().n == 6
        await press(pilot, "N")
        assert text_view(screen).turn().n == 6
        assert "No turn left" in shown(pilot)


async def test_what_somebody_else_codes_appears(project: Project) -> None:
    """A coding by another program is seen without a key."""
    async with coding(project) as (pilot, screen):
        project.codings.add("talk-1", Span(0, 11), "agenda", CodingDetails(valence="helps"))
        screen._look_again()
        await settled(pilot)
        assert "Common agenda" in shown(pilot)
        assert "1 coding " in shown(pilot)
