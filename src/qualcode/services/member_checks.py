"""Member checks: packs of one informant's own words, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qualcode.domain.member_checks import ANSWERS, TARGETS, Reply
from qualcode.errors import BadFile, Invalid, NotFound
from qualcode.sentences import sentence
from qualcode.services.codings import Codings
from qualcode.services.documents import Documents
from qualcode.services.findings import Findings
from qualcode.services.people import Participants
from qualcode.services.propositions import Propositions
from qualcode.services.quotes import cell_of
from qualcode.services.session import Session
from qualcode.services.themes import Themes
from qualcode.storage import member_checks as stored


@dataclass(frozen=True, slots=True)
class About:
    """What a reply says of one thing: its kind, its id or name, and the answer."""

    kind: str
    target: str
    answer: str
    note: str | None = None


class MemberChecks:
    """Replies of informants, each in a document of its own and linked to what it speaks about."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self, participant: str | None = None) -> list[Reply]:
        """All replies in the order they came in, or those of one participant."""
        found = stored.replies(self._session.store)
        if participant is None:
            return found
        who = Participants(self._session).resolve(participant).id
        return [one for one in found if one.participant_id == who]

    def get(self, reply_id: str) -> Reply:
        """The reply with that id; raises NotFound."""
        for one in self.list():
            if one.id == reply_id:
                return one
        raise NotFound(
            sentence("There is no reply '{reply_id}'.", reply_id=reply_id),
            sentence("See `qualcode member-check list`."),
        )

    def add(self, document: str, about: About, participant: str | None = None) -> Reply:
        """Link a document, which becomes one of the kind member-check, to what it speaks about.

        The participant is the document's own unless another is named.
        """
        info = Documents(self._session).resolve(document)
        who = info.participant_id
        if participant is not None:
            who = Participants(self._session).resolve(participant).id
        if who is None:
            raise Invalid(
                sentence("A reply needs to be somebody's."),
                sentence("Say whose: --participant NAME."),
            )
        said = self._checked(about)
        with self._session.act("member-check.add", document=info.id, about=about.kind) as act:
            act.detail["reply"] = stored.add(act, info.id, who, said)
            if info.participant_id is None:
                act.update("documents", info.id, {"participant_id": who})
        return self.get(act.detail["reply"])

    def bring(self, path: Path, about: About, participant: str | None = None) -> Reply:
        """Bring a file in as a document of a participant, and link it as a reply.

        Nothing comes in unless what it speaks about is known. Raises BadFile.
        """
        from qualcode.services.imports import ImportOptions, Imports

        if participant is None:
            raise Invalid(
                sentence("A reply needs to be somebody's."),
                sentence("Say whose: --participant NAME."),
            )
        who = Participants(self._session).resolve(participant)
        self._checked(about)
        options = ImportOptions(case=who.case, participant=who.name)
        (outcome,) = Imports(self._session).files([path], options)
        if outcome.document_id is None:
            raise BadFile(
                outcome.error or sentence("{path} is there already.", path=path.name),
                outcome.hint or "",
            )
        return self.add(outcome.document_id, about, who.id)

    def set(self, reply_id: str, changes: Mapping[str, str | None]) -> Reply:
        """Change the `answer` or the `note`; None clears the note."""
        found = self.get(reply_id)
        values = {name: changes[name] for name in ("answer", "note") if name in changes}
        if "answer" in values:
            _check_answer(values["answer"])
        with self._session.act("member-check.set", fields=sorted(values)) as act:
            act.update("member_checks", found.id, values)
        return self.get(found.id)

    def remove(self, reply_id: str) -> None:
        """Take a link away; its document stays."""
        found = self.get(reply_id)
        with self._session.act("member-check.remove", document=found.document_id) as act:
            act.remove("member_checks", found.id)

    def pack(self, participant: str, path: Path, language: str = "en") -> Path:
        """Write one participant's own words and the readings of them as .docx, .md or .html.

        Nothing of anybody else goes in. Raises Invalid for another ending, BadFile.
        """
        from qualcode.services.packs import write

        return write(
            self._session, Participants(self._session).resolve(participant), path, language
        )

    def _checked(self, about: About) -> Reply:
        _check_answer(about.answer)
        session = self._session
        finders: Mapping[str, Callable[[str], str]] = {
            "cell": lambda ref: cell_of(session, ref),
            "finding": lambda ref: Findings(session).resolve(ref).id,
            "theme": lambda ref: Themes(session).resolve(ref).id,
            "proposition": lambda ref: Propositions(session).resolve(ref).id,
            "coding": lambda ref: Codings(session).get(ref).id,
        }
        if about.kind not in finders:
            raise Invalid(
                sentence("No reply is about a {kind}.", kind=about.kind),
                sentence("Known: {names}.", names=", ".join(TARGETS)),
            )
        target = finders[about.kind](about.target)
        return Reply("", "", "", None, None, about.kind, target, about.answer, about.note or None)


def _check_answer(answer: str | None) -> None:
    if answer not in ANSWERS:
        raise Invalid(
            sentence("'{answer}' is no answer.", answer=answer),
            sentence("Known: {names}.", names=", ".join(ANSWERS)),
        )
