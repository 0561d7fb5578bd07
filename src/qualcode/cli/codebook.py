"""`qualcode codebook`: the codes and scales that a project codes with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qualcode.cli import (
    codebook_extension,
    codebook_lint,
    codebook_new,
    codebook_revision,
    codebook_sharing,
    codebook_worklist,
    shapes,
)
from qualcode.cli.call import Call
from qualcode.cli.codebook_parts import MAP
from qualcode.cli.output import Field, emit, facts, grid, listed, print_data, say
from qualcode.cli.parts import Group

if TYPE_CHECKING:
    from qualcode.domain.codebook import Code, Codebook
    from qualcode.services.workspace import Project

F = TypeVar("F", bound=Callable[..., Any])

FIELDS = (
    Field("CODE", flexible=True),
    Field("LABEL", flexible=True),
    Field("PASSAGES", right=True),
    Field("CASES", right=True),
)
LANGUAGE = click.option("--language", metavar="LANG", help="Labels in en, sv, da or nb.")


@click.group("codebook", cls=Group)
def codebook() -> None:
    """The codes and scales that are coded with."""


@codebook.command("list")
@LANGUAGE
@click.option("--document", metavar="DOCUMENT", help="Count its passages too: HERE.")
@click.pass_obj
def list_(call: Call, language: str | None, document: str | None) -> None:
    """List the codes as a tree, with their passages and cases rolled up."""
    with call.opened() as project:
        book, counts = project.codebooks.current(), project.codings.counts()
        language = language or reader_language(project)
        here = _counts_in(project, book, document) if document else None
    found = [(code, *counts.get(code.id, (0, 0))) for code in book.walk()]
    if call.json:
        emit(
            [
                {
                    "id": code.id,
                    "parent": code.parent,
                    "depth": book.depth(code.id),
                    "kind": code.kind,
                    "label": dict(code.label),
                    "passages": passages,
                    "cases": cases,
                    **({} if here is None else {"here": here.get(code.id, 0)}),
                }
                for code, passages, cases in found
            ]
        )
        return
    rows = [
        (f"{'  ' * book.depth(code.id)}{code.id}", code.name(language), passages, cases)
        + (() if here is None else (here.get(code.id, 0),))
        for code, passages, cases in found
    ]
    fields = FIELDS if here is None else (*FIELDS, Field("HERE", right=True))
    grid(fields, rows, "The codebook has no codes.")


def _counts_in(project: Project, book: Codebook, document: str) -> dict[str, int]:
    """Passages of a document by code, rolled up, a passage once however many sub-codes it has."""
    found: dict[str, set[str]] = {}
    for segment in project.codings.segments(document):
        for coding in segment.codings:
            for code in book.lineage(coding.code) or (coding.code,):
                found.setdefault(code, set()).add(segment.id)
    return {code: len(ids) for code, ids in found.items()}


@codebook.command("shipped")
@click.pass_obj
def shipped(call: Call) -> None:
    """List the codebooks that come with the program; needs no project.

    Take one: qualcode codebook import NAME, or qualcode init FILE --codebook NAME.
    """
    from qualcode.services.shipped import codebooks

    found = codebooks()
    if call.json:
        emit([{"name": name, "path": str(path)} for name, path in found.items()])
    else:
        for name in found:
            print_data(name)


@codebook.command("show")
@click.argument("code", required=False)
@click.option("--at", metavar="VERSION", help="As it was: a name or number of `codebook log`.")
@LANGUAGE
@click.pass_obj
def show(call: Call, code: str | None, at: str | None, language: str | None) -> None:
    """Show the codebook, or one CODE with its definition."""
    with call.opened() as project:
        book = project.versions.at(at) if at else project.codebooks.current()
        language = language or reader_language(project)
    one = book.code(code) if code else None
    if call.json:
        emit(shapes.code(one) if one else shapes.codebook(book))
    elif one:
        _show_code(one, language)
    else:
        _show_book(book, language)


codebook.add_command(codebook_lint.lint)
codebook.add_command(codebook_new.new)


@codebook.command("import")
@click.argument("file")
@MAP
@click.pass_obj
def import_(call: Call, file: str, mapping: tuple[tuple[str, str], ...]) -> None:
    """Take the codebook in FILE, or a shipped one by name, as the one in force."""
    with call.opened() as project:
        book = project.codebooks.load(file, dict(mapping))
        if call.json:
            emit({"id": book.id, "version": book.version, "codes": len(book.codes)})
        else:
            say(f"The codebook is now {book.id} {book.version} with {len(book.codes)} codes.")


@codebook.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--with-quotes",
    is_flag=True,
    help="Also words of transcripts, of people who have said yes to being quoted.",
)
@click.pass_obj
def export(call: Call, file: Path, with_quotes: bool) -> None:
    """Write the codebook to FILE by its ending: .yaml .json .qdc .csv .xlsx .docx .md.

    A YAML file of the same codebook keeps its comments and order. What the format cannot carry is
    said.
    """
    with call.opened() as project:
        left_out = project.codebooks.export(file, with_quotes=with_quotes)
    if call.json:
        emit({"path": str(file), "notes": left_out})
        return
    for line in left_out:
        say(line)
    say(f"Written: {file}")


for command in (
    *codebook_revision.COMMANDS,
    *codebook_worklist.COMMANDS,
    *codebook_extension.COMMANDS,
    *codebook_sharing.COMMANDS,
):
    codebook.add_command(command)


def reader_language(project: Project) -> str:
    """The language of labels: the project's first, else English."""
    languages = project.settings.show()["languages"]
    return str(languages[0]) if languages else "en"


def _show_code(code: Code, language: str) -> None:
    from qualcode.domain.codebook import in_language

    facts(
        {
            "code": code.id,
            "label": code.name(language),
            "below": code.parent,
            "kind": code.kind,
            "definition": in_language(code.definition, language),
            "use when": in_language(code.include, language),
            "not when": in_language(code.exclude, language),
            "example": in_language(code.example, language),
            "usual valence": code.usual_valence,
            "sources": listed(code.sources),
            "words of passages": listed(code.taken),
            "guid": code.guid,
        }
    )


def _show_book(book: Codebook, language: str) -> None:
    from qualcode.domain.codebook import in_language

    facts(
        {
            "codebook": f"{book.id} {book.version}",
            "title": in_language(book.title, language),
            "languages": listed(book.languages),
            "codes": len(book.codes),
            "about": in_language(book.description, language),
        }
    )
    for name, scale in book.scales.items():
        print_data()
        print_data(f"{name}: {in_language(scale.label, language)}")
        for value in scale.values:
            number = f"{value.value} " if value.value is not None else ""
            print_data(f"  {number}{value.id}: {in_language(value.label, language, value.id)}")
