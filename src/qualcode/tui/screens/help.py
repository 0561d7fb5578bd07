"""All keys, made from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from qualcode.tui.dialogs.card import Card
from qualcode.tui.keymap import by_place, key_list

_KEYS_WIDE = 26


def keys_card(places: Iterable[str]) -> Card:
    """A card with what the keys do in these places."""
    text = Text()
    for heading, actions in by_place(places):
        text.append(f"{heading}\n", style="bold underline")
        for each in actions:
            text.append(f"{'  '.join(key_list(each)):<{_KEYS_WIDE}}", style="bold")
            text.append(f" {each.label}\n", style="not bold")
        text.append("\n")
    return Card("All keys", text)
