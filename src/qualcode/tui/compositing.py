"""What of the screen is painted again: only lines that changed, only widgets that are seen there.

Textual's own compositor asks every widget for all its lines at every key, those behind others
included. With a dozen boxes inside each other that costs more than the words that changed. Which
widget owns which cells is known as long as nothing is laid out anew: here it is worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class _Share(NamedTuple):
    """What one widget shows of a line: where its seen part lies, where that is cut, which of the
    pieces between the cuts are its own, and the cell of the screen each of them begins at."""

    widget: Widget
    seen: Region
    offset: tuple[int, int]
    cuts: list[int]
    own: list[tuple[int, int]]
    first: int
    after: int


class _Update(ChopsUpdate):
    """The changed cells as what a terminal is sent."""

    def render_segments(self, console: Console) -> str:
        """Each piece after the sequence that moves the cursor to where it begins."""
        sent: list[str] = []
        for y, first, after in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x >= after or end <= first:
                    continue
                seen = strip if end <= after else strip.crop(0, after - x)
                sent.append(f"\x1b[{y + 1};{x + 1}H{seen.render(console)}")
        return "".join(sent)


class LineCompositor(Compositor):
    """Paints what the stock compositor paints, cell by cell, and asks fewer widgets for it."""

    def __init__(self) -> None:
        super().__init__()
        self._cuts_planned: object = None
        self._seen_planned: object = None
        self._shares: list[list[_Share]] = []

    def render_partial_update(self) -> ChopsUpdate | None:
        """The cells that changed, or None."""
        screen = self.size.region
        changed = [region.intersection(screen) for region in self._dirty_regions]
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(region for region in changed if region))
        if not spans:
            return None
        ends = [cuts[1:] for cuts in self.cuts]
        return _Update(self._chops(spans), spans, ends)

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        lines = [y for y in crop.line_range if is_rendered_line(y)]
        return cast(
            "Sequence[Mapping[int, Strip]]", self._chops((y, crop.x, crop.right) for y in lines)
        )

    def _chops(self, spans: Iterable[tuple[int, int, int]]) -> Sequence[Mapping[int, Strip | None]]:
        """For each line of the screen its pieces by the cell they begin at; those of the spans
        (line, first cell, cell after the last) are painted."""
        shares = self._plan()
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        wanted: dict[Widget, list[tuple[int, _Share]]] = {}
        for y, first, after in spans:
            for share in shares[y]:
                if share.first < after and first < share.after:
                    wanted.setdefault(share.widget, []).append((y, share))
        for widget, places in wanted.items():
            top, (_, _, (x, above), *_) = places[0][0], places[0][1]
            width, height = places[0][1].seen.width, places[-1][0] - top + 1
            strips = widget.render_lines(Region(x, top - above, width, height))
            for y, share in places:
                # until it knows of its new size, a widget may paint as for its old one
                strip = strips[y - top] if y - top < len(strips) else Strip.blank(width)
                if strip.cell_length != width:
                    strip = strip.adjust_cell_length(width)
                whole = len(share.cuts) == 1 and share.cuts[0] == width
                pieces = (strip,) if whole else strip.divide(share.cuts)
                line = chops[y]
                for cell, piece in share.own:
                    line[cell] = pieces[piece]
        return chops

    def _plan(self) -> list[list[_Share]]:
        """For each line of the screen the widgets that show something there."""
        cuts, seen = self.cuts, self.visible_widgets
        if self._cuts_planned is not cuts or self._seen_planned is not seen:
            self._cuts_planned, self._seen_planned = cuts, seen
            self._shares = self._share(cuts)
        return self._shares

    def _share(self, cuts: Sequence[Sequence[int]]) -> list[list[_Share]]:
        """Give each piece of each line to the foremost widget there; lines that are parted in the
        same way between the same widgets share their shares."""
        seen = [
            (widget, region, region.intersection(clip))
            for widget, (region, clip) in self.visible_widgets.items()
        ]
        edges = sorted({0, *(y for _, _, part in seen for y in (part.y, part.bottom))})
        planned: list[list[_Share]] = []
        for y in range(len(cuts)):
            if y in edges or not planned:
                planned.append(self._share_line(y, cuts[y], seen))
            else:
                planned.append(planned[-1])
        return planned

    def _share_line(
        self, y: int, cuts: Sequence[int], seen: Sequence[tuple[Widget, Region, Region]]
    ) -> list[_Share]:
        free = set(cuts[:-1])
        shares = []
        for widget, region, part in seen:
            if not part.y <= y < part.bottom or not part.width:
                continue
            inside = [cut for cut in cuts if part.x <= cut <= part.right]
            own = [(cell, place) for place, cell in enumerate(inside[:-1]) if cell in free]
            if own:
                free.difference_update(cell for cell, _ in own)
                offset = (part.x - region.x, region.y)
                ends = [cut - part.x for cut in inside[1:]]
                last = own[-1][1]
                shares.append(_Share(widget, part, offset, ends, own, own[0][0], inside[last + 1]))
        return shares
