"""Colleagues' versions of a codebook come together in a project, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.coding import DegreeDetails
from qualcode.domain.revision import Add, Redefine, Relabel
from qualcode.domain.scale_revision import ScaleEdits, edited
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge, Retire
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.exchange import codebook_yaml
from qualcode.services.workspace import Project, open_project
from tests.projects import a_codebook, a_project


def _file(folder: Path, book: Codebook, name: str = "theirs.yaml") -> Path:
    path = folder / name
    path.write_text(codebook_yaml.dump(book), "utf-8")
    return path


def _two(tmp_path: Path) -> tuple[Project, Project]:
    """Two people's projects with the same codebook."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    return a_project(tmp_path / "a", coder="ann"), a_project(tmp_path / "b", coder="bo")


def test_a_newer_file_is_taken_as_it_is(tmp_path: Path) -> None:
    """Where the project changed nothing, the file's version is the project's, under its name."""
    with a_project(tmp_path) as p:
        newer = replace(Relabel("agenda", {"en": "Shared"}).apply(a_codebook()), version="2")
        found = p.sharing.compare(_file(tmp_path, newer))
        assert found.open == ()
        p.sharing.apply(found)
        assert p.codebooks.current() == newer
        assert [one.version for one in p.versions.list()] == ["1", "2"]
        assert p.sharing.compare(_file(tmp_path, newer)).applied == ()


def test_two_peoples_copies_come_together_and_stay_together(tmp_path: Path) -> None:
    """Both export and apply each other's file; after one round both say the same."""
    ann, bo = _two(tmp_path)
    with ann, bo:
        ann.revision.do(Relabel("agenda", {"en": "Shared agenda"}))
        ann.revision.do(Add(Code("agenda-a", {"en": "From Ann"}, parent="agenda")))
        bo.revision.do(Redefine("backbone", {"definition": {"en": "Who holds it together"}}))
        bo.revision.do(Relabel("agenda", {"en": "Joint agenda"}))
        file = _file(tmp_path, bo.codebooks.current())
        found = ann.sharing.compare(file)
        assert found.base == a_codebook()
        assert [clash.name for clash in found.open] == ["agenda.label.en"]
        assert (found.open[0].mine, found.open[0].theirs) == ("Shared agenda", "Joint agenda")
        before = ann.state()
        with pytest.raises(Conflict, match=r"agenda\.label\.en"):
            ann.sharing.apply(found)
        assert ann.state() == before
        ann.sharing.apply(ann.sharing.compare(file, decisions={"agenda.label.en": "theirs"}))
        assert ann.codebooks.current().code("agenda").name() == "Joint agenda"
        back = bo.sharing.compare(_file(tmp_path, ann.codebooks.current()))
        assert back.open == ()
        bo.sharing.apply(back)
        assert bo.codebooks.current() == ann.codebooks.current()
        ann.history.undo()
        assert ann.state() == before


def test_what_was_decided_is_not_asked_again(tmp_path: Path) -> None:
    """A colleague's next file is compared with their last one, not with the first version."""
    ann, bo = _two(tmp_path)
    with ann, bo:
        ann.revision.do(Relabel("agenda", {"en": "Mine"}))
        bo.revision.do(Relabel("agenda", {"en": "Theirs"}))
        file = _file(tmp_path, bo.codebooks.current())
        ann.sharing.apply(ann.sharing.compare(file, decisions={"agenda.label.en": "mine"}))
        bo.revision.do(Relabel("backbone", {"en": "Spine"}))
        found = ann.sharing.compare(_file(tmp_path, bo.codebooks.current()))
        assert found.open == ()
        assert [change.words for change in found.applied] == [
            "backbone relabelled: en 'Backbone' → 'Spine'"
        ]


def test_a_file_edited_by_hand_without_a_new_version(tmp_path: Path) -> None:
    """The version that the file still names is where it came from."""
    with a_project(tmp_path) as p:
        p.revision.do(Relabel("agenda", {"en": "Mine"}))
        theirs = Relabel("backbone", {"en": "Spine"}).apply(a_codebook())
        found = p.sharing.compare(_file(tmp_path, theirs))
        assert found.certain and found.open == ()
        p.sharing.apply(found)
        names = {code.id: code.name() for code in p.codebooks.current().codes}
        assert (names["agenda"], names["backbone"]) == ("Mine", "Spine")
        again = Relabel("backbone", {"en": "Column"}).apply(a_codebook())
        assert len(p.sharing.compare(_file(tmp_path, again)).applied) == 1


def test_codings_follow_what_a_colleague_did(tmp_path: Path) -> None:
    """Their merge moves my codings, their redefinition lists them, their leaving out keeps them."""
    with a_project(tmp_path) as p:
        merged = p.codings.add("talk-1", Span(34, 50), "agenda-goals").id
        redefined = p.codings.add("talk-1", Span(34, 50), "backbone").id
        kept = p.codings.add("talk-1", Span(34, 50), "förtroende").id
        book = Merge("agenda-goals", "agenda-vision").apply(a_codebook())
        book = Redefine("backbone", {"definition": {"en": "Other"}}).apply(book)
        book = replace(book, codes=tuple(c for c in book.codes if c.id != "förtroende"))
        found = p.sharing.compare(_file(tmp_path, replace(book, version="2")))
        assert (p.sharing.preview(found).moved, p.sharing.preview(found).reread) == (1, 1)
        p.sharing.apply(found)
        assert {c.id: c.code for c in p.codings.list()} == {
            merged: "agenda-vision",
            redefined: "backbone",
            kept: "förtroende",
        }
        assert p.codebooks.current().code("förtroende").retired
        assert [item.coding.id for item in p.revision.worklist()] == [redefined]
        assert [f for f in p.check.run() if f.level == "error"] == []


def test_a_scale_value_in_use_is_not_taken_away(tmp_path: Path) -> None:
    """A file that drops a value in use is refused, and says how to go about it."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(5)])
        book = a_codebook()
        poorer = edited(book.scale("degree"), ScaleEdits(removed={"one": None})).apply(book)
        before = p.state()
        found = p.sharing.compare(_file(tmp_path, replace(poorer, version="2")))
        with pytest.raises(Conflict) as caught:
            p.sharing.apply(found)
        assert "codebook scale degree" in caught.value.hint
        assert p.state() == before


def test_a_comparison_is_of_the_codebook_as_it_is(tmp_path: Path) -> None:
    """What somebody revised between looking and applying is not turned back."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        theirs = Relabel("agenda", {"en": "Theirs"}).apply(a_codebook())
        found = p.sharing.compare(_file(tmp_path, theirs))
        q.revision.do(Relabel("backbone", {"en": "Spine"}))
        before = p.state()
        with pytest.raises(Conflict, match="in the meantime"):
            p.sharing.apply(found)
        assert p.state() == before


def test_another_codebook_and_wrong_decisions_are_refused(tmp_path: Path) -> None:
    """Another codebook is not mixed in; a decision must be about something."""
    with a_project(tmp_path) as p:
        with pytest.raises(Conflict, match="another codebook"):
            p.sharing.compare(_file(tmp_path, replace(a_codebook(), id="other")))
        p.revision.do(Relabel("agenda", {"en": "Mine"}))
        file = _file(tmp_path, Relabel("agenda", {"en": "Theirs"}).apply(a_codebook()))
        with pytest.raises(NotFound) as caught:
            p.sharing.compare(file, decisions={"agenda.label": "mine"})
        assert "agenda.label.en" in caught.value.hint
        with pytest.raises(Invalid):
            p.sharing.compare(file, decisions={"agenda.label.en": "both"})
        with pytest.raises(NotFound):
            p.sharing.compare(file, base="9.9")


def test_versions_and_files_are_compared_in_words(tmp_path: Path) -> None:
    """Two versions, two files, or one of each."""
    with a_project(tmp_path) as p:
        p.revision.do(Retire("förtroende"))
        file = _file(tmp_path, Relabel("agenda", {"en": "Shared"}).apply(a_codebook()))
        assert [c.words for c in p.sharing.diff("1", "2")] == ["förtroende retired"]
        assert [c.words for c in p.sharing.diff("2", str(file))] == [
            "agenda relabelled: en 'Common agenda' → 'Shared'",
            "förtroende revived",
        ]
        with pytest.raises(NotFound):
            p.sharing.diff("1", "nowhere")


def test_another_codebook_is_put_beside_ones_own(tmp_path: Path) -> None:
    """Codes that are taken come in under a prefix, its themes begin, and it is one act."""
    with a_project(tmp_path) as p:
        coding = p.codings.add("talk-1", Span(34, 50), "agenda").id
        before = p.state()
        other = Codebook(
            "framsteg",
            "1",
            {"en": "Progress"},
            (
                Code("agenda", {"en": "Meetings"}),
                Code("agenda-goals", {"en": "Points"}, parent="agenda"),
                Code("capital", {"en": "Capital"}),
            ),
            languages=("en",),
        )
        file = _file(tmp_path, other)
        combined, outcome = p.sharing.add(file)
        assert combined.renamed["code agenda"] == "framsteg-agenda"
        assert outcome.reread == outcome.moved == 0
        book = p.codebooks.current()
        assert book.code("framsteg-agenda-goals").parent == "framsteg-agenda"
        assert p.codings.get(coding).code == "agenda"
        p.codings.add("talk-1", Span(34, 50), "capital")
        again = p.sharing.add(file, "second")[0].renamed
        assert again["code agenda"] == "second-agenda"
        p.history.undo()
        p.history.undo()
        p.history.undo()
        assert p.state() == before
        with pytest.raises(Invalid, match="already"):
            p.sharing.add(_file(tmp_path, replace(a_codebook(), id="same")))


def test_the_shipped_codebook_survives_being_shared(tmp_path: Path) -> None:
    """The large codebook with scales and four languages is brought together without a clash."""
    from qualcode.services.codebooks import SHARED, read

    book = read(SHARED)
    (tmp_path / "p").mkdir()
    with a_project(tmp_path / "p", documents=0) as p:
        p.codebooks.load(SHARED)
        first = book.codes[0].id
        p.revision.do(Relabel(first, {"sv": "Min etikett"}))
        theirs = Redefine(book.codes[5].id, {"include": {"sv": "Annat"}}).apply(book)
        found = p.sharing.compare(_file(tmp_path, theirs))
        assert found.clashes == ()
        assert len(found.applied) == 1
        p.sharing.apply(found)
        assert codebook_yaml.parse(codebook_yaml.dump(p.codebooks.current()), "x") == (
            p.codebooks.current()
        )


def test_a_sheet_is_compared_with_the_version_it_was_made_from(tmp_path: Path) -> None:
    """A sheet says no version; what I changed since it went out is not turned back."""
    with a_project(tmp_path) as p:
        p.codebooks.export(tmp_path / "sheet.csv")
        p.revision.do(Relabel("agenda", {"en": "Mine"}))
        text = (tmp_path / "sheet.csv").read_text("utf-8-sig").replace("Backbone", "Spine")
        (tmp_path / "sheet.csv").write_text(text, "utf-8")
        found = p.sharing.compare(tmp_path / "sheet.csv")
        assert not found.certain
        assert [change.words for change in found.applied] == [
            "backbone relabelled: en 'Backbone' → 'Spine'"
        ]


def test_a_guess_turns_nothing_back_that_a_colleague_never_saw(tmp_path: Path) -> None:
    """Codes that both have anew make a later version of mine look alike; it is not the base."""
    ann, bo = _two(tmp_path)
    with ann, bo:
        ann.revision.do(Relabel("backbone", {"en": "Mine"}))
        rooms = Code("rooms", {"en": "Rooms", "sv": "Rum"}, definition={"en": "Where they meet"})
        for each in (ann, bo):
            each.revision.do(Add(rooms))
        bo.revision.do(Relabel("agenda", {"en": "Theirs"}))
        found = ann.sharing.compare(_file(tmp_path, bo.codebooks.current()))
        assert not found.certain and found.base == a_codebook()
        assert [change.words for change in found.applied] == [
            "agenda relabelled: en 'Common agenda' → 'Theirs'"
        ]
