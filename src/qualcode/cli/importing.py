"""`qualcode import`: transcripts come in."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, ProgressBar, emit, grid, listed, one_line, say, warn
from qualcode.cli.parts import Command, attributes
from qualcode.errors import BadFile

if TYPE_CHECKING:
    from qualcode.services.imports import ImportOutcome

WORDS = {
    "imported": "imported",
    "would-import": "would come in",
    "already-there": "there already",
    "failed": "failed",
}


@click.command("import", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--case", metavar="CASE", help="The case they belong to; made when it is new.")
@click.option("--participant", metavar="NAME", help="The informant, who must be known.")
@click.option("--language", metavar="LANG", help="sv, da, nb, nn or en; else it is recognised.")
@attributes("An attribute of the documents; may be repeated.")
@click.option("--format", metavar="FORMAT", help="txt, md, docx, vtt or srt; else by the ending.")
@click.option("--group", "groups", multiple=True, metavar="NAME", help="A group; may be repeated.")
@click.option("--date", metavar="DATE", help="When the interview was made, as 2026-03-31.")
@click.option("--wave", metavar="NAME", help="The wave of interviews.")
@click.option(
    "--interviewer",
    "interviewers",
    multiple=True,
    metavar="NAME",
    help="A speaker who asks; may be repeated.",
)
@click.option("--first-word-speakers", is_flag=True, help="Every line begins with its speaker.")
@click.option("--dry-run", is_flag=True, help="Show what would come in, and change nothing.")
@click.pass_obj
def import_(call: Call, /, files: tuple[str, ...], dry_run: bool, **given: Any) -> None:
    """Bring in transcripts: files, folders, or patterns such as "talks/*.docx".

    Each file by itself: the good ones come in, and those that fail are listed with the reason.
    """
    from qualcode.services.imports import ImportOptions

    given["attributes"] = {k: v for k, v in given["attributes"] if v is not None}
    options, paths = ImportOptions(**given), list(_expanded(files))
    with call.opened() as project:
        if dry_run:
            outcomes = project.imports.preview(paths, options)
        else:
            outcomes = project.imports.files(paths, options, ProgressBar())
    if call.json:
        emit([shapes.outcome(one) for one in outcomes])
    else:
        _tell(outcomes)
    failed = [one for one in outcomes if one.status == "failed"]
    if failed:
        raise BadFile(
            f"{len(failed)} of {len(outcomes)} files failed.",
            "The others came in; mend these and import them again."
            if len(failed) < len(outcomes) and not dry_run
            else "",
        )


def _expanded(files: Iterable[str]) -> Iterable[Path]:
    """The paths meant; patterns that the shell has left are expanded."""
    for name in files:
        path = Path(name)
        # a pattern may begin at the root of a disk, which the glob of a path does not take
        found = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207
        if found and not path.exists():
            yield from map(Path, found)
        else:
            yield path


def _tell(outcomes: Sequence[ImportOutcome]) -> None:
    good = [one for one in outcomes if one.status != "failed"]
    fields = (
        Field("NAME", flexible=True),
        Field("STATUS"),
        Field("LANG"),
        Field("WORDS", right=True),
        Field("TURNS", right=True),
        Field("SPEAKERS", flexible=True),
    )
    rows = [
        (one.name, WORDS[one.status], one.language, one.words, one.turns, _speakers(one))
        for one in good
    ]
    grid(fields, rows, "Nothing came in.")
    for one in good:
        for text in one.warnings:
            warn(f"{one_line(one.name)}: {text}")
    for one in outcomes:
        if one.status == "failed":
            say(f"failed: {one_line(one.path)}: {one.error} {one.hint or ''}".rstrip())


def _speakers(one: ImportOutcome) -> str:
    names = [f"{name} (asks)" if name in one.interviewers else name for name in one.speakers]
    return listed(names)
