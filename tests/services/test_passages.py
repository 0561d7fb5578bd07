"""Passages are cut, joined and repeated without losing what they carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.revision import Redefine
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


def test_a_cut_leaves_both_parts_to_their_case(tmp_path: Path) -> None:
    """A passage that counts for another case than its document does so in both parts."""
    with a_project(tmp_path) as p:
        p.cases.add("Havnen")
        coding = p.codings.add("talk-1", Span(34, 124), "agenda", CodingDetails(case="Havnen"))
        p.passages.split(coding.segment, 74)
        assert [one.case for one in p.codings.list()] == ["Havnen", "Havnen"]


def test_a_cut_leaves_another_passage_as_it_is(tmp_path: Path) -> None:
    """Where a part is another passage already, that one gets no codes and no other standing."""
    with a_project(tmp_path) as p:
        whole = p.codings.add("talk-1", Span(34, 124), "agenda", CodingDetails(standing="past"))
        for part in (Span(74, 124), Span(34, 73)):
            there = p.codings.add("talk-1", part, "backbone", CodingDetails(standing="wished"))
            before = p.state()
            with pytest.raises(Conflict, match="exactly that extent"):
                p.passages.split(whole.segment, 74)
            assert p.state() == before
            p.codings.remove([there.id])


def test_touching_passages_become_one(tmp_path: Path) -> None:
    """Of each code one coding stays, memos and degrees of both are kept; one undo."""
    with a_project(tmp_path) as p:
        first = CodingDetails(memo="a")
        one = p.codings.add("talk-1", Span(34, 73), "agenda", first, [DegreeDetails(1, "A", "B")])
        second = CodingDetails(confidence="low", memo="b")
        degrees = [DegreeDetails(1, "A", "B"), DegreeDetails(3, "A", "C")]
        two = p.codings.add("talk-1", Span(74, 124), "agenda", second, degrees)
        for span in (Span(34, 73), Span(74, 124)):
            p.codings.add("talk-1", span, "emergent", CodingDetails("hinders", label="ny"))
        before = p.state()
        p.passages.join([two.segment, one.segment])
        (segment,) = p.codings.segments("talk-1")
        assert (segment.start, segment.end, segment.memo) == (34, 124, "a\n\nb")
        assert [(c.code, c.valence, c.confidence, c.label) for c in segment.codings] == [
            ("agenda", None, "low", None),
            ("emergent", "hinders", "normal", "ny"),
        ]
        assert [degree.value for degree in segment.degrees] == [1, 3]
        p.history.undo()
        assert p.state() == before


def test_what_rests_on_a_joined_passage_is_kept(tmp_path: Path) -> None:
    """Themes, typed memos, findings, cells, quotes and what waits to be read again go along."""
    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 73), "agenda", CodingDetails("helps"))
        two = p.codings.add("talk-1", Span(74, 124), "agenda", CodingDetails("helps"))
        theme = p.themes.add("Near", {"segment": [two.segment]})
        p.memos.add("segment", two.segment, "a thought")
        finding = p.findings.add("They meet", "success-factor", {"coding": [two.id]})
        place = p.framework.place("Lyftet", "agenda")
        p.framework.write(place, "They meet", links=[two.id])
        p.quotes.choose(two.id, "finding", finding.id)
        p.revision.do(Redefine("agenda", {"definition": {"en": "Other"}}))
        p.revision.still_right([one.id])
        before = p.state()
        kept = p.passages.join([one.segment, two.segment])
        (coding,) = p.codings.list()
        assert (coding.id, coding.segment) == (one.id, kept)
        assert p.themes.resolve(theme.id).segments == (kept,)
        assert [memo.text for memo in p.memos.list("segment", kept)] == ["a thought"]
        assert [m.member for m in p.findings.list()[0].grounds.members] == [coding.id]
        (linked,) = p.framework.cell(place).passages
        assert (linked.coding.id, linked.linked) == (coding.id, True)
        assert [q.coding for q in p.quotes.list()] == [coding.id]
        assert [item.coding.id for item in p.revision.worklist()] == [coding.id]
        p.history.undo()
        assert p.state() == before
        assert [item.coding.id for item in p.revision.worklist()] == [two.id]


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


TOUCHING = {
    "another code": ("backbone", CodingDetails("helps"), (), "different codes"),
    "another label": ("agenda", CodingDetails("helps", label="ny"), (), "different codes"),
    "valence": ("agenda", CodingDetails("hinders"), (), "value agenda differently"),
    "standing": ("agenda", CodingDetails("helps", "wished"), (), "different standings"),
    "case": ("agenda", CodingDetails("helps", case="Havnen"), (), "different cases"),
    "degree": ("agenda", CodingDetails("helps"), [DegreeDetails(4, "A", "B")], "different degrees"),
}


@pytest.mark.parametrize(("code", "said", "degrees", "why"), TOUCHING.values(), ids=TOUCHING)
def test_a_join_that_would_lose_something_is_refused(
    tmp_path: Path, code: str, said: CodingDetails, degrees: list[DegreeDetails], why: str
) -> None:
    """No code comes to hold words nobody gave it to, and of two values neither is thrown away."""
    with a_project(tmp_path) as p:
        p.cases.add("Havnen")
        helps, pair = CodingDetails("helps"), [DegreeDetails(2, "A", "B")]
        one = p.codings.add("talk-1", Span(34, 73), "agenda", helps, pair)
        two = p.codings.add("talk-1", Span(74, 124), code, said, degrees)
        before = p.state()
        with pytest.raises(Conflict, match=why) as caught:
            p.passages.join([one.segment, two.segment])
        assert caught.value.hint
        assert p.state() == before


def test_a_passage_with_one_code_more_is_not_joined(tmp_path: Path) -> None:
    """All codes have to be the same, not only one of them; without any code both are joined."""
    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 73), "agenda", degrees=[DegreeDetails(2, "A", "B")])
        two = p.codings.add("talk-1", Span(74, 124), "agenda", degrees=[DegreeDetails(2, "A", "C")])
        more = p.codings.add("talk-1", Span(74, 124), "backbone")
        with pytest.raises(Conflict, match="different codes"):
            p.passages.join([one.segment, two.segment])
        p.codings.remove([one.id, two.id, more.id])
        p.passages.join([one.segment, two.segment])
        (segment,) = p.codings.segments("talk-1")
        assert (segment.start, segment.end, len(segment.degrees)) == (34, 124, 2)


def test_two_quotes_of_the_same_thing_are_not_made_one(tmp_path: Path) -> None:
    """What was done to the words of either would be lost; for different things both are kept."""
    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 73), "agenda")
        two = p.codings.add("talk-1", Span(74, 124), "agenda")
        themes = [p.themes.add(name, {"code": ["agenda"]}) for name in ("Near", "Far")]
        p.quotes.choose(one.id, "theme", themes[0].id)
        same = p.quotes.choose(two.id, "theme", themes[0].id)
        with pytest.raises(Conflict, match="two quotes"):
            p.passages.join([one.segment, two.segment])
        p.quotes.drop(same.quote.id)
        p.quotes.choose(two.id, "theme", themes[1].id)
        p.passages.join([one.segment, two.segment])
        assert {quote.coding for quote in p.quotes.list()} == {one.id}
        assert len(p.quotes.list()) == 2


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
