"""The figures as a table on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.steps import SECTIONS, Step

Found = Mapping[str, Any]
"""What one program's driver printed: program, version, steps and notes."""


def table(ours: Found, peers: Sequence[Found]) -> str:
    """A line per step: our figure, what is promised, each peer's figure and how often ours goes
    into it."""
    parts = []
    heads = ["", "qualcode", "promised", *(f"{p['program']} {p['version']}" for p in peers)]
    for title, steps in SECTIONS.items():
        lines = [_line(step, ours, peers) for step in steps if _known(step, ours, peers)]
        if lines:
            parts.append(_columns([[title, *heads[1:]], *lines]))
    parts += _notes(ours, peers)
    return "\n\n".join(parts)


def missed(ours: Found) -> list[str]:
    """The steps that take longer than is promised."""
    return [
        f"{step.title}: {step.shown(ours['steps'][step.key])} {step.unit}, promised {step.budget:g}"
        for steps in SECTIONS.values()
        for step in steps
        if step.key in ours["steps"] and step.kept(ours["steps"][step.key]) is False
    ]


def _known(step: Step, ours: Found, peers: Sequence[Found]) -> bool:
    return any(step.key in found["steps"] for found in (ours, *peers))


def _line(step: Step, ours: Found, peers: Sequence[Found]) -> list[str]:
    own = ours["steps"].get(step.key)
    shown = "" if own is None else f"{step.shown(own)} {step.unit}"
    promised = "" if step.budget is None else f"{step.budget:g} {step.unit}"
    if own is not None and step.kept(own) is False:
        promised += " !"
    cells = [f"  {step.title}", shown, promised]
    for peer in peers:
        theirs = peer["steps"].get(step.key)
        if theirs is None:
            cells.append("–")
        elif own:
            cells.append(f"{step.shown(theirs)} {step.unit} ({theirs / own:.3g}×)")
        else:
            cells.append(f"{step.shown(theirs)} {step.unit}")
    return cells


def _columns(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _notes(ours: Found, peers: Sequence[Found]) -> list[str]:
    parts = []
    for found in (ours, *peers):
        notes = [f"  {step}: {note}" for step, note in found["notes"].items()]
        if notes:
            parts.append("\n".join([f"Notes on {found['program']}", *notes]))
    return parts
