"""Who was heard where: informants by document and by case."""

from __future__ import annotations

from collections.abc import Mapping

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import UNKNOWN_PERSON, Material


def documents_of(material: Material) -> Mapping[str, frozenset[str]]:
    """Ids of documents by the informant who speaks in them, one stand-in per unknown person.

    A document speaks for its participant, for everybody whose passages are coded in it, and where
    there is neither for one unknown person.
    """
    speakers: dict[str, set[str]] = {}
    for document, who in material.speakers():
        speakers.setdefault(document, set()).add(who)
    found: dict[str, set[str]] = {}
    for one in material.documents:
        heard = set(speakers.get(one.id, {one.informant}))
        if one.participant_id is not None:
            heard.add(one.participant_id)
        for who in heard:
            found.setdefault(who, set()).add(one.id)
    return {who: frozenset(documents) for who, documents in found.items()}


def informants_of_cases(material: Material) -> Mapping[str, frozenset[str]]:
    """Informants by case (an empty string for none): those heard in its documents or passages.

    Participants who are registered in a case are among its informants.
    """
    cases = {document.id: document.case_id or "" for document in material.documents}
    found: dict[str, set[str]] = {}
    for who, documents in documents_of(material).items():
        for document in documents:
            found.setdefault(cases[document], set()).add(who)
    for case, document, speaker in _said(material):
        found.setdefault(case, set()).add(speaker or f"{UNKNOWN_PERSON}{document}")
    for person in material.participants:
        if person.case_id is not None:
            found.setdefault(person.case_id, set()).add(person.id)
    return {case: frozenset(people) for case, people in found.items()}


def _said(material: Material) -> set[tuple[str, str, str | None]]:
    coded = CodedRows.of(material.codings)
    names = ("case_id", "document_id", "participant_id")
    found = set(zip(*(coded.unsorted(name) for name in names), strict=True))
    found |= {(row.case_id, row.document_id, row.participant_id) for row in material.degrees}
    return {(case or "", document, who) for case, document, who in found}
