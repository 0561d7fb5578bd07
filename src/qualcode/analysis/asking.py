"""What the interviews asked about, so that an empty cell says which kind of empty it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qualcode.domain.codebook import Codebook
from qualcode.domain.material import DocumentRow, Material
from qualcode.domain.table import NOT_ASKED, NOTHING_SAID

REPLY = "member-check"
"""The kind of a document in which an informant answers to readings: nothing is asked there."""


class Asking:
    """Per case, what its guides cover. A case is unknown when a document of it has no guide.

    With `rows` (ids of documents to the rows they speak for) the same per row instead.
    """

    def __init__(self, material: Material, rows: Mapping[str, Iterable[str]] | None = None) -> None:
        self._codebook = material.codebook
        self._asked: dict[str, set[str]] = {case.id: set() for case in material.cases}
        self._heard: set[str] = set()
        self.unknown: set[str] = set()
        for document in material.documents:
            if document.kind == REPLY:
                continue
            codes = _asked_in(document, material)
            own = (document.case_id or "",) if rows is None else rows.get(document.id, ())
            for row in own:
                self._heard.add(row)
                if codes is None:
                    self.unknown.add(row)
                else:
                    self._asked.setdefault(row, set()).update(codes)
        self.silent = {case.id for case in material.cases} - self._heard

    def empty(self, case: str, code: str) -> str:
        """Which kind of empty a cell of that case and code is when nothing is coded there.

        Not asked when every document of the case has a guide and none of them covers the code.
        """
        return self.empty_in([case], code)

    def empty_everywhere(self, code: str) -> str:
        """The same for the code in all cases together."""
        return self.empty_in(sorted(self._heard), code)

    def empty_in(self, cases: Sequence[str], code: str) -> str:
        """The same for several cases together; a case without documents asked nothing."""
        known = [case for case in cases if case in self._heard]
        if not known or self.unknown.intersection(known):
            return NOTHING_SAID
        asked = set().union(*(self._asked[case] for case in known))
        return NOTHING_SAID if covers(asked, code, self._codebook) else NOT_ASKED


def covers(asked: set[str], code: str, codebook: Codebook) -> bool:
    """Whether a guide with these codes asks about `code`: it, one above it, or one below it.

    One below counts for a condition only: who asks about goals asks about the common agenda.
    """
    if asked.intersection(codebook.lineage(code)):
        return True
    kind = codebook.by_id[code].kind if code in codebook.by_id else ""
    return kind == "condition" and bool(asked.intersection(codebook.below(code)))


def _asked_in(document: DocumentRow, material: Material) -> set[str] | None:
    found = [
        guide
        for guide in material.guides
        if guide.covers(document.id, document.case_id, document.groups)
    ]
    return {code for guide in found for code in guide.codes} if found else None
