"""The transcript's styles from the theme: component classes for roles, hues for codes."""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.row_painter import Ink

COMPONENTS = {
    "transcript--text",
    "transcript--interviewer",
    "transcript--speaker",
    "transcript--faint",
    "transcript--cursor",
    "transcript--selection",
    "transcript--hit",
}
_TINT = 0.2


def ink_for(view: Widget, look: Look) -> Ink:
    """The styles of the theme in force.

    Without colour, and in the terminal's own sixteen, differences are made by reverse video, bold
    and underlining: a blend of two colours would not be seen there.
    """
    app = view.app
    plain = app.no_color or app.native_ansi_color
    text = view.get_component_rich_style("transcript--text")
    ground = text.bgcolor
    base = Color.from_rich_color(ground) if ground is not None else view.background_colors[1]

    def role(name: str) -> Style:
        return view.get_component_rich_style(f"transcript--{name}")

    hues = {code: Style(color=hue, bgcolor=ground) for code, hue in look.hues.items()}
    if plain:
        tints = dict.fromkeys(hues, Style(bold=True))
    else:
        blends = {hue: _blend(base, hue) for hue in set(look.hues.values())}
        tints = {code: blends[hue] for code, hue in look.hues.items()}
    return Ink(
        text=text,
        interviewer=role("interviewer"),
        speaker=role("speaker"),
        faint=role("faint"),
        cursor=Style(reverse=True, bold=True, underline=True) if plain else role("cursor"),
        selection=Style(reverse=True) if plain else _ground_of(role("selection")),
        hit=Style(underline=True, bold=True) if plain else _ground_of(role("hit")),
        hues=hues,
        tints=tints,
        letters=app.no_color,
    )


def _blend(base: Color, hue: str) -> Style:
    return Style(bgcolor=base.blend(Color.parse(hue), _TINT).rich_color)


def _ground_of(style: Style) -> Style:
    """Only the background, so that the words keep their colour."""
    return Style(bgcolor=style.bgcolor, underline=style.underline)
