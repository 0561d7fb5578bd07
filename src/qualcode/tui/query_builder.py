"""Building a query by choosing: how it goes on, a field, a value. What comes out can be typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.screen import Screen

from qualcode.domain.query import All, Either, Near, Not, Query, Term, parse
from qualcode.domain.query_text import text_of
from qualcode.domain.query_tokens import NOT, OR
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.matching import Findable, folded
from qualcode.tui.quote_query import Vocabulary
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, marked

JOINTS: Mapping[str, str] = {
    "": marked("and also"),
    "or": marked("or"),
    "not": marked("and not"),
    "with": marked("on the same passage as"),
    "not with": marked("not on the same passage as"),
    "overlapping": marked("on words shared with"),
    "same-turn": marked("in the same turn as"),
    "within 1": marked("at most 1 turn from"),
    "within 3": marked("at most 3 turns from"),
    "within 10": marked("at most 10 turns from"),
}
"""How a query goes on, with what that means."""

FIELDS: Mapping[str, str] = {
    "code": marked("a code and those below it"),
    "valence": marked("whether it helps or hinders"),
    "standing": marked("whether it is so, was, is wished, denied or heard of"),
    "degree": marked("a degree of collaboration"),
    "theme": marked("what is gathered under a theme"),
    "label": marked("own words on the coding"),
    "case": marked("a case"),
    "document": marked("a document"),
    "participant": marked("an informant"),
    "role": marked("the informant's role"),
    "organisation": marked("the informant's organisation"),
    "language": marked("the language of the document"),
    "wave": marked("when it was said"),
    "group": marked("a group of documents"),
    "coder": marked("who coded"),
    "confidence": marked("how sure the coder is"),
}
"""The fields with what they speak of; attributes stand after them under their own names."""

Built = Callable[[str], None]


def build(screen: Screen[None], line: str, known: Vocabulary, built: Built) -> None:
    """Ask how the line goes on, for a field and a value; `built` is given the new line.

    Escape on the way leaves the line as it is. Raises Invalid when the line cannot be read.
    """
    before = parse(line)

    def joined(joint: str | None) -> None:
        if joint is not None:
            _ask_field(screen, known, lambda term: built(f"{text_of(join(before, joint, term))} "))

    if not line.strip():
        joined("")
        return
    screen.app.push_screen(_picker(_("Go on with"), list(JOINTS.items())), joined)


def join(before: Query, joint: str, term: Query) -> Query:
    """A query with a term joined to it in one of the ways of `JOINTS`."""
    if joint == OR:
        parts = before.parts if isinstance(before, Either) else (before,)
        return Either((*parts, term))
    if joint in ("", NOT):
        parts = before.parts if isinstance(before, All) else (before,)
        whole = (*parts, Not(term) if joint else term)
        return All(whole) if len(whole) > 1 else whole[0]
    words = joint.removeprefix("not ").split()
    turns = int(words[1]) if len(words) > 1 else 0
    return Near(before, words[0], term, turns, absent=joint.startswith("not "))


def _ask_field(screen: Screen[None], known: Vocabulary, done: Callable[[Term], None]) -> None:
    fields = [(name, told) for name, told in FIELDS.items() if known.get(name) or name == "label"]
    fields += [(name, "") for name in sorted(set(known) - set(FIELDS))]

    def chosen(name: str | None) -> None:
        if name is not None:
            _ask_value(screen, (name, known), done)

    screen.app.push_screen(_picker(_("Passages by"), fields), chosen)


def _ask_value(
    screen: Screen[None], field: tuple[str, Vocabulary], done: Callable[[Term], None]
) -> None:
    name, known = field

    def chosen(value: str | None) -> None:
        if value:
            done(Term(name, (value,)))

    values = [(each.value, each.words) for each in known.get(name, ())]
    if name == "label":
        screen.app.push_screen(Ask(_("Own words on the coding"), _("As they were written")), chosen)
    else:
        screen.app.push_screen(_picker(f"{name}:", values), chosen)


def _picker(title: str, things: Sequence[tuple[str, str]]) -> Picker:
    """A list of words that can be typed, each with what it means."""
    entries, findables = {}, []
    for name, told in things:
        said = _(told) if told in _MARKED else told
        entries[name] = Entry(name, name or "and", said)
        findables.append(Findable(name, tuple(filter(None, (folded(name), folded(said))))))
    return Picker(Choices(title, entries, findables))


_MARKED = frozenset((*JOINTS.values(), *FIELDS.values()))
