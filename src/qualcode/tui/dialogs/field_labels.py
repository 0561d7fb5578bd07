"""The labels before the lines of a form, all as wide as the longest one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Label

from qualcode.text.cells import width

_LEAST = 10
"""Cells of a label whose form has only short ones."""


def field_label(words: str, among: Sequence[str]) -> Label:
    """A label with room for any of those that stand in the form."""
    label = Label(words, markup=False)
    label.styles.width = max(_LEAST, *(width(each) + 1 for each in among))
    return label
