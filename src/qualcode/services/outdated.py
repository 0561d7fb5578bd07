"""What waits for the analyst because something that it rests on has changed, or is not given."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.chosen import People
from qualcode.domain.framework import ROW_KINDS, STALE, Matrix
from qualcode.domain.rating import Rating
from qualcode.services.session import Session
from qualcode.storage import chosen, framework, people

WANT_OF_CONSENT = ("unnamed", "unknown", "no")
"""Why words are kept back until somebody says yes to their being printed."""


def written(session: Session) -> Sequence[Matrix]:
    """For each kind of rows in which somebody wrote a summary, the matrix of the codes written to.

    Codes that the codebook has no more are left out.
    """
    codes: dict[str, dict[str, None]] = {}
    known = session.book().by_id
    for cell in framework.cells(session.store):
        if cell.summary and cell.place.code in known:
            codes.setdefault(cell.place.row_kind, {})[cell.place.code] = None
    if not codes:
        return []
    from qualcode.services.framework_matrix import FrameworkMatrix, MatrixRequest

    reader = FrameworkMatrix(session)
    ordered = [kind for kind in ROW_KINDS if kind in codes]
    return [reader.matrix(MatrixRequest(kind, tuple(codes[kind]))) for kind in ordered]


def stale_cells(session: Session) -> int:
    """How many summaries of the framework matrix are out of date, whatever row they stand in."""
    return sum(cell.state == STALE for matrix in written(session) for cell in matrix.walk())


def stale_ratings(session: Session) -> Sequence[Rating]:
    """The ratings that are out of date, oldest first."""
    from qualcode.services.ratings import Ratings

    return [one for one in Ratings(session).list() if one.changes]


def without_consent(session: Session) -> Sequence[str]:
    """The ids of chosen quotes whose words are kept back because nobody said yes to them."""
    store = session.store
    who = People(people.participants(store), people.organisations(store))
    return [one.id for one in chosen.chosen(store) if who.kept_back(one) in WANT_OF_CONSENT]
