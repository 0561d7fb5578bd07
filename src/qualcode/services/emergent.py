"""What becomes of labels that no code fitted: a code, part of a theme, set aside, or undecided."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.codebook import Code
from qualcode.domain.emergent import ASIDE, THEME, UNDECIDED, LabelDecision
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.recoding import Outcome
from qualcode.services.revision import Label, Revision
from qualcode.services.session import Session
from qualcode.services.themes import Themes
from qualcode.storage import emergent as stored
from qualcode.storage import notes


class Emergent:
    """The list of decisions: every label stands in it once, decided or not."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._revision = Revision(session)

    def list(self) -> list[LabelDecision]:
        """All labels ever set on what no code fits, undecided ones first, the most used first.

        A label is decided while its theme holds it, while it is set aside, or since it became a
        code; one that was made a code and then set on passages anew is undecided again.
        """
        store = self._session.store
        with store.reading():
            live = {label.text: label for label in self._revision.labels()}
            adopted, said = stored.adopted(store), stored.decisions(store)
            themes = {label: theme.id for theme in notes.themes(store) for label in theme.labels}
        found = [_decided(label, said.get(text), themes.get(text)) for text, label in live.items()]
        found += [LabelDecision(text, *one) for text, one in adopted.items() if text not in live]
        return sorted(found, key=lambda one: (one.decided, -one.codings, one.label))

    def to_code(
        self, labels: Sequence[str], code: Code | str, reason: str = "", *, dry_run: bool = False
    ) -> Outcome:
        """Make labels a code, new or there already: their codings become codings of it."""
        return self._revision.adopt(labels, code, reason, dry_run=dry_run)

    def to_theme(self, labels: Sequence[str], theme: str, reason: str = "") -> int:
        """Put labels under a theme, and log why; returns how many are new there."""
        checked, found = self._known(labels), Themes(self._session).resolve(theme)
        with self._session.act("emergent.theme", theme=found.id, n=len(checked)) as act:
            for label in checked:
                stored.decide(act, label, THEME, found.id, reason or None)
            return sum(notes.gather(act, found.id, "label", label) for label in checked)

    def aside(self, labels: Sequence[str], reason: str) -> None:
        """Say that labels need neither code nor theme, and why."""
        if not reason.strip():
            raise Invalid(
                sentence("Setting a label aside needs a reason."),
                sentence("Say it with --reason TEXT."),
            )
        checked = self._known(labels)
        with self._session.act("emergent.aside", n=len(checked)) as act:
            for label in checked:
                stored.decide(act, label, ASIDE, None, reason.strip())

    def reopen(self, labels: Sequence[str]) -> None:
        """Take decisions back: the labels leave their themes and are undecided again.

        A label that became a code stays one; that is taken back with `undo`.
        """
        checked = self._known(labels)
        themes = notes.themes(self._session.store)
        with self._session.act("emergent.reopen", n=len(checked)) as act:
            for label in checked:
                stored.reopen(act, label)
                for theme in themes:
                    notes.drop(act, theme.id, "label", label)

    def _known(self, labels: Sequence[str]) -> Sequence[str]:
        known = [label.text for label in self._revision.labels()]
        if not labels:
            raise Invalid(sentence("Which label?"), sentence("See them: qualcode emergent list."))
        for label in labels:
            if label not in known:
                raise NotFound(
                    sentence("No coding has the label '{label}'.", label=label),
                    nearest(label, known),
                )
        return list(dict.fromkeys(labels))


def _decided(label: Label, said: stored.Decided | None, theme: str | None) -> LabelDecision:
    """What holds for a label that passages carry: its theme, that it is set aside, or nothing."""
    counts = (label.codings, label.documents)
    if theme is not None:
        if said is not None and said[:2] == (THEME, theme):
            return LabelDecision(label.text, *said, *counts)
        return LabelDecision(label.text, THEME, theme, None, None, None, *counts)
    if said is not None and said[0] == ASIDE:
        return LabelDecision(label.text, *said, *counts)
    return LabelDecision(label.text, UNDECIDED, None, None, None, None, *counts)
