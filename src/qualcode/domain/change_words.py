"""What was done to the parts of a codebook, as sentences that can be said in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qualcode.sentences import Sentence, joined, sentence

_KNOWN = (
    *(sentence("label"), sentence("definition"), sentence("include"), sentence("exclude")),
    *(sentence("example"), sentence("cues"), sentence("kind"), sentence("usual_valence")),
    *(sentence("sources"), sentence("colour"), sentence("key"), sentence("assignable")),
    *(sentence("values"), sentence("title"), sentence("description"), sentence("languages")),
)
_BY_NAME = {str(each): each for each in _KNOWN}


def thing(kind: str, name: str) -> str:
    """A code by its id (none: the top of the tree), anything else with what it is."""
    if kind == "code":
        return name or sentence("the top")
    if kind == "scale":
        return sentence("scale {scale}", scale=name)
    if kind == "set":
        return sentence("set {set}", set=name)
    if kind == "extension":
        return sentence("extension {extension}", extension=name)
    if kind == "theme":
        return sentence("theme {theme}", theme=name)
    return sentence("codebook")


def done(what: str, name: str) -> Sentence:
    """That something was added, removed, retired, revived or put in another order."""
    if what == "added":
        return sentence("{name} added", name=name)
    if what == "removed":
        return sentence("{name} removed", name=name)
    if what == "retired":
        return sentence("{name} retired", name=name)
    if what == "revived":
        return sentence("{name} revived", name=name)
    return sentence("{name} reordered", name=name)


def changed(name: str, fields: Iterable[str]) -> Sentence:
    """That fields of something were changed."""
    return sentence("{name} changed: {fields}", name=name, fields=_fields(fields))


def redefined(name: str, fields: Iterable[str], *, same_meaning: bool = False) -> Sentence:
    """That the entry of a code was changed, or only its wording."""
    said = _fields(fields)
    if same_meaning:
        return sentence("{name} reworded: {fields}", name=name, fields=said)
    return sentence("{name} redefined: {fields}", name=name, fields=said)


def relabelled(name: str, labels: Iterable[str]) -> Sentence:
    """That a code has another label; see `label` and `label_change`."""
    return sentence("{name} relabelled: {labels}", name=name, labels=joined(labels, ", "))


def label(language: str, text: str | None) -> str:
    """A label in a language; the language alone where there is none any more."""
    return sentence("{language} '{label}'", language=language, label=text) if text else language


def label_change(language: str, before: str, after: str) -> Sentence:
    """One label and the one in its place."""
    return sentence(
        "{language} '{before}' → '{after}'", language=language, before=before, after=after
    )


def edited(
    name: str, labels: Mapping[str, str | None], fields: Iterable[str], *, same_meaning: bool
) -> Sentence:
    """That both the labels and the entry of a code were changed."""
    values = {
        "name": name,
        "labels": joined((label(*one) for one in labels.items()), ", "),
        "fields": _fields(fields),
    }
    if same_meaning:
        return sentence("{name} relabelled: {labels}; reworded: {fields}", **values)
    return sentence("{name} relabelled: {labels}; redefined: {fields}", **values)


def moved(name: str, before: str | None, after: str | None) -> Sentence:
    """That a code lies below another than before; None is the top of the tree."""
    top = sentence("the top")
    return sentence(
        "{name} moved from {before} to {after}", name=name, before=before or top, after=after or top
    )


def merged(name: str, into: str) -> Sentence:
    """That a code became another."""
    return sentence("{name} merged into {into}", name=name, into=into)


def split(name: str, into: Iterable[str]) -> Sentence:
    """That a code became several."""
    return sentence("{name} split into {names}", name=name, names=", ".join(into))


def _fields(names: Iterable[str]) -> Sentence:
    return joined(map(_field, names), ", ")


def _field(name: str) -> str:
    """`definition (sv)` for `definition.sv`; ids of values stay as they are."""
    first, dot, key = name.partition(".")
    if first == "taken":
        return sentence("source of {field}", field=_field(key))
    known = _BY_NAME.get(first, first)
    return sentence("{field} ({key})", field=known, key=key) if dot else known
