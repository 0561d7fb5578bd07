"""The door through which the command line reaches the screens."""

from __future__ import annotations

import gc
from pathlib import Path

from qualcode.services.workspace import open_project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.outside_editor import sweep
from qualcode.tui.own_keys import keys_file, read_own_keys
from qualcode.tui.words import chosen_language, language_of_system, settings_file, speak


def run(path: Path, coder: str | None) -> int:
    """Show a project on the terminal until it is left; returns the exit code.

    The screens are in the language that the reader chose, else in that of the system. Labels of
    codes are in the one that was chosen, else in the project's first language, else in English.
    Raises what `open_project` raises.
    """
    gc.disable()  # until everything stands there is hardly any garbage; see `App.on_ready`
    sweep()
    chosen = chosen_language(settings_file())
    speak(chosen or language_of_system())
    with open_project(path, coder=coder) as project:
        languages = project.settings.show()["languages"]
        app = QualcodeApp(project, language=chosen or (languages[0] if languages else "en"))
        app.own_keys = read_own_keys(keys_file())
        app.run()
        return app.return_code or 0
