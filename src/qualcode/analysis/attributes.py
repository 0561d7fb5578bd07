"""What codings can be spread over: attributes of cases, documents, people and codings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.domain.material import DocumentRow
from qualcode.errors import NotFound, nearest
from qualcode.sentences import sentence

if TYPE_CHECKING:
    import pandas as pd

OF_CODING = ("valence", "standing", "coder")
OF_DOCUMENT: Mapping[str, Callable[[DocumentRow], object]] = {
    "language": lambda document: document.language,
    "wave": lambda document: document.wave,
    "group": lambda document: document.groups,
    "document": lambda document: document.name,
}
OF_PERSON = ("role", "organisation", "organisation-type", "participant", "consent")
IN_WORDS = ("valence", "standing", "consent")
"""Attributes whose values have words of their own in each language."""

Values = Mapping[str, tuple[str, ...]]
"""Values as texts, by the id of what has them."""


@dataclass(frozen=True, slots=True)
class Spread:
    """An attribute: the column of a frame that it hangs on, and its values by what stands there.

    What is not in `values` has none. For an attribute of codings `values` is None: the column is
    the value.
    """

    name: str
    column: str
    values: Values | None = None


def spread(basis: Basis, name: str) -> Spread:
    """The attribute of that name; `case.NAME` and `document.NAME` say whose it is.

    Raises NotFound with the nearest names.
    """
    if name in OF_CODING:
        return Spread(name, name)
    if name in OF_DOCUMENT:
        return Spread(name, "document", _of_documents(basis, OF_DOCUMENT[name]))
    if name in OF_PERSON:
        return Spread(name, "informant", _of_people(basis, name))
    if name == "case":
        return Spread(name, "case", {case.id: (case.name,) for case in basis.material.cases})
    whose, dot, attribute = name.partition(".")
    wanted = attribute if dot else name
    if whose in ("case", name) and any(wanted in case.attributes for case in basis.material.cases):
        cases = {case.id: _texts(case.attributes.get(wanted)) for case in basis.material.cases}
        return Spread(name, "case", cases)
    documents = basis.material.documents
    if whose in ("document", name) and any(wanted in one.attributes for one in documents):
        return Spread(
            name, "document", _of_documents(basis, lambda one: one.attributes.get(wanted))
        )
    known = names(basis)
    raise NotFound(
        sentence("Nothing has the attribute '{name}'.", name=name),
        nearest(name, known) or sentence("Known: {names}.", names=", ".join(known)),
    )


def names(basis: Basis) -> list[str]:
    """Every attribute that something of this material has."""
    cases = {key for case in basis.material.cases for key in case.attributes}
    documents = {key for one in basis.material.documents for key in one.attributes}
    own = [*sorted(cases), *sorted(f"document.{key}" if key in cases else key for key in documents)]
    return [*OF_CODING, *OF_DOCUMENT, *OF_PERSON, "case", *own]


def spread_out(frame: pd.DataFrame, found: Spread) -> pd.DataFrame:
    """One row per coding and value (column `value`), an empty text where there is none."""
    import numpy as np

    if found.values is None:
        return frame.assign(value=frame[found.column])
    numbers, places = frames.numbered(frame[found.column])
    values = [found.values.get(place) or ("",) for place in places]
    each = [values[number] for number in numbers.tolist()]
    rows = np.repeat(np.arange(len(frame)), [len(some) for some in each])
    told = frames.category([value for some in each for value in some])
    return frame.take(rows).assign(value=told)


def in_order(values: Sequence[str]) -> list[str]:
    """Numbers by size, then words by the alphabet, what is missing last."""
    return sorted(set(values), key=_rank)


def _rank(value: str) -> tuple[int, float, str, str]:
    if not value:
        return (2, 0.0, "", "")
    try:
        number = float(value)
    except ValueError:
        return (1, 0.0, value.casefold(), value)
    return (0, number, "", value) if number == number else (1, 0.0, value.casefold(), value)


def title(basis: Basis, name: str) -> str:
    """How an attribute is called: in words where the program knows it, else by its own name."""
    known = (*OF_CODING, "document", *OF_PERSON, "case")
    return basis.words.column(name) if name in known else name


def label(basis: Basis, name: str, value: str) -> str:
    """How a value is shown."""
    if not value:
        return basis.words.value("missing")
    if name in IN_WORDS or value in ("yes", "no"):
        return basis.words.values().get(value, value)
    return value


def _of_documents(basis: Basis, value: Callable[[DocumentRow], object]) -> Values:
    return {document.id: _texts(value(document)) for document in basis.material.documents}


def _of_people(basis: Basis, name: str) -> Values:
    organisations = {one.id: one for one in basis.material.organisations}
    found = {}
    for person in basis.material.participants:
        employer = organisations.get(person.organisation_id or "")
        told = {
            "role": person.role,
            "organisation": employer and employer.name,
            "organisation-type": employer and employer.type,
            "participant": person.name,
            "consent": person.consent,
        }
        found[person.id] = _texts(told[name])
    return found


def _texts(value: object) -> tuple[str, ...]:
    """A value as texts: 3 and 3.0 and "3" are one; a list is several; None and "" are none."""
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(text for one in value for text in _texts(one)))
    if value is None or value == "":
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, float) and value.is_integer():
        return (str(int(value)),)
    return (" ".join(str(value).split()),)
