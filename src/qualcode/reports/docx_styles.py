"""An empty Word file with the report's paper, styles, language and properties."""

from __future__ import annotations

from typing import Any

from qualcode.reports.docx_parts import SPACE, fields, parsed
from qualcode.reports.docx_widths import MARGIN, PORTRAIT
from qualcode.reports.model import Report
from qualcode.reports.wording import Wording

FONT = "Calibri"
INK = "1A1A1A"


def prepared(report: Report, words: Wording) -> Any:
    """A new document: A4, one typeface, the report's language, header, footer, properties."""
    from docx import Document

    document = Document()
    _paper(document)
    _styles(document)
    _language(document, words.tag)
    _edges(document, report, words)
    properties = document.core_properties
    properties.title = report.title
    properties.author = properties.last_modified_by = "qualcode"
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = words.tag
    properties.revision = 1
    return document


def _paper(document: Any) -> None:
    from docx.shared import Twips

    section = document.sections[0]
    section.page_width, section.page_height = Twips(PORTRAIT[0]), Twips(PORTRAIT[1])
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Twips(MARGIN))


def _styles(document: Any) -> None:
    from docx.shared import Pt, RGBColor

    sizes = {
        "Normal": 10.5,
        "Title": 24,
        "Heading 1": 16,
        "Heading 2": 13,
        "Heading 3": 11,
        "Caption": 9.5,
        "Quote": 10.5,
        "TOC Heading": 14,
        "Header": 8,
        "Footer": 8,
    }
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        style.font.name = FONT
        _one_typeface(style)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    quote = document.styles["Quote"].paragraph_format
    quote.left_indent = Pt(18)
    quote.keep_together = True


def _one_typeface(style: Any) -> None:
    """The template's headings name theme fonts, which would win over the typeface."""
    from docx.oxml.ns import qn

    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _language(document: Any, tag: str) -> None:
    """The language that spelling is checked in and a screen reader speaks."""
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(parsed(f'<w:lang {SPACE} w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>'))


def _edges(document: Any, report: Report, words: Wording) -> None:
    """The title above every page and the page number below it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(report.title)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{words.word('page')} ")
    for run in fields("PAGE", "1"):
        foot._p.append(run)
