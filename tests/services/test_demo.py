"""The sample: whole, fixed, and a fair picture of a small evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.services import demo
from qualcode.services.workspace import Project, open_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    return demo.build(tmp_path_factory.mktemp("demo"))[0]


@pytest.fixture
def project(sample: Path) -> Project:
    """The sample, opened."""
    with open_project(sample) as found:
        yield found


def test_it_is_the_same_for_everybody(sample: Path, tmp_path: Path) -> None:
    """Two builds have the same content, ids and times."""
    other, built = demo.build(tmp_path / "x")
    assert built
    with open_project(sample) as one, open_project(other) as two:
        assert one.state() == two.state()
        assert [c.id for c in one.codings.list()] == [c.id for c in two.codings.list()]
        assert [a.time for a in one.history.log()] == [a.time for a in two.history.log()]


def test_an_existing_one_is_kept(tmp_path: Path) -> None:
    """Building again over somebody's work changes nothing."""
    path, _ = demo.build(tmp_path)
    with open_project(path, coder="anna") as found:
        found.cases.add("Mine")
        state = found.state()
    assert demo.build(tmp_path) == (path, False)
    with open_project(path) as found:
        assert found.state() == state


def test_the_material_is_as_promised(project: Project) -> None:
    """Eight interviews in three cases, three Swedish, two Danish, two Norwegian, one English."""
    replies = {one.document for one in project.member_checks.list()}
    documents = [one for one in project.documents.list() if one.name not in replies]
    languages = sorted(document.language or "" for document in documents)
    assert languages == ["da", "da", "en", "nb", "nb", "sv", "sv", "sv"]
    assert all(1500 <= document.words <= 3000 for document in documents)
    assert {document.case for document in documents} == {case.name for case in project.cases.list()}
    assert len(project.cases.list()) == 3


def test_everything_on_the_scales_is_seen(project: Project) -> None:
    """All degrees, valences, standings, and helping and hindering in every condition."""
    codings = project.codings.list()
    book = project.codebooks.current()
    values = {placed.degree.value for placed in project.degrees.list()}
    assert values == {value.value for value in book.scale("degree").values}
    assert {coding.valence for coding in codings} >= {"helps", "hinders", "mixed"}
    assert {coding.standing for coding in codings} >= {
        value.id for value in book.scale("standing").values
    }
    for condition in book.conditions:
        below = set(book.below(condition.id))
        said = {coding.valence for coding in codings if coding.code in below}
        assert {"helps", "hinders"} <= said, condition.id


def test_some_conditions_are_never_touched(project: Project) -> None:
    """One case was asked about a condition and says nothing, another was never asked."""
    table = project.tables.make("conditions")
    empties = {
        cell.empty for row in table.rows for cell in row.cells.values() if hasattr(cell, "empty")
    }
    assert {"not-asked", "nothing-said"} <= empties


def test_two_coders_overlap_in_three_interviews(project: Project) -> None:
    """One coder has all eight interviews, the second three of them, one of each case."""
    by_coder: dict[str, set[str]] = {}
    for coding in project.codings.list():
        by_coder.setdefault(coding.coder, set()).add(coding.document)
    assert {coder: len(found) for coder, found in by_coder.items()} == {"anna": 8, "bo": 3}
    cases = {d.case for d in project.documents.list() if d.name in by_coder["bo"]}
    assert len(cases) == 3


def test_nothing_is_wrong_with_it(project: Project) -> None:
    """The check finds no error in the sample."""
    assert [finding for finding in project.check.run() if finding.level == "error"] == []


def test_the_analysis_is_shown_too(project: Project) -> None:
    """Every cell with passages is charted on linked ones, none is stale, two are final."""
    states = [one.state for one in project.framework.matrix().walk()]
    assert sorted(states) == sorted(["fresh"] * 11 + ["final"] * 2 + ["not-asked", "nothing-said"])
    for one in project.framework.matrix().walk():
        if one.state in ("fresh", "final"):
            assert project.framework.cell(one.place).written.links
    assert sorted(one.shown for one in project.ratings.list()) == [
        *(["1"] * 3 + ["2"] * 9),
        *("3", "NE"),
    ]
    assert [one for one in project.ratings.list() if one.changes] == []
    assert [one.kind for one in project.development.events()].count("setback") == 2


def test_what_is_claimed_has_cases_for_and_against(project: Project) -> None:
    """Findings of both kinds, one settled; propositions with rivals; outcomes in every case."""
    views = [project.findings.show(one.id) for one in project.findings.list()]
    assert {one.finding.kind for one in views} == {"success-factor", "pitfall"}
    assert [one.finding.status for one in views].count("final") == 1
    stances = {case.stance for one in views for case in one.weighed.cases}
    assert stances == {"supporting", "contrary", "mixed", "silent"}
    for one in project.propositions.list():
        assert one.grounds.query and one.rival and one.verdict
    assert {one.case_id for one in project.outcomes.list()} == {
        case.id for case in project.cases.list()
    }


def test_chosen_quotes_may_all_be_printed(project: Project) -> None:
    """Six people carry one each; one is shortened, one is translated."""
    views = project.quotes.views()
    assert len(views) == len({one.quote.participant_id for one in views}) == 6
    assert all(one.text for one in views)
    assert sum("[…]" in (one.text or "") for one in views) == 1
    assert sum(bool(one.quote.translation) for one in views) == 1
    assert not any(one.too_much for one in project.quotes.shares())


def test_two_informants_have_answered_to_it(project: Project) -> None:
    """One agrees and one amends; their replies are documents of theirs, and no material."""
    found = project.member_checks.list()
    said = [(one.participant, one.target_kind, one.answer) for one in found]
    assert said == [("P1", "cell", "amend"), ("P7", "finding", "agree")]
    table = project.tables.make("material")
    assert "8 documents" in table.source
    told = {row.label: row.cells["member_checked"] for row in table.rows}
    assert told == {"Lyftet": 1, "Havnekvarteret": 0, "Fjordlaget": 1}
    assert {one.document for one in found} <= {one.name for one in project.documents.list()}


def test_some_labels_are_undecided(project: Project) -> None:
    """One is set aside, one lies under a theme, two wait."""
    assert sorted(one.decision for one in project.emergent.list()) == [
        *("aside", "theme", "undecided", "undecided")
    ]


def test_interviewers_are_not_coded(project: Project) -> None:
    """Every coding stands in a turn of an informant."""
    for document in project.documents.list():
        turns = {turn.n: turn for turn in project.documents.transcript(document.id).turns}
        for segment in project.codings.segments(document.id):
            turn = next(t for t in turns.values() if t.start <= segment.start < t.end)
            assert not turn.interviewer
            assert segment.end <= turn.end


def test_a_log_left_behind_does_not_ruin_a_new_project(tmp_path: Path) -> None:
    """When a project file was deleted while it was open, a new one of the name is sound."""
    path, _ = demo.build(tmp_path)
    held = open_project(path, coder="anna")
    for n in range(50):
        held.cases.add(f"Case {n}")
    path.unlink()
    assert Path(f"{path}-wal").exists()
    again, built = demo.build(tmp_path)
    assert built
    with open_project(again, coder="anna") as found:
        assert [case.name for case in found.cases.list()] == [
            "Lyftet",
            "Havnekvarteret",
            "Fjordlaget",
        ]
        found.cases.add("New")
        assert [finding for finding in found.check.run() if finding.level == "error"] == []
    held.close()
    with open_project(again) as found:
        assert len(found.cases.list()) == 4
