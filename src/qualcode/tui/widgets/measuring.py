"""How long a view is that scrolls over lines of its own."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


def measure(view: ScrollView, lines: int) -> None:
    """The view scrolls over so many lines; what fits counts as exactly as high as the view.

    While the scrollbar stays or stays away, the screen need not be laid out anew; views that
    change with every key always have one.
    """
    seen = view.scrollable_content_region
    size = Size(seen.width, max(seen.height, lines))
    if size == view.virtual_size:
        return
    comes_and_goes = view.styles.overflow_y != "scroll"
    if comes_and_goes and (size.height > seen.height) != (view.virtual_size.height > seen.height):
        view.virtual_size = size
    else:
        view.set_reactive(ScrollView.virtual_size, size)
        view._scroll_update(size)
