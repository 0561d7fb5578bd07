"""The worklist shows everybody's codings; another code is given only to one's own."""

from __future__ import annotations

from qualcode.domain.revision import Redefine
from qualcode.domain.span import Span
from qualcode.services.workspace import Project, open_project
from qualcode.tui.dialogs.worklist import Worklist
from tests.tui.filled import keys, room
from tests.tui.rooms import shown


async def test_anothers_coding_is_found_right_but_not_recoded(project: Project) -> None:
    """`r` is refused before a code is asked for and names whose it is; `y` settles it."""
    with open_project(project.path, coder="bo") as other:
        theirs = other.codings.add("talk-1", Span(34, 50), "backbone")
    project.revision.do(Redefine("backbone", {"definition": {"en": "Other"}}))
    async with room(project, "codebook") as (pilot, _):
        await keys(pilot, "w r")
        assert isinstance(pilot.app.screen, Worklist)
        assert "The passage is bo's." in shown(pilot)
        await keys(pilot, "y")
        assert project.revision.worklist() == []
        assert project.codings.get(theirs.id) == theirs
