"""Roles that would point at a person, told less closely to readers outside the project."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from qualcode.domain.material import Material

FEW = 3
"""A role with fewer informants than this in a case would point at a person."""


def coarsened(material: Material, word: str) -> Material:
    """The material with `word` in place of the roles that fewer than three informants of a case
    hold; those who belong to no case are counted together."""
    cases = {person.id: person.case_id for person in material.participants}
    for document in material.documents:
        if document.participant_id in cases and cases[document.participant_id] is None:
            cases[document.participant_id] = document.case_id
    held = Counter((cases[person.id], person.role) for person in material.participants)
    people = tuple(
        replace(person, role=word)
        if person.role and held[cases[person.id], person.role] < FEW
        else person
        for person in material.participants
    )
    return replace(material, participants=people)
