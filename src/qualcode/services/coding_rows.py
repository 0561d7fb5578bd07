"""Rows of a CSV file of codings: what they say, where they point, how they are written."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from qualcode.domain.coding import Coding, Degree
from qualcode.domain.document import Transcript
from qualcode.domain.span import Span
from qualcode.errors import BadFile, Invalid
from qualcode.sentences import sentence

OPTIONAL = (
    "coder",
    "valence",
    "standing",
    "degree",
    "from",
    "to",
    "activity",
    "period",
    "case",
    "memo",
    "label",
    "confidence",
)
EXPORTED = ("document", "start", "end", "quote", "code", *OPTIONAL)


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their lines; empty fields are left out. Raises BadFile."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(
            sentence("{path} is not UTF-8.", path=path.name), sentence("Save it as CSV UTF-8.")
        ) from None
    except OSError as error:
        raise BadFile(
            sentence("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from None
    head = text.split("\n", 1)[0]
    comma = max(",;\t", key=head.count)
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=comma, strict=True)
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = names
    by_offset = {"document", "start", "end", "code"} <= set(names)
    if not by_offset and not {"document", "quote", "code"} <= set(names):
        raise BadFile(
            sentence("{path} has no header that is known.", path=path.name),
            sentence("Begin with document,start,end,code or document,quote,code."),
        )
    try:
        for row in reader:
            clean = {k: v.strip() if k != "quote" else v for k, v in row.items() if k and v}
            if any(clean.values()):
                yield reader.line_num, {k: v for k, v in clean.items() if v}
    except csv.Error as error:
        raise BadFile(
            sentence(
                "{path}, line {line_num}: {error}.",
                path=path.name,
                line_num=reader.line_num,
                error=error,
            )
        ) from None


def place(transcript: Transcript, values: dict[str, str]) -> Span:
    """Where a row points: its offsets, else its quote. Raises Invalid."""
    if values.get("start") and values.get("end"):
        try:
            return Span(int(values["start"]), int(values["end"]))
        except ValueError:
            raise Invalid(sentence("Start and end are to be whole numbers.")) from None
    quote = values.get("quote", "")
    if not quote:
        raise Invalid(sentence("The row has neither a place nor a quote."))
    return only_place(transcript, quote)


def only_place(transcript: Transcript, quote: str) -> Span:
    """Where a quote stands; raises Invalid when it stands nowhere or more than once."""
    from qualcode.text.canonical import canonical

    wanted = quote if quote in transcript.text else canonical(quote)
    starts: list[int] = []
    at = transcript.text.find(wanted) if wanted else -1
    while at >= 0:
        starts.append(at)
        at = transcript.text.find(wanted, at + 1)
    name = transcript.document.name
    if not starts:
        raise Invalid(
            sentence("These words do not stand in {name}.", name=name),
            sentence("They must be exactly as in the text."),
        )
    if len(starts) > 1:
        shown = ", ".join(f"{start}:{start + len(wanted)}" for start in starts[:9])
        raise Invalid(
            sentence("These words stand {number} times in {name}.", number=len(starts), name=name),
            sentence("Give one of {shown}.", shown=shown),
        )
    return Span(starts[0], starts[0] + len(wanted))


def exported(coding: Coding, degree: Degree | None) -> dict[str, str]:
    """A coding as a row, with one of its segment's degrees."""
    row = {
        "document": coding.document,
        "start": str(coding.start),
        "end": str(coding.end),
        "quote": coding.quote,
        "code": coding.code,
        "coder": coding.coder,
        "valence": coding.valence or "",
        "standing": coding.standing or "",
        "case": coding.case or "",
        "memo": coding.memo or "",
        "label": coding.label or "",
        "confidence": coding.confidence if coding.confidence != "normal" else "",
    }
    return {**row, **(degree_fields(degree) if degree else {})}


def degree_fields(degree: Degree) -> dict[str, str]:
    """A degree's fields of a row."""
    return {
        "degree": str(degree.value),
        "from": degree.from_organisation or "",
        "to": degree.to_organisation or "",
        "activity": degree.activity or "",
        "period": degree.period or "",
    }
