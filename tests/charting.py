"""Two cases with people, passages and a scale of ratings, for tests of what is charted there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.exchange import codebook_json
from qualcode.services.creating import create_project
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project
from tests.projects import TALK, a_codebook, a_scale

RATING = [("absent", 0), ("emerging", 1), ("established", 2), ("mature", 3)]


def a_charted_project(folder: Path) -> Project:
    """Cases Lyftet (P1 of Town, P2 of School, P3 of Club) and Havnen (P4), a talk each.

    Nothing is coded yet; the coder is ann.
    """
    scale = replace(a_scale("rating", RATING, "ordinal"), applies_to="cell")
    book = a_codebook()
    book = replace(book, scales={**book.scales, "rating": scale})
    file = folder / "book.json"
    file.write_text(codebook_json.dumps(book), encoding="utf-8")
    made = create_project(folder / "p.qualcode", codebook=file, title="P", coder="ann")
    people = {"P1": ("Town", "chair"), "P2": ("School", "head"), "P3": ("Club", "chair")}
    people["P4"] = ("Port", "guide")
    for name, case in (("Lyftet", ("P1", "P2", "P3")), ("Havnen", ("P4",))):
        made.cases.add(name, {"start": 2019 if name == "Lyftet" else 2021})
        for person in case:
            organisation, role = people[person]
            made.organisations.add(organisation, name)
            made.participants.add(
                person, {"role": role, "organisation": organisation, "case": name}
            )
            talk = folder / f"talk-{person}.txt"
            talk.write_text(f"{TALK}IP1: Jag är {person}.\n", encoding="utf-8")
            made.imports.files([talk], ImportOptions(case=name, participant=person, language="sv"))
    return made


def coded(
    made: Project, who: str, start: int, code: str, valence: str | None = "helps", **said: str
) -> str:
    """A coding of ten characters in the talk of a person; returns its id."""
    span = Span(start, start + 10)
    details = CodingDetails(valence=valence, **said)
    return made.codings.add(f"talk-{who}", span, code, details).id
