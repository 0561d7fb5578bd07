"""Two cases with something to chart, and what stands in the matrix on the screen."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from qualcode.domain.framework import Place
from qualcode.services.workspace import Project
from tests.charting import a_charted_project, coded
from tests.tui.rooms import shown

ODD = "Alla [laughs] säger samma [/x]"


def a_project_to_chart(folder: Path) -> Project:
    """In Lyftet two passages on agenda, the second hinders; in Havnen one on backbone."""
    made = a_charted_project(folder)
    coded(made, "P1", 50, "agenda-goals", standing="actual")
    coded(made, "P2", 50, "agenda-vision", "hinders", standing="actual")
    coded(made, "P4", 50, "backbone-person")
    return made


def agenda(p: Project) -> Place:
    """The first cell."""
    return Place("case", p.cases.resolve("Lyftet").id, "agenda")


def backbone(p: Project) -> Place:
    """The last cell."""
    return Place("case", p.cases.resolve("Havnen").id, "backbone")


def rows(pilot: Pilot[None]) -> dict[str, str]:
    """What stands in each row of the matrix."""
    found: dict[str, str] = {}
    for line in map(str.split, shown(pilot).splitlines()):
        if len(line) > 2 and "×" not in line:
            found.setdefault(line[0], " ".join(line[1:]))
    return found
