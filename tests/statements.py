"""Random findings, propositions and outcomes over random projects."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from qualcode.domain.chosen import ChosenQuote
from qualcode.domain.claims import SIDES, STANCES, Grounds, Member, Pin
from qualcode.domain.findings import (
    FINDING_KINDS,
    OUTCOME_CLASSES,
    TOWARDS,
    Claims,
    Finding,
    Outcome,
    Proposition,
)
from qualcode.domain.material import Material
from qualcode.domain.outcome_scale import LEVELS
from tests.builders import materials


def members(material: Material) -> st.SearchStrategy[tuple[Member, ...]]:
    """Codes, labels and codings, each once, on either side."""
    codes = [("code", code.id) for code in material.codebook.codes]
    codings = [("coding", row.coding) for row in material.codings]
    one = st.sampled_from([*codes, ("label", "word"), ("coding", "gone"), *codings])
    pair = st.tuples(one, st.sampled_from(SIDES))
    unique = st.lists(pair, max_size=5, unique_by=lambda found: found[0])
    return unique.map(lambda found: tuple(Member(*what, side) for what, side in found))


@st.composite
def grounds(draw: st.DrawFn, material: Material, *, asserts: bool) -> Grounds:
    """What a random claim rests on."""
    pins = ()
    if material.cases:
        cases = st.sampled_from([case.id for case in material.cases])
        one = st.builds(Pin, cases, st.sampled_from(STANCES), st.just("why"))
        pins = tuple(draw(st.lists(one, max_size=2, unique_by=lambda pin: pin.case_id)))
    towards = draw(st.sampled_from(["helps", "hinders", *([None] if asserts else [])]))
    queried = frozenset(
        draw(st.sets(st.sampled_from([row.coding for row in material.codings]), max_size=4))
        if asserts and material.codings
        else ()
    )
    given = draw(members(material))
    return Grounds(given, pins, None, towards, asserts=asserts, queried=queried)


@st.composite
def stated(draw: st.DrawFn) -> Material:
    """A random project with what analysts say across its cases."""
    material = draw(materials())
    findings = tuple(
        Finding(
            f"f{n}",
            kind := draw(st.sampled_from(FINDING_KINDS)),
            f"Finding {n}",
            replace(draw(grounds(material, asserts=False)), towards=TOWARDS[kind]),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    propositions = tuple(
        Proposition(f"p{n}", f"Proposition {n}", draw(grounds(material, asserts=True)))
        for n in range(draw(st.integers(0, 3)))
    )
    quotes = tuple(
        _quote(material, n, owner)
        for n, owner in enumerate((*[("finding", f.id) for f in findings], ("theme", "one")))
        if n < len(material.codings)
    )
    claims = Claims(findings, propositions, tuple(_outcomes(draw, material)), quotes)
    return replace(material, claims=claims)


def _outcomes(draw: st.DrawFn, material: Material) -> list[Outcome]:
    if not material.cases:
        return []
    cases = st.sampled_from([case.id for case in material.cases])
    levels = st.sampled_from([None, *(value.id for value in LEVELS.values)])
    kinds = st.sampled_from(OUTCOME_CLASSES)
    ids = tuple(row.coding for row in material.codings[:2])
    return [
        Outcome(f"o{n}", draw(cases), draw(kinds), f"Outcome {n}", draw(levels), None, ids)
        for n in range(draw(st.integers(0, 4)))
    ]


def _quote(material: Material, n: int, owner: tuple[str, str]) -> ChosenQuote:
    row = material.codings[n]
    return ChosenQuote(
        id=f"q{n}",
        owner_kind=owner[0],
        owner=owner[1],
        coding=row.coding,
        document_id=row.document_id,
        case_id=row.case_id,
        participant_id=row.participant_id,
        passage=material.quote(row.document_id, row.start, row.end),
    )
