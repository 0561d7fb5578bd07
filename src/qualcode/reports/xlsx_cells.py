"""What a cell of a workbook can hold."""

from __future__ import annotations

import re

LONGEST = 32_767
"""Characters that a cell of a workbook holds."""

UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that the file format cannot hold."""


def clean(text: str) -> str:
    """What a cell can hold: no control characters but tabs and line breaks, and not too long."""
    kept = UNFIT.sub("", text)
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 4] + " […]"
