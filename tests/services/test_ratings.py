"""Ratings: rules of evidence, two raters, not enough evidence, what makes them stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project, open_project
from tests.charting import a_charted_project, coded
from tests.projects import a_project


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """The project, with nothing coded."""
    with a_charted_project(tmp_path) as made:
        yield made


def _rate(p: Project, value: int | None, *links: str, **said):
    details = RatingDetails(value, links=links or None, **said)
    return p.ratings.rate("Lyftet", "agenda", details)


def _actual(p: Project, *people: str) -> list[str]:
    return [coded(p, who, 40, "agenda", standing="actual") for who in people]


def test_a_rating_rests_on_linked_passages(p: Project) -> None:
    """Without any it is refused, with what to do; not enough evidence needs none."""
    coding = coded(p, "P1", 40, "agenda")
    with pytest.raises(Invalid, match="rests on linked passages") as refused:
        _rate(p, 1)
    assert "--link" in refused.value.hint and "NE" in refused.value.hint
    assert _rate(p, None).value is None
    assert _rate(p, 1, coding).links == (coding,)


def test_two_needs_two_organisations_with_standing_actual(p: Project) -> None:
    """One organisation, or two of which one only wishes, are not enough."""
    (one,) = _actual(p, "P1")
    wished = coded(p, "P2", 40, "agenda", standing="wished")
    with pytest.raises(Invalid, match="from 2 organisations with standing actual") as refused:
        _rate(p, 2, one, wished)
    assert "linked passages have 1" in refused.value.message
    assert "rating_rules" in refused.value.hint
    (two,) = _actual(p, "P3")
    assert _rate(p, 2, one, two).value == 2


def test_three_needs_three_organisations_or_a_document_and_the_contrary_list(p: Project) -> None:
    """Each is asked for in turn; a document of the kind document stands for the people."""
    links = _actual(p, "P1", "P2")
    with pytest.raises(Invalid, match="3 organisations with standing actual, or a document"):
        _rate(p, 3, *links)
    p.documents.set("talk-P1", {"attributes": {"kind": "document"}})
    with pytest.raises(Conflict, match="speaks against a rating of 3") as refused:
        _rate(p, 3, *links)
    assert "cell contrary CASE CODE --for 3" in refused.value.hint
    against = coded(p, "P3", 60, "agenda-goals", "hinders")
    assert [one.coding for one in p.ratings.open_contrary("Lyftet", "agenda", 3)] == [against]
    assert _rate(p, 3, *links).value == 3
    p.documents.set("talk-P1", {"attributes": {"kind": None}})
    with pytest.raises(Invalid):
        _rate(p, 3, *links)
    assert _rate(p, 3, *links, *_actual(p, "P3")).value == 3


def test_what_speaks_against_a_low_rating_is_what_helps(p: Project) -> None:
    """Against a high one what hinders or denies; a passage that denies supports a low one."""
    helps, hinders = coded(p, "P1", 40, "agenda"), coded(p, "P2", 40, "agenda", "hinders")
    denies = coded(p, "P3", 40, "agenda", None, standing="denied")
    high = {one.coding: one.reason for one in p.ratings.against("Lyftet", "agenda", 2)}
    assert high == {hinders: "valence", denies: "standing"}
    assert [one.coding for one in p.ratings.against("Lyftet", "agenda", 1)] == [helps]


def test_the_rules_are_the_projects(p: Project) -> None:
    """They can be changed, cleared and undone; one that is not understood is refused."""
    coding = coded(p, "P1", 40, "agenda")
    p.settings.set("rating_rules", "any: linked; 2: 1 organisation")
    assert _rate(p, 2, coding).value == 2
    p.settings.set("rating_rules", "")
    assert p.ratings.rate("Havnen", "agenda", RatingDetails(3)).value == 3
    for wrong in ("3 organisations", "2: two organisations", "4: linked, often"):
        with pytest.raises(Invalid, match="no rule of evidence"):
            p.settings.set("rating_rules", wrong)
    p.history.undo()
    p.history.undo()
    with pytest.raises(Invalid):
        p.ratings.rate("Havnen", "backbone", RatingDetails(3))


def test_values_lie_on_the_scale_and_not_enough_is_apart_from_zero(p: Project) -> None:
    """9 is refused; 0, NE and nothing are three things."""
    coding = coded(p, "P1", 40, "agenda", "hinders")
    with pytest.raises(Invalid, match="9 is not on the scale"):
        _rate(p, 9, coding)
    assert p.ratings.list() == []
    assert (_rate(p, 0, coding).value, _rate(p, 0, coding).shown) == (0, "0")
    assert (_rate(p, None).value, _rate(p, None).shown) == (None, "NE")


def test_two_raters_keep_their_own_and_then_agree(p: Project) -> None:
    """An agreed rating comes after two own ones; all three are kept."""
    links = _actual(p, "P1", "P2")
    own = _rate(p, 1, *links, sentence="In words.")
    with pytest.raises(Conflict, match="after two raters' own"):
        _rate(p, 1, agreed=True)
    with open_project(p.path, coder="bo") as other:
        assert not other.ratings.list(blind=True)
        two = _rate(other, 2, *links)
        seen = {one.id for one in other.ratings.list(blind=True)}
        assert seen == {own.id, two.id}
    agreed = _rate(p, 2, *links, agreed=True)
    found = {one.id: (one.coder, one.kind, one.value) for one in p.ratings.list()}
    assert found == {
        own.id: ("ann", "own", 1),
        two.id: ("bo", "own", 2),
        agreed.id: ("ann", "agreed", 2),
    }
    assert _rate(p, 0, *links).id == own.id


def test_ratings_speak_of_periods(p: Project) -> None:
    """One per period beside the one of none; an unknown period names the nearest."""
    coding = coded(p, "P1", 40, "agenda")
    for period in (None, "start", "now"):
        _rate(p, 1, coding, period=period)
    assert [one.period for one in p.ratings.of("Lyftet", "agenda")] == [None, "start", "now"]
    with pytest.raises(Invalid, match="no period"):
        _rate(p, 1, coding, period="yesterday")


def test_the_evidence_is_the_summarys_unless_said(p: Project) -> None:
    """Links of the summary carry the rating; links of the rating stay when it changes."""
    one, two = coded(p, "P1", 40, "agenda"), coded(p, "P2", 40, "agenda")
    p.framework.write(p.framework.place("Lyftet", "agenda"), "They agree.", links=[one])
    assert _rate(p, 1).links == (one,)
    assert _rate(p, 1, two).links == (two,)
    assert _rate(p, 0).links == (two,)
    there = coded(p, "P4", 40, "agenda")
    with pytest.raises(Invalid, match="Not in this cell"):
        _rate(p, 1, there)


def test_a_rating_goes_stale_like_a_summary(p: Project) -> None:
    """A coding that comes in or goes is named; still right makes it fresh; undo stale again."""
    one, two = coded(p, "P1", 40, "agenda"), coded(p, "P2", 40, "agenda-goals")
    rating = _rate(p, 1, one, two)
    new = coded(p, "P3", 40, "agenda")
    p.codings.remove([two])
    (stale,) = p.ratings.list()
    reasons = {change.coding: (change.reason, change.linked) for change in stale.changes}
    assert reasons == {new: ("new", False), two: ("gone", True)}
    assert p.framework.cell(p.framework.place("Lyftet", "agenda")).ratings == (stale,)
    assert p.ratings.still_right(rating.id).changes == ()
    assert p.ratings.list()[0].links == (one,)
    p.history.undo()
    assert p.ratings.list()[0].changes == stale.changes
    p.history.undo()
    p.history.undo()
    assert p.ratings.list()[0].changes == ()


def test_every_act_can_be_taken_back_and_done_again(p: Project) -> None:
    """Rating, replacing, taking away: undo meets each state again, redo too."""
    coding = coded(p, "P1", 40, "agenda")
    states = [p.state()]
    _rate(p, 1, coding, sentence="One.")
    states.append(p.state())
    rating = _rate(p, 0, coding, sentence="Other.")
    states.append(p.state())
    p.ratings.remove(rating.id)
    states.append(p.state())
    assert len(set(states)) == 4
    for state in reversed(states[:-1]):
        p.history.undo()
        assert p.state() == state
    for state in states[1:]:
        p.history.redo()
        assert p.state() == state


def test_a_codebook_without_a_scale_for_ratings_says_so(tmp_path: Path) -> None:
    """It is no crash but a thing to mend."""
    with a_project(tmp_path) as p, pytest.raises(NotFound, match="no scale for ratings"):
        p.ratings.rate("Lyftet", "agenda", RatingDetails(1))


def test_an_unknown_rating_is_named(p: Project) -> None:
    """Removing what is not there is an error to read."""
    with pytest.raises(QualcodeError, match="There is no rating"):
        p.ratings.remove("nothing")
