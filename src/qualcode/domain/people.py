"""Cases, organisations, participants, coders and interview guides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CONSENTS = ("yes", "no", "unknown")
MEMO_KINDS = ("analytic", "methodological", "reflexive")


@dataclass(frozen=True, slots=True)
class Case:
    """What is compared: an initiative or partnership. `documents` is their number."""

    id: str
    name: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    documents: int = 0
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A partner in a case."""

    id: str
    name: str
    case: str | None = None
    case_id: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An informant under a pseudonym. `consent` is to be quoted: yes, no or unknown."""

    id: str
    name: str
    role: str | None = None
    organisation: str | None = None
    organisation_id: str | None = None
    case: str | None = None
    case_id: str | None = None
    consent: str = "unknown"


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes."""

    id: str
    name: str
    full_name: str | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """The codes that were asked about in the documents it covers.

    A document is covered when it is in one of `groups` (if any are given) and in one of `cases`
    (if any are given), or is named in `documents`. With none of the three: every document.
    """

    id: str
    name: str
    codes: tuple[str, ...]
    groups: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    def covers(self, document_id: str, case_id: str | None, groups: tuple[str, ...]) -> bool:
        """Whether the document was interviewed by this guide; cases and documents as ids."""
        if document_id in self.documents:
            return True
        if not (self.groups or self.cases):
            return not self.documents
        in_group = not self.groups or bool(set(groups) & set(self.groups))
        return in_group and (not self.cases or case_id in self.cases)


@dataclass(frozen=True, slots=True)
class Theme:
    """A named umbrella over codes and single segments, across cases."""

    id: str
    name: str
    codes: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    scale: str | None = None
    origin: str = "inductive"
    definition: str | None = None
    summary: str | None = None
    case_summaries: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memo:
    """A note on a project, case, document, code or segment."""

    id: str
    target_kind: str
    target: str
    kind: str
    text: str
    coder: str
    created: str


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the journal: one thing somebody did, in words.

    `summary` says it in English; `phrase` with `values` put in says the same, for those who show
    it in another language. A value None is something that has no name any more. `place` is the
    document (id) and the number of the turn that it was done in, as far as they are known.
    """

    seq: int
    id: str
    coder: str
    time: str
    kind: str
    summary: str
    undoes: int | None = None
    undone: bool = False
    phrase: str = ""
    values: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    place: tuple[str, int | None] | None = None
