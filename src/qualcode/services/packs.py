"""The pack of one informant: gathered from what is theirs and nobody else's, and written."""

from __future__ import annotations

from pathlib import Path

from qualcode.domain.claims import Spoken, weigh
from qualcode.domain.findings import Finding
from qualcode.domain.member_checks import Heard
from qualcode.domain.own_words import OfOthers, stretches
from qualcode.domain.people import Participant
from qualcode.domain.quote_wording import ELLIPSIS
from qualcode.errors import Invalid
from qualcode.reports.md_report import render_report
from qualcode.reports.member_pack import OwnWords, Pack, RestingFinding, member_pack
from qualcode.reports.saving import report_bytes
from qualcode.reports.writing import write_whole
from qualcode.sentences import sentence
from qualcode.services.session import Session
from qualcode.storage import claims, material, people, spoken

FORMATS = ("docx", "md", "html")
LANGUAGES = ("en", "sv", "da", "nb")
Read = tuple[str, str | None]
"""A label and the valence it was given."""

Place = tuple[str, tuple[tuple[int, int], ...]]
"""A document and the parts of a passage in it that one informant spoke."""


def write(session: Session, who: Participant, path: Path, language: str) -> Path:
    """Write the pack in the format of the path's ending; raises Invalid for another, BadFile."""
    form = path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        known = ", ".join(f".{one}" for one in FORMATS)
        raise Invalid(
            sentence("A pack cannot be written as '{path}'.", path=path.name),
            sentence("Endings: {known}.", known=known),
        )
    if language not in LANGUAGES:
        raise Invalid(
            sentence("There are no packs in '{language}'.", language=language),
            sentence("Known: {names}.", names=", ".join(LANGUAGES)),
        )
    report = member_pack(gather(session, who, language))
    content = render_report(report).encode() if form == "md" else report_bytes(report, form)
    write_whole(path, content)
    return path


def gather(session: Session, who: Participant, language: str) -> Pack:
    """One participant's passages as far as they spoke them, their readings, and findings on them.

    A reading or statement that names somebody else, or has words that only others said, is left
    out and counted.
    """
    store = session.store
    with store.reading():
        found = Spoken(material.material(store, session.book(), texts=True))
        heard = spoken.heard(store, who.id)
        known_people = people.participants(store)
        roles = {one.role.casefold() for one in known_people if one.role}
        called = spoken.labels_of_others(store, who.id)
        others = OfOthers(
            [
                *(one.name for one in known_people if one.id != who.id),
                *(label for label in called if label.casefold() not in roles),
            ],
            spoken.of_others(store, who.id),
            [found.material.texts[h.document_id][h.start : h.end] for h in heard],
        )
        known = claims.findings(store)
    return _Gathering(found, heard, others, language).pack(who, known)


class _Gathering:
    """The material of one pack while it is put together."""

    def __init__(self, found: Spoken, heard: list[Heard], others: OfOthers, language: str) -> None:
        self._found, self._heard, self._others, self._language = found, heard, others, language
        self._left: set[str] = set()
        documents = dict.fromkeys(one.document_id for one in heard)
        self._number = {document: n for n, document in enumerate(documents, 1)}

    def pack(self, who: Participant, known: list[Finding]) -> Pack:
        """The finished pack."""
        own = self._own()
        words = [
            OwnWords(self._number[place[0]], self._text(place), tuple(readings))
            for place, (readings, _) in sorted(
                own.items(), key=lambda one: (self._number[one[0][0]], one[0][1])
            )
        ]
        codings = {coding for _, ids in own.values() for coding in ids}
        findings = [one for finding in known if (one := self._resting(finding, codings))]
        return Pack(
            who.name,
            tuple(words),
            tuple(findings),
            len(self._left),
            self._language,
            self._found.material.date,
        )

    def _own(self) -> dict[Place, tuple[list[Read], list[str]]]:
        """By document and the parts that the informant spoke: how it was read, and its codings."""
        own: dict[Place, tuple[list[Read], list[str]]] = {}
        for row in self._found.material.codings:
            parts = stretches(self._heard, (row.document_id, row.start, row.end))
            if not parts:
                continue
            readings, codings = own.setdefault((row.document_id, parts), ([], []))
            codings.append(row.coding)
            code = self._found.material.codebook.by_id.get(row.code)
            label = row.label or (code.name(self._language) if code else row.code)
            if self._others.in_text(label):
                self._left.add(label)
            elif (label, row.valence) not in readings:
                readings.append((label, row.valence))
        return own

    def _text(self, place: Place) -> str:
        text = self._found.material.texts[place[0]]
        return f" {ELLIPSIS} ".join(text[start:end] for start, end in place[1])

    def _resting(self, finding: Finding, codings: set[str]) -> RestingFinding | None:
        weighed = weigh(finding.grounds, self._found)
        sides = [
            side
            for side in ("for", "against")
            if any(row.coding in codings for row in weighed.rows(side))
        ]
        if not sides:
            return None
        if self._others.in_text(finding.statement):
            self._left.add(finding.id)
            return None
        return RestingFinding(
            finding.kind, finding.statement, "both" if len(sides) > 1 else sides[0]
        )
