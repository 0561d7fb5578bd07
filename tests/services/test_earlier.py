"""A project as it was: the same content and the same bytes as on that day."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.domain.span import Span
from qualcode.domain.table import TableOptions
from qualcode.errors import Invalid, QualcodeError
from qualcode.services import demo
from qualcode.services.reporting import ReportRequest
from qualcode.services.workspace import open_project
from qualcode.storage.journal import stacks
from tests.projects import a_project
from tests.services.test_history import _acts


def test_each_earlier_state_is_met_again(tmp_path: Path) -> None:
    """Acts of all kinds, taken back one by one: each state on the way comes back by its number."""
    with a_project(tmp_path) as project:
        _acts(project)
        last = project.history.log(1)[0].seq
        begun = last - len(stacks(project.session.store, project.session.coder_id())[0])
        states = {last: project.state()}
        for line in range(last - 1, begun - 1, -1):
            project.history.undo()
            states[line] = project.state()
        assert len(set(states.values())) > 30
        for line, state in states.items():
            if not line:
                continue
            with project.earlier(str(line)) as then:
                assert then.state() == state
                assert then.session.store.integrity() == []


def test_it_is_for_reading_and_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    """Nothing can be coded in the past, and the folder holds the same files as before."""
    with a_project(tmp_path) as project:
        project.codings.add("talk-1", Span(34, 50), "agenda")
        files, now = sorted(tmp_path.rglob("*")), project.state()
        with project.earlier("1") as then:
            assert then.codings.list() == []
            with pytest.raises(QualcodeError, match="reading only"):
                then.cases.add("Another")
        assert sorted(tmp_path.rglob("*")) == files
        assert project.state() == now


def test_a_moment_is_a_day_or_the_number_of_an_act(tmp_path: Path) -> None:
    """A day means its end; before the beginning and after the last act there is no state."""
    with a_project(tmp_path) as project:
        times = iter(["2031-05-01T10:00:00Z", "2031-05-02T09:00:00Z"])
        project.session.store.clock = lambda: next(times)
        project.cases.add("In May")
        project.cases.add("A day later")
        names = {}
        for moment in ("2031-05-01", "2031-05-01T09:59:59Z", "2031-05", "2031-05-02T09:00:00Z"):
            with project.earlier(moment) as then:
                names[moment] = {"In May", "A day later"} & {c.name for c in then.cases.list()}
        assert names == {
            "2031-05-01": {"In May"},
            "2031-05-01T09:59:59Z": set(),
            "2031-05": {"In May", "A day later"},
            "2031-05-02T09:00:00Z": {"In May", "A day later"},
        }
        for never in ("1999-01-01", "0", "9999"):
            with pytest.raises(Invalid):
                project.earlier(never)


def test_words_erased_since_are_called_withdrawn(tmp_path: Path) -> None:
    """What was erased cannot come back: its place says so."""
    with a_project(tmp_path) as project:
        theme = project.themes.add("Trust")
        project.themes.summary(theme.id, "What Siv told us")
        line = project.history.log(1)[0].seq
        project.themes.summary(theme.id, "Something else")
        with project.session.store.write():
            project.session.store.run("UPDATE words SET text = NULL")
        with project.earlier(str(line)) as then:
            assert then.themes.resolve("Trust").summary == "[withdrawn]"


def test_a_report_of_an_earlier_state_has_the_bytes_of_that_day(tmp_path: Path) -> None:
    """Coding goes on, and the report as of before is the one that was written then."""
    path, _ = demo.build(tmp_path / "demo")
    then, again, now = (tmp_path / f"{name}.docx" for name in ("then", "again", "now"))
    request = ReportRequest(language="sv")
    with open_project(path, coder="anna") as project:
        line = project.history.log(1)[0].seq
        project.reporting.write(then, request)
        table = project.tables.make("conditions", TableOptions())
        codings = [coding.id for coding in project.codings.list()]
        project.codings.remove(codings[:30])
        project.reporting.write(now, request)
        with project.earlier(str(line)) as before:
            before.reporting.write(again, request)
            assert before.tables.make("conditions", TableOptions()) == table
    assert again.read_bytes() == then.read_bytes() != now.read_bytes()


def test_keys_of_an_earlier_table_can_be_traced(tmp_path: Path) -> None:
    """The key of a cell that only stood in the past leads to what is left of its codings."""
    path, _ = demo.build(tmp_path / "demo")
    with open_project(path, coder="anna") as project:
        line = project.history.log(1)[0].seq
        with project.earlier(str(line)) as before:
            cell = before.tables.make("frequency", TableOptions()).rows[0].cells["passages"]
        gone = cell.codings[0]
        project.codings.remove([gone])
        with project.earlier(str(line)) as before:
            before.tables.keep([before.tables.make("frequency", TableOptions())])
        trace = project.tables.trace(cell.evidence)
        assert {coding.id for coding in trace.codings} == set(cell.codings) - {gone}
        assert trace.missing == 1
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT count(*) FROM evidence").fetchone()[0] > 0
    raw.close()
