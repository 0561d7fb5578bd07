"""A participant who withdraws leaves no words behind, in no file of the project's folder."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import Conflict, NotFound
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project, open_project
from qualcode.text.striking import Struck
from tests.projects import TALK, a_project

LABEL = "ingen håller i det"
"""A label in the informant's words, too short to be known by its length."""


def _interview(dice: random.Random, turns: int = 300) -> str:
    words = ["".join(dice.choices("abdefghiklmnoprstuvyåäö", k=3 + n % 8)) for n in range(900)]
    lines = []
    for n in range(turns):
        who = "INT" if n % 2 else "Hemlige Hans"
        lines.append(f"{who}: " + " ".join(dice.choices(words, k=dice.randrange(5, 40))) + ".")
    return "\n".join(lines)


def _brought_in(p: Project, folder: Path, name: str, text: str, participant: str | None) -> None:
    outside = folder / "elsewhere"
    outside.mkdir(exist_ok=True)
    file = outside / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    options = ImportOptions(language="sv", participant=participant, case="Lyftet")
    (outcome,) = p.imports.files([file], options)
    assert outcome.status == "imported", outcome
    file.unlink()


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Project, str]:
    """A project in which one informant's words are everywhere, in the present and the past."""
    p = a_project(tmp_path)
    text = _interview(random.Random(7))
    p.participants.add("P-hemlig", {"role": "enda rektorn i byn", "consent": "yes"})
    _brought_in(p, tmp_path, "intervju hemlig hans", text, "P-hemlig")
    ref, plain = "intervju hemlig hans", p.documents.transcript("intervju hemlig hans").text
    first = p.codings.add(
        ref, Span(40, 120), "agenda", CodingDetails(memo=plain[10:200]), (DegreeDetails(2),)
    )
    p.codings.set(first.id, {"memo": plain[300:380]})
    p.codings.add(ref, Span(200, 300), "emergent", CodingDetails(label=LABEL))
    p.themes.add("Samling", {"label": [LABEL], "segment": [first.segment]})
    p.themes.summary("Samling", f"De säger: {plain[500:600].upper()} och så vidare.")
    p.themes.summary("Samling", f"Kort: {plain[700:760]}.")
    p.memos.add("document", ref, "Hon bor i huset vid kyrkan.")
    note = p.memos.add("project", "project", f"Citat: “{plain[900:1000]}” är bra.")
    p.memos.set(note.id, f"Nytt citat: “{plain[1100:1200]}” är bättre.")
    p.quotations.take_example("agenda", first.id, "sv")
    p.documents.set(ref, {"name": "rektorn i byn", "attributes": {"kommun": "Lilla Byköping"}})
    p.search.find("barn")
    corrected = tmp_path / "elsewhere" / "rektorn rättad.txt"
    corrected.write_text(text + "\nHemlige Hans: Det var allt jag hade.\n", encoding="utf-8")
    p.replacing.replace("rektorn i byn", corrected)
    corrected.unlink()
    p.history.undo()
    p.history.redo()
    return p, plain


def _left(folder: Path, pieces: list[str]) -> list[tuple[str, str]]:
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found += [(path.name, piece) for piece in pieces if piece.encode() in content]
    return found


def _pieces(text: str) -> list[str]:
    dice = random.Random(3)
    starts = [dice.randrange(len(text) - 20) for _ in range(20)]
    return [text[at : at + 20] for at in starts]


NAMES = ["P-hemlig", "enda rektorn", "hemlig hans", "Hemlige Hans", "rektorn i byn", "Byköping"]
OWN = [LABEL, "huset vid kyrkan", "rektorn rättad"]


def test_nothing_is_left_of_a_participant(filled: tuple[Project, str], tmp_path: Path) -> None:
    """Neither words nor names are in any file, open or closed; the journal verifies."""
    p, text = filled
    pieces = [*_pieces(text), *NAMES, *OWN, "Det var allt jag hade"]
    done = p.withdrawing.participant("P-hemlig")
    assert (done.documents, done.codings, done.clean) == (("rektorn i byn",), 2, True)
    assert done.quoting >= 2
    for _ in ("open", "closed"):
        assert _left(tmp_path, pieces) == []
        p.close()
    with open_project(p.path, coder="ann") as q:
        assert [f for f in q.check.run() if f.level == "error"] == []
        assert q.session.store.integrity() == []
        assert q.history.log()[0].kind == "participant.withdraw"
        assert q.participants.list() == []
        assert [d.name for d in q.documents.list()] == ["talk-1"]
        assert "[withdrawn]" in (q.themes.resolve("Samling").summary or "")
        assert "är bättre" in q.memos.list()[0].text
        assert q.codebooks.current().by_id["agenda"].example == {}


def test_what_others_said_stays(filled: tuple[Project, str]) -> None:
    """Other documents and their codings are untouched."""
    p, _ = filled
    coding = p.codings.add("talk-1", Span(34, 50), "agenda", CodingDetails(memo="bra"))
    before = p.documents.transcript("talk-1")
    p.withdrawing.document("rektorn i byn")
    assert p.documents.transcript("talk-1") == before
    assert [c.id for c in p.codings.list()] == [coding.id]
    assert p.codings.get(coding.id).memo == "bra"


def test_undo_of_an_erased_act_says_so(filled: tuple[Project, str]) -> None:
    """Neither the withdrawal nor what came before it in that document can be taken back."""
    p, _ = filled
    p.withdrawing.document("rektorn i byn")
    before = p.state()
    with pytest.raises(Conflict, match="erased"):
        p.history.undo()
    assert p.state() == before
    with pytest.raises(NotFound):
        p.documents.resolve("rektorn i byn")


def test_an_earlier_state_prints_withdrawn(filled: tuple[Project, str]) -> None:
    """As it was before, the document is there under `[withdrawn]`, and so are its quotes."""
    p, _ = filled
    line = p.history.log()[0].seq
    p.withdrawing.participant("P-hemlig")
    with p.earlier(str(line)) as before:
        assert "[withdrawn]" in {info.name for info in before.documents.list()}
        assert [who.name for who in before.participants.list()] == ["[withdrawn]"]
        quotes = {coding.quote for coding in before.codings.list()}
        assert quotes == {"[withdrawn]"}


def test_copies_beside_the_project_are_named(tmp_path: Path) -> None:
    """A copy from before an update and the source file hold the words: the person is told."""
    with a_project(tmp_path) as p:
        copy = tmp_path / "p.format-4.backup"
        copy.write_bytes(b"old")
        assert p.withdrawing.document("talk-1").copies == (copy.name, "talk-1.txt")


def test_traces_in_the_log_are_told_of_while_another_program_reads(tmp_path: Path) -> None:
    """While another connection holds the log, that is said; once it is closed nothing is left."""
    with a_project(tmp_path) as p:
        (tmp_path / "talk-1.txt").unlink()
        with open_project(p.path) as q, q.session.store.reading():
            q.documents.list()
            p.wait_at_most(0.1)
            assert p.withdrawing.document("talk-1").clean is False
    assert _left(tmp_path, ["föreningen och vi. Då går"]) == []


def test_in_a_talk_of_several_people_one_is_blacked_out(tmp_path: Path) -> None:
    """Their turns become blocks of the same length; the passages of the others keep their words."""
    with a_project(tmp_path, documents=0) as p:
        text = TALK.replace("IP1: Ingen", "IP2: Ingen").replace("IP1: Alla", "IP2: Alla")
        _brought_in(p, tmp_path, "fokusgrupp", text, None)
        p.participants.add("Två")
        who, store = p.participants.resolve("Två").id, p.session.store
        with p.session.act("document.set", document="", fields=[]) as act:
            speaker = store.value("SELECT id FROM speakers WHERE label = 'IP2'")
            act.update("speakers", speaker, {"participant_id": who})
        before = p.documents.transcript("fokusgrupp")
        theirs = before.turns[3].span
        p.codings.add("fokusgrupp", Span(theirs.start, theirs.end), "agenda")
        mine = p.codings.add("fokusgrupp", before.turns[1].span, "agenda")
        both = p.codings.add("fokusgrupp", Span(before.turns[1].start, theirs.end), "backbone")
        done = p.withdrawing.participant("Två")
        assert (done.documents, done.shared, done.codings) == ((), ("fokusgrupp",), 1)
        after = p.documents.transcript("fokusgrupp")
        assert after.text[: theirs.start] == before.text[: theirs.start]
        assert len(after.text) == len(before.text)
        assert set(after.text[theirs.start : theirs.end]) == {"█", " "}
        quotes = {c.id: c.quote for c in p.codings.list()}
        assert quotes[mine.id] == mine.quote
        assert set(quotes) == {mine.id, both.id}
        assert "IP2" not in after.document.speakers
    assert _left(tmp_path, ["Kommunen borde göra det", "Alla säger samma sak", "IP2"]) == []


def test_words_are_struck_wherever_they_stand() -> None:
    """Twenty signs in a row are struck to the letter, also in JSON; nineteen are nobody's."""
    struck = Struck(["Vi ses varje måndag,\nföreningen och vi, i Alviken."])
    assert struck.strike("Hon: vi ses varje MÅNDAG, föreningen säger hon.") == (
        "Hon: [withdrawn] säger hon."
    ).replace("[withdrawn] säger", "[withdrawn]säger")
    assert struck.strike("ses varje måndag, fö") == "[withdrawn]"
    assert struck.strike("ses varje måndag, f") == "ses varje måndag, f"
    assert struck.strike('{"a": ["varje måndag, föreningen"], "b": 2}') == (
        '{"a": ["[withdrawn]"], "b": 2}'
    )
