"""Examples and labels that are words of informants: where they are from, and who may read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.codebook import Code, Taken
from qualcode.domain.coding import CodingDetails
from qualcode.domain.revision import Edit, Redefine, Relabel
from qualcode.domain.span import Span
from qualcode.errors import Invalid
from qualcode.exchange import codebook_yaml
from qualcode.services.workspace import Project
from tests.projects import a_project

WORDS = "Vi ses varje måndag, föreningen och vi"


def _coded(p: Project, code: str = "agenda", words: str = WORDS, **details) -> str:
    text = p.documents.transcript("talk-1").text
    start = text.index(words)
    span = Span(start, start + len(words))
    return p.codings.add("talk-1", span, code, CodingDetails(**details)).id


def _informant(p: Project, consent: str) -> str:
    """The one who speaks in the transcript, with that consent."""
    who = p.participants.add("Bo K", {"consent": consent})
    p.documents.set("talk-1", {"participant": who.name})
    return who.id


def _exported(p: Project, folder: Path, **how) -> tuple[str, list[str]]:
    file = folder / "out.yaml"
    file.unlink(missing_ok=True)
    notes = p.codebooks.export(file, **how)
    return file.read_text("utf-8"), list(notes)


def test_an_example_remembers_its_passage(tmp_path: Path) -> None:
    """Coding, document and participant are kept with the example; it is one act of undo."""
    with a_project(tmp_path) as p:
        who = _informant(p, "yes")
        coding = _coded(p)
        before = p.state()
        p.quotations.take_example("agenda", coding)
        code = p.codebooks.current().code("agenda")
        assert code.example == {"sv": WORDS}
        document = p.codings.get(coding).document_id
        assert code.taken == {"example.sv": Taken(coding, document, who)}
        (found,) = p.quotations.list()
        assert (found.participant, found.consent, found.text) == ("Bo K", "yes", WORDS)
        assert p.revision.worklist() == []
        p.history.undo()
        assert p.state() == before


def test_without_quotes_it_stays_at_home_exactly(tmp_path: Path) -> None:
    """Also an example too short to be recognised; one that a person wrote goes out."""
    with a_project(tmp_path) as p:
        _informant(p, "yes")
        coding = _coded(p, words="Ingen")
        p.quotations.take_example("agenda", coding)
        p.revision.do(Redefine("backbone", {"example": {"sv": "Ingen annan gör det"}}))
        text, notes = _exported(p, tmp_path)
        assert "Ingen\n" not in text and "taken" not in text and "Ingen annan gör det" in text
        assert any("stay at home: agenda" in note for note in notes)
        text, notes = _exported(p, tmp_path, with_quotes=True)
        assert "Ingen\n" in text and "taken" in text and notes == []
        assert codebook_yaml.parse(text, "x") == p.codebooks.current()


@pytest.mark.parametrize("consent", ["unknown", "no"])
def test_words_leave_only_when_their_speaker_has_said_yes(tmp_path: Path, consent: str) -> None:
    """Consent is what it is when the file is written; the hint says how to change it."""
    with a_project(tmp_path) as p:
        who = _informant(p, "unknown")
        p.quotations.take_example("agenda", _coded(p))
        p.participants.set(who, {"consent": consent})
        text, notes = _exported(p, tmp_path, with_quotes=True)
        assert WORDS not in text
        assert "participant set" in notes[0] and "Bo K" in notes[0] and WORDS not in notes[0]
        p.participants.set(who, {"consent": "yes"})
        assert WORDS in _exported(p, tmp_path, with_quotes=True)[0]


def test_words_of_one_who_has_said_no_are_not_taken(tmp_path: Path) -> None:
    """The refusal names the person by pseudonym and leaves the codebook as it was."""
    with a_project(tmp_path) as p:
        _informant(p, "no")
        coding = _coded(p)
        before = p.state()
        with pytest.raises(Invalid, match="Bo K has said no"):
            p.quotations.take_example("agenda", coding)
        assert p.state() == before


def test_another_text_in_its_place_is_nobodys(tmp_path: Path) -> None:
    """Writing over an example forgets its source; another language keeps its own."""
    with a_project(tmp_path) as p:
        p.quotations.take_example("agenda", _coded(p))
        p.revision.do(Redefine("agenda", {"example": {"en": "Written"}}))
        assert list(p.codebooks.current().code("agenda").taken) == ["example.sv"]
        p.revision.do(Redefine("agenda", {"example": {"sv": "Skrivet"}}))
        assert p.codebooks.current().code("agenda").taken == {}


def test_a_code_named_by_words_of_a_passage(tmp_path: Path) -> None:
    """An in-vivo label remembers its source, and goes out as the code's id."""
    with a_project(tmp_path) as p:
        _informant(p, "yes")
        made = p.quotations.name_code("in-vivo", _coded(p, words="Alla säger samma sak"), "agenda")
        assert made.label == {"sv": "Alla säger samma sak"}
        assert list(made.taken) == ["label.sv"]
        text, notes = _exported(p, tmp_path)
        assert "samma sak" not in text and "in-vivo" in notes[0]
        shared = codebook_yaml.parse(text, "x").code("in-vivo")
        assert (shared.label, shared.taken) == ({"en": "in-vivo"}, {})
        p.revision.do(Relabel("in-vivo", {"sv": "Enighet"}))
        assert p.codebooks.current().code("in-vivo").taken == {}


def test_emergent_labels_that_are_quotes_remember_it_as_codes(tmp_path: Path) -> None:
    """A label that is a whole passage is somebody's words; a word of one's own is not."""
    with a_project(tmp_path) as p:
        quote = _coded(p, "emergent", "Alla säger samma sak", label="Alla säger samma sak")
        p.revision.adopt(["Alla säger samma sak"], Code("same", {"sv": "alla säger samma sak"}))
        assert p.codebooks.current().code("same").taken["label.sv"].coding == quote
        _coded(p, "emergent", "Ingen egentligen", label="Ingen")
        p.revision.adopt(["Ingen"], Code("nobody", {"sv": "Ingen"}))
        assert p.codebooks.current().code("nobody").taken == {}


def test_a_colleague_who_has_no_quotes_takes_none_away(tmp_path: Path) -> None:
    """A file that was exported without quotes comes back: examples and labels stay here."""
    with a_project(tmp_path) as p:
        _informant(p, "yes")
        coding = _coded(p, words="Alla säger samma sak")
        p.quotations.take_example("agenda", coding)
        p.quotations.name_code("in-vivo", coding, "agenda")
        file = tmp_path / "shared.yaml"
        p.codebooks.export(file)
        theirs = Relabel("backbone", {"en": "Spine"}).apply(codebook_yaml.load(file))
        file.write_text(codebook_yaml.dump(theirs), "utf-8")
        found = p.sharing.compare(file)
        assert [change.id for change in found.applied] == ["backbone"] and found.clashes == ()
        p.sharing.apply(found)
        book = p.codebooks.current()
        assert book.code("agenda").taken and book.code("in-vivo").label == {
            "sv": "Alla säger samma sak"
        }


def test_a_source_goes_with_its_words_when_codebooks_come_together(tmp_path: Path) -> None:
    """There is one question about an example, not a second one about its source."""
    with a_project(tmp_path) as p:
        p.quotations.take_example("agenda", _coded(p))
        file = tmp_path / "t.yaml"
        theirs = Edit("agenda", {"en": "X"}, {"example": {"sv": "Deras"}}).apply(
            codebook_yaml.load(_base(p, tmp_path))
        )
        file.write_text(codebook_yaml.dump(theirs), "utf-8")
        found = p.sharing.compare(file)
        assert [clash.name for clash in found.open] == ["agenda.example.sv"]
        p.sharing.apply(p.sharing.compare(file, decisions={"agenda.example.sv": "theirs"}))
        code = p.codebooks.current().code("agenda")
        assert (code.example["sv"], code.taken) == ("Deras", {})


def _base(p: Project, folder: Path) -> Path:
    file = folder / "base.yaml"
    file.write_text(codebook_yaml.dump(p.versions.at("1")), "utf-8")
    return file


def test_all_words_of_a_person_are_found_in_every_version(tmp_path: Path) -> None:
    """Who withdraws is found in versions that have been revised since, too."""
    with a_project(tmp_path) as p:
        who = _informant(p, "yes")
        coding = _coded(p)
        p.quotations.take_example("agenda", coding)
        p.revision.do(Redefine("agenda", {"example": {"sv": "Skrivet"}}))
        assert [(v.n, q.code, q.field) for v, q in p.quotations.of(participant=who)] == [
            (2, "agenda", "example.sv")
        ]
        document = p.codings.get(coding).document_id
        assert len(p.quotations.of(document=document)) == 1
        assert p.quotations.of(participant="somebody") == []


def test_files_of_all_kinds_with_sources(tmp_path: Path) -> None:
    """YAML, JSON and .qdc bring sources back; a sheet says it has none, and takes none away."""
    with a_project(tmp_path) as p:
        _informant(p, "yes")
        p.quotations.take_example("agenda", _coded(p))
        before = p.codebooks.current()
        for ending in ("yaml", "json", "qdc", "csv", "xlsx"):
            file = tmp_path / f"x.{ending}"
            notes = p.codebooks.export(file, with_quotes=True)
            assert any("where words were taken" in n.lower() for n in notes) == (
                ending in ("csv", "xlsx")
            )
            assert p.codebooks.load(file).code("agenda").taken == before.code("agenda").taken
