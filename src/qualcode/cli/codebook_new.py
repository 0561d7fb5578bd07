"""`qualcode codebook new`: a codebook of one's own, asked for or by options."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.call import Call
from qualcode.cli.output import emit, print_data, say
from qualcode.cli.parts import Command
from qualcode.errors import QualcodeError

if TYPE_CHECKING:
    from qualcode.domain.codebook import Code
    from qualcode.services.new_book import NewBook

STARTS = ("blank", "conditions", "scales")
TEXTS = ("definition", "include", "exclude")
QUESTIONS = {
    "definition": "  What does a passage say that gets it",
    "include": "  When to use it",
    "exclude": "  When not to, and which code to use instead",
}


def _about(value: str) -> tuple[str, str]:
    """`ID=TEXT` as the two."""
    name, equals, text = value.partition("=")
    if not equals or not name.strip() or not text.strip():
        raise click.BadParameter(f"'{value}' is not ID=TEXT, such as funding=Funding.")
    return name.strip(), text.strip()


def _per_code(name: str, help_text: str) -> Callable[[Any], Any]:
    return click.option(name, type=_about, multiple=True, metavar="ID=TEXT", help=help_text)


@click.command("new", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="What the codebook is called.")
@click.option(
    "--language", "languages", multiple=True, metavar="LANG", help="en, sv ...; repeatable."
)
@click.option(
    "--start", type=click.Choice(STARTS), help="From nothing, the five conditions, or scales only."
)
@click.option("--scales", metavar="SCALE,...", help="degree, valence, standing, rating, or none.")
@_per_code("--code", "A first code with its label. Repeatable.")
@_per_code("--definition", "What a passage says that gets the code.")
@_per_code("--include", "When to use the code.")
@_per_code("--exclude", "When not to.")
@click.option("--yes", is_flag=True, help="Ask nothing; take the usual for what is not given.")
@click.pass_obj
def new(call: Call, /, file: Path, yes: bool, **given: Any) -> None:
    """Begin a codebook of your own in FILE, which must not be there yet.

    On a terminal what is not given is asked for. Then it says what is still to be filled in.
    """
    from qualcode.services.new_book import check_target, new_book, write_new

    check_target(file)
    asking = not yes and not call.json and asks()
    if not given["title"] and not asking and not yes:
        raise click.UsageError("What is it called? Give --title TEXT, or --yes for the usual.")
    wanted = _asked(file, given) if asking else _usual(file, given)
    book = new_book(replace(wanted, codes=[*wanted.codes, *_codes(given, wanted.languages[0])]))
    remarks = write_new(file, book)
    if call.json:
        shape = {"path": str(file), "id": book.id, "codes": [code.id for code in book.codes]}
        emit({**shape, "scales": [*book.scales], "remarks": [asdict(one) for one in remarks]})
        return
    print_data(str(file))
    say(f"{book.id}: {len(book.codes)} codes, scales: {', '.join(book.scales) or 'none'}.")
    if remarks:
        say(f"Still to be filled in: {len(remarks)} texts. See: qualcode codebook lint {file}")
    say(f"Next: qualcode init NAME --codebook {file}")


def asks() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _scales(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    names = (name.strip() for name in text.split(","))
    return tuple(name for name in names if name and name != "none")


def _usual(file: Path, given: dict[str, Any]) -> NewBook:
    from qualcode.services.new_book import NewBook

    return NewBook(
        given["title"] or file.stem,
        given["languages"] or ("en",),
        given["start"] or "conditions",
        _scales(given["scales"]),
    )


def _asked(file: Path, given: dict[str, Any]) -> NewBook:
    """What is not given, asked for question by question."""
    from qualcode.services.new_book import NewBook, known_scales

    title = given["title"] or _ask("Title", file.stem)
    question = "Languages, the first one first (en, sv, da, nb)"
    languages = given["languages"] or click.prompt(
        question, default="en", value_proc=_languages, err=True
    )
    start = given["start"] or click.prompt(
        "Begin with", type=click.Choice(STARTS), default="conditions", err=True
    )
    scales = given["scales"]
    if scales is None:
        known = ",".join(known_scales())
        usual = "none" if start == "blank" else known
        checked = partial(_known_scales, known)
        scales = click.prompt("Scales, or none", default=usual, value_proc=checked, err=True)
    wanted = NewBook(title, languages, start, _scales(scales))
    return wanted if given["code"] else _with_first_codes(wanted)


def _languages(text: str) -> tuple[str, ...]:
    found = tuple(text.replace(",", " ").split())
    if not found or not all(one.isalnum() for one in found):
        raise click.BadParameter("Name languages by their codes, such as: sv en")
    return found


def _known_scales(known: str, text: str) -> str:
    wrong = [name for name in _scales(text) or () if name not in known.split(",")]
    if wrong:
        raise click.BadParameter(f"'{wrong[0]}' is no scale. Known: {known}, or none")
    return text


def _with_first_codes(wanted: NewBook) -> NewBook:
    """The wanted codebook with codes that are asked for; one that cannot be is asked for again."""
    from qualcode.services.new_book import first_code, new_book

    language = wanted.languages[0]
    found: list[Code] = []
    while label := _ask(f"{'Another' if found else 'A first'} code ({language}; enter: none)"):
        taken = [code.id for code in new_book(replace(wanted, codes=found)).codes]
        try:
            new_book(replace(wanted, codes=[*found, first_code(label, language, {}, taken)]))
        except QualcodeError as error:
            say(f"{error.message} {error.hint}")
            continue
        said = {name: text for name in TEXTS if (text := _ask(QUESTIONS[name]))}
        found.append(first_code(label, language, said, taken))
    return replace(wanted, codes=found)


def _ask(question: str, usual: str = "") -> str:
    answer = click.prompt(question, default=usual, show_default=bool(usual), err=True)
    return str(answer).strip()


def _codes(given: dict[str, Any], language: str) -> list[Code]:
    """The codes of the options, with what is said of each."""
    from qualcode.services.new_book import first_code

    said = {name: dict(given[name]) for name in TEXTS}
    known = dict(given["code"])
    for name, texts in said.items():
        unknown = sorted(set(texts) - set(known))
        if unknown:
            raise click.UsageError(f"--{name} is about '{unknown[0]}': add --code {unknown[0]}=...")
    return [
        replace(
            first_code(
                label, language, {name: texts.get(code, "") for name, texts in said.items()}
            ),
            id=code,
        )
        for code, label in known.items()
    ]
