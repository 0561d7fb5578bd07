"""Finding words by their lemma in a project: kept, quick the second time, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from qualcode.domain.span import Span
from qualcode.errors import Invalid, NotFound
from qualcode.services import word_layers
from qualcode.services.demo import build
from qualcode.services.imports import ImportOptions
from qualcode.services.search import FindFilter
from qualcode.services.workspace import Project, open_project
from qualcode.storage import store as storage
from qualcode.storage import wordlayer
from tests.projects import a_project
from tests.steps import steps

BY_LEMMA = FindFilter(by="lemma")


@pytest.fixture
def project(tmp_path):
    """Two Swedish talks."""
    with a_project(tmp_path, documents=2) as made:
        yield made


def layers(project: Project) -> int:
    return project.session.store.value("SELECT count(*) FROM word_layers")


def quotes(project: Project, words: str, where: FindFilter = BY_LEMMA) -> list[str]:
    return [hit.quote for hit in project.search.find(words, where)]


def add(project: Project, name: str, text: str, language: str | None) -> str:
    """Import a document and file it under a language."""
    file = project.session.store.path.with_name(f"{name}.txt")
    file.write_text(text, encoding="utf-8")
    project.imports.files([file], ImportOptions())
    return project.documents.set(name, {"language": language}).id


@pytest.fixture
def nobody_makes_layers(monkeypatch):
    """From now on making a layer fails the test."""

    def made(*_: object) -> None:
        raise AssertionError("a layer was made")

    monkeypatch.setattr(word_layers, "make", made)


def test_forms_are_found_by_lemma_with_their_context(project):
    """A hit says where it stands, who said it and what is around it, like any other hit."""
    hit, _ = project.search.find("säga", FindFilter(by="lemma", context=12))
    assert (hit.quote, hit.document, hit.case) == ("säger", "talk-1", "Lyftet")
    assert (hit.turn, hit.speaker) == (6, "IP1")
    assert (hit.before.strip(), hit.after.strip()) == ("målen? Alla", "samma sak.")
    assert quotes(project, "alla säga") == ["Alla säger"] * 2
    assert quotes(project, "familj") == ["familjer"] * 2
    assert quotes(project, "familj", FindFilter()) == []


def test_filters_hold_by_lemma_too(project):
    """Document, speaker, language, limit and code narrow a search by lemma."""
    assert quotes(project, "mål", FindFilter(by="lemma", speaker="IP1")) == []
    assert quotes(project, "mål", FindFilter(by="lemma", document="talk-2")) == ["målen"]
    assert quotes(project, "mål", FindFilter(by="lemma", limit=1)) == ["målen"]
    assert quotes(project, "mål", FindFilter(by="lemma", language="da")) == []
    hit = project.search.find("familj", BY_LEMMA)[0]
    assert quotes(project, "familj", FindFilter(by="lemma", code="agenda")) == []
    project.codings.add(hit.document_id, Span(hit.start - 5, hit.end), "agenda-goals")
    assert quotes(project, "familj", FindFilter(by="lemma", code="agenda")) == ["familjer"]


def test_marks_in_brackets_are_text(project):
    """What looks like markup in a transcript is found as the words it is."""
    assert quotes(project, "[skratt]") == ["skratt"] * 2
    assert quotes(project, "[/x]") == ["x"] * 2


def test_layers_outlive_the_program(project, request):
    """What was worked out once is there when the project is opened again."""
    before = quotes(project, "få")
    assert layers(project) == 2
    path = project.session.store.path
    project.close()
    request.getfixturevalue("nobody_makes_layers")
    with open_project(path) as again:
        assert quotes(again, "få") == before
        assert quotes(again, "familj") == ["familjer"] * 2


def test_layers_are_no_part_of_the_content(project):
    """Searching is no act: nothing to undo, the same state, no line in the journal."""
    state, log = project.session.state(), len(project.history.log())
    quotes(project, "familj")
    assert (project.session.state(), len(project.history.log())) == (state, log)


def test_a_layer_goes_with_its_text(project):
    """When a text is erased, so are the words that were kept of it."""
    quotes(project, "familj")
    store = project.session.store
    version = store.value("SELECT version_id FROM word_layers LIMIT 1")
    with store.write():
        store.run("DELETE FROM turns WHERE version_id = ?", (version,))
        store.run("DELETE FROM text_versions WHERE id = ?", (version,))
    assert layers(project) == 1
    assert store.value("SELECT count(*) FROM word_layers WHERE version_id = ?", (version,)) == 0


def test_a_document_in_another_language_is_worked_through_anew(project):
    """Changing a document's language changes what its words are found by."""
    add(project, "mail", "He got the letters.", "en")
    assert quotes(project, "get", FindFilter(by="lemma", document="mail")) == ["got"]
    project.documents.set("mail", {"language": "nb"})
    assert quotes(project, "get", FindFilter(by="lemma", document="mail")) == []
    assert layers(project) == 1


def test_other_word_lists_make_other_layers(project, monkeypatch):
    """With another edition of the word lists the layers are made again, and none is used twice."""
    quotes(project, "familj")
    monkeypatch.setattr(word_layers, "edition", lambda: "another")
    assert quotes(project, "familj") == ["familjer"] * 2
    assert wordlayer.kept(project.session.store, "another") == set(
        project.session.store.rows("SELECT version_id, 'sv' FROM word_layers")
    )


def test_without_a_known_language_words_are_found_by_form(project):
    """Such a document is searched by form, among the others, and is named."""
    add(project, "unknown", "Familjer. Familj.", None)
    assert sorted(quotes(project, "familj")) == ["Familj", "familjer", "familjer"]
    assert project.search.by_form_only(FindFilter()) == ["unknown"]
    assert quotes(project, "familj", FindFilter(by="lemma", document="unknown")) == ["Familj"]


def test_each_document_is_searched_in_its_own_language(project):
    """One query is understood in every language that the documents have."""
    add(project, "dansk", "Vi fik det.", "da")
    add(project, "norsk", "Vi fikk det.", "nb")
    add(project, "nynorsk", "Dei fekk det.", "nn")
    add(project, "english", "It will fall.", "en")
    assert sorted(quotes(project, "få")) == ["fekk", "fik", "fikk"]


def test_a_project_that_cannot_be_written_is_searched_all_the_same(project):
    """Read only, the layers are held in memory: made once, found as ever, nothing written."""
    path = project.session.store.path
    project.close()
    with open_project(path, read_only=True) as reader:
        assert reader.session.store.read_only
        assert quotes(reader, "familj") == ["familjer"] * 2
        assert layers(reader) == 0
        told = []
        reader.search.find("alla säga", BY_LEMMA, lambda *what: told.append(what))
        assert told == []


def test_a_locked_project_is_searched_all_the_same(project, monkeypatch):
    """While another program writes, a search waits once and then goes on in memory."""
    monkeypatch.setattr(storage, "WAIT_SECONDS", 0.1)
    path = project.session.store.path
    project.close()
    with open_project(path) as one, open_project(path) as other, one.session.store.write():
        assert quotes(other, "familj") == ["familjer"] * 2
    with open_project(path) as later:
        assert layers(later) == 0


def test_progress_is_told_the_first_time_only(project):
    """Whoever waits is told how many texts are done, and which is next."""
    told = []
    project.search.find("mål", BY_LEMMA, lambda *what: told.append(what))
    assert told == [(0, 2, "talk-1"), (1, 2, "talk-2"), (2, 2, "")]
    told.clear()
    project.search.find("mål", BY_LEMMA, lambda *what: told.append(what))
    assert told == []


def test_hits_in_one_document(project):
    """Reading, one gets the places in this document in order, by form or lemma, up to a number."""
    info, other = project.documents.list()
    text = project.documents.transcript(info.id).text
    by_form = project.search.hits(info.id, "familj*")
    by_lemma = project.search.hits(info.id, "familj", "lemma")
    assert by_form == by_lemma and text[by_form[0].start : by_form[0].end] == "familjer"
    assert len(project.search.hits(info.id, "a*", most=2)) == 2
    assert len(project.search.hits(info.id, "vara*", "lemma", most=0)) == 0
    assert layers(project) == 1
    assert project.search.hits(other.id, "nummer") and not project.search.hits(info.id, "nummer")
    add(project, "unknown", "Familjer. Familj.", None)
    unknown = project.documents.resolve("unknown").id
    assert len(project.search.hits(unknown, "familj", "lemma")) == 1
    with pytest.raises(Invalid):
        project.search.hits(info.id, "*")
    project.documents.remove(info.id)
    with pytest.raises(NotFound):
        project.search.hits(info.id, "familj")


def test_a_way_to_find_must_be_known(project):
    """Only form and lemma are ways to find words."""
    with pytest.raises(Invalid, match="no way"):
        project.search.find("x", FindFilter(by="sound"))


def test_word_lists_are_loaded_when_needed_only(project):
    """By form nothing heavy is loaded, nor by lemma for a known word, nor ever spaCy again."""
    quotes(project, "familj")
    path = project.session.store.path
    project.close()
    code = f"""
import sys
from pathlib import Path
from qualcode.services.search import FindFilter
from qualcode.services.workspace import open_project
heavy = {{"spacy", "simplemma", "snowballstemmer", "pandas", "numpy"}}
with open_project(Path({str(path)!r})) as project:
    assert project.search.find("familjer") and not heavy & sys.modules.keys()
    assert project.search.find("familjer", FindFilter(by="lemma"))
    assert not heavy & sys.modules.keys()
    assert project.search.find("familjs", FindFilter(by="lemma"))
    assert "spacy" not in sys.modules
"""
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": "src"}
    )


def test_a_second_search_is_less_work(tmp_path):
    """The words of the sample project are worked out at the first search and kept."""
    path, _ = build(tmp_path / "demo")
    with open_project(path) as project:
        first, second = (steps(lambda: project.search.find("få", BY_LEMMA)) for _ in range(2))
        assert second < first / 5
        found = project.search.find("få", BY_LEMMA)
        assert {hit.quote.lower() for hit in found} >= {"får", "fick"}
