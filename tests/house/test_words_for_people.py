"""What people read can be said in every language of the screens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house import saying
from tests.tui import spoken

COMMAND_LINE_ONLY = {"services/coding_files.py"}
"""Said by the command line, which is in English, and by nothing else."""
NAMES = {"codebook", "NE"}
"""Filled in as they are: a name for a file, and the sign of a rating that is not there."""
MARKS = re.compile("[“”„»«]")
OWN_MARKS = {"colours.py", "widgets/definition.py", "words.py"}
"""Signs of the standings; the marks of an entry in its own language; where the marks are said."""
SAID_BELOW = {"message", "why"}
"""What of a thing from below is a sentence: it is shown by `translated` or `told`."""
A_KIND = re.compile(r"\b([Aa]n?|no) \{(kind|what|term|target_kind)\}|\}s\b")
TYPED = {
    "A memo cannot hang on a {target_kind}.",
    "A theme gathers no {kind}.",
    "No reply is about a {kind}.",
    "Nothing is quoted for a {kind}.",
    "Nothing rests on a {kind}.",
    "There is no {term} '{value}'.",
}
"""Here the word is none of ours: it is what somebody typed."""


def test_every_message_below_the_screens_is_a_sentence() -> None:
    """Errors, findings, remarks and warnings go through `sentence`, `numbered` or `joined`."""
    found = [
        f"{file}:{line}: {words!r}"
        for file, tree in saying.modules()
        if file not in COMMAND_LINE_ONLY
        for line, words in saying.english_only(tree)
    ]
    assert found == []


def test_no_english_word_is_filled_into_a_sentence() -> None:
    """Kinds, parts and reasons are sentences themselves, or each has a whole sentence."""
    below = [(file, tree, saying.SENTENCES) for file, tree in saying.modules()]
    screens = [(file, tree, {*spoken.SAYING}) for file, tree in spoken.modules()]
    found = [
        f"{file}:{line}: {words!r}"
        for file, tree, calls in (*below, *screens)
        for line, words in saying.filled_in(tree, calls)
        if words not in NAMES
    ]
    assert found == []


def test_no_sentence_has_a_kind_filled_in() -> None:
    """What differs in gender and number between kinds is a sentence of its own for each kind."""
    found = [
        f"{file}: {words!r}"
        for file, tree in saying.modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and saying.called(node) in saying.SENTENCES and node.args
        if A_KIND.search(words := saying.literal(node.args[0]))
        if words not in TYPED
    ]
    assert found == []


def test_quotation_marks_are_those_of_the_language() -> None:
    """No module of the screens has marks of its own: `quoted` and `spoken_words` know them."""
    found = [
        f"{file}:{node.lineno}: {node.value!r}"
        for file, tree in spoken.modules()
        if file not in OWN_MARKS
        for node in _outside(tree, spoken.SAYING)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if MARKS.search(node.value)
    ]
    assert found == []


def test_what_comes_from_below_is_translated_where_it_is_shown() -> None:
    """A message, a reason or a warning never reaches the screen as it stands."""
    found = [
        f"{file}:{node.lineno}: .{node.attr}"
        for file, tree in spoken.modules()
        for node in _outside(tree, ("translated", "Remark"))
        if isinstance(node, ast.Attribute) and node.attr in SAID_BELOW
        if not isinstance(node.value, ast.Name) or node.value.id not in ("self", "toast")
    ]
    assert found == []


def test_the_scan_finds_what_is_forgotten() -> None:
    """A literal, an f-string, a variable, a branch and a word that is filled in."""
    tree = ast.parse(
        'LATER = "Come back later."\n'
        "def f(name, kind):\n"
        "    hint = f\"Nearest: {name}.\" if name else ''\n"
        '    if kind:\n        raise NotFound(f"There is no {name}.", hint)\n'
        '    raise Conflict(sentence("{what} is there.", what="a file"), LATER)\n'
        'def words(self):\n    return f"{self.code} moved"\n'
    )
    said = [words for _, words in saying.english_only(tree)]
    assert said == ["There is no .", "Nearest: .", "Come back later.", " moved"]
    assert [words for _, words in saying.filled_in(tree, saying.SENTENCES)] == ["a file"]


def _outside(tree: ast.AST, calls: tuple[str, ...]) -> Iterator[ast.AST]:
    """The nodes that stand in none of these calls and in no docstring; no names of methods."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and saying.called(node) in calls:
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        method = isinstance(tree, ast.Call) and node is tree.func
        if not method:
            yield node
        yield from _outside(node, calls)
