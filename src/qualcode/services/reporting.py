"""Tables and reports as files and as text, each printed cell remembered for `trace`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.domain.table import Table, TableOptions
from qualcode.errors import Invalid, nearest
from qualcode.reports import model, saving
from qualcode.reports.build import build
from qualcode.sentences import sentence
from qualcode.services.bulk import in_bulk
from qualcode.services.session import Session
from qualcode.services.tables import Tables
from qualcode.storage.material import with_unread

LANGUAGES = ("en", "sv", "da", "nb")


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is to be reported: language, profile, tables to print in full, whose codings.

    `cases` (names or ids) and `query` narrow everything in it; `further` are tables with options of
    their own, printed after the others. `chapters`, `title` and `template` are as in a report.
    """

    language: str = "en"
    profile: str = "internal"
    tables: tuple[str, ...] | None = None
    coder: str | None = None
    cases: tuple[str, ...] = ()
    query: str = ""
    further: tuple[tuple[str, TableOptions], ...] = ()
    chapters: tuple[str, ...] | None = None
    title: str = ""
    template: Path | None = None


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
        options = model.ReportOptions(
            *(asked.language, asked.profile, asked.tables, asked.chapters),
            *(asked.title, asked.template, path.suffix.lower() == ".html"),
        )
        wanted = TableOptions(
            language=asked.language,
            coder=asked.coder,
            cases=asked.cases,
            query=asked.query,
            profile=asked.profile,
        )
        material = with_unread(self._session.store, self._tables.told(wanted))
        tables = [self._tables.make(name, wanted) for name in options.needed]
        further = [self._tables.make(name, _within(own, wanted)) for name, own in asked.further]
        made = build(material, tables, options, further)
        saving.save_report(made, path)
        self._tables.keep([*tables, *further], made.stated)
        return path

    def warnings(self, path: Path, request: ReportRequest) -> tuple[str, ...]:
        """What the template did not have or could not be used for, in sentences.

        Raises BadFile for a template that cannot be used.
        """
        if request.template is None:
            return ()
        if path.suffix.lower() != ".docx":
            return (sentence("The template is left aside: only .docx files have one."),)
        from qualcode.reports.docx_template import lacking

        styles = ", ".join(lacking(request.template))
        if not styles:
            return ()
        return (
            sentence("Styles that the template lacks, added with ours: {styles}.", styles=styles),
        )

    def table_bytes(self, table: Table, form: str, width: int | None = None) -> bytes:
        """A table as text, csv, json, md, html or xlsx; text is UTF-8, `width` cells wide."""
        with in_bulk():
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
            raise Invalid(
                sentence("A report cannot be written as '{path}'.", path=path.name),
                sentence("Endings: {known}.", known=known),
            )
        if asked.language not in LANGUAGES:
            raise Invalid(
                sentence("There are no reports in '{language}'.", language=asked.language),
                sentence("Known: {names}.", names=", ".join(LANGUAGES)),
            )
        if asked.profile not in model.PROFILES:
            hint = nearest(asked.profile, model.PROFILES) or sentence(
                "Known: {names}.", names=", ".join(model.PROFILES)
            )
            raise Invalid(sentence("There is no profile '{profile}'.", profile=asked.profile), hint)


def _within(own: TableOptions, report: TableOptions) -> TableOptions:
    """The options of one table inside what the whole report is narrowed to."""
    queries = [f"({query})" for query in (report.query, own.query) if query]
    return replace(
        own,
        language=report.language,
        profile=report.profile,
        coder=own.coder or report.coder,
        cases=own.cases or report.cases,
        query=queries[0][1:-1] if len(queries) == 1 else " and ".join(queries),
    )


def _alone(table: Table) -> model.Report:
    """A report that is nothing but this table."""
    block = model.TableBlock(table, table.title)
    return model.Report(table.title, (), (block,), (table,), table.language, table.date)
