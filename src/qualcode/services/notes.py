"""Memos, and marks of what has been read."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.people import MEMO_KINDS, Memo
from qualcode.errors import Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.documents import Documents
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import codings, documents, notes, progress

TARGETS = ("project", "case", "document", "code", "segment")


class Memos:
    """Notes on the project, a case, a document, a code or a segment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self, target_kind: str | None = None, target: str | None = None) -> list[Memo]:
        """Memos, oldest first, of a kind of thing or of one thing (by id or name)."""
        if target_kind is not None and target is not None:
            target = self._target(target_kind, target)
        return notes.memos(self._session.store, target_kind, target)

    def add(self, target_kind: str, target: str, text: str, kind: str = "analytic") -> Memo:
        """A new memo; the target by id or name, a code by its id."""
        self._checked(text, kind)
        target_id = self._target(target_kind, target)
        with self._session.act("memo.add", target_kind=target_kind, target=target_id) as act:
            row = {
                "target_kind": target_kind,
                "target": target_id,
                "kind": kind,
                "text": text,
                "coder_id": act.coder_id,
                "created": act.store.clock(),
            }
            act.detail["memo"] = act.insert("memos", row)
        return self._get(act.detail["memo"])

    def set(self, memo_id: str, text: str, kind: str | None = None) -> Memo:
        """Change the words, and the kind where given."""
        memo = self._get(memo_id)
        self._checked(text, kind or memo.kind)
        with self._session.act("memo.set", memo=memo_id) as act:
            act.update("memos", memo_id, {"text": text, "kind": kind or memo.kind})
        return self._get(memo_id)

    def remove(self, memo_id: str) -> None:
        """Take a memo away."""
        self._get(memo_id)
        with self._session.act("memo.remove", memo=memo_id) as act:
            act.remove("memos", memo_id)

    def _get(self, memo_id: str) -> Memo:
        for memo in notes.memos(self._session.store):
            if memo.id == memo_id:
                return memo
        raise NotFound(
            sentence("There is no memo '{memo_id}'.", memo_id=memo_id),
            sentence("See `qualcode memo list`."),
        )

    def _checked(self, text: str, kind: str) -> None:
        if not text.strip():
            raise Invalid(sentence("A memo needs words."))
        if kind not in MEMO_KINDS:
            raise Invalid(
                sentence("'{kind}' is no kind of memo.", kind=kind),
                sentence("Known: {names}.", names=", ".join(MEMO_KINDS)),
            )

    def _target(self, target_kind: str, target: str) -> str:
        session = self._session
        if target_kind == "project":
            return "project"
        if target_kind == "case":
            return Cases(session).resolve(target).id
        if target_kind == "document":
            return Documents(session).resolve(target).id
        if target_kind == "code":
            return session.book().code(target).id
        if target_kind == "segment":
            if codings.place_of(session.store, target) is None:
                raise NotFound(sentence("There is no passage '{target}'.", target=target))
            return target
        raise Invalid(
            sentence("A memo cannot hang on a {target_kind}.", target_kind=target_kind),
            sentence("Known: {names}.", names=", ".join(TARGETS)),
        )


class Units:
    """What of a document is coded, read with nothing relevant, or not read yet."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents = Documents(session)

    def states(self, document: str) -> dict[int, str]:
        """By number of the turn: coded, read, unread, gap (no words in it), or interviewer."""
        info = self._documents.resolve(document, speakers=False)
        store = self._session.store
        with store.reading():
            coded = progress.coded_turns(store, info.id).get(info.id, set())
            bare = self.bare_states(document)
        return {n: "coded" if n in coded else state for n, state in bare.items()}

    def bare_states(self, document: str) -> dict[int, str]:
        """The same as if nothing were coded."""
        info = self._documents.resolve(document, speakers=False)
        return progress.bare_states(self._session.store, info.id)

    def mark_read(self, document: str, turns: Sequence[int], *, read: bool = True) -> None:
        """Mark turns as read with nothing relevant in them, or take the marks away."""
        info = self._documents.resolve(document, speakers=False)
        known = set(documents.turn_numbers(self._session.store, info.version))
        wrong = sorted(set(turns) - known)
        if wrong:
            raise Invalid(
                sentence("{info} has no turn {value}.", info=info.name, value=wrong[0]),
                sentence("It has {number} turns.", number=len(known)),
            )
        with self._session.act("unit.read", document=info.id, turns=len(turns)) as act:
            self._session.check_text(info)
            for turn in turns:
                notes.mark_turn(act, info.version, turn, read=read)
