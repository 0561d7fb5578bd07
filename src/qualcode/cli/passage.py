"""`qualcode passage`: where passages begin and end, and what is said of them as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import emit, listed, one_line, print_data, say
from qualcode.cli.parts import Group, changes, choice, said
from qualcode.cli.place import passage_of, place_of, place_options
from qualcode.cli.whose import makers, telling_whose

if TYPE_CHECKING:
    from qualcode.domain.coding import Segment
    from qualcode.services.workspace import Project


@click.group("passage", cls=Group)
def passage() -> None:
    """The extent of passages, and what is said of each as a whole.

    SEGMENT is the id that `passage list` prints, and `code list --json` as `segment`. Only who made
    a passage changes where it begins and ends; --coder NAME says who acts.
    """


@passage.command("list")
@click.argument("document", metavar="DOCUMENT")
@click.pass_obj
def list_(call: Call, document: str) -> None:
    """List the passages of a document with all that they carry; --coder NAME: only NAME's."""
    with call.opened() as project:
        info = project.documents.resolve(document)
        found = project.codings.segments(info.id, coder=call.only_coder(project))
        _shown(call, project, found)


@passage.command("set")
@click.argument("passage", metavar="PASSAGE")
@click.option("--standing", metavar="STANDING", help="actual, past, wished ..., or none.")
@click.option("--case", metavar="CASE", help="The case, where it is not the document's.")
@click.option("--memo", metavar="TEXT", help="A note on it; - reads standard input.")
@click.pass_obj
def set_(call: Call, /, passage: str, **given: Any) -> None:
    """Change standing, case or memo of a passage, with codes on it or only a degree.

    PASSAGE is its id, or that of a coding or a degree on it. `none` and an empty value clear.
    """
    now = changes({**given, "memo": said(given["memo"])})
    if "standing" in now:
        now["standing"] = choice(now["standing"])
    with call.opened() as project:
        segment = passage_of(project, passage)
        with telling_whose(makers(project, [segment])):
            project.codings.set_segment(segment, now)
        _one(call, project, segment)
    if not call.json:
        say(f"{listed(sorted(now))} changed.")


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
    """Cut a passage in two: both have its codes, standing and case, the first keeps the rest."""
    with call.opened() as project:
        parts = project.passages.split(segment, at)
        _some(call, project, parts)


@passage.command("join")
@click.argument("segments", nargs=-1, required=True, metavar="SEGMENT...")
@click.pass_obj
def join(call: Call, segments: tuple[str, ...]) -> None:
    """Make one passage of several that touch or overlap and have the very same codes.

    Memos, degrees, and what rests on any of them (themes, findings, quotes) are kept. What would
    lose something is refused: another standing, case, valence, or degree of the same pair.
    """
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
    _shown(call, project, found)


def _shown(call: Call, project: Project, found: Sequence[Segment]) -> None:
    cases = {case.id: case.name for case in project.cases.list()}
    if call.json:
        emit([shapes.segment(one, cases) for one in found])
        return
    for one in found:
        codes = ", ".join(coding.code for coding in one.codings) or "no code"
        marks = [
            *(f"degree {degree.value}" for degree in one.degrees),
            one.standing,
            cases.get(one.case_id or ""),
            "memo" if one.has_memo else None,
            one.coder,
        ]
        told = one_line(" · ".join([codes, *(mark for mark in marks if mark)]))
        print_data(f"{one.id}  {one.start}:{one.end}  {told}")
