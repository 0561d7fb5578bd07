"""Memos over the screens: on everything, typed, and changed in the list."""

from __future__ import annotations

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from qualcode.tui.dialogs.memos import MemoList
from qualcode.tui.dialogs.writing import MemoEditor
from tests.tui.rooms import NARROW, coding, press, shown


async def test_a_memo_on_each_thing_before_the_reader(project: Project) -> None:
    """Passage, document, case, code and project, each with one key after `n`."""
    project.codings.add("talk-1", Span(0, 10), "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "M")
        for key in "pdckr":
            await press(pilot, f"n {key} o n space {key} escape")
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, MemoList)
    found = {memo.target_kind: memo.text for memo in project.memos.list()}
    expected = {"segment": "p", "document": "d", "case": "c", "code": "k", "project": "r"}
    assert found == {kind: f"on {key}" for kind, key in expected.items()}
    assert {memo.kind for memo in project.memos.list()} == {"analytic"}


async def test_the_kind_is_shown_and_changed_while_writing(project: Project) -> None:
    """ctrl+t goes from analytic to methodological to reflexive; a change of kind alone is kept."""
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "M n r a ctrl+t")
        assert "methodological" in shown(pilot)
        await press(pilot, "escape")
        assert [memo.kind for memo in project.memos.list()] == ["methodological"]
        await press(pilot, "enter ctrl+t escape")
        assert [memo.kind for memo in project.memos.list()] == ["reflexive"]
        assert "reflexive" in shown(pilot)


async def test_changed_removed_and_undone_in_the_list(project: Project) -> None:
    """Words are written on, a memo goes with `x` or without words, and undo brings it back."""
    project.memos.add("case", "Lyftet", "First [/x]", "reflexive")
    async with coding(project) as (pilot, _):
        await press(pilot, "M")
        assert "First [/x]" in shown(pilot) and "Lyftet" in shown(pilot)
        await press(pilot, "enter exclamation_mark escape")
        assert project.memos.list()[0].text == "First [/x]!"
        await press(pilot, "x")
        assert project.memos.list() == []
        assert "No memos" in shown(pilot)
        await press(pilot, "u")
        assert project.memos.list()[0].text == "First [/x]!"


async def test_the_memo_of_a_passage_stands_among_them(project: Project) -> None:
    """What `m` wrote on the coding screen is listed, and changed there too."""
    made = project.codings.add("talk-1", Span(0, 10), "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "m h e j escape")
        await press(pilot, "M")
        assert "passage" in shown(pilot) and "hej" in shown(pilot)
        await press(pilot, "enter s a n escape")
        assert project.codings.list()[0].memo == "hejsan"
        await press(pilot, "x")
        assert project.codings.list()[0].memo is None
    assert project.codings.list()[0].id == made.id


async def test_a_thing_that_is_not_before_the_reader_is_picked(project: Project) -> None:
    """On the home screen the document is chosen by typing."""
    from qualcode.tui.app import QualcodeApp
    from tests.tui.rooms import settled

    app = QualcodeApp(project)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "M n d")
        await press(pilot, "minus 2 enter")
        assert isinstance(app.screen, MemoEditor)
        await press(pilot, "h i escape")
        assert [memo.target_kind for memo in project.memos.list()] == ["document"]
        assert project.memos.list("document", "talk-2")[0].text == "hi"


async def test_another_coders_memo_is_read_and_not_changed(project: Project) -> None:
    """Trying to change it names its coder."""
    from qualcode.services.workspace import open_project

    with open_project(project.path, coder="bea") as other:
        other.coders.add("bea")
        other.memos.add("project", "project", "hers")
    async with coding(project) as (pilot, _):
        await press(pilot, "M enter a escape")
        assert "This memo is by bea." in shown(pilot)
        assert project.memos.list()[0].text == "hers"


async def test_the_filter_finds_by_kind_words_and_place(project: Project) -> None:
    """Each word typed must be in the memo, its kind or what it is on."""
    project.memos.add("case", "Lyftet", "about trust", "reflexive")
    project.memos.add("project", "project", "about goals", "analytic")
    async with coding(project) as (pilot, _):
        await press(pilot, "M slash r e f l enter")
        assert "about trust" in shown(pilot) and "about goals" not in shown(pilot)


async def test_a_memo_of_a_kind_on_a_passage_has_its_sign_in_the_text(project: Project) -> None:
    """As the passage's own memo has; it goes with the memo."""
    project.codings.add("talk-1", Span(0, 10), "backbone")
    async with coding(project, NARROW) as (pilot, screen):
        assert not screen.bench.reader.current().segment.has_memo
        await press(pilot, "M n p w h y escape escape")
        await pilot.pause(0.3)
        assert screen.bench.reader.current().signs() == "*"
        words = screen.desk.transcript.text[:10]
        (line,) = [each for each in shown(pilot).splitlines() if words in each]
        assert "*" in line
        await press(pilot, "u")
        assert screen.bench.reader.current().signs() == ""


async def test_a_passage_goes_by_labels_and_the_memo_has_room(project: Project) -> None:
    """At 80 columns most of the line is the memo's; the lit one says in full what it is on."""
    words = "They speak of the association as if it were theirs alone"
    project.codings.add("talk-1", Span(0, 10), "agenda-vision", CodingDetails(memo=words))
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "M")
        (line,) = [each for each in shown(pilot).splitlines() if "passage " in each]
        assert "They speak of the association as" in line
        assert "Vision" in line and "agenda-vision" not in shown(pilot)
        assert "Vision · talk-1 · ann" in shown(pilot) and words in shown(pilot)
