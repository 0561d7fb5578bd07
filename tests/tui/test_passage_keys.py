"""Keys for passages as such: repeating, extent, own words, hot keys, confidence."""

from __future__ import annotations

import pytest

from qualcode.domain.codebook import Code
from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.domain.succession import Retire
from qualcode.services.workspace import Project, open_project
from tests.tui.rooms import NARROW, coding, press, settled, shown, text_view


@pytest.fixture
def coded(project: Project) -> Project:
    """The first answer of talk-1 is coded with Vision, whole."""
    turn = project.documents.transcript("talk-1").turns[1]
    project.codings.add("talk-1", turn.span, "agenda-vision", CodingDetails(valence="helps"))
    return project


async def test_zero_codes_like_the_last_time(coded):
    """`0` gives the next turn the code and the valence of the last coding, as one act."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "j 4 enter 0")
        last = coded.codings.list()[-1]
        assert (last.code, last.valence, last.turn) == ("agenda-vision", "helps", 4)
        await press(pilot, "u")
        assert len(coded.codings.list()) == 1


async def test_an_end_moves_by_word_and_by_sentence(coded):
    """`e` then `b` and `S` shorten at the end, with tab at the start; each is one act."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t e b")
        assert coded.codings.list()[0].quote.endswith("som behöver")
        await press(pilot, "S")
        assert coded.codings.list()[0].quote == "Vi ses varje måndag, föreningen och vi."
        await press(pilot, "tab w w")
        assert coded.codings.list()[0].quote.startswith("varje måndag")
        await press(pilot, "b u u")
        assert coded.codings.list()[0].quote.startswith("ses varje måndag")
        await press(pilot, "escape u u u")
        assert coded.codings.list()[0].quote.endswith("som behöver något.")


async def test_a_passage_never_shrinks_to_nothing(coded):
    """A step that would leave nothing says so and changes nothing."""
    start = coded.codings.list()[0].start
    coded.passages.extend(coded.codings.list()[0].segment, Span(start, start + 2))
    async with coding(coded) as (pilot, _):
        await press(pilot, "t e b")
        assert coded.codings.list()[0].quote == "Vi"
        assert "Nothing would be left" in shown(pilot)


async def test_a_passage_is_cut_and_joined_again(coded):
    """`X` cuts before the word under the cursor, `I` joins what touches; each is one act."""
    async with coding(coded) as (pilot, screen):
        await press(pilot, "t s X")
        assert [c.quote[:8] for c in coded.codings.list()] == ["Vi ses v", "Då går v"]
        await press(pilot, "I")
        (whole,) = coded.codings.list()
        assert whole.quote.endswith("som behöver något.")
        await press(pilot, "u u")
        assert len(coded.codings.list()) == 1
        assert screen.desk.segments == coded.codings.segments("talk-1")


async def test_only_passages_of_the_same_code_are_joined(coded):
    """What lies inside with another code stays as it is; what was joined is named."""
    whole = coded.codings.list()[0]
    inside = coded.codings.add("talk-1", Span(whole.start + 3, whole.start + 20), "agenda")
    async with coding(coded, NARROW) as (pilot, _):
        await press(pilot, "j 2 enter right right right right I")
        assert "What touches this passage has other codes." in shown(pilot)
        assert coded.codings.get(inside.id).quote == inside.quote
        assert len(coded.codings.list()) == 2
    coded.codings.remove([inside.id])
    helps = CodingDetails(valence="helps")
    coded.codings.add("talk-1", Span(whole.start + 3, whole.end), "agenda-vision", helps)
    async with coding(coded, NARROW) as (pilot, _):
        await press(pilot, "j 2 enter I")
        assert "2 passages joined: Vision" in shown(pilot)
        assert [c.start for c in coded.codings.list()] == [whole.start]


async def test_own_words_become_a_code_under_another(coded):
    """`i` makes a code of the selected words under the one that is chosen."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t ctrl+shift+right ctrl+shift+right ctrl+shift+right i")
        assert "“Vi ses varje” under" in shown(pilot)
        await press(pilot, "b a c k b enter")
        made = coded.codebooks.current().code("backbone-in-vivo")
        assert (made.label["en"], made.parent) == ("Vi ses varje", "backbone")
        assert made.id in [c.code for c in coded.codings.list()]
        assert "Vi ses varje" in shown(pilot)


async def test_own_words_become_a_label_without_a_code(coded):
    """Under `emergent` no code is made: the words are the coding's label."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t ctrl+shift+right ctrl+shift+right i e m e r enter")
        assert ("emergent", "Vi ses") in [(c.code, c.label) for c in coded.codings.list()]
        assert "Emergent: Vi ses" in shown(pilot)


async def test_what_fits_no_code_is_offered_as_one(project):
    """The picker ends with what was typed as an emergent label and as a new code."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter q q q")
        words = shown(pilot)
        assert "Emergent: “qqq”" in words and "New code “qqq” under" in words
        await press(pilot, "enter")
        assert [(c.code, c.label) for c in project.codings.list()] == [("emergent", "qqq")]
        await press(pilot, "enter q u x down enter")
        await press(pilot, "a g e n d a enter")
        assert "agenda-qux" in [c.code for c in project.codings.list()]
        await press(pilot, "u")
        assert [c.code for c in project.codings.list()] == ["emergent"]
        assert "agenda-qux" not in project.codebooks.current().by_id
        await pilot.pause(0.1)
        assert "Undone: code added and set in turn 2: qux" in shown(pilot)


async def test_emergent_asks_for_its_label(project):
    """Chosen by itself, the code for what has no code asks for words; escape codes nothing."""
    async with coding(project) as (pilot, _):
        await press(pilot, "n enter e m e r g e n t enter escape")
        assert project.codings.list() == []
        await press(pilot, "enter e m e r g e n t enter t i l l i t enter")
        assert [(c.code, c.label) for c in project.codings.list()] == [("emergent", "tillit")]


async def test_a_code_has_a_key_of_its_own(coded):
    """`W` gives the code in focus a key, kept in the project; `a` and the key code a turn."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t W v")
        assert coded.hotkeys.list() == {"v": "agenda-vision"}
        await press(pilot, "j 4 enter a")
        assert "Vision" in shown(pilot).splitlines()[-1]
        await press(pilot, "v")
        assert [c.turn for c in coded.codings.list()] == [2, 4]


async def test_confidence_is_one_key_with_a_sign(coded):
    """`C` marks a coding as unsure with `~`, and again as sure."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t C")
        assert coded.codings.list()[0].confidence == "low"
        assert "+ ~" in shown(pilot)
        await press(pilot, "C")
        assert coded.codings.list()[0].confidence == "normal"


async def test_another_pair_gets_a_degree_of_its_own(coded):
    """Ctrl+n in the form keeps the degree that is there and adds one; the anchors stand there."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t D 4 tab a tab b enter enter")
        await press(pilot, "D 2 tab tab c ctrl+n ctrl+n")
        degrees = coded.codings.list()[0].degrees
        assert [(d.value, d.to_organisation) for d in degrees] == [(4, "b"), (2, "c")]
        await press(pilot, "D")
        await settled(pilot)
        assert all(sign in shown(pilot) for sign in (" 1 ", " 5 "))


async def test_what_the_desk_holds_is_what_is_stored(coded):
    """After every kind of act the codings in memory are those of the file, in order."""
    async with coding(coded) as (pilot, screen):
        for keys in ("t plus", "C", "d 4", "d 2", "g w", "n 1", "0", "x", "u", "u", "U", "j 2"):
            await press(pilot, keys)
            assert screen.desk.segments == coded.codings.segments("talk-1"), keys
            marks = text_view(screen).marks
            assert marks is not None and marks.items == screen.desk.held.items


async def test_zero_on_a_passage_that_is_coded_so_says_so(coded):
    """It is no error, and there is no second coding."""
    async with coding(coded) as (pilot, _):
        await press(pilot, "t 0")
        assert "is there already" in shown(pilot)
        assert "qualcode code set" not in shown(pilot)
        assert len(coded.codings.list()) == 1


@pytest.mark.parametrize("key", ["0", "enter"])
async def test_a_retired_code_is_named_by_its_label(coded, key):
    """Coding like the last time, or from a picker that was open: label and key, no command."""
    async with coding(coded) as (pilot, screen):
        await press(pilot, "j 4 enter")
        coded.revision.do(Retire("agenda-vision"))
        if key == "enter":
            screen.bench.reader.apply("agenda-vision")
            await settled(pilot)
        else:
            await press(pilot, key)
        words = " ".join(shown(pilot).replace("▌", " ").split())
        assert "Vision was retired" in words and "Enter shows the codes" in words
        assert "agenda-vision" not in words and "qualcode" not in words
    assert len(coded.codings.list()) == 1


async def test_the_tree_follows_the_codebook(coded):
    """A code that undo takes out, or that another program brings in, is gone or there at once."""
    async with coding(coded) as (pilot, screen):
        await press(pilot, "enter q u x down enter")
        await press(pilot, "a g e n d a enter")
        await pilot.pause(0.3)
        assert "agenda-qux" in screen.bench.look.names
        await press(pilot, "u")
        await pilot.pause(0.3)
        assert "agenda-qux" not in screen.bench.look.names
        with open_project(coded.path, coder="bo") as other:
            other.codebooks.add_code(Code("agenda-z", {"en": "Zed"}, parent="agenda"))
        await pilot.pause(2.4)
        assert "agenda-z" in screen.bench.look.names
