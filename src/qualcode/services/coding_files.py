"""Codings as CSV: in as one act, all rows or none; out so that they can come in again."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TextIO

from qualcode.domain.coding import Coding, CodingDetails, CodingFilter, Degree, DegreeDetails
from qualcode.domain.document import Transcript
from qualcode.domain.span import Span
from qualcode.errors import BadFile, Conflict, Invalid, QualcodeError
from qualcode.services.codings import Codings
from qualcode.services.degrees import Degrees
from qualcode.services.documents import Documents
from qualcode.services.session import Session
from qualcode.storage import codings as stored
from qualcode.storage import people
from qualcode.storage.journal import Act

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
SHOWN_ERRORS = 20


@dataclass(slots=True)
class CsvOutcome:
    """What an import did: rows added, rows that were there already, remarks."""

    added: int = 0
    skipped: int = 0
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    n: int
    transcript: Transcript
    span: Span
    values: dict[str, str]


class CodingFiles:
    """Reads and writes CSV files of codings."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents = Documents(session)
        self._codings = Codings(session)
        self._degrees = Degrees(session)

    def read(self, path: Path, *, strict: bool = False) -> CsvOutcome:
        """Bring in the rows of a file in one act.

        A coder or organisation that is unknown is made, with a warning; with `strict` unknown
        organisations are refused. A row that is there already is skipped and counted.
        Raises BadFile naming every bad row with its line; then nothing has come in.
        """
        lines = self._lines(path)
        outcome = CsvOutcome()
        errors: list[str] = []
        self._degrees.made = []
        with self._session.act("code.import") as act:
            coders = _Coders(act, outcome)
            for line in lines:
                if isinstance(line, str):
                    errors.append(line)
                    continue
                try:
                    self._row(act, line, coders, outcome, strict=strict)
                except QualcodeError as error:
                    errors.append(f"line {line.n}: {error.message} {error.hint}".rstrip())
            if errors:
                raise BadFile(_listed(path, errors), "Nothing was imported; mend these rows.")
            act.detail["n"] = outcome.added
        for name in dict.fromkeys(self._degrees.made):
            outcome.warnings.append(f"organisation '{name}' is new")
        return outcome

    def _lines(self, path: Path) -> list[_Line | str]:
        known: dict[str, Transcript] = {}
        found: list[_Line | str] = []
        for n, values in _rows(path):
            name = values.get("document", "")
            try:
                if name not in known:
                    known[name] = self._documents.transcript(name)
                found.append(_Line(n, known[name], _place(known[name], values), values))
            except QualcodeError as error:
                found.append(f"line {n}: {error.message} {error.hint}".rstrip())
        return found

    def _row(
        self, act: Act, line: _Line, coders: _Coders, outcome: CsvOutcome, *, strict: bool
    ) -> None:
        values, info = line.values, line.transcript.document
        act.coder_id = coders.of(values.get("coder"))
        case = values.get("case")
        details = CodingDetails(
            valence=_choice(values.get("valence")),
            standing=_choice(values.get("standing")),
            confidence=values.get("confidence") or "normal",
            label=values.get("label"),
            memo=values.get("memo"),
            case=case if case not in (None, info.case, info.case_id) else None,
        )
        new = False
        code = values.get("code")
        if code:
            new = self._coded(act, line, code, details)
        elif not values.get("degree"):
            raise Invalid("The row has no code.")
        else:
            self._codings.put_segment(act, info, line.span, details)
        if values.get("degree"):
            new = self._degree(act, values, strict=strict) or new
        if new:
            outcome.added += 1
        else:
            outcome.skipped += 1

    def _coded(self, act: Act, line: _Line, code: str, details: CodingDetails) -> bool:
        info = line.transcript.document
        place = (line.span.start, line.span.end)
        segment = stored.segment_at(act.store, info.id, info.version, place, act.coder_id)
        if segment is not None and stored.coding_on(act.store, segment, code, details.label):
            act.detail["segment"] = segment
            return False
        self._codings.put(act, info, line.span, code, details)
        return True

    def _degree(self, act: Act, values: dict[str, str], *, strict: bool) -> bool:
        try:
            value = int(values["degree"])
        except ValueError:
            raise Invalid(f"'{values['degree']}' is no degree.", "Give its number.") from None
        details = DegreeDetails(
            value,
            values.get("from"),
            values.get("to"),
            values.get("activity"),
            _choice(values.get("period")),
        )
        try:
            self._degrees.put(act, act.detail["segment"], details, strict=strict)
        except Conflict:
            return False
        return True

    def write(self, out: TextIO, where: CodingFilter | None = None) -> int:
        """Write codings, one row each; a segment's further degrees repeat its first coding.

        Returns the number of codings.
        """
        writer = csv.DictWriter(out, EXPORTED, lineterminator="\n", restval="")
        writer.writeheader()
        found = self._codings.list(where)
        told: set[str] = set()
        for coding in found:
            degrees: Sequence[Degree | None] = [None]
            if coding.segment not in told and coding.degrees:
                degrees = coding.degrees
            told.add(coding.segment)
            for degree in degrees:
                writer.writerow(_exported(coding, degree))
        self._write_bare_degrees(writer, where, told)
        return len(found)

    def _write_bare_degrees(
        self, writer: csv.DictWriter[str], where: CodingFilter | None, told: set[str]
    ) -> None:
        if where is not None and where != CodingFilter():
            return
        for placed in self._degrees.list():
            if placed.segment not in told:
                row = {
                    "document": placed.document,
                    "start": str(placed.start),
                    "end": str(placed.end),
                    "quote": placed.quote,
                    "coder": placed.coder,
                    "standing": placed.standing or "",
                    "case": placed.case or "",
                }
                writer.writerow({**row, **_degree_fields(placed.degree)})


class _Coders:
    """Finds coders by name and makes the unknown ones, with a remark."""

    def __init__(self, act: Act, outcome: CsvOutcome) -> None:
        self._act = act
        self._outcome = outcome
        self._own = act.coder_id
        self._known: dict[str, str] = {}

    def of(self, name: str | None) -> str:
        if not name:
            return self._own
        if name not in self._known:
            found = people.coder_id(self._act.store, name)
            if found is None:
                found = self._act.insert("coders", {"name": name})
                self._outcome.warnings.append(f"coder '{name}' is new")
            self._known[name] = found
        return self._known[name]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(f"{path.name} is not UTF-8.", "Save it as CSV UTF-8.") from None
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}.") from None
    head = text.split("\n", 1)[0]
    comma = max(",;\t", key=head.count)
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=comma, strict=True)
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = names
    by_offset = {"document", "start", "end", "code"} <= set(names)
    if not by_offset and not {"document", "quote", "code"} <= set(names):
        raise BadFile(
            f"{path.name} has no header that is known.",
            "Begin with document,start,end,code or document,quote,code.",
        )
    try:
        for row in reader:
            clean = {k: v.strip() if k != "quote" else v for k, v in row.items() if k and v}
            if any(clean.values()):
                yield reader.line_num, {k: v for k, v in clean.items() if v}
    except csv.Error as error:
        raise BadFile(f"{path.name}, line {reader.line_num}: {error}.") from None


def _place(transcript: Transcript, values: dict[str, str]) -> Span:
    if values.get("start") and values.get("end"):
        try:
            return Span(int(values["start"]), int(values["end"]))
        except ValueError:
            raise Invalid("Start and end are to be whole numbers.") from None
    quote = values.get("quote", "")
    if not quote:
        raise Invalid("The row has neither a place nor a quote.")
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
            f"These words do not stand in {name}.", "They must be exactly as in the text."
        )
    if len(starts) > 1:
        shown = ", ".join(f"{start}:{start + len(wanted)}" for start in starts[:9])
        raise Invalid(f"These words stand {len(starts)} times in {name}.", f"Give one of {shown}.")
    return Span(starts[0], starts[0] + len(wanted))


def _choice(value: str | None) -> str | None:
    return None if value in (None, "", "none") else value


def _exported(coding: Coding, degree: Degree | None) -> dict[str, str]:
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
    return {**row, **(_degree_fields(degree) if degree else {})}


def _degree_fields(degree: Degree) -> dict[str, str]:
    return {
        "degree": str(degree.value),
        "from": degree.from_organisation or "",
        "to": degree.to_organisation or "",
        "activity": degree.activity or "",
        "period": degree.period or "",
    }


def _listed(path: Path, errors: Sequence[str]) -> str:
    more = f"\n... and {len(errors) - SHOWN_ERRORS} more" if len(errors) > SHOWN_ERRORS else ""
    return f"{path.name} has {len(errors)} bad rows:\n" + "\n".join(errors[:SHOWN_ERRORS]) + more
