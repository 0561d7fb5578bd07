"""A report as Markdown; nothing that somebody said is taken for markup."""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.reports import md
from qualcode.reports.model import (
    REFERENCES,
    Block,
    Heading,
    Paragraph,
    Quote,
    Report,
    Run,
    TableBlock,
)
from qualcode.reports.wording import Wording

MARKS = {"strong": "**", "emphasis": "*"}


def render_report(report: Report) -> str:
    """Title, the lines below it and all blocks; contents and page breaks mean nothing here."""
    lines = [f"# {md.escape(report.title)}", ""]
    lines += [f"{md.escape(line)}  " for line in report.front]
    for block in report.blocks:
        lines += _block(block, Wording(report.language))
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block, words: Wording) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", f"{'#' * min(block.level + 1, 6)} {md.escape(block.text)}", "")
    elif isinstance(block, Paragraph):
        yield from ("".join(_run(run, words) for run in block.runs), "")
    elif isinstance(block, Quote):
        said_by = f"– {md.escape(block.attribution)}" if block.attribution else ""
        yield f"> ”{md.escape(block.text)}”"
        if said_by or block.key:
            yield from (">", f"> {said_by} {block.key or ''}".rstrip())
        yield ""
    elif isinstance(block, TableBlock):
        yield from ("", md.render(block.table).replace("## ", "### ", 1), "")


def _run(run: Run, words: Wording) -> str:
    if run.kind in REFERENCES:
        return words.reference(run.kind, run.text)
    mark = MARKS.get(run.kind, "")
    text = run.text.strip()
    return run.text.replace(text, f"{mark}{md.escape(text)}{mark}", 1) if text else run.text
