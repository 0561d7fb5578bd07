"""A code is made together with its first coding, or neither is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Extension
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.domain.succession import Retire
from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from qualcode.exchange import codebook_yaml
from qualcode.services.new_codes import NewCode
from tests.projects import a_project

ANSWER = Span(34, 50)


def test_a_code_made_for_a_passage_is_one_act(tmp_path: Path) -> None:
    """Code, coding and what is said with it come together, go by one undo, come by one redo."""
    with a_project(tmp_path) as p:
        before, acts = p.state(), len(p.history.log())
        wanted = NewCode(" Nya  mål ", "sv", "agenda", "seen in talk-1")
        said = CodingDetails("helps", "past", memo="m")
        (made,) = p.codings.put("talk-1", ANSWER, [wanted], said, [DegreeDetails(2, "A", "B")])
        coding = p.codings.get(made)
        code = p.codebooks.current().code(coding.code)
        assert (code.label, code.parent) == ({"sv": "Nya mål"}, "agenda")
        assert (coding.valence, coding.standing, coding.memo) == ("helps", "past", "m")
        assert [degree.value for degree in coding.degrees] == [2]
        assert p.versions.list()[-1].reason == "seen in talk-1"
        after = p.state()
        assert len(p.history.log()) == acts + 1
        p.history.undo()
        assert p.state() == before
        assert coding.code not in p.codebooks.current().by_id
        p.history.redo()
        assert p.state() == after
        assert p.codebooks.current().code(coding.code) == code


def test_a_new_code_stands_beside_one_that_is_there(tmp_path: Path) -> None:
    """Both are set on the one passage in the one act."""
    with a_project(tmp_path) as p:
        p.codings.put("talk-1", ANSWER, ["backbone", NewCode("Near", "en", "agenda")])
        (segment,) = p.codings.segments("talk-1")
        assert [coding.code for coding in segment.codings] == ["backbone", "agenda-near"]
        assert "agenda-near" in p.history.undo().summary


def test_without_its_passage_there_is_no_new_code(tmp_path: Path) -> None:
    """What cannot be coded leaves the codebook as it was."""
    with a_project(tmp_path) as p:
        before = p.state()
        with pytest.raises(Invalid, match="beyond"):
            p.codings.put("talk-1", Span(34, 9999), [NewCode("X", "en", "agenda")])
        with pytest.raises(NotFound):
            p.codings.put("talk-1", ANSWER, [NewCode("X", "en", "agenda")], CodingDetails("good"))
        assert p.state() == before
        assert "agenda-x" not in p.codebooks.current().by_id


def test_words_of_the_passage_are_remembered_and_stay_out_of_the_id(tmp_path: Path) -> None:
    """A label that somebody said knows where; the id, which leaves with the codebook, says none."""
    with a_project(tmp_path) as p:
        info = p.documents.resolve("talk-1")
        words = p.documents.transcript("talk-1").text[34:73]
        p.codings.put("talk-1", Span(34, 73), [NewCode(words, "sv", "agenda")])
        code = p.codebooks.current().code("agenda-in-vivo")
        assert code.label == {"sv": words}
        assert code.taken["label.sv"].document == info.id
        assert words not in str(p.quotations.for_others(with_quotes=False)[0])


@pytest.mark.parametrize(
    ("label", "parent", "kind", "said"),
    [
        ("Goals", "agenda", Conflict, "--code agenda-goals"),
        ("mål", "agenda", Conflict, "--code agenda-goals"),
        ("New", "agend", NotFound, "agenda"),
        ("New", "emergent", Invalid, "--code emergent --label TEXT"),
        (" ", "agenda", Invalid, "words"),
        ("New", "backbone", Invalid, "Revive it first."),
        ("New", "förtroende", Invalid, "codebook extension on"),
    ],
)
def test_what_stands_in_the_way_of_a_new_code(
    tmp_path: Path, label: str, parent: str, kind: type[QualcodeError], said: str
) -> None:
    """Each says what to do instead, and neither code nor coding is kept."""
    with a_project(tmp_path) as p:
        book = p.codebooks.current()
        off = Extension("trust", {"en": "Trust"}, ("förtroende",))
        (tmp_path / "b.yaml").write_text(
            codebook_yaml.dump(replace(book, extensions={"trust": off})), "utf-8"
        )
        p.codebooks.load(tmp_path / "b.yaml")
        p.revision.do(Retire("backbone-person"))
        p.revision.do(Retire("backbone"))
        before = p.state()
        with pytest.raises(kind) as caught:
            p.codings.put("talk-1", ANSWER, [NewCode(label, "en", parent)])
        assert said in caught.value.hint
        assert p.state() == before
        assert p.codings.list() == []


def test_the_same_label_in_another_place_is_another_code(tmp_path: Path) -> None:
    """Only codes beside one another have to differ; the id is free whatever there is."""
    with a_project(tmp_path) as p:
        p.codings.put("talk-1", ANSWER, [NewCode("Goals", "en", "backbone")])
        p.revision.do(Retire("agenda-goals"))
        p.codings.put("talk-1", ANSWER, [NewCode("Goals", "en", "agenda")])
        codes = [coding.code for coding in p.codings.list()]
        assert sorted(codes) == ["agenda-goals-2", "backbone-goals"]
