"""Codings as CSV: in as one act, all rows or none; out so that they can come in again."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TextIO

from qualcode.domain.coding import CodingDetails, CodingFilter, Degree, DegreeDetails
from qualcode.domain.document import Transcript
from qualcode.domain.span import Span
from qualcode.errors import BadFile, Conflict, Invalid, QualcodeError
from qualcode.sentences import sentence
from qualcode.services.coding_rows import EXPORTED, degree_fields, exported, place, rows
from qualcode.services.coding_steps import CodingSteps
from qualcode.services.codings import Codings
from qualcode.services.degrees import Degrees
from qualcode.services.documents import Documents
from qualcode.services.session import Session
from qualcode.storage import codings as stored
from qualcode.storage import people
from qualcode.storage.journal import Act

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
        self._steps = CodingSteps(session)
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
                raise BadFile(
                    _listed(path, errors), sentence("Nothing was imported; mend these rows.")
                )
            act.coder_id = coders.own
            act.detail["n"] = outcome.added
        for name in dict.fromkeys(self._degrees.made):
            outcome.warnings.append(f"organisation '{name}' is new")
        return outcome

    def _lines(self, path: Path) -> list[_Line | str]:
        known: dict[str, Transcript] = {}
        found: list[_Line | str] = []
        for n, values in rows(path):
            name = values.get("document", "")
            try:
                if name not in known:
                    known[name] = self._documents.transcript(name)
                found.append(_Line(n, known[name], place(known[name], values), values))
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
            raise Invalid(sentence("The row has no code."))
        else:
            self._steps.put_segment(act, info, line.span, details)
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
        self._steps.put(act, info, line.span, code, details)
        return True

    def _degree(self, act: Act, values: dict[str, str], *, strict: bool) -> bool:
        try:
            value = int(values["degree"])
        except ValueError:
            raise Invalid(
                sentence("'{value}' is no degree.", value=values["degree"]),
                sentence("Give its number."),
            ) from None
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
                writer.writerow(exported(coding, degree))
        self._write_bare_degrees(writer, where, told)
        return len(found)

    def save(self, path: Path, where: CodingFilter | None = None) -> int:
        """`write` into a file, UTF-8; an old one stays whole until then. Raises BadFile."""
        from qualcode.reports.writing import write_whole

        text = StringIO()
        count = self.write(text, where)
        write_whole(path, text.getvalue().encode())
        return count

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
                writer.writerow({**row, **degree_fields(placed.degree)})


class _Coders:
    """Finds coders by name and makes the unknown ones, with a remark."""

    def __init__(self, act: Act, outcome: CsvOutcome) -> None:
        self._act = act
        self._outcome = outcome
        self.own = act.coder_id
        self._known: dict[str, str] = {}

    def of(self, name: str | None) -> str:
        if not name:
            return self.own
        if name not in self._known:
            found = people.coder_id(self._act.store, name)
            if found is None:
                found = self._act.insert("coders", {"name": name})
                self._outcome.warnings.append(f"coder '{name}' is new")
            self._known[name] = found
        return self._known[name]


def _choice(value: str | None) -> str | None:
    return None if value in (None, "", "none") else value


def _listed(path: Path, errors: Sequence[str]) -> str:
    more = f"\n... and {len(errors) - SHOWN_ERRORS} more" if len(errors) > SHOWN_ERRORS else ""
    return f"{path.name} has {len(errors)} bad rows:\n" + "\n".join(errors[:SHOWN_ERRORS]) + more
