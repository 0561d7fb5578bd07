"""One line of the transcript as it is painted: brackets, sign, speaker, words, margin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.segment import Segment as Piece
from rich.style import Style
from textual.strip import Strip

from qualcode.text.cells import clusters, is_plain
from qualcode.text.cells import width as cells_of
from qualcode.text.lanes import Mark
from qualcode.tui.colours import MEMO_SIGN
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.widgets.marks import Item, Look, Marks
from qualcode.tui.widgets.page import Page, speaker_in

LIGHT, HEAVY = "╭│╰╺", "┏┃┗╸"
UNREAD_SIGN, READ_SIGN = "·", "✓"
HIT_SIGN = "›"
"""Stands before a row in which the words searched for begin."""
QUIET, FOCUSED, ALL = "none", "current", "all"
TINTS = (FOCUSED, ALL, QUIET)
"""What is coloured in the text itself: the current coding, all codings, nothing."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Styles, fetched once per theme. `hues` and `tints` are by code id."""

    text: Style
    interviewer: Style
    speaker: Style
    faint: Style
    cursor: Style
    selection: Style
    hit: Style
    hues: Mapping[str, Style]
    tints: Mapping[str, Style]
    letters: bool = False
    """Whether letters stand in the lanes, because there is no colour."""


@dataclass(slots=True)
class Scene:
    """What is painted, apart from the text: it belongs to the view and changes with every key."""

    cursor: int = 0
    selection: tuple[int, int] | None = None
    current: Item | None = None
    hits: list[tuple[int, int]] = field(default_factory=list)
    states: Mapping[int, str] = field(default_factory=dict)
    tint: str = FOCUSED


class RowPainter:
    """Paints lines of a page; every strip is exactly as wide as the view."""

    def __init__(self, page: Page, marks: Marks, look: Look, ink: Ink) -> None:
        self.page, self.marks, self.look, self.ink = page, marks, look, ink
        self._blank = ink.text

    def with_marks(self, marks: Marks) -> RowPainter:
        """The same painter for other codings."""
        return RowPainter(self.page, marks, self.look, self.ink)

    def paint(self, line: int, scene: Scene) -> Strip:
        """A line, or an empty one beyond the end."""
        columns = self.page.columns
        if line >= len(self.page):
            return Strip([Piece(" " * columns.width, self._blank)], columns.width)
        row = self.page.row_on(line)
        if row < 0:
            below = self.page.row_on(line + 1)
            through = [mark for mark in self.marks.lanes.on(below) if mark.first < below]
            pieces = self._lanes(through, -1, scene)
            pieces.append(Piece(" " * (columns.margin_x - columns.lanes - 1), self._blank))
        else:
            marks = self.marks.lanes.on(row)
            pieces = self._lanes(marks, row, scene)
            pieces += self._label(row, marks, scene)
            pieces += self._words(row, scene)
        pieces += self._margin(line, scene)
        return Strip(pieces, columns.width)

    def _lanes(self, marks: Sequence[Mark], row: int, scene: Scene) -> list[Piece]:
        """The brackets, and one cell after them for what found no lane."""
        lanes = self.page.columns.lanes
        cells = {}
        for mark in marks:
            item = self.marks.items[mark.index]
            style = self.ink.hues.get(item.code or "", self.ink.speaker)
            if mark.lane is None:
                cells[lanes] = Piece("+", style)
                continue
            glyphs = HEAVY if scene.current and scene.current.id == item.id else LIGHT
            glyph = glyphs[1]
            if mark.first == row:
                glyph = glyphs[3] if mark.last == row else glyphs[0]
                if self.ink.letters and item.code:
                    glyph = self.look.letters.get(item.code, glyph)
            elif mark.last == row:
                glyph = glyphs[2]
            cells[mark.lane] = Piece(glyph, style)
        pieces, at = [], 0
        for lane in sorted(cells):
            if lane > at:
                pieces.append(Piece(" " * (lane - at), self._blank))
            pieces.append(cells[lane])
            at = lane + 1
        if at <= lanes:
            pieces.append(Piece(" " * (lanes + 1 - at), self._blank))
        return pieces

    def _label(self, row: int, marks: Sequence[Mark], scene: Scene) -> list[Piece]:
        """Sign of progress, number and speaker on a turn's first row; its time on the second."""
        page, columns = self.page, self.page.columns
        index = page.turn_index(row)
        sign, words = " ", ""
        if index >= 0 and row <= page.turn_rows[index] + 1:
            turn, since = page.transcript.turns[index], row - page.turn_rows[index]
            if since == 0:
                number = str(turn.n).rjust(len(str(page.transcript.turns[-1].n)))
                words = f"{number} {speaker_in(turn, columns.label - len(number) - 1)}"
                sign = {"unread": UNREAD_SIGN, "read": READ_SIGN}.get(
                    scene.states.get(turn.n, ""), " "
                )
            elif since == 1 and turn.time_start is not None:
                words = clock(turn.time_start).rjust(columns.label)
        label = (fitted(words, columns.label) if words else " " * columns.label) + " "
        style = self.ink.speaker if sign != " " or words.strip() else self._blank
        beside = self._beside(row, marks, scene)
        if beside == " ":
            return [Piece(sign + " ", self.ink.speaker), Piece(label, style)]
        loud = self.ink.text + Style(bold=True)
        return [Piece(sign, self.ink.speaker), Piece(beside, loud), Piece(label, style)]

    def _beside(self, row: int, marks: Sequence[Mark], scene: Scene) -> str:
        """What the row holds: words searched for, else the beginning of a passage with a memo."""
        rows = self.page.rows
        place = bisect_left(scene.hits, (rows.starts[row], 0))
        if place < len(scene.hits):
            after = rows.starts[row + 1] if row + 1 < len(rows) else len(rows.text) + 1
            if scene.hits[place][0] < after:
                return HIT_SIGN
        for mark in marks:
            if mark.first == row and self.marks.items[mark.index].segment.has_memo:
                return MEMO_SIGN
        return " "

    def _words(self, row: int, scene: Scene) -> list[Piece]:
        """The words of a row, cut where their look changes, and the space up to the margin."""
        page = self.page
        start, end = page.rows.starts[row], page.rows.ends[row]
        turn = page.turn_of(row)
        base = self.ink.interviewer if turn is not None and turn.interviewer else self.ink.text
        layers = self._layers(row, scene, start, end)
        text = page.rows.text
        cuts = {p for s, e, _ in layers for p in (s, e) if start < p < end}
        if cuts and not is_plain(text[start:end]):
            cuts &= {start + first for first, _, _ in clusters(text[start:end])}
        pieces, used = [], 0
        for here, after in pairwise(sorted({start, end, *cuts})):
            style = base
            for s, e, layer in layers:
                if s < after and here < e:
                    style = style + layer
            words = one_line(text[here:after])
            used += cells_of(words)
            pieces.append(Piece(words, style))
        room = page.columns.margin_x - page.columns.text_x - used
        at_end = scene.cursor == end or (scene.cursor > end and self._last_before(row, scene))
        if at_end and page.rows.row_of(scene.cursor) == row and room > 0:
            pieces.append(Piece(" ", base + self.ink.cursor))
            room -= 1
        if room > 0:
            pieces.append(Piece(" " * room, self._blank))
        return pieces

    def _last_before(self, row: int, scene: Scene) -> bool:
        """Whether the cursor stands in the white space that the row was broken at."""
        starts = self.page.rows.starts
        return row + 1 >= len(starts) or scene.cursor < starts[row + 1]

    def _layers(self, row: int, scene: Scene, start: int, end: int) -> list[tuple[int, int, Style]]:
        """Stretches of the row with the style to lay over each, the uppermost last."""
        ink = self.ink
        layers: list[tuple[int, int, Style]] = []
        if scene.tint == ALL:
            for item in self.marks.on_row(row):
                hue = ink.hues.get(item.code or "", ink.speaker)
                layers.append((item.segment.start, item.segment.end, _underline(hue)))
        current = scene.current
        if current is not None and scene.tint != QUIET:
            tint = ink.tints.get(current.code or "", ink.selection)
            layers.append((current.segment.start, current.segment.end, tint))
        if scene.selection is not None:
            layers.append((*scene.selection, ink.selection))
        place = bisect_right(scene.hits, start, key=_end_of)
        while place < len(scene.hits) and scene.hits[place][0] < end:
            layers.append((*scene.hits[place], ink.hit))
            place += 1
        if start <= scene.cursor < end:
            layers.append((scene.cursor, self._cluster_end(row, scene.cursor), ink.cursor))
        return layers

    def _cluster_end(self, row: int, offset: int) -> int:
        """Where the character under the cursor ends, marks upon it included."""
        rows = self.page.rows
        after = rows.offset_at(row, rows.cell_of(offset) + max(1, _cells_at(rows.text, offset)))
        return max(after, offset + 1)

    def _margin(self, line: int, scene: Scene) -> list[Piece]:
        columns = self.page.columns
        if not columns.margin:
            return []
        named = self.marks.names_on(line)
        if named is None:
            return [Piece(" " * columns.margin, self._blank)]
        item, more = named
        signs = " ".join(filter(None, (item.signs(), f"…{more}" if more else "")))
        room = columns.margin - 1 - (cells_of(signs) + 1 if signs else 0)
        name = self.look.name(item)
        words = fitted(name, min(room, cells_of(one_line(name)))) + (" " + signs if signs else "")
        style = self.ink.hues.get(item.code or "", self.ink.speaker)
        if scene.current and scene.current.id == item.id:
            style = style + Style(bold=True)
        return [Piece(fitted(words, columns.margin), style)]


def _end_of(hit: tuple[int, int]) -> int:
    return hit[1]


def clock(seconds: float) -> str:
    """Seconds as `12:05` or `1:02:05`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _underline(style: Style) -> Style:
    return Style(underline=True, color=None) if style.color is None else Style(underline=True)


def _cells_at(text: str, offset: int) -> int:
    """Cells of the cluster that begins at `offset`; 1 for plain text."""
    return max(1, cells_of(text[offset]))
