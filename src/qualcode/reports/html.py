"""Tables and reports as one self-contained page: no script, nothing fetched, fit for print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from qualcode.domain.table import CellValue, Column, Counted, Table
from qualcode.reports.model import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    TableBlock,
)
from qualcode.reports.showing import beneath, headings, shown, visible
from qualcode.reports.wording import Wording

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0 .5rem; font-size: .9rem; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #999; padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
thead th, th[scope=rowgroup] { background: #eee; }
th[scope=row] { font-weight: normal; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
abbr { text-decoration: none; }
.key, .notes { color: #595959; font-size: .8rem; }
td .key { display: block; font-size: .65rem; }
blockquote { margin: .5rem 0 .5rem 1rem; padding-left: 1rem; border-left: 3px solid #999; }
@media print { @page { size: A4; margin: 2cm; } body { margin: 0; max-width: none; padding: 0; }
  .wide { overflow: visible; } .page { break-before: page; } }
"""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(table: Table) -> str:
    """A page with one table."""
    return _page(table.title, table.language, _table(table, table.title))


def render_report(report: Report) -> str:
    """A page with the whole report; the contents link to its headings."""
    body = [f"<h1>{escape(report.title)}</h1>"]
    body += [f"<p>{escape(line)}</p>" for line in report.front]
    numbers = {id(b): n for n, b in enumerate(report.blocks) if isinstance(b, Heading)}
    for block in report.blocks:
        body += _block(block, report, numbers)
    return _page(report.title, report.language, body)


def _page(title: str, language: str, body: Iterator[str] | list[str]) -> str:
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(Wording(language).tag)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            *body,
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _block(block: Block, report: Report, numbers: dict[int, int]) -> Iterator[str]:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        yield f'<h{level} id="h{numbers[id(block)]}">{escape(block.text)}</h{level}>'
    elif isinstance(block, Paragraph):
        yield f"<p>{''.join(_run(run.text, run.kind) for run in block.runs)}</p>"
    elif isinstance(block, Quote):
        key = f' <span class="key">{escape(block.key)}</span>' if block.key else ""
        words = f'<p dir="auto">”{escape(block.text)}”</p>'
        yield f"<blockquote>{words}<footer>{escape(block.attribution)}{key}</footer></blockquote>"
    elif isinstance(block, TableBlock):
        yield from _table(block.table, block.caption)
    elif isinstance(block, PageBreak):
        yield '<div class="page"></div>'
    elif isinstance(block, Contents):
        yield from _contents(block, report, numbers)


def _contents(block: Contents, report: Report, numbers: dict[int, int]) -> Iterator[str]:
    yield f'<nav aria-label="{escape(block.title)}"><h2>{escape(block.title)}</h2><ul>'
    for heading in report.blocks:
        if isinstance(heading, Heading):
            indent = f' style="margin-left:{heading.level - 1}rem"'
            link = f'<a href="#h{numbers[id(heading)]}">{escape(heading.text)}</a>'
            yield f"<li{indent}>{link}</li>"
    yield "</ul></nav>"


def _run(text: str, kind: str) -> str:
    tag = {"strong": "strong", "emphasis": "em"}.get(kind)
    return f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)


def _table(table: Table, caption: str) -> Iterator[str]:
    columns = visible(table)
    words = Wording(table.language)
    yield f'<div class="wide"><table><caption>{escape(caption)}</caption>'
    heads = "".join(f'<th scope="col">{escape(column.label)}</th>' for column in columns)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for heading, row in zip(headings(table), table.rows, strict=True):
        if heading is not None:
            yield "</tbody><tbody>" if row is not table.rows[0] else ""
            span = f'scope="rowgroup" colspan="{len(columns)}"'
            yield f"<tr><th {span}>{escape(heading)}</th></tr>"
        first, *rest = columns or (Column("", ""),)
        head = escape(shown(row.cells[first.key], first, table))
        cells = "".join(_cell(row.cells[c.key], c, table, words) for c in rest)
        yield f'<tr><th scope="row">{head}</th>{cells}</tr>'
    yield "</tbody></table></div>"
    yield f'<div class="notes">{"".join(f"<p>{escape(n)}</p>" for n in beneath(table))}</div>'


def _cell(value: CellValue, column: Column, table: Table, words: Wording) -> str:
    text = escape(shown(value, column, table))
    if isinstance(value, Counted):
        key = ""
        title = ""
        if value.evidence:
            title = f' title="{value.evidence}" data-evidence="{value.evidence}"'
            key = f'<span class="key">{value.evidence}</span>'
        if value.empty:
            text = f'<abbr title="{escape(words.word(value.empty))}">{text}</abbr>'
        return f'<td class="number"{title}>{text}{key}</td>'
    kind = ' class="number"' if column.type == "number" else ""
    direction = ' dir="auto"' if column.type == "quote" else ""
    return f"<td{kind}{direction}>{text}</td>"
