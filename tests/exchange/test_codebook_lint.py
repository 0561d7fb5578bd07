"""What `codebook lint` says can be acted upon: every remark has a line, a reason and a hint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualcode.exchange import codebook_files, codebook_json, codebook_yaml
from tests.projects import a_codebook

BAD = """format: 1
id: bad
version: "1"
languages: [en, sv]
title: {en: Bad}
colr: x
scales:
  degree:
    kind: ordinal
    values: [{id: one, value: 1, label: {en: Alone}}, {id: two, value: 3, label: {en: Together}}]
    anchors_by_code: {nowhere: {"1": {en: x}}, a: {"9": {en: x}}}
  half: {kind: ordinal, values: [{id: x}, {id: x}]}
  same: {kind: ordinal, values: [{id: x, value: 1}, {id: y, value: 1}]}
  empty: {kind: nominal, values: []}
trap_words: {en: [trap]}
sets: {s: {codes: [zzz]}}
themes: [{id: t, codes: [], scale: zzz}]
codes:
  - {id: a, label: {en: A}, colour: "#ff0000", cues: {en: [word, trap, alone]}, sources: [zzz]}
  - {id: b, label: {en: B, fr: C}, colour: "#ff0101", cues: {en: [word]}, kind: odd, key: k}
  - {id: c, label: {en: A}, usual_valence: zzz, parent: zzz, key: k, became: [zzz], retired: true}
  - {id: d, label: {en: D}, parent: e, colour: red, key: kk, guid: "1"}
  - {id: e, label: {en: d}, parent: d, taken: {example.en: {coding: x}}, assignable: perhaps}
  - {id: "f g", label: [x]}
"""
CHECKS = (
    *("the parent 'zzz' does not exist", "the code lies below itself", "no definition in en, sv"),
    *("no include in en, sv", "no exclude in en, sv", "no example in en, sv", "no label in sv"),
    *(
        "is also a cue of 'a'",
        "is a value of the scale degree",
        "is a trap word",
        "have gaps: 1, 3",
    ),
    *("cannot be told from that of 'a'", "is no colour", "is no hot key", "has no values"),
    *("has the value 'x' twice", "has no number", "have the same number", "names no code: 'zzz'"),
    *("names no scale", "anchors for no code", "anchor for no value", "is not known and left out"),
    *("is no GUID", "names no label or example", "true or false", "this id cannot be used"),
    *("the source 'zzz' is not", "is not on the scale", "it became no code", "'fr', which is not"),
)


@pytest.mark.parametrize("said", CHECKS)
def test_each_check_is_made(said):
    """Tree, labels, texts, cues, colours, scales, sets and themes are all looked at."""
    problems = codebook_yaml.check(BAD)[1]
    assert any(said in problem.message for problem in problems), [p.message for p in problems]


@pytest.mark.parametrize(
    "text",
    [
        BAD,
        "id: x",
        "codes: [{id: a, label: A}]",
        "id: x\ncodes:\n\t- a",
        "id: x\ncodes: {a: b}",
        "a: b: c",
        "x: &a 1\ny: *a",
        "id: x\nid: y\ncodes: []",
        "format: 99\nid: x\ncodes: []",
        "format: one\nid: x\ncodes: []",
        "",
        "- a",
        "id: [x]\ncodes: [{id: a, label: A}, {id: a, label: B}, {label: C}]",
    ],
)
def test_every_remark_has_a_line_a_reason_and_a_hint(text):
    """Whatever is wrong: where it is, what it is, and what to do."""
    problems = codebook_yaml.check(text)[1]
    assert problems
    for problem in problems:
        assert problem.line >= 1 and problem.message and problem.hint, problem


def test_doubles_beside_each_other_are_errors():
    """Two codes in use with one label side by side cannot be told apart."""
    text = "id: x\ncodes:\n- {id: a, label: A}\n- {id: b, label: a}"
    book, problems = codebook_yaml.check(text)
    assert book is None and any("has the same label" in problem.message for problem in problems)


def test_languages_that_the_project_uses_are_looked_at():
    """A language that the codebook does not name is complete only when somebody asks for it."""
    text = codebook_yaml.dump(a_codebook())
    quiet = [p.message for p in codebook_yaml.check(text)[1]]
    assert not any(" da" in message for message in quiet)
    asked = [p for p in codebook_yaml.check(text, ("da",))[1] if p.code == "agenda"]
    assert {p.message.split(" in ")[0] for p in asked} == {
        "no label",
        "no definition",
        "no include",
        "no exclude",
        "no example",
    }
    assert all("da" in problem.message for problem in asked)


def test_json_files_are_looked_at_like_others(tmp_path: Path):
    """Remarks on a JSON file are listed, errors among them, and nothing falls over."""
    file = tmp_path / "b.json"
    file.write_text(codebook_json.dumps(a_codebook()), "utf-8")
    found = codebook_files.check(file)
    assert found.book == a_codebook()
    assert any("no definition" in problem.message for problem in found.problems)
    plain = json.loads(file.read_text("utf-8"))
    plain["codes"][1]["parent"] = "nowhere"
    file.write_text(json.dumps(plain), "utf-8")
    found = codebook_files.check(file)
    assert found.book is None
    assert any("'nowhere' does not exist" in problem.message for problem in found.problems)
