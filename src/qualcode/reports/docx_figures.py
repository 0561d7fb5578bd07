"""A figure as a picture inside a line of a Word file."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from qualcode.domain.figure import Figure
from qualcode.reports.docx_parts import UNFIT
from qualcode.reports.drawing import WIDTH, png

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CM = 360_000
"""Units of a drawing in a centimetre; a twentieth of a point has 635."""


def picture(document: Any, figure: Figure, number: int, room: int) -> str:
    """The run with the picture, at most `room` twentieths of a point wide, told in words too."""
    content = png(figure)
    key, image = document.part.get_or_add_image(BytesIO(content))
    wide = min(int(WIDTH * _CM), room * 635)
    high = wide * image.px_height // image.px_width
    name = quoteattr(f"{figure.name}-{number}")
    told = quoteattr(UNFIT.sub("", figure.alt))
    size = f'cx="{wide}" cy="{high}"'
    return (
        f'<w:r><w:drawing><wp:inline {_SPACES} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name={name} descr={told}/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name={name} descr={told}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
