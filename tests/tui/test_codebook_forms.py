"""Scales are revised, and codebooks begun, in forms; the filter is there again next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from qualcode.errors import Invalid
from qualcode.services.workspace import Project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.dialogs.new_book_form import NewBookForm
from qualcode.tui.dialogs.scale_form import ScaleForm
from qualcode.tui.scale_draft import ScaleDraft
from tests.projects import a_project
from tests.tui.filled import done, filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with filled(tmp_path) as made:
        yield made


def standings(project: Project) -> list[str | None]:
    """The standing of every coding."""
    return sorted({one.standing or "" for one in project.codings.list()})


async def test_a_scale_is_revised_as_one_act(full: Project) -> None:
    """Added, relabelled, put in order, removed; what becomes of codings is said, undo is one."""
    before, acts = full.state(), len(full.history.log())
    was = [value.id for value in full.codebooks.current().scale("standing").values]
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "S")
        await typed(pilot, "standing")
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, ScaleForm) and "said once" in shown(pilot)
        await keys(pilot, "a")
        await typed(pilot, "Hoped [/x]")
        await keys(pilot, "enter less_than_sign")
        await keys(pilot, "r end ctrl+u")
        await typed(pilot, "Hoped for [/x]")
        await keys(pilot, "enter")
        pilot.app.screen.lines.light("wished")
        await keys(pilot, "x")
        await typed(pilot, "Hoped")
        await keys(pilot, "enter")
        assert "1 gets another value" in shown(pilot)
        await keys(pilot, "enter")
        assert "Hoped for [/x] (hoped-x)" in shown(pilot)
        await keys(pilot, "n")
        assert full.state() == before
        await keys(pilot, "enter y")
        values = full.codebooks.current().scale("standing").values
        assert {value.id for value in values} == {*was, "hoped-x"} - {"wished"}
        assert {value.id: value for value in values}["hoped-x"].label["en"] == "Hoped for [/x]"
        assert "hoped-x" in standings(full) and "wished" not in standings(full)
        assert len(full.history.log()) == acts + 1
        await keys(pilot, "u")
        assert full.state() == before


async def test_an_ordered_scale_carries_its_numbers(full: Project) -> None:
    """A new lowest degree shifts the numbers; what was said keeps its value."""
    (said,) = full.degrees.list()
    name = next(
        v.id
        for v in full.codebooks.current().scale("degree").values
        if v.value == said.degree.value
    )
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "S")
        await typed(pilot, "degree")
        await keys(pilot, "enter a")
        await typed(pilot, "Nothing")
        await keys(pilot, "enter")
        for _n in range(9):
            if pilot.app.screen.lines.lit:
                await keys(pilot, "less_than_sign")
        await keys(pilot, "enter y")
        scale = full.codebooks.current().scale("degree")
        assert scale.values[0].id == "nothing"
        (now,) = full.degrees.list()
        assert scale.by_id(name).value == now.degree.value == said.degree.value + 1


async def test_a_revised_scale_that_was_left_is_one_key_away(full: Project) -> None:
    """Escape leaves everything as it was; ctrl+z brings back what was changed in the form."""
    before = full.state()
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "S")
        await typed(pilot, "standing")
        await keys(pilot, "enter a")
        await typed(pilot, "More")
        await keys(pilot, "enter")
        await keys(pilot, "escape")
        assert not isinstance(pilot.app.screen, ScaleForm)
        assert full.state() == before
        await keys(pilot, "S")
        await typed(pilot, "standing")
        await keys(pilot, "enter")
        assert "More" not in shown(pilot)
        await keys(pilot, "ctrl+z enter y")
    labels = [value.label["en"] for value in full.codebooks.current().scale("standing").values]
    assert "More" in labels


def test_what_turned_into_a_value_that_goes_follows_it(full: Project) -> None:
    """Removing twice in a row leads to the last one; the ends of the list stand still."""
    scale = full.codebooks.current().scale("standing")
    first, second, third = (value.id for value in scale.values[:3])
    draft = ScaleDraft(scale, {first: 2})
    draft.remove(first, second)
    assert draft.said(second) == 2
    draft.remove(second, third)
    assert draft.operation().gone == {first: third, second: third}
    with pytest.raises(Invalid):
        draft.shift(third, -1)
    draft.bring_back(first)
    assert draft.operation().gone == {second: third}


async def test_the_filter_is_remembered_like_the_place(full: Project) -> None:
    """The next time the tree is as narrow as it was left, with the same code lit."""
    async with room(full, "codebook") as (pilot, screen):
        await keys(pilot, "slash v i s i o n enter")
        narrow = len(screen.tree_pane.list.entries)
        screen.keep_place()
    async with room(full, "codebook") as (pilot, screen):
        assert screen.tree_pane.input.value == "vision"
        assert len(screen.tree_pane.list.entries) == narrow < 7
        assert screen.lit_id == "agenda-vision"
        await keys(pilot, "escape")
        screen.keep_place()
    async with room(full, "codebook") as (pilot, screen):
        assert screen.tree_pane.input.value == ""


async def begin(pilot: object, title: str, codes: str) -> NewBookForm:
    """The form, with its title and first codes."""
    await keys(pilot, "b")
    await typed(pilot, "blank")
    await keys(pilot, "enter")
    form = pilot.app.screen
    assert isinstance(form, NewBookForm)
    await typed(pilot, title)
    await keys(pilot, "tab end ctrl+u")
    await typed(pilot, "en sv")
    await keys(pilot, "tab tab")
    await typed(pilot, codes)
    return form


async def test_a_codebook_is_begun_from_home_for_the_project(tmp_path: Path) -> None:
    """Title, languages, start and first codes; the project codes with it from then on."""
    with a_project(tmp_path, documents=0) as project:
        async with QualcodeApp(project).run_test(size=(100, 30), notifications=True) as pilot:
            await done(pilot)
            await begin(pilot, "Money [/x]", "Funding; Fees [b]")
            await keys(pilot, "enter")
            book = project.codebooks.current()
            assert book.title == {"en": "Money [/x]"} and book.languages == ("en", "sv")
            assert {"funding", "fees-b"} <= set(book.by_id)
            assert [code.kind for code in book.codes].count("condition") == 5
            assert "Codebook money-x" in shown(pilot)
            assert "begun" in project.versions.list()[-1].operation["words"]


async def test_a_codebook_is_begun_as_a_file(tmp_path: Path) -> None:
    """Scales or nothing to begin with, never over a file that is there; the project stays."""
    with a_project(tmp_path, documents=0) as project:
        before = project.state()
        async with QualcodeApp(project).run_test(size=(100, 30), notifications=True) as pilot:
            await done(pilot)
            form = await begin(pilot, "", "Funding")
            await keys(pilot, "enter")
            assert pilot.app.screen is form and "needs a title" in shown(pilot)
            form.query_one("#title-line", Input).value = "Own"
            await keys(pilot, "shift+tab right right tab tab right")
            target = tmp_path / "own.yaml"
            target.write_text("there", "utf-8")
            form.query_one("#file", Input).value = str(target)
            await keys(pilot, "enter")
            assert "already" in shown(pilot) and target.read_text("utf-8") == "there"
            target.unlink()
            await keys(pilot, "enter")
            text = target.read_text("utf-8")
            assert "funding" in text and "condition" not in text and project.state() == before
