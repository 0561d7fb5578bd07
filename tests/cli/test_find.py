"""`qualcode find --lemma` from the command line."""

from __future__ import annotations


def test_forms_of_a_word_are_found(run, project):
    """With --lemma a word finds its forms, as JSON like any other find; without it, itself."""
    found = run("find", "familj", "--lemma", "--json")
    assert found.code == 0
    assert [hit["quote"] for hit in found.json] == ["familjer"]
    assert run("find", "familj", "--json").json == []


def test_a_document_without_a_language_is_named(run, project):
    """What cannot be searched by lemma is searched by form, and that is said."""
    assert run("document", "set", "talk-1", "--language", "").code == 0
    found = run("find", "familjer", "--lemma")
    assert "«familjer»" in found.out
    assert "talk-1" in found.err and "by form" in found.err
