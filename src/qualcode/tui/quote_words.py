"""Chosen quotes in words: why one is not printed, what was done to it, who carries too much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.tui.fitting import one_line
from qualcode.tui.words import _, counted, marked, spoken_words

if TYPE_CHECKING:
    from qualcode.services.quotes import QuoteView
    from qualcode.services.workspace import Project

ATTRIBUTION_WORDS = {
    "pseudonym": marked("pseudonym and role"),
    "role": marked("role only"),
    "organisation-type": marked("type of organisation"),
    "none": marked("nobody named"),
}
CORRECTION_WORDS = {
    "marks": marked("quotation marks"),
    "spaces": marked("spaces"),
    "hesitations": marked("sounds of hesitation"),
}
_REASONS = {
    "gone": marked("the passage is gone"),
    "unnamed": marked("nobody known said it"),
    "no": marked("consent refused"),
    "unknown": marked("consent unknown"),
}
"""Why words are kept back; any other reason is the analyst's own."""


def why_not(view: QuoteView) -> str:
    """Why its words are not printed; empty where they are."""
    if view.withheld is None:
        return ""
    if view.withheld in _REASONS and view.quote.withheld != view.withheld:
        return _("no: {reason}", reason=_(_REASONS[view.withheld]))
    return _("no, withheld: {reason}", reason=view.withheld)


def details_of(view: QuoteView) -> Text:
    """The words as they are printed, and all that was done to them; no word of it is markup."""
    quote = view.quote
    text = Text()
    if quote.gone:
        text.append(_("The passage of this quote is not there any more."), style="bold")
        return text
    if quote.translation is not None:
        text.append(spoken_words(one_line(quote.translation.text)), style="bold")
        said = {"language": quote.translation.language, "name": quote.translation.translator}
        text.append("  " + _("translation ({language}): {name}", **said), style="not bold italic")
        text.append(f"\n{spoken_words(quote.wording)}", style="not bold")
    else:
        text.append(spoken_words(quote.wording), style="bold")
    label = _("Attribution")
    text.append(f"\n{label}: ", style="not bold italic")
    named = _(ATTRIBUTION_WORDS[quote.attribution])
    shown = f"{named}: {view.attribution}" if view.attribution else named
    text.append(one_line(shown), style="not bold")
    done = changes_of(view)
    if done:
        text.append("\n" + " · ".join(done), style="not bold")
    label = _("Printed")
    text.append(f"\n{label}: ", style="not bold italic")
    text.append(one_line(why_not(view)) or _("yes, there is consent"), style="not bold")
    return text


def changes_of(view: QuoteView) -> Sequence[str]:
    """What was done to the words, each in a few words."""
    trimming = view.quote.trimming
    found = []
    if trimming.cuts:
        n = len(trimming.cuts)
        found.append(counted("{n} place shortened", "{n} places shortened", n))
    if trimming.replacements:
        n = len(trimming.replacements)
        found.append(counted("{n} place with other words", "{n} places with other words", n))
    if trimming.corrections:
        names = ", ".join(_(CORRECTION_WORDS[each]) for each in trimming.corrections)
        found.append(_("corrected: {what}", what=names))
    if view.quote.stale:
        found.append(_("the passage has other words than when it was shortened"))
    return found


def too_much(project: Project) -> str:
    """Who carries more of the printed quotes than the project allows, in words; else empty."""
    found = [
        _("{name} carries {percent} %", name=one.name, percent=round(one.share * 100))
        for one in project.quotes.shares()
        if one.too_much
    ]
    if not found:
        return ""
    limit = round(float(project.settings.show()["quote_share"]) * 100)
    said = {"who": " · ".join(found), "limit": limit}
    return _("Much from one person: {who} of the printed quotes (set share: {limit} %)", **said)
