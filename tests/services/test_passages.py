"""Passages are cut, joined and repeated without losing what they carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.codebook import Code
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, QualcodeError
from qualcode.services.workspace import open_project
from tests.projects import a_project


def test_a_cut_gives_both_parts_the_codes(tmp_path: Path) -> None:
    """Codes and standing go to both parts, memo and degrees stay with the first; one undo."""
    with a_project(tmp_path) as p:
        said = CodingDetails("helps", "past", "low", memo="m")
        coding = p.codings.add("talk-1", Span(34, 124), "agenda", said, [DegreeDetails(2)])
        p.codings.add("talk-1", Span(34, 124), "emergent", CodingDetails(label="ny"))
        before = p.state()
        cut = p.documents.transcript("talk-1").text.index("Då går")
        p.passages.split(coding.segment, cut)
        one, two = p.codings.segments("talk-1")
        assert (one.start, one.end, two.start, two.end) == (34, cut - 1, cut, 124)
        for part in (one, two):
            assert part.standing == "past"
            assert [(c.code, c.valence, c.confidence, c.label) for c in part.codings] == [
                ("agenda", "helps", "low", None),
                ("emergent", None, "normal", "ny"),
            ]
        assert (one.memo, two.memo, len(one.degrees), len(two.degrees)) == ("m", None, 1, 0)
        p.history.undo()
        assert p.state() == before


def test_a_cut_leaves_words_on_both_sides(tmp_path: Path) -> None:
    """A cut outside, or one that leaves only white space, is refused."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 37), "agenda")
        for offset in (34, 37, 500):
            with pytest.raises(Invalid):
                p.passages.split(coding.segment, offset)
        spaced = p.codings.add("talk-1", Span(33, 36), "agenda")
        with pytest.raises(Invalid):
            p.passages.split(spaced.segment, 34)


def test_touching_passages_become_one(tmp_path: Path) -> None:
    """Codes are put together, doubles folded, memos and degrees of both kept; one undo."""
    with a_project(tmp_path) as p:
        one = p.codings.add(
            "talk-1", Span(34, 73), "agenda", CodingDetails(memo="a"), [DegreeDetails(1, "A", "B")]
        )
        two = p.codings.add(
            "talk-1",
            Span(74, 124),
            "agenda",
            CodingDetails(memo="b"),
            [DegreeDetails(1, "A", "B"), DegreeDetails(3, "A", "C")],
        )
        p.codings.add("talk-1", Span(74, 124), "backbone", CodingDetails("hinders"))
        before = p.state()
        p.passages.join([two.segment, one.segment])
        (segment,) = p.codings.segments("talk-1")
        assert (segment.start, segment.end, segment.memo) == (34, 124, "a\n\nb")
        assert [(c.code, c.valence) for c in segment.codings] == [
            ("agenda", None),
            ("backbone", "hinders"),
        ]
        assert [degree.value for degree in segment.degrees] == [1, 3]
        p.history.undo()
        assert p.state() == before


def test_passages_that_differ_are_not_joined(tmp_path: Path) -> None:
    """Apart, of different standing, valued differently, or somebody else's: refused, unchanged."""
    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 73), "agenda", CodingDetails("helps"))
        far = p.codings.add("talk-1", Span(146, 163), "agenda", CodingDetails("helps"))
        other = p.codings.add("talk-1", Span(74, 124), "agenda", CodingDetails("hinders"))
        with open_project(p.path, coder="bo") as q:
            theirs = q.codings.add("talk-1", Span(60, 90), "backbone")
        before = p.state()
        with pytest.raises(Invalid):
            p.passages.join([one.segment])
        with pytest.raises(Invalid):
            p.passages.join([one.segment, far.segment])
        for ids in ([one.segment, other.segment], [one.segment, theirs.segment]):
            with pytest.raises(Conflict):
                p.passages.join(ids)
        assert p.state() == before


def test_the_last_coding_is_repeated(tmp_path: Path) -> None:
    """The same code, valence, standing and label on another passage."""
    with a_project(tmp_path) as p:
        with pytest.raises(QualcodeError):
            p.passages.repeat("talk-1", Span(34, 50))
        p.codings.add("talk-1", Span(34, 50), "emergent", CodingDetails("mixed", "past", label="n"))
        again = p.passages.repeat("talk-1", Span(146, 163))
        assert (again.code, again.valence, again.standing, again.label) == (
            "emergent",
            "mixed",
            "past",
            "n",
        )


def test_a_code_made_for_a_passage_is_one_act(tmp_path: Path) -> None:
    """Code and coding come together, go by one undo and come again by one redo."""
    with a_project(tmp_path) as p:
        before, acts = p.state(), len(p.history.log())
        code = Code("agenda-new", {"en": "New"}, parent="agenda")
        made = p.passages.code_newly("talk-1", Span(34, 50), code)
        assert p.codings.get(made).code == "agenda-new"
        after = p.state()
        assert len(p.history.log()) == acts + 1
        p.history.undo()
        assert p.state() == before
        assert "agenda-new" not in p.codebooks.current().by_id
        p.history.redo()
        assert p.state() == after
        assert "agenda-new" in p.codebooks.current().by_id


def test_without_its_passage_there_is_no_new_code(tmp_path: Path) -> None:
    """What cannot be coded leaves the codebook as it was."""
    with a_project(tmp_path) as p:
        before = p.state()
        with pytest.raises(Invalid):
            p.passages.code_newly("talk-1", Span(34, 9999), Code("x", {"en": "X"}))
        assert p.state() == before
        assert "x" not in p.codebooks.current().by_id
