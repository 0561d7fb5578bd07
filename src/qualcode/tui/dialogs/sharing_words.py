"""What a colleague's codebook brings, in words: the sides of a conflict, values, effects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qualcode.domain.codebook import Codebook, ScaleValue, in_language
from qualcode.tui.words import _, counted, marked

if TYPE_CHECKING:
    from qualcode.domain.renamed_values import GoneValue
    from qualcode.services.recoding import Outcome

NOTHING = marked("(nothing)")


def effect_words(outcome: Outcome) -> str:
    """What bringing in does to codings, in one line."""
    found = []
    if outcome.moved:
        found.append(
            counted("{n} coding gets another code", "{n} codings get another code", outcome.moved)
        )
    if outcome.reread:
        found.append(
            counted("{n} coding to read again", "{n} codings to read again", outcome.reread)
        )
    if outcome.revalued:
        found.append(counted("{n} gets another value", "{n} get another value", outcome.revalued))
    return " · ".join(found) or _("No coding is touched")


def words_of(value: Any) -> str:
    """A side of a conflict as people read it."""
    if value is None or value in ("", ()):
        return _(NOTHING)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        said = ((key, words_of(one)) for key, one in value.items() if key)
        return "\n".join(f"{key}: {one}" for key, one in said if one != _(NOTHING))
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], bool):
        if not value[0]:
            return _("in use")
        became = ", ".join(value[1])
        return _("retired, became {codes}", codes=became) if became else _("retired")
    if isinstance(value, tuple):
        return ", ".join(words_of(one) for one in value)
    return str(value)


def value_words(value: ScaleValue, language: str) -> str:
    """A value of a scale with its number, label and id."""
    number = "" if value.value is None else f"{value.value} "
    return f"{number}{in_language(value.label, language, value.id)} ({value.id})"


def gone_words(gone: GoneValue, theirs: Codebook, language: str) -> str:
    """What a value that the file lacks turns into, or how often it is said until that is known."""
    scale = theirs.scales[gone.scale]
    if gone.into:
        return _("turns into {value}", value=value_words(scale.by_id(gone.into), language))
    said = counted("said once", "said {n} times", gone.uses)
    if not gone.likely:
        return said
    likely = value_words(scale.by_id(gone.likely), language)
    return _("{said}; probably {value}", said=said, value=likely)


def scale_words(theirs: Codebook, gone: GoneValue, language: str) -> str:
    """The values of its scale in the file, the chosen or the likely one marked."""
    signs = {gone.likely: "? ", gone.into: "→ "} if gone.into else {gone.likely: "? "}
    values = theirs.scales[gone.scale].values
    return "\n".join(
        f"{signs.get(value.id, '  ')}{value_words(value, language)}" for value in values
    )
