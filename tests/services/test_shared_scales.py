"""A colleague's file that renames a value of a scale loses nothing that was said with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Codebook
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.revision import Redefine
from qualcode.domain.scale_revision import ScaleEdits, edited
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.exchange import codebook_yaml
from qualcode.services.workspace import Project
from tests.projects import a_codebook, a_project


def _called(book: Codebook, scale: str, names: dict[str, str]) -> Codebook:
    """The codebook with other ids for values of a scale."""
    was = book.scale(scale)
    values = tuple(replace(value, id=names.get(value.id, value.id)) for value in was.values)
    return replace(book, scales={**book.scales, scale: replace(was, values=values)}, version="2")


def _file(folder: Path, book: Codebook) -> Path:
    file = folder / "theirs.yaml"
    file.write_text(codebook_yaml.dump(book), "utf-8")
    return file


def _said(p: Project) -> str:
    details = CodingDetails(valence="mixed", standing="wished")
    degrees = [DegreeDetails(2, "A", "B"), DegreeDetails(5)]
    return p.codings.add("talk-1", Span(34, 50), "agenda", details, degrees=degrees).id


def test_a_renamed_value_is_found_and_carried(tmp_path: Path) -> None:
    """The likely value is proposed; chosen, everything said with the old one is said with it."""
    with a_project(tmp_path) as p:
        coding = _said(p)
        before = p.state()
        theirs = _called(a_codebook(), "degree", {"aware": "know"})
        theirs = _called(theirs, "valence", {"mixed": "both"})
        file = _file(tmp_path, theirs)
        found = p.sharing.compare(file)
        assert [(one.name, one.uses, one.likely) for one in found.unmapped] == [
            ("degree/aware", 1, "know"),
            ("valence/mixed", 1, "both"),
        ]
        assert p.sharing.preview(found).revalued == 0
        with pytest.raises(Conflict, match="aware"):
            p.sharing.apply(found)
        assert p.state() == before
        mapping = {one.name: one.likely for one in found.unmapped}
        found = p.sharing.compare(file, mapping=mapping)
        assert found.unmapped == () and found.clashes == ()
        p.sharing.apply(found)
        now = p.codings.get(coding)
        assert (now.valence, [d.value for d in now.degrees]) == ("both", [2, 5])
        assert p.codebooks.current() == theirs
        p.history.undo()
        assert p.state() == before


def test_a_value_can_turn_into_any_other(tmp_path: Path) -> None:
    """Also into one that was there before; degrees get its number."""
    with a_project(tmp_path) as p:
        coding = _said(p)
        book = a_codebook()
        fewer = edited(book.scale("degree"), ScaleEdits(removed={"aware": "plan"})).apply(book)
        file = _file(tmp_path, replace(fewer, version="2"))
        assert [one.likely for one in p.sharing.compare(file).gone] == [""]
        found = p.sharing.compare(file, mapping={"degree/aware": "plan"})
        assert p.sharing.preview(found).revalued == 1
        p.sharing.apply(found)
        assert [d.value for d in p.codings.get(coding).degrees] == [2, 4]


def test_usual_valences_and_anchors_go_along(tmp_path: Path) -> None:
    """A code of mine with the old value as its usual one has the new one, without a question."""
    with a_project(tmp_path) as p:
        p.revision.do(Redefine("backbone", {"usual_valence": "mixed"}))
        file = _file(tmp_path, _called(a_codebook(), "valence", {"mixed": "both"}))
        found = p.sharing.compare(file, mapping={"valence/mixed": "both"})
        assert found.open == ()
        p.sharing.apply(found)
        assert p.codebooks.current().code("backbone").usual_valence == "both"
        assert [f for f in p.check.run() if f.level == "error"] == []


def test_a_mapping_must_be_about_something(tmp_path: Path) -> None:
    """Unknown values on either side are refused, with what there is."""
    with a_project(tmp_path) as p:
        file = _file(tmp_path, _called(a_codebook(), "degree", {"aware": "know"}))
        with pytest.raises(NotFound):
            p.sharing.compare(file, mapping={"degree/plan": "know"})
        with pytest.raises(Invalid, match="nowhere"):
            p.sharing.compare(file, mapping={"degree/aware": "nowhere"})


def test_taking_a_whole_file_carries_values_too(tmp_path: Path) -> None:
    """`codebook import` refuses a value that is lost and takes the same mapping."""
    with a_project(tmp_path) as p:
        coding = _said(p)
        file = _file(tmp_path, _called(a_codebook(), "standing", {"wished": "hoped"}))
        with pytest.raises(Conflict, match="wished") as caught:
            p.codebooks.load(file)
        assert "--map standing/wished=VALUE" in caught.value.hint
        p.codebooks.load(file, {"standing/wished": "hoped"})
        assert p.codings.get(coding).standing == "hoped"


def test_one_change_and_two_changes(tmp_path: Path) -> None:
    """What was applied is counted in words that fit the number."""
    with a_project(tmp_path) as p:
        theirs = Redefine("agenda", {"example": {"en": "X"}}).apply(a_codebook())
        found = p.sharing.compare(_file(tmp_path, theirs))
        assert p.sharing.preview(found).words.endswith("applied, 1 change")
        theirs = Redefine("backbone", {"example": {"en": "X"}}).apply(theirs)
        found = p.sharing.compare(_file(tmp_path, theirs))
        assert p.sharing.preview(found).words.endswith("applied, 2 changes")
