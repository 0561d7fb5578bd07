"""Going through a project by its codings, by places visited and kept, and by words found."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.services.imports import ImportOptions
from qualcode.services.kept_places import Spot
from qualcode.services.workspace import Project, open_project
from qualcode.tui.finding import Sought, places_in
from qualcode.tui.visited import Visited
from tests.tui.rooms import NARROW, coding, desk, press, settled, shown, text_view


async def test_k_goes_from_coded_turn_to_coded_turn(project: Project) -> None:
    """`k` and `K` stop at turns with a coding only, and say when there is none."""
    turns = project.documents.transcript("talk-1").turns
    project.codings.add("talk-1", turns[1].span, "agenda-goals")
    project.codings.add("talk-1", Span(turns[5].start + 4, turns[5].start + 9), "backbone-person")
    async with coding(project) as (pilot, screen):
        await press(pilot, "k")
        assert text_view(screen).caret.cursor == turns[1].start
        await press(pilot, "k")
        assert text_view(screen).caret.cursor == turns[5].start + 4
        assert screen.bench.reader.current().code == "backbone-person"
        await press(pilot, "k")
        assert "No coded turn in that direction." in shown(pilot)
        await press(pilot, "K K")
        assert text_view(screen).turn().n == 2


async def test_p_follows_a_code_into_the_next_document(project: Project) -> None:
    """The next passage of the code in focus, here first, then there; it is the current coding."""
    turns = project.documents.transcript("talk-1").turns
    project.codings.add("talk-1", turns[1].span, "agenda-goals")
    project.codings.add("talk-1", turns[3].span, "backbone-person")
    project.codings.add("talk-1", turns[5].span, "agenda-goals")
    there = project.codings.add("talk-2", turns[3].span, "agenda-goals")
    async with coding(project) as (pilot, screen):
        await press(pilot, "t p")
        assert text_view(screen).caret.cursor == turns[5].start
        await press(pilot, "p")
        assert screen.desk.document.name == "talk-2"
        assert screen.bench.reader.current().id == there.id
        await press(pilot, "p")
        assert "No other passage of Goals in that direction." in shown(pilot)
        await press(pilot, "P P")
        assert screen.desk.document.name == "talk-1"
        assert text_view(screen).caret.cursor == turns[1].start


async def test_every_leap_can_be_taken_back(project: Project) -> None:
    """`backspace` goes back through leaps, across documents; `z` forward again."""
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        await press(pilot, "w w j 4 enter")
        fourth = view.caret.cursor
        await press(pilot, "greater_than_sign")
        assert screen.desk.document.name == "talk-2"
        await press(pilot, "backspace")
        assert (screen.desk.document.name, view.caret.cursor) == ("talk-1", fourth)
        await press(pilot, "backspace")
        assert screen.desk.transcript.text[view.caret.cursor :].startswith("du beskriva")
        await press(pilot, "backspace")
        assert "No place before this one." in shown(pilot)
        await press(pilot, "z z")
        assert screen.desk.document.name == "talk-2"


async def test_a_place_is_kept_under_a_letter(project: Project) -> None:
    """`B a` keeps it with the project, `J a` comes back, also next time and from another text."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "t t t B a")
        kept = text_view(screen).caret.cursor
        await press(pilot, "greater_than_sign")
    async with coding(project) as (pilot, screen):
        screen.show_document("talk-2")
        await press(pilot, "J")
        assert "talk-1" in shown(pilot)
        await press(pilot, "a")
        assert (screen.desk.document.name, text_view(screen).caret.cursor) == ("talk-1", kept)
        await press(pilot, "J q")
        assert "No place is kept under q" in shown(pilot)


async def test_a_kept_place_is_known_again(project: Project) -> None:
    """`J` names document, turn and first words; after the leap nothing speaks of the keeping."""
    async with coding(project, NARROW) as (pilot, screen):
        await press(pilot, "t t t B q")
        turn = text_view(screen).turn()
        words = screen.desk.transcript.text[text_view(screen).caret.cursor :].split()[0]
        assert "Kept under q" in shown(pilot)
        await press(pilot, "greater_than_sign J")
        bar = shown(pilot).replace("\u00a0", " ").splitlines()[-1]
        assert f"talk-1 turn {turn.n} ”{words}" in bar
        await press(pilot, "q")
        assert screen.desk.document.name == "talk-1"
        assert "Kept under q" not in shown(pilot)


async def test_words_are_found_in_all_documents(project: Project) -> None:
    """Tab in the line for finding, enter lists them by document, enter there goes to the place."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "slash n u m m e r tab enter")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert "1 place in 1 document" in shown(pilot)
        assert "Lyftet › talk-2" in shown(pilot)
        await press(pilot, "enter")
        assert screen.desk.document.name == "talk-2"
        assert screen.desk.transcript.text[text_view(screen).caret.cursor :].startswith("Nummer")
        assert screen.focused is text_view(screen)


async def test_f_goes_on_through_all_documents(project: Project) -> None:
    """After a search in all documents `f` does not stop at the end of one."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "slash a l l a tab enter")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        await press(pilot, "enter f")
        assert screen.desk.document.name == "talk-2"
        assert screen.desk.transcript.text[text_view(screen).caret.cursor :].startswith("Alla")
        await press(pilot, "f")
        assert screen.desk.document.name == "talk-1"


def test_words_are_found_whole_or_by_their_beginning(project: Project) -> None:
    """As they stand, else what begins so, as while typing; `*` says so; without words nothing."""
    info = project.documents.resolve("talk-1")
    text = project.documents.transcript(info.id).text

    def found(words: str) -> list[str]:
        return [text[a:b] for a, b in places_in(project, info.id, Sought(words))]

    assert found("VI SES") == ["Vi ses"]
    assert found("det") == ["det", "det", "det"]
    assert found("familj") == ["familjer"] == found("fam*")
    assert found("*") == [] == found("  ") == found("[")


async def test_what_is_found_has_a_sign_beside_its_row(project: Project) -> None:
    """A row with the words searched for is marked by more than colour."""
    async with coding(project) as (pilot, _):
        assert "›" not in shown(pilot).split("Coded here")[0].replace("Lyftet ›", "")
        await press(pilot, "slash m å l e n escape")
        (line,) = [each for each in shown(pilot).splitlines() if "Och målen?" in each]
        assert "›" in line


async def test_a_passage_with_a_memo_has_a_sign_beside_its_first_row(project: Project) -> None:
    """Also at 80 columns, where there is no margin for names."""
    turn = project.documents.transcript("talk-1").turns[3]
    project.codings.add("talk-1", turn.span, "agenda-goals", CodingDetails(memo="look again"))
    async with coding(project, NARROW) as (pilot, _):
        (line,) = [each for each in shown(pilot).splitlines() if "Ingen egentligen" in each]
        assert "*" in line


async def test_only_ones_own_codings_by_one_key(project: Project) -> None:
    """`A` hides the others' codings and brings them back; it is kept for the next time."""
    turn = project.documents.transcript("talk-1").turns[1]
    project.coders.add("bo")
    project.codings.add("talk-1", turn.span, "agenda-goals")
    with open_project(project.path, coder="bo") as other:
        other.codings.add("talk-1", turn.span, "backbone-person")
    async with coding(project) as (pilot, screen):
        await press(pilot, "t")
        assert len(screen.bench.reader.items_here()) == 2
        await press(pilot, "A")
        assert [item.code for item in screen.bench.reader.items_here()] == ["agenda-goals"]
        assert "only your own" in shown(pilot)
    async with coding(project) as (pilot, screen):
        await press(pilot, "A")
        assert len(text_view(screen).marks.items) == 2


async def test_what_is_left_is_a_list_to_work_through(project: Project) -> None:
    """`E` lists the turns to be read; enter goes to one; without any it says so."""
    turns = project.documents.transcript("talk-1").turns
    project.units.mark_read("talk-1", [2, 4])
    async with coding(project) as (pilot, screen):
        await press(pilot, "E")
        assert "1 turn left in talk-1" in shown(pilot)
        await press(pilot, "enter")
        assert text_view(screen).caret.cursor == turns[5].start
        await press(pilot, "r E")
        assert "Nothing is left here" in shown(pilot)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_back_and_forward_are_each_others_reverse(leaps: list[int]) -> None:
    """All the way back and forward again ends where it began, without stopping twice in a row."""
    visited, here = Visited(), Spot("d", 99)
    for offset in leaps:
        visited.leave(here)
        here = Spot("d", offset)
    last, passed = here, [here]
    while (spot := visited.back(here)) is not None:
        here = spot
        passed.append(here)
    assert all(one != other for one, other in pairwise(passed))
    while (spot := visited.forward(here)) is not None:
        here = spot
    assert here == last


async def test_what_undo_changes_out_of_view_is_shown(project: Project, tmp_path) -> None:
    """Undo goes to the place that it changes, from which one can go back; in view nothing moves."""
    file = tmp_path / "z-long.txt"
    file.write_text("\n".join(f"IP1: tur {n} " + "ord " * 60 for n in range(80)), "utf-8")
    project.imports.files([file], ImportOptions(language="sv"))
    async with coding(project, NARROW) as (pilot, screen):
        screen.show_document("z-long")
        view = text_view(screen)
        first, last = view._document.turns[2], view._document.turns[70]
        view.go(first.start)
        desk(screen).apply("agenda-goals", first.span)
        view.go(last.start)
        await press(pilot, "u")
        assert view.caret.cursor == first.start
        await press(pilot, "U")
        assert view.caret.cursor == first.start
        await press(pilot, "backspace")
        assert view.caret.cursor == last.start
