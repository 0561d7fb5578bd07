"""`qualcode passage`: where passages begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Group
from qualcode.cli.place import place_of, place_options

if TYPE_CHECKING:
    from qualcode.domain.coding import Segment
    from qualcode.services.workspace import Project


@click.group("passage", cls=Group)
def passage() -> None:
    """The extent of passages. SEGMENT is the segment of a coding in `code list --json`."""


@passage.command("list")
@click.argument("document", metavar="DOCUMENT")
@click.pass_obj
def list_(call: Call, document: str) -> None:
    """List the passages of a document with all that they carry."""
    with call.opened() as project:
        info = project.documents.resolve(document)
        found = project.codings.segments(info.id, coder=call.only_coder(project))
    _shown(call, found)


@passage.command("extend")
@click.argument("segment", metavar="SEGMENT")
@place_options
@click.pass_obj
def extend(call: Call, /, segment: str, **given: Any) -> None:
    """Give a passage another extent in its document; codes, degrees and memo stay."""
    with call.opened() as project:
        transcript = project.documents.transcript(project.passages.document_of(segment))
        span = place_of(transcript, given["span"], given["quote"], given["turn"])
        project.passages.extend(segment, span)
        _one(call, project, segment)


@passage.command("split")
@click.argument("segment", metavar="SEGMENT")
@click.option("--at", type=int, required=True, metavar="OFFSET", help="Where the second begins.")
@click.pass_obj
def split(call: Call, segment: str, at: int) -> None:
    """Cut a passage in two: both have its codes, the first keeps memo and degrees."""
    with call.opened() as project:
        parts = project.passages.split(segment, at)
        _some(call, project, parts)


@passage.command("join")
@click.argument("segments", nargs=-1, required=True, metavar="SEGMENT...")
@click.pass_obj
def join(call: Call, segments: tuple[str, ...]) -> None:
    """Make one passage of several that touch or overlap."""
    with call.opened() as project:
        _one(call, project, project.passages.join(segments))


@passage.command("repeat")
@click.argument("document", metavar="DOCUMENT")
@place_options
@click.pass_obj
def repeat(call: Call, /, document: str, **given: Any) -> None:
    """Code a passage like your last coding: code, valence, standing and label."""
    with call.opened() as project:
        transcript = project.documents.transcript(document)
        span = place_of(transcript, given["span"], given["quote"], given["turn"])
        made = project.passages.repeat(transcript.document.id, span)
    if call.json:
        emit(shapes.coding(made))
    else:
        print_data(made.id)
        say(f"{made.code} on {made.document} {made.start}:{made.end}")


def _one(call: Call, project: Project, segment: str) -> None:
    _some(call, project, (segment,))


def _some(call: Call, project: Project, segments: Sequence[str]) -> None:
    document = project.passages.document_of(segments[0])
    found = [one for one in project.codings.segments(document) if one.id in segments]
    _shown(call, found)


def _shown(call: Call, found: Sequence[Segment]) -> None:
    if call.json:
        emit([shapes.segment(one) for one in found])
        return
    for one in found:
        codes = ", ".join(coding.code for coding in one.codings) or "no code"
        print_data(f"{one.id}  {one.start}:{one.end}  {codes}")
