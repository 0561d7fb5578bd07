"""Themes, memos, marks of reading, search, settings, codebooks and checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.codebook import Code
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import Ambiguous, Conflict, Invalid, NotFound, QualcodeError
from qualcode.services.creating import create_project
from qualcode.services.search import FindFilter
from qualcode.services.workspace import find_project
from tests.projects import a_project


def test_a_project_begins_with_the_themes_of_its_codebook(tmp_path: Path) -> None:
    """Starting themes gather their codes."""
    with a_project(tmp_path) as p:
        (theme,) = p.themes.list()
        assert (theme.name, theme.codes, theme.origin) == ("Direction", ("agenda",), "deductive")


def test_a_code_can_be_in_several_themes(tmp_path: Path) -> None:
    """Gathering is not moving."""
    with a_project(tmp_path) as p:
        p.themes.add("Other", {"code": ["agenda"]})
        assert p.themes.gather("Other", {"code": ["agenda", "backbone"]}) == 1
        assert [theme.codes for theme in p.themes.list()] == [("agenda",), ("agenda", "backbone")]


def test_codes_in_no_theme_are_listed(tmp_path: Path) -> None:
    """A used code is themed through itself or a code above it."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "agenda-goals")
        p.codings.add("talk-1", Span(34, 50), "backbone-person")
        assert p.themes.unthemed() == ["backbone-person"]


def test_a_theme_speaks_of_project_and_cases(tmp_path: Path) -> None:
    """A summary for the project and one for a case stand beside each other."""
    with a_project(tmp_path) as p:
        p.themes.summary("Direction", "All in all [/x]")
        theme = p.themes.summary("direction", "Here", "Lyftet")
        assert theme.summary == "All in all [/x]"
        assert list(theme.case_summaries.values()) == ["Here"]


def test_memos_hang_on_things(tmp_path: Path) -> None:
    """A memo is found by what it hangs on; an empty one and an unknown target are refused."""
    with a_project(tmp_path) as p:
        p.memos.add("document", "talk-1", "long", "reflexive")
        p.memos.add("code", "agenda", "wide")
        assert [memo.text for memo in p.memos.list("document", "talk-1")] == ["long"]
        assert len(p.memos.list()) == 2
        with pytest.raises(Invalid):
            p.memos.add("code", "agenda", "  ")
        with pytest.raises(NotFound):
            p.memos.add("code", "nope", "x")


def test_turns_are_unread_read_or_coded(tmp_path: Path) -> None:
    """Interviewer turns are apart; a coding beats a mark."""
    with a_project(tmp_path) as p:
        p.units.mark_read("talk-1", [2, 4])
        p.codings.add("talk-1", Span(34, 50), "agenda")
        assert p.units.states("talk-1") == {
            1: "interviewer", 2: "coded", 3: "interviewer", 4: "read", 5: "interviewer", 6: "unread"
        }  # fmt: skip
        (progress,) = p.documents.progress()
        assert (progress.turns, progress.coded, progress.read, progress.unread) == (3, 1, 1, 1)
        p.units.mark_read("talk-1", [4], read=False)
        assert p.units.states("talk-1")[4] == "unread"
        with pytest.raises(Invalid):
            p.units.mark_read("talk-1", [99])


def test_find_by_form_beginning_and_phrase(tmp_path: Path) -> None:
    """Words are found whole, by their beginning, and in a row."""
    with a_project(tmp_path, documents=2) as p:
        assert [hit.quote for hit in p.search.find("barn*")] == ["Barnen", "Barnen"]
        assert p.search.find("barn") == []
        (hit,) = p.search.find("varje måndag", FindFilter(document="talk-1"))
        assert (hit.turn, hit.speaker, hit.case) == (2, "IP1", "Lyftet")
        assert hit.before.endswith("Vi ses ")
        assert p.search.find("målen", FindFilter(speaker="IP1")) == []
        with pytest.raises(Invalid):
            p.search.find("*")


def test_find_within_codings(tmp_path: Path) -> None:
    """A code and a valence narrow the search to passages that have them."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 124), "agenda-goals", CodingDetails(valence="helps"))
        assert len(p.search.find("v*", FindFilter(code="agenda"))) == 5
        assert p.search.find("kommunen", FindFilter(code="agenda")) == []
        assert p.search.find("vi", FindFilter(valence="hinders")) == []


def test_settings_are_checked(tmp_path: Path) -> None:
    """A wrong name names the nearest; a wrong value names what is possible."""
    with a_project(tmp_path) as p:
        p.settings.set("languages", "sv, en")
        assert p.settings.show()["languages"] == ["sv", "en"]
        with pytest.raises(NotFound) as caught:
            p.settings.set("stanse", "x")
        assert "stance" in caught.value.hint
        for name, value in (("stance", "loose"), ("retention", "soon"), ("periods", " ")):
            with pytest.raises(Invalid):
                p.settings.set(name, value)


def test_periods_belong_to_the_project(tmp_path: Path) -> None:
    """A degree speaks of a period that the project has."""
    with a_project(tmp_path) as p:
        with pytest.raises(Invalid):
            p.codings.add(
                "talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(1, period="2019")]
            )
        p.settings.set("periods", "2019,2024")
        p.codings.add("talk-1", Span(34, 50), "agenda", degrees=[DegreeDetails(1, period="2019")])


def test_a_code_of_ones_own(tmp_path: Path) -> None:
    """A new sub-code can be used at once; a taken id or label is refused."""
    with a_project(tmp_path) as p:
        p.codebooks.add_code(Code("agenda-pengar", {"sv": "Pengar 💰"}, parent="agenda"))
        p.codings.add("talk-1", Span(34, 50), "agenda-pengar")
        assert p.codings.counts()["agenda"] == (1, 1)
        with pytest.raises(Conflict):
            p.codebooks.add_code(Code("agenda-pengar", {"sv": "Annat"}))
        with pytest.raises(Conflict):
            p.codebooks.add_code(Code("agenda-x", {"sv": "pengar 💰"}, parent="agenda"))
        with pytest.raises(NotFound):
            p.codebooks.add_code(Code("x", {"sv": "X"}, parent="agendda"))


def test_a_codebook_that_would_lose_codings_is_refused(tmp_path: Path) -> None:
    """A codebook without a used code is not taken; one with it is, and undone again."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "förtroende")
        with pytest.raises(Conflict, match="förtroende"):
            p.codebooks.load("collective-impact")
        before = p.state()
        p.codebooks.export(tmp_path / "out.yaml")
        p.codebooks.load(tmp_path / "out.yaml")
        assert p.codebooks.current().by_id.keys() >= {"förtroende", "agenda"}
        p.history.undo()
        assert p.state() == before


def test_names_may_be_ambiguous(tmp_path: Path) -> None:
    """Two names that differ in case only are told apart exactly, else by id."""
    with a_project(tmp_path) as p:
        p.cases.add("Åre")
        p.cases.add("ÅRE")
        assert p.cases.resolve("ÅRE").name == "ÅRE"
        with pytest.raises(Ambiguous):
            p.cases.resolve("åre")


def test_the_check_names_what_is_left(tmp_path: Path) -> None:
    """An emergent coding without a label and a degree without a pair are warnings."""
    with a_project(tmp_path) as p:
        p.codings.add("talk-1", Span(34, 50), "emergent", degrees=[DegreeDetails(1)])
        codes = {finding.code: finding.level for finding in p.check.run()}
        assert codes == {"no-label": "warning", "no-pair": "warning", "unread": "note"}


def test_which_project_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one given, else the environment's, else the only one in the folder."""
    with pytest.raises(QualcodeError, match="no project here"):
        find_project(None, tmp_path)
    with a_project(tmp_path, documents=0) as p:
        assert find_project(None, tmp_path) == p.path
    create_project(tmp_path / "q", codebook=tmp_path / "book.json").close()
    with pytest.raises(QualcodeError, match="several"):
        find_project(None, tmp_path)
    monkeypatch.setenv("QUALCODE_PROJECT", "env.qualcode")
    assert find_project(None, tmp_path) == Path("env.qualcode")
    assert find_project("given.qualcode", tmp_path) == Path("given.qualcode")


def test_a_project_with_a_bad_codebook_leaves_nothing(tmp_path: Path) -> None:
    """When the codebook cannot be read no half project lies there."""
    with pytest.raises(QualcodeError):
        create_project(tmp_path / "x", codebook="colective-impact")
    assert list(tmp_path.iterdir()) == []


def test_what_screens_remember_is_no_content(tmp_path: Path) -> None:
    """A remembered value survives a restart and changes neither state nor journal."""
    from qualcode.services.workspace import open_project

    with a_project(tmp_path) as p:
        before = p.state(), len(p.history.log())
        p.remember("place", {"document": "talk-1", "offset": 40})
        assert (p.state(), len(p.history.log())) == before
    with open_project(tmp_path / "p.qualcode", coder="ann") as p:
        assert p.remembered("place") == {"document": "talk-1", "offset": 40}
        assert p.remembered("nothing") is None


def test_hot_keys_are_kept_in_the_project(tmp_path: Path) -> None:
    """A key is given to one code, survives a restart, and is undone like anything else."""
    from qualcode.services.workspace import open_project

    with a_project(tmp_path) as p:
        p.hotkeys.set("å", "agenda")
        p.hotkeys.set("å", "backbone")
        for key in ("", "ab", "+"):
            with pytest.raises(Invalid):
                p.hotkeys.set(key, "agenda")
        with pytest.raises(NotFound):
            p.hotkeys.set("x", "agendda")
    with open_project(tmp_path / "p.qualcode", coder="ann") as p:
        assert p.hotkeys.list() == {"å": "backbone"}
        p.history.undo()
        assert p.hotkeys.list() == {"å": "agenda"}
        p.hotkeys.remove("å")
        with pytest.raises(NotFound):
            p.hotkeys.remove("å")
