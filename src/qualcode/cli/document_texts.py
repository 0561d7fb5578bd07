"""`qualcode document replace, versions, review`: corrected transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, facts, grid, one_line, print_data, say, warn
from qualcode.cli.parts import Command

if TYPE_CHECKING:
    from qualcode.services.replacing import Replacement, Reread
    from qualcode.storage.text_versions import TextVersion

FATES = {
    "same": "carried over with the same words",
    "changed": "carried over, words changed: to be read again",
    "speaker": "carried over, somebody else says it now: to be read again",
    "gone": "kept in the old text, their words are gone",
    "taken": "kept in the old text, another passage of the same coder has their words now",
    "returned": "back from an older text",
}
VERSION_FIELDS = (
    Field("VERSION", right=True),
    Field("FILE", flexible=True),
    Field("WORDS", right=True),
    Field("TURNS", right=True),
    Field("CODINGS", right=True),
    Field("SINCE"),
    Field("BY", flexible=True),
)
NOWHERE, NONE = "(nowhere)", "–"


@click.command("replace", cls=Command)
@click.argument("document", metavar="DOCUMENT")
@click.argument("file", metavar="FILE")
@click.option("--format", metavar="FORMAT", help="txt, md, docx, vtt or srt; else by the ending.")
@click.option(
    "--interviewer",
    "interviewers",
    multiple=True,
    metavar="NAME",
    help="A speaker who asks; may be repeated. Known speakers stay what they are.",
)
@click.option("--first-word-speakers", is_flag=True, help="Every line begins with its speaker.")
@click.option("--different", is_flag=True, help="Also when the texts have hardly a word in common.")
@click.option("--dry-run", is_flag=True, help="Show what would become of all, change nothing.")
@click.pass_obj
def replace(
    call: Call, /, document: str, file: str, different: bool, dry_run: bool, **given: Any
) -> None:
    """Give a document the text of a corrected transcript.

    Codings stay on their words. Those whose words changed or are gone are listed by `qualcode
    document review`. The old text is kept; `qualcode undo` goes back to it.
    """
    from qualcode.services.imports import ImportOptions

    with call.opened() as project:
        done = project.replacing.replace(
            document, Path(file), ImportOptions(**given), different=different, dry_run=dry_run
        )
    if call.json:
        emit(replacement(done, dry_run=dry_run))
    else:
        _tell(done, dry_run=dry_run)


def _tell(done: Replacement, *, dry_run: bool) -> None:
    name = one_line(done.document.name)
    would = "would be" if dry_run else "is now"
    say(f"{name} {would} version {done.n}: {done.new.words} words, {len(done.read.turns)} turns.")
    for fate, words in FATES.items():
        n = done.counts[fate]
        if n:
            say(f"{n} {'passage' if n == 1 else 'passages'} {words}.")
    if done.marks:
        say(f"{done.marks} {'mark' if done.marks == 1 else 'marks'} of reading kept.")
    for text in done.read.warnings:
        warn(f"{name}: {text}")
    if done.reread and dry_run:
        _list(done.reread)
    elif done.reread:
        say(f"See what to read again: qualcode document review {done.document.id}")


@click.command("versions", cls=Command)
@click.argument("document", metavar="DOCUMENT")
@click.pass_obj
def versions(call: Call, document: str) -> None:
    """List the texts that a document has had. See one: document text DOCUMENT --version N."""
    with call.opened() as project:
        found = project.replacing.versions(document)
    if call.json:
        emit([version(one) for one in found])
        return
    rows = [
        (
            f"{one.n}{' (now)' if one.current else ''}",
            *(one.file, one.words, one.turns, one.codings, one.created, one.coder),
        )
        for one in found
    ]
    grid(VERSION_FIELDS, rows, "No versions.")


@click.command("review", cls=Command)
@click.argument("document", metavar="[DOCUMENT]", required=False)
@click.option("--done", multiple=True, metavar="ID", help="It is right as it is. Repeatable.")
@click.pass_obj
def review(call: Call, document: str | None, done: tuple[str, ...]) -> None:
    """List the passages to read again since their transcript was replaced.

    ID is that of a coding, or of a passage for all its codings. Moving the ends of a passage or
    taking the coding off settles it as well.
    """
    with call.opened() as project:
        if done:
            n = project.replacing.done(done)
            if call.json:
                emit({"settled": n})
            else:
                say(f"{n} {'item' if n == 1 else 'items'} found right.")
            return
        found = project.replacing.waiting(document)
        coder = call.only_coder(project)
    found = [one for one in found if coder in (None, one.waiting.coder)]
    if call.json:
        emit([reread(one) for one in found])
    else:
        _list(found)


def _list(found: Sequence[Reread]) -> None:
    if not found:
        say("No passage waits to be read again.")
    for one in found:
        waiting = one.waiting
        print_data(
            f"{one.id}  {waiting.reason}  {waiting.code or '(degree)'}"
            f"  {one_line(waiting.document)} {one.was[1]}:{one.was[2]}  {one_line(waiting.coder)}"
        )
        changes = "; ".join(f"{was or NONE} → {now or NONE}" for was, now in one.changes)
        facts({"  was": one.before, "  now": one.after or NOWHERE, "  changed": changes})


def version(found: TextVersion) -> dict[str, Any]:
    """A text of a document as JSON."""
    return {
        "version": found.n,
        "current": found.current,
        "file": found.file,
        "format": found.format,
        "encoding": found.encoding,
        "characters": found.characters,
        "words": found.words,
        "turns": found.turns,
        "codings": found.codings,
        "created": found.created,
        "coder": found.coder,
    }


def reread(found: Reread) -> dict[str, Any]:
    """A passage to read again as JSON; `id` is what `--done` takes."""
    waiting = found.waiting

    def place(at: tuple[int, int, int] | None) -> dict[str, int] | None:
        return dict(zip(("version", "start", "end"), at, strict=True)) if at else None

    return {
        "id": found.id,
        "coding": waiting.coding,
        "segment": waiting.segment,
        "document": waiting.document,
        "document_id": waiting.document_id,
        "code": waiting.code,
        "coder": waiting.coder,
        "reason": waiting.reason,
        "was": place(found.was),
        "now": place(found.now),
        "before": found.before,
        "after": found.after,
        "changes": [{"was": was, "now": now} for was, now in found.changes],
    }


def replacement(found: Replacement, *, dry_run: bool) -> dict[str, Any]:
    """What a replacement did, or would do, as JSON."""
    return {
        "status": "would-replace" if dry_run else "replaced",
        "id": found.document.id,
        "name": found.document.name,
        "version": found.n,
        "file": found.new.file,
        "characters": len(found.read.text),
        "words": found.new.words,
        "turns": len(found.read.turns),
        "speakers": found.read.speakers,
        "passages": dict(found.counts),
        "marks": found.marks,
        "review": [reread(one) for one in found.reread],
        "warnings": list(found.read.warnings),
    }


COMMANDS = (replace, versions, review)
