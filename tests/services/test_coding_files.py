"""Codings go out as CSV and come in again, all rows or none."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import BadFile
from qualcode.services import demo
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project


def _csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "codings.csv"
    path.write_text(text, encoding=encoding)
    return path


def _out(p: Project) -> str:
    out = StringIO()
    p.coding_files.write(out)
    return out.getvalue()


def test_by_offsets_and_by_quote(tmp_path: Path) -> None:
    """Both headers of the contract are taken, with every optional field."""
    with a_project(tmp_path) as p:
        one = _csv(tmp_path, "document,start,end,code\ntalk-1,34,50,agenda\n")
        assert p.coding_files.read(one).added == 1
        two = _csv(
            tmp_path,
            "document,quote,code,coder,valence,standing,degree,from,to,activity,period,case,memo\n"
            'talk-1,Ingen egentligen.,backbone,bo,hinders,denied,4,"Förening, Å",B,meals,now,'
            "Lyftet,[/x]\n",
        )
        outcome = p.coding_files.read(two)
        assert outcome.added == 1
        assert sorted(outcome.warnings) == [
            "coder 'bo' is new",
            "organisation 'B' is new",
            "organisation 'Förening, Å' is new",
        ]
        coding = p.codings.list()[1]
        assert (coding.coder, coding.valence, coding.standing, coding.memo) == (
            "bo",
            "hinders",
            "denied",
            "[/x]",
        )
        assert coding.degrees[0].from_organisation == "Förening, Å"


def test_out_and_in_again_is_the_same(tmp_path: Path) -> None:
    """What is exported from one project gives the same codings in another."""
    with a_project(tmp_path, documents=2) as p:
        details = CodingDetails("mixed", "wished", "low", "ny, «[laughs]»", 'He said "å"')
        coding = p.codings.add("talk-1", Span(34, 50), "emergent", details)
        p.codings.add("talk-1", Span(34, 50), "agenda")
        p.degrees.add(coding.segment, DegreeDetails(2, "A", "B", "meals", "now"))
        p.degrees.add(coding.segment, DegreeDetails(3, "A", "C"))
        alone = p.codings.add("talk-2", Span(34, 50), "agenda", degrees=[DegreeDetails(5)])
        p.codings.remove([alone.id])
        text = _out(p)
    (tmp_path / "two").mkdir()
    with a_project(tmp_path / "two", documents=2) as q:
        outcome = q.coding_files.read(_csv(tmp_path, text))
        assert outcome.skipped == 0
        assert _out(q) == text


def test_the_sample_survives_the_round(tmp_path: Path) -> None:
    """All codings of the sample come in again, and a second time all are there already."""
    path, _ = demo.build(tmp_path)
    with open_project(path, coder="anna") as p:
        text = _out(p)
        before = p.state()
        outcome = p.coding_files.read(_csv(tmp_path, text), strict=True)
        assert outcome.added == 0
        assert outcome.skipped == len(text.splitlines()) - 1
        assert p.state() == before
        p.codings.remove([coding.id for coding in p.codings.list()])
        p.coding_files.read(_csv(tmp_path, text), strict=True)
        assert _out(p) == text


def test_a_bad_row_keeps_all_out(tmp_path: Path) -> None:
    """Every bad row is named with its line, and not one row has come in."""
    text = (
        "document,quote,code,valence,degree\n"
        "talk-1,Ingen egentligen.,agenda,helps,\n"
        "talk-1,Vi ses varje måndag,agendda,,\n"
        "nowhere,Vi ses,agenda,,\n"
        "talk-1,det står inte här,agenda,,\n"
        "talk-1,Vi ses varje måndag,agenda,good,\n"
        "talk-1,Vi ses varje måndag,agenda,,9\n"
        "talk-1,Vi ses varje måndag,,,\n"
    )
    with a_project(tmp_path) as p:
        with pytest.raises(BadFile) as caught:
            p.coding_files.read(_csv(tmp_path, text))
        for line in ("line 3", "line 4", "line 5", "line 6", "line 7", "line 8"):
            assert line in caught.value.message
        assert "line 2" not in caught.value.message
        assert "6 bad rows" in caught.value.message
        assert "agenda" in caught.value.message
        assert p.codings.list() == []


def test_a_quote_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """The message gives the places to choose from."""
    with a_project(tmp_path) as p:
        with pytest.raises(BadFile, match="stand 3 times") as caught:
            p.coding_files.read(_csv(tmp_path, "document,quote,code\ntalk-1,det,agenda\n"))
        assert "Give one of 23:26, 141:144, 193:196" in caught.value.message


def test_a_place_beyond_the_text_is_refused(tmp_path: Path) -> None:
    """A row beyond the end of the text keeps the file out."""
    with a_project(tmp_path) as p, pytest.raises(BadFile, match="beyond"):
        p.coding_files.read(_csv(tmp_path, "document,start,end,code\ntalk-1,200,9999,agenda\n"))


def test_excels_ways_are_understood(tmp_path: Path) -> None:
    """A byte order mark, semicolons, CRLF, capitals in the header and empty lines are taken."""
    text = "\ufeffDocument;Quote;Code;Valence\r\ntalk-1;Ingen egentligen.;agenda;helps\r\n;;;\r\n"
    path = tmp_path / "excel.csv"
    path.write_bytes(text.encode("utf-8"))
    with a_project(tmp_path) as p:
        assert p.coding_files.read(path).added == 1
        assert p.codings.list()[0].valence == "helps"


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", "document,quote,code\nå".encode("latin-1")]
)
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that is no CSV of codings is refused with the header it should have."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with a_project(tmp_path) as p, pytest.raises(BadFile):
        p.coding_files.read(path)


def test_the_whole_file_is_one_act(tmp_path: Path) -> None:
    """One undo takes back an import, new coders and organisations included."""
    with a_project(tmp_path) as p:
        before = p.state()
        p.coding_files.read(
            _csv(
                tmp_path,
                "document,start,end,code,coder,degree,from,to\n"
                "talk-1,34,50,agenda,bo,2,A,B\ntalk-1,60,70,agenda,cia,,,\n",
            )
        )
        assert p.history.log(1)[0].summary == "2 codings imported"
        p.history.undo()
        assert p.state() == before
