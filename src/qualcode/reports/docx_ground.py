"""The Word file that a report is written into: an empty one of ours, or the user's own."""

from __future__ import annotations

from typing import Any

from qualcode.reports import docx_styles, docx_template
from qualcode.reports.docx_paper import A4, MARGIN
from qualcode.reports.docx_parts import SPACE, UNFIT, elements, field, parsed, run
from qualcode.reports.model import Report
from qualcode.reports.wording import Wording


def prepared(report: Report, words: Wording) -> Any:
    """A document without words: paper, all styles, the report's language, edges, properties.

    Raises BadFile for a template that cannot be used.
    """
    from docx import Document

    if report.template is None:
        document = Document()
        _paper(document)
        docx_styles.own_typeface(document)
        docx_styles.put_styles(document, typeface=docx_styles.FONT)
    else:
        document = docx_template.opened(report.template)
        docx_styles.put_styles(document)
    _language(document, words.tag)
    if not _has_edges(document):
        _edges(document, report, words)
    _properties(document, report, words)
    return document


def _properties(document: Any, report: Report, words: Wording) -> None:
    properties = document.core_properties
    properties.title = UNFIT.sub("", report.title)
    properties.author = properties.last_modified_by = "qualcode"
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = words.tag
    properties.revision = 1


def _paper(document: Any) -> None:
    from docx.shared import Twips

    section = document.sections[0]
    section.page_width, section.page_height = Twips(A4[0]), Twips(A4[1])
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Twips(MARGIN))


def _language(document: Any, tag: str) -> None:
    """The language that spelling is checked in and a screen reader speaks."""
    from docx.oxml.ns import qn

    styles = document.styles.element
    said = parsed(f'<w:lang {SPACE} w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>')
    for old in list(styles.iter(qn("w:lang"))):
        old.getparent().remove(old)
    defaults = styles.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        whole = f"<w:docDefaults {SPACE}><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
        for old in styles.findall(qn("w:docDefaults")):
            styles.remove(old)
        styles.insert(0, parsed(whole))
        defaults = styles.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.append(said)


def _has_edges(document: Any) -> bool:
    """Whether something stands above or below the pages already."""
    from docx.oxml.ns import qn

    section = document.element.body.sectPr
    names = ("headerReference", "footerReference")
    return any(section.find(qn(f"w:{name}")) is not None for name in names)


def _edges(document: Any, report: Report, words: Wording) -> None:
    """The title above every page and the page number below it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[0]
    head = section.header.paragraphs[0]
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for place, runs in (
        (head, run(report.title)),
        (foot, run(f"{words.word('page')} ") + field("PAGE", "1")),
    ):
        for one in elements(runs):
            place._p.append(one)
