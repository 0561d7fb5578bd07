"""A corrected transcript takes the place of an older one, and nothing said of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import BadFile, Conflict, NotFound, TextReplaced
from qualcode.services.workspace import Project, open_project
from tests.projects import TALK, a_project


def _file(folder: Path, text: str, name: str = "talk-1-corrected.txt") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def _code(p: Project, words: str, code: str = "agenda", **more) -> str:
    start = p.documents.transcript("talk-1").text.index(words)
    return p.codings.add("talk-1", Span(start, start + len(words)), code, **more).id


def _quotes(p: Project) -> dict[str, str]:
    return {coding.id: coding.quote for coding in p.codings.list()}


CORRECTED = (
    TALK.replace("varje måndag", "varje tisdag")
    .replace("Ingen egentligen. [skratt] ", "")
    .replace("Intervjuare: Och målen?", "Intervjuare: Och hur är det med målen?")
)


@pytest.fixture
def p(tmp_path: Path):
    """A project with one talk."""
    with a_project(tmp_path) as made:
        yield made


def test_codings_stay_with_their_words(p: Project, tmp_path: Path) -> None:
    """Same words: the same coding elsewhere; changed: listed with both; gone: kept and listed."""
    same = _code(p, "Alla säger samma sak.")
    changed = _code(p, "Vi ses varje måndag, föreningen och vi.")
    gone = _code(p, "Ingen egentligen.", "backbone")
    done = p.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
    counts = done.counts
    assert (done.n, counts["same"], counts["changed"], counts["gone"]) == (2, 1, 1, 1)
    assert _quotes(p) == {
        changed: "Vi ses varje tisdag, föreningen och vi.",
        same: "Alla säger samma sak.",
    }
    first, second = p.replacing.waiting("talk-1")
    assert (first.id, first.waiting.reason) == (changed, "changed")
    assert (first.before, first.after) == (
        "Vi ses varje måndag, föreningen och vi.",
        "Vi ses varje tisdag, föreningen och vi.",
    )
    assert (second.id, second.waiting.reason, second.now) == (gone, "gone", None)
    assert (second.before, second.after, second.was[0]) == ("Ingen egentligen.", "", 1)
    assert [item.before for item in done.reread] == [item.before for item in (first, second)]
    assert [f.code for f in p.check.run() if f.level == "error"] == []


def test_old_texts_stay_and_are_listed(p: Project, tmp_path: Path) -> None:
    """Every text can be read again to the letter, with the number of codings that lie in it."""
    before = p.documents.transcript("talk-1").text
    _code(p, "Ingen egentligen.")
    p.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
    assert p.replacing.text("talk-1", 1) == before
    assert p.replacing.text("talk-1", 2) == p.documents.transcript("talk-1").text
    one, two = p.replacing.versions("talk-1")
    assert (one.n, one.current, one.file, one.codings) == (1, False, "talk-1.txt", 1)
    assert (two.n, two.current, two.file, two.codings) == (2, True, "talk-1-corrected.txt", 0)
    with pytest.raises(NotFound, match="no version 3"):
        p.replacing.text("talk-1", 3)


def test_it_is_undone_and_redone_also_after_a_restart(p: Project, tmp_path: Path) -> None:
    """Undo meets the state before, redo the state after, in another session too."""
    _code(p, "Vi ses varje måndag", "agenda", details=CodingDetails(memo="m"))
    _code(p, "Ingen egentligen.")
    p.units.mark_read("talk-1", [6])
    before, text = p.state(), p.documents.transcript("talk-1")
    p.replacing.replace("talk-1", _file(tmp_path, CORRECTED + "NY: Hej på er.\n"))
    after, new = p.state(), p.documents.transcript("talk-1")
    with open_project(p.path, coder="ann") as q:
        assert "talk-1" in q.history.undo().summary
        assert q.state() == before
        assert q.documents.transcript("talk-1") == text
        assert q.replacing.waiting() == []
        assert [version.n for version in q.replacing.versions("talk-1")] == [1]
    with open_project(p.path, coder="ann") as q:
        q.history.redo()
        assert q.state() == after
        assert q.documents.transcript("talk-1") == new
        assert len(q.replacing.waiting()) == 2


def test_marks_of_reading_stay_where_the_turn_is_the_same(p: Project, tmp_path: Path) -> None:
    """A turn that was read is read still; one that was changed is to be read again."""
    p.units.mark_read("talk-1", [2, 4, 6])
    done = p.replacing.replace("talk-1", _file(tmp_path, "Intervjuare: Hej!\n" + CORRECTED))
    states = p.units.states("talk-1")
    assert done.marks == 1
    assert [n for n, state in states.items() if state == "read"] == [7]


def test_speakers_stay_linked_and_times_are_new(p: Project, tmp_path: Path) -> None:
    """The informant of a label stays; a label that comes in is new; times are the file's."""
    store = p.session.store
    p.participants.add("P1", {"role": "chair"})
    who = p.participants.resolve("P1").id
    with p.session.act("document.set", document="", fields=[]) as act:
        speaker = store.value("SELECT id FROM speakers WHERE label = 'IP1'")
        act.update("speakers", speaker, {"participant_id": who})
    lines = CORRECTED.replace("IP1: Alla", "IP2: Alla").splitlines()
    timed = "\n".join(f"[00:00:{n:02}] {line}" for n, line in enumerate(lines, 10))
    p.replacing.replace("talk-1", _file(tmp_path, timed))
    turns = p.documents.transcript("talk-1").turns
    assert [turn.time_start for turn in turns][:2] == [10.0, 11.0]
    assert p.documents.resolve("talk-1").speakers == {"Intervjuare": 3, "IP1": 2, "IP2": 1}
    found = dict(store.rows("SELECT label, participant_id FROM speakers WHERE deleted = 0"))
    assert found == {"Intervjuare": None, "IP1": who, "IP2": None}
    assert [turn.interviewer for turn in turns] == [True, False] * 3


def test_a_passage_that_somebody_else_says_now_is_to_be_read_again(
    p: Project, tmp_path: Path
) -> None:
    """The words are the same, but the speaker was corrected."""
    coding = _code(p, "Alla säger samma sak.")
    text = TALK.replace("IP1: Alla", "IP2: Alla")
    p.replacing.replace("talk-1", _file(tmp_path, text.replace("IP1: Vi", "IP1: Ja, vi")))
    (item,) = p.replacing.waiting()
    assert (item.id, item.waiting.reason) == (coding, "speaker")
    assert item.before == item.after == _quotes(p)[coding]


def test_what_was_read_again_is_done_with(p: Project, tmp_path: Path) -> None:
    """Saying that it is right, moving its ends, or taking the coding off settles it; undo opens."""
    changed = _code(p, "Vi ses varje måndag")
    other = _code(p, "varje måndag, föreningen", "backbone")
    third = _code(p, "måndag", "agenda-goals")
    p.replacing.replace("talk-1", _file(tmp_path, CORRECTED.replace("tisdag", "måndagar")))
    assert {item.id for item in p.replacing.waiting()} == {changed, other, third}
    assert p.replacing.done([changed]) == 1
    coding = p.codings.get(other)
    p.codings.set_span(coding.segment, Span(coding.start, coding.end + 3))
    p.codings.remove([third])
    assert p.replacing.waiting() == []
    with pytest.raises(NotFound, match="does not wait"):
        p.replacing.done([changed])
    for left in (1, 2, 3):
        p.history.undo()
        assert len(p.replacing.waiting()) == left


def test_words_that_come_back_bring_their_codings_back(p: Project, tmp_path: Path) -> None:
    """What one file lost by mistake is where it was when the next one has it again."""
    gone = _code(p, "Ingen egentligen.", degrees=(DegreeDetails(2),))
    p.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
    assert _quotes(p) == {}
    whole = CORRECTED.replace("Kommunen borde", "Ingen egentligen. Kommunen borde")
    done = p.replacing.replace("talk-1", _file(tmp_path, whole))
    assert done.counts["returned"] == 1
    assert _quotes(p) == {gone: "Ingen egentligen."}
    assert p.replacing.waiting() == []
    p.history.undo()
    assert [item.id for item in p.replacing.waiting()] == [gone]


def test_what_waits_follows_into_the_next_text(p: Project, tmp_path: Path) -> None:
    """A passage not yet read again is compared with what was coded once, not with the step."""
    _code(p, "Vi ses varje måndag")
    p.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
    p.replacing.replace("talk-1", _file(tmp_path, "Intervjuare: Då så.\n" + CORRECTED))
    (item,) = p.replacing.waiting()
    assert (item.before, item.after) == ("Vi ses varje måndag", "Vi ses varje tisdag")
    assert (item.was[0], item.now[0]) == (1, 3)


def test_two_passages_that_become_one_stay_two(p: Project, tmp_path: Path) -> None:
    """Where a coder's two passages would cover the same words, one waits in the old text."""
    one = _code(p, "Vi ses varje måndag")
    two = _code(p, "Vi ses varje måndag, föreningen", "backbone")
    text = TALK.replace("måndag, föreningen och", "måndag, och")
    p.replacing.replace("talk-1", _file(tmp_path, text))
    assert list(_quotes(p)) == [one]
    (item,) = p.replacing.waiting()
    assert (item.id, item.waiting.reason, item.now) == (two, "taken", None)


def test_all_coders_codings_are_carried_and_undo_waits_for_theirs(
    p: Project, tmp_path: Path
) -> None:
    """Another coder's are carried as well; once they code the new text, undo is refused."""
    with open_project(p.path, coder="bo") as q:
        theirs = _code(q, "Alla säger samma sak.")
        p.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
        assert q.codings.get(theirs).quote == "Alla säger samma sak."
        _code(q, "varje tisdag")
        with pytest.raises(Conflict, match="codings in the text"):
            p.history.undo()
        q.history.undo()
        p.history.undo()
        assert q.codings.get(theirs).quote == "Alla säger samma sak."


def test_a_dry_run_changes_nothing(p: Project, tmp_path: Path) -> None:
    """It says what would become of everything, and the project is as it was."""
    _code(p, "Vi ses varje måndag")
    p.units.mark_read("talk-1", [6])
    before, lines = p.state(), len(p.history.log())
    told = p.replacing.replace("talk-1", _file(tmp_path, CORRECTED), dry_run=True)
    assert (p.state(), len(p.history.log())) == (before, lines)
    done = p.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
    assert (told.n, told.counts, told.marks) == (done.n, done.counts, done.marks)
    assert [(i.before, i.after, i.waiting.code, i.waiting.coder) for i in told.reread] == [
        (i.before, i.after, i.waiting.code, i.waiting.coder) for i in done.reread
    ]


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        (TALK, Conflict, "has already"),
        (TALK + "IP1: Nummer 2.\n", Conflict, "text of another document, talk-2"),
        ("", BadFile, "is empty"),
        ("\n \n", BadFile, "is empty"),
        ("IP1: " + "Helt andra ord om helt andra saker. " * 20, Conflict, "next to no words"),
    ],
)
def test_wrong_files_are_refused(tmp_path: Path, text: str, error, words: str) -> None:
    """The same text, another document's, none, or another talk: an error, and nothing changes."""
    with a_project(tmp_path, documents=2) as p:
        before = p.state()
        with pytest.raises(error, match=words) as raised:
            p.replacing.replace("talk-1", _file(tmp_path, text))
        assert raised.value.hint
        assert p.state() == before


def test_another_text_can_be_meant(p: Project, tmp_path: Path) -> None:
    """A text with other words takes the place when that is said, and all codings wait."""
    coding = _code(p, "Alla säger samma sak.")
    file = _file(tmp_path, "IP1: " + "Helt andra ord om helt andra saker. " * 20)
    p.replacing.replace("talk-1", file, different=True)
    assert [item.id for item in p.replacing.waiting()] == [coding]


def test_a_place_in_an_old_text_is_found_in_the_new_one(p: Project, tmp_path: Path) -> None:
    """A bookmark goes with its words."""
    info, old = p.documents.resolve("talk-1"), p.documents.transcript("talk-1").text
    p.replacing.replace("talk-1", _file(tmp_path, "Intervjuare: Hej!\n" + CORRECTED))
    new = p.documents.transcript("talk-1").text
    there = p.replacing.place(info.id, info.version, old.index("familjer"))
    assert new[there:].startswith("familjer")
    now = p.documents.resolve("talk-1").version
    assert p.replacing.place(info.id, now, 12) == 12


def test_acts_aimed_at_the_old_text_are_refused(p: Project, tmp_path: Path) -> None:
    """Where a screen shows the old text, its offsets are never written into the new one."""
    coding = _code(p, "Alla säger samma sak.")
    segment = p.codings.get(coding).segment
    info = p.documents.resolve("talk-1")
    p.session.shown = (info.id, info.version)
    with open_project(p.path, coder="ann") as q:
        q.replacing.replace("talk-1", _file(tmp_path, CORRECTED))
    for act in (
        lambda: p.codings.add("talk-1", Span(0, 5), "agenda"),
        lambda: p.codings.set_span(segment, Span(0, 5)),
        lambda: p.passages.split(segment, p.codings.get(coding).start + 5),
        lambda: p.units.mark_read("talk-1", [2]),
        lambda: p.passages.repeat("talk-1", Span(0, 5)),
    ):
        before = p.state()
        with pytest.raises(TextReplaced):
            act()
        assert p.state() == before
    p.codings.set(coding, {"valence": "helps"})
    assert p.codings.get(coding).valence == "helps"


def test_a_passage_of_a_removed_document_is_not_moved(p: Project) -> None:
    """Its document was taken out: said as that, and nothing is changed."""
    coding = p.codings.get(_code(p, "Alla säger samma sak."))
    p.documents.remove("talk-1")
    with pytest.raises(NotFound, match="not there any more"):
        p.codings.set_span(coding.segment, Span(0, 5))
