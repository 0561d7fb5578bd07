"""What is printed: aligned by cells, inside the line, never markup."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.cli.output import Field, ProgressBar, clip, grid, one_line
from qualcode.cli.parts import typed
from qualcode.text.cells import width


@given(st.text(max_size=60), st.integers(1, 40))
def test_what_is_clipped_fits(text, cells):
    """A clipped text takes at most the cells it is given; a text that fits stays whole."""
    line = one_line(text)
    assert width(clip(line, cells)) <= cells
    if width(line) <= cells:
        assert clip(line, cells) == line


@given(st.text(max_size=60))
def test_a_cell_is_one_line_without_control_characters(text):
    """No newline, escape or other control character leaves for the terminal."""
    line = one_line(text)
    assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in line)


def test_columns_stand_under_one_another(capsys):
    """Wide and combining characters do not push the next column away."""
    rows = [("漢字", 1), ("é", 22), ("👩‍👩‍👧", 333)]
    grid((Field("NAME"), Field("N", right=True)), rows, "none")
    lines = capsys.readouterr().out.splitlines()
    assert {width(line) for line in lines} == {width("NAME") + 2 + 3}


def test_long_columns_give_way(capsys, monkeypatch):
    """A list stays inside 80 cells by its flexible columns; numbers are never cut."""
    monkeypatch.delenv("COLUMNS", raising=False)
    rows = [("x" * 200, 1234567890, "y" * 200)]
    grid((Field("A", flexible=True), Field("N"), Field("B", flexible=True)), rows, "none")
    out = capsys.readouterr().out
    assert max(map(width, out.splitlines())) <= 80 and "1234567890" in out and "…" in out


def test_an_empty_list_says_so_beside_the_data(capsys):
    """Nothing on standard output, a sentence on standard error."""
    grid((Field("A"),), [], "None here.")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "None here.\n")


def test_brackets_are_brackets_everywhere(project, run):
    """`[/x]` in a text, a label and a memo is printed as it is."""
    quote = "[skratt] Kommunen borde göra det, tycker jag. [/x]"
    memo = ("--memo", "[bold]x[/bold]")
    run("code", "add", "talk-1", "--quote", quote, "--code", "backbone-person", *memo)
    assert quote in run("code", "list").out
    assert "[laughs] person" in run("codebook", "list", "--language", "en").out
    coding = run("code", "list").out.split()[0]
    assert "[bold]x[/bold]" in run("code", "show", coding).out
    assert "[/x]" in run("find", "tycker", "--context", "20").out


def test_no_bar_where_there_is_no_terminal(capsys):
    """Progress is for eyes: into a file or a pipe nothing is written."""
    bar = ProgressBar()
    bar(0, 2, "a")
    bar(2, 2, "")
    assert capsys.readouterr().err == ""


def test_a_terminal_sees_how_far_it_has_come(capsys, monkeypatch):
    """On a terminal the bar tells of each file, and is wiped away at the end."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    bar = ProgressBar()
    bar(1, 2, "talk\x1b[31m.txt")
    bar(2, 2, "")
    err = capsys.readouterr().err
    assert "1/2 talk[31m.txt" in err and err.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("-2", -2),
        ("0.5", 0.5),
        ("true", True),
        ("false", False),
        ("", None),
        ("046", "046"),
        ("1e5", "1e5"),
        ("nan", "nan"),
        ("+46", "+46"),
        ("ja", "ja"),
    ],
)
def test_values_are_typed_only_where_nothing_is_lost(text, value):
    """Numbers and truth values where the text is exactly one; all else stays text."""
    assert typed(text) == value and type(typed(text)) is type(value)
