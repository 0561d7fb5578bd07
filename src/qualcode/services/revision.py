"""Revising the codebook of a project: each operation one act, and no coding left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from qualcode.domain.code_tree import RESERVED, check_takes
from qualcode.domain.codebook import Code, Codebook, Taken
from qualcode.domain.coding import Coding
from qualcode.domain.effects import Effects, Shift, effects
from qualcode.domain.quoted_words import where_said
from qualcode.domain.renamed_values import GoneValue
from qualcode.domain.revision import Add, Edit, Operation, Redefine
from qualcode.domain.scale_revision import ReviseScale
from qualcode.domain.succession import Split
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import numbered, sentence
from qualcode.services.recoding import Outcome, Plan, carry_out, plan, plan_labels, uses
from qualcode.services.session import Session
from qualcode.services.versions import put, revised
from qualcode.storage import codings, informants, recoding, worklist
from qualcode.storage.journal import Act


@dataclass(frozen=True, slots=True)
class Item:
    """A coding to read again; `reason` is redefined, split or merged, `n` the codebook version.

    A coding whose code was split is to go to one of the codes `into`, or to stay.
    """

    coding: Coding
    reason: str
    n: int
    version: str
    into: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What it is marked as right by: its coding."""
        return self.coding.id


@dataclass(frozen=True, slots=True)
class Label:
    """A label on codings of what no code fits, with its codings and documents."""

    text: str
    codings: int
    documents: int


class Revision:
    """The operations on a project's codebook, and the codings that they ask to read again."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def preview(self, operation: Operation) -> Outcome:
        """What an operation would do, without doing it; raises what stands in its way."""
        book = self._session.book()
        now = _changed(operation, book)
        found = plan(self._session.store, _effects(operation, book, now))
        return found.outcome(operation.words)

    def do(self, operation: Operation, reason: str = "") -> Outcome:
        """Carry an operation out as one act: a new version, and its codings where they belong.

        Raises NotFound, Invalid or Conflict, and changes nothing then.
        """
        seen = self._session.book()
        book, asked = _worked_out(operation, seen)
        plan(self._session.store, asked)
        kind = f"codebook.{operation.kind}"
        with self._session.act(kind, code=operation.about) as act:
            before = self._session.book()
            if before is not seen:
                book, asked = _worked_out(operation, before)
            found = plan(act.store, asked)
            return finish(act, self._session, (book, found), reason, _said(operation))

    def within(self, act: Act, operation: Operation, reason: str = "") -> Outcome:
        """The same inside an act that is under way and is more than this operation."""
        book, asked = _worked_out(operation, self._session.book())
        found = plan(act.store, asked)
        return finish(act, self._session, (book, found), reason, _said(operation))

    def uses(self, scale: str) -> Mapping[str, int]:
        """How often each value of a scale is said in what is live, by its id; NotFound."""
        values = self._session.book().scale(scale).values
        return {value.id: uses(self._session.store, GoneValue(scale, value, 0)) for value in values}

    def labels(self) -> list[Label]:
        """The labels on codings of what no code fits, the most used first."""
        return [Label(*row) for row in recoding.labels(self._session.store, self._emergent())]

    def adopt(
        self, labels: Sequence[str], code: Code | str, reason: str = "", *, dry_run: bool = False
    ) -> Outcome:
        """Turn labels of what no code fits into a code: their codings become codings of it.

        A Code is added, a text names one there is. The labels go; the version remembers them.
        """
        known = [label.text for label in self.labels()]
        for label in labels:
            if label not in known:
                raise NotFound(
                    sentence("No coding has the label '{label}'.", label=label),
                    nearest(label, known),
                )
        into = code.id if isinstance(code, Code) else code
        self._with(self._session.book(), code)
        words = numbered(
            "{code} made of {n} label", "{code} made of {n} labels", len(labels), code=into
        )
        if dry_run:
            found = plan_labels(self._session.store, self._emergent(), labels, into)
            return found.outcome(words)
        with self._session.act("codebook.adopt", code=into) as act:
            before = self._session.book()
            book = revised(self._with(before, self._sourced(code, labels)), before.version)
            found = plan_labels(act.store, self._emergent(), labels, into)
            said = {"kind": "adopt", "words": words, "given": {"code": into, "labels": [*labels]}}
            return finish(act, self._session, (book, found), reason, said)

    def worklist(self, code: str | None = None, coder: str | None = None) -> list[Item]:
        """The codings to read again, in the order of the documents, narrowed to a code or coder."""
        waiting = worklist.waiting(self._session.store)
        book = self._session.book()
        if code is not None:
            book.code(code)
        return [
            Item(one, item.reason, item.n, item.version, self._parts(book, one.code))
            for one in codings.codings(self._session.store, worklist.IS_OPEN)
            if (item := waiting[one.id]) and code in (None, one.code) and coder in (None, one.coder)
        ]

    def still_right(self, coding_ids: Sequence[str]) -> int:
        """Say of codings that they are still right; returns how many were waiting."""
        with self._session.act("codebook.reread") as act:
            act.detail["codings"] = worklist.settle(act, coding_ids)
            return int(act.detail["codings"])

    def _sourced(self, code: Code | str, labels: Sequence[str]) -> Code | str:
        """A new code whose label is an informant's words knows where they are from."""
        if isinstance(code, str):
            return code
        passages = [
            (one.quote, Taken(one.id, one.document_id, said.participant))
            for one in codings.codings(self._session.store, "c.label IS NOT NULL")
            if one.label in labels and (said := informants.said_in(self._session.store, one.id))
        ]
        return replace(code, taken={**where_said(code.label, passages), **code.taken})

    def _parts(self, book: Codebook, code: str) -> tuple[str, ...]:
        return book.by_id[code].became if code in book.by_id else ()

    def _emergent(self) -> list[str]:
        return [code.id for code in self._session.book().codes if code.kind == RESERVED]

    def _with(self, book: Codebook, code: Code | str) -> Codebook:
        if isinstance(code, Code):
            return Add(code).apply(book)
        target = book.code(code)
        check_takes(book, target)
        if target.kind == RESERVED:
            raise Invalid(
                sentence("'{target}' is where these codings are already.", target=target.id),
                sentence("Name another."),
            )
        return book


def finish(
    act: Act, session: Session, step: tuple[Codebook, Plan], reason: str, said: dict[str, Any]
) -> Outcome:
    """Enter a version and carry out its plan, inside an act that is under way."""
    book, found = step
    version_id = put(act, book, reason, said)
    session.know(version_id, book)
    carry_out(act, found, version_id)
    outcome = found.outcome(said["words"], book.version)
    numbers = asdict(outcome)
    act.detail.update({name: numbers[name] for name in ("moved", "folded", "reread", "revalued")})
    return outcome


def _worked_out(operation: Operation, book: Codebook) -> tuple[Codebook, Effects]:
    """The next version with its name, and what it asks of the codings."""
    now = _changed(operation, book)
    return revised(now, book.version), _effects(operation, book, now)


def _said(operation: Operation) -> dict[str, Any]:
    """What the version remembers of an operation."""
    return {"kind": operation.kind, "words": operation.words, "given": asdict_of(operation)}


def asdict_of(operation: Operation) -> dict[str, Any]:
    """What an operation was given, as dicts, lists, texts and numbers."""
    return asdict(operation)  # type: ignore[call-overload,no-any-return]


def _changed(operation: Operation, book: Codebook) -> Codebook:
    now = operation.apply(book)
    if now == book:
        raise Invalid(
            sentence("That changes nothing about '{about}'.", about=operation.about),
            sentence("It is so already."),
        )
    return now


def _effects(operation: Operation, before: Codebook, book: Codebook) -> Effects:
    """What the operation asks of codings: what the two versions say, and what only it knows."""
    found = effects(before, book)
    if isinstance(operation, Redefine | Edit) and operation.same_meaning:
        return replace(found, reread={})
    if isinstance(operation, Split):
        return replace(found, reread={operation.code: "split"})
    if isinstance(operation, ReviseScale):
        shifts = tuple(
            Shift(operation.scale, old, operation.successor(old))
            for old in before.scale(operation.scale).values
        )
        return replace(found, shifts=shifts)
    return found
