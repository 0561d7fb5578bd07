"""What is measured: a key, words, a unit, and what the project promises."""

from __future__ import annotations

from dataclasses import dataclass

S, MS, MIB = "s", "ms", "MiB"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the output; `budget` is in the step's unit, None where nothing is promised."""

    key: str
    title: str
    unit: str = MS
    budget: float | None = None

    def shown(self, figure: float) -> str:
        """A figure, kept in seconds or MiB, in the step's unit."""
        value = figure * 1000 if self.unit == MS else figure
        return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"

    def kept(self, figure: float) -> bool | None:
        """Whether the figure keeps what is promised, None where nothing is."""
        if self.budget is None:
            return None
        return (figure * 1000 if self.unit == MS else figure) <= self.budget


TABLES = (
    "material",
    "conditions",
    "ratings",
    "framework",
    "success-factors",
    "pitfalls",
    "findings",
    "themes",
    "propositions",
    "outcomes",
    "degrees",
    "degree-distribution",
    "development",
    "voices",
    "codebook",
    "trustworthiness",
    "saturation",
    "coverage",
    "frequency",
    "co-occurrence",
    "crosstab",
    "quotes",
    "quotes-per-participant",
)
SECTIONS: dict[str, tuple[Step, ...]] = {
    "In a running program": (
        Step("import", "import of all transcripts", S, 4),
        Step("apply", "apply one code, durable"),
        Step("apply-last", "the same with all others there"),
        Step("apply-all", "all codings, one by one", S),
        Step("undo", "undo of a coding"),
        Step("counts", "counts of every code"),
        Step("list", "list of all codings"),
        Step("csv", "all codings as CSV"),
        Step("html", "all quotes as HTML"),
        Step("co-occurrence", "co-occurrence of the codes"),
        Step("docx", "all quotes as Word report", S),
        Step("open", "open a transcript with many codings"),
        Step("documents", "list of documents"),
        Step("progress", "how far coding has come"),
        Step("find", "find a word in all transcripts"),
    ),
    "As a command": (
        Step("start-help", "--help", MS, 150),
        Step("start-list", "code list of one transcript", MS, 150),
        Step("start-documents", "document list", MS, 150),
        Step("command-import", "import of all transcripts", S),
        Step("command-apply", "apply one code"),
        Step("command-counts", "counts of every code"),
        Step("command-list", "all codings as JSON"),
        Step("command-co-occurrence", "co-occurrence of the codes"),
    ),
    "On the screen": (
        Step("start-screen", "start to first screen", MS, 500),
        Step("open-painted", "open the long transcript, painted (CPU)", MS, 100),
        Step("key-cursor-p50", "cursor key to painted, p50 (CPU)"),
        Step("key-cursor-p95", "cursor key to painted, p95 (CPU)", MS, 4),
        Step("key-cursor-after", "put off until after it, p50 (CPU)"),
        Step("key-page-p50", "page key to painted, p50 (CPU)"),
        Step("key-page-p95", "page key to painted, p95 (CPU)", MS, 16),
        Step("key-page-after", "put off until after it, p50 (CPU)"),
        Step("key-code-p50", "key that codes to painted, p50 (CPU)"),
        Step("key-code-p95", "key that codes to painted, p95 (CPU)", MS, 16),
        Step("key-code-after", "put off until after it, p50 (CPU)"),
        Step("key-valence-p50", "valence key to painted, p50 (CPU)"),
        Step("key-valence-p95", "valence key to painted, p95 (CPU)", MS, 16),
        Step("key-undo-p50", "undo key to painted, p50 (CPU)"),
        Step("key-undo-p95", "undo key to painted, p95 (CPU)", MS, 16),
        Step("open-vast", "open a transcript of 2 MB, painted (CPU)"),
        Step("key-cursor-vast-p95", "cursor key in it to painted, p95 (CPU)", MS, 4),
        Step("key-page-vast-p95", "page key in it to painted, p95 (CPU)", MS, 16),
        Step("key-code-vast-p95", "key that codes in it to painted, p95 (CPU)", MS, 16),
        Step("key-picker-p50", "letter in the picker of 300 codes, p50 (CPU)"),
        Step("key-picker-p95", "letter in the picker of 300 codes, p95 (CPU)", MS, 10),
        Step("open-quotes", "all passages as a list, painted (CPU)"),
        Step("key-passages-p95", "key through a code's passages, p95 (CPU)", MS, 16),
        Step("key-revalue-p95", "valence of one among them, p95 (CPU)", MS, 16),
    ),
    "Tables over many codings, beyond imports": (
        Step("code-import", "the codings from a CSV file", S),
        *(Step(f"table-{name}", f"table {name}", MS, 300) for name in TABLES),
        Step("all-docx", "all tables as Word files", S, 15),
        Step("all-xlsx", "all tables as workbooks", S, 15),
        Step("quotes-docx", "5,000 quotes as a Word file", S, 5),
        Step("trace-key", "a printed key to its quotes", MS, 100),
        Step("most-conditions", "table conditions, five times as many", MS, 1000),
        Step("most-co-occurrence", "table co-occurrence, five times as many", MS, 2000),
    ),
    "Most memory": (
        Step("memory", "import, coding and lists", MIB),
        Step("memory-tables", "and a table", MIB),
        Step("memory-docx", "and the Word report", MIB),
        Step("memory-many", "tables over many codings", MIB),
        Step("memory-screens", "the coding screen", MIB, 150),
        Step("memory-commands", "the largest command", MIB),
    ),
}
STEPS = {step.key: step for steps in SECTIONS.values() for step in steps}
GROUPS = {
    "services": {
        "import",
        "apply",
        "apply-last",
        "apply-all",
        "undo",
        "counts",
        "list",
        "csv",
        "html",
        "co-occurrence",
        "docx",
        "open",
        "documents",
        "progress",
        "find",
        "memory",
        "memory-tables",
        "memory-docx",
    },
    "commands": {
        "start-help",
        "start-list",
        "start-documents",
        "start-screen",
        "memory-commands",
        *(step.key for step in SECTIONS["As a command"]),
    },
    "screens": {
        "open-painted",
        "open-vast",
        "open-quotes",
        "memory-screens",
        *(key for key in STEPS if key.startswith("key-")),
    },
    "tables": {
        "code-import",
        "memory-many",
        *(key for key in STEPS if key.startswith(("table-", "all-", "most-"))),
        *("quotes-docx", "trace-key"),
    },
}
"""Which of our drivers has which steps."""
NEEDS = {"commands": "services"}
"""The driver that must have run before, in the same folder."""
