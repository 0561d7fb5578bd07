"""A few words for each pane, for the top of the help."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.dom import DOMNode

from qualcode.tui.words import _, marked


@dataclass(frozen=True, slots=True)
class PaneHelp:
    """What a pane is for, and the places of the registry whose keys belong to it.

    Title and words are English in `_HELP`, and in the language of the screens from `help_for`.
    """

    title: str
    words: str
    places: tuple[str, ...]


_HELP = {
    "transcript": PaneHelp(
        marked("The transcript"),
        marked(
            "Move to a turn, or select words with v and a movement; enter gives the passage a code."
            " Brackets on the left show what is coded; the current coding is the one that valence,"
            " degree, standing and memo go to."
        ),
        ("coding", "transcript"),
    ),
    "here": PaneHelp(
        marked("Coded here"),
        marked(
            "The codings of the selection, or of the turn under the cursor. The lit one becomes the"
            " current coding; enter shows all passages of its code."
        ),
        ("coding",),
    ),
    "codes": PaneHelp(
        marked("Codes"),
        marked(
            "Letters narrow the tree, in any language of the codebook; enter gives the lit code to"
            " the passage, escape goes back to the text."
        ),
        ("codes",),
    ),
    "cases": PaneHelp(
        marked("Cases"), marked("How far each case is coded; enter shows its documents."), ("home",)
    ),
    "documents": PaneHelp(
        marked("Documents"), marked("How far each document is coded; enter opens it."), ("home",)
    ),
    "left": PaneHelp(
        marked("What is left"),
        marked("What a check has found; enter goes to the first place of it."),
        ("home",),
    ),
    "names": PaneHelp(
        marked("Tables"), marked("The lit table is shown beside the list."), ("tables",)
    ),
    "themes": PaneHelp(
        marked("Themes"),
        marked("The lit theme is shown beside the list, with its passages and its summary."),
        ("themes",),
    ),
    "Matrix": PaneHelp(
        marked("The table"),
        marked("Arrows go from cell to cell; enter shows the quotes that lie behind the number."),
        ("tables",),
    ),
    "QuoteList": PaneHelp(
        marked("Passages"),
        marked(
            "Acts go to the marked passages, else to the lit one; each act is one step of undo."
        ),
        ("quotes",),
    ),
    "chart-grid": PaneHelp(
        marked("The matrix"),
        marked(
            "Each cell says how far it is charted: / not asked, – nothing said, 0 said to be"
            " absent, = charted, ! stale, ✓ final. Enter opens the lit one."
        ),
        ("charting",),
    ),
    "CellPassages": PaneHelp(
        marked("The passages of the cell"),
        marked(
            "The lit one stands in its context. Space says that the summary rests on it; enter"
            " goes to the text."
        ),
        ("charting",),
    ),
    "cell-summary": PaneHelp(
        marked("The summary"),
        marked(
            "What the passages say, in your words. It is kept when you leave it; a summary is stale"
            " when a passage of the cell is new, changed or gone."
        ),
        ("charting",),
    ),
    "claims": PaneHelp(
        marked("Findings and propositions"),
        marked(
            "Each statement with how many cases are for it, against it, mixed and silent; n words a"
            " new one, enter goes to what lies behind it."
        ),
        ("findings",),
    ),
    "claim-cases": PaneHelp(
        marked("Cases"),
        marked("How each case stands, from its codings; p places one by hand, with a reason."),
        ("findings",),
    ),
    "claim-grounds": PaneHelp(
        marked("What it rests on"),
        marked("Codes, labels and single passages that were gathered; x takes one out."),
        ("findings",),
    ),
    "claim-quotes": PaneHelp(
        marked("Chosen quotes"),
        marked("What is quoted for the statement; enter opens what is done to the words."),
        ("findings",),
    ),
    "ClaimReader": PaneHelp(
        marked("Passages"),
        marked("What speaks for the statement and against it, case by case; q chooses a quote."),
        ("findings",),
    ),
    "QueryLine": PaneHelp(
        marked("The line to ask in"),
        marked("Words that were said, or a field and a value, as code:goals case:Lyftet."),
        ("quotes",),
    ),
}
"""By the id or the class of a widget."""


def help_for(focused: DOMNode | None) -> PaneHelp | None:
    """What to say about the pane that has the keys; the innermost one that has words."""
    for node in focused.ancestors_with_self if focused is not None else ():
        found = _HELP.get(node.id or "") or _HELP.get(type(node).__name__)
        if found is not None:
            return replace(found, title=_(found.title), words=_(found.words))
    return None
