"""Whether the tree of a codebook can stand: what brings two good versions into trouble together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.domain.codebook import Code, Codebook
from qualcode.sentences import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Trouble:
    """Codes (or `scale:ID`) that cannot be as they are, and why."""

    codes: tuple[str, ...]
    why: Sentence


def troubles(book: Codebook) -> Iterator[Trouble]:
    """Unknown parents, codes below themselves or below retired ones, equal labels side by side,
    and values of an ordered scale that share a number."""
    for name, one in book.scales.items():
        numbers = [value.value for value in one.values if value.value is not None]
        if one.kind == "ordinal" and len(set(numbers)) < len(numbers):
            why = sentence(
                "two values of the scale '{scale}' would have the same number", scale=name
            )
            yield Trouble((f"scale:{name}",), why)
    scale = book.scales.get("valence")
    valences = {value.id for value in scale.values} if scale else None
    labels: dict[tuple[str | None, str, str], Code] = {}
    for code in book.codes:
        yield from _place(book, code)
        valence = code.usual_valence
        if valence is not None and valences is not None and valence not in valences:
            why = sentence(
                "'{valence}', the usual valence of '{code}', would not be on the scale",
                valence=valence,
                code=code.id,
            )
            yield Trouble((code.id, "scale:valence"), why)
        for into in code.became:
            if into not in book.by_id:
                why = sentence("it went into '{into}', which is not there", into=into)
                yield Trouble((code.id,), why)
        if code.retired:
            continue
        for language, text in code.label.items():
            first = labels.setdefault((code.parent, language, text.casefold()), code)
            if first.id != code.id:
                why = sentence(
                    "'{first}' and '{second}' would lie side by side with the same label",
                    first=first.id,
                    second=code.id,
                )
                yield Trouble((first.id, code.id), why)


def _place(book: Codebook, code: Code) -> Iterator[Trouble]:
    if code.parent is None:
        return
    if code.parent not in book.by_id:
        why = sentence("its parent '{parent}' is not there", parent=code.parent)
        yield Trouble((code.id,), why)
        return
    lineage = book.lineage(code.id)
    if book.by_id[lineage[-1]].parent in book.by_id:
        yield Trouble(lineage, sentence("'{code}' would lie below itself", code=code.id))
    if not code.retired and book.by_id[code.parent].retired:
        why = sentence(
            "'{code}' would lie below '{parent}', which is retired",
            code=code.id,
            parent=code.parent,
        )
        yield Trouble((code.id, code.parent), why)
