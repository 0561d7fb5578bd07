"""A report as a Word file: real headings, tables and fields, the same bytes for the same report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from qualcode.domain.showing import beneath
from qualcode.domain.table import Table
from qualcode.reports import docx_styles
from qualcode.reports.dates import file_date
from qualcode.reports.docx_figures import picture
from qualcode.reports.docx_ground import prepared
from qualcode.reports.docx_paper import Sections, paper_of
from qualcode.reports.docx_parts import (
    SPACE,
    bookmarked,
    direction,
    field,
    paragraph,
    parsed,
    run,
)
from qualcode.reports.docx_tables import Styles, TableText
from qualcode.reports.docx_widths import Layout, layout, widths
from qualcode.reports.model import (
    REFERENCES,
    Block,
    Contents,
    FigureBlock,
    Heading,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    Run,
    TableBlock,
)
from qualcode.reports.wording import Wording
from qualcode.reports.zipping import settled

MARKS = {"table": 10_000, "figure": 20_000}
"""Where the numbers of bookmarks on captions begin; those on headings begin with 1."""

HERE = "qualcode-body"
PLACE = f"<w:p><w:r><w:t>{HERE}</w:t></w:r></w:p>".encode()
"""What stands in the place of the words until the file is put together."""

LOOKS = {"strong": "<w:b/>", "emphasis": "<w:i/>"}


def render_report(report: Report) -> bytes:
    """The bytes of the Word file; raises BadFile for a template that cannot be used."""
    return _Writer(report).written()


class _Writer:
    """One Word file being written; remembers where it is and what it has counted."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words = Wording(report.language)
        self.document = prepared(report, self.words)
        self.paper = paper_of(self.document.sections[0], docx_styles.sizes_of(self.document))
        self.sections = Sections(self.document)
        self.styles = docx_styles.ids(self.document)
        self.look = Styles(
            *(self.styles[name] for name in (docx_styles.TABLE, docx_styles.CELL)),
            *(self.styles[name] for name in (docx_styles.HEAD, docx_styles.KEY)),
        )
        self.layouts = {
            at: layout(block.table, self.paper)
            for at, block in enumerate(report.blocks)
            if isinstance(block, TableBlock)
        }
        self.landscape = _lies_wide(report.blocks, 0, self.layouts)
        self.body: list[str] = []
        self.headings = self.pictures = 0
        self.breaks = False

    def written(self) -> bytes:
        """All blocks in order, then the file's bytes."""
        self._put("Title", run(self.report.title))
        for line in self.report.front:
            self._put("Normal", run(line))
        for at, block in enumerate(self.report.blocks):
            self._turn(landscape=_lies_wide(self.report.blocks, at, self.layouts))
            if isinstance(block, TableBlock):
                self._table(block, self.layouts[at])
            else:
                self._block(block)
        end = self.sections.ended(landscape=self.landscape)
        # the words are put in as text: a tree of so many cells takes a gigabyte
        body = self.document.element.body
        for one in list(body):
            body.remove(one)
        body.append(parsed(f"<w:p {SPACE}><w:r><w:t>{HERE}</w:t></w:r></w:p>"))
        properties = self.document.core_properties
        date = file_date(self.report.date).replace(tzinfo=None)
        properties.created = properties.modified = date
        out = BytesIO()
        self.document.save(out)
        part = str(self.document.part.partname).removeprefix("/")
        return settled(out.getvalue(), {part: (PLACE, "".join((*self.body, end)).encode())})

    def _put(self, style: str, runs: str, how: str = "", *, keep: bool = False) -> None:
        """A paragraph; `keep` holds it on one page with what follows."""
        before = "<w:keepNext/>" if keep else ""
        before += "<w:pageBreakBefore/>" if self.breaks else ""
        self.breaks = False
        self.body.append(paragraph(self.styles[style], runs, before + how))

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.headings += 1
            deep = f"Heading {min(block.level, 9)}"
            name = deep if deep in self.styles else "Heading 3"
            mark = bookmarked(run(block.text), f"_Toc{self.headings}", self.headings)
            self._put(name, mark, keep=True)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Quote):
            self._quote(block)
        elif isinstance(block, FigureBlock):
            self._figure(block)
        elif isinstance(block, PageBreak):
            self.breaks = True
        elif isinstance(block, Contents):
            self._contents(block)

    def _paragraph(self, block: Paragraph) -> None:
        """Running words; a paragraph that is all strong announces what follows and stays by it."""
        announces = block.leads or all(piece.kind == "strong" for piece in block.runs)
        self._put("Normal", "".join(map(self._run, block.runs)), keep=announces)

    def _run(self, piece: Run) -> str:
        if piece.kind in REFERENCES:
            # inside a sentence the Nordic languages write the word small
            small = " \\* lower" if self.words.small else ""
            shows = self.words.reference(piece.kind, piece.text)
            return field(f"REF {_mark(piece.kind, piece.text)} \\h{small}", shows)
        if piece.kind == "key":
            return run(f" {piece.text}", self._key)
        return run(piece.text, LOOKS.get(piece.kind, ""))

    @property
    def _key(self) -> str:
        return f'<w:rStyle w:val="{self.look.key}"/>'

    def _quote(self, block: Quote) -> None:
        runs = run(f"”{block.text}”")
        if block.attribution or block.key:
            runs += "<w:r><w:br/></w:r>"
        if block.attribution:
            runs += run(f"– {block.attribution}", '<w:i w:val="0"/>')
        if block.key:
            runs += run(f"  {block.key}", self._key)
        self._put("Quote", runs, direction(block.text))

    def _contents(self, block: Contents) -> None:
        """Ordinary paragraphs whose page numbers refer to bookmarks on the headings."""
        self._put("TOC Heading", run(block.title))
        tabs = f'<w:tab w:val="right" w:leader="dot" w:pos="{self.paper.upright}"/>'
        headings = [at for at in self.report.blocks if isinstance(at, Heading)]
        for number, heading in enumerate(headings, 1):
            how = (
                f'<w:tabs>{tabs}</w:tabs><w:spacing w:after="20"/>'
                f'<w:ind w:left="{280 * (heading.level - 1)}" w:right="560"/>'
            )
            runs = run(f"{heading.text}\t") + field(f"PAGEREF _Toc{number} \\h", "–", stale=True)
            self._put("Normal", runs, how)

    def _table(self, block: TableBlock, how: Layout) -> None:
        needs, shares = iter(how.needs), iter(how.shares)
        below = how.below
        many = len(how.parts)
        for number, part in enumerate(how.parts, 1):
            which = f" ({number}/{many})" if many > 1 else ""
            self._caption(block, which, again=number > 1)
            mine = [next(needs) for _ in part], [next(shares) for _ in part]
            found = widths(*mine, how.paper)
            told = TableText(block.table, part, found, self.look)
            self.body.append(told.made(f"{block.caption}{which}", self._told(part, block), below))
            self._notes(block.table if number == many else None)
            below = ()

    def _told(self, part: Sequence[Any], block: TableBlock) -> str:
        """What a table holds, for those who cannot see it."""
        heads = ", ".join(one.head for one in part if one.head)
        return self.words.say("table-told", rows=len(block.table.rows), columns=heads)

    def _figure(self, block: FigureBlock) -> None:
        """The picture with its words for those who cannot see it, and the caption below it."""
        self.pictures += 1
        drawn = picture(self.document, block.figure, self.pictures, self.paper.upright)
        self._put("Normal", drawn, keep=True)
        runs = self._label("figure", block.number) + run(f". {block.figure.title}")
        self._put("Caption", runs)

    def _caption(self, block: TableBlock, which: str, *, again: bool) -> None:
        runs = self._label("table", block.number, again=again) + run(f"{which}. {block.caption}")
        self._put("Caption", runs, keep=True)

    def _label(self, kind: str, number: int, *, again: bool = False) -> str:
        """Word and number of a caption, which the reader's program keeps in step."""
        label = self.words.word(kind)
        same = "\\c" if again else "\\* ARABIC"
        runs = run(f"{label} ") + field(f"SEQ {label} {same}", str(number))
        return runs if again else bookmarked(runs, _mark(kind, str(number)), MARKS[kind] + number)

    def _notes(self, table: Table | None) -> None:
        """The lines under a table; without one only the space that keeps two tables apart."""
        lines = beneath(table) if table else ()
        self._put(docx_styles.NOTE, "<w:r><w:br/></w:r>".join(run(line) for line in lines))

    def _turn(self, *, landscape: bool) -> None:
        """Begin a new section where the paper is to lie the other way."""
        if landscape == self.landscape or not self.paper.turns:
            return
        end = self.sections.ended(landscape=self.landscape)
        # the end of a section stands in its last paragraph, which every table here has after it
        self.body[-1] = self.body[-1].replace("</w:pPr>", f"{end}</w:pPr>", 1)
        self.landscape = landscape
        self.breaks = False


def _mark(kind: str, number: str) -> str:
    """The name of the bookmark on a caption."""
    return f"_Ref{kind}{number}"


def _lies_wide(blocks: Sequence[Block], at: int, layouts: Mapping[int, Layout]) -> bool:
    """Whether the block is a wide table, or a heading with nothing but references before one."""
    for number in range(at, len(blocks)):
        if number in layouts:
            return layouts[number].landscape
        block = blocks[number]
        if not isinstance(block, Heading) and not (isinstance(block, Paragraph) and block.leads):
            return False
    return False
