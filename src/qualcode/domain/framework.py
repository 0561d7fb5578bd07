"""The framework matrix as values: places, what the analyst charted there, and in which state."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from qualcode.domain.coding import Coding
from qualcode.domain.contrary import Against
from qualcode.domain.fingerprint import Change
from qualcode.domain.material import CodedRow
from qualcode.domain.rated import Rated
from qualcode.domain.rating import Event, Rating
from qualcode.domain.table import DENIED

CASE, PARTICIPANT, ROLE = "case", "participant", "role"
ROW_KINDS = (CASE, PARTICIPANT, ROLE)

DRAFT, FINAL = "draft", "final"
"""What the analyst says of a summary."""

UNCHARTED, FRESH, STALE = "uncharted", "fresh", "stale"
"""States of a cell beside `final` and the three kinds of empty."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the matrix: a row (id of a case or participant, or a role) and a code."""

    row_kind: str
    row: str
    code: str

    @property
    def subject(self) -> str:
        """The place on one line, as what somebody has opened is remembered under."""
        return f"{self.row_kind}:{self.row}:{self.code}"


@dataclass(frozen=True, slots=True)
class ChartedCell:
    """What stands in a cell: the summary, the codings it rests on, and what changed since.

    `basis` names what was in the cell when the summary was written; `coder` is a name and
    `written` a time in UTC.
    """

    id: str
    place: Place
    summary: str | None
    status: str
    coder: str
    written: str
    links: tuple[str, ...] = ()
    basis: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Charted:
    """What analysts wrote over the codings: cells, ratings and events.

    `heard` are the ids of the documents that each registered participant speaks in; `rules` and
    `stance` are settings of the project.
    """

    cells: tuple[ChartedCell, ...] = ()
    ratings: tuple[Rating, ...] = ()
    events: tuple[Event, ...] = ()
    heard: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rules: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class CellState:
    """One cell as the matrix shows it.

    `state` is not-asked, nothing-said, denied, uncharted, fresh, stale or final. `passages` are
    distinct ones that do not deny, `denied` those that do. `rated` is what this coder may know of
    its ratings.
    """

    place: Place
    state: str
    passages: int
    denied: int
    summary: str | None = None
    changes: tuple[Change, ...] = ()
    rated: Rated | None = None

    @property
    def to_chart(self) -> bool:
        """Whether there are passages and no summary yet."""
        return self.summary is None and bool(self.passages or self.denied)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: a case, participant or role; `order` is what the rows are ordered by."""

    id: str
    label: str
    case: str | None = None
    order: str | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows, codes (ids) and the cell of each pair."""

    row_kind: str
    rows: tuple[MatrixRow, ...]
    codes: tuple[str, ...]
    cells: Mapping[tuple[str, str], CellState]

    def walk(self) -> tuple[CellState, ...]:
        """The cells row by row."""
        return tuple(self.cells[row.id, code] for row in self.rows for code in self.codes)


@dataclass(frozen=True, slots=True)
class Passage:
    """A coding of a cell with the words around it in its turns; `linked` to the summary or not."""

    coding: Coding
    linked: bool
    before: str
    after: str
    change: Change | None = None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell with all that the analyst needs beside it.

    `written` is None where nobody wrote or linked anything; `opened` says whether this coder has
    opened all of `contrary`. `ratings` leaves out what another rater gave alone, until this coder
    has rated too or they have agreed. `other_outcome` are the cases (ids) that have what the cell
    says and came out at the other end; what tells of their outcomes is among `contrary`.
    """

    state: CellState
    written: ChartedCell | None
    passages: tuple[Passage, ...]
    contrary: tuple[Against, ...]
    opened: bool
    ratings: tuple[Rating, ...] = ()
    other_outcome: tuple[str, ...] = ()


def state_of(
    cell: ChartedCell | None, counts: tuple[int, int], empty: str, place: Place
) -> CellState:
    """The state of a cell; `counts` are its passages that do not deny and those that do."""
    said, denied = counts
    summary = cell.summary if cell is not None else None
    if cell is not None and summary:
        state = STALE if cell.changes else FINAL if cell.status == FINAL else FRESH
        return CellState(place, state, said, denied, summary, cell.changes)
    state = UNCHARTED if said else DENIED if denied else empty
    return CellState(place, state, said, denied)


def counts_of(said: Collection[CodedRow]) -> tuple[int, int]:
    """Distinct passages that do not deny, and distinct ones that do."""
    denied = {one.segment for one in said if one.standing == DENIED}
    return len({one.segment for one in said if one.standing != DENIED}), len(denied)


def row_of(row_kind: str, one: CodedRow, roles: Mapping[str, str | None]) -> str | None:
    """The row that a coding stands in: its case, its informant or the informant's role."""
    if row_kind == CASE:
        return one.case_id
    if row_kind == PARTICIPANT:
        return one.participant_id
    return roles.get(one.participant_id or "")
