"""Cells of the framework matrix: states, summaries, links, what makes them stale, when final."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from qualcode.domain.framework import Place
from qualcode.domain.span import Span
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.services.framework_matrix import MatrixRequest
from qualcode.services.workspace import Project, open_project
from tests.charting import a_charted_project, coded


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """The project, with nothing coded."""
    with a_charted_project(tmp_path) as made:
        yield made


def _state(p: Project, place: Place) -> str:
    return p.framework.cell(place).state.state


def _reasons(p: Project, place: Place) -> dict[str, tuple[str, tuple[str, ...], bool]]:
    changes = p.framework.cell(place).state.changes
    return {one.coding: (one.reason, one.facets, one.linked) for one in changes}


def test_the_kinds_of_empty_and_what_waits_to_be_charted(p: Project) -> None:
    """Not asked by the guide, asked and nothing said, denied, and passages without a summary."""
    p.guides.add("G", {"codes": ["agenda"], "cases": ["Havnen"]})
    coded(p, "P4", 40, "agenda-goals", None, standing="denied")
    coded(p, "P1", 40, "agenda-goals")
    coded(p, "P1", 60, "agenda-vision", standing="denied")
    cells = p.framework.matrix(MatrixRequest(codes=("agenda", "agenda-vision", "backbone"))).cells
    found = {
        (case, code): cells[p.cases.resolve(case).id, code] for case in ("Lyftet", "Havnen")
        for code in ("agenda", "agenda-vision", "backbone")
    }  # fmt: skip
    states = {key: one.state for key, one in found.items()}
    assert states == {
        ("Lyftet", "agenda"): "uncharted",
        ("Lyftet", "agenda-vision"): "denied",
        ("Lyftet", "backbone"): "nothing-said",
        ("Havnen", "agenda"): "denied",
        ("Havnen", "agenda-vision"): "nothing-said",
        ("Havnen", "backbone"): "not-asked",
    }
    lyftet = found["Lyftet", "agenda"]
    assert (lyftet.passages, lyftet.denied) == (1, 1)
    assert [one.place.code for one in p.framework.to_chart()] == ["agenda", "agenda"]


def test_a_passage_assigned_to_another_case_is_in_that_ones_cell(p: Project) -> None:
    """A segment's own case counts before its document's."""
    coding = coded(p, "P1", 40, "agenda")
    here, there = (p.framework.place(case, "agenda") for case in ("Lyftet", "Havnen"))
    p.framework.write(here, "Said here.")
    p.codings.set(coding, {"case": "Havnen"})
    assert [one.coding.id for one in p.framework.cell(there).passages] == [coding]
    assert _reasons(p, here) == {coding: ("gone", (), False)}


def test_rows_may_be_participants_or_roles(p: Project) -> None:
    """The same passages stand by who says them, and by the role of who says them."""
    one, two = coded(p, "P1", 40, "agenda"), coded(p, "P3", 40, "agenda-goals")
    coded(p, "P2", 40, "agenda")
    by_person = p.framework.cell(p.framework.place("P1", "agenda", "participant"))
    assert [passage.coding.id for passage in by_person.passages] == [one]
    by_role = p.framework.cell(p.framework.place("chair", "agenda", "role"))
    assert {passage.coding.id for passage in by_role.passages} == {one, two}
    rows = p.framework.matrix(MatrixRequest("role")).rows
    assert [row.label for row in rows] == ["chair", "guide", "head"]
    with pytest.raises(NotFound):
        p.framework.place("cook", "agenda", "role")
    with pytest.raises(Invalid):
        p.framework.place("P1", "agenda", "street")


def test_a_cell_shows_the_words_around_its_passages_within_their_turn(p: Project) -> None:
    """Context ends where the turn does, so another speaker's words are not taken for it."""
    coded(p, "P1", 57, "agenda")
    (passage,) = p.framework.cell(p.framework.place("Lyftet", "agenda")).passages
    transcript = p.documents.transcript("talk-P1")
    turn = next(turn for turn in transcript.turns if turn.n == passage.coding.turn)
    whole = passage.before + passage.coding.quote + passage.after
    assert whole == transcript.text[turn.start : turn.end]
    assert not passage.linked


def test_it_goes_stale_with_the_reason_and_fresh_again_by_undo(p: Project) -> None:
    """A changed, a gone and a new coding are told apart, linked ones from others."""
    kept, linked = coded(p, "P1", 40, "agenda"), coded(p, "P1", 60, "agenda-goals")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.", links=[linked])
    assert _state(p, place) == "fresh"
    p.codings.set(linked, {"valence": "mixed"})
    assert _reasons(p, place) == {linked: ("changed", ("valence",), True)}
    new = coded(p, "P2", 40, "agenda-vision")
    p.codings.remove([kept])
    assert _reasons(p, place) == {
        linked: ("changed", ("valence",), True),
        kept: ("gone", (), False),
        new: ("new", (), False),
    }
    for _ in range(3):
        p.history.undo()
    assert _state(p, place) == "fresh"


@pytest.mark.parametrize(
    ("facet", "change"),
    [
        ("code", lambda p, c: p.codings.set(c.id, {"code": "agenda-vision"})),
        ("valence", lambda p, c: p.codings.set(c.id, {"valence": None})),
        ("standing", lambda p, c: p.codings.set(c.id, {"standing": "wished"})),
        ("label", lambda p, c: p.codings.set(c.id, {"label": "new words"})),
        ("span", lambda p, c: p.codings.set_span(c.segment, Span(41, 52))),
    ],
)
def test_every_facet_of_a_coding_is_watched(p: Project, facet: str, change) -> None:
    """Its span, code, valence, standing and label; the change names which."""
    coding = coded(p, "P1", 40, "agenda-goals")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.")
    change(p, p.codings.get(coding))
    assert _reasons(p, place) == {coding: ("changed", (facet,), False)}


def test_a_degree_on_a_passage_is_watched_too(p: Project) -> None:
    """A degree that comes onto a passage of the cell makes the summary stale."""
    from qualcode.domain.coding import DegreeDetails

    coding = coded(p, "P1", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.")
    p.degrees.add(p.codings.get(coding).segment, DegreeDetails(2, "Town", "School"))
    assert _reasons(p, place) == {coding: ("changed", ("degrees",), False)}
    p.history.undo()
    assert _state(p, place) == "fresh"


def test_a_memo_or_a_new_theme_makes_nothing_stale(p: Project) -> None:
    """What a summary does not rest on may change."""
    coding = coded(p, "P1", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.")
    p.codings.set(coding, {"memo": "Look again", "confidence": "low"})
    p.themes.add("T", {"code": ["agenda"]})
    assert _state(p, place) == "fresh"


def test_still_right_is_one_act_and_drops_links_that_are_gone(p: Project) -> None:
    """Without rewriting the summary is fresh; undo makes it stale again."""
    one, two = coded(p, "P1", 40, "agenda"), coded(p, "P1", 60, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.", links=[one, two])
    p.codings.remove([two])
    acts = len(p.history.log())
    cell = p.framework.still_right(place)
    assert len(p.history.log()) == acts + 1
    assert _state(p, place) == "fresh"
    assert (cell.summary, cell.links) == ("They agree.", (one,))
    p.history.undo()
    assert _state(p, place) == "stale"
    assert p.framework.cell(place).written.links == (one, two)


def test_links_are_of_the_cell(p: Project) -> None:
    """A coding of another case cannot carry the summary; linking twice is once."""
    here, there = coded(p, "P1", 40, "agenda"), coded(p, "P4", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    with pytest.raises(Invalid):
        p.framework.write(place, "They agree.", links=[there])
    assert p.framework.link(place, [here, here]) == 1
    assert p.framework.link(place, [here]) == 0
    assert p.framework.cell(place).passages[0].linked
    assert p.framework.unlink(place, [here, there]) == 1
    assert p.framework.cell(place).state.state == "uncharted"


def test_final_needs_links_freshness_and_the_contrary_list_opened(p: Project) -> None:
    """Each in turn is refused with what to do; then it is final, and a draft when rewritten."""
    one, against = coded(p, "P1", 40, "agenda"), coded(p, "P2", 40, "agenda", "hinders")
    coded(p, "P3", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    with pytest.raises(Conflict, match="Nothing is written"):
        p.framework.finish(place)
    p.framework.write(place, "They agree.")
    with pytest.raises(Conflict, match="no linked passage"):
        p.framework.finish(place)
    p.framework.link(place, [one])
    with pytest.raises(Conflict, match=r"has not been opened \(1 codings\)"):
        p.framework.finish(place)
    view = p.framework.open_contrary(place)
    assert [found.coding for found in view.contrary] == [against] and view.opened
    assert p.framework.finish(place).status == "final"
    assert _state(p, place) == "final"
    p.framework.write(place, "They agree by and large.")
    assert _state(p, place) == "fresh"
    p.codings.set(one, {"valence": "mixed"})
    with pytest.raises(Conflict, match="out of date"):
        p.framework.finish(place)


def test_a_contrary_list_that_grew_is_to_be_opened_again(p: Project) -> None:
    """One more passage that denies asks for another look, by whoever marks it final."""
    one = coded(p, "P1", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.", links=[one])
    p.framework.open_contrary(place)
    p.framework.finish(place)
    coded(p, "P2", 40, "agenda", None, standing="denied")
    assert not p.framework.cell(place).opened
    with pytest.raises(Conflict, match="has not been opened"):
        p.framework.still_right(place)
    p.framework.open_contrary(place)
    p.framework.still_right(place)
    assert _state(p, place) == "final"
    with open_project(p.path, coder="bo") as other:
        assert not other.framework.cell(place).opened


def test_opening_is_logged_once_for_what_was_seen(p: Project) -> None:
    """Looking again at the same list leaves no second line, and undo takes the look back."""
    coded(p, "P1", 40, "agenda", "hinders")
    coded(p, "P2", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.open_contrary(place)
    acts = len(p.history.log())
    p.framework.open_contrary(place)
    assert len(p.history.log()) == acts
    assert p.history.log()[0].kind == "contrary.open"
    p.history.undo()
    assert not p.framework.cell(place).opened


def test_next_goes_round_from_the_cell_one_is_in(p: Project) -> None:
    """The next cell to chart or out of date, behind the one given, once round."""
    first, last = (p.framework.place(case, "agenda") for case in ("Lyftet", "Havnen"))
    coded(p, "P1", 40, "agenda")
    coding = coded(p, "P4", 40, "agenda")
    assert p.framework.next("empty") == first
    assert p.framework.next("empty", first) == last
    assert p.framework.next("empty", last) == first
    assert p.framework.next("stale") is None
    p.framework.write(last, "They agree.")
    p.codings.set(coding, {"valence": None})
    assert p.framework.next("stale", last) == last


def test_an_empty_summary_takes_it_away_and_undo_brings_it_back(p: Project) -> None:
    """The cell waits to be charted again, and the words are not lost."""
    coded(p, "P1", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.")
    p.framework.write(place, "  ")
    assert _state(p, place) == "uncharted"
    p.history.undo()
    assert p.framework.cell(place).state.summary == "They agree."


def test_an_empty_cell_can_be_summarised_and_goes_stale_with_the_first_passage(p: Project) -> None:
    """That nobody speaks of it is a finding too, until somebody does."""
    place = p.framework.place("Havnen", "backbone")
    p.framework.write(place, "Nobody speaks of it.")
    assert _state(p, place) == "fresh"
    new = coded(p, "P4", 40, "backbone-person")
    assert _reasons(p, place) == {new: ("new", (), False)}


def test_what_it_rested_on_holds_no_words(p: Project) -> None:
    """Neither the basis nor the journal has a word of the transcript."""
    coding = coded(p, "P1", 40, "agenda")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(place, "They agree.", links=[coding])
    quote = p.codings.get(coding).quote
    store = p.session.store
    bases = b"".join(row[0] for row in store.rows("SELECT members FROM bases"))
    lines = "".join(row[0] + row[1] for row in store.rows("SELECT detail, changes FROM journal"))
    assert quote.encode() not in bases
    assert quote not in lines and "They agree." not in lines


def test_every_act_can_be_taken_back_and_done_again(p: Project) -> None:
    """Each kind of act on cells: undo meets the state before, redo the state after."""
    one, two = coded(p, "P1", 40, "agenda"), coded(p, "P2", 40, "agenda", "hinders")
    place = p.framework.place("Lyftet", "agenda")
    p.framework.write(p.framework.place("chair", "agenda", "role"), "The chairs agree.")
    acts = [
        lambda: p.framework.link(place, [one, two]),
        lambda: p.framework.write(place, "They agree."),
        lambda: p.framework.unlink(place, [two]),
        lambda: p.codings.set(two, {"standing": "past"}),
        lambda: p.framework.still_right(place),
        lambda: p.framework.open_contrary(place),
        lambda: p.framework.finish(place),
        lambda: p.framework.finish(place, final=False),
        lambda: p.framework.write(place, "They agree by now.", links=[two]),
        lambda: p.framework.write(place, None),
    ]
    states = [p.state()]
    for act in acts:
        act()
        states.append(p.state())
    assert all(one != other for one, other in pairwise(states))
    for state in reversed(states[:-1]):
        p.history.undo()
        assert p.state() == state
    for state in states[1:]:
        p.history.redo()
        assert p.state() == state
    kinds = {act.kind: act.summary for act in p.history.log()}
    for kind in ("link", "write", "unlink", "refresh", "final", "draft"):
        assert "agenda" in kinds[f"cell.{kind}"]
    assert [finding for finding in p.check.run() if finding.level == "error"] == []


def test_summaries_of_a_case_that_was_taken_out_come_back_with_it(p: Project) -> None:
    """The row goes with its case, and undo brings both back."""
    coded(p, "P4", 40, "agenda")
    place = p.framework.place("Havnen", "agenda")
    p.framework.write(place, "They agree.")
    p.cases.remove("Havnen")
    assert [row.label for row in p.framework.matrix().rows] == ["Lyftet"]
    p.history.undo()
    assert _state(p, place) == "fresh"


def test_the_matrix_and_the_cell_say_the_same(p: Project) -> None:
    """One call for all cells gives each the state that the cell gives by itself."""
    coding = coded(p, "P1", 40, "agenda-goals")
    coded(p, "P2", 40, "agenda", None, standing="denied")
    coded(p, "P4", 40, "backbone")
    p.framework.write(p.framework.place("Lyftet", "agenda"), "They agree.", links=[coding])
    p.codings.set(coding, {"valence": "mixed"})
    for kind in ("case", "participant", "role"):
        codes = ("agenda", "agenda-goals", "backbone", "förtroende")
        for one in p.framework.matrix(MatrixRequest(kind, codes)).walk():
            assert p.framework.cell(one.place).state == one


def test_a_retired_condition_is_a_column_only_while_in_use(p: Project) -> None:
    """As in the other tables: with codings or a summary it stays, else it goes."""
    from qualcode.domain.succession import Retire

    coding = coded(p, "P1", 40, "backbone-person")
    p.revision.do(Retire("backbone-person"))
    p.revision.do(Retire("backbone"))
    assert p.framework.matrix().codes == ("agenda", "backbone")
    p.codings.remove([coding])
    assert p.framework.matrix().codes == ("agenda",)
    p.framework.write(p.framework.place("Lyftet", "backbone"), "It was there.")
    assert p.framework.matrix().codes == ("agenda", "backbone")
    columns = [column.key for column in p.tables.make("framework").columns]
    assert columns == ["case", "agenda", "backbone"]


def test_the_matrix_is_read_anew_only_when_somebody_coded(p: Project) -> None:
    """Writing, opening and undoing that leave the codings as read; what others do is seen."""
    from qualcode.services.framework_matrix import OWN
    from qualcode.storage import project

    coded(p, "P1", 40, "agenda")
    store, place = p.session.store, p.framework.place("Lyftet", "agenda")
    before = project.last_act(store, OWN)
    p.framework.write(place, "They agree.")
    p.history.undo()
    p.history.redo()
    p.framework.open_contrary(place)
    assert project.last_act(store, OWN) == before
    assert p.framework.matrix().cells[place.row, "agenda"].state == "fresh"
    with open_project(p.path, coder="bo") as other:
        coded(other, "P2", 40, "agenda")
    assert p.framework.matrix().cells[place.row, "agenda"].state == "stale"
    coded(p, "P3", 40, "agenda")
    assert p.framework.matrix().cells[place.row, "agenda"].passages == 3
    p.history.undo()
    assert p.framework.matrix().cells[place.row, "agenda"].passages == 2


def test_a_corrected_transcript_makes_stale_only_where_a_passage_changed(
    p: Project, tmp_path: Path
) -> None:
    """What only moved further down stays fresh; a passage with other words does not."""
    text = p.documents.transcript("talk-P1").text
    start = text.index("Kommunen borde")
    moved = coded(p, "P1", start, "backbone")
    changed = coded(p, "P1", text.index("Vi ses varje"), "agenda")
    places = {code: p.framework.place("Lyftet", code) for code in ("backbone", "agenda")}
    for place in places.values():
        p.framework.write(place, "They agree.")
    file = tmp_path / "talk-P1.txt"
    words = file.read_text("utf-8").replace("Vi ses varje", "Vi träffas varje")
    file.write_text(words, encoding="utf-8")
    p.replacing.replace("talk-P1", file)
    assert p.codings.get(moved).start > start
    assert _state(p, places["backbone"]) == "fresh"
    assert set(_reasons(p, places["agenda"])) == {changed}
    p.history.undo()
    assert _state(p, places["agenda"]) == "fresh"
