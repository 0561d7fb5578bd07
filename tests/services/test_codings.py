"""Codes are set on passages, changed, and taken away, each as one act."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails, CodingFilter, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from tests.projects import a_project


def test_two_codes_on_one_span_share_a_segment(tmp_path: Path) -> None:
    """The same span and coder is one segment, however many codes it carries."""
    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 50), "agenda-goals")
        other = p.codings.add("talk-1", Span(34, 50), "backbone", CodingDetails(valence="hinders"))
        assert one.segment == other.segment
        (segment,) = p.codings.segments("talk-1")
        assert [coding.code for coding in segment.codings] == ["agenda-goals", "backbone"]


def test_a_further_code_leaves_the_passage_as_it_was(tmp_path: Path) -> None:
    """Standing, memo and case stay when another code is set without saying any of them."""
    with a_project(tmp_path) as p:
        p.cases.add("Other")
        said = CodingDetails(standing="past", memo="m", case="Other")
        p.codings.add("talk-1", Span(34, 50), "agenda", said)
        now = p.codings.add("talk-1", Span(34, 50), "backbone")
        assert (now.standing, now.memo, now.case) == ("past", "m", "Other")


def test_several_codes_are_one_act(tmp_path: Path) -> None:
    """All of several codes are set or none, and one undo takes them back."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda")
        with pytest.raises(Conflict):
            p.codings.put("talk-1", Span(34, 50), ["backbone", "agenda"])
        assert len(p.codings.list()) == 1
        p.codings.put("talk-1", Span(34, 50), ["backbone", "förtroende"])
        p.history.undo()
        assert len(p.codings.list()) == 1


def test_another_coder_has_a_segment_of_their_own(tmp_path: Path) -> None:
    """Two coders who mark the same words do not touch each other's segment."""
    from qualcode.services.workspace import open_project

    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 50), "agenda")
        with open_project(p.path, coder="bo") as q:
            other = q.codings.add("talk-1", Span(34, 50), "agenda")
            assert q.session.new_coder == "bo"
        assert one.segment != other.segment
        assert {coding.coder for coding in p.codings.list()} == {"ann", "bo"}


def test_the_same_code_twice_is_refused(tmp_path: Path) -> None:
    """A code that is on the passage already is not doubled."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda")
        with pytest.raises(Conflict):
            p.codings.add("talk-1", Span(34, 50), "agenda")
        assert len(p.codings.list()) == 1


def test_a_passage_beyond_the_text_is_refused(tmp_path: Path) -> None:
    """The message names the length of the text, and nothing is kept."""
    with a_project(tmp_path) as p:
        with pytest.raises(Invalid, match="beyond") as caught:
            p.codings.add("talk-1", Span(200, 99999), "agenda")
        assert "278" in caught.value.hint
        assert p.codings.segments("talk-1") == []


def test_an_unknown_code_names_the_nearest(tmp_path: Path) -> None:
    """A slip in a code's id is answered with the code that was meant."""
    with a_project(tmp_path) as p, pytest.raises(NotFound) as caught:
        p.codings.add("talk-1", Span(34, 50), "agenda-gaols")
    assert "agenda-goals" in caught.value.hint


@pytest.mark.parametrize(
    "details",
    [
        CodingDetails(valence="good"),
        CodingDetails(standing="maybe"),
        CodingDetails(confidence="sure"),
    ],
)
def test_values_off_the_scales_are_refused(tmp_path: Path, details: CodingDetails) -> None:
    """Valence, standing and confidence take only their values."""
    with a_project(tmp_path) as p:
        with pytest.raises(QualcodeError):
            p.codings.add("talk-1", Span(34, 50), "agenda", details)
        assert p.codings.list() == []


def test_a_degree_off_the_scale_keeps_nothing(tmp_path: Path) -> None:
    """A coding with a bad degree is not half set."""
    with a_project(tmp_path) as p:
        with pytest.raises(Invalid):
            p.codings.add("talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(6)])
        assert p.codings.list() == []
        assert p.codings.segments("talk-1") == []


def test_unknown_organisations_are_made_or_refused(tmp_path: Path) -> None:
    """A new organisation in a degree is entered; strict refuses it."""
    with a_project(tmp_path) as p:
        with pytest.raises(NotFound):
            p.codings.add(
                "talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(2, "Åsen")], strict=True
            )
        coding = p.codings.add("talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(2, "Åsen")])
        assert p.codings.new_organisations == ["Åsen"]
        assert coding.degrees[0].from_organisation == "Åsen"
        assert not coding.degrees[0].complete


def test_one_degree_per_pair_and_activity(tmp_path: Path) -> None:
    """A second degree for the same pair and activity is refused, another activity is not."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda")
        p.degrees.add(coding.segment, DegreeDetails(2, "A", "B", "meals"))
        with pytest.raises(Conflict):
            p.degrees.add(coding.segment, DegreeDetails(3, "A", "B", "meals"))
        p.degrees.add(coding.segment, DegreeDetails(3, "A", "B", "school"))
        assert [degree.value for degree in p.codings.get(coding.id).degrees] == [2, 3]


def test_a_passage_that_is_gone_takes_no_degree(tmp_path: Path) -> None:
    """Nothing is kept where nobody would find it."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda")
        p.codings.remove([coding.id])
        with pytest.raises(NotFound):
            p.degrees.add(coding.segment, DegreeDetails(2, "A", "B"))
        assert p.degrees.list() == [] and p.organisations.list() == []


def test_changing_a_degree_keeps_the_segment(tmp_path: Path) -> None:
    """A change of mind about a degree changes nothing else."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(2)])
        changed = p.degrees.set(coding.degrees[0].id, {"value": 4, "to": "B"})
        assert (changed.value, changed.to_organisation) == (4, "B")
        assert p.codings.get(coding.id).segment == coding.segment


def test_setting_and_clearing(tmp_path: Path) -> None:
    """Valence and label are the coding's; standing, memo and case are the passage's."""
    with a_project(tmp_path) as p:
        p.cases.add("Other")
        coding = p.codings.add("talk-1", Span(34, 50), "agenda", CodingDetails(valence="helps"))
        p.codings.set(
            coding.id, {"valence": None, "standing": "past", "memo": "[/x] å", "case": "Other"}
        )
        now = p.codings.get(coding.id)
        assert (now.valence, now.standing, now.memo, now.case) == (None, "past", "[/x] å", "Other")
        p.codings.set(coding.id, {"case": None})
        assert p.codings.get(coding.id).case == "Lyftet"


def test_recoding_several_is_one_act(tmp_path: Path) -> None:
    """Moving several codings to another code is undone as one."""
    with a_project(tmp_path) as p:
        ids = [p.codings.add("talk-1", Span(34, 40 + n), "agenda").id for n in range(3)]
        before = p.state()
        assert p.codings.set_many(ids, {"code": "backbone"}) == 3
        assert {coding.code for coding in p.codings.list()} == {"backbone"}
        p.history.undo()
        assert p.state() == before


def test_the_last_coding_takes_its_segment_along(tmp_path: Path) -> None:
    """A passage about which nothing is said any more is gone, and comes back with undo."""
    with a_project(tmp_path) as p:
        one = p.codings.add("talk-1", Span(34, 50), "agenda")
        two = p.codings.add("talk-1", Span(34, 50), "backbone")
        p.codings.remove([one.id])
        assert len(p.codings.segments("talk-1")) == 1
        p.codings.remove([two.id])
        assert p.codings.segments("talk-1") == []
        p.history.undo()
        assert p.codings.get(two.id).code == "backbone"


def test_filters_narrow(tmp_path: Path) -> None:
    """A code stands for all below it; valence none means not set."""
    with a_project(tmp_path, documents=2) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda-goals", CodingDetails(valence="helps"))
        p.codings.add("talk-2", Span(34, 50), "agenda-vision")
        p.codings.add("talk-2", Span(60, 70), "förtroende")

        def codes(**where: str) -> list[str]:
            return [coding.code for coding in p.codings.list(CodingFilter(**where))]  # type: ignore[arg-type]

        assert codes(code="agenda") == ["agenda-goals", "agenda-vision"]
        assert codes(valence="none") == ["agenda-vision", "förtroende"]
        assert codes(document="talk-1") == ["agenda-goals"]
        assert codes(code="förtroende", case="Lyftet") == ["förtroende"]
        assert codes(coder="nobody") == []


def test_counts_roll_up_without_doubling(tmp_path: Path) -> None:
    """A passage with two sub-codes of one condition counts once there."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda-goals")
        p.codings.add("talk-1", Span(34, 50), "agenda-vision")
        p.codings.add("talk-1", Span(60, 70), "agenda")
        assert p.codings.counts() == {
            "agenda": (2, 1),
            "agenda-goals": (1, 1),
            "agenda-vision": (1, 1),
        }


def test_recent_codes_are_the_coders_own(tmp_path: Path) -> None:
    """The most recently used code comes first, and only what this coder used."""
    from qualcode.services.workspace import open_project

    with a_project(tmp_path) as p:
        for n, code in enumerate(("agenda", "backbone", "förtroende", "agenda-goals")):
            p.codings.add("talk-1", Span(34, 40 + n), code)
        with open_project(p.path, coder="bo") as q:
            q.codings.add("talk-1", Span(34, 41), "emergent", CodingDetails(label="ny"))
        assert p.codings.recent_codes(3) == ["agenda-goals", "förtroende", "backbone"]


def test_the_extent_of_a_passage_changes(tmp_path: Path) -> None:
    """A new extent keeps codings and degrees; an extent that is taken is refused."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(1)])
        p.codings.set_span(coding.segment, Span(146, 163))
        now = p.codings.get(coding.id)
        assert (now.quote, now.turn, len(now.degrees)) == ("Ingen egentligen.", 4, 1)
        p.codings.add("talk-1", Span(34, 50), "agenda")
        with pytest.raises(Conflict):
            p.codings.set_span(coding.segment, Span(34, 50))


def test_nobody_named_cannot_write(tmp_path: Path) -> None:
    """Without a coder reading works, and writing says how to name one."""
    from qualcode.services.creating import create_project
    from qualcode.services.workspace import open_project

    with a_project(tmp_path) as p:
        book = tmp_path / "book.json"
        create_project(tmp_path / "q.qualcode", codebook=book).close()
        assert p.coder == "ann"
    with open_project(tmp_path / "q.qualcode") as q:
        assert q.codings.list() == []
        with pytest.raises(QualcodeError, match="Who is coding"):
            q.cases.add("A")


def test_nothing_is_said_of_a_passage_that_was_taken_away(tmp_path: Path) -> None:
    """A memo or standing for it is refused, so that who wrote it still has the words."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda")
        p.codings.remove([coding.id])
        before = p.session.state()
        for change in ({"memo": "words"}, {"standing": "past"}):
            with pytest.raises(NotFound, match="not there any more"):
                p.codings.set_segment(coding.segment, change)
        assert p.session.state() == before
