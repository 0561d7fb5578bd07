"""A member pack holds one person's words alone; replies are linked to what they speak about."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.errors import BadFile, Invalid, NotFound
from qualcode.services import demo
from qualcode.services.imports import ImportOptions
from qualcode.services.member_checks import About
from qualcode.services.packs import gather
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project

GROUP = """Intervjuare: Hur går det?
Anna: Vi lagar mat ihop varje torsdag i källaren.
Bert: Jag tycker att det är alldeles för dyrt för oss.
Anna: Det är det värt, säger jag.
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a finding over each condition."""
    path = demo.build(tmp_path_factory.mktemp("demo"))[0]
    with open_project(path, coder="anna") as p:
        for code in p.codebooks.current().conditions:
            p.findings.add(f"On {code.id}", "success-factor", {"code": [code.id]})
    return path


def _plain(path: Path) -> str:
    if path.suffix != ".docx":
        return re.sub(r"\\(.)|<[^>]+>", r"\1", path.read_text("utf-8"))
    with zipfile.ZipFile(path) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", "\n".join(parts))


@pytest.mark.parametrize("ending", ["docx", "md", "html"])
def test_a_pack_holds_nothing_of_anybody_else(sample: Path, tmp_path: Path, ending: str) -> None:
    """No other participant's name, no 30 signs of any turn that is not theirs, no other's quote."""
    with open_project(sample, coder="anna") as p:
        people = p.participants.list()
        turns = [
            (info.participant, turn.speaker, transcript.text[turn.start : turn.end])
            for info in p.documents.list()
            for transcript in [p.documents.transcript(info.id)]
            for turn in transcript.turns
        ]
        for person in people:
            own = " ".join(
                " ".join(text.split())
                for who, speaker, text in turns
                if who == person.name and speaker and not speaker.lower().startswith("int")
            )
            found = _plain(p.member_checks.pack(person.name, tmp_path / f"{person.name}.{ending}"))
            pack = " ".join(found.split())
            for other in people:
                assert other.id == person.id or not re.search(rf"\b{other.name}\b", pack)
            for who, _, text in turns:
                flat = " ".join(text.split())
                for at in range(0, len(flat) - 30, 30):
                    piece = flat[at : at + 30]
                    assert piece not in pack or piece in own, (person.name, who)
            assert "”" in pack and "On ci-agenda" in pack


def test_all_that_is_theirs_is_in_it(sample: Path) -> None:
    """Every coded passage of a participant stands in the pack with its codes, in four languages."""
    with open_project(sample, coder="anna") as p:
        who = p.participants.resolve("P2")
        rows = [c for c in p.codings.list() if c.document == "lyftet-02-socialtjanst"]
        for language in ("en", "sv", "da", "nb"):
            pack = gather(p.session, who, language)
            assert {" ".join(one.text.split()) for one in pack.words} == {
                " ".join(row.quote.split()) for row in rows
            }
            labels = {label for one in pack.words for label, _ in one.read_as}
            book = p.codebooks.current()
            assert {book.code(row.code).name(language) for row in rows if not row.label} <= labels


def _group(p: Project, folder: Path) -> None:
    file = folder / "group.txt"
    file.write_text(GROUP, encoding="utf-8")
    p.imports.files(
        [file], ImportOptions(case="Lyftet", language="sv", interviewers=("Intervjuare",))
    )
    for name in ("P1", "P2"):
        p.participants.add(name)
    store = p.session.store
    with store.write():
        for label, who in (("Anna", "P1"), ("Bert", "P2")):
            person = p.participants.resolve(who).id
            store.run("UPDATE speakers SET participant_id = ? WHERE label = ?", (person, label))


def test_in_a_conversation_of_several_each_gets_their_own_turns(tmp_path: Path) -> None:
    """A passage over several turns is cut to the turns of the one whose pack it is."""
    with a_project(tmp_path, documents=0) as p:
        _group(p, tmp_path)
        text = p.documents.transcript("group").text
        p.codings.add("group", Span(0, len(text)), "agenda", CodingDetails(valence="mixed"))
        (anna,) = gather(p.session, p.participants.resolve("P1"), "sv").words
        (bert,) = gather(p.session, p.participants.resolve("P2"), "sv").words
        assert "källaren" in anna.text and "[…]" in anna.text and "dyrt" not in anna.text
        assert bert.text.strip() == "Jag tycker att det är alldeles för dyrt för oss."


def test_readings_that_show_others_are_left_out_and_counted(tmp_path: Path) -> None:
    """A statement that names somebody else or repeats their words, and a label that does."""
    with a_project(tmp_path, documents=0) as p:
        _group(p, tmp_path)
        text = p.documents.transcript("group").text
        at = text.index("Vi lagar")
        mine = p.codings.add("group", Span(at, at + 20), "agenda", CodingDetails(valence="helps"))
        label = CodingDetails(label="som P2 sa")
        p.codings.add("group", Span(at, at + 20), "emergent", label)
        for words in (
            "Cooking brings people together",
            "P2 finds it dear",
            "As Bert says, money is short",
            "”det är alldeles för dyrt för oss” is wrong",
            "Vi lagar mat ihop varje torsdag",
        ):
            p.findings.add(words, "success-factor", {"coding": [mine.id]})
        pack = gather(p.session, p.participants.resolve("P1"), "en")
        assert [one.statement for one in pack.findings] == [
            "Cooking brings people together",
            "Vi lagar mat ihop varje torsdag",
        ]
        assert pack.left_out == 4
        assert [label for one in pack.words for label, _ in one.read_as] == ["Common agenda"]


def test_nobody_is_given_words_that_may_be_anothers(tmp_path: Path) -> None:
    """Where several speak and none is linked, the document's participant gets none of it."""
    with a_project(tmp_path, documents=0) as p:
        file = tmp_path / "group.txt"
        file.write_text(GROUP, encoding="utf-8")
        p.imports.files([file], ImportOptions(language="sv", interviewers=("Intervjuare",)))
        p.participants.add("P1")
        p.documents.set("group", {"participant": "P1"})
        p.codings.add("group", Span(20, 60), "agenda")
        assert gather(p.session, p.participants.resolve("P1"), "sv").words == ()
        for name, language in (("pack.pdf", "en"), ("pack.md", "fr")):
            with pytest.raises(Invalid):
                p.member_checks.pack("P1", tmp_path / name, language)


def test_a_reply_is_a_document_linked_to_what_it_speaks_about(tmp_path: Path) -> None:
    """Of its own kind, on all kinds of things; asked about nothing and not left to read."""
    with a_project(tmp_path) as p:
        p.participants.add("P1", {"case": "Lyftet"})
        coding = p.codings.add("talk-1", Span(60, 80), "agenda")
        finding = p.findings.add("They meet", "success-factor", {"code": ["agenda"]})
        p.guides.add("G", {"codes": ["backbone"], "documents": ["talk-1"]})
        unread = sum(one.unread for one in p.documents.progress())
        empty = p.tables.make("conditions").rows[0].cells["backbone"]
        file = tmp_path / "reply.txt"
        file.write_text("Det stämmer inte riktigt.", encoding="utf-8")
        made = p.member_checks.bring(file, About("finding", "They meet", "amend"), "P1")
        assert (made.participant, made.target, made.answer) == ("P1", finding.id, "amend")
        for kind, ref in (
            ("cell", "Lyftet/agenda"),
            ("theme", p.themes.list()[0].name),
            ("coding", coding.id),
        ):
            p.member_checks.add("reply", About(kind, ref, "agree", "by phone"))
        assert [one.answer for one in p.member_checks.list("P1")] == ["amend", *["agree"] * 3]
        assert sum(one.unread for one in p.documents.progress()) == unread
        assert p.tables.make("conditions").rows[0].cells["backbone"] == empty
        kinds = p.session.store.rows("SELECT name, kind FROM documents ORDER BY name")
        assert kinds == [("reply", "member-check"), ("talk-1", "transcript")]
        assert p.member_checks.set(made.id, {"answer": "disagree"}).answer == "disagree"
        p.member_checks.remove(made.id)
        states = [p.state()]
        for _ in range(6):
            p.history.undo()
            states.append(p.state())
        assert len(set(states)) == 7 and p.member_checks.list() == []


def test_replies_about_nothing_are_refused(tmp_path: Path) -> None:
    """Unknown things, answers, people and files; nothing comes in then."""
    with a_project(tmp_path) as p:
        p.participants.add("P1")
        file = tmp_path / "reply.txt"
        file.write_text("Ja.", encoding="utf-8")
        before = p.state()
        for about, who in (
            (About("finding", "nope", "agree"), "P1"),
            (About("film", "x", "agree"), "P1"),
            (About("cell", "Lyftet/agenda", "maybe"), "P1"),
            (About("cell", "Lyftet/agenda", "agree"), None),
            (About("cell", "Lyftet/agenda", "agree"), "nobody"),
        ):
            with pytest.raises((Invalid, NotFound)):
                p.member_checks.bring(file, about, who)
            assert p.state() == before
        with pytest.raises(BadFile):
            about = About("cell", "Lyftet/agenda", "agree")
            p.member_checks.bring(tmp_path / "none.txt", about, "P1")
