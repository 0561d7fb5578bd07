"""Every label of what no code fitted is decided or undecided, and none is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.errors import Invalid, NotFound
from qualcode.services.workspace import Project
from tests.projects import a_project

LABELS = ("mat", "väder", "hunden", "[bad] <b>")


def _coded(p: Project) -> None:
    for n, label in enumerate(LABELS):
        p.codings.add(
            "talk-1", Span(60 + n * 5, 64 + n * 5), "emergent", CodingDetails(label=label)
        )


def _decisions(p: Project) -> dict[str, tuple[str, str | None]]:
    return {one.label: (one.decision, one.reason) for one in p.emergent.list()}


def test_a_label_becomes_a_code_goes_under_a_theme_or_aside(tmp_path: Path) -> None:
    """Each decision is in the list with its reason, who made it and when; the rest is undecided."""
    with a_project(tmp_path) as p:
        _coded(p)
        theme = p.themes.list()[0]
        assert p.emergent.to_code(["mat"], "backbone", "it is the host").moved == 1
        assert p.emergent.to_theme(["väder"], theme.name, "it moves people") == 1
        p.emergent.aside(["hunden"], "once, in passing")
        assert _decisions(p) == {
            "mat": ("code", "it is the host"),
            "väder": ("theme", "it moves people"),
            "hunden": ("aside", "once, in passing"),
            "[bad] <b>": ("undecided", None),
        }
        found = {one.label: one for one in p.emergent.list()}
        assert p.emergent.list()[0].label == "[bad] <b>"
        assert (found["mat"].target, found["väder"].target) == ("backbone", theme.id)
        assert all(one.coder == "ann" and one.time for one in found.values() if one.decided)
        assert "väder" in p.themes.resolve(theme.id).labels


def test_what_undoes_a_decision_makes_it_open_again(tmp_path: Path) -> None:
    """Leaving the theme, taking the theme away, a code's label used anew, reopening, undo."""
    with a_project(tmp_path) as p:
        _coded(p)
        p.themes.add("T")
        p.emergent.to_theme(["mat", "väder", "hunden"], "T", "why")
        p.themes.drop("T", {"label": ["mat"]})
        assert _decisions(p)["mat"] == ("undecided", None)
        p.emergent.reopen(["väder"])
        assert _decisions(p)["väder"] == ("undecided", None)
        assert p.themes.resolve("T").labels == ("hunden",)
        p.themes.remove("T")
        assert _decisions(p)["hunden"] == ("undecided", None)
        p.emergent.to_code(["mat"], "backbone")
        p.codings.add("talk-1", Span(200, 210), "emergent", CodingDetails(label="mat"))
        assert _decisions(p)["mat"] == ("undecided", None)
        p.history.undo()
        assert _decisions(p)["mat"] == ("code", None)
        p.history.undo()
        assert _decisions(p)["mat"] == ("undecided", None)


def test_a_label_gathered_by_hand_is_decided_without_a_reason(tmp_path: Path) -> None:
    """The screens of themes gather labels too; that is a decision."""
    with a_project(tmp_path) as p:
        _coded(p)
        p.themes.add("T", {"label": ["mat"]})
        assert _decisions(p)["mat"] == ("theme", None)


def test_unknown_labels_and_decisions_without_reason_are_refused(tmp_path: Path) -> None:
    """Nothing is changed then."""
    with a_project(tmp_path) as p:
        _coded(p)
        before = p.state()
        for bad in (
            lambda: p.emergent.to_theme(["nope"], p.themes.list()[0].name),
            lambda: p.emergent.to_theme(["mat"], "no theme"),
            lambda: p.emergent.aside(["mat"], " "),
            lambda: p.emergent.aside([], "why"),
        ):
            with pytest.raises((Invalid, NotFound)):
                bad()
        assert p.state() == before


acts = st.lists(
    st.tuples(
        st.sampled_from(["code", "theme", "aside", "reopen", "again"]), st.sampled_from(LABELS)
    ),
    max_size=8,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts)
def test_decided_and_undecided_are_all_labels(
    tmp_path_factory: pytest.TempPathFactory, doing: list[tuple[str, str]]
) -> None:
    """Whatever is decided and taken back: each label that was ever set stands in the list once."""
    with a_project(tmp_path_factory.mktemp("p")) as p:
        _coded(p)
        p.themes.add("T")
        for n, (what, label) in enumerate(doing):
            live = {one.text for one in p.revision.labels()}
            if what == "again":
                span = Span(120 + n * 3, 122 + n * 3)
                p.codings.add("talk-1", span, "emergent", CodingDetails(label=label))
            elif label in live and what == "code":
                p.emergent.to_code([label], "backbone")
            elif label in live and what == "theme":
                p.emergent.to_theme([label], "T")
            elif label in live and what == "aside":
                p.emergent.aside([label], "why")
            elif label in live and what == "reopen":
                p.emergent.reopen([label])
        found = p.emergent.list()
        assert sorted(one.label for one in found) == sorted(LABELS)
        decided = [one for one in found if one.decided]
        undecided = [one for one in found if not one.decided]
        assert len(decided) + len(undecided) == len(LABELS)
        assert {one.text for one in p.revision.labels()} >= {one.label for one in undecided}
