"""Revising the codebook of a coded project loses no coding and changes none silently."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.domain.codebook import Code, ScaleValue
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.revision import Add, Move, Redefine, Relabel, Reorder
from qualcode.domain.scale_revision import ReviseScale, ScaleEdits, edited
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge, Retire, Revive, Split
from qualcode.errors import Conflict, Invalid, NotFound, QualcodeError
from qualcode.exchange import codebook_yaml
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project


def _coded(p: Project) -> dict[str, str]:
    return {coding.id: coding.code for coding in p.codings.list()}


def _export(p: Project) -> str:
    return codebook_yaml.dump(p.codebooks.current())


def _code(p: Project, start: int, code: str, **details) -> str:
    return p.codings.add("talk-1", Span(start, start + 10), code, CodingDetails(**details)).id


def test_relabel_move_and_reorder_touch_no_coding(tmp_path: Path) -> None:
    """Codings keep their ids and codes, and nothing is to be read again."""
    with a_project(tmp_path) as p:
        _code(p, 34, "agenda-goals")
        before = _coded(p)
        p.revision.do(Relabel("agenda-goals", {"en": "Aims"}), "clearer")
        p.revision.do(Move("agenda-goals", "backbone"))
        p.revision.do(Reorder("backbone", "agenda"))
        assert _coded(p) == before
        assert p.revision.worklist() == []
        assert p.codings.counts()["backbone"] == (1, 1)


def test_each_operation_is_a_version_with_author_time_and_reason(tmp_path: Path) -> None:
    """Versions tell who did what when and why; each can be shown, and has a name of its own."""
    with a_project(tmp_path) as p:
        p.revision.do(Relabel("agenda-goals", {"en": "Aims"}), "clearer")
        p.revision.do(Retire("förtroende"))
        first, second, third = p.versions.list()
        assert (first.version, first.operation["kind"]) == ("1", "begin")
        assert second.operation["words"] == "agenda-goals relabelled: en 'Aims'"
        assert (second.author, second.reason) == ("ann", "clearer")
        assert second.created
        assert second.version.startswith("1+1.") and third.version.startswith("1+2.")
        assert p.versions.at(second.version).code("agenda-goals").name() == "Aims"
        assert p.versions.at("1").code("agenda-goals").name() == "Goals"
        assert not p.versions.at("2").code("förtroende").retired
        with pytest.raises(NotFound):
            p.versions.at("99")


def test_a_coding_knows_the_version_it_was_made_under(tmp_path: Path) -> None:
    """It keeps that version through revisions, and has a new one when it gets another code."""
    with a_project(tmp_path) as p:
        coding = _code(p, 34, "agenda-goals")
        p.revision.do(Redefine("agenda-goals", {"definition": {"en": "New"}}))
        p.revision.do(Merge("agenda-goals", "agenda-vision"))
        made = p.versions.made_under(coding)
        assert made is not None and made.n == 1
        p.codings.set(coding, {"code": "agenda"})
        again = p.versions.made_under(coding)
        assert again is not None and again.n == 3
        assert [version.n for version, _ in p.versions.history("agenda-goals")] == [1, 2, 3]


def test_merge_moves_codings_and_folds_doubles(tmp_path: Path) -> None:
    """The preview says exactly what then happens; the one made first stays."""
    with a_project(tmp_path, documents=2) as p:
        alone = _code(p, 34, "agenda-goals", label="own words")
        first = _code(p, 60, "agenda-goals", valence="helps")
        double = _code(p, 60, "agenda-vision", valence="hinders", label="kept")
        later = _code(p, 90, "agenda-vision")
        gone = _code(p, 90, "agenda-goals", valence="mixed", confidence="low")
        p.codings.add("talk-2", Span(34, 50), "agenda-goals")
        preview = p.revision.preview(Merge("agenda-goals", "agenda-vision"))
        done = p.revision.do(Merge("agenda-goals", "agenda-vision"))
        assert replace(done, version="") == preview
        assert (done.moved, done.documents, done.folded, done.differing) == (4, 2, 2, 1)
        left = {coding.id: coding for coding in p.codings.list()}
        assert set(left) == {alone, first, later, *(set(left) - {alone, first, later})}
        assert double not in left and gone not in left
        assert {coding.code for coding in left.values()} == {"agenda-vision"}
        assert (left[first].valence, left[first].label) == ("helps", "kept")
        assert (left[later].valence, left[later].confidence) == ("mixed", "low")
        assert left[alone].label == "own words"
        assert [(item.coding.id, item.reason) for item in p.revision.worklist()] == [
            (first, "merged")
        ]


def test_merge_keeps_codings_whose_labels_differ(tmp_path: Path) -> None:
    """Two codings with other labels are no doubles: both stay."""
    with a_project(tmp_path) as p:
        one = _code(p, 34, "agenda-goals", label="a")
        two = _code(p, 34, "agenda-vision", label="b")
        assert p.revision.do(Merge("agenda-goals", "agenda-vision")).folded == 0
        assert _coded(p) == {one: "agenda-vision", two: "agenda-vision"}


def test_themes_guides_and_memos_follow_a_merge(tmp_path: Path) -> None:
    """What named the code that goes names the one that takes it, once."""
    with a_project(tmp_path) as p:
        p.themes.add("Both", {"code": ["agenda-goals", "agenda-vision"]})
        p.guides.add("G", {"codes": ["backbone", "agenda-goals"]})
        p.memos.add("code", "agenda-goals", "thin")
        before = p.state()
        outcome = p.revision.do(Merge("agenda-goals", "agenda-vision"))
        assert outcome.followers == 3
        assert p.themes.resolve("Both").codes == ("agenda-vision",)
        assert p.guides.resolve("G").codes == ("backbone", "agenda-vision")
        assert [memo.target for memo in p.memos.list("code")] == ["agenda-vision"]
        p.history.undo()
        assert p.state() == before


def test_codings_set_aside_with_their_document_are_merged_too(tmp_path: Path) -> None:
    """A document that comes back after a merge has no coding of the code that went."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        _code(p, 34, "agenda-goals")
        q.documents.remove("talk-1")
        assert p.revision.do(Merge("agenda-goals", "agenda-vision")).moved == 0
        q.history.undo()
        assert set(_coded(p).values()) == {"agenda-vision"}


def test_split_and_redefine_make_a_worklist_of_exactly_the_affected(tmp_path: Path) -> None:
    """Every coding of the code waits and no other; still right and recoding settle it."""
    with a_project(tmp_path) as p:
        one, two = _code(p, 34, "agenda-goals"), _code(p, 60, "agenda-goals")
        other = _code(p, 90, "agenda")
        parts = ("agenda-vision", Code("agenda-near", {"en": "Near"}, parent="agenda"))
        assert p.revision.do(Split("agenda-goals", parts)).reread == 2
        items = p.revision.worklist()
        assert [(item.coding.id, item.reason) for item in items] == [(one, "split"), (two, "split")]
        assert items[0].into == ("agenda-vision", "agenda-near")
        p.codings.set(one, {"code": "agenda-near"})
        assert p.revision.still_right([two, other]) == 1
        assert p.revision.worklist() == []
        p.history.undo()
        p.history.undo()
        assert len(p.revision.worklist("agenda-goals")) == 2
        assert p.revision.do(Redefine("agenda", {"definition": {"en": "New"}})).reread == 1
        assert [item.coding.id for item in p.revision.worklist("agenda")] == [other]
        with pytest.raises(NotFound):
            p.revision.worklist("agendaa")


def test_wording_translations_and_marks_ask_for_no_reading(tmp_path: Path) -> None:
    """Only what changes the meaning makes a worklist."""
    with a_project(tmp_path) as p:
        _code(p, 34, "agenda")
        assert p.revision.do(Redefine("agenda", {"definition": {"en": "A b"}})).reread == 1
        for changes in (
            {"definition": {"en": "A  b"}},
            {"definition": {"sv": "En översättning"}},
            {"example": {"en": "We agree."}},
            {"cues": {"en": ("agree",)}},
            {"colour": "#aa0000"},
        ):
            assert p.revision.do(Redefine("agenda", changes)).reread == 0
        slip = Redefine("agenda", {"definition": {"en": "A be"}}, same_meaning=True)
        assert p.revision.do(slip).reread == 0
        assert len(p.revision.worklist()) == 1
        assert [f.message for f in p.check.run() if f.code == "reread"] == [
            "1 coding is to be read again."
        ]


def test_what_waits_keeps_waiting_after_a_merge(tmp_path: Path) -> None:
    """A coding on the worklist is still on it under its new code, also when it is folded."""
    with a_project(tmp_path) as p:
        moved = _code(p, 34, "agenda-goals")
        kept = _code(p, 60, "agenda-vision")
        _code(p, 60, "agenda-goals")
        p.revision.do(Redefine("agenda-goals", {"definition": {"en": "New"}}))
        p.revision.do(Merge("agenda-goals", "agenda-vision"))
        assert [(i.coding.id, i.reason) for i in p.revision.worklist()] == [
            (moved, "redefined"),
            (kept, "redefined"),
        ]


def test_a_retired_code_keeps_its_codings_and_takes_no_new_ones(tmp_path: Path) -> None:
    """Codings stay and count; a new one is refused until the code is revived."""
    with a_project(tmp_path) as p:
        coding = _code(p, 34, "agenda-goals")
        p.revision.do(Retire("agenda-goals"))
        assert _coded(p) == {coding: "agenda-goals"}
        assert p.codings.counts()["agenda-goals"] == (1, 1)
        with pytest.raises(Invalid, match="retired"):
            _code(p, 60, "agenda-goals")
        assert [f for f in p.check.run() if f.level == "error"] == []
        p.revision.do(Revive("agenda-goals"))
        _code(p, 60, "agenda-goals")


def test_labels_of_what_is_new_become_a_code(tmp_path: Path) -> None:
    """All codings with these labels become codings of the code, in one act; themes follow."""
    with a_project(tmp_path) as p:
        money, cash = (
            _code(p, 34, "emergent", label="money"),
            _code(p, 60, "emergent", label="cash"),
        )
        both = _code(p, 34, "emergent", label="cash")
        other = _code(p, 90, "emergent", label="food")
        p.themes.add("Means", {"label": ["money"]})
        assert [(one.text, one.codings) for one in p.revision.labels()] == [
            ("cash", 2),
            ("food", 1),
            ("money", 1),
        ]
        before = p.state()
        code = Code("funding", {"en": "Funding"}, parent="agenda")
        preview = p.revision.adopt(["money", "cash"], code, dry_run=True)
        assert p.state() == before
        outcome = p.revision.adopt(["money", "cash"], code)
        assert replace(outcome, version="") == preview
        assert (outcome.moved, outcome.folded) == (3, 1)
        assert _coded(p) == {money: "funding", cash: "funding", other: "emergent"}
        assert both not in _coded(p)
        assert p.codings.get(money).label is None
        assert p.themes.resolve("Means").codes == ("funding",)
        assert [one.text for one in p.revision.labels()] == ["food"]
        p.history.undo()
        assert p.state() == before
        with pytest.raises(NotFound) as caught:
            p.revision.adopt(["monney"], "agenda")
        assert "money" in caught.value.hint
        with pytest.raises(Invalid):
            p.revision.adopt(["money"], "emergent")
        with pytest.raises(NotFound):
            p.revision.adopt(["money"], "nowhere")


def test_degrees_follow_their_scale(tmp_path: Path) -> None:
    """Degrees are mapped by value, also when numbers change places; an unmapped one is refused."""
    with a_project(tmp_path) as p:
        coding = p.codings.add(
            "talk-1",
            Span(34, 50),
            "agenda",
            degrees=[DegreeDetails(1, "A", "B"), DegreeDetails(2, "B", "A"), DegreeDetails(5)],
        )
        scale = p.codebooks.current().scale("degree")
        before = p.state()
        turned = tuple(replace(v, value=6 - (v.value or 0)) for v in scale.values)
        assert p.revision.do(ReviseScale("degree", turned)).revalued == 3
        assert [d.value for d in p.codings.get(coding.id).degrees] == [5, 4, 1]
        p.history.undo()
        fewer = ScaleEdits(removed={"aware": "apart"})
        p.revision.do(edited(scale, fewer))
        assert [d.value for d in p.codings.get(coding.id).degrees] == [1, 1, 4]
        p.history.undo()
        assert p.state() == before
        with pytest.raises(Conflict, match="aware"):
            p.revision.do(edited(scale, ScaleEdits(removed={"aware": None})))
        assert p.state() == before
        p.revision.do(
            edited(scale, ScaleEdits(removed={"plan": None}, labels={"one": {"da": "Et"}}))
        )
        assert [d.value for d in p.codings.get(coding.id).degrees] == [1, 2, 4]


def test_valences_and_standings_follow_their_scales(tmp_path: Path) -> None:
    """What was said with a value that is gone is said with the one it turned into."""
    with a_project(tmp_path) as p:
        coding = _code(p, 34, "agenda", valence="mixed", standing="wished")
        book = p.codebooks.current()
        p.revision.do(edited(book.scale("valence"), ScaleEdits(removed={"mixed": "helps"})))
        new = ScaleEdits(removed={"wished": "hoped"}, added={"hoped": {"en": "Hoped"}})
        p.revision.do(edited(book.scale("standing"), new))
        found = p.codings.get(coding)
        assert (found.valence, found.standing) == ("helps", "hoped")


def test_nothing_is_done_where_nothing_changes_or_something_is_wrong(tmp_path: Path) -> None:
    """A refused operation leaves no version, no act and no change."""
    with a_project(tmp_path) as p:
        before = (p.state(), len(p.history.log()), len(p.versions.list()))
        for operation in (
            Relabel("agenda", {"en": "Common agenda"}),
            Reorder("emergent"),
            Merge("agenda", "agenda"),
            Retire("agenda"),
            Move("agenda", "agenda-goals"),
            ReviseScale("degree", (ScaleValue("x", {}, 1), ScaleValue("x", {}, 2))),
        ):
            with pytest.raises(QualcodeError):
                p.revision.do(operation)
        assert (p.state(), len(p.history.log()), len(p.versions.list())) == before


def test_undo_never_takes_a_code_from_under_a_coding(tmp_path: Path) -> None:
    """A new code that somebody else has used stays until they have recoded."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        p.revision.do(Add(Code("new", {"en": "New"})))
        coding = q.codings.add("talk-1", Span(34, 50), "new")
        with pytest.raises(Conflict, match="new"):
            p.history.undo()
        q.codings.set(coding.id, {"code": "agenda"})
        p.history.undo()
        assert "new" not in p.codebooks.current().by_id


def test_undo_and_redo_never_go_below_anothers_revision(tmp_path: Path) -> None:
    """A version on which somebody else has built is neither taken back nor put under theirs."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        _code(p, 34, "agenda-goals")
        p.revision.do(Merge("agenda-goals", "agenda-vision"))
        q.revision.do(Relabel("backbone", {"en": "Spine"}))
        before = p.state()
        with pytest.raises(Conflict, match="revised since"):
            p.history.undo()
        assert p.state() == before
        q.history.undo()
        p.history.undo()
        q.revision.do(Relabel("backbone", {"en": "Column"}))
        with pytest.raises(Conflict, match="revised since"):
            p.history.redo()


def test_importing_a_codebook_lists_what_means_something_else(tmp_path: Path) -> None:
    """A file taken as a whole changes no meaning silently, and drops no value in use."""
    with a_project(tmp_path) as p:
        one = _code(p, 34, "agenda", valence="mixed")
        book = Redefine("agenda", {"definition": {"en": "Other"}}).apply(p.codebooks.current())
        (tmp_path / "b.yaml").write_text(codebook_yaml.dump(book), "utf-8")
        p.codebooks.load(tmp_path / "b.yaml")
        assert [item.coding.id for item in p.revision.worklist()] == [one]
        scale = replace(book.scale("valence"), values=book.scale("valence").values[:2])
        poorer = replace(book, scales={**book.scales, "valence": scale})
        (tmp_path / "c.yaml").write_text(codebook_yaml.dump(poorer), "utf-8")
        with pytest.raises(Conflict, match="mixed"):
            p.codebooks.load(tmp_path / "c.yaml")


def test_yaml_through_a_project_is_the_identity(tmp_path: Path) -> None:
    """A file that goes into a project comes out with the same bytes, after revisions undone too."""
    with a_project(tmp_path) as p:
        text = _export(p)
        (tmp_path / "in.yaml").write_text(text, "utf-8")
        p.codebooks.load(tmp_path / "in.yaml")
        p.revision.do(Retire("förtroende"))
        p.revision.do(Merge("agenda-goals", "agenda-vision"))
        p.codebooks.export(tmp_path / "merged.yaml")
        assert "became: [agenda-vision]" in (tmp_path / "merged.yaml").read_text("utf-8").replace(
            "became:\n  - agenda-vision", "became: [agenda-vision]"
        )
        p.codebooks.load(tmp_path / "merged.yaml")
        for _ in range(3):
            p.history.undo()
        p.codebooks.export(tmp_path / "out.yaml")
        assert (tmp_path / "out.yaml").read_text("utf-8") == text


def test_the_journal_names_revisions_without_ids_or_words(tmp_path: Path) -> None:
    """Each act has a phrase; labels and definitions stand in the versions, not in the journal."""
    secret = "hemlighetsfullt"
    with a_project(tmp_path) as p:
        coding = _code(p, 34, "emergent", label=secret)
        p.revision.adopt([secret], Code("new", {"en": secret}), secret)
        p.revision.do(Redefine("new", {"definition": {"en": secret}}), secret)
        p.revision.still_right([coding])
        p.revision.do(Relabel("new", {"sv": secret}))
        p.revision.do(Move("new", "agenda"))
        p.revision.do(Reorder("new", "agenda-goals"))
        p.revision.do(Split("new", ("agenda", "backbone")))
        p.revision.do(Revive("new"))
        p.revision.do(Merge("new", "agenda"))
        p.revision.do(Retire("förtroende"))
        scale = p.codebooks.current().scale("degree")
        p.revision.do(edited(scale, ScaleEdits(labels={"apart": {"en": secret}})))
        for act in p.history.log():
            assert act.summary != act.kind
            assert "{" not in act.summary and "?" not in act.summary
            assert not any(len(word) == 36 and word.count("-") == 4 for word in act.summary.split())
    raw = sqlite3.connect(tmp_path / "p.qualcode")
    lines = raw.execute("SELECT detail || changes FROM journal").fetchall()
    raw.close()
    assert secret not in "\n".join(line[0] for line in lines)


CODES = ["agenda", "agenda-goals", "agenda-vision", "backbone", "backbone-person", "förtroende"]
NAMES = st.sampled_from([*CODES, "emergent", "new-1", "new-2"])
WORDS = st.sampled_from(["One", "Two"])
OPERATIONS = st.one_of(
    st.builds(
        lambda n, w, p: Add(Code(n, {"en": w}, parent=p)), NAMES, WORDS, st.sampled_from(CODES)
    ),
    st.builds(lambda n, w: Relabel(n, {"en": w}), NAMES, WORDS),
    st.builds(lambda n, w, s: Redefine(n, {"include": {"sv": w}}, s), NAMES, WORDS, st.booleans()),
    st.builds(Move, NAMES, st.one_of(st.none(), NAMES)),
    st.builds(Reorder, NAMES, st.one_of(st.none(), NAMES)),
    st.builds(Merge, NAMES, NAMES),
    st.builds(lambda n, a, b, k: Split(n, (a, b), k), NAMES, NAMES, NAMES, st.booleans()),
    st.builds(Retire, NAMES),
    st.builds(Revive, NAMES),
    st.builds(
        lambda a, b: ("scale", a, b),
        st.sampled_from(["apart", "aware", "plan"]),
        st.sampled_from(["work", "one", "plan"]),
    ),
    st.builds(lambda w, n: ("adopt", w, n), st.sampled_from(["x", "y"]), NAMES),
)
CODINGS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from([*CODES, "emergent"]),
        st.sampled_from(["helps", "hinders", None]),
        st.sampled_from(["x", "y", None]),
    ),
    max_size=14,
)


def _do(p: Project, operation):
    if isinstance(operation, tuple) and operation[0] == "scale":
        scale = p.codebooks.current().scale("degree")
        return p.revision.do(edited(scale, ScaleEdits(removed={operation[1]: operation[2]})))
    if isinstance(operation, tuple):
        return p.revision.adopt([operation[1]], operation[2])
    return p.revision.do(operation)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(codings=CODINGS, operations=st.lists(OPERATIONS, max_size=10))
def test_any_revisions_keep_every_coding_and_can_all_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, codings, operations
) -> None:
    """Codings stay or are folded, as counted; changed meanings wait; undo restores every byte."""
    with a_project(tmp_path_factory.mktemp("p")) as p:
        for place, code, valence, label in codings:
            try:
                _code(p, place * 20, code, valence=valence, label=label)
                p.degrees.add(p.codings.segments("talk-1")[0].id, DegreeDetails(place + 1))
            except Conflict:
                continue
        first, text, done = p.state(), _export(p), 0
        for operation in operations:
            before, waited = _coded(p), {item.coding.id for item in p.revision.worklist()}
            degrees = len(p.degrees.list())
            try:
                outcome = _do(p, operation)
            except QualcodeError:
                assert _coded(p) == before
                continue
            done += 1
            now = _coded(p)
            waiting = {item.coding.id for item in p.revision.worklist()}
            assert set(now) <= set(before)
            assert len(before) - len(now) == outcome.folded
            changed = {one for one in now if now[one] != before[one]}
            assert len(changed) <= outcome.moved <= len(changed) + outcome.folded
            if isinstance(operation, Split) or (
                isinstance(operation, Redefine) and not operation.same_meaning
            ):
                affected = {one for one in before if before[one] == operation.code}
                assert outcome.reread == len(affected)
                assert waiting == waited | affected
            assert waited & set(now) <= waiting
            assert len(p.degrees.list()) == degrees
            assert set(now.values()) <= set(p.codebooks.current().by_id)
            assert [finding for finding in p.check.run() if finding.level == "error"] == []
        book = p.codebooks.current()
        assert codebook_yaml.parse(_export(p), "x") == book
        for _ in range(done):
            p.history.undo()
        assert p.state() == first
        assert _export(p) == text
        for _ in range(done):
            p.history.redo()
        for _ in range(done):
            p.history.undo()
        assert _export(p) == text
