"""What commands print: data on standard output, words on standard error, never markup."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GAP = "  "
NARROWEST = 8
"""Cells below which no column is narrowed."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a list; `flexible` ones give way where the line is too long."""

    head: str
    flexible: bool = False
    right: bool = False


def emit(value: Any) -> None:
    """Print JSON: a list with one item a line, anything else indented."""
    if isinstance(value, list) and value:
        items = ",\n".join(json.dumps(item, ensure_ascii=False) for item in value)
        print_data(f"[\n{items}\n]")
    else:
        print_data(json.dumps(value, ensure_ascii=False, indent=2))


def print_data(line: str = "") -> None:
    """One line of data on standard output."""
    sys.stdout.write(f"{line}\n")


def say(words: str) -> None:
    """Words for the person, on standard error."""
    sys.stderr.write(f"{words}\n")


def warn(words: str) -> None:
    """A warning on standard error."""
    say(f"warning: {words}")


def one_line(value: object) -> str:
    """A value on one line without control characters; None is empty."""
    text = "" if value is None else str(value)
    if text.isprintable():
        return text
    from qualcode.domain.quoting import tidy

    return tidy(text)


def screen_width() -> int:
    """Cells in a line: those of the terminal, 80 where there is none."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def clip(text: str, cells: int) -> str:
    """The text in at most so many cells, with `…` where something is left out."""
    from qualcode.text.cells import clusters, width

    if width(text) <= cells:
        return text
    used = 1
    for start, _, wide in clusters(text):
        if used + wide > cells:
            return f"{text[:start].rstrip()}…"
        used += wide
    return text


def grid(fields: Sequence[Field], rows: Sequence[Sequence[object]], empty: str) -> None:
    """Print a list in columns under their heads; `empty` is said when there are no rows."""
    if not rows:
        say(empty)
        return
    from qualcode.text.cells import width

    lines = [[field.head for field in fields], *([one_line(v) for v in row] for row in rows)]
    widths = [max(width(line[n]) for line in lines) for n in range(len(fields))]
    widths = _narrowed(fields, widths)
    for line in lines:
        cells = []
        for field, text, wide in zip(fields, line, widths, strict=True):
            shown = clip(text, wide)
            pad = " " * (wide - width(shown))
            cells.append(pad + shown if field.right else shown + pad)
        print_data(GAP.join(cells).rstrip())


def _narrowed(fields: Sequence[Field], widths: list[int]) -> list[int]:
    """The widths with the widest flexible columns taken in until the line fits."""
    found = list(widths)
    over = sum(found) + len(GAP) * (len(found) - 1) - screen_width()
    while over > 0:
        wide = [n for n, f in enumerate(fields) if f.flexible and found[n] > NARROWEST]
        if not wide:
            break
        found[max(wide, key=lambda n: found[n])] -= 1
        over -= 1
    return found


def facts(pairs: Mapping[str, object]) -> None:
    """Print names and values, the values under one another; empty ones are left out."""
    from textwrap import wrap

    shown = {one_line(name): value for name, value in pairs.items() if value not in (None, "")}
    longest = max(map(len, shown), default=0)
    room = max(screen_width() - longest - len(GAP), 2 * NARROWEST)
    for name, value in shown.items():
        lines = wrap(one_line(value), room, break_long_words=False, break_on_hyphens=False)
        for at, line in enumerate(lines):
            print_data(f"{name if at == 0 else '':{longest}}{GAP}{line}")


def listed(values: Mapping[str, object] | Sequence[object]) -> str:
    """A short list in one cell: `a, b` or `a=1, b=2`."""
    if isinstance(values, Mapping):
        return ", ".join(f"{key}={value}" for key, value in values.items())
    return ", ".join(map(str, values))


def quoted(text: str, cells: int) -> str:
    """Words of a transcript in quotation marks, in at most so many cells."""
    return f"“{clip(one_line(text), max(cells - 2, NARROWEST))}”"


class ProgressBar:
    """How far a long job has come, on standard error where that is a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show that `done` of `total` are done and what is next."""
        if not self._shown or not total:
            return
        filled = 24 * done // total
        bar = "█" * filled + "·" * (24 - filled)
        room = screen_width() - 24 - 2 * len(str(total)) - 6
        sys.stderr.write(f"\r\x1b[K{bar} {done}/{total} {clip(one_line(name), room)}")
        if done == total:
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
