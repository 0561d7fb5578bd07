"""The door through which the command line reaches the screens."""

from __future__ import annotations

from pathlib import Path

from qualcode.services.workspace import open_project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.outside_editor import sweep
from qualcode.tui.own_keys import keys_file, read_own_keys


def run(path: Path, coder: str | None) -> int:
    """Show a project on the terminal until it is left; returns the exit code.

    Labels are in the project's first language, else in English. Raises what `open_project` raises.
    """
    sweep()
    with open_project(path, coder=coder) as project:
        languages = project.settings.show()["languages"]
        app = QualcodeApp(project, language=languages[0] if languages else "en")
        app.own_keys = read_own_keys(keys_file())
        app.run()
        return app.return_code or 0
