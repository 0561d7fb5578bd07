"""The commands as data, so that help needs none of their modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives (`module:attribute` in this package) and its line in the help."""

    target: str
    help: str


SECTIONS: Mapping[str, Mapping[str, Entry]] = {
    "Begin": {
        "demo": Entry("demo:demo", "Build the sample project and open it."),
        "init": Entry("init:init", "Make a new project."),
        "open": Entry("opening:open_", "Open the screens; also: qualcode FILE."),
        "project": Entry("project:project", "Title, stance, languages, periods, retention date."),
    },
    "Material": {
        "import": Entry("importing:import_", "Bring transcripts in."),
        "document": Entry("document:document", "The transcripts of a project."),
        "case": Entry("case:case", "What is compared: initiatives and partnerships."),
        "organisation": Entry("organisation:organisation", "The partners in a case."),
        "participant": Entry("participant:participant", "The informants, under pseudonyms."),
        "coder": Entry("coder:coder", "The people who code."),
        "guide": Entry("guide:guide", "What was asked about, by group of documents."),
    },
    "Coding": {
        "codebook": Entry("codebook:codebook", "The codes and scales that are coded with."),
        "code": Entry("code:code", "Codes on passages."),
        "passage": Entry("passage:passage", "Passages as such: extend, cut, join, standing, memo."),
        "key": Entry("key:key", "Hot keys that set a code."),
        "degree": Entry("degree:degree", "Degrees of collaboration on passages."),
        "theme": Entry("theme:theme", "Umbrellas over codes and passages, across cases."),
        "memo": Entry("memo:memo", "Notes on the project, a case, a document, a code, a passage."),
        "bookmark": Entry("bookmark:bookmark", "Places that you keep under letters."),
        "unit": Entry("unit:unit", "Which turns are coded, read or unread."),
    },
    "Results": {
        "find": Entry("find:find", "Words in context."),
        "emergent": Entry("emergent:emergent", "What becomes of labels that no code fitted."),
        "finding": Entry("finding:finding", "Success factors and pitfalls in your words."),
        "proposition": Entry("proposition:proposition", "Statements held against every case."),
        "outcome": Entry("outcome:outcome", "What came of each case."),
        "quote": Entry("quote:quote", "Quotes: chosen, shortened, translated, attributed."),
        "member-check": Entry("member_check:member_check", "What informants answer to readings."),
        "cell": Entry("cell:cell", "The framework matrix: what is charted, rated, out of date."),
        "event": Entry("event:event", "What happened in a case, and what set it back."),
        "development": Entry("development:development", "Cases through the periods."),
        "table": Entry("table:table", "A table of the evaluation, in many formats."),
        "report": Entry("report:report", "Write a report as .docx, .xlsx or .html."),
        "trace": Entry("trace:trace", "From a cell to its quotes, from a coding to its cells."),
    },
    "Project file": {
        "undo": Entry("history:undo", "Take back your last act."),
        "redo": Entry("history:redo", "Do again what was taken back."),
        "log": Entry("history:log", "What has been done, newest first."),
        "check": Entry("check:check", "Look the project over: is it sound, is anything left?"),
    },
}

COMMANDS: Mapping[str, Entry] = {
    name: entry for section in SECTIONS.values() for name, entry in section.items()
}
