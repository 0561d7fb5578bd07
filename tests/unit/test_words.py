"""The word layer: spaCy's words and our sentences, with exact offsets."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qualcode.text.words import Words

TEXT = "Vi sågs t.ex. i går.  «Ja», sa hon 👪. [ler] Jo.\nMen kl. 14? Ja"


@pytest.mark.parametrize("language", ["sv", "da", "nb", "nn", "en", None])
def test_offsets_are_exact(language):
    """Every token is the text between its offsets, in every language."""
    tokens = list(Words(language).tokens(TEXT))
    assert all(TEXT[token.start : token.end] == token.text for token in tokens)
    assert [t.text for t in tokens if t.is_word][:2] == ["Vi", "sågs"]
    assert Words(language).count("två ord, inte fler!") == 4


def test_sentences_are_ours():
    """Brackets and quotation marks open a sentence, abbreviations do not end one."""
    spans = Words("sv").sentences(TEXT)
    assert [TEXT[span.start : span.end] for span in spans] == [
        "Vi sågs t.ex. i går.",
        "«Ja», sa hon 👪.",
        "[ler] Jo.",
        "Men kl. 14?",
        "Ja",
    ]


def test_nothing_is_loaded_before_it_is_needed():
    """Importing the layer does not import spaCy."""
    code = "import sys, qualcode.text.words; print('spacy' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
