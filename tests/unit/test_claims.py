"""Every case stands to a claim in one way, and the codings decide which."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.domain.claims import STANCES, Grounds, Member, Pin, Spoken, weigh
from qualcode.domain.material import Material
from tests.builders import Builder, materials
from tests.statements import grounds

quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def weighed(draw: st.DrawFn, *, asserts: bool) -> tuple[Material, Grounds]:
    material = draw(materials())
    return material, draw(grounds(material, asserts=asserts))


@quick
@given(st.one_of(weighed(asserts=False), weighed(asserts=True)))
def test_the_four_stances_add_up_to_the_cases(given: tuple[Material, Grounds]) -> None:
    """Supporting, contrary, mixed and silent cases are all the cases, each once."""
    material, rests_on = given
    found = weigh(rests_on, Spoken(material))
    assert [case.case_id for case in found.cases] == [case.id for case in material.cases]
    assert sum(len(found.standing(stance)) for stance in STANCES) == len(material.cases)


@quick
@given(weighed(asserts=True))
def test_a_case_that_a_propositions_query_finds_is_never_silent(
    given: tuple[Material, Grounds],
) -> None:
    """Neither the codings nor a hand can silence it."""
    material, rests_on = given
    found = weigh(rests_on, Spoken(material))
    silent = {case.case_id for case in found.standing("silent")}
    assert not silent & {row.case_id for row in material.codings if row.coding in rests_on.queried}


@quick
@given(st.one_of(weighed(asserts=False), weighed(asserts=True)))
def test_stances_follow_from_their_codings(given: tuple[Material, Grounds]) -> None:
    """Each case has exactly its own codings, and its stance is read off their sides."""
    material, rests_on = given
    found = weigh(rests_on, Spoken(material))
    pins = {pin.case_id: pin for pin in rests_on.pins}
    for case in found.cases:
        assert {row.case_id for row in case.said} <= {case.case_id}
        both = bool(case.supporting) and bool(case.contrary)
        if case.computed == "mixed":
            assert both or (rests_on.asserts and case.aside)
        elif case.computed == "silent":
            assert not case.supporting and not case.contrary
        else:
            assert not both and getattr(case, case.computed)
        pin = pins.get(case.case_id)
        if pin is None or (pin.stance == "silent" != case.computed):
            assert (case.stance, case.reason) == (case.computed, None)
        else:
            assert (case.stance, case.reason) == (pin.stance, pin.reason)
    loose = {row.coding for row in found.loose}
    assert all(not row.case_id for row in material.codings if row.coding in loose)


def _stance(rows: list[tuple[str | None, str | None]], member: Member, **given: object) -> str:
    b = Builder().case("c").document("d", "c")
    for n, (valence, standing) in enumerate(rows):
        b.code("d", n * 10, n * 10 + 5, "backbone-staff", valence, standing, coding=f"k{n}")
    rests_on = Grounds((member,), **{"towards": "helps", **given})  # type: ignore[arg-type]
    return weigh(rests_on, Spoken(b.build())).cases[0].stance


CODE = Member("code", "backbone")
ONE = Member("coding", "k0")
AGAINST = Member("code", "backbone", "against")


@pytest.mark.parametrize(
    ("rows", "member", "given", "stance"),
    [
        ([("helps", "actual")], CODE, {}, "supporting"),
        ([("hinders", "actual")], CODE, {}, "contrary"),
        ([("mixed", "actual")], CODE, {}, "mixed"),
        ([("helps", None), ("hinders", None)], CODE, {}, "mixed"),
        ([("helps", "denied")], CODE, {}, "contrary"),
        ([("helps", "wished")], CODE, {}, "silent"),
        ([(None, "actual")], CODE, {}, "silent"),
        ([(None, "actual")], ONE, {}, "supporting"),
        ([("hinders", "actual")], ONE, {}, "contrary"),
        ([("hinders", "actual")], CODE, {"towards": "hinders"}, "supporting"),
        ([(None, "actual")], CODE, {"towards": None, "asserts": True}, "supporting"),
        ([(None, "wished")], CODE, {"towards": None, "asserts": True}, "mixed"),
        ([(None, "actual")], CODE, {"asserts": True}, "mixed"),
        ([("helps", "actual")], AGAINST, {}, "contrary"),
        ([("helps", "denied")], AGAINST, {}, "supporting"),
    ],
)
def test_valence_and_standing_decide_the_side(
    rows: list, member: Member, given: dict, stance: str
) -> None:
    """A wish takes no side, a denial turns it round, no valence takes one only when picked."""
    assert _stance(rows, member, **given) == stance


def test_a_hand_places_a_case_but_does_not_silence_it() -> None:
    """A reason holds against the codings, except that words cannot be made silence."""
    rows = [("helps", "actual")]
    pin = (Pin("c", "contrary", "said off the record"),)
    assert _stance(rows, CODE, pins=pin) == "contrary"
    assert _stance(rows, CODE, pins=(Pin("c", "silent", "no"),)) == "supporting"
    assert _stance([], CODE, pins=(Pin("c", "silent", "asked, and nothing"),)) == "silent"
