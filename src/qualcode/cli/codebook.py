"""`qualcode codebook`: the codes and scales that a project codes with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qualcode.cli import shapes
from qualcode.cli.call import Call
from qualcode.cli.output import Field, emit, facts, grid, listed, print_data, say
from qualcode.cli.parts import Group, choice, label

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


def _labels(name: str, field: str, *, required: bool = False) -> Callable[[F], F]:
    """An option that is said once per language."""
    return click.option(
        name,
        field,
        type=label,
        multiple=True,
        required=required,
        metavar="LANG=TEXT",
        help="Once per language.",
    )


@click.group("codebook", cls=Group)
def codebook() -> None:
    """The codes and scales that are coded with."""


@codebook.command("list")
@LANGUAGE
@click.pass_obj
def list_(call: Call, language: str | None) -> None:
    """List the codes as a tree, with their passages and cases rolled up."""
    with call.opened() as project:
        book, counts = project.codebooks.current(), project.codings.counts()
        language = language or reader_language(project)
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
                }
                for code, passages, cases in found
            ]
        )
        return
    rows = [
        (f"{'  ' * book.depth(code.id)}{code.id}", code.name(language), passages, cases)
        for code, passages, cases in found
    ]
    grid(FIELDS, rows, "The codebook has no codes.")


@codebook.command("show")
@click.argument("code", required=False)
@LANGUAGE
@click.pass_obj
def show(call: Call, code: str | None, language: str | None) -> None:
    """Show the codebook, or one CODE with its definition."""
    with call.opened() as project:
        book = project.codebooks.current()
        language = language or reader_language(project)
    one = book.code(code) if code else None
    if call.json:
        emit(shapes.code(one) if one else shapes.codebook(book))
    elif one:
        _show_code(one, language)
    else:
        _show_book(book, language)


@codebook.command("lint")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def lint(call: Call, file: Path) -> int:
    """Check a codebook file; needs no project. Prints FILE:LINE: message, errors leave with 1."""
    from qualcode.exchange import codebook_files

    found = codebook_files.check(file)
    book, problems = found.book, found.problems
    if call.json:
        emit([{"file": str(file), **_plain(problem)} for problem in problems])
    else:
        for problem in problems:
            print_data(problem.shown(str(file)))
        if book is not None:
            say(f"{book.id} {book.version}: {len(book.codes)} codes, {len(problems)} remarks.")
    return 0 if book is not None else 1


@codebook.command("import")
@click.argument("file")
@click.pass_obj
def import_(call: Call, file: str) -> None:
    """Take the codebook in FILE, or a shipped one by name, as the one in force."""
    with call.opened() as project:
        book = project.codebooks.load(file)
        if call.json:
            emit({"id": book.id, "version": book.version, "codes": len(book.codes)})
        else:
            say(f"The codebook is now {book.id} {book.version} with {len(book.codes)} codes.")


@codebook.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def export(call: Call, file: Path) -> None:
    """Write the codebook to FILE by its ending: .yaml .json .qdc .csv .xlsx .docx .md.

    A YAML file of the same codebook keeps its comments and order. What the format cannot carry is
    said.
    """
    with call.opened() as project:
        left_out = project.codebooks.export(file)
    if call.json:
        emit({"path": str(file), "notes": left_out})
        return
    for line in left_out:
        say(line)
    say(f"Written: {file}")


@codebook.command("add")
@click.argument("code")
@_labels("--label", "labels", required=True)
@click.option("--parent", metavar="ID", help="The code it lies below.")
@_labels("--definition", "definitions")
@click.option("--usual-valence", metavar="VALENCE", help="helps, hinders or mixed.")
@click.pass_obj
def add(
    call: Call, /, code: str, parent: str | None, usual_valence: str | None, **given: Any
) -> None:
    """Add a code of your own with the id CODE."""
    from qualcode.domain.codebook import Code

    fresh = Code(
        id=code,
        label=dict(given["labels"]),
        parent=parent,
        definition=dict(given["definitions"]),
        usual_valence=choice(usual_valence),
    )
    with call.opened() as project:
        if fresh.usual_valence:
            project.codebooks.current().scale("valence").by_id(fresh.usual_valence)
        made = project.codebooks.add_code(fresh)
        if call.json:
            emit(shapes.code(made))
        else:
            say(f"A new code: {made.id}")


@codebook.command("log")
@click.pass_obj
def log(call: Call) -> None:
    """List what has happened to the codebook, newest first."""
    with call.opened() as project:
        acts = [
            act
            for act in project.history.log()
            if act.kind.startswith("codebook.") or act.kind == "project.begin"
        ]
    if call.json:
        emit([shapes.act(act) for act in acts])
        return
    fields = (Field("N", right=True), Field("TIME"), Field("CODER"), Field("WHAT", flexible=True))
    rows = [
        (act.seq, act.time, act.coder, act.summary + (" (taken back)" if act.undone else ""))
        for act in acts
    ]
    grid(fields, rows, "Nothing has happened to the codebook.")


def reader_language(project: Project) -> str:
    """The language of labels: the project's first, else English."""
    languages = project.settings.show()["languages"]
    return str(languages[0]) if languages else "en"


def _plain(problem: Any) -> dict[str, Any]:
    return {
        "line": problem.line,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


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
