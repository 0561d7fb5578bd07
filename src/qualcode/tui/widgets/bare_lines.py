"""Lines straight from a widget that paints all its cells itself."""

from __future__ import annotations

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def bare_lines(view: Widget, crop: Region) -> list[Strip]:
    """The lines of a view without border or padding, each exactly as wide as the view.

    The way round over styled boxes costs a view as high as the screen more than its own lines.
    """
    lines = filtered(view, [view.render_line(y) for y in crop.line_range])
    first, after = crop.column_span
    if (first, after) != (0, view.size.width):
        lines = [line.crop(first, after) for line in lines]
    return lines


def filtered(view: Widget, lines: list[Strip]) -> list[Strip]:
    """The lines as a terminal without colour shows them, where it is such a one."""
    for line_filter in view.get_line_filters():
        if not isinstance(line_filter, ANSIToTruecolor):  # the colours of a theme are true ones
            ground = view.background_colors[1]
            lines = [line.apply_filter(line_filter, ground) for line in lines]
    return lines
