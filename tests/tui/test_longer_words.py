"""Words of other languages are longer: what is important stays in view."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from qualcode.services.workspace import Project
from qualcode.text.cells import width
from qualcode.tui import words
from qualcode.tui.dialogs.degree_form import FIELDS
from qualcode.tui.widgets.case_table import CaseTable, DocumentTable
from qualcode.tui.widgets.column_list import columns_in
from qualcode.tui.widgets.status_line import HintLine
from tests.tui.rooms import NARROW, coding, press, shown


class Longer(gettext.NullTranslations):
    """A language in which everything takes a third more room."""

    def gettext(self, message: str) -> str:
        """The sentence, lengthened."""
        return message + "å" * round(len(message) / 3)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for the number, lengthened."""
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Longer]:
    """The screens in that language."""
    monkeypatch.setattr(words._Spoken, "catalogue", Longer())
    return Longer()


@pytest.mark.parametrize("table", [CaseTable, DocumentTable])
@pytest.mark.parametrize("room", [76, 116, 156])
def test_a_column_is_as_wide_as_its_heading(table: type, room: int, longer: Longer) -> None:
    """No heading of a list is cut, and together the columns fill the list."""
    found = columns_in(table.columns, room)
    assert all(width(longer.gettext(column.label)) <= cells for _, column, cells in found)
    assert sum(cells + 2 for _, _, cells in found) - 2 == room


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_the_degree_form_shows_all_its_fields(
    project: Project, size: tuple[int, int], longer: Longer
) -> None:
    """The pair, the activity, the period and the keys, whichever value is chosen."""
    async with coding(project, size) as (pilot, _):
        await press(pilot, "n enter v i s enter D")
        for value in "12345":
            await press(pilot, value)
            seen = shown(pilot)
            assert all(longer.gettext(label) in seen for _, label, _ in FIELDS)
            assert "organisation" in seen
            foot, dialog = (pilot.app.screen.query_one(name) for name in ("#foot", "#dialog"))
            assert foot.region.height and foot.region.bottom < dialog.region.bottom


async def test_the_line_on_top_keeps_the_name_of_the_document(
    project: Project, longer: Longer
) -> None:
    """With little room the count of codings goes first."""
    async with coding(project, NARROW) as (pilot, screen):
        assert screen.desk.document is not None
        assert screen.desk.document.name in shown(pilot).splitlines()[0]


async def test_the_line_of_keys_fills_its_width(project: Project) -> None:
    """Also while long words stand in it that leave the last key no room."""
    async with coding(project, NARROW) as (_, screen):
        line = screen.query_one(HintLine)
        for cells in range(60, 82):
            line.said = "x" * cells
            assert sum(width(piece.text) for piece in line.render_line(0)) == line.size.width


def test_numbers_have_their_thousands_parted() -> None:
    """As in all four languages: a narrow space."""
    assert words.counted("{n} word", "{n} words", 16659) == "16\u202f659 words"
    assert words.counted("{n} word", "{n} words", 1) == "1 word"
