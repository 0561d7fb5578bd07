"""The codebook screen: every entry in its language, every revision by a key, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from qualcode.domain.codebook import Extension
from qualcode.domain.coding import CodingDetails
from qualcode.domain.revision import Redefine, Relabel
from qualcode.domain.succession import Split
from qualcode.services.workspace import Project
from qualcode.tui.dialogs.entry_form import EntryForm
from qualcode.tui.dialogs.sharing import SharingDialog, words_of
from qualcode.tui.dialogs.worklist import Worklist
from qualcode.tui.screens.coding import CodingScreen
from qualcode.tui.screens.quotes import QuotesScreen
from tests.tui.filled import done, filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with filled(tmp_path) as made:
        yield made


def label(project: Project, code: str, language: str = "en") -> str:
    """The label in force."""
    return project.codebooks.current().code(code).label[language]


async def light(pilot: Pilot[None], code: str) -> None:
    """Light a code as the arrows would."""
    pilot.app.screen.tree_pane.light(code)
    pilot.app.screen._show_entry()
    await done(pilot)


async def test_f6_shows_the_tree_with_passages_and_cases(full: Project) -> None:
    """Goals has two passages in one case; words that look like markup stay words."""
    async with room(full, "home") as (pilot, _):
        await keys(pilot, "f6")
        page = shown(pilot)
        assert "Trust [/x]" in page and "[laughs] person" in page
        goals = next(line for line in page.splitlines() if "Goals" in line)
        assert goals.split("│")[0].split("Goals")[1].split()[:3] == ["!", "2", "1"]


async def test_a_key_shows_the_entry_in_the_next_language(full: Project) -> None:
    """English, then Swedish; what is missing there is said."""
    full.revision.do(Redefine("agenda-goals", {"definition": {"en": "What is aimed at [/x]"}}))
    async with room(full, "codebook") as (pilot, screen):
        await light(pilot, "agenda-goals")
        assert "What is aimed at [/x]" in shown(pilot)
        await keys(pilot, "l")
        assert screen.entry.words.plain.startswith("Mål")
        assert "Not in sv: definition" in screen.entry.words.plain


async def test_the_history_of_a_code_stands_below_its_entry(full: Project) -> None:
    """Only versions that touched it, the newest first, with who and why."""
    full.revision.do(Relabel("agenda-goals", {"en": "Aims [b]"}), "clearer [/x]")
    full.revision.do(Relabel("agenda-vision", {"en": "Dream"}))
    async with room(full, "codebook") as (pilot, screen):
        await light(pilot, "agenda-goals")
        history = screen.entry.words.plain.split("History\n")[1].splitlines()
        assert len(history) == 2
        assert "relabelled: en 'Goals' → 'Aims [b]' (clearer [/x])" in history[0]
        assert "ann" in history[0] and "added" in history[1]


async def test_the_entry_is_written_in_a_form_with_live_lint(full: Project) -> None:
    """A label that a neighbour has is remarked on at once; each language keeps its words."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "e")
        form = pilot.app.screen
        assert isinstance(form, EntryForm)
        form.query_one("#field-label", Input).value = "Vision"
        await pilot.pause(0.3)
        assert "'agenda-vision' beside it has the same label" in shown(pilot)
        form.query_one("#field-label", Input).value = "Aims [/x]"
        form.query_one("#field-definition", TextArea).load_text("What they want.\nTogether.")
        form.query_one("#field-cues", Input).value = "goal*, aim"
        await keys(pilot, "ctrl+l")
        form.query_one("#field-definition", TextArea).load_text("Vad de vill.")
        await keys(pilot, "ctrl+s k")
        code = full.codebooks.current().code("agenda-goals")
        assert code.label == {"en": "Aims [/x]", "sv": "Mål"}
        assert code.definition == {"en": "What they want.\nTogether.", "sv": "Vad de vill."}
        assert code.cues["en"] == ("goal*", "aim")
        assert len(full.revision.worklist("agenda-goals")) == 2
        assert "2 to read again" in shown(pilot)


async def test_escape_from_the_form_loses_nothing(full: Project) -> None:
    """With changes it asks; escape again goes on writing; thrown away is thrown away."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "e")
        form = pilot.app.screen
        form.query_one("#field-label", Input).value = "Aims"
        await keys(pilot, "escape escape")
        assert pilot.app.screen is form
        assert form.query_one("#field-label", Input).value == "Aims"
        await keys(pilot, "escape x")
        assert label(full, "agenda-goals") == "Goals"


async def test_only_the_wording_asks_nobody_to_read_again(full: Project) -> None:
    """A mended slip of the pen leaves the worklist empty."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "e")
        pilot.app.screen.query_one("#field-exclude", TextArea).load_text("Not visions")
        await keys(pilot, "escape s")
        assert full.codebooks.current().code("agenda-goals").exclude == {"en": "Not visions"}
        assert full.revision.worklist() == []


async def test_codes_are_added_relabelled_moved_and_put_in_order(full: Project) -> None:
    """Each by its key; undo takes all of it back, redo does it again."""
    before = full.codebooks.current()
    async with room(full, "codebook") as (pilot, screen):
        await light(pilot, "agenda-goals")
        await keys(pilot, "a")
        await typed(pilot, "Pengar [/x]")
        await keys(pilot, "enter")
        new = screen.lit_id
        assert full.codebooks.current().code(new).parent == "agenda"
        await keys(pilot, "less_than_sign")
        order = [code.id for code in full.codebooks.current().children("agenda")]
        assert order == ["agenda-goals", new, "agenda-vision"] and screen.lit_id == new
        await keys(pilot, "greater_than_sign")
        assert full.codebooks.current().children("agenda")[-1].id == new
        await keys(pilot, "v b a c k b o n e enter")
        assert full.codebooks.current().code(new).parent == "backbone"
        await keys(pilot, "r")
        pilot.app.screen.query_one(Input).value = "Money"
        await keys(pilot, "enter")
        assert label(full, new) == "Money"
        await keys(pilot, "u u u u u")
        assert full.codebooks.current() == before
        await keys(pilot, "U")
        assert new in full.codebooks.current().by_id


async def test_merging_says_first_what_goes_along(full: Project) -> None:
    """How many codings in how many documents; no leaves everything."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "g v i s i o n enter")
        assert "2 codings in 2 documents move." in shown(pilot)
        await keys(pilot, "n")
        assert not full.codebooks.current().code("agenda-goals").retired
        await keys(pilot, "g v i s i o n enter y")
        assert full.codebooks.current().code("agenda-goals").became == ("agenda-vision",)
        assert full.codings.counts()["agenda-vision"][0] == 2


async def test_split_leads_to_the_worklist(full: Project) -> None:
    """Each coding is read again: still right, or one of the parts."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "s")
        await typed(pilot, "Near; Far [/x]")
        await keys(pilot, "enter y")
        near, far = full.codebooks.current().code("agenda-goals").became
        assert label(full, far) == "Far [/x]"
        await keys(pilot, "w")
        page = pilot.app.screen
        assert isinstance(page, Worklist) and "2 codings to read again" in shown(pilot)
        await keys(pilot, "y")
        assert len(full.revision.worklist()) == 1
        await keys(pilot, "u")
        assert len(full.revision.worklist()) == 2
        await keys(pilot, "r n e a r enter")
        assert full.codings.counts()[near][0] == 1
        assert len(full.revision.worklist()) == 1


async def test_enter_on_the_worklist_goes_to_the_passage(full: Project) -> None:
    """The coding screen opens at the passage."""
    full.revision.do(Redefine("backbone-person", {"definition": {"en": "Who holds it together"}}))
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "w")
        first = full.revision.worklist()[0].coding
        assert pilot.app.screen.lines.lit_id == first.id
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, CodingScreen)
        assert pilot.app.screen.desk.document.id == first.document_id


async def test_a_retired_code_stays_in_the_tree_and_comes_back(full: Project) -> None:
    """Its codings stay; the same key revives it."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "x")
        assert full.codebooks.current().code("agenda-goals").retired
        assert "retired" in shown(pilot) and full.codings.counts()["agenda-goals"][0] == 2
        await keys(pilot, "x")
        assert not full.codebooks.current().code("agenda-goals").retired


async def test_labels_of_what_is_new_become_a_code(full: Project) -> None:
    """Marked together, named once, put below a code."""
    turn = full.documents.transcript("talk-2").turns[1]
    for words in ("rum [/x]", "lokaler"):
        full.codings.add("talk-2", turn.span, "emergent", CodingDetails(label=words))
    async with room(full, "codebook") as (pilot, screen):
        await keys(pilot, "n space space enter")
        await keys(pilot, "enter")
        pilot.app.screen.query_one(Input).value = "Rooms"
        await keys(pilot, "enter")
        await keys(pilot, "b a c k b o n e enter")
        assert label(full, screen.lit_id) == "Rooms"
        assert full.codebooks.current().code(screen.lit_id).parent == "backbone"
        assert full.revision.labels() == []


async def test_a_passage_becomes_the_example(full: Project) -> None:
    """In the language of its document; codings need no second reading."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "backbone-person")
        await keys(pilot, "p enter")
        example = full.codebooks.current().code("backbone-person").example["sv"]
        assert example.startswith("Ingen egentligen. [skratt]")
        assert full.revision.worklist() == []
        assert full.versions.list()[-1].reason == "example from [b]odd[_x], turn 4"


async def test_an_extension_is_switched_on_and_off(full: Project) -> None:
    """Its codes say that they are off."""
    book = full.codebooks.current()
    extension = Extension("more", {"en": "More [/x]"}, ("förtroende",))
    from qualcode.exchange import codebook_json

    file = full.path.parent / "more.json"
    made = replace(book, version="2", extensions={"more": extension})
    file.write_text(codebook_json.dumps(made), encoding="utf-8")
    full.codebooks.load(file)
    async with room(full, "codebook") as (pilot, _):
        assert any("Trust" in line and "off" in line for line in shown(pilot).splitlines())
        await keys(pilot, "t")
        assert "More [/x]" in shown(pilot)
        await keys(pilot, "enter")
        assert full.codebooks.current().extensions["more"].on


def colleagues_file(project: Project) -> Path:
    """A file from before, in which a colleague relabelled two codes."""
    from qualcode.exchange import codebook_json

    book = project.codebooks.current()
    told = {"agenda-goals": "Targets [/x]", "agenda-vision": "Dream"}
    codes = tuple(
        replace(c, label={**c.label, "en": told[c.id]}) if c.id in told else c for c in book.codes
    )
    file = project.path.parent / "theirs.json"
    file.write_text(codebook_json.dumps(replace(book, codes=codes)), encoding="utf-8")
    return file


async def test_a_colleagues_file_is_brought_in_conflict_by_conflict(full: Project) -> None:
    """What both changed stands side by side; nothing comes in before all is decided."""
    file = colleagues_file(full)
    full.revision.do(Relabel("agenda-goals", {"en": "Aims"}))
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "i")
        await typed(pilot, str(file))
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, SharingDialog)
        page = shown(pilot)
        assert "Aims" in page and "Targets [/x]" in page and "1 conflict to decide" in page
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, SharingDialog)
        assert label(full, "agenda-vision") == "Vision"
        await keys(pilot, "t enter")
        assert label(full, "agenda-goals") == "Targets [/x]"
        assert label(full, "agenda-vision") == "Dream"
        await keys(pilot, "u")
        assert label(full, "agenda-goals") == "Aims" and label(full, "agenda-vision") == "Vision"


def test_sides_are_said_in_words() -> None:
    """Nothing, lists, states and whole entries."""
    assert words_of(None) == "(nothing)"
    assert words_of((True, ("a",))) == "retired, became a"
    assert words_of((False, ())) == "in use"
    assert words_of(("x", "y")) == "x, y"
    assert words_of({"": True, "label.en": "A [/x]", "key": None}) == "label.en: A [/x]"


async def test_the_passages_of_a_code_are_one_key_away(full: Project) -> None:
    """They open on the screen for quotes."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "agenda-goals")
        await keys(pilot, "q")
        assert isinstance(pilot.app.screen, QuotesScreen)
        assert pilot.app.screen.query_line.value.startswith("code:agenda-goals")


async def test_the_filter_narrows_and_escape_empties_it(full: Project) -> None:
    """Letters are keys again after enter."""
    async with room(full, "codebook") as (pilot, screen):
        await keys(pilot, "slash v i s i o n enter")
        assert screen.lit_id == "agenda-vision"
        await keys(pilot, "x")
        assert full.codebooks.current().code("agenda-vision").retired
        await keys(pilot, "escape")
        assert len(screen.tree_pane.list.entries) == 7


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_every_dialog_fits_every_size(full: Project, size: tuple[int, int]) -> None:
    """Tree, entry, form and worklist show what they are about; nothing is cut in half."""
    full.revision.do(Split("agenda-goals", ("agenda-vision", "förtroende")))
    async with room(full, "codebook", size) as (pilot, screen):
        lines = screen.tree_pane.list
        width = lines.scrollable_content_region.width
        assert {lines.render_line(y).cell_length for y in range(lines.size.height)} <= {width}
        await light(pilot, "förtroende")
        await keys(pilot, "tab")
        assert "History" in screen.entry.words.plain and screen.entry.has_focus
        assert "Trust [/x]" in shown(pilot)
        await keys(pilot, "escape e")
        assert "Label" in shown(pilot) and "Trust [/x]" in shown(pilot)
        await keys(pilot, "escape w")
        assert "2 codings to read again" in shown(pilot) and "still right" in shown(pilot)


async def test_nobody_without_a_name_changes_the_codebook(full: Project) -> None:
    """What is in the way is said; nothing is changed."""
    async with room(full, "codebook") as (pilot, _):
        await light(pilot, "emergent")
        before = full.codebooks.current()
        await keys(pilot, "x")
        assert "gathers what is new" in shown(pilot) and full.codebooks.current() == before


def test_words_of_transcripts_stay_at_home(full: Project) -> None:
    """They are left out on export and said to be; a file without them takes none away here."""
    words = full.codings.list()[0].quote
    full.revision.do(Redefine("agenda-goals", {"example": {"sv": words, "en": "We aim high"}}))
    file = full.path.parent / "out.yaml"
    notes = full.codebooks.export(file)
    assert "stay at home: agenda-goals" in notes[0]
    text = file.read_text("utf-8")
    assert words not in text and "We aim high" in text
    full.revision.do(Relabel("agenda-vision", {"en": "Dream"}))
    comparison = full.sharing.compare(file)
    assert comparison.applied == () and comparison.clashes == ()
    assert full.codebooks.export(file, with_quotes=True) == []
    assert words[:20] in file.read_text("utf-8")


async def test_the_codebook_is_written_to_a_file(full: Project) -> None:
    """The proposed file lies beside the project; what is not in it is said."""
    words = full.codings.list()[0].quote
    full.revision.do(Redefine("agenda-goals", {"example": {"sv": words}}))
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "Y enter")
        assert "Not in the file" in shown(pilot)
        text = (full.path.parent / "small.yaml").read_text("utf-8")
        assert "agenda-vision" in text and words not in text
