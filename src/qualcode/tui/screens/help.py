"""All keys, made from the registry of actions; those of the pane in focus first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.screen import Screen

from qualcode.tui.dialogs.card import Card
from qualcode.tui.keymap import actions_of, by_place, key_list
from qualcode.tui.own_keys import OwnKeys, keys_file
from qualcode.tui.pane_help import PaneHelp, help_for
from qualcode.tui.words import _, counted

_KEYS_WIDE = 26


def keys_card(screen: Screen[object], own: OwnKeys) -> Card:
    """A card with what the keys do on a screen, and with the reader's own keys."""
    places: Sequence[str] = getattr(screen, "HELP_PLACES", ("app",))
    pane = help_for(screen.focused)
    text = Text()
    if pane is not None:
        _describe(text, pane)
        first = [place for place in pane.places if place in places]
        places = [*first, *(place for place in places if place not in first)]
    for heading, actions in by_place(places, actions_of(screen.app)):
        text.append(_(heading) + "\n", style="bold underline")
        for each in actions:
            mark = " *" if each.id in own.keys else ""
            keys = "  ".join(key_list(each)) or _("none")
            text.append(f"{f'{keys}{mark}':<{_KEYS_WIDE}}", style="bold")
            text.append(f" {each.label}\n", style="not bold")
        text.append("\n")
    _own(text, own)
    return Card(_("All keys"), text)


def _describe(text: Text, pane: PaneHelp) -> None:
    text.append(_("You are here: {pane}", pane=pane.title) + "\n", style="bold")
    text.append(f"{pane.words}\n\n", style="not bold")


def _own(text: Text, own: OwnKeys) -> None:
    """Where the reader's own keys are, and what could not be used of them."""
    text.append(_("Your own keys") + "\n", style="bold underline")
    known = _("none in use")
    if own.keys:
        known = counted("{n} in use, marked *", "{n} in use, marked *", len(own.keys))
    text.append(f"{keys_file()}: {known}\n", style="not bold")
    for problem in own.problems:
        text.append(f"{problem}\n", style="not bold")
