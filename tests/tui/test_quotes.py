"""Quotes: passages across cases, asked for in one line, acted upon together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.strip import Strip

from qualcode.domain.coding import CodingFilter
from qualcode.domain.query import Term, parse
from qualcode.domain.query_text import text_of
from qualcode.domain.span import Span
from qualcode.errors import Invalid, NotFound
from qualcode.services.codings import Codings
from qualcode.services.workspace import Project, open_project
from qualcode.tui.messages import PassagesAsked
from qualcode.tui.query_builder import join
from qualcode.tui.quote_query import Asked, completions, read, vocabulary, with_field
from qualcode.tui.quote_text import quotes_text
from qualcode.tui.screens.coding import CodingScreen
from qualcode.tui.widgets.quote_list import QuoteList
from tests.projects import a_project
from tests.steps import steps
from tests.tui.filled import ODD_CASE, done, filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with filled(tmp_path) as made:
        yield made


def headings(screen: object) -> list[str]:
    """The cases that the list is parted by."""
    return [each.words for each in screen.reader.list.entries if each.heading]  # type: ignore[attr-defined]


# the query line


def test_a_line_is_a_query_and_words(full: Project) -> None:
    """Case does not matter; quotation marks hold a value with spaces together."""
    asked = read(f'code:agenda case:"{ODD_CASE.upper()}" valence:none Måndag', full)
    assert asked.query == f'code:agenda case:"{ODD_CASE}" valence:none'
    assert asked.words == ("mandag",)
    assert read("Måndag", full).query is None
    nested = read("code:agenda (Måndag or valence:helps)", full)
    assert nested.query == "code:agenda (Måndag or valence:helps)"
    assert nested.words == ()


def test_an_unknown_value_names_the_nearest(full: Project) -> None:
    """A wrong word is told, but not while it is still being typed."""
    with pytest.raises(NotFound, match="'agenda-gols' is not in the codebook") as error:
        read("code:agenda-gols", full)
    assert "agenda-goals" in error.value.hint
    assert read("valence:helps code:agenda-gols", full, typing=True).query == "valence:helps"
    with pytest.raises(NotFound, match="not in the codebook"):
        read("code:agenda-gols valence:helps", full, typing=True)
    with pytest.raises(Invalid, match="Nothing is called 'colour'"):
        read("colour:red", full)


def test_words_have_to_stand_in_the_passage(full: Project) -> None:
    """All of them, in any order, without their accents."""
    coding = full.codings.list(CodingFilter(document="talk-1", code="agenda-goals"))[0]
    assert Asked(None, ("foreningen", "mandag")).fits(coding)
    assert not Asked(None, ("foreningen", "tisdag")).fits(coding)


def test_completions_come_from_the_project(full: Project) -> None:
    """Fields by their beginning, values by id or label, cases with spaces in quotation marks."""
    known = vocabulary(full, "en")
    assert completions("ca", known)[0].line == "case:"
    assert completions("code:vis", known)[0].line == "code:agenda-vision "
    assert completions("code:[laughs", known)[0].line == "code:backbone-person "
    assert completions("code:agenda ", known) == []
    line = completions("valence:helps case:ny", known)[0].line
    assert line == f'valence:helps case:"{ODD_CASE}" '
    assert read(line, full).query == line.strip()
    assert completions("code:agenda,vis", known)[0].line == "code:agenda,agenda-vision "
    assert "with " in [way.line for way in completions("w", known)]
    assert completions("rektor", known)[0].line == "role:rektor "


def test_setting_a_field_keeps_the_others() -> None:
    """A code that is chosen takes the place of the one before."""
    assert with_field("code:a valence:helps ord", "code", "b") == "valence:helps ord code:b "


@pytest.mark.parametrize(
    ("line", "joint", "expected"),
    [
        ("", "", "code:b"),
        ("code:a", "", "code:a code:b"),
        ("code:a or case:x", "", "(code:a or case:x) code:b"),
        ("code:a or case:x", "or", "code:a or case:x or code:b"),
        ("code:a case:x", "not", "code:a case:x not code:b"),
        ("code:a or case:x", "not with", "(code:a or case:x) not with code:b"),
        ("code:a with case:x", "within 3", "code:a with case:x within 3 code:b"),
    ],
)
def test_what_is_built_means_what_was_chosen(line: str, joint: str, expected: str) -> None:
    """Each way to go on joins the new term to the whole line, with brackets where it must."""
    assert text_of(join(parse(line), joint, Term("code", ("b",)))) == expected


# the screen


async def test_a_question_is_built_by_choosing(full: Project) -> None:
    """Field and value from lists, then a way to go on; the line is what one would have typed."""
    async with room(full, "quotes") as (pilot, screen):
        for keys_ in ("b", *"code", "enter", *"agenda-goals", "enter"):
            await pilot.press(keys_)
            await done(pilot)
        assert screen.query_line.value == "code:agenda-goals "
        for keys_ in ("b", "n", "o", "t", "enter", *"valence", "enter", *"helps", "enter"):
            await pilot.press(keys_)
            await done(pilot)
        assert screen.query_line.value == "code:agenda-goals not valence:helps "
        await pilot.press("b", "escape")
        await done(pilot)
        assert screen.query_line.value == "code:agenda-goals not valence:helps "


async def test_passages_are_grouped_by_case_with_their_denominator(full: Project) -> None:
    """All codings there are, under their cases, the lit one in its context."""
    async with room(full, "quotes") as (pilot, screen):
        page = shown(pilot)
        assert headings(screen) == ["Lyftet", ODD_CASE]
        assert "4 of 4 codings" in page and "2 of 2 cases" in page
        assert "Intervjuare  Hur skulle du beskriva det i dag?" in page
        assert "Intervjuare  Vem håller ihop det?" in page


async def test_a_code_of_the_coding_screen_is_asked_for(full: Project) -> None:
    """The code and those below it, from another room."""
    async with room(full, "home") as (pilot, _):
        pilot.app.post_message(PassagesAsked("agenda"))
        await done(pilot)
        screen = pilot.app.screen
        assert "2 of 4 codings" in shown(pilot)
        assert {each.code for each in screen.reader.list.codings.values()} == {"agenda-goals"}


async def test_typing_narrows_and_enter_goes_to_the_passages(full: Project) -> None:
    """What is typed shows at once; a wrong value is told on enter."""
    async with room(full, "quotes") as (pilot, screen):
        await keys(pilot, "slash")
        await typed(pilot, "standing:wished")
        assert "1 of 4 codings" in shown(pilot)
        await keys(pilot, "enter")
        assert pilot.app.focused is screen.reader.list
        await keys(pilot, "slash ctrl+u")
        await typed(pilot, "code:nothing ")
        await keys(pilot, "enter")
        assert "'nothing' is not in the codebook." in shown(pilot)


async def test_tab_takes_what_is_proposed(full: Project) -> None:
    """Two letters and tab are enough for a case with an odd name."""
    async with room(full, "quotes") as (pilot, screen):
        await keys(pilot, "slash n y tab")
        assert screen.query_line.value == f'case:"{ODD_CASE}" '
        assert headings(screen) == [ODD_CASE]
        await keys(pilot, "enter backspace")
        assert len(headings(screen)) == 2


async def test_enter_jumps_into_the_text(full: Project) -> None:
    """The passage is selected in its transcript."""
    async with room(full, "quotes") as (pilot, screen):
        await keys(pilot, "down")
        coding = screen.reader.list.lit_coding
        await keys(pilot, "enter")
        there = pilot.app.screen
        assert isinstance(there, CodingScreen)
        assert there.desk.document is not None and there.desk.document.id == coding.document_id
        assert there.bench.view.caret.selection == (coding.start, coding.end)


async def test_signs_go_to_the_marked_passages_and_come_off_again(full: Project) -> None:
    """Two marked, one key, one act; the same key clears; u brings it back."""
    async with room(full, "quotes") as (pilot, _):
        await keys(pilot, "space space minus")
        values = [coding.valence for coding in full.codings.list()]
        assert values.count("hinders") == 3
        assert "2 passages: hinders" in shown(pilot)
        await keys(pilot, "minus")
        assert [coding.valence for coding in full.codings.list()].count(None) == 2
        await keys(pilot, "u")
        assert [coding.valence for coding in full.codings.list()] == values


async def test_marked_passages_are_recoded_together(full: Project) -> None:
    """Through the picker, as one act."""
    async with room(full, "quotes") as (pilot, _):
        await keys(pilot, "ctrl+a r")
        assert "Recode 4 passages" in shown(pilot)
        await keys(pilot, "v i s enter")
        assert {coding.code for coding in full.codings.list()} == {"agenda-vision"}
        assert full.history.log(limit=1)[0].kind == "code.recode"


async def test_what_two_coders_coded_alike_is_told_apart(full: Project) -> None:
    """The coder is named as soon as there are two, also in a small window; with one there is more
    room for the words."""
    async with room(full, "quotes", (80, 24)) as (pilot, _):
        assert not any(" bo " in line for line in shown(pilot).splitlines())
        assert "coder" not in shown(pilot).splitlines()[3]
    one = full.codings.list()[0]
    with open_project(full.path, coder="bo") as other:
        other.codings.add(one.document, Span(one.start, one.end), one.code)
    async with room(full, "quotes", (80, 24)) as (pilot, _):
        lines = shown(pilot).splitlines()
        assert "coder" in lines[3]
        assert any(line.rstrip().endswith(" bo") for line in lines)
        assert any(line.rstrip().endswith(" ann") for line in lines)


async def test_passages_of_another_coder_are_not_changed(full: Project, tmp_path: Path) -> None:
    """They are shown, and the refusal says how to see one's own."""
    turn = full.documents.transcript("talk-1").turns[5]
    with open_project(full.path, coder="bo") as other:
        other.codings.add("talk-1", turn.span, "agenda")
    async with room(full, "quotes") as (pilot, _):
        await keys(pilot, "ctrl+a plus")
        assert "Among them are codings by bo." in shown(pilot)
        assert full.codings.list(CodingFilter(coder="bo"))[0].valence is None


async def test_passages_are_gathered_under_a_new_theme_and_an_old_one(full: Project) -> None:
    """`t` and enter for the passages; a new theme takes its name from the line."""
    async with room(full, "quotes") as (pilot, _):
        await keys(pilot, "space space t enter")
        await keys(pilot, "n e w enter")
        await typed(pilot, "Måndagar [/x]")
        await keys(pilot, "enter")
        assert len(full.themes.resolve("Måndagar [/x]").segments) == 2
        await keys(pilot, "escape end t enter")
        await keys(pilot, "d i r e c enter")
        assert len(full.themes.resolve("Direction").segments) == 1


async def test_copying_tells_who_said_it_and_who_must_not_be_quoted(
    full: Project, tmp_path: Path
) -> None:
    """The clipboard holds words, pseudonym, role and place; the file is offered by a key."""
    async with room(full, "quotes") as (pilot, screen):
        await keys(pilot, "y")
        copied = pilot.app.clipboard
        assert copied.startswith("”Vi ses varje måndag") and "(P1, rektor; Lyftet, talk-1" in copied
        assert "Y writes them to a file" in shown(pilot)
        assert "not to be quoted: P1" in shown(pilot)
        await keys(pilot, "ctrl+a Y enter")
        written = (tmp_path / "quotes.txt").read_text(encoding="utf-8")
        assert written == quotes_text(full, list(screen.reader.list.codings.values()))
        assert written.count("”Ingen egentligen. [skratt]") == 2
        await keys(pilot, "Y enter")
        assert "is there already" in shown(pilot)


async def test_a_memo_is_written_from_the_list(full: Project) -> None:
    """The sign shows that there is one."""
    async with room(full, "quotes") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "se [b] igen")
        await keys(pilot, "escape")
        assert screen.reader.list.lit_coding.memo == "se [b] igen"
        assert "* se [b] igen" in shown(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_odd_words_stand_as_they_are(full: Project, size: tuple[int, int]) -> None:
    """Brackets of transcripts, names and labels are words at every size."""
    async with room(full, "quotes", size) as (pilot, screen):
        await keys(pilot, "end")
        page = shown(pilot)
        assert ODD_CASE in page and "[b]odd[_x]" in page and "[laughs] person" in page
        assert "[skratt]" in page
        lines = [screen.reader.list.render_line(y) for y in range(screen.reader.list.size.height)]
        assert {line.cell_length for line in lines} == {
            screen.reader.list.scrollable_content_region.width
        }


async def test_five_thousand_passages_are_little_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To show them takes some steps each; a step down paints two of them and reads none."""
    painted: list[int] = []
    paint = QuoteList.render_line

    def counted(self: QuoteList, y: int) -> Strip:
        painted.append(y)
        return paint(self, y)

    monkeypatch.setattr(QuoteList, "render_line", counted)
    with a_project(tmp_path) as project:
        length = len(project.documents.transcript("talk-1").text)
        rows = ["document,start,end,code"]
        codes = ("agenda-goals", "agenda-vision", "backbone", "förtroende")
        for at in range(5000):
            start = at % (length - 60)
            rows.append(f"talk-1,{start},{start + 5 + at // (length - 60)},{codes[at % 4]}")
        file = tmp_path / "many.csv"
        file.write_text("\n".join(rows), encoding="utf-8")
        project.coding_files.read(file)
        async with room(project, "quotes") as (pilot, screen):
            assert len(screen.reader.list.codings) == 5000
            assert steps(lambda: screen._show(typing=True)) < 100 * 5000
            await pilot.press("down")
            painted.clear()
            for reading in ("list", "on_segments", "several"):
                monkeypatch.setattr(Codings, reading, None)
            await pilot.press(*["down"] * 5)
            await pilot.pause()
            assert len(painted) <= 10


async def test_a_step_lays_nothing_out(full: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The context wraps its words itself: no other pane is placed or painted for it."""
    async with room(full, "quotes") as (pilot, screen):
        await keys(pilot, "down")
        placed: list[object] = []
        monkeypatch.setattr(type(screen), "_refresh_layout", lambda *of, **named: placed.append(of))
        before = screen.reader.around.words.plain
        await keys(pilot, "down down")
        assert screen.reader.around.words.plain != before
        assert placed == []
