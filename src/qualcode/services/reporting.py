"""Tables and reports as files and as text, each printed cell remembered for `trace`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qualcode.analysis.tables import make
from qualcode.domain.table import Table, TableOptions
from qualcode.errors import Invalid, nearest
from qualcode.reports import model, saving
from qualcode.reports.build import build
from qualcode.services.session import Session
from qualcode.services.tables import Tables
from qualcode.storage.material import with_unread

LANGUAGES = ("en", "sv", "da", "nb")


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is to be reported: language, profile, tables to print in full, whose codings."""

    language: str = "en"
    profile: str = "internal"
    tables: tuple[str, ...] | None = None
    coder: str | None = None


class Reporting:
    """Writes what people outside the program read."""

    def __init__(self, session: Session, tables: Tables) -> None:
        self._session = session
        self._tables = tables

    def write(self, path: Path, request: ReportRequest | None = None) -> Path:
        """Write a report as .docx, .xlsx or .html; an old file stays whole until it is done.

        The same project and request give the same bytes. Raises Invalid and BadFile.
        """
        asked = request or ReportRequest()
        self._check(path, asked)
        options = model.ReportOptions(asked.language, asked.profile, asked.tables)
        material = with_unread(self._session.store, self._tables.material(texts=True))
        if asked.coder is not None:
            material = material.by_coder(asked.coder)
        wanted = TableOptions(language=asked.language)
        tables = [make(name, material, wanted) for name in options.needed]
        report = build(material, tables, options)
        saving.save_report(report, path)
        self._tables.keep(tables)
        return path

    def table_bytes(self, table: Table, form: str, width: int | None = None) -> bytes:
        """A table as text, csv, json, md, html or xlsx; text is UTF-8, `width` cells wide."""
        found = saving.table_bytes(table, form, width)
        self._tables.keep([table])
        return found

    def write_table(self, table: Table, path: Path, form: str | None = None) -> Path:
        """Write a table in a format, by default that of the path's ending, which may be .docx."""
        wanted = form or path.suffix.removeprefix(".").lower()
        if wanted == "docx":
            saving.save_report(_alone(table), path)
        else:
            saving.save_table(table, wanted, path)
        self._tables.keep([table])
        return path

    def _check(self, path: Path, asked: ReportRequest) -> None:
        ending = path.suffix.removeprefix(".").lower()
        if ending not in saving.REPORT_FORMATS:
            known = ", ".join(f".{form}" for form in saving.REPORT_FORMATS)
            raise Invalid(f"A report cannot be written as '{path.name}'.", f"Endings: {known}.")
        if asked.language not in LANGUAGES:
            raise Invalid(
                f"There are no reports in '{asked.language}'.", f"Known: {', '.join(LANGUAGES)}."
            )
        if asked.profile not in model.PROFILES:
            hint = nearest(asked.profile, model.PROFILES) or f"Known: {', '.join(model.PROFILES)}."
            raise Invalid(f"There is no profile '{asked.profile}'.", hint)


def _alone(table: Table) -> model.Report:
    """A report that is nothing but this table."""
    block = model.TableBlock(table, table.title)
    return model.Report(table.title, (), (block,), (table,), table.language, table.date)
