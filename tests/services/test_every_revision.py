"""All operations in any order on a coded project: nothing is lost, everything can be taken back."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.domain.codebook import Code, Codebook, Extension
from qualcode.domain.coding import CodingDetails, DegreeDetails
from qualcode.domain.effects import other_meaning
from qualcode.domain.extension_switch import Switch
from qualcode.domain.revision import Add, Edit, Move, Redefine, Relabel, Reorder
from qualcode.domain.scale_revision import ReviseScale, ScaleEdits, edited
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge, Retire, Revive, Split
from qualcode.errors import Conflict, QualcodeError
from qualcode.exchange import codebook_yaml
from qualcode.services.creating import create_project
from qualcode.services.imports import ImportOptions
from qualcode.services.recoding import Outcome
from qualcode.services.workspace import Project
from tests.projects import TALK, a_codebook

WORDS = ("One", "Two", "Tre", "Alla säger samma sak")
VALENCES = ("helps", "hinders", "mixed", None)
SIDES = ("mine", "theirs", "both")


class Dice(random.Random):
    """Chooses operations for a codebook, mostly such as can be done."""

    def code(self, book: Codebook) -> str:
        """A code, or now and then one that is not there."""
        return self.choice([*book.by_id, "new-3"])

    def of_a_code(self, book: Codebook) -> Any:
        """An operation on one or two codes, or on an extension."""
        name, other, word = self.code(book), self.code(book), self.choice(WORDS)
        same = self.random() < 0.3
        made = Code(f"new-{self.randrange(4)}", {"en": word}, parent=self.choice([None, other]))
        return self.choice(
            [
                Add(made),
                Relabel(name, {self.choice(["en", "da"]): word}),
                Redefine(name, {"include": {"sv": word}}, same),
                Redefine(name, {"example": {"sv": word}}),
                Edit(name, {"en": word}, {"definition": {"en": word}}, same),
                Move(name, self.choice([None, other])),
                Reorder(name, self.choice([None, *(c.id for c in _beside(book, name))])),
                Merge(name, other),
                Split(name, (other, made), same),
                Retire(name),
                Revive(self.choice([name, *(c.id for c in book.codes if c.retired)])),
                Switch("extra", not book.extensions["extra"].on),
            ]
        )

    def operation(self, book: Codebook) -> Any:
        """Any operation; those that are more than a value as a name with what they need."""
        scale = self.choice(["degree", "valence"])
        values = [value.id for value in book.scale(scale).values]
        more = (
            ("scale", scale, self.choice(values), self.choice(values)),
            ("turn",),
            ("adopt", self.choice(["x", "y"]), self.code(book)),
            ("example", self.code(book)),
            ("name", f"new-{self.randrange(4)}"),
            ("apply",),
            ("apply",),
            ("rename", scale, self.choice(values)),
        )
        return self.of_a_code(book) if self.random() < 0.6 else self.choice(more)


def _beside(book: Codebook, name: str) -> tuple[Code, ...]:
    return book.children(book.by_id[name].parent) if name in book.by_id else ()


def _start() -> Codebook:
    """The small codebook with an extension that is off."""
    book = Add(Code("more", {"en": "More"})).apply(a_codebook())
    return replace(book, extensions={"extra": Extension("extra", {"en": "Extra"}, ("more",))})


def _project(folder: Path) -> Project:
    (folder / "b.yaml").write_text(codebook_yaml.dump(_start()), "utf-8")
    (folder / "talk-1.txt").write_text(TALK, "utf-8")
    made = create_project(folder / "p", codebook=folder / "b.yaml", coder="ann")
    made.imports.files([folder / "talk-1.txt"], ImportOptions(language="sv"))
    return made


def _do(p: Project, folder: Path, operation: Any, dice: Dice) -> Outcome:
    if not isinstance(operation, tuple):
        return p.revision.do(operation)
    kind, *given = operation
    book = p.codebooks.current()
    if kind == "scale":
        edits = ScaleEdits(removed={given[1]: given[2]})
        return p.revision.do(edited(book.scale(given[0]), edits))
    if kind == "turn":
        values = book.scale("degree").values
        turned = tuple(replace(v, value=w.value) for v, w in zip(values, values[::-1], strict=True))
        return p.revision.do(ReviseScale("degree", turned))
    if kind == "adopt":
        return p.revision.adopt([given[0]], given[1])
    if kind == "apply":
        return _apply(p, folder, dice)
    if kind == "rename":
        return _renamed_by_a_colleague(p, folder, *given)
    coding = dice.choice(p.codings.list()).id
    if kind == "example":
        return p.quotations.take_example(given[0], coding)
    p.quotations.name_code(given[0], coding)
    return Outcome("")


def _apply(p: Project, folder: Path, dice: Dice) -> Outcome:
    """A colleague has revised the first version; every conflict is decided somehow."""
    theirs = _start()
    for _ in range(dice.randrange(1, 6)):
        with suppress(QualcodeError):
            theirs = dice.of_a_code(theirs).apply(theirs)
    file = folder / "theirs.yaml"
    file.write_text(codebook_yaml.dump(theirs), "utf-8")
    decisions: dict[str, str] = {}
    while (found := p.sharing.compare(file, base="1", decisions=decisions)).open:
        clash = found.open[0]
        side = dice.choice(SIDES)
        decisions[clash.name] = side if side != "both" or clash.can_be_both else "mine"
    mapping = {
        one.name: dice.choice(found.theirs.scale(one.scale).values).id for one in found.unmapped
    }
    found = p.sharing.compare(file, base="1", decisions=decisions, mapping=mapping)
    return p.sharing.apply(found)


def _renamed_by_a_colleague(p: Project, folder: Path, name: str, old: str) -> Outcome:
    """Their file calls one value of a scale otherwise."""
    book = p.codebooks.current()
    values = tuple(
        replace(value, id=f"{old}-x") if value.id == old else value
        for value in book.scale(name).values
    )
    scales = {**book.scales, name: replace(book.scale(name), values=values)}
    file = folder / "renamed.yaml"
    file.write_text(codebook_yaml.dump(replace(book, scales=scales)), "utf-8")
    mapping = {f"{name}/{old}": f"{old}-x"}
    return p.sharing.apply(p.sharing.compare(file, mapping=mapping))


def _exports(p: Project, folder: Path) -> list[bytes]:
    """The bytes of every kind of export, with and without quotes."""
    found = []
    for ending in ("yaml", "json", "qdc", "csv"):
        for quotes in (False, True):
            file = folder / f"out.{ending}"
            file.unlink(missing_ok=True)
            p.codebooks.export(file, with_quotes=quotes)
            found.append(file.read_bytes())
    return found


def _kept(p: Project, before: dict[str, str], outcome: Outcome) -> None:
    """Codings stay or are folded, as counted; each is of a code there is; values are on scales."""
    now = {coding.id: coding.code for coding in p.codings.list()}
    assert set(now) <= set(before)
    assert len(before) - len(now) == outcome.folded
    changed = {one for one in now if now[one] != before[one]}
    assert len(changed) <= outcome.moved <= len(changed) + outcome.folded
    book = p.codebooks.current()
    assert set(now.values()) <= set(book.by_id)
    valences = {value.id for value in book.scale("valence").values}
    assert {c.valence for c in p.codings.list()} <= {*valences, None}
    numbers = {value.value for value in book.scale("degree").values}
    assert {placed.degree.value for placed in p.degrees.list()} <= numbers
    assert [finding for finding in p.check.run() if finding.level == "error"] == []


def _meant(p: Project, was: Codebook, before: dict[str, str], operation: Any) -> None:
    """Codings whose code is said otherwise wait to be read again, and only a reader says not to."""
    if getattr(operation, "same_meaning", False):
        return
    waiting = {item.coding.id for item in p.revision.worklist()}
    now = {coding.id: coding.code for coding in p.codings.list()}
    for coding, code in before.items():
        if coding in now and now[coding] == code:
            changed = other_meaning(was.by_id[code], p.codebooks.current().by_id[code])
            assert not changed or coding in waiting


def _code_passages(p: Project, dice: Dice) -> None:
    codes = [code.id for code in _start().codes if code.id != "more"]
    for _ in range(dice.randrange(15)):
        start = dice.randrange(5) * 20
        details = CodingDetails(dice.choice(VALENCES), label=dice.choice(["x", "y", None]))
        degrees = [DegreeDetails(dice.randrange(1, 6))]
        with suppress(Conflict):
            span = Span(start, start + 10)
            p.codings.add("talk-1", span, dice.choice(codes), details, degrees=degrees)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_any_sequence_keeps_every_coding_and_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Undo of all gives the first state again, byte for byte in every export; redo the last."""
    folder, dice = tmp_path_factory.mktemp("p"), Dice(seed)
    with _project(folder) as p:
        _code_passages(p, dice)
        first, exported, done = p.state(), _exports(p, folder), 0
        for _ in range(8):
            was, degrees = p.codebooks.current(), len(p.degrees.list())
            before = {coding.id: coding.code for coding in p.codings.list()}
            state, acts = p.state(), len(p.history.log())
            operation = dice.operation(was)
            try:
                outcome = _do(p, folder, operation, dice)
            except (QualcodeError, IndexError):
                assert p.state() == state
                continue
            assert len(p.history.log()) - acts == (p.state() != state)
            done += len(p.history.log()) - acts
            _kept(p, before, outcome)
            _meant(p, was, before, operation)
            assert len(p.degrees.list()) == degrees
        book = p.codebooks.current()
        assert codebook_yaml.parse(codebook_yaml.dump(book), "x") == book
        last = _exports(p, folder)
        for _ in range(done):
            p.history.undo()
        assert (p.state(), _exports(p, folder)) == (first, exported)
        for _ in range(done):
            p.history.redo()
        assert _exports(p, folder) == last
        for _ in range(done):
            p.history.undo()
        assert _exports(p, folder) == exported
