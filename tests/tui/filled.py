"""A project with something in every table, under names that look like markup."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project
from qualcode.tui.app import QualcodeApp
from tests.projects import TALK, a_project

ODD_CASE = "Ny [laughs] väg [/x]"


def fill(project: Project, folder: Path) -> None:
    """Two cases, three documents, a participant, four codings, a degree without its pair."""
    odd = folder / "[b]odd[_x].txt"
    odd.write_text(TALK.replace("Alviken", "Bygden [/b]"), encoding="utf-8")
    project.imports.files([odd], ImportOptions(case=ODD_CASE, language="sv"))
    project.participants.add("P1", {"role": "rektor", "consent": "no"})
    project.documents.set("talk-1", {"participant": "P1"})
    turns = project.documents.transcript("talk-1").turns
    other = project.documents.transcript("[b]odd[_x]").turns
    helps, wished = CodingDetails(valence="helps"), CodingDetails(standing="wished")
    degree = (DegreeDetails(2),)
    project.codings.add("talk-1", turns[1].span, "agenda-goals", helps, degree)
    project.codings.add("talk-1", turns[3].span, "backbone-person", wished)
    project.codings.add("talk-2", Span(turns[5].start, turns[5].start + 22), "agenda-goals", helps)
    hinders = CodingDetails(valence="hinders")
    project.codings.add("[b]odd[_x]", other[3].span, "backbone-person", hinders)


def filled(folder: Path) -> Project:
    """The project, open."""
    made = a_project(folder, documents=2)
    fill(made, folder)
    return made


@asynccontextmanager
async def room(
    project: Project, mode: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], Any]]:
    """A room of the program over a project, with all that it begins with painted."""
    app = QualcodeApp(project)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause(0.1)
        await app.switch_mode(mode)
        await done(pilot)
        yield pilot, app.screen
        await done(pilot)


async def done(pilot: Pilot[None]) -> None:
    """Wait for workers and for what they show."""
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.1)


async def keys(pilot: Pilot[None], pressed: str) -> None:
    """Press keys parted by spaces, and wait for what follows."""
    await pilot.press(*pressed.split())
    await done(pilot)


async def typed(pilot: Pilot[None], words: str) -> None:
    """Put words where the focus is, as if pasted, and wait for what follows."""
    from textual import events

    pilot.app.post_message(events.Paste(words))
    await done(pilot)
