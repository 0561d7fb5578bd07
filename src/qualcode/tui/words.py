"""The words of the screens in the language that their reader chose.

English stands in the code; the other languages are catalogues of GNU gettext beside this module,
`languages/sv.po` for those who translate and `languages/sv.mo` for the program. A sentence that a
catalogue lacks is shown in English.
"""

from __future__ import annotations

import gettext
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from qualcode.sentences import Sentence

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "sv": "Svenska",
    "da": "Dansk",
    "nb": "Norsk bokmål",
}
"""What can be chosen, each by its own name."""

VARIABLE = "QUALCODE_LANGUAGE"
FILE = "screens.toml"
_FOLDER = Path(__file__).with_name("languages")
_NORWEGIAN = {"no": "nb", "nn": "nb"}


class _Spoken:
    """The language in force. One terminal has one reader, so there is one for the program."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str) -> None:
    """Show the screens in a language from now on; in English when it is none of ours."""
    catalogue = gettext.NullTranslations()
    if language in LANGUAGES and language != "en":
        with (_FOLDER / f"{language}.mo").open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
    _Spoken.language = language if language in LANGUAGES else "en"
    _Spoken.catalogue = catalogue


def spoken() -> str:
    """The language in force."""
    return _Spoken.language


def _(words: str, **values: object) -> str:
    """A sentence of the screens in the language in force, with its values filled in.

    Without values the sentence is taken as it stands, braces included.
    """
    said = _Spoken.catalogue.gettext(words) if words else ""
    return said.format_map(values) if values else said


def counted(one: str, many: str, n: int, **values: object) -> str:
    """A sentence about a number: `one` for a single thing, `many` otherwise.

    `{n}` is filled in with its thousands parted, as `16 659`.
    """
    number = f"{n:,}".replace(",", "\u202f")
    return _Spoken.catalogue.ngettext(one, many, n).format_map({"n": number, **values})


def translated(words: str) -> str:
    """A sentence from below the screens, such as an error's; as it stands when it is not known."""
    if not isinstance(words, Sentence):
        return _(words)
    values = {
        name: translated(value) if isinstance(value, Sentence) else value
        for name, value in words.values.items()
    }
    n = values.pop("n", None) if words.many else None
    return (
        counted(words.one, words.many, n, **values)
        if isinstance(n, int)
        else _(words.one, **values)
    )


def quoted(words: str) -> str:
    """A label or a name in the quotation marks of the language in force."""
    return _("“{said}”", said=words)


def spoken_words(words: str) -> str:
    """What somebody said, in the quotation marks of the language in force."""
    return _("”{said}”", said=words)


def marked(words: str) -> str:
    """A sentence that is translated where it is shown, with `_`: here it is only noted down."""
    return words


def settings_file() -> Path:
    """Where the reader's choice is kept."""
    from platformdirs import user_config_path

    return user_config_path("qualcode", appauthor=False) / FILE


def chosen_language(file: Path) -> str | None:
    """What the reader chose: by the variable, else in the file; None when nothing is chosen.

    A file that cannot be read, or names a language that is none of ours, chooses nothing.
    """
    named = known_language(os.environ.get(VARIABLE, ""))
    if named is not None:
        return named
    try:
        found = tomllib.loads(file.read_text("utf-8")).get("language")
    except (OSError, ValueError):
        return None
    return known_language(found) if isinstance(found, str) else None


def choose_language(file: Path, language: str) -> None:
    """Keep the reader's choice for the next times; OSError when it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'language = "{language}"\n', "utf-8")


def language_of_system() -> str:
    """The language that the terminal is set to, English when it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return known_language(value) or "en"
    return "en"


def known_language(tag: str) -> str | None:
    """Our language for a tag such as `sv`, `sv_SE.UTF-8`, `nn-NO`; None when it is none."""
    short = tag.replace("-", "_").split("_")[0].split(".")[0].casefold()
    short = _NORWEGIAN.get(short, short)
    return short if short in LANGUAGES else None
