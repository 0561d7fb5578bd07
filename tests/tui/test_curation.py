"""Chosen quotes: what is done to their words by keys, and consent that is always shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from qualcode.services.workspace import Project
from tests.tui.filled import filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Four codings in two cases; P1 is an informant who has not been asked yet."""
    with filled(tmp_path) as made:
        made.participants.set("P1", {"consent": "unknown"})
        made.findings.add("Goals [help]", "success-factor", {"code": ["agenda-goals"]})
        yield made


def _quote(project: Project) -> str:
    """A quote for the finding, whose words may be printed; returns its id."""
    project.participants.set("P1", {"consent": "yes"})
    finding = project.findings.list()[0]
    coding = next(one for one in project.codings.list() if one.document == "talk-1")
    return project.quotes.choose(coding.id, "finding", finding.id).quote.id


async def _open(pilot: Pilot[None]) -> None:
    await keys(pilot, "Q")


async def test_a_passage_is_chosen_and_consent_is_shown(full: Project) -> None:
    """`q` in the room of findings: chosen, and said that unknown consent is not printed."""
    async with room(full, "findings") as (pilot, screen):
        chosen = screen.pane.lit_coding
        await keys(pilot, "q")
        (quote,) = full.quotes.list("finding")
        assert quote.coding == chosen.id
        assert "printed: no: " in shown(pilot)
        await _open(pilot)
        assert "1 chosen quote for: Goals [help]" in shown(pilot)
        assert "Printed: no: " in shown(pilot)
        await keys(pilot, "escape q")
        assert "chosen for it already" in shown(pilot)


async def test_unknown_consent_is_no_consent(full: Project) -> None:
    """The reason stands beside the words, with a sign that is no colour."""
    coding = next(one for one in full.codings.list() if one.document == "talk-1")
    full.quotes.choose(coding.id, "report")
    async with room(full, "quotes") as (pilot, _):
        await _open(pilot)
        assert "no: consent unknown" in shown(pilot)
        assert "×" in shown(pilot) and "The report" in shown(pilot)


async def test_from_quotes_it_is_said_what_the_passage_is_to_be_a_quote_for(full: Project) -> None:
    """`q`, a few letters of the finding, a theme or the report, and enter."""
    async with room(full, "quotes") as (pilot, screen):
        first = screen.reader.list.lit_coding
        await keys(pilot, "q r e p o r t enter")
        assert [one.coding for one in full.quotes.list("report")] == [first.id]
        await keys(pilot, "down q D i r enter")
        assert len(full.quotes.list("theme")) == 1


async def test_marked_passages_are_chosen_as_one_act(full: Project) -> None:
    """What is chosen already is left out of them; one `u` takes the others back."""
    first = full.codings.list()[0]
    full.quotes.choose(first.id, "report")
    async with room(full, "quotes") as (pilot, _):
        await keys(pilot, "ctrl+a q r e p o r t enter")
        assert len(full.quotes.list("report")) == len(full.codings.list())
        await keys(pilot, "u")
        assert [one.coding for one in full.quotes.list("report")] == [first.id]


async def test_from_themes_the_lit_passage_is_chosen_for_the_lit_theme(full: Project) -> None:
    """`q` there, and `Q` opens that theme's quotes."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "q")
        theme = full.themes.resolve("Direction")
        assert len(full.quotes.list("theme", theme.id)) == 1
        await _open(pilot)
        assert "1 chosen quote for: Direction" in shown(pilot)


async def test_words_are_left_out_by_marking_them(full: Project) -> None:
    """`s`, words marked, space: shown with […] as it will be printed; kept as one act."""
    quote = _quote(full)
    passage = full.quotes.get(quote).passage
    first, second, third = passage.split()[:3]
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "s right v right space")
        rest = " ".join(passage.split()[3:])
        assert f"{first} […]" in shown(pilot)
        await keys(pilot, "enter")
        found = full.quotes.view(quote)
        assert found.text == f"{first} […] {rest}"
        start = passage.index(second)
        assert found.quote.trimming.cuts == ((start, passage.index(third) + len(third)),)
        await keys(pilot, "u")
        assert full.quotes.view(quote).text == " ".join(passage.split())


async def test_words_left_out_come_back_one_by_one(full: Project) -> None:
    """Space on a word that is left out takes it back; escape keeps; one act each time."""
    quote = _quote(full)
    words = full.quotes.get(quote).passage.split()
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "s shift+right shift+right space escape")
        assert full.quotes.view(quote).text == " ".join(["[…]", *words[3:]])
        acts = full.codings.last_act()
        await keys(pilot, "s home right space enter")
        assert full.quotes.view(quote).text == " ".join(["[…]", words[1], "[…]", *words[3:]])
        assert full.codings.last_act() == acts + 1
        await keys(pilot, "s backspace enter")
        assert full.quotes.view(quote).text == " ".join(words)


async def test_nothing_left_is_refused_and_nothing_lost(full: Project) -> None:
    """All words out: it is said why not, and the page stays open."""
    quote = _quote(full)
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "s v end space enter")
        assert "Nothing would be left of the quote." in shown(pilot)
        assert "Which words are left out" in shown(pilot)
        assert full.quotes.get(quote).trimming.cuts == ()


async def test_other_words_stand_in_brackets(full: Project) -> None:
    """`r` on a name: what is put in its place is printed in brackets."""
    quote = _quote(full)
    words = full.quotes.get(quote).passage.split()
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "s r")
        await typed(pilot, "the school")
        await keys(pilot, "enter enter")
        assert full.quotes.view(quote).text == " ".join(["[the school]", *words[1:]])


async def test_small_corrections_are_switched(full: Project) -> None:
    """`c h` takes sounds of hesitation out, and `c h` lets them stand again."""
    quote = _quote(full)
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "c h c m")
        assert full.quotes.get(quote).trimming.corrections == ("marks", "hesitations")
        assert "corrected: quotation marks, sounds of hesitation" in shown(pilot)
        await keys(pilot, "c h")
        assert full.quotes.get(quote).trimming.corrections == ("marks",)


async def test_a_translation_stands_beside_the_original_with_its_translator(full: Project) -> None:
    """`t`: without a translator it is not kept and not lost; with one both are shown."""
    quote = _quote(full)
    original = full.quotes.view(quote).text
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "t")
        await typed(pilot, "We meet [every] Monday")
        await keys(pilot, "escape")
        assert full.quotes.get(quote).translation is None
        assert "We meet [every] Monday" in shown(pilot)
        await keys(pilot, "tab tab")
        await typed(pilot, "Kari N")
        await keys(pilot, "escape")
        kept = full.quotes.get(quote).translation
        assert (kept.text, kept.language, kept.translator) == (
            "We meet [every] Monday",
            "en",
            "Kari N",
        )
        text = shown(pilot)
        assert "translation (en): Kari N" in text and original[:30] in text


async def test_attribution_goes_round_and_withholding_has_a_reason(full: Project) -> None:
    """`a` from pseudonym to role; `w` with a reason keeps it back, `w` again prints it."""
    quote = _quote(full)
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "a")
        assert full.quotes.get(quote).attribution == "role"
        assert "role only: rektor" in shown(pilot)
        await keys(pilot, "w")
        await typed(pilot, "known by it")
        await keys(pilot, "enter")
        assert full.quotes.view(quote).withheld == "known by it"
        assert "no, withheld: known by it" in shown(pilot)
        await keys(pilot, "w")
        assert full.quotes.view(quote).withheld is None


async def test_too_much_from_one_person_is_said(full: Project) -> None:
    """Two of two printed quotes by P1: a warning with the set share."""
    _quote(full)
    for coding in full.codings.list():
        if coding.document == "talk-1":
            full.quotes.choose(coding.id, "report")
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        assert "P1 carries 100 %" in shown(pilot) and "20 %" in shown(pilot)


async def test_the_order_and_the_side_are_changed_and_a_quote_is_dropped(full: Project) -> None:
    """`>` moves it down, `f` puts it against, `x` drops it; enter goes to the text."""
    for coding in full.codings.list():
        full.quotes.choose(coding.id, "report")
    before = [one.id for one in full.quotes.list()]
    async with room(full, "quotes") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "greater_than_sign")
        assert [one.id for one in full.quotes.list()][:2] == [before[1], before[0]]
        await keys(pilot, "f")
        assert full.quotes.get(before[0]).side == "against"
        await keys(pilot, "x")
        assert before[0] not in [one.id for one in full.quotes.list()]
        await keys(pilot, "enter")
        assert pilot.app.current_mode == "coding"


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_all_of_it_fits_a_small_window(full: Project, size: tuple[int, int]) -> None:
    """The keys and the words of the quote are seen at 80 by 24 too."""
    _quote(full)
    async with room(full, "findings", size) as (pilot, _):
        await _open(pilot)
        assert "shorten" in shown(pilot) and "Attribution" in shown(pilot)
        await keys(pilot, "s")
        assert "As it is printed" in shown(pilot)


async def test_words_are_left_out_with_the_mouse(full: Project) -> None:
    """A click goes to a word, two leave it out."""
    quote = _quote(full)
    words = full.quotes.get(quote).passage.split()
    async with room(full, "findings") as (pilot, _):
        await _open(pilot)
        await keys(pilot, "s")
        at = len(words[0]) + 2
        await pilot.click("WordPage", offset=(at, 0), times=2)
        await keys(pilot, "enter")
        assert full.quotes.view(quote).text == " ".join([words[0], "[…]", *words[2:]])
