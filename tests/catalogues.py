"""Brings the catalogues of the screens' languages up to date with the code.

    python -m tests.catalogues          new sentences into the .po files, gone ones out, .mo anew
    python -m tests.catalogues sv       the same for one language

What is to be translated afterwards is printed. Sentences are those in `_()`, `counted()` and
`marked()`, the words of the registry of actions, and the phrases of the history.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from qualcode.services.act_phrases import PHRASES
from qualcode.tui import words
from qualcode.tui.actions import ACTIONS, PLACES

SOURCE = Path(words.__file__).parent
FOLDER = SOURCE / "languages"
OTHERS = tuple(language for language in words.LANGUAGES if language != "en")
_CHANGING = tuple(
    f'"{field}'.encode()
    for field in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
    )
)
"""Lines of the head that say when and by whom: they would differ each time."""
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "counted": (1, 2), "marked": None}

KEYWORDS_BELOW = {"sentence": None, "numbered": (1, 2)}
BELOW = (
    *("errors.py", "domain/**.py", "text/**.py", "importers/**.py", "exchange/**.py"),
    *("storage/**.py", "analysis/**.py", "reports/**.py", "services/**.py"),
)
"""Where sentences come from that the screens show: errors, and what a check has found."""

Sentence = str | tuple[str, ...]


def sentences() -> Iterator[tuple[Sentence, str]]:
    """Everything that the screens say in English, with where it is said."""
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    for file, _, message, _, _ in found:
        yield message, Path(file).as_posix()
    files = [(pattern, "python") for pattern in BELOW]
    for file, _, message, _, _ in extract_from_dir(SOURCE.parent, files, keywords=KEYWORDS_BELOW):
        yield message, Path(file).as_posix()
    for heading in PLACES.values():
        yield heading, "actions.py"
    for action in ACTIONS:
        for said in (action.label, action.tooltip, action.hint):
            if said:
                yield said, "actions.py"
    for phrase in PHRASES.values():
        yield phrase, "history"


def template() -> Catalog:
    """All sentences, each once, without translations and in a stable order."""
    catalogue = Catalog(domain="qualcode")
    places: dict[Sentence, set[str]] = {}
    for sentence, place in sentences():
        places.setdefault(sentence, set()).add(place)
    for sentence in sorted(places, key=lambda said: said if isinstance(said, str) else said[0]):
        catalogue.add(sentence, locations=[(place, None) for place in sorted(places[sentence])])
    return catalogue


def read(language: str) -> Catalog:
    """The catalogue of a language as it is in its file; an empty one when there is none."""
    path = FOLDER / f"{language}.po"
    text = path.read_text("utf-8") if path.exists() else ""
    catalogue = read_po(io.StringIO(text), locale=language, domain="qualcode")
    catalogue.project, catalogue.version, catalogue.fuzzy = "qualcode", "", False
    catalogue.header_comment = f"# The screens of qualcode: {words.LANGUAGES[language]}."
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """What the program reads of a catalogue: the sentences that have their words."""
    # the library writes when it was made: the same sentences are to be the same bytes
    ready = Catalog(locale=catalogue.locale, creation_date=_LONG_AGO, revision_date=_LONG_AGO)
    for message in catalogue:
        if message.id and message.string and all(_forms(message.string)):
            ready.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, ready)
    return out.getvalue()


def source(catalogue: Catalog) -> bytes:
    """The catalogue for those who translate; the same bytes for the same sentences."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100, omit_header=False, include_lineno=False, sort_output=True)
    kept = [line for line in out.getvalue().split(b"\n") if not line.startswith(_CHANGING)]
    return b"\n".join(kept)


def untranslated(catalogue: Catalog) -> list[str]:
    """The sentences that have no words yet."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (not message.string or not all(_forms(message.string)))
    ]


def _forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def main(languages: Sequence[str]) -> None:
    """Bring the catalogues of some languages up to date, or of all when none is named."""
    fresh = template()
    for language in languages or OTHERS:
        catalogue = read(language)
        catalogue.update(fresh, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        (FOLDER / f"{language}.po").write_bytes(source(catalogue))
        (FOLDER / f"{language}.mo").write_bytes(compiled(catalogue))
        left = untranslated(catalogue)
        sys.stdout.write(f"{language}: {len(catalogue)} sentences, {len(left)} to translate\n")
        sys.stdout.writelines(f"  {sentence}\n" for sentence in left)


if __name__ == "__main__":
    main(sys.argv[1:])
