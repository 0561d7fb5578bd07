"""A report as a Word file: A4, real headings and tables, the same bytes for the same report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from qualcode.domain.showing import beneath
from qualcode.domain.table import Table
from qualcode.reports.dates import file_date
from qualcode.reports.docx_parts import GREY, bookmarked, fields
from qualcode.reports.docx_styles import prepared
from qualcode.reports.docx_tables import TableElement
from qualcode.reports.docx_widths import MARGIN, PORTRAIT, Layout, layout, widths
from qualcode.reports.model import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    TableBlock,
)
from qualcode.reports.wording import Wording
from qualcode.reports.zipping import settled


def render_report(report: Report) -> bytes:
    """The bytes of the Word file."""
    return settled(_Writer(report).written())


class _Writer:
    """One Word file being written; remembers where it is and what it has counted."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words = Wording(report.language)
        self.document = prepared(report, self.words)
        self.layouts = {
            at: layout(block.table)
            for at, block in enumerate(report.blocks)
            if isinstance(block, TableBlock)
        }
        self.landscape = False
        self.tables = 0
        self.headings = 0

    def written(self) -> bytes:
        """All blocks in order, then the file's bytes."""
        self.document.add_paragraph(self.report.title, style="Title")
        for line in self.report.front:
            self.document.add_paragraph(line)
        for at, block in enumerate(self.report.blocks):
            self._turn(landscape=_lies_wide(self.report.blocks, at, self.layouts))
            if isinstance(block, TableBlock):
                self._table(block, self.layouts[at])
            else:
                self._block(block)
        properties = self.document.core_properties
        date = file_date(self.report.date).replace(tzinfo=None)
        properties.created = properties.modified = date
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Quote):
            self._quote(block)
        elif isinstance(block, PageBreak):
            self.document.add_page_break()
        elif isinstance(block, Contents):
            self._contents(block)

    def _paragraph(self, block: Paragraph) -> None:
        """Running words; a paragraph that is all strong announces what follows and stays by it."""
        paragraph = self.document.add_paragraph()
        for piece in block.runs:
            run = paragraph.add_run(piece.text)
            run.bold = piece.kind == "strong" or None
            run.italic = piece.kind == "emphasis" or None
        if all(piece.kind == "strong" for piece in block.runs):
            paragraph.paragraph_format.keep_with_next = True

    def _heading(self, block: Heading) -> None:
        paragraph = self.document.add_heading(block.text, min(block.level, 9))
        self.headings += 1
        bookmarked(paragraph, f"_Toc{self.headings}", self.headings)

    def _quote(self, block: Quote) -> None:
        paragraph = self.document.add_paragraph(f"”{block.text}”", style="Quote")
        paragraph.add_run().add_break()
        paragraph.add_run(f"– {block.attribution}").italic = False
        if block.key:
            self._small(paragraph.add_run(f"  {block.key}"))

    def _contents(self, block: Contents) -> None:
        """Ordinary paragraphs whose page numbers refer to bookmarks on the headings."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Twips

        self.document.add_paragraph(block.title, style="TOC Heading")
        headings = [at for at in self.report.blocks if isinstance(at, Heading)]
        for number, heading in enumerate(headings, 1):
            paragraph = self.document.add_paragraph()
            layout = paragraph.paragraph_format
            layout.left_indent = Twips(280 * (heading.level - 1))
            layout.space_after = Twips(20)
            right = Twips(PORTRAIT[0] - 2 * MARGIN)
            layout.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            paragraph.add_run(f"{heading.text}\t")
            for run in fields(f"PAGEREF _Toc{number} \\h", "–", stale=True):
                paragraph._p.append(run)

    def _table(self, block: TableBlock, how: Layout) -> None:
        needs = iter(how.needs)
        below = how.below
        for number, part in enumerate(how.parts, 1):
            caption = block.caption + (
                f" ({number}/{len(how.parts)})" if len(how.parts) > 1 else ""
            )
            self._caption(caption)
            found = widths(part, [next(needs) for _ in part], how.paper)
            element = TableElement(block.table, part, found).made(caption, below)
            self.document.element.body.insert_element_before(element, "w:sectPr")
            self._notes(block.table if number == len(how.parts) else None)
            below = ()

    def _caption(self, words: str) -> None:
        self.tables += 1
        label = self.words.word("table")
        paragraph = self.document.add_paragraph(f"{label} ", style="Caption")
        paragraph.paragraph_format.keep_with_next = True
        for run in fields(f"SEQ {label} \\* ARABIC", str(self.tables)):
            paragraph._p.append(run)
        paragraph.add_run(f". {words}")

    def _notes(self, table: Table | None) -> None:
        """The lines under a table; without one only the space that keeps two tables apart."""
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(3)
        paragraph.paragraph_format.space_after = Pt(10)
        for line in beneath(table) if table else ():
            if paragraph.runs:
                paragraph.add_run().add_break()
            self._small(paragraph.add_run(line), 7.5)

    def _small(self, run: Any, points: float = 7) -> None:
        from docx.shared import Pt, RGBColor

        run.italic = False
        run.font.size = Pt(points)
        run.font.color.rgb = RGBColor.from_string(GREY)

    def _turn(self, *, landscape: bool) -> None:
        """Begin a new section where the paper is to lie the other way."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Twips

        if landscape == self.landscape:
            return
        self.landscape = landscape
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        width, height = PORTRAIT[::-1] if landscape else PORTRAIT
        section.page_width, section.page_height = Twips(width), Twips(height)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def _lies_wide(blocks: Sequence[Block], at: int, layouts: Mapping[int, Layout]) -> bool:
    """Whether the block is a wide table, or a heading with nothing between it and one."""
    for number in range(at, len(blocks)):
        if number in layouts:
            return layouts[number].landscape
        if not isinstance(blocks[number], Heading):
            return False
    return False
