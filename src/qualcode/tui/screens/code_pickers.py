"""The pickers of codes: to code a passage with, and to put a new code under."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.codebook import Code
from qualcode.domain.span import Span
from qualcode.errors import NotFound
from qualcode.tui import passage_acts as acts
from qualcode.tui.desk import Desk
from qualcode.tui.dialogs.picker import Choices, Offer, Picker
from qualcode.tui.matching import Findable, findable, folded
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _, counted, spoken_words

NEW, OWN_WORDS = "new:", "own:"
"""What the ids begin with that the picker gives for words that are no code yet."""
_BEGINNING = 40
"""Words of a passage that are more than a line."""


def code_picker(desk: Desk, look: Look, passage: Span | None = None) -> Picker:
    """All codes that can be given to a passage, the used ones first; then what was typed as a new
    one."""
    codes = [code for code in desk.book.walk() if desk.book.takes(code)]
    slots = {code: str(place) for place, code in enumerate(desk.slots, 1)}
    keys = {code: key for key, code in desk.project.hotkeys.list().items()}
    entries = {
        code.id: _entry(code, look, slots.get(code.id, ""), keys.get(code.id, "")) for code in codes
    }
    choices = Choices(
        _("Code the passage"),
        entries,
        [findable(code) for code in codes],
        {code: passages for code, (passages, _) in desk.counts.items()},
        desk.recent,
        _("Label, id or cue, in any language"),
        _offers(desk),
        _("No code fits"),
        *_about(desk, passage),
    )
    return Picker(choices, desk.book, desk.language)


def parent_picker(desk: Desk, look: Look, label: str) -> Picker:
    """Where a new code of those words belongs: under a code, or nowhere yet."""
    codes = [code for code in desk.book.walk() if desk.book.in_use(code)]
    entries = {code.id: _entry(code, look) for code in codes}
    findables = [findable(code) for code in codes]
    if acts.EMERGENT not in entries and _has_emergent(desk):
        entries[acts.EMERGENT] = Entry(acts.EMERGENT, _("No code yet: only these words"))
        findables.insert(0, Findable(acts.EMERGENT, (folded(acts.EMERGENT),)))
    return Picker(
        Choices(_("“{label}” under", label=label), entries, findables, recent=(acts.EMERGENT,)),
        desk.book,
        desk.language,
    )


def _offers(desk: Desk) -> Sequence[Offer]:
    """What can be made of what was typed."""
    own = Offer(OWN_WORDS, _("Emergent: “{}”"), _("enter codes with these words"))
    new = Offer(NEW, _("New code “{}” under …"), _("enter asks where"))
    return [own, new] if _has_emergent(desk) else [new]


def _about(desk: Desk, passage: Span | None) -> tuple[str, str]:
    """How the passage begins, and how many words it has."""
    if passage is None or desk.transcript is None:
        return "", ""
    words = desk.transcript.text[passage.start : passage.end].split()
    begins = " ".join(words[:_BEGINNING])
    return spoken_words(begins), counted("{n} word", "{n} words", len(words))


def _has_emergent(desk: Desk) -> bool:
    try:
        return bool(acts.emergent_of(desk))
    except NotFound:
        return False


def _entry(code: Code, look: Look, *beside: str) -> Entry:
    above = look.names.get(code.parent or "", "")
    right = "  ".join(part for part in (above, *beside) if part)
    return Entry(code.id, look.names.get(code.id, code.id), right, hue=look.hues.get(code.id))
