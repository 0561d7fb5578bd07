"""Quotes are chosen with consent enforced, follow their passages, and are fairly spread."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails
from qualcode.domain.quote_wording import Replacement
from qualcode.domain.span import Span
from qualcode.domain.table import TableOptions
from qualcode.errors import Conflict, Invalid, NotFound
from qualcode.reports.build import build
from qualcode.reports.model import ReportOptions
from qualcode.services.reporting import ReportRequest
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project
from tests.samples import coded_sample

WORDS = Span(66, 90)


def _with_consent(p: Project, consent: str | None = "yes") -> str:
    """A coding by P1, with that consent; returns its id."""
    details = {"role": "rektor", **({"consent": consent} if consent else {})}
    p.participants.add("P1", details)
    p.documents.set("talk-1", {"participant": "P1"})
    return p.codings.add("talk-1", WORDS, "agenda", CodingDetails(valence="helps")).id


@pytest.mark.parametrize(
    ("consent", "why"), [("yes", None), ("no", "no"), ("unknown", "unknown"), (None, "unknown")]
)
def test_words_are_shown_only_after_a_yes(tmp_path: Path, consent: str | None, why: str) -> None:
    """Everybody else's words are chosen, kept back, and it is said why; the table has none."""
    with a_project(tmp_path) as p:
        coding = _with_consent(p, consent)
        p.findings.add("They meet", "success-factor", {"code": ["agenda"]})
        view = p.quotes.choose(coding, "finding", "They meet")
        passage = p.codings.get(coding).quote
        assert view.withheld == why and view.text == (passage if why is None else None)
        (row,) = p.tables.make("findings").rows
        assert row.cells["quotes"] == (f"”{passage}” (P1, rektor)" if why is None else None)
        assert bool(p.quotes.shares()) == (why is None)


def test_a_reason_keeps_words_back_too(tmp_path: Path) -> None:
    """Withheld with a reason, visible, until it is taken back."""
    with a_project(tmp_path) as p:
        quote = p.quotes.choose(_with_consent(p), "report").quote.id
        kept = p.quotes.set(quote, {"withheld": "would be known by it"})
        assert (kept.text, kept.withheld) == (None, "would be known by it")
        assert p.quotes.set(quote, {"withheld": None}).text is not None
        with pytest.raises(Invalid):
            p.quotes.set(quote, {"withheld": ""})


def test_a_quote_is_shortened_corrected_translated_and_attributed(tmp_path: Path) -> None:
    """What is kept are places; the frozen text is untouched, and all of it can be taken back."""
    with a_project(tmp_path) as p:
        coding = _with_consent(p)
        before = p.documents.transcript("talk-1").text
        passage = p.codings.get(coding).quote
        quote = p.quotes.choose(coding, "report").quote.id
        assert p.quotes.shorten(quote, [(0, 3)]).text == f"[…] {passage[3:].strip()}"
        longer = p.quotes.shorten(quote, [(3, 5), (20, len(passage))])
        assert longer.quote.trimming.cuts == ((0, 5), (20, len(passage)))
        with pytest.raises(Invalid):
            p.quotes.correct(quote, [], [Replacement(2, 8, "x")])
        replaced = p.quotes.correct(quote, ["spaces"], [Replacement(6, 9, "somebody")])
        assert "[somebody]" in (replaced.text or "") and (replaced.text or "").count("[…]") == 2
        assert p.quotes.shorten(quote, []).quote.trimming.cuts == ()
        assert p.quotes.correct(quote, []).text == passage
        with pytest.raises(Invalid):
            p.quotes.translate(quote, "We meet", "en", "")
        told = p.quotes.translate(quote, "We meet", "en", "Ann B")
        assert told.quote.translation is not None
        assert (told.quote.translation.translator, told.text) == ("Ann B", passage)
        assert p.quotes.translate(quote, None).quote.translation is None
        assert p.quotes.attribute(quote, "role").attribution == "rektor"
        assert p.quotes.attribute(quote, "none").attribution == ""
        assert p.documents.transcript("talk-1").text == before


def test_a_quote_follows_its_passage(tmp_path: Path) -> None:
    """Extended it has the same gaps; cut through it says so; gone it shows nothing."""
    with a_project(tmp_path) as p:
        coding = _with_consent(p)
        segment = p.codings.get(coding).segment
        quote = p.quotes.choose(coding, "report").quote.id
        text = p.documents.transcript("talk-1").text
        p.quotes.shorten(quote, [(0, 10)])
        p.codings.set_span(segment, Span(60, 95))
        view = p.quotes.view(quote)
        assert view.quote.trimming.cuts == ((6, 16),) and not view.quote.stale
        assert view.text == " ".join(f"{text[60:66]} […] {text[76:95]}".split())
        p.codings.set_span(segment, Span(70, 95))
        view = p.quotes.view(quote)
        assert view.quote.stale and view.text == " ".join(f"[…] {text[76:95]}".split())
        p.codings.remove([coding])
        gone = p.quotes.view(quote)
        assert (gone.withheld, gone.text, gone.quote.passage) == ("gone", None, "")
        with pytest.raises(Conflict):
            p.quotes.shorten(quote, [(0, 2)])
        assert p.quotes.shares() == []
        p.history.undo()
        assert p.quotes.view(quote).withheld is None


def test_a_passage_is_chosen_once_for_a_thing(tmp_path: Path) -> None:
    """Twice is a conflict; for another thing it can be chosen again; unknown owners are refused."""
    with a_project(tmp_path) as p:
        coding = _with_consent(p)
        p.quotes.choose(coding, "report")
        with pytest.raises(Conflict):
            p.quotes.choose(coding, "report")
        with open_project(p.path, coder="bo") as q:
            double = q.codings.add("talk-1", WORDS, "backbone").id
            with pytest.raises(Conflict):
                q.quotes.choose(double, "report")
        p.quotes.choose(coding, "cell", "Lyftet/agenda")
        p.quotes.choose(coding, "theme", p.themes.list()[0].name)
        assert [q.coding for q in p.quotes.list("cell", "Lyftet/agenda")] == [coding]
        for kind, owner in (("cell", "agenda"), ("finding", "none"), ("film", "x")):
            with pytest.raises((Invalid, NotFound)):
                p.quotes.choose(coding, kind, owner)
        theme = p.tables.make("themes").rows[0]
        assert "rektor" in str(theme.cells["quotes"])


def test_what_somebody_chose_meanwhile_stands_in_the_way_of_undo(tmp_path: Path) -> None:
    """A dropped quote cannot come back beside the same one chosen by another coder."""
    with a_project(tmp_path) as p, open_project(p.path, coder="bo") as q:
        coding = _with_consent(p)
        p.quotes.drop(p.quotes.choose(coding, "report").quote.id)
        kept = q.quotes.choose(coding, "report").quote.id
        with pytest.raises(Conflict):
            p.history.undo()
        assert [one.id for one in p.quotes.list()] == [kept]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a quote for the report from every second coding, 40 of them."""
    path = coded_sample(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as p:
        p.findings.add("All", "success-factor", {"code": ["ci-agenda"]})
        for coding in p.codings.list()[::11][:40]:
            p.quotes.choose(coding.id, "finding", "All")
    return path


def test_shares_equal_a_count_in_sql(sample: Path) -> None:
    """Per participant, role and case, of those that may be printed; parts of each add up to one."""
    raw = sqlite3.connect(sample)
    who = (
        " FROM chosen_quotes q JOIN codings c ON c.id = q.coding_id JOIN segments s"
        " ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id"
        " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id)"
        " JOIN participants p ON p.id = d.participant_id"
        " WHERE q.deleted = 0 AND q.withheld IS NULL AND p.consent = 'yes'"
    )
    with open_project(sample, coder="anna") as p:
        shares = p.quotes.shares(0.2)
        for by, column in (("participant", "p.name"), ("role", "p.role"), ("case", "k.name")):
            counts = dict(raw.execute(f"SELECT {column}, count(*) {who} GROUP BY {column}"))
            mine = [one for one in shares if one.by == by]
            assert {one.name: one.quotes for one in mine} == counts
            assert sum(one.share for one in mine) == pytest.approx(1)
            for one in mine:
                assert one.too_much == (by == "participant" and one.share > 0.2 and one.quotes > 1)
        assert any(one.too_much for one in shares)
        assert not any(one.too_much for one in p.quotes.shares(1.0))
        with pytest.raises(Invalid):
            p.quotes.shares(0)
        p.settings.set("quote_share", "0.9")
        assert not any(one.too_much for one in p.quotes.shares())
        p.history.undo()
        with pytest.raises(Invalid):
            p.settings.set("quote_share", "a lot")
    raw.close()


@pytest.mark.parametrize("profile", ["internal", "client", "public"])
def test_profiles_say_less_and_less_of_who_spoke(
    sample: Path, profile: str, tmp_path: Path
) -> None:
    """The client sees no role that few hold; the public sees no quote, not even beneath a table."""
    with open_project(sample, coder="anna") as p:
        names = ("findings", "propositions", "themes")
        request = ReportRequest(profile=profile, tables=names)
        p.reporting.write(tmp_path / "r.html", request)
        page = (tmp_path / "r.html").read_text("utf-8")
        options = ReportOptions("en", profile, names)
        tables = [p.tables.make(name) for name in options.needed]
        material = p.tables.narrowed(TableOptions())
        report = build(material, tables, options)
        found = next(table for table in report.tables if table.name == "findings")
        quotes = [view.text for view in p.quotes.views() if view.text]
        said = str(found.rows[0].cells.get("quotes"))
        roles = {one.role for one in p.participants.list() if one.role and one.consent == "yes"}
    if profile == "public":
        assert "quotes" not in found.rows[0].cells
        assert not any(text[:40] in page for text in quotes)
    else:
        assert quotes[0][:30] in said
        assert any(f", {role})" in said for role in roles) == (profile == "internal")


def test_the_chapter_of_a_theme_prints_its_chosen_quotes(tmp_path: Path) -> None:
    """In place of typical ones, as they were shortened and attributed; none in the public one."""
    with a_project(tmp_path) as p:
        coding = _with_consent(p)
        p.themes.add("Meeting", {"code": ["agenda"]})
        quote = p.quotes.choose(coding, "theme", "Meeting").quote.id
        p.quotes.shorten(quote, [(0, 4)])
        p.quotes.attribute(quote, "none")
        text = p.quotes.view(quote).text or ""
        for profile, there in (("internal", True), ("public", False)):
            p.reporting.write(tmp_path / "r.html", ReportRequest(profile=profile))
            assert (text in (tmp_path / "r.html").read_text("utf-8")) == there
        p.reporting.write(tmp_path / "r.docx", ReportRequest())
