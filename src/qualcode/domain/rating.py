"""Ratings of a condition in a case, the rules of evidence for them, and events over time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.domain.codebook import Codebook, Scale
from qualcode.domain.fingerprint import Change
from qualcode.errors import Invalid, NotFound
from qualcode.sentences import numbered, sentence

OWN, AGREED = "own", "agreed"
"""What each rater says alone, and what the raters say together."""

NOT_ENOUGH = "NE"
"""The sign of a rating that says that there is not enough evidence; it is not the lowest value."""

EVENT, SETBACK = "event", "setback"
EVENT_KINDS = (EVENT, SETBACK)

DEFAULT_RULES = "any: linked; 2: 2 organisations actual; 3: 3 organisations actual or document," + (
    " contrary"
)
"""What a rating must rest on unless the project says otherwise."""

ACTUAL = "actual"
PART = re.compile(r"(?P<value>any|\d+)\s*:\s*(?P<needs>.+)")
PEOPLE = re.compile(r"(?P<n>\d+) organisations?(?P<actual> actual)?(?P<document> or document)?")


@dataclass(frozen=True, slots=True)
class Rating:
    """A value of the scale for one code in one case, in one period or in none.

    `value` None is "not enough evidence". `coder` is a name; `links` are ids of codings; `changes`
    say why it is out of date.
    """

    id: str
    case_id: str
    code: str
    period: str | None
    coder: str
    kind: str
    value: int | None
    sentence: str | None
    written: str
    links: tuple[str, ...] = ()
    basis: str | None = None
    changes: tuple[Change, ...] = ()

    @property
    def shown(self) -> str:
        """The number, or NE."""
        return NOT_ENOUGH if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a case in a period; a setback is one that set the work back."""

    id: str
    case_id: str
    period: str | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rating of `value` (None: of any) must rest on.

    `organisations` is a number of organisations with informants among the linked passages, of
    standing actual where `actual` says so; a linked passage of a document stands for them where
    `document` says so. `contrary`: the list of what speaks against must have been opened.
    """

    value: int | None
    linked: bool = False
    organisations: int = 0
    actual: bool = False
    document: bool = False
    contrary: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """What rules ask of one linked passage: the informant's organisation, standing, kind."""

    organisation: str | None
    standing: str | None
    document: bool = False


def rules(text: str) -> tuple[Rule, ...]:
    """The rules that a text such as `any: linked; 2: 2 organisations actual` says.

    Raises Invalid with the part that is not understood.
    """
    found = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        said = PART.fullmatch(part)
        if said is None:
            raise _unreadable(part)
        value = None if said["value"] == "any" else int(said["value"])
        found.append(_rule(value, [need.strip() for need in said["needs"].split(",")]))
    return tuple(found)


def _rule(value: int | None, needs: Sequence[str]) -> Rule:
    linked = contrary = actual = document = False
    organisations = 0
    for need in needs:
        people = PEOPLE.fullmatch(need)
        if need == "linked":
            linked = True
        elif need == "contrary":
            contrary = True
        elif need == "document":
            document = True
        elif people is not None:
            organisations = int(people["n"])
            actual, document = bool(people["actual"]), bool(people["document"])
        else:
            raise _unreadable(need)
    return Rule(value, linked, organisations, actual, document, contrary)


def _unreadable(part: str) -> Invalid:
    return Invalid(
        sentence("'{part}' is no rule of evidence.", part=part),
        sentence("Write them as: {DEFAULT_RULES}.", DEFAULT_RULES=DEFAULT_RULES),
    )


def rules_for(value: int, known: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules for a value: those for any, and those for the highest value not above it."""
    at = max((r.value for r in known if r.value is not None and r.value <= value), default=None)
    return tuple(rule for rule in known if rule.value is None or rule.value == at)


def check(value: int | None, known: Sequence[Rule], rests_on: Sequence[Linked]) -> None:
    """Raise Invalid, with what is missing, unless a rating may be given on that evidence.

    Whether what speaks against was opened is asked elsewhere. Not enough evidence needs none.
    """
    if value is None:
        return
    for rule in rules_for(value, known):
        if rule.linked and not rests_on:
            raise Invalid(
                sentence("A rating rests on linked passages, and there is none."),
                sentence("Link some with --link CODING, or rate it NE: not enough evidence."),
            )
        _check_people(value, rule, rests_on)


def _check_people(value: int, rule: Rule, rests_on: Sequence[Linked]) -> None:
    if rule.document and any(one.document for one in rests_on):
        return
    counted = [one for one in rests_on if not rule.actual or one.standing == ACTUAL]
    heard = {one.organisation for one in counted if one.organisation}
    if len(heard) < rule.organisations:
        raise Invalid(
            _lacking(value, rule, len(heard)),
            sentence(
                "Link more passages, rate lower, or change the rule: qualcode "
                "project set rating_rules"
            ),
        )
    if rule.document and not rule.organisations:
        raise Invalid(
            sentence("A rating of {value} needs a linked passage from a document.", value=value),
            sentence("Mark documents with: qualcode document set NAME --attribute kind=document."),
        )


def _lacking(value: int, rule: Rule, heard: int) -> str:
    """Which organisations a rating needs, and how many the passages have."""
    needed = {"value": value, "heard": heard}
    if rule.actual and rule.document:
        return numbered(
            "A rating of {value} needs informants from {n} organisation with standing actual, or a "
            "document (attribute kind=document); the linked passages have {heard}.",
            "A rating of {value} needs informants from {n} organisations with standing actual, or "
            "a document (attribute kind=document); the linked passages have {heard}.",
            rule.organisations,
            **needed,
        )
    if rule.actual:
        return numbered(
            "A rating of {value} needs informants from {n} organisation with standing actual; the "
            "linked passages have {heard}.",
            "A rating of {value} needs informants from {n} organisations with standing actual; the "
            "linked passages have {heard}.",
            rule.organisations,
            **needed,
        )
    if rule.document:
        return numbered(
            "A rating of {value} needs informants from {n} organisation, or a document (attribute "
            "kind=document); the linked passages have {heard}.",
            "A rating of {value} needs informants from {n} organisations, or a document (attribute "
            "kind=document); the linked passages have {heard}.",
            rule.organisations,
            **needed,
        )
    return numbered(
        "A rating of {value} needs informants from {n} organisation; the linked passages have "
        "{heard}.",
        "A rating of {value} needs informants from {n} organisations; the linked passages have "
        "{heard}.",
        rule.organisations,
        **needed,
    )


def needs_contrary(value: int | None, known: Sequence[Rule]) -> bool:
    """Whether what speaks against must have been opened before that rating."""
    return value is not None and any(rule.contrary for rule in rules_for(value, known))


def rating_scale(book: Codebook) -> Scale:
    """The scale of ratings: the one of that name, else the first ordered one on cells.

    Raises NotFound where the codebook has none.
    """
    if "rating" in book.scales:
        return book.scales["rating"]
    for scale in book.scales.values():
        if scale.applies_to == "cell" and scale.kind == "ordinal":
            return scale
    raise NotFound(
        sentence("The codebook has no scale for ratings."),
        sentence("Add an ordinal one on cells to it."),
    )


def in_place(value: int, scale: Scale) -> bool:
    """Whether a value says that a condition is there rather than not: the upper half."""
    numbers = sorted(one.value for one in scale.values if one.value is not None)
    return 2 * sum(number < value for number in numbers) >= len(numbers)


def settled(ratings: Sequence[Rating]) -> Rating | None:
    """The rating that counts among those of one place: the agreed one, else the only own value.

    None where raters differ and have not agreed, or nobody rated.
    """
    for one in ratings:
        if one.kind == AGREED:
            return one
    own = [one for one in ratings if one.kind == OWN]
    return own[0] if own and len({one.value for one in own}) == 1 else None


def visible(ratings: Sequence[Rating], coder: str | None) -> tuple[Rating, ...]:
    """The ratings that a coder may see who has still to rate alone; all where nobody codes.

    What others gave alone is left out of a place (case, code, period) until this coder has rated
    there, or something is agreed.
    """
    if coder is None:
        return tuple(ratings)
    shown = {_place(one) for one in ratings if one.coder == coder or one.kind == AGREED}
    return tuple(one for one in ratings if _place(one) in shown)


def _place(one: Rating) -> tuple[str, str, str | None]:
    return one.case_id, one.code, one.period
