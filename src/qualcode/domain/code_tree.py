"""The tree of a codebook as one order of codes: putting in, taking along, and what may not be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from qualcode.domain.codebook import Code, Codebook, Labels
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence

RESERVED = "emergent"
"""The kind of the code for what no other code fits; it is always there."""

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

SLUG = re.compile(r"[^\W_][\w.-]*")
"""What an id of a code looks like."""


def with_code(book: Codebook, code: Code) -> Codebook:
    """The codebook with that code in the place of the one with its id."""
    return replace(book, codes=tuple(code if one.id == code.id else one for one in book.codes))


def placed(book: Codebook, name: str, before: str | None) -> Codebook:
    """The codebook with a code and all below it before one beside it, or last under its parent.

    Raises Invalid when `before` has another parent.
    """
    code = book.by_id[name]
    branch = set(book.below(name))
    moved = [one for one in book.codes if one.id in branch]
    others = [one for one in book.codes if one.id not in branch]
    if before is not None:
        sibling = book.code(before)
        if sibling.parent != code.parent or sibling.id == name:
            raise Invalid(
                sentence("'{before}' does not lie beside '{name}'.", before=before, name=name),
                sentence("Name a code beside it."),
            )
        at = others.index(sibling)
    else:
        at = _end(book, code.parent, others)
    return replace(book, codes=(*others[:at], *moved, *others[at:]))


def _end(book: Codebook, parent: str | None, codes: list[Code]) -> int:
    """Where a new last child of `parent` goes: after all that lies below it."""
    if parent is None:
        return len(codes)
    family = set(book.below(parent))
    return max(at for at, code in enumerate(codes, 1) if code.id in family)


def with_new(book: Codebook, code: Code, before: str | None = None) -> Codebook:
    """The codebook with one more code, before one beside it or last under its parent."""
    return placed(replace(book, codes=(*book.codes, code)), code.id, before)


def parents_first(codes: Iterable[Code]) -> tuple[Code, ...]:
    """The codes in their order, but none before its parent."""
    known = list(codes)
    by_id = {code.id: code for code in known}
    found: dict[int, Code] = {}
    for code in known:
        above: list[Code] = []
        at: Code | None = code
        while at is not None and at not in above and id(at) not in found:
            above.append(at)
            at = by_id.get(at.parent) if at.parent else None
        found.update((id(one), one) for one in reversed(above))
    return tuple(found.values())


def same_label(book: Codebook, parent: str | None, labels: Labels, but: str) -> Code | None:
    """A code in use below `parent` (other than `but`) that has one of these labels."""
    wanted = {(language, text.casefold()) for language, text in labels.items()}
    for sibling in book.children(parent):
        if sibling.id == but or sibling.retired:
            continue
        if wanted & {(language, text.casefold()) for language, text in sibling.label.items()}:
            return sibling
    return None


def check_label(book: Codebook, code: Code) -> None:
    """Raises Conflict when a code in use beside this one has the same label."""
    other = same_label(book, code.parent, code.label, code.id)
    if other is not None:
        raise Conflict(
            sentence("'{other}' beside it has the same label.", other=other.id),
            sentence("Give one of them another."),
        )


def check_parent(book: Codebook, parent: str | None) -> None:
    """Raises NotFound for an unknown parent and Invalid for a retired one."""
    if parent is not None and book.code(parent).retired:
        raise Invalid(
            sentence("'{parent}' is retired: nothing new can lie below it.", parent=parent),
            sentence("Revive it first."),
        )


def check_unreserved(code: Code) -> None:
    """Raises Invalid for the code that gathers what is new."""
    if code.kind == RESERVED:
        raise Invalid(sentence("'{code}' gathers what is new and stays in use.", code=code.id))


def check_takes(book: Codebook, code: Code) -> None:
    """Raises Invalid when a code takes no codings: retired, a mere heading, or switched off."""
    if book.takes(code):
        return
    if code.retired:
        raise Invalid(
            sentence("Code '{code}' is retired and takes no codings.", code=code.id),
            sentence("See `qualcode codebook show {code}`.", code=code.id),
        )
    if code.id in book.switched_off:
        raise Invalid(
            sentence(
                "Code '{code}' belongs to an extension that is switched off and takes no codings.",
                code=code.id,
            ),
            sentence("Switch it on: qualcode codebook extension on NAME."),
        )
    raise Invalid(
        sentence("Code '{code}' only gathers other codes and takes no codings.", code=code.id)
    )


def check_childless(book: Codebook, code: Code) -> None:
    """Raises Conflict while codes in use lie below this one."""
    below = [child.id for child in book.children(code.id) if not child.retired]
    if below:
        shown = ", ".join(below[:5]) + (" ..." if len(below) > 5 else "")
        raise Conflict(
            sentence("Codes in use lie below '{code}': {shown}.", code=code.id, shown=shown),
            sentence("Move or retire them first."),
        )


def clean(text: str) -> str:
    """A text as a codebook file gives it back: composed, without space at its ends."""
    return normalize("NFC", text).strip()


def clean_labels(labels: Mapping[str, Any]) -> dict[str, Any]:
    """Texts (or lists of texts) by language as a file gives them back; empty ones are gone."""
    found = {
        language: clean(said) if isinstance(said, str) else cleaned(said)
        for language, said in labels.items()
        if said
    }
    return {language: said for language, said in found.items() if said}


def cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts as a file gives them back, without empty ones."""
    return tuple(text for one in texts if (text := clean(one)))


def check_marks(book: Codebook, code: Code) -> None:
    """Raises Invalid for a colour or hot key that is none, NotFound for an unknown valence."""
    if code.colour is not None and not COLOUR.fullmatch(code.colour):
        raise Invalid(
            sentence("'{colour}' is no colour.", colour=code.colour),
            sentence("Write it as #RRGGBB."),
        )
    if code.key is not None and (len(code.key) != 1 or not code.key.isalnum()):
        raise Invalid(
            sentence("'{key}' is no hot key.", key=code.key), sentence("One letter or digit.")
        )
    check_valence(book, code.usual_valence)


def check_valence(book: Codebook, valence: str | None) -> None:
    """Raises NotFound when a usual valence is not on the codebook's scale of that name."""
    if valence is not None and "valence" in book.scales:
        book.scales["valence"].by_id(valence)
