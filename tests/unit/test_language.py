"""The language of a transcript, told by its commonest words."""

from __future__ import annotations

import pytest

from qualcode.text.language import recognise

SHORT = {
    "sv": "Jag tycker att det har blivit bättre, men vi har inte så mycket tid och de är få.",
    "da": "Jeg synes at det er blevet bedre, men vi har ikke så meget tid, og nogle af dem er nye.",
    "nb": "Jeg synes at det har blitt bedre, men vi har ikke så mye tid, og noen av dem er nye.",
    "nn": "Eg synest at det har vorte betre, men vi har ikkje så mykje tid, og dei er nye.",
    "en": "I think that it has become better, but we do not have much time for it.",
}


@pytest.mark.parametrize("language", SHORT)
def test_a_sentence_is_enough(language):
    """Neighbouring languages are told apart by the small words they do not share."""
    assert recognise(SHORT[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hej",
        "1 2 3",
        "Wir haben in der Gemeinde mit den Partnern gesprochen, aber es war nicht so einfach.",
        "Olemme tehneet yhteistyötä kunnan kanssa ja se on ollut hyvä asia kaikille meille.",
        "Nous avons travaillé avec la commune et les associations pour les enfants.",
    ],
)
def test_other_languages_are_not_guessed(text):
    """Where it cannot be told, nothing is claimed."""
    assert recognise(text) is None


def test_real_interviews(realdata):
    """Every part of 600 characters of real interviews is recognised."""
    files = [(path, "nn") for path in sorted((realdata / "lia-nynorsk").glob("*_0*.txt"))]
    files += [(path, "en") for path in sorted((realdata / "changelog").glob("*.md"))]
    assert len(files) > 5
    for path, language in files:
        text = path.read_text("utf-8")
        parts = [text[at : at + 600] for at in range(0, 6000, 600)]
        assert {recognise(part) for part in parts} == {language}, path.name
