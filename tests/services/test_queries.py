"""Queries on the sample find what plain SQL finds, and names that are wrong are told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.table import Counted, TableOptions
from qualcode.errors import Invalid, NotFound
from qualcode.services import demo
from qualcode.services.search import FindFilter
from qualcode.services.workspace import Project

LIVE = """
    SELECT c.id FROM codings c JOIN segments s ON s.id = c.segment_id
    JOIN documents d ON d.id = s.document_id JOIN coders k ON k.id = s.coder_id
    LEFT JOIN cases f ON f.id = coalesce(s.case_id, d.case_id)
    LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn
    LEFT JOIN speakers sp ON sp.id = t.speaker_id
    LEFT JOIN participants p ON p.id = coalesce(sp.participant_id, d.participant_id)
    WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0 AND
"""
BACKBONE = "(c.code = 'ci-backbone' OR c.code LIKE 'ci-backbone-%')"
OTHER = """EXISTS (SELECT 1 FROM codings o JOIN segments z ON z.id = o.segment_id
    WHERE o.deleted = 0 AND z.deleted = 0 AND o.id != c.id
    AND z.document_id = s.document_id AND o.valence = 'hinders' AND {})"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    return demo.build(tmp_path_factory.mktemp("demo"))[0]


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("code:ci-backbone", BACKBONE),
        ("code=ci-agenda-goals", "c.code = 'ci-agenda-goals'"),
        ("code:CI-Backbone valence:hinders", f"{BACKBONE} AND c.valence = 'hinders'"),
        ("valence:none", "c.valence IS NULL"),
        ("valence:helps,mixed", "c.valence IN ('helps', 'mixed')"),
        ("not standing:actual", "s.standing IS NOT 'actual'"),
        ("case:lyftet coder:bo", "f.name = 'Lyftet' AND k.name = 'bo'"),
        ("language:nb or language:da", "d.language IN ('nb', 'da')"),
        (
            "degree>=4",
            "EXISTS (SELECT 1 FROM degrees g WHERE g.segment_id = s.id AND g.deleted = 0"
            " AND g.value >= 4)",
        ),
        (
            "degree:2-3 not degree:3",
            "EXISTS (SELECT 1 FROM degrees g WHERE g.segment_id = s.id AND g.deleted = 0"
            " AND g.value = 2) AND NOT EXISTS (SELECT 1 FROM degrees g WHERE"
            " g.segment_id = s.id AND g.deleted = 0 AND g.value = 3)",
        ),
        (
            "code:ci-backbone with valence:hinders",
            f"{BACKBONE} AND {OTHER.format('z.start = s.start AND z.stop = s.stop')}",
        ),
        (
            "code:ci-backbone not overlapping valence:hinders",
            f"{BACKBONE} AND NOT {OTHER.format('z.start < s.stop AND s.start < z.stop')}",
        ),
        (
            "code:ci-backbone same-turn valence:hinders",
            f"{BACKBONE} AND {OTHER.format('z.turn <= s.last_turn AND s.turn <= z.last_turn')}",
        ),
        (
            "code:ci-backbone within 2 valence:hinders",
            f"{BACKBONE} AND "
            + OTHER.format("z.turn <= s.last_turn + 2 AND s.turn <= z.last_turn + 2"),
        ),
    ],
)
def test_a_query_finds_what_sql_finds(
    project: Project, sample: Path, query: str, where: str
) -> None:
    """The same codings by the query and by a count of its own, and some of them."""
    raw = sqlite3.connect(sample)
    expected = {row[0] for row in raw.execute(LIVE + where)}
    raw.close()
    assert expected
    assert {coding.id for coding in project.queries.codings(query)} == expected


def test_words_are_found_in_the_passages(project: Project) -> None:
    """A word that begins so stands in each passage, whatever its case."""
    found = project.queries.codings("samverk* case:Lyftet")
    assert found
    assert all("samverk" in f"{c.quote} {c.label}".casefold() for c in found)
    assert {c.case for c in found} == {"Lyftet"}


def test_a_table_counts_what_the_query_means(project: Project) -> None:
    """The cells of a narrowed table rest on the codings of the query and on no others."""
    meant = {coding.id for coding in project.queries.codings("valence:hinders coder:anna")}
    options = TableOptions(query="coder:ANNA valence:hinders")
    table = project.tables.make("frequency", options)
    cells = [c for row in table.rows for c in row.cells.values() if isinstance(c, Counted)]
    assert {coding for cell in cells for coding in cell.codings} == meant
    assert any("coder:anna valence:hinders" in note for note in table.notes)


def test_words_are_searched_in_the_passages_of_a_query(project: Project) -> None:
    """Searching with a query gives the hits that overlap with its passages."""
    everywhere = project.search.find("vi", FindFilter())
    inside = project.search.find("vi", FindFilter(query="code:ci-backbone"))
    spans = [(c.document_id, c.start, c.end) for c in project.queries.codings("code:ci-backbone")]
    expected = [
        hit
        for hit in everywhere
        if any(hit.document_id == d and hit.start < e and s < hit.end for d, s, e in spans)
    ]
    assert 0 < len(expected) < len(everywhere)
    assert inside == expected
    assert len(project.search.passages(FindFilter(query="code:ci-backbone"))) == len(set(spans))


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("code:ci-bakbone", "'ci-bakbone' is not in the codebook", "ci-backbone"),
        ("case:Lyfted", "There is no case 'Lyfted'", "Lyftet"),
        ("valence:help", "There is no valence 'help'", "helps"),
        ("document.yeer:2", "There is no attribute 'document.yeer'", ""),
    ],
)
def test_a_wrong_name_is_told_with_the_nearest(project, query, message, hint) -> None:
    """A slip in a name is an error that names what may have been meant."""
    with pytest.raises(NotFound) as raised:
        project.queries.understand(query)
    assert message in raised.value.message
    assert hint in raised.value.hint


def test_what_could_never_be_found_is_refused_with_a_way_out(project: Project) -> None:
    """Two codes on one coding: the hint says how to ask for passages with both."""
    with pytest.raises(Invalid) as raised:
        project.queries.understand("code:ci-agenda code:ci-backbone")
    assert "code:ci-agenda with code:ci-backbone" in raised.value.hint
    project.queries.understand("code:ci-agenda code:ci-agenda-goals")
    with pytest.raises(Invalid, match="no order"):
        project.queries.understand("case>=Lyftet")
    with pytest.raises(Invalid, match="no degree"):
        project.queries.understand("degree:many")
