"""Every change can be taken back and done again, also after a restart."""

from __future__ import annotations

import json
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.domain.codebook import Code
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import Conflict, QualcodeError
from qualcode.services.contrary import Contrary
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project


def _acts(p: Project) -> list[str]:
    """Do one act of every kind; returns their kinds in order."""
    coding = p.codings.add(
        "talk-1", Span(34, 50), "agenda", CodingDetails(valence="helps", memo="m")
    )
    p.codings.set(coding.id, {"valence": "mixed"})
    p.codings.set(coding.id, {"code": "agenda-goals"})
    p.codings.set_segment(coding.segment, {"standing": "wished", "memo": None})
    p.codings.set_span(coding.segment, Span(60, 70))
    degree = p.degrees.add(coding.segment, DegreeDetails(2, "A", "B"))
    p.degrees.set(degree.id, {"value": 3, "activity": "meals"})
    p.degrees.remove(degree.id)
    p.cases.add("Två", {"country": "SE"})
    p.cases.set("Två", {"name": "Tre", "attributes": {"country": None, "year": 2020}})
    p.organisations.add("C", "Tre", "school")
    p.organisations.set("C", {"type": None})
    p.participants.add("P1", {"role": "chair", "organisation": "C", "consent": "yes"})
    p.participants.set("P1", {"consent": "no"})
    p.documents.set("talk-1", {"participant": "P1", "groups": ["partners"], "case": "Tre"})
    p.guides.add("G", {"codes": ["agenda"], "cases": ["Tre"]})
    p.guides.set("G", {"codes": ["backbone"]})
    p.guides.remove("G")
    p.codebooks.add_code(Code("agenda-x", {"en": "X"}, parent="agenda"))
    p.themes.add("Theme", {"code": ["agenda"], "label": ["ny"]})
    p.themes.gather("Theme", {"segment": [coding.segment]})
    p.themes.drop("Theme", {"code": ["agenda"]})
    p.themes.summary("Theme", "They agree.")
    p.themes.summary("Theme", "Here they do not.", "Tre")
    p.themes.remove("Theme")
    memo = p.memos.add("document", "talk-1", "long day", "reflexive")
    p.memos.set(memo.id, "long, good day")
    p.memos.remove(memo.id)
    p.units.mark_read("talk-1", [6])
    p.settings.set("stance", "reliability")
    p.settings.set("periods", "before,after")
    p.coders.add("cia", "Cia C")
    p.codings.remove([coding.id])
    p.cases.remove("Tre")
    p.documents.remove("talk-1")
    return [act.kind for act in reversed(p.history.log())]


def test_undo_of_everything_brings_back_every_state(tmp_path: Path) -> None:
    """Undoing act by act meets every earlier state, redoing every later one, over a restart."""
    with a_project(tmp_path) as p:
        done = len(p.history.log())
        assert len(_acts(p)) - done == 35
    with open_project(tmp_path / "p.qualcode", coder="ann") as p:
        states = [p.state()]
        for _ in range(35):
            p.history.undo()
            states.append(p.state())
        assert all(one != other for one, other in pairwise(states))
    with open_project(tmp_path / "p.qualcode", coder="ann") as p:
        for expected in reversed(states[:-1]):
            p.history.redo()
            assert p.state() == expected
        assert [finding for finding in p.check.run() if finding.level == "error"] == []


def test_acts_are_named_in_words(tmp_path: Path) -> None:
    """Every kind of act has a phrase, and none shows a bare id."""
    with a_project(tmp_path) as p:
        _acts(p)
        for act in p.history.log():
            assert act.summary != act.kind
            assert "{" not in act.summary
            assert not any(len(word) == 36 and word.count("-") == 4 for word in act.summary.split())


def test_a_new_act_ends_redo(tmp_path: Path) -> None:
    """What was taken back cannot come back over something newer."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda")
        p.history.undo()
        p.codings.add("talk-1", Span(34, 50), "backbone")
        with pytest.raises(QualcodeError, match="nothing to redo"):
            p.history.redo()


def test_undo_is_of_the_coders_own_acts(tmp_path: Path) -> None:
    """A coder never takes back what somebody else did."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        mine = p.codings.add("talk-1", Span(34, 50), "agenda")
        q.codings.add("talk-1", Span(34, 50), "backbone")
        p.history.undo()
        assert [coding.coder for coding in p.codings.list()] == ["bo"]
        q.history.undo()
        assert p.codings.list() == []
        p.history.redo()
        assert p.codings.get(mine.id).code == "agenda"


def test_undo_of_something_changed_since_is_refused(tmp_path: Path) -> None:
    """When another coder built on it, undo says so and changes nothing."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda")
        p.codings.set(coding.id, {"valence": "helps"})
        q.codings.set(coding.id, {"valence": "hinders"})
        before = p.state()
        with pytest.raises(Conflict):
            p.history.undo()
        assert p.state() == before


def test_the_journal_holds_no_words(tmp_path: Path) -> None:
    """What people typed and what informants said is not in the journal's lines."""
    secret = "hemlighetsfullt"
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "emergent", CodingDetails(label=secret))
        p.codings.set(coding.id, {"memo": secret, "label": secret + "2"})
        p.codings.set(coding.id, {"memo": secret + "3"})
        p.documents.set("talk-1", {"name": secret})
        p.cases.set("Lyftet", {"name": secret})
        p.themes.add(secret, {"label": [secret]})
    raw = sqlite3.connect(tmp_path / "p.qualcode")
    lines = raw.execute("SELECT detail || changes FROM journal").fetchall()
    raw.close()
    text = "\n".join(line[0] for line in lines)
    assert secret not in text
    assert "måndag" not in text


def test_a_changed_journal_is_noticed(tmp_path: Path) -> None:
    """A line altered from outside breaks the chain, and the check says where."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda")
    raw = sqlite3.connect(tmp_path / "p.qualcode")
    raw.execute("DROP TRIGGER journal_is_fixed")
    raw.execute("UPDATE journal SET time = '1999-01-01T00:00:00Z' WHERE seq = 3")
    raw.commit()
    raw.close()
    with open_project(tmp_path / "p.qualcode") as p:
        assert [f.message for f in p.check.run() if f.code == "journal"] == [
            "The journal was changed from outside at line 3."
        ]


def test_the_journal_cannot_be_deleted_from(tmp_path: Path) -> None:
    """The project file itself refuses to forget or rewrite a line."""
    with a_project(tmp_path):
        pass
    raw = sqlite3.connect(tmp_path / "p.qualcode")
    for statement in ("DELETE FROM journal", "UPDATE journal SET kind = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    raw.close()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 277), st.integers(1, 60), st.integers(0, 6)),
        st.tuples(st.just("set"), st.integers(0, 50), st.integers(0, 3), st.just(0)),
        st.tuples(st.just("remove"), st.integers(0, 50), st.just(0), st.just(0)),
        st.tuples(st.just("undo"), st.just(0), st.just(0), st.just(0)),
        st.tuples(st.just("redo"), st.just(0), st.just(0), st.just(0)),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_sequence_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int, int]]
) -> None:
    """After any acts, undos and redos, undoing all of it brings back the first content."""
    with a_project(tmp_path_factory.mktemp("p")) as p:
        first, floor = p.state(), len(p.history.log())
        codes = [code.id for code in p.codebooks.current().codes]
        for step in steps:
            _step(p, step, codes)
        while True:
            try:
                act = p.history.undo()
            except QualcodeError:
                break
            if act.seq <= floor:
                p.history.redo()
                break
        assert p.state() == first


def _step(p: Project, step: tuple[str, int, int, int], codes: list[str]) -> None:
    what, one, two, three = step
    found = p.codings.list()
    try:
        if what == "add":
            p.codings.add("talk-1", Span(one, min(278, one + two)), codes[three])
        elif what == "set" and found:
            value = ("helps", "hinders", "mixed", None)[two]
            p.codings.set(found[one % len(found)].id, {"valence": value, "memo": str(one)})
        elif what == "remove" and found:
            p.codings.remove([found[one % len(found)].id])
        elif what == "undo" and found:
            p.history.undo()
        elif what == "redo":
            p.history.redo()
    except QualcodeError:
        return


def test_details_are_json(tmp_path: Path) -> None:
    """The journal's columns can be read by other programs."""
    with a_project(tmp_path) as p:
        _acts(p)
    raw = sqlite3.connect(tmp_path / "p.qualcode")
    for detail, changes in raw.execute("SELECT detail, changes FROM journal"):
        assert isinstance(json.loads(detail), dict)
        assert isinstance(json.loads(changes), list)
    raw.close()


def test_an_act_taken_back_knows_its_turn(tmp_path: Path) -> None:
    """Document and turn of what was changed in a text, by undo and by redo; a mark has no turn."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda")
        place = (coding.document_id, coding.turn)
        p.codings.set(coding.id, {"valence": "helps"})
        assert p.history.undo().place == place
        assert p.history.undo().place == place
        assert p.history.redo().place == place
        p.units.mark_read("talk-1", [6])
        assert p.history.undo().place == (coding.document_id, None)


def test_a_list_without_anything_contrary_is_no_0_codings(tmp_path: Path) -> None:
    """Looking at an empty list of what speaks against has words of its own."""
    with a_project(tmp_path) as p:
        Contrary(p.session).open("finding", "x", ())
        assert p.history.undo().summary == "seen that nothing speaks against a finding"
