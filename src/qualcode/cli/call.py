"""What every command is told: which project, which coder, words or JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.cli.output import warn

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


@dataclass(slots=True)
class Call:
    """One call of the program, filled from the options that stand before or after the command.

    `coder` is only what `--coder` says: where a command lists, it narrows.
    """

    project: str | None = None
    coder: str | None = None
    json: bool = False

    @property
    def who(self) -> str | None:
        """Who codes: `--coder`, else $QUALCODE_CODER; None leaves it to the project."""
        return self.coder or os.environ.get("QUALCODE_CODER") or None

    def path(self) -> Path:
        """The project file that is meant; raises QualcodeError when there is none or several."""
        from qualcode.services.workspace import find_project

        return find_project(self.project)

    @contextmanager
    def opened(self, *, as_of: str | None = None) -> Iterator[Project]:
        """The project, open; says so when this call has entered a new coder in it.

        With `as_of` (a time, or the number of an act) as it was then, for reading only.
        """
        from qualcode.services.workspace import open_project

        with open_project(self.path(), coder=self.who) as project:
            if as_of:
                with project.earlier(as_of) as before:
                    yield before
                return
            yield project
            if project.session.new_coder:
                warn(f"'{project.session.new_coder}' is a new coder in this project.")

    def only_coder(self, project: Project) -> str | None:
        """The coder whose work is meant where `--coder` narrows; raises NotFound."""
        if self.coder is None:
            return None
        from qualcode.services.session import pick

        return pick("coder", self.coder, project.coders.list()).name
