"""Codes against any attribute."""

from __future__ import annotations

from qualcode.analysis import frames
from qualcode.analysis.attributes import in_order, label, spread, spread_out, title
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import NOTHING
from qualcode.domain.table import CellValue, Column, Row, Table
from qualcode.errors import Invalid
from qualcode.sentences import sentence

COUNTED = {"passages": "segment", "informants": "informant", "cases": "case"}
USUAL = "case"


def crosstab(basis: Basis) -> Table:
    """A row per code in use, a column per value of the attribute, and one for all together.

    Codes are rolled up. Column keys are `ATTRIBUTE:VALUE`; the one without a value is for
    codings that have none. Raises NotFound for an unknown attribute.
    """
    name, counted = basis.options.by or USUAL, basis.options.count
    if counted not in COUNTED:
        raise Invalid(
            sentence("Nothing counts '{counted}'.", counted=counted),
            sentence("Known: {names}.", names=", ".join(COUNTED)),
        )
    what = COUNTED[counted]
    over = spread(basis, name)
    frame = frames.coded(basis.material, tuple({"code", what, over.column}))
    rolled = frames.rolled(frame, basis.codebook)
    found = frames.groups(spread_out(rolled, over), ["at", "value"], (what,))
    whole = frames.groups(rolled, ["at"], (what,))
    values = in_order([value for _, value in found])
    rows = []
    for code in basis.codebook.walk():
        if code.id in basis.codes and (code.id,) in whole:
            cells: dict[str, CellValue] = {"code": code.id}
            cells["all"] = basis.cell(code.id, "all", whole[code.id,], what)
            for value in values:
                group = found.get((code.id, value), NOTHING)
                key = f"{name}:{value}"
                cells[key] = basis.cell(code.id, key, group, what)
            rows.append(Row(code.id, basis.code_names[code.id], cells))
    columns = [
        Column("code", basis.words.column("code"), "code"),
        Column("all", basis.words.column("all"), "count"),
        *(Column(f"{name}:{value}", label(basis, name, value), "count") for value in values),
    ]
    return basis.table(columns, rows, _notes(basis, name, counted), basis.code_names)


def _notes(basis: Basis, name: str, counted: str) -> list[str]:
    words = basis.words
    return [
        words.note("counts-of", what=words.column(counted), attribute=title(basis, name)),
        *(words.note(key) for key in ("signs", "rolled", "unknown-person", "every-standing")),
        words.note("crosstab-sum"),
    ]
