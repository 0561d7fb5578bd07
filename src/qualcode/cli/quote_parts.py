"""Places in a passage from the command line, and the shapes of quotes and shares as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from qualcode.errors import Invalid

if TYPE_CHECKING:
    from qualcode.domain.quote_wording import Replacement
    from qualcode.services.quotes import QuoteView, Share


def place(value: str) -> tuple[int, int]:
    """`START:END` in signs from the passage's first one."""
    start, _, end = value.partition(":")
    if not (start.isdecimal() and end.isdecimal()):
        raise click.BadParameter(f"'{value}' is not START:END.")
    return int(start), int(end)


def placed(passage: str, words: str) -> tuple[int, int]:
    """Where words stand in a passage; raises Invalid unless it is exactly one place."""
    count = passage.count(words) if words else 0
    if count != 1:
        where = "nowhere" if count == 0 else f"{count} times"
        raise Invalid(f"Those words stand {where} in the passage.", "Give START:END instead.")
    start = passage.index(words)
    return start, start + len(words)


def replacement(passage: str, value: str) -> Replacement:
    """`OLD=NEW` or `START:END=NEW` as words put in the place of others."""
    from qualcode.domain.quote_wording import Replacement

    old, equals, new = value.partition("=")
    if not equals:
        raise click.UsageError(f"'{value}' is not OLD=NEW.")
    start, colon, end = old.partition(":")
    if colon and start.isdecimal() and end.isdecimal():
        return Replacement(int(start), int(end), new)
    return Replacement(*placed(passage, old), new)


def view_shape(found: QuoteView) -> dict[str, Any]:
    """A quote; `text` is null where the words are kept back, with the reason in `withheld`.

    Neither the passage nor a translation is shown then.
    """
    one, open_ = found.quote, found.text is not None
    return {
        "id": one.id,
        "for": one.owner_kind,
        "of": one.owner or None,
        "coding": one.coding,
        "side": one.side,
        "text": found.text,
        "withheld": found.withheld,
        "attribution": one.attribution,
        "attributed": found.attribution or None,
        "cuts": [list(cut) for cut in one.trimming.cuts],
        "replacements": [asdict(r) for r in one.trimming.replacements] if open_ else [],
        "corrections": list(one.trimming.corrections),
        "translation": asdict(one.translation) if one.translation and open_ else None,
        "original": one.passage if open_ else None,
        "language": one.language,
        "stale": one.stale,
    }


def share_shape(found: Share) -> dict[str, Any]:
    """A share."""
    return asdict(found)
