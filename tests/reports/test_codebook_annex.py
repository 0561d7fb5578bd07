"""The codebook for print: what is in it, in which language, and that it is the same every time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from qualcode.domain.codebook import Code, Codebook, Scale, ScaleValue
from qualcode.exchange import codebook_yaml
from qualcode.reports.codebook_annex import annex, markdown, notes
from qualcode.reports.codebook_words import WORDS
from qualcode.reports.docx import render_report
from qualcode.reports.model import Heading

SHIPPED = Path(__file__).resolve().parents[2] / "codebooks" / "framsteget.yaml"


def a_book(**more) -> Codebook:
    codes = (
        Code(
            "aim",
            {"en": "Aim", "sv": "Mål"},
            definition={"en": "What *for* <b>it</b>.", "sv": "Vad för."},
            include={"en": "- always"},
            exclude={"en": "Never."},
            example={"en": "We want this."},
            usual_valence="helps",
        ),
        Code("aim-old", {"en": "Old"}, parent="aim", retired=True),
    )
    values = (ScaleValue("alone", {"en": "Alone"}, 1, anchor={"en": "Nobody comes."}),)
    scale = Scale(
        "grade", {"en": "Grade"}, "ordinal", "segment", values, (), {"aim": {"1": {"en": "No."}}}
    )
    book = Codebook("b", "1.2", {"en": "Our [book]"}, codes, {"grade": scale}, languages=("en",))
    return replace(book, **more)


def test_each_code_has_its_rules():
    """Label, id, definition, use when, not when, example; scales with their anchors."""
    text = markdown(annex(a_book()))
    for line in (
        "# Our \\[book\\]",
        "Codebook b, version 1.2",
        "### Aim (aim)",
        "**Definition:** What \\*for\\* \\<b\\>it\\</b\\>.",
        "**Use when:** \\- always",
        "**Not when:** Never.",
        "**Example:** *We want this.*",
        "#### Old (aim-old)",
        "*Retired: no new codings.*",
        "**1 Alone**: Nobody comes.",
        "#### Grade: Aim",
        "**1:** No.",
    ):
        assert f"\n{line}\n" in f"\n{text}", line


def test_each_language_is_a_part():
    """One after another under its own name, in its own words; what is missing stands in another."""
    text = markdown(annex(a_book(languages=("sv", "en"))))
    assert text.index("## Svenska") < text.index("#### Mål (aim)") < text.index("## English")
    assert "**Inte när:** Never." in text and "**Not when:** Never." in text


def test_headings_skip_no_level():
    """A screen reader can go through them."""
    for book in (a_book(), codebook_yaml.load(SHIPPED)):
        levels = [block.level for block in annex(book).blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_word_file_is_a4_and_the_same_every_time():
    """Real headings, every label, A4 paper."""
    book = codebook_yaml.load(SHIPPED)
    content = render_report(annex(book, "2026-03-04"))
    assert content == render_report(annex(book, "2026-03-04"))
    document = Document(BytesIO(content))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    headings = {p.text for p in document.paragraphs if p.style.name.startswith("Heading")}
    for code in book.codes:
        for language in book.languages:
            assert f"{code.label[language]} ({code.id})" in headings


def test_what_print_leaves_out_is_named():
    """Sets, themes, cues by name; and that it cannot come back."""
    said = " ".join(notes(codebook_yaml.load(SHIPPED), ".docx"))
    assert "cannot be imported" in said and "Cues" in said and "first_pass" in said
    assert "theme-gains" in said


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_all_words(language):
    """No heading is missing in one of them."""
    assert WORDS[language].keys() == WORDS["en"].keys() and all(WORDS[language].values())
