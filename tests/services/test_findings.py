"""Findings, propositions and outcomes: counted from the codings, settled with open eyes."""

from __future__ import annotations

import json
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge
from qualcode.domain.table import Counted
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project
from tests.samples import coded_sample

LIVE = """
    FROM codings c JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id
    LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn
    LEFT JOIN speakers sp ON sp.id = t.speaker_id
    LEFT JOIN participants p ON p.id = coalesce(sp.participant_id, d.participant_id)
    WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0
"""
CASE = "coalesce(s.case_id, d.case_id)"
STANCES = ("supporting", "contrary", "mixed", "silent")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a finding for each factor and a proposition for each condition."""
    path = coded_sample(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as p:
        for name, kind in (("success-factors", "success-factor"), ("pitfalls", "pitfall")):
            for row in p.tables.make(name).rows[:12]:
                p.findings.add(f"{kind}: {row.label}", kind, {"code": [row.key]})
        for code in p.codebooks.current().conditions:
            query = f"code:{code.id} not standing:wished"
            p.propositions.add(f"There is {code.id}", {"query": query})
            p.propositions.add(f"{code.id} helps", {"towards": "helps"}, {"code": [code.id]})
    return path


def _in(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _values(row: object) -> list[int]:
    found = []
    for stance in STANCES:
        cell = row.cells[stance]  # type: ignore[attr-defined]
        assert isinstance(cell, Counted)
        found.append(cell.value or 0)
    return found


def test_findings_equal_a_count_in_sql(project: Project, sql: sqlite3.Connection) -> None:
    """Cases by stance, informants, organisations and passages of every finding of the sample."""
    table = project.tables.make("findings")
    cases = [row[0] for row in sql.execute("SELECT id FROM cases WHERE deleted = 0")]
    findings = {one.id: one for one in project.findings.list()}
    assert {row.key for row in table.rows} == set(findings) and len(findings) > 15
    for row in table.rows:
        one = findings[row.key]
        (code,) = one.grounds.names("code")
        side, other = ("helps", "hinders") if one.kind == "success-factor" else ("hinders", "helps")
        codes = f"c.code IN ({_in(project.codebooks.current().below(code))})"
        real = "coalesce(s.standing, '') NOT IN ('wished', 'denied')"
        borne = f"{LIVE} AND {codes} AND {real} AND c.valence IN ('{side}', 'mixed')"
        against = (
            f"{LIVE} AND {codes} AND coalesce(s.standing, '') <> 'wished' AND"
            f" (s.standing = 'denied' OR c.valence IN ('{other}', 'mixed'))"
        )
        yes = {one[0] for one in sql.execute(f"SELECT DISTINCT {CASE} {borne}")}
        no = {one[0] for one in sql.execute(f"SELECT DISTINCT {CASE} {against}")}
        expected = [len(yes - no), len(no - yes), len(yes & no), len(set(cases) - yes - no)]
        assert _values(row) == expected and sum(expected) == len(cases)
        for column, what in (
            ("passages", "s.id"),
            ("informants", "coalesce(p.id, d.id)"),
            ("organisations", "p.organisation_id"),
        ):
            (count,) = sql.execute(f"SELECT count(DISTINCT {what}) {borne}").fetchone()
            cell = row.cells[column]
            assert isinstance(cell, Counted) and (cell.value or 0) == count


def test_propositions_equal_a_count_in_sql(project: Project, sql: sqlite3.Connection) -> None:
    """By a query or by members; a case whose codings the query finds is in no way silent."""
    cases = {row[0] for row in sql.execute("SELECT id FROM cases WHERE deleted = 0")}
    rows = {row.key: row for row in project.tables.make("propositions").rows}
    for one in project.propositions.list():
        values = _values(rows[one.id])
        assert sum(values) == len(cases)
        if one.grounds.query is None:
            continue
        code = one.statement.removeprefix("There is ")
        found = (
            f"{LIVE} AND c.code IN ({_in(project.codebooks.current().below(code))})"
            " AND coalesce(s.standing, '') <> 'wished'"
        )
        no = {
            r[0] for r in sql.execute(f"SELECT DISTINCT {CASE} {found} AND s.standing = 'denied'")
        }
        yes = {
            r[0]
            for r in sql.execute(
                f"SELECT DISTINCT {CASE} {found} AND coalesce(s.standing, '') <> 'denied'"
            )
        }
        assert values == [len(yes - no), len(no - yes), len(yes & no), len(cases - yes - no)]


def test_cells_lead_to_their_codings_and_back(project: Project) -> None:
    """The key of every cell of the three tables is traced, and a coding names the cells."""
    table = project.tables.make("findings")
    for row in table.rows[:3]:
        cell = row.cells["passages"]
        assert isinstance(cell, Counted) and cell.evidence
        trace = project.tables.trace(cell.evidence)
        assert {one.id for one in trace.codings} == set(cell.codings)
        back = project.tables.trace(cell.codings[0])
        assert ("findings", row.key) in {(c.table, c.row) for c in back.cells}


def _coded(p: Project) -> tuple[str, str, str]:
    """Three codings: the goals help, hinder, and are denied."""
    helps = p.codings.add("talk-1", Span(60, 80), "agenda-goals", CodingDetails(valence="helps"))
    hinders = p.codings.add(
        "talk-1", Span(90, 120), "agenda-goals", CodingDetails(valence="hinders")
    )
    new = CodingDetails(valence="helps", label="ny", standing="actual")
    fresh = p.codings.add("talk-1", Span(200, 240), "emergent", new)
    return helps.id, hinders.id, fresh.id


def test_evidence_moves_with_the_codings(tmp_path: Path) -> None:
    """A coding that changes its valence or goes changes the stance at once; nothing is frozen."""
    with a_project(tmp_path) as p:
        helps, hinders, _ = _coded(p)
        made = p.findings.add("Goals are shared", "success-factor", {"code": ["agenda"]})
        stances = lambda: [c.stance for c in p.findings.show(made.id).weighed.cases]  # noqa: E731
        assert stances() == ["mixed"]
        p.codings.set(hinders, {"valence": "helps"})
        assert stances() == ["supporting"]
        p.codings.remove([helps, hinders])
        assert stances() == ["silent"]
        p.history.undo()
        assert stances() == ["supporting"]


def test_final_only_after_what_speaks_against_was_opened(tmp_path: Path) -> None:
    """Not before, not by another coder's eyes, and not with contrary evidence that came since."""
    with a_project(tmp_path) as p:
        _, hinders, _ = _coded(p)
        made = p.findings.add("Goals are shared", "success-factor", {"code": ["agenda"]})
        with pytest.raises(Conflict, match="has not been opened"):
            p.findings.set(made.id, {"status": "final"})
        assert [one.coding for one in p.findings.open_contrary(made.id).codings] == [hinders]
        details = CodingDetails(standing="denied")
        late = p.codings.add("talk-1", Span(130, 150), "agenda-vision", details)
        with pytest.raises(Conflict):
            p.findings.set(made.id, {"status": "final"})
        found = p.findings.open_contrary(made.id)
        assert {(one.coding, one.reason) for one in found.codings} == {
            (hinders, "valence"),
            (late.id, "standing"),
        }
        assert p.findings.set(made.id, {"status": "final"}).status == "final"
        assert p.findings.outgrown() == []
        p.codings.add("talk-1", Span(160, 170), "agenda", CodingDetails(valence="hinders"))
        assert [one.id for one in p.findings.outgrown()] == [made.id]
        p.findings.gather(made.id, {"label": ["ny"]})
        assert p.findings.resolve(made.id).status == "draft" and p.findings.outgrown() == []


def test_nothing_against_has_to_be_seen_too_and_the_other_outcome_counts(tmp_path: Path) -> None:
    """A case with the factor and no change at all speaks against it, with its evidence."""
    with a_project(tmp_path) as p:
        *_, fresh = _coded(p)
        made = p.findings.add("New ways", "success-factor", {"coding": [fresh]})
        assert p.findings.contrary(made.id).codings == ()
        with pytest.raises(Conflict):
            p.findings.set(made.id, {"status": "final"})
        p.findings.open_contrary(made.id)
        other = p.codings.add("talk-1", Span(34, 50), "backbone")
        p.outcomes.add("Lyftet", "early", "Nothing changed", {"level": "0"}, [other.id])
        found = p.findings.contrary(made.id)
        assert [(one.coding, one.reason) for one in found.codings] == [(other.id, "outcome")]
        assert found.cases == (p.cases.resolve("Lyftet").id,) and not found.opened
        pitfall = p.findings.add("New ways trouble", "pitfall", {"coding": [fresh]})
        assert p.findings.contrary(pitfall.id).cases == ()


def test_what_is_changed_with_the_last_word_is_what_must_have_been_seen(tmp_path: Path) -> None:
    """Another query, or another kind, has other evidence against it than what was opened."""
    with a_project(tmp_path) as p:
        _coded(p)
        claim = p.propositions.add("So it is", {"query": "code:backbone", "towards": "helps"})
        p.propositions.open_contrary(claim.id)
        with pytest.raises(Conflict):
            p.propositions.set(claim.id, {"status": "final", "query": "code:agenda"})
        assert p.propositions.set(claim.id, {"status": "final"}).status == "final"
        assert p.propositions.set(claim.id, {"query": "code:agenda"}).status == "draft"
        made = p.findings.add("Goals", "success-factor", {"code": ["agenda"]})
        p.findings.open_contrary(made.id)
        with pytest.raises(Conflict):
            p.findings.set(made.id, {"status": "final", "kind": "pitfall"})
        p.findings.set(made.id, {"status": "final"})
        assert p.findings.set(made.id, {"kind": "pitfall"}).status == "draft"


def test_findings_are_merged_in_one_act(tmp_path: Path) -> None:
    """Grounds, quotes and placed cases come along; one undo brings both back."""
    with a_project(tmp_path) as p:
        helps, _, fresh = _coded(p)
        p.cases.add("Havnen")
        one = p.findings.add("Goals", "pitfall", {"code": ["agenda-goals"]}, met="They met.")
        two = p.findings.add("Aims", "pitfall", {"label": ["ny"]}, met="They wrote.")
        p.findings.pin(two.id, "Havnen", "contrary", "said so")
        p.quotes.choose(helps, "finding", one.id)
        p.quotes.choose(helps, "finding", two.id)
        p.quotes.choose(fresh, "finding", two.id)
        before = p.state()
        merged = p.findings.merge(one.id, [two.id], "Goals and aims")
        assert merged.statement == "Goals and aims" and merged.met == "They met.\nThey wrote."
        assert merged.merged == (two.id,)
        assert merged.grounds.names("code") == ("agenda-goals",)
        assert merged.grounds.names("label") == ("ny",)
        assert [pin.stance for pin in merged.grounds.pins] == ["contrary"]
        assert [q.coding for q in p.quotes.list("finding", one.id)] == [helps, fresh]
        assert [f.id for f in p.findings.list()] == [one.id]
        p.history.undo()
        assert p.state() == before and len(p.findings.list()) == 2
        other = p.findings.add("Help", "success-factor", {"label": ["ny"]})
        with pytest.raises(Conflict):
            p.findings.merge(one.id, [other.id])
        with pytest.raises(Invalid):
            p.findings.merge(one.id, [one.id])


def test_statements_follow_codes_that_are_merged_and_labels_that_become_codes(
    tmp_path: Path,
) -> None:
    """Where a code or label goes, what rests on it goes too; a folded coding's quote as well."""
    with a_project(tmp_path) as p:
        coding, _, fresh = _coded(p)
        span = Span(60, 80)
        twin = p.codings.add("talk-1", span, "agenda-vision", CodingDetails(valence="helps"))
        made = p.findings.add("Goals", "success-factor", {"code": ["agenda-vision"]})
        alone = p.findings.add("One", "success-factor", {"coding": [twin.id], "label": ["ny"]})
        p.quotes.choose(twin.id, "finding", alone.id)
        p.revision.do(Merge("agenda-vision", "agenda-goals"))
        assert p.findings.resolve(made.id).grounds.names("code") == ("agenda-goals",)
        assert p.findings.resolve(alone.id).grounds.names("coding") == (coding,)
        assert [q.coding for q in p.quotes.list("finding", alone.id)] == [coding]
        p.revision.adopt(["ny"], "backbone")
        found = p.findings.resolve(alone.id).grounds
        assert found.names("label") == () and found.names("code") == ("backbone",)
        assert p.codings.get(fresh).code == "backbone"


def test_a_query_that_names_what_is_gone_is_told_and_stops_nothing(tmp_path: Path) -> None:
    """The proposition stands with no evidence of its query, and the table says why."""
    with a_project(tmp_path) as p:
        _coded(p)
        p.cases.add("Havnen")
        made = p.propositions.add("Here they do", {"query": "code:agenda-goals case:Havnen"})
        p.cases.remove("Havnen")
        assert [c.stance for c in p.propositions.weighed(made.id).cases] == ["silent"]
        assert any("Here they do" in note for note in p.tables.make("propositions").notes)
        with pytest.raises(NotFound):
            p.propositions.add("No", {"query": "code:nonsense"})


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    """No words, unknown kinds, codes, labels, codings, levels, periods, silence that is none."""
    with a_project(tmp_path) as p:
        _coded(p)
        made = p.findings.add("Goals", "success-factor", {"code": ["agenda"]})
        for bad in (
            lambda: p.findings.add("  ", "pitfall"),
            lambda: p.findings.add("X", "theme"),
            lambda: p.findings.add("X", "pitfall", {"code": ["nope"]}),
            lambda: p.findings.add("X", "pitfall", {"label": ["nope"]}),
            lambda: p.findings.add("X", "pitfall", {"coding": ["nope"]}),
            lambda: p.findings.pin(made.id, "Lyftet", "loud", "x"),
            lambda: p.findings.pin(made.id, "Lyftet", "contrary", " "),
            lambda: p.findings.pin(made.id, "Lyftet", "silent", "x"),
            lambda: p.propositions.add("X", {"towards": "up"}),
            lambda: p.propositions.add("X", {"verdict": "maybe"}),
            lambda: p.outcomes.add("Lyftet", "early", "X", {"level": "9"}),
            lambda: p.outcomes.add("Lyftet", "late", "X"),
            lambda: p.outcomes.add("Lyftet", "early", "X", {"period": "some day"}),
        ):
            before = p.state()
            with pytest.raises((Invalid, NotFound, Conflict)):
                bad()
            assert p.state() == before


def _every_act(p: Project, codings: tuple[str, str, str]) -> None:
    helps, hinders, fresh = codings
    one = p.findings.add("Goals", "pitfall", {"code": ["agenda"]})
    p.findings.set(one.id, {"statement": "Goals differ", "met": "By talking"})
    p.findings.gather(one.id, {"coding": [fresh], "label": ["ny"]}, "against")
    p.findings.drop(one.id, {"label": ["ny"]})
    p.findings.pin(one.id, "Lyftet", "contrary", "heard elsewhere")
    p.findings.unpin(one.id, "Lyftet")
    p.findings.open_contrary(one.id)
    p.findings.set(one.id, {"status": "final"})
    two = p.findings.add("Aims", "pitfall", {"label": ["ny"]})
    p.findings.merge(one.id, [two.id])
    claim = p.propositions.add("So it is", {"query": "code:agenda", "rival": "Money"})
    p.propositions.set(claim.id, {"verdict": "holds", "towards": "helps"})
    p.propositions.gather(claim.id, {"coding": [helps]})
    p.propositions.drop(claim.id, {"coding": [helps]})
    p.propositions.pin(claim.id, "Lyftet", "mixed", "both were said")
    p.propositions.unpin(claim.id, "Lyftet")
    p.propositions.remove(claim.id)
    out = p.outcomes.add("Lyftet", "early", "They meet", {"level": "signs"}, [helps])
    p.outcomes.set(out.id, {"period": "now"})
    p.outcomes.link(out.id, [hinders])
    p.outcomes.unlink(out.id, [helps])
    quote = p.quotes.choose(helps, "outcome", out.id).quote.id
    p.quotes.shorten(quote, [(0, 3)])
    p.quotes.correct(quote, ["marks"])
    p.quotes.translate(quote, "They meet", "en", "Ann")
    p.quotes.attribute(quote, "role")
    p.quotes.set(quote, {"withheld": "too plain"})
    p.quotes.drop(quote)
    p.outcomes.remove(out.id)
    p.themes.add("Theme", {"code": ["agenda"]})
    p.emergent.to_theme(["ny"], "Theme", "belongs there")
    p.emergent.reopen(["ny"])
    p.emergent.aside(["ny"], "once only")
    p.findings.remove(one.id)


def test_every_act_is_undone_and_done_again(tmp_path: Path) -> None:
    """Act by act back to the start and forward again meets every state; each has its words."""
    with a_project(tmp_path) as p:
        codings = _coded(p)
        start = len(p.history.log())
        _every_act(p, codings)
        log = p.history.log()
        done = len(log) - start
        assert done == 34
        for act in log[:done]:
            assert act.summary != act.kind and "{" not in act.summary
        states = [p.state()]
        for _ in range(done):
            p.history.undo()
            states.append(p.state())
        unseen = {"contrary.open"}
        kinds = [act.kind for act in log[:done]]
        for (one, other), kind in zip(pairwise(states), kinds, strict=True):
            assert one != other or kind in unseen
        for expected in reversed(states[:-1]):
            p.history.redo()
            assert p.state() == expected


def test_the_journal_holds_no_typed_word(tmp_path: Path) -> None:
    """Statements, reasons, translations and labels lie apart, where they can be erased."""
    with a_project(tmp_path) as p:
        _every_act(p, _coded(p))
        kept = json.dumps(p.session.store.rows("SELECT detail, changes FROM journal"))
        for word in (
            "Goals differ",
            "heard elsewhere",
            "They meet",
            "once only",
            "too plain",
            "Ann",
        ):
            assert word not in kept
        assert p.session.store.integrity() == []


def test_an_earlier_state_has_its_own_statements(tmp_path: Path) -> None:
    """As of a moment before, a finding reads as it did, with the evidence of then."""
    with a_project(tmp_path) as p:
        helps, hinders, _ = _coded(p)
        made = p.findings.add("Goals", "success-factor", {"code": ["agenda"]})
        quote = p.quotes.choose(helps, "finding", made.id).quote.id
        line = p.history.log(1)[0].seq
        p.findings.set(made.id, {"statement": "Goals differ"})
        p.quotes.drop(quote)
        p.codings.remove([hinders])
        with p.earlier(str(line)) as before:
            (found,) = before.findings.list()
            assert found.statement == "Goals" and len(before.quotes.list()) == 1
            (row,) = before.tables.make("findings").rows
            assert _values(row) == [0, 0, 1, 0]
        assert _values(p.tables.make("findings").rows[0]) == [1, 0, 0, 0]


def test_groups_behind_a_theme_equal_a_count_in_sql(
    project: Project, sql: sqlite3.Connection
) -> None:
    """The groups of documents in which a theme over codes is spoken of."""
    groups = {row[0]: json.loads(row[1]) for row in sql.execute("SELECT id, groups FROM documents")}
    themes = {theme.id: theme for theme in project.themes.list()}
    seen = 0
    for row in project.tables.make("themes").rows:
        theme = themes[row.key]
        if theme.scale is not None or theme.labels or theme.segments:
            continue
        below = [one for code in theme.codes for one in project.codebooks.current().below(code)]
        said = f"c.code IN ({_in(below)}) AND coalesce(s.standing, '') <> 'denied'"
        found = sql.execute(f"SELECT DISTINCT d.id {LIVE} AND {said}")
        expected = {group for (document,) in found for group in groups[document]}
        cell = row.cells["groups"]
        assert isinstance(cell, Counted) and (cell.value or 0) == len(expected)
        seen += len(expected)
    assert seen > 0


ODD = "=1+1 <b>fett</b> [/x] שלום \x07 {label} **ja**"


@pytest.mark.parametrize("form", ["text", "csv", "json", "md", "html", "xlsx", "docx"])
@pytest.mark.parametrize("name", ["findings", "propositions", "outcomes", "themes"])
def test_odd_statements_are_written_in_every_format(tmp_path: Path, name: str, form: str) -> None:
    """Formulas, markup, right to left and control characters are words wherever they stand."""
    with a_project(tmp_path) as p:
        helps, _, _ = _coded(p)
        p.participants.add("=P1()", {"role": "<i>chef</i>", "consent": "yes"})
        p.documents.set("talk-1", {"participant": "=P1()"})
        finding = p.findings.add(ODD, "pitfall", {"code": ["agenda"]}, met=ODD)
        p.findings.pin(finding.id, "Lyftet", "mixed", ODD)
        p.propositions.add(ODD, {"query": "code:agenda", "rival": ODD})
        p.outcomes.add("Lyftet", "early", ODD, {"level": "1"}, [helps])
        for kind, ref in (("finding", ODD), ("theme", p.themes.list()[0].name)):
            quote = p.quotes.choose(helps, kind, " ".join(ref.split())).quote.id
            p.quotes.translate(quote, ODD, "en", ODD)
        path = p.reporting.write_table(p.tables.make(name), tmp_path / f"t.{form}", form)
        content = path.read_bytes()
    assert len(content) > 100
    if form in ("text", "md", "html"):
        assert b"\x07" not in content
    if form == "html":
        assert b"<b>fett" not in content and b"<i>chef" not in content
