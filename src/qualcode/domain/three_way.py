"""Bringing two versions of a codebook together that both came from a third.

What only they changed is taken over, what only I changed stays, and what both changed differently
is a clash that a person decides. A code that they took out of their file is retired here, so that
its codings stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qualcode.domain.code_tree import parents_first
from qualcode.domain.codebook import Codebook
from qualcode.domain.codebook_facts import STATE, THERE, Facts, facts, rebuilt, things
from qualcode.domain.comparison import Change, diff
from qualcode.domain.homonyms import apart, new_ids, twice
from qualcode.domain.sibling_order import arranged, common, orders, woven
from qualcode.domain.soundness import Trouble, troubles
from qualcode.errors import Conflict
from qualcode.sentences import sentence

MINE, THEIRS = "mine", "theirs"
ENTRY = "entry"
MEANING = "meaning"
"""The field of a clash about an id that stands for something else in their version."""
ORDER = "order"
_ANEW = sentence("both have it anew, each in words of its own")
_ANOTHER = sentence("the id stands for something else in their file")
_DOUBTFUL = (ENTRY, STATE, "parent", "usual_valence", "values")
"""Fields (with the labels) that can be right on both sides and wrong together."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that both sides changed differently; until it is decided, mine stays.

    With the field `entry` a whole code (or scale ...) is meant, with `meaning` a code that is
    another one there and may come in under an id of its own; None stands for nothing there.
    `why` says more where the values alone do not: a label that is taken, a code below itself.
    """

    kind: str
    id: str
    field: str
    base: Any
    mine: Any
    theirs: Any
    why: str = ""
    decided: str | None = None

    @property
    def can_be_both(self) -> bool:
        """Whether both sides can stay: two codes that have one id."""
        two = self.mine is not None and self.theirs is not None
        return self.kind == "code" and two and self.field in (MEANING, ENTRY)

    @property
    def name(self) -> str:
        """How it is addressed: `CODE.FIELD`, for another thing `scale:ID.FIELD`."""
        if self.kind == "code":
            return f"{self.id}.{self.field}"
        return f"{self.kind}:{self.id}.{self.field}" if self.id else f"{self.kind}.{self.field}"


@dataclass(frozen=True, slots=True)
class Together:
    """The codebook as it would be, what is new in it for me, and every clash."""

    book: Codebook
    applied: tuple[Change, ...]
    clashes: tuple[Clash, ...]

    @property
    def open(self) -> tuple[Clash, ...]:
        """The clashes that nobody has decided."""
        return tuple(clash for clash in self.clashes if clash.decided is None)


@dataclass(frozen=True, slots=True)
class _Sides:
    base: Codebook
    mine: Codebook
    theirs: Codebook
    twice: Mapping[str, Clash]
    """What both call by one id; it is decided as a whole."""


def three_way(
    base: Codebook,
    mine: Codebook,
    theirs: Codebook,
    decisions: Mapping[str, str] | None = None,
) -> Together:
    """My codebook with theirs brought in; `decisions` say mine or theirs by a clash's name.

    Of an id with two meanings they may also say `both` or `both:ID`: theirs gets an id of its own.
    Raises Conflict when what was decided cannot stand together, such as two equal labels.
    """
    sides = _sides(base, mine, theirs, decisions or {})
    known = set(troubles(mine))
    clean: list[Clash] = []
    clashes: list[Clash] = []
    for step, is_clash in _steps(sides):
        (clashes if is_clash else clean).append(step)
    while True:
        clashes = [replace(one, decided=(decisions or {}).get(one.name)) for one in clashes]
        book = _built(sides, [*clean, *(one for one in clashes if one.decided == THEIRS)])
        found = [trouble for trouble in troubles(book) if trouble not in known]
        if not found:
            return Together(book, diff(mine, book), tuple(clashes))
        doubtful = {step.name: why for step in clean if (why := _blamed(step, found))}
        if not doubtful:
            raise Conflict(
                sentence("{why}.", why=found[0].why),
                sentence("Decide otherwise, or change your own first."),
            )
        clashes += [replace(s, why=doubtful[s.name]) for s in clean if s.name in doubtful]
        clean = [step for step in clean if step.name not in doubtful]


def _sides(
    base: Codebook, mine: Codebook, theirs: Codebook, decisions: Mapping[str, str]
) -> _Sides:
    """The three versions, theirs with new ids for codes of which both are to stay."""
    found = twice(base, mine, theirs)
    if not found:
        return _Sides(base, mine, theirs, {})
    there = [things(facts(one)) for one in (base, mine, theirs)]
    clashes = {}
    for name, another in found.items():
        was, now, new = (one.get(("code", name)) for one in there)
        field, why = (MEANING, _ANOTHER) if another else (ENTRY, _ANEW)
        clashes[name] = Clash("code", name, field, was, now, new, why)
    decided = {name: decisions.get(clash.name, "") for name, clash in clashes.items()}
    return _Sides(base, mine, apart(theirs, mine, new_ids(decided, mine, theirs)), clashes)


def _blamed(step: Clash, found: list[Trouble]) -> str:
    """Why a change of theirs cannot simply be taken, or nothing."""
    about = step.id if step.kind == "code" else f"{step.kind}:{step.id}"
    can_be = step.field in _DOUBTFUL or step.field.startswith("label.")
    return next((one.why for one in found if can_be and about in one.codes), "")


def _steps(sides: _Sides) -> Iterator[tuple[Clash, bool]]:
    """What they changed and I do not have, and whether it clashes with what I changed."""
    base, mine, theirs = facts(sides.base), facts(sides.mine), facts(sides.theirs)
    _keep_dropped(base, theirs)
    yield from ((clash, True) for clash in sides.twice.values())
    there = [things(base), things(mine), things(theirs)]
    for about in dict.fromkeys((*there[2], *there[0])):
        was, now, new = (one.get(about) for one in there)
        if new in (was, now) or (about[0] == "code" and about[1] in sides.twice):
            continue
        if was is not None and now is not None and new is not None:
            yield from _fields(about, was, now, new)
        elif about[0] != "value":
            yield Clash(*about, ENTRY, was, now, new, _why(was, now, new)), now != was
    wholes = [
        {field: value for (kind, _, field), value in one.items() if kind == "codebook"}
        for one in (base, mine, theirs)
    ]
    yield from _fields(("codebook", ""), *wholes)
    yield from _orders(sides)


def _keep_dropped(base: Facts, theirs: Facts) -> None:
    """Codes that are not in their file any more count as retired by them."""
    known = things(theirs)
    for (kind, name), said in things(base).items():
        if kind == "code" and (kind, name) not in known:
            theirs.update({(kind, name, field): value for field, value in said.items()})
            if not said[STATE][0]:
                theirs[kind, name, STATE] = (True, ())


def _why(base: Any, mine: Any, theirs: Any) -> str:
    if base is None:
        return _ANEW if mine is not None else ""
    if mine is None:
        return sentence("you do without it, they have changed it")
    return sentence("they do without it")


def _fields(
    about: tuple[str, str],
    base: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
) -> Iterator[tuple[Clash, bool]]:
    dropped = about[0] == "code" and theirs == {**base, STATE: (True, ())}
    for field in dict.fromkeys((*theirs, *base)):
        was, now, new = (one.get(field) for one in (base, mine, theirs))
        if new in (was, now) or _follows(field, mine, theirs):
            continue
        if field != "values" and isinstance(was, tuple) and field != STATE and now != was:
            new, was = _joined(was, now or (), new or ()), now
            if new == now:
                continue
        touched = dropped and mine != base
        why = sentence("you have changed it, they do without it") if touched else ""
        yield Clash(*about, field, was, now, new, why), now != was or touched


def _follows(field: str, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether a field only says where words are from, and goes with the words themselves."""
    first, _, text = field.partition(".")
    return first == "taken" and (mine.get(text) != theirs.get(text) or field in mine)


def _joined(
    base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]
) -> tuple[Any, ...]:
    """A list with what they added and without what they took out."""
    kept = [one for one in mine if one in theirs or one not in base]
    return (*kept, *(one for one in theirs if one not in base and one not in mine))


def _orders(sides: _Sides) -> Iterator[tuple[Clash, bool]]:
    known = common(sides.base, sides.mine, sides.theirs)
    was, now = orders(sides.base, known), orders(sides.mine, known)
    for parent, new in orders(sides.theirs, known).items():
        before, mine = was.get(parent, ()), now.get(parent, ())
        if new not in (before, mine):
            about = ("code", parent) if parent else ("codebook", "")
            yield Clash(*about, ORDER, before, mine, new), mine != before


def _built(sides: _Sides, taken: list[Clash]) -> Codebook:
    """My codebook with these changes of theirs."""
    found = facts(sides.mine)
    theirs = facts(sides.theirs)
    # values count only where their scale lists them, so those that only they have do no harm
    found = {**{key: value for key, value in theirs.items() if key[0] == "value"}, **found}
    sequences = []
    for step in taken:
        about = (step.kind, step.id)
        if step.field == ORDER:
            sequences.append(step.theirs)
        elif step.field in (ENTRY, MEANING):
            found = {key: value for key, value in found.items() if key[:2] != about}
            found.update({(*about, field): value for field, value in (step.theirs or {}).items()})
        elif step.theirs is None and "." in step.field:
            found.pop((*about, step.field), None)
        else:
            found[*about, step.field] = step.theirs
        source = (*about, f"taken.{step.field}")
        if source in theirs:
            found[source] = theirs[source]
        else:
            found.pop(source, None)
    names = [key[1] for key in found if key[0] == "code" and key[2] == THERE]
    book = rebuilt(sides.mine, found, woven(sides.mine, sides.theirs, names))
    book = _without_strangers(replace(book, codes=parents_first(book.codes)))
    for siblings in sequences:
        book = arranged(book, siblings)
    return book


def _without_strangers(book: Codebook) -> Codebook:
    """The codebook whose sets, extensions and themes name nothing that it does not have."""

    def known(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if code in book.by_id)

    return replace(
        book,
        sets={name: replace(one, codes=known(one.codes)) for name, one in book.sets.items()},
        extensions={
            name: replace(one, codes=known(one.codes)) for name, one in book.extensions.items()
        },
        themes=tuple(
            replace(
                theme,
                codes=known(theme.codes),
                scale=theme.scale if theme.scale in book.scales else None,
            )
            for theme in book.themes
        ),
    )
