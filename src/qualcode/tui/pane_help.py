"""A few words for each pane, for the top of the help."""

from __future__ import annotations

from dataclasses import dataclass

from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class PaneHelp:
    """What a pane is for, and the places of the registry whose keys belong to it."""

    title: str
    words: str
    places: tuple[str, ...]


_HELP = {
    "transcript": PaneHelp(
        "The transcript",
        "Move to a turn, or select words with v and a movement; enter gives the passage a code."
        " Brackets on the left show what is coded; the current coding is the one that valence,"
        " degree, standing and memo go to.",
        ("coding", "transcript"),
    ),
    "here": PaneHelp(
        "Coded here",
        "The codings of the selection, or of the turn under the cursor. The lit one becomes the"
        " current coding; enter shows all passages of its code.",
        ("coding",),
    ),
    "codes": PaneHelp(
        "Codes",
        "Letters narrow the tree, in any language of the codebook; enter gives the lit code to the"
        " passage, escape goes back to the text.",
        ("codes",),
    ),
    "cases": PaneHelp("Cases", "How far each case is coded; enter shows its documents.", ("home",)),
    "documents": PaneHelp(
        "Documents", "How far each document is coded; enter opens it.", ("home",)
    ),
    "left": PaneHelp(
        "What is left", "What a check has found; enter goes to the first place of it.", ("home",)
    ),
    "names": PaneHelp("Tables", "The lit table is shown beside the list.", ("tables",)),
    "Matrix": PaneHelp(
        "The table",
        "Arrows go from cell to cell; enter shows the quotes that lie behind the number.",
        ("tables",),
    ),
    "QuoteList": PaneHelp(
        "Passages",
        "Acts go to the marked passages, else to the lit one; each act is one step of undo.",
        ("quotes",),
    ),
    "QueryLine": PaneHelp(
        "The line to ask in",
        "Words that were said, or a field and a value, as code:goals case:Lyftet.",
        ("quotes",),
    ),
}
"""By the id or the class of a widget."""


def help_for(focused: DOMNode | None) -> PaneHelp | None:
    """What to say about the pane that has the keys; the innermost one that has words."""
    for node in focused.ancestors_with_self if focused is not None else ():
        found = _HELP.get(node.id or "") or _HELP.get(type(node).__name__)
        if found is not None:
            return found
    return None
