"""An extension that is off takes no codings anywhere, and loses none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Code, Extension
from qualcode.domain.coding import CodingDetails
from qualcode.domain.extension_switch import Switch
from qualcode.domain.revision import Add, Edit, Redefine
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge, Split
from qualcode.errors import Invalid, NotFound
from qualcode.exchange import codebook_yaml
from qualcode.services.creating import create_project
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project
from tests.projects import TALK, a_codebook


@pytest.fixture
def project(tmp_path: Path):
    """A project whose codebook has an extension, off: `more` with `more-below` under it."""
    book = a_codebook()
    for code in (Code("more", {"en": "More"}, key="m"), Code("more-below", {"en": "B"}, "more")):
        book = Add(code).apply(book)
    book = replace(book, extensions={"extra": Extension("extra", {"en": "Extra"}, ("more",))})
    file = tmp_path / "b.yaml"
    file.write_text(codebook_yaml.dump(book), "utf-8")
    talk = tmp_path / "talk-1.txt"
    talk.write_text(TALK, "utf-8")
    with create_project(tmp_path / "p", codebook=file, coder="ann") as made:
        made.imports.files([talk], ImportOptions(language="sv"))
        yield made


def _code(p: Project, code: str, **details) -> str:
    return p.codings.add("talk-1", Span(34, 50), code, CodingDetails(**details)).id


def test_off_nothing_takes_its_codes(project: Project) -> None:
    """Neither coding nor recoding, merging, splitting, adopting; nor is there a key for it."""
    p = project
    coding = _code(p, "agenda")
    _code(p, "emergent", label="x")
    for attempt in (
        lambda: _code(p, "more"),
        lambda: _code(p, "more-below"),
        lambda: p.codings.set(coding, {"code": "more-below"}),
        lambda: p.revision.do(Merge("agenda", "more")),
        lambda: p.revision.do(Split("agenda-goals", ("more", "backbone"))),
        lambda: p.revision.adopt(["x"], "more"),
    ):
        with pytest.raises(Invalid, match="extension that is switched off"):
            attempt()
    assert p.hotkeys.list() == {}


def test_switching_is_one_act_and_keeps_what_was_coded(project: Project) -> None:
    """On, its codes are offered; off again, codings stay and are no longer among the recent."""
    p = project
    p.revision.do(Switch("extra", True), "we need it")
    assert p.hotkeys.list() == {"m": "more"}
    coding = _code(p, "more-below")
    assert p.codings.recent_codes() == ["more-below"]
    before = p.state()
    p.revision.do(Switch("extra", False))
    assert p.codings.get(coding).code == "more-below"
    assert p.codings.recent_codes() == [] and p.hotkeys.list() == {}
    assert [f for f in p.check.run() if f.level == "error"] == []
    p.history.undo()
    assert p.state() == before
    with pytest.raises(NotFound, match="extr"):
        p.revision.do(Switch("extr", True))


def test_label_and_definition_change_in_one_act(project: Project) -> None:
    """What a form changes of one code is one version and one undo; meaning asks for reading."""
    p = project
    coding = _code(p, "agenda")
    before, versions = p.state(), len(p.versions.list())
    edit = Edit("agenda", {"en": "Aim"}, {"definition": {"en": "New"}})
    assert p.revision.do(edit).reread == 1
    assert len(p.versions.list()) == versions + 1
    assert [item.coding.id for item in p.revision.worklist()] == [coding]
    p.history.undo()
    assert p.state() == before
    assert p.revision.do(replace(edit, same_meaning=True)).reread == 0
    assert p.revision.do(Redefine("agenda", {"definition": {"en": "Other"}})).reread == 1
