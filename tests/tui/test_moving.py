"""Moving and selecting, by key and by mouse."""

from __future__ import annotations

from qualcode.services.workspace import Project
from tests.tui.rooms import NARROW, WIDE, coding, press, settled, shown, text_view


async def test_units_by_key(project: Project) -> None:
    """Word, sentence and turn, forwards and back, land on their beginnings."""
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        document = screen.desk.transcript
        await press(pilot, "w")
        assert document.text[view.caret.cursor :].startswith("skulle")
        await press(pilot, "t s")
        assert document.text[view.caret.cursor :].startswith("Då går vi")
        await press(pilot, "S T")
        assert view.caret.cursor == 0
        await press(pilot, "ctrl+end")
        assert view.caret.cursor == len(document.text)


async def test_v_extends_every_movement_and_escape_drops_it(project: Project) -> None:
    """`v w w` selects two words; escape clears; shift with an arrow extends too."""
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        await press(pilot, "v w w")
        assert view.caret.selection == (0, screen.desk.transcript.text.index("du"))
        await press(pilot, "escape")
        assert view.caret.selection is None
        await press(pilot, "shift+left shift+left")
        assert view.caret.selection is not None


async def test_a_selection_is_coded_without_the_space_around_it(project: Project) -> None:
    """Selected by word, the space after the last word does not belong to the passage."""
    async with coding(project) as (pilot, _):
        await press(pilot, "v w w enter v i s enter")
        assert project.codings.list()[0].quote == "Hur skulle"


async def test_click_double_click_and_triple_click(project: Project) -> None:
    """A click puts the cursor, two take the word, three the sentence."""
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        text = screen.desk.transcript.text
        x = view.page.columns.text_x
        y = view.page.line_of(text.index("Vi ses"))
        await pilot.click(view, offset=(x + 4, y))
        await settled(pilot)
        assert text[view.caret.cursor :].startswith("es varje")
        await pilot.click(view, offset=(x + 4, y), times=2)
        await settled(pilot)
        assert text[slice(*view.caret.selection)] == "ses"
        await pilot.click(view, offset=(x + 4, y), times=3)
        await settled(pilot)
        assert text[slice(*view.caret.selection)] == "Vi ses varje måndag, föreningen och vi."


async def test_dragging_selects_and_in_the_gutter_takes_turns(project: Project) -> None:
    """A drag over words selects them; a drag beside the text selects whole turns."""
    async with coding(project) as (pilot, screen):
        view = text_view(screen)
        text, x = screen.desk.transcript.text, text_view(screen).page.columns.text_x
        await pilot.mouse_down(view, offset=(x, 0))
        await pilot.hover(view, offset=(x + 3, 0))
        await pilot.mouse_up(view, offset=(x + 3, 0))
        assert text[slice(*view.caret.selection)] == "Hur"
        second = view.page.line_of(screen.desk.transcript.turns[1].start)
        await pilot.mouse_down(view, offset=(1, 0))
        await pilot.hover(view, offset=(1, second))
        await pilot.mouse_up(view, offset=(1, second))
        turns = screen.desk.transcript.turns
        assert view.caret.selection == (turns[0].start, turns[1].end)


async def test_resizing_keeps_the_place(project: Project) -> None:
    """Through widths and back, even below the least, cursor and first words stay."""
    async with coding(project, WIDE) as (pilot, screen):
        view = text_view(screen)
        await press(pilot, "ctrl+end T")
        cursor = view.caret.cursor
        for size in (NARROW, (40, 10), (100, 30), WIDE):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert view.caret.cursor == cursor
            if size != (40, 10):
                top = view.scroll_offset.y
                assert top <= view.page.line_of(cursor) < top + view.size.height


async def test_find_goes_from_place_to_place_and_back(project: Project) -> None:
    """Found while typing, enter goes on, `f` and `F` after the line is closed."""
    async with coding(project) as (pilot, screen):
        view, text = text_view(screen), screen.desk.transcript.text
        await press(pilot, "slash d e t")
        assert view.caret.cursor == text.index("det")
        assert "1 of" in shown(pilot)
        await press(pilot, "enter escape")
        second = text.index("det", text.index("det") + 1)
        assert view.caret.cursor == second
        await press(pilot, "F")
        assert view.caret.cursor == text.index("det")
        await press(pilot, "slash backspace q q q")
        assert "no place" in shown(pilot)


async def test_go_to_a_turn_and_a_place_that_is_none(project: Project) -> None:
    """`j 4` goes to turn 4; anything else is answered with what can be typed."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "j 4 enter")
        assert text_view(screen).turn().n == 4
        await press(pilot, "j x enter")
        assert "That is no place." in shown(pilot)


async def test_another_document_and_the_place_is_remembered(project: Project) -> None:
    """The picker opens another document; next time the program opens there."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "ctrl+o minus 2 enter")
        assert screen.desk.document.name == "talk-2"
        await press(pilot, "t t")
        cursor = text_view(screen).caret.cursor
        screen.keep_place()
    async with coding(project) as (_, screen):
        assert screen.desk.document.name == "talk-2"
        assert text_view(screen).caret.cursor == cursor


async def test_a_passage_asked_for_elsewhere_is_shown_selected(project: Project) -> None:
    """Also when the coding screen has not been open before, and from a document to another."""
    from qualcode.tui.app import QualcodeApp
    from qualcode.tui.messages import PlaceAsked

    first, second = project.documents.list()
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        for document, start, end in ((second, 10, 20), (first, 60, 90)):
            app.post_message(PlaceAsked(document.id, start, end))
            await settled(pilot)
            await settled(pilot)
            assert app.screen.desk.document.id == document.id
            assert text_view(app.screen).caret.selection == (start, end)
        app.post_message(PlaceAsked("nowhere", 1, 2))
        await settled(pilot)
        assert "nowhere" in shown(pilot)


async def test_angle_brackets_step_through_the_documents(project: Project) -> None:
    """`>` and `<` go through the list and say when it ends."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "greater_than_sign")
        assert screen.desk.document.name == "talk-2"
        await press(pilot, "greater_than_sign")
        assert "No document in that direction." in shown(pilot)
        await press(pilot, "less_than_sign")
        assert screen.desk.document.name == "talk-1"
