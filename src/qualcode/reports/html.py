"""Tables and reports as one self-contained page: no script, nothing fetched, fit for print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from qualcode.domain.showing import beneath, headings
from qualcode.domain.table import Table
from qualcode.reports.drawing import svg
from qualcode.reports.grid import Cell, Piece, Printed, cell, grid, heads
from qualcode.reports.html_words import STYLE as WORDS_STYLE
from qualcode.reports.html_words import page_part, policy
from qualcode.reports.model import (
    REFERENCES,
    Block,
    Contents,
    FigureBlock,
    Heading,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    Run,
    TableBlock,
)
from qualcode.reports.wording import Wording

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; }
h2 { margin-top: 2.5rem; }
a { color: #0b4f8a; }
:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
nav ul { list-style: none; padding: 0; }
.wide { overflow-x: auto; margin: 1rem 0 .5rem; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.35; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border-bottom: 1px solid #aaa; padding: .3rem .6rem; text-align: left;
  vertical-align: top; }
thead { display: table-header-group; }
thead th { vertical-align: bottom; border-top: 1px solid #aaa; }
thead th, th[scope=rowgroup] { background: #eee; }
th[scope=row] { font-weight: normal; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
abbr { text-decoration: none; }
[data-evidence] { cursor: help; }
.key, .notes { color: #595959; font-size: .8rem; }
.notes p { margin: .15rem 0; }
td .key { display: none; font-size: .65rem; white-space: nowrap; }
#keys:checked ~ main td .key { display: block; }
blockquote { margin: .5rem 0 .5rem 1rem; padding-left: 1rem; border-left: 3px solid #999;
  break-inside: avoid; }
blockquote p, blockquote footer { margin: .2rem 0; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
figcaption { font-weight: bold; font-size: .9rem; }
@page { size: A4; margin: 2cm; }
@page lying { size: A4 landscape; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  #keys, #keys + label { display: none; } td .key { display: block; font-size: 5.5pt; }
  table { font-size: 8pt; } .wide { overflow: visible; } .lying { page: lying; }
  .page { break-before: page; } a { color: inherit; text-decoration: none; } }
"""

LYING = 10
"""Columns from which a table is printed on a page that lies."""

_NUMBER = re.compile(r'<span (title="[^"]*" data-evidence="[^"]*")>([^<]*)</span>')

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
    if report.behind is None:
        return _page(report.title, report.language, body)
    after = page_part(report.behind, Wording(report.language))
    return _page(report.title, report.language, map(_opening, body), after)


def _page(title: str, language: str, body: Iterable[str], after: str = "") -> str:
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(Wording(language).tag)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(after)}">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}{WORDS_STYLE if after else ''}</style>",
            "</head>",
            "<body>",
            '<input type="checkbox" id="keys">',
            f'<label for="keys">{escape(Wording(language).word("keys"))}</label>',
            "<main>",
            *body,
            "</main>",
            *([after] if after else []),
            "</body>",
            "</html>",
            "",
        )
    )


def _policy(after: str) -> str:
    """Nothing is fetched; a script runs only where there is one, and only that one."""
    return f"{POLICY}; {policy()}" if after else POLICY


def _opening(part: str) -> str:
    """The part with buttons in place of the numbers that words lie behind."""
    return _NUMBER.sub(r'<button type="button" \1>\2</button>', part)


def _block(block: Block, report: Report, numbers: dict[int, int]) -> Iterator[str]:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        yield f'<h{level} id="h{numbers[id(block)]}">{escape(block.text)}</h{level}>'
    elif isinstance(block, Paragraph):
        yield f"<p>{''.join(_run(run, Wording(report.language)) for run in block.runs)}</p>"
    elif isinstance(block, Quote):
        key = f' <span class="key">{escape(block.key)}</span>' if block.key else ""
        words = f'<p dir="auto">”{escape(block.text)}”</p>'
        yield f"<blockquote>{words}<footer>{escape(block.attribution)}{key}</footer></blockquote>"
    elif isinstance(block, TableBlock):
        yield f'<div id="table{block.number}">'
        yield from _table(block.table, _numbered("table", block.number, block.caption, report))
        yield "</div>"
    elif isinstance(block, FigureBlock):
        figure = block.figure
        picture = f'<div role="img" aria-label="{escape(figure.alt)}">{svg(figure)}</div>'
        told = escape(_numbered("figure", block.number, figure.title, report))
        yield f'<figure id="figure{block.number}">{picture}<figcaption>{told}</figcaption></figure>'
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


def _numbered(kind: str, number: int, title: str, report: Report) -> str:
    """A caption with its number."""
    return f"{Wording(report.language).word(kind)} {number}. {title}"


def _run(run: Run, words: Wording) -> str:
    text = escape(run.text)
    if run.kind in REFERENCES:
        return f'<a href="#{run.kind}{text}">{escape(words.reference(run.kind, run.text))}</a>'
    if run.kind == "key":
        known = f'title="{text}" data-evidence="{text}"'
        return f' <span class="key"><span {known}>{text}</span></span>'
    tag = {"strong": "strong", "emphasis": "em"}.get(run.kind)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _table(table: Table, caption: str) -> Iterator[str]:
    columns = grid(table)
    words = Wording(table.language)
    lying = " lying" if len(columns) >= LYING else ""
    region = f'role="region" tabindex="0" aria-label="{escape(caption)}"'
    yield f'<div class="wide{lying}" {region}><table><caption>{escape(caption)}</caption>'
    yield f"<thead>{''.join(_heads(columns))}</thead><tbody>"
    for at, (heading, row) in enumerate(zip(headings(table), table.rows, strict=True)):
        if heading is not None:
            yield "</tbody><tbody>" if at else ""
            span = f'scope="rowgroup" colspan="{len(columns)}"'
            yield f"<tr><th {span}>{escape(heading)}</th></tr>"
        first, *rest = columns
        head = escape(cell(row, first, table).words)
        cells = "".join(_cell(cell(row, one, table), one, words) for one in rest)
        yield f'<tr><th scope="row">{head}</th>{cells}</tr>'
    yield "</tbody></table></div>"
    yield f'<div class="notes">{"".join(f"<p>{escape(n)}</p>" for n in beneath(table))}</div>'


def _heads(columns: Sequence[Printed]) -> Iterator[str]:
    """One row, or two where words stand over several columns; what has none reaches over both."""
    two = any(one.over for one in columns)
    labels = [
        f'<th scope="col"{_number(one)}{" rowspan=2" if two and not one.over else ""}>'
        f"{escape(one.column.label)}</th>"
        for one in columns
    ]
    if not two:
        yield f"<tr>{''.join(labels)}</tr>"
        return
    upper = []
    at = 0
    for over, span in heads(columns):
        group = f'<th scope="colgroup" colspan="{span}" class="number">{escape(over)}</th>'
        upper += [group] if over else labels[at : at + span]
        at += span
    yield f"<tr>{''.join(upper)}</tr>"
    lower = (label for label, one in zip(labels, columns, strict=True) if one.over)
    yield f"<tr>{''.join(lower)}</tr>"


def _cell(value: Cell, printed: Printed, words: Wording) -> str:
    """Each number tells its evidence key to whoever points at it; the keys stand below, hidden."""
    text = "".join(_piece(piece) for piece in value.pieces)
    if value.empty:
        text = f'<abbr title="{escape(words.word(value.empty))}">{text}</abbr>'
    keys = "".join(f' <span class="key">{key}</span>' for key in value.keys)
    direction = ' dir="auto"' if printed.column.type == "quote" else ""
    return f"<td{_number(printed)}{direction}>{text}{keys}</td>"


def _piece(piece: Piece) -> str:
    words = escape(piece.words)
    if piece.key is None:
        return words
    return f'<span title="{piece.key}" data-evidence="{piece.key}">{words}</span>'


def _number(printed: Printed) -> str:
    return ' class="number"' if printed.right else ""
