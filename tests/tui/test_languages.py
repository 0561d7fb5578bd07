"""The screens in the reader's language: every sentence has its words, and the choice holds."""

from __future__ import annotations

import ast
import gettext
import io
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from qualcode.services.workspace import Project
from qualcode.tui import words
from qualcode.tui.actions import ACTIONS
from qualcode.tui.app import QualcodeApp
from qualcode.tui.key_names import GLYPHS, key_named, shown
from tests import catalogues
from tests.tui import spoken
from tests.tui.rooms import WIDE, coding, press, settled
from tests.tui.rooms import shown as screen_of

EVERY = pytest.mark.parametrize("language", catalogues.OTHERS)


def messages(language: str) -> Iterator[Message]:
    """The sentences of a catalogue."""
    return (message for message in catalogues.read(language) if message.id)


def forms(said: object) -> tuple[str, ...]:
    """The sentence, or the one for a single thing and the one for several."""
    return tuple(said) if isinstance(said, tuple | list) else (str(said),)


def blanks(sentence: str) -> set[str]:
    """What is filled in."""
    return set(spoken.BLANK.findall(sentence))


# the code


def test_every_sentence_of_the_code_is_known_to_the_catalogues() -> None:
    """What stands where the extraction does not see it, as inside an f-string, is told."""
    known = {form for message in catalogues.template() if message.id for form in forms(message.id)}
    lost = [
        f"{file}:{call.lineno}: {each}"
        for file, tree in spoken.modules()
        for call, said in spoken.sayings(tree)
        for each in said
        if each not in known
    ]
    assert lost == []


def test_nothing_is_shown_in_english_only() -> None:
    """A string that people read stands in `_()`, `counted()` or `marked()`."""
    found = [str(each) for file, tree in spoken.modules() for each in spoken.unwrapped(file, tree)]
    assert found == []


def test_the_scan_finds_what_is_forgotten() -> None:
    """Sentences, halves of sentences and single words, however they reach the screen."""
    code = (
        'def f(self, n):\n    """A docstring."""\n    yield Label("All of them", id="x")\n'
        '    self.notify(f"There are {n} left", title="Left")\n'
        '    yield Static(_("Wrapped words"))\n'
        '    x = Entry("id", "Codes" if n else "none at all")\n    y.append("more", "not bold")\n'
    )
    found = [each.words for each in spoken.unwrapped("x.py", ast.parse(code))]
    assert {"All of them", "Left", "none at all"} <= set(found)
    assert any("There are" in each for each in found)
    assert "Wrapped words" not in found and "not bold" not in found


def test_what_is_filled_in_is_what_the_sentence_asks_for() -> None:
    """Each blank has its value, and each value its blank."""
    wrong = []
    for file, tree in spoken.modules():
        for call, said in spoken.sayings(tree):
            given = {each.arg for each in call.keywords}
            if not said or None in given:
                continue
            asked = set().union(*map(blanks, said)) - ({"n"} if len(said) == 2 else set())
            if given and asked != given:
                wrong.append(f"{file}:{call.lineno}: {said}")
    assert wrong == []


# the catalogues


@EVERY
def test_every_sentence_has_words(language: str) -> None:
    """Nothing is left in English; the catalogue holds what the code says and nothing else."""
    assert catalogues.untranslated(catalogues.read(language)) == []
    known = {message.id for message in catalogues.template() if message.id}
    assert {message.id for message in messages(language)} == known, (
        "run python -m tests.catalogues, then translate what it names"
    )


@EVERY
def test_translations_fill_in_what_the_english_does(language: str) -> None:
    """The same blanks, in each plural form; only the number of a single thing may be left out."""
    wrong = []
    for message in messages(language):
        english, said = forms(message.id), forms(message.string)
        for one, other in zip(english, said, strict=True):
            optional = {"n"} if len(english) == 2 and one is english[0] else set()
            if other and blanks(one) - optional != blanks(other) - optional:
                wrong.append((one, other))
            if other.count("{") != len(spoken.BLANK.findall(other)):
                wrong.append((one, other))
    assert wrong == []


@EVERY
def test_translations_are_shaped_as_the_english_is(language: str) -> None:
    """No space or line end more or less at either end, and as many lines."""
    wrong = [
        (one, other)
        for message in messages(language)
        for one, other in zip(forms(message.id), forms(message.string), strict=True)
        if other and (_ends(one), one.count("\n")) != (_ends(other), other.count("\n"))
    ]
    assert wrong == []


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@EVERY
def test_the_catalogues_are_in_order(language: str) -> None:
    """Nothing doubtful or left over, and the program reads what the translators wrote."""
    catalogue = catalogues.read(language)
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert list(catalogue.obsolete) == []
    path = catalogues.FOLDER / f"{language}.mo"
    assert _compiled(path.read_bytes()) == _compiled(catalogues.compiled(catalogue))


def _compiled(content: bytes) -> dict[object, object]:
    """What a compiled catalogue says, but for its head, which names the tool that made it."""
    found = gettext.GNUTranslations(io.BytesIO(content))
    return {key: said for key, said in vars(found)["_catalog"].items() if key}


@EVERY
def test_names_of_keys_can_be_typed_as_they_are_shown(language: str) -> None:
    """Whatever the card of keys calls a key, `keys.toml` takes it."""
    words.speak(language)
    for key in (*GLYPHS, *(key for each in ACTIONS for key in each.keys)):
        assert key_named(shown(key)) == key


# the screens


@EVERY
async def test_the_coding_screen_speaks_the_language(project: Project, language: str) -> None:
    """Its hints, the card of keys and the words after an act are no longer in English."""
    words.speak(language)
    app = QualcodeApp(project, language)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await app.switch_mode("coding")
        await settled(pilot)
        hints = [each.hint for each in ACTIONS if each.id in ("code.pick", "code.degree")]
        said = [words._(hint) for hint in hints]
        assert all(word in screen_of(pilot) for word in said)
        assert said != hints
        await press(pilot, "t plus")
        await press(pilot, "r")
        assert words._("Turn {number} read", number=2) in screen_of(pilot)
        await press(pilot, "f1")
        card = screen_of(pilot)
        assert words._("All keys") in card and "All keys" not in card
        assert words._("The transcript") in card and "The transcript" not in card


@EVERY
async def test_the_history_speaks_the_language(project: Project, language: str) -> None:
    """Acts are told in it, with the names of things; the command line stays English."""
    theme = project.themes.add("Tillit", {"code": ["agenda"]})
    project.themes.remove(theme.id)
    words.speak(language)
    async with coding(project) as (pilot, _):
        await press(pilot, "H")
        assert words._("theme added: {theme}", theme="Tillit") in screen_of(pilot)
        assert "theme added" not in screen_of(pilot)
        assert project.history.log(1)[0].summary == "theme removed: Tillit"


async def test_the_palette_finds_actions_by_their_english_names_too(project: Project) -> None:
    """Who was told an English name finds the action all the same."""
    words.speak("sv")
    async with coding(project) as (pilot, _):
        await press(pilot, "ctrl+p")
        await press(pilot, "l a n g u a g e space o f space t h e space s c r")
        await settled(pilot)
        label = next(each.label for each in ACTIONS if each.id == "app.language")
        assert words._(label) in screen_of(pilot)
