"""Memos as the list shows them: what each is on, in words, and what a new one can be on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import Screen

from qualcode.errors import Conflict, NotFound
from qualcode.tui.fitting import one_line
from qualcode.tui.widgets.quote_list import QuoteList
from qualcode.tui.widgets.reader import Reader
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

PASSAGE = "passage"
"""What stands for the kind of the one memo that a passage itself has."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a memo is on: the kind of thing, its id, and its name for the reader."""

    kind: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """A memo of either sort; `kind` is `passage` for the memo that a passage itself has."""

    id: str
    kind: str
    target: Target
    text: str
    coder: str

    @property
    def own_of_passage(self) -> bool:
        """Whether it is the passage's own memo, which has no kind."""
        return self.kind == PASSAGE

    def keep(self, project: Project, text: str, kind: str | None) -> str:
        """Change words and kind; without words it goes. Returns what was done, in words."""
        if not text.strip():
            return self.remove(project)
        self._check(project)
        if self.own_of_passage:
            project.codings.set_segment(self.target.id, {"memo": text.strip()})
        else:
            project.memos.set(self.id, text.strip(), kind)
        return _("Memo kept")

    def remove(self, project: Project) -> str:
        """Take it away; returns what was done, in words."""
        self._check(project)
        if self.own_of_passage:
            project.codings.set_segment(self.target.id, {"memo": None})
        else:
            project.memos.remove(self.id)
        return _("Memo removed")

    def _check(self, project: Project) -> None:
        if project.coder and self.coder != project.coder:
            raise Conflict(
                _("This memo is by {coder}.", coder=self.coder), _("n writes one of your own.")
            )


def notes_of(project: Project, language: str) -> list[Note]:
    """All memos: those of the project, cases, documents and codes newest first, then passages'."""
    names, passage = names_of(project, language), _("a passage")
    places = _passages(project, names)
    typed = [
        Note(
            memo.id,
            memo.kind,
            Target(memo.target_kind, memo.target, names.get(memo.target, passage))
            if memo.target_kind != "segment"
            else places.get(memo.target, (Target("segment", memo.target, passage), "", ""))[0],
            memo.text,
            memo.coder,
        )
        for memo in reversed(project.memos.list())
    ]
    own = [
        Note(f"{PASSAGE}:{target.id}", PASSAGE, target, text, coder)
        for target, text, coder in places.values()
        if text
    ]
    return typed + own


def names_of(project: Project, language: str) -> Mapping[str, str]:
    """Names by id of the project, its cases, documents and codes."""
    names = {"project": project.title}
    names.update((case.id, case.name) for case in project.cases.list())
    names.update((info.id, info.name) for info in project.documents.list())
    names.update((code.id, code.name(language)) for code in project.codebooks.current().codes)
    return names


def _passages(project: Project, names: Mapping[str, str]) -> dict[str, tuple[Target, str, str]]:
    """By id of a segment: where it is, its memo, and its coder."""
    found = {}
    for info in project.documents.list():
        for segment in project.codings.segments(info.id):
            codes = ", ".join(names.get(each.code, each.code) for each in segment.codings)
            target = Target("segment", segment.id, f"{codes} · {info.name}" if codes else info.name)
            found[segment.id] = (target, segment.memo or "", segment.coder)
    return found


def targets_of(screen: Screen[object]) -> Iterator[Target]:
    """What the reader has before them where passages are coded or listed."""
    for reader in screen.query(Reader):
        yield from _before_coder(reader)
    for quotes in screen.query(QuoteList):
        lit = quotes.lit_coding
        if lit is not None:
            yield Target("segment", lit.segment, one_line(lit.quote))
            yield Target("document", lit.document_id, lit.document)
            if lit.case_id is not None:
                yield Target("case", lit.case_id, lit.case or "")


def _before_coder(reader: Reader) -> Iterator[Target]:
    """The current passage, the document, its case, and the code in focus."""
    desk, transcript = reader.desk, reader.desk.transcript
    if transcript is None:
        return
    here = reader.items_here()
    with suppress(NotFound):
        here = [reader.current()]
    if here:
        segment = here[0].segment
        words = one_line(transcript.text[segment.start : segment.end])
        yield Target("segment", segment.id, words)
    info = transcript.document
    yield Target("document", info.id, info.name)
    if info.case_id is not None:
        yield Target("case", info.case_id, info.case or "")
    if reader.code is not None:
        yield Target("code", reader.code, desk.name(reader.code))
