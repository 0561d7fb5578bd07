"""Codings followed from act to act are what a fresh look finds."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import QualcodeError
from qualcode.services.codings import Codings
from qualcode.services.followed import Followed
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project

QUERIES = [
    None,
    "code:agenda",
    "valence:helps not code:backbone",
    "degree>=3 or standing:wished",
    "coder:ann role:none",
    "theme:Mod",
    "code:agenda with code:backbone",
    'code:agenda or "förälder"',
    "confidence:low label:none",
    "case:Lyftet language:sv",
]
VALENCES = ("helps", "hinders", "mixed", None)


@pytest.fixture
def project(tmp_path: Path):
    """Two transcripts, a theme, a participant, codings of two coders."""
    with a_project(tmp_path, documents=2) as made:
        made.participants.add("P1", {"role": "rektor"})
        made.documents.set("talk-2", {"participant": "P1"})
        with open_project(made.path, coder="bo") as other:
            for at in range(0, 120, 15):
                other.codings.add("talk-1", Span(at, at + 20), "backbone")
        made.themes.add("Mod", {"code": ["backbone-person"]})
        yield made


def _acts(dice: random.Random) -> list[Callable[[Project], object]]:
    def span() -> Span:
        start = dice.randrange(0, 200, 10)
        return Span(start, start + dice.choice((5, 20, 60)))

    def own(p: Project) -> list[str]:
        return [one.id for one in p.codings.list() if one.coder == p.coder]

    def some(p: Project) -> str:
        return dice.choice(own(p))

    def add(p: Project) -> object:
        code = dice.choice(["agenda-goals", "backbone", "backbone-person", "emergent"])
        label = "modet" if code == "emergent" else None
        said = CodingDetails(valence=dice.choice(VALENCES), label=label)
        degrees = [DegreeDetails(dice.randrange(6))] * dice.randrange(2)
        return p.codings.add(dice.choice(_documents(p)), span(), code, said, degrees)

    def recode(p: Project) -> object:
        return p.codings.set_many(own(p)[:3], {"code": dice.choice(["agenda", "backbone"])})

    return [
        *[add] * 4,
        recode,
        lambda p: p.codings.set(some(p), {"valence": dice.choice(VALENCES)}),
        lambda p: p.codings.set(some(p), {"confidence": "low", "memo": "ja"}),
        lambda p: p.codings.remove([some(p)]),
        lambda p: p.themes.gather("Mod", {"label": ["modet"]}),
        lambda p: p.documents.set(_documents(p)[0], {"name": f"namn {dice.randrange(99)}"}),
        lambda p: p.participants.set("P1", {"role": dice.choice(["lärare", "rektor"])}),
        lambda p: p.coders.set("bo" if "bo" in _names(p) else "bosse", {"name": "bosse"}),
        lambda p: p.history.undo(),
        lambda p: p.history.redo(),
    ]


def _documents(p: Project) -> list[str]:
    return sorted(info.id for info in p.documents.list())


def _names(p: Project) -> list[str]:
    return [coder.name for coder in p.coders.list()]


@pytest.mark.parametrize("query", QUERIES)
def test_it_is_what_a_fresh_look_finds(project: Project, query: str | None) -> None:
    """After any act, undo and redo, for each kind of query, in the same order."""
    dice = random.Random(11)
    acts = _acts(dice)
    followed, done = Followed(project.session), 0
    for _ in range(60):
        try:
            dice.choice(acts)(project)
            done += 1
        except (QualcodeError, IndexError):
            continue
        anew = Followed(project.session)
        assert list(followed.read(query)) == list(anew.read(query))
        assert list(followed.all) == project.codings.list()
    assert done > 30


def test_only_what_an_act_touched_is_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All other codings are the same objects as before; the whole list is read once."""
    for at in range(0, 100, 10):
        project.codings.add("talk-2", Span(at, at + 9), "agenda-goals")
    before = list(project.followed.read("code:agenda"))
    monkeypatch.setattr(Codings, "list", None)
    monkeypatch.setattr(type(project.queries), "ids", None)
    project.codings.set(before[3].id, {"valence": "helps"})
    after = project.followed.read("code:agenda")
    assert after[3].valence == "helps"
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1


def test_what_another_program_does_is_seen(project: Project) -> None:
    """Codings of a colleague in the same file, without anything done here."""
    seen = len(project.followed.read("coder:bo"))
    with open_project(project.path, coder="bo") as other:
        other.codings.add("talk-2", Span(0, 9), "backbone")
    assert len(project.followed.read("coder:bo")) == seen + 1


def test_a_query_that_cannot_be_understood_changes_nothing(project: Project) -> None:
    """The error comes, and what was followed goes on."""
    found = list(project.followed.read("code:backbone"))
    with pytest.raises(QualcodeError):
        project.followed.read("code:nowhere")
    assert list(project.followed.read("code:backbone")) == found
