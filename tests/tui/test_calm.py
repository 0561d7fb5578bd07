"""Nothing moves by itself."""

from __future__ import annotations

from qualcode.services.workspace import Project
from tests.tui.rooms import coding, press, settled, text_view


async def test_nothing_slides(project: Project) -> None:
    """The text stands where the wheel put it at once, and no cursor blinks while one writes."""
    async with coding(project, (60, 20)) as (pilot, screen):
        view = text_view(screen)
        assert pilot.app.animation_level == "none"
        await pilot.resize_terminal(60, 16)
        await settled(pilot)
        view.scroll_to(y=view.max_scroll_y, animate=True, duration=60, immediate=True)
        await settled(pilot)
        assert view.scroll_offset.y == view.max_scroll_y > 0
        await press(pilot, "M n r")
        assert not pilot.app.screen.query_one("TextArea").cursor_blink
