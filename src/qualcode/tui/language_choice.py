"""Choosing the language of the screens, and going over to it without leaving one's place."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.own_keys import keys_file, read_own_keys
from qualcode.tui.project_change import remake_rooms
from qualcode.tui.words import (
    LANGUAGES,
    VARIABLE,
    _,
    choose_language,
    settings_file,
    speak,
    spoken,
)

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp


def ask_language(app: QualcodeApp) -> None:
    """Ask for one of the languages, each by its own name, and go over to it."""

    def chosen(language: str | None) -> None:
        if language is not None:
            app.run_worker(change_language(app, language), exclusive=True)

    choices = [
        Choice(tag, (name[0].lower(),), f"{name} •" if tag == spoken() else name)
        for tag, name in LANGUAGES.items()
    ]
    app.push_screen(ChoiceBar(_("Language of the screens"), choices), chosen)


async def change_language(app: QualcodeApp, language: str) -> None:
    """Show the program in a language, in the same place, and keep the choice for the next times.

    Where it cannot be kept, or something stronger decides the next time, that is said.
    """
    if not app.departure.may_leave():
        return
    app.departure.keep_places()
    room = app.current_mode
    speak(language)
    app.language = language
    app.own_keys = replace(app.own_keys, problems=read_own_keys(keys_file()).problems)
    await remake_rooms(app, room)
    _keep(app, language)


def _keep(app: QualcodeApp, language: str) -> None:
    file = settings_file()
    try:
        choose_language(file, language)
    except OSError as error:
        reason = error.strerror or _("input or output failed")
        words = _("{file} cannot be written: {reason}.", file=file, reason=reason)
        app.notify(words, title=_("The language holds until you leave"), severity="warning")
        return
    if os.environ.get(VARIABLE):
        words = _("{variable} is set and decides at the next start.", variable=VARIABLE)
        app.notify(words, severity="warning")
