"""The styles of a Word report, by the names under which a report writer finds and changes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qualcode.reports.docx_paper import TYPE
from qualcode.reports.docx_parts import GREY, SPACE, parsed

FONT = "Calibri"
INK = "1A1A1A"

TABLE, CELL, HEAD, NOTE, KEY = (
    *("Report Table", "Report Table Text", "Report Table Head"),
    *("Report Note", "Report Key"),
)
"""The styles that only reports have; the last is of letters, the first of tables."""

BUILT_IN = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "Quote")
STYLES = (*BUILT_IN, "TOC Heading", TABLE, CELL, HEAD, NOTE, KEY)
"""All styles that a report uses."""

_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"'


@dataclass(frozen=True, slots=True)
class Look:
    """How a style of ours looks: size in points, properties of paragraph and letters as XML."""

    size: float
    paragraph: str = ""
    letters: str = ""
    based: str = "Normal"


def _heading(level: int, size: float, before: int) -> Look:
    return Look(
        size,
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="60"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        "<w:b/>",
    )


LOOKS = {
    "Normal": Look(10.5, '<w:spacing w:after="120"/>', based=""),
    "Title": Look(24, '<w:spacing w:after="240"/>'),
    "Heading 1": _heading(1, 16, 480),
    "Heading 2": _heading(2, 13, 240),
    "Heading 3": _heading(3, 11, 200),
    "Caption": Look(9.5, '<w:spacing w:before="120" w:after="80"/>', "<w:b/>"),
    "Quote": Look(10.5, '<w:keepLines/><w:ind w:left="360"/>', "<w:i/>"),
    "TOC Heading": Look(14, '<w:keepNext/><w:spacing w:before="360" w:after="60"/>', "<w:b/>"),
    CELL: Look(TYPE[0], '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'),
    HEAD: Look(TYPE[1], "", "<w:b/>", CELL),
    NOTE: Look(
        7.5,
        '<w:spacing w:before="60" w:after="200" w:line="240" w:lineRule="auto"/>',
        f'<w:color w:val="{GREY}"/>',
    ),
}


def lacking_styles(document: Any) -> tuple[str, ...]:
    """The styles of a report that a document does not have."""
    there = {style.name for style in document.styles}
    return tuple(name for name in STYLES if name not in there)


def put_styles(document: Any, *, typeface: str | None = None) -> None:
    """Add the styles that a document lacks; `typeface` names one, else they take the document's."""
    for name in lacking_styles(document):
        if name == TABLE:
            document.styles.element.append(parsed(_table_style()))
        elif name == KEY:
            look = f'<w:i w:val="0"/><w:color w:val="{GREY}"/><w:sz w:val="{round(TYPE[2] * 2)}"/>'
            document.styles.element.append(
                parsed(
                    f'<w:style {SPACE} w:type="character" w:customStyle="1" w:styleId="ReportKey">'
                    f'<w:name w:val="{KEY}"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
                )
            )
        else:
            document.styles.element.append(parsed(_style(document, name, typeface)))


def _style(document: Any, name: str, typeface: str | None) -> str:
    look = LOOKS[name]
    own = name.startswith("Report ")
    style = f'w:styleId="{_id(name)}"' + (' w:customStyle="1"' if own else "")
    if name == "Normal":
        style += ' w:default="1"'
    based = f'<w:basedOn w:val="{style_id(document, look.based)}"/>' if look.based else ""
    face = f'<w:rFonts w:ascii="{typeface}" w:hAnsi="{typeface}" w:cs="{typeface}"/>'
    letters = (
        f"{face if typeface else ''}{look.letters.replace(_colour(GREY), '')}"
        f"{_colour(GREY if _colour(GREY) in look.letters else INK)}"
        f'<w:sz w:val="{round(look.size * 2)}"/>'
    )
    # Word knows its own styles by names in small letters
    known = name if own or name in ("Normal", "Title", "Quote", "TOC Heading") else name.lower()
    return (
        f'<w:style {SPACE} w:type="paragraph" {style}><w:name w:val="{known}"/>{based}'
        f"<w:qFormat/><w:pPr>{look.paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _table_style() -> str:
    lines = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "bottom", "insideH"))
    margins = "".join(f'<w:{side} w:w="45" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:style {SPACE} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        f'<w:name w:val="{TABLE}"/><w:qFormat/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _id(name: str) -> str:
    return name.replace(" ", "")


def style_id(document: Any, name: str) -> str:
    """The id of the style with that name, which differs with the language of Word."""
    return str(document.styles[name].style_id)


def ids(document: Any) -> dict[str, str]:
    """The ids of all styles of a report, and of deeper headings as far as there are any."""
    there = {style.name for style in document.styles}
    deeper = (f"Heading {level}" for level in range(4, 10))
    names = (*STYLES, *(name for name in deeper if name in there))
    return {name: style_id(document, name) for name in names}


def sizes_of(document: Any) -> tuple[float, float, float]:
    """The sizes of type that the document's styles give the words, heads and keys of tables."""
    found = (document.styles[name].font.size for name in (CELL, HEAD, KEY))
    return tuple(  # type: ignore[return-value]
        size.pt if size is not None else usual for size, usual in zip(found, TYPE, strict=True)
    )


def own_typeface(document: Any) -> None:
    """Give the styles of the library's empty document our typeface, sizes and ink."""
    from docx.shared import Pt, RGBColor

    for name in (*BUILT_IN, "TOC Heading", "Header", "Footer"):
        style = document.styles[name]
        style.font.size = Pt(LOOKS[name].size if name in LOOKS else 8)
        style.font.color.rgb = RGBColor.from_string(INK)
        style.font.name = FONT
        _one_typeface(style)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    quote = document.styles["Quote"].paragraph_format
    quote.left_indent = Pt(18)
    quote.keep_together = True


def _one_typeface(style: Any) -> None:
    """The library's headings name theme fonts, which would win over the typeface."""
    from docx.oxml.ns import qn

    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
