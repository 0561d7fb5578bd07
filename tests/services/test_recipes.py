"""A recipe says what a report holds: the same recipe, the same bytes; a slip, a clear error."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.errors import BadFile, Invalid, QualcodeError
from qualcode.services import demo
from qualcode.services.recipes import read_recipe
from qualcode.services.workspace import open_project

WHOLE = """
out = "annex.html"
language = "sv"
profile = "client"
title = "Samverkan för barn 🙂"
coder = "anna"
where = "not standing:denied"
chapters = ["reading", "tables"]
tables = ["frequency"]
as_of = 2031-05-01

[[table]]
name = "conditions"
where = "valence:hinders"

[[table]]
name = "conditions"
where = "valence:helps"
cases = ["Lyftet"]
"""


@pytest.fixture
def recipe(tmp_path: Path):
    """Writes a recipe and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "report.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_everything_in_a_recipe_reaches_the_report(tmp_path: Path, recipe) -> None:
    """Language, title, chapters, narrowing and the same table twice with options of its own."""
    found = read_recipe(recipe(WHOLE))
    assert found.out == tmp_path / "annex.html"
    assert found.as_of == "2031-05-01"
    path, _ = demo.build(tmp_path / "demo")
    with open_project(path, coder="anna") as project:
        written = project.reporting.write(found.out, found.request).read_bytes()
        again = project.reporting.write(tmp_path / "again.html", found.request).read_bytes()
        helps = len(project.queries.codings("valence:helps not standing:denied case:Lyftet"))
        assert helps
    assert written == again
    text = written.decode()
    assert "Samverkan för barn 🙂" in text
    assert "not standing:denied valence:hinders" in text
    assert text.count("<table") == 3
    assert "valence:hinders" in text and "valence:helps" in text
    assert 'lang="sv-SE"' in text


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ('profil = "client"', Invalid, "profile"),
        ('[[table]]\nnam = "conditions"', Invalid, "name"),
        ('[[table]]\nwhere = "case:X"', Invalid, "no name"),
        ('tables = "frequency"', Invalid, "list"),
        ("title = 3", Invalid, "quotation marks"),
        ("table = 3", Invalid, "[[table]]"),
        ("language = \n", BadFile, "line 1"),
    ],
)
def test_a_slip_is_told_with_what_may_have_been_meant(recipe, text, error, words) -> None:
    """Unknown names, values of a wrong kind and broken TOML each say what is wrong."""
    with pytest.raises(error) as raised:
        read_recipe(recipe(text))
    assert words in f"{raised.value.message} {raised.value.hint}"


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ('tables = ["freqency"]', "frequency"),
        ('chapters = ["theme"]', "themes"),
        ('[[table]]\nname = "condition"', "conditions"),
        ('cases = ["Lyfted"]', "Lyftet"),
        ('where = "code:ci-agnda"', "ci-agenda"),
        ('profile = "clients"', "client"),
    ],
)
def test_unknown_names_are_told_with_the_nearest(tmp_path: Path, recipe, text, nearest) -> None:
    """What only the project knows is checked before anything is written."""
    path, _ = demo.build(tmp_path / "demo")
    request = read_recipe(recipe(f'language = "en"\n{text}')).request
    out = tmp_path / "out.docx"
    with open_project(path, coder="anna") as project, pytest.raises(QualcodeError) as raised:
        project.reporting.write(out, request)
    assert nearest in raised.value.hint
    assert not out.exists()


def test_a_recipe_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    """A missing file and one that is no text are errors that name the file."""
    with pytest.raises(BadFile, match="cannot be read"):
        read_recipe(tmp_path / "none.toml")
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match="UTF-8"):
        read_recipe(tmp_path / "odd.toml")
