"""Codes as rows of a sheet, one per code: what `.csv` and `.xlsx` have in common.

Columns for texts end in a language (`label_sv`). Cues and sources are separated by semicolons.
A code without an id gets one made of its label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from qualcode.domain.code_tree import parents_first
from qualcode.domain.codebook import Code, Codebook
from qualcode.errors import nearest
from qualcode.exchange.codebook_checks import check_codebook
from qualcode.exchange.codebook_paragraphs import joined, split
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_read import Lines
from qualcode.exchange.codebook_slugs import Slugs, slug
from qualcode.sentences import sentence

BEFORE = ("id", "parent", "kind")
TEXTS = ("label", "definition", "include", "exclude", "example", "cues")
AFTER = ("usual_valence", "sources", "colour", "key", "assignable", "retired", "became")
_YES = ("yes", "true", "1", "x", "ja")
_NO = ("no", "false", "0", "nej", "nei", "")


@dataclass(slots=True)
class SheetRow:
    """A row with its number in the file (from 1) and its cells as texts."""

    line: int
    cells: Sequence[str]


def columns(languages: Iterable[str]) -> list[str]:
    """The columns of a sheet for these languages, in order."""
    texts = (f"{name}_{language}" for name in TEXTS for language in languages)
    return [*BEFORE, *texts, *AFTER]


def rows(book: Codebook) -> Iterator[list[str]]:
    """The header and then a row for each code, parents before their children."""
    languages = spoken(book)
    yield columns(languages)
    for code in book.walk():
        yield [
            *(code.id, code.parent or "", code.kind),
            *(_text(code, name, language) for name in TEXTS for language in languages),
            *(code.usual_valence or "", joined(code.sources), code.colour or "", code.key or ""),
            *("" if code.assignable else "no", "yes" if code.retired else "", joined(code.became)),
        ]


def spoken(book: Codebook) -> list[str]:
    """The codebook's languages, and others that a text of a code is in."""
    found = dict.fromkeys(book.languages)
    for code in book.codes:
        for name in TEXTS:
            found.update(dict.fromkeys(getattr(code, name)))
    return list(found) or ["en"]


def notes(book: Codebook, ending: str) -> list[str]:
    """What a sheet leaves out of this codebook, by name."""
    left_out = {
        sentence("Scales ({names}): not in a {ending} file."): book.scales,
        sentence("Sets ({names}): not in a {ending} file."): book.sets,
        sentence("Extensions ({names}): not in a {ending} file."): book.extensions,
        sentence("Themes ({names}): not in a {ending} file."): [one.id for one in book.themes],
        sentence("Trap words ({names}): not in a {ending} file."): book.trap_words,
        sentence("References of sources ({names}): not in a {ending} file."): book.sources,
        sentence("GUIDs of other programs ({names}): not in a {ending} file."): [
            code.id for code in book.codes if code.guid
        ],
        sentence("Where words were taken from ({names}): not in a {ending} file."): [
            code.id for code in book.codes if code.taken
        ],
    }
    found: list[str] = [
        sentence(said, names=", ".join(names), ending=ending)
        for said, names in left_out.items()
        if names
    ]
    whole = sentence(
        "Title, description, version and change note: not in a {ending} file.", ending=ending
    )
    return [*found, whole]


def codebook(table: Iterable[SheetRow], name: str, problems: Problems) -> Codebook | None:
    """The codes of a table whose first filled row names the columns; None when that cannot be.

    `name` is the file's name without its ending, from which the codebook gets its id.
    """
    filled = (row for row in table if any(cell.strip() for cell in row.cells))
    header = next(filled, None)
    if header is None:
        problems.error(
            1, sentence("the sheet is empty"), sentence("the first row names the columns")
        )
        return None
    sheet = _Sheet(problems)
    if not sheet.begin(header):
        return None
    codes = [sheet.code(row) for row in filled]
    if not codes:
        problems.error(
            header.line, sentence("the sheet has no codes"), sentence("write one in each row")
        )
        return None
    title = {sheet.languages[0]: name}
    book = Codebook(slug(name), "1", title, parents_first(codes), languages=tuple(sheet.languages))
    check_codebook(book, sheet.lines, problems)
    return book


@dataclass(slots=True)
class _Sheet:
    problems: Problems
    lines: Lines = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    _columns: list[str] = field(default_factory=list)
    _slugs: Slugs = field(default_factory=Slugs)

    def begin(self, header: SheetRow) -> bool:
        """Take the names of the columns; False with an error when needed ones are missing."""
        for cell in header.cells:
            name = cell.strip().lower().replace(" ", "_")
            name = {"color": "colour", **{text: f"{text}_en" for text in TEXTS}}.get(name, name)
            if name and name in self._columns:
                self.problems.error(
                    header.line, sentence("the column '{name}' is there twice", name=name)
                )
            self._columns.append(name)
            kind, _, language = name.partition("_")
            if kind in TEXTS and language:
                if language not in self.languages:
                    self.languages.append(language)
            elif name and name not in (*BEFORE, *AFTER):
                hint = nearest(name, columns(("en", "sv", "da", "nb")), limit=1)
                self.problems.warn(
                    header.line,
                    sentence("the column '{name}' is not known and left out", name=name),
                    hint,
                )
        labelled = any(name.startswith("label_") for name in self._columns)
        missing = [
            *(["id"] if "id" not in self._columns else []),
            *([] if labelled else ["label_en"]),
        ]
        if missing:
            self.problems.error(
                header.line,
                sentence("columns are missing: {names}", names=", ".join(missing)),
                sentence("the first row names the columns; label_sv and the like will also do"),
            )
        return not missing

    def code(self, row: SheetRow) -> Code:
        """The code in a row."""
        cells = [normalize("NFC", cell.strip()) for cell in row.cells]
        if any(cells[len(self._columns) :]):
            self.problems.error(
                row.line,
                sentence("the row has more cells than there are columns"),
                sentence("put texts that contain the separator in quotation marks"),
            )
        said = dict(zip(self._columns, cells, strict=False))
        texts = {name: self._texts(said, name) for name in TEXTS}
        label = next(iter(texts["label"].values()), "")
        name = said.get("id") or self._slugs.fresh(label, said.get("parent"))
        if said.get("id") and not self._slugs.take(name):
            first = self.lines["codes", name]
            what = sentence("the id '{name}' is there twice", name=name)
            self.problems.error(
                row.line, what, sentence("first on line {first}", first=first), code=name
            )
        self.lines.setdefault(("codes", name), row.line)
        fields: dict[str, Any] = dict(texts)
        fields["cues"] = {at: split(words) for at, words in texts["cues"].items()}
        return Code(
            id=name,
            parent=said.get("parent") or None,
            kind=said.get("kind") or "topic",
            usual_valence=said.get("usual_valence") or None,
            sources=split(said.get("sources", "")),
            colour=said.get("colour") or None,
            key=said.get("key") or None,
            assignable=self._flag(said, "assignable", row.line, usual=True),
            retired=self._flag(said, "retired", row.line, usual=False),
            became=split(said.get("became", "")),
            **fields,
        )

    def _texts(self, said: dict[str, str], name: str) -> dict[str, str]:
        found = {language: said.get(f"{name}_{language}", "") for language in self.languages}
        return {language: text for language, text in found.items() if text}

    def _flag(self, said: dict[str, str], name: str, line: int, *, usual: bool) -> bool:
        word = said.get(name, "").lower()
        if not word:
            return usual
        if word not in (*_YES, *_NO):
            self.problems.error(line, sentence("'{name}' should be yes or no", name=name))
        return word in _YES


def _text(code: Code, name: str, language: str) -> str:
    if name == "cues":
        return joined(code.cues.get(language, ()))
    found: str = getattr(code, name).get(language, "")
    return found
