"""Two people revise copies of the sample's codebook, and bring them together by keys alone."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from qualcode.services import demo
from qualcode.services.workspace import Project, open_project
from qualcode.tui.dialogs.sharing import SharingDialog
from qualcode.tui.dialogs.worklist import Worklist
from tests.tui.filled import room
from tests.tui.rooms import shown

GOALS, NEUTRAL, SECRECY = "ci-agenda-goals", "ci-backbone-neutral", "ci-dialogue-secrecy"
OVERLOAD, PROJECT, UNEQUAL = (
    "ci-activities-overload",
    "ci-activities-project",
    "ci-activities-unequal",
)
SILENCE, BURDEN = "ci-dialogue-silence", "ci-measure-burden"
WIDE = (140, 44)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample as anna has it, and the copy that bo took of it."""
    hers = demo.build(tmp_path_factory.mktemp("anna"))[0]
    his = tmp_path_factory.mktemp("bo") / hers.name
    shutil.copy(hers, his)
    return hers, his


async def keys(pilot: Pilot[None], pressed: str) -> None:
    """Press keys parted by spaces, and wait for what follows."""
    await pilot.press(*pressed.split())
    await settled(pilot)


async def typed(pilot: Pilot[None], words: str) -> None:
    """Put words where the focus is, as if pasted."""
    pilot.app.post_message(events.Paste(words))
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Until the screen stands still; there are many keys here, so not longer."""
    await pilot.pause(0.05)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.05)


async def to(pilot: Pilot[None], code: str) -> None:
    """Find a code by typing its id, and leave the filter with it lit."""
    await keys(pilot, "slash")
    await typed(pilot, code)
    await keys(pilot, "enter escape")
    assert pilot.app.screen.lit_id == code


async def relabel(pilot: Pilot[None], code: str, label: str) -> None:
    """Another label in place of the one that stands there."""
    await to(pilot, code)
    await keys(pilot, "r end ctrl+u")
    await typed(pilot, label)
    await keys(pilot, "enter")


async def define(pilot: Pilot[None], code: str, definition: str, keep: str = "k") -> None:
    """Another definition, the second field of the form."""
    await to(pilot, code)
    await keys(pilot, "e tab ctrl+end ctrl+u")
    await typed(pilot, definition)
    await keys(pilot, f"ctrl+s {keep}")


async def into(pilot: Pilot[None], key: str, code: str, target: str, sure: str = "") -> None:
    """Move (v) or merge (g) a code, the other one found by its id."""
    await to(pilot, code)
    await keys(pilot, key)
    await typed(pilot, target)
    await keys(pilot, f"enter {sure}")


async def add(pilot: Pilot[None], beside: str, label: str) -> str:
    """A new code beside one; gives its id."""
    await to(pilot, beside)
    await keys(pilot, "a")
    await typed(pilot, label)
    await keys(pilot, "enter")
    return str(pilot.app.screen.lit_id)


async def bos_revision(pilot: Pilot[None]) -> None:
    """What bo does to his copy, and the file that he writes."""
    await relabel(pilot, GOALS, "Targets on paper")
    await define(pilot, NEUTRAL, "Whether the backbone takes sides, in the eyes of the partners.")
    await into(pilot, "v", SECRECY, "systems-policy")
    await into(pilot, "g", OVERLOAD, PROJECT, "y")
    await relabel(pilot, SILENCE, "Silence after the meeting")
    await to(pilot, BURDEN)
    await keys(pilot, "s")
    await typed(pilot, "Hours spent; Forms twice")
    await keys(pilot, "enter y")
    assert await add(pilot, "context", "Bank") == "bank"
    await define(pilot, "bank", "A lender that pays for joint work.", "s")
    assert await add(pilot, "context", "Premises") == "premises"
    await define(pilot, "premises", "Rooms that partners share.", "s")
    await keys(pilot, "S")
    await typed(pilot, "standing")
    await keys(pilot, "enter a")
    await typed(pilot, "Hearsay")
    await keys(pilot, "enter up x")
    await typed(pilot, "Hearsay")
    assert "What does" in shown(pilot)
    await keys(pilot, "enter")
    assert "get another value" in shown(pilot)
    await keys(pilot, "enter y")
    await keys(pilot, "Y enter")


async def annas_revision(pilot: Pilot[None]) -> None:
    """What anna has done to hers in the meantime."""
    await relabel(pilot, GOALS, "Goals that can be read")
    await define(pilot, NEUTRAL, "Whether the backbone belongs to one of the partners.")
    await into(pilot, "v", SECRECY, "power-equity")
    await into(pilot, "g", OVERLOAD, UNEQUAL, "y")
    await relabel(pilot, "ci-measure-unused", "Numbers nobody opens")
    assert await add(pilot, "context", "Bank") == "bank"
    await relabel(pilot, "bank", "Riverside")
    await define(pilot, "bank", "Land along water where people meet.", "s")
    assert await add(pilot, "context", "Premises") == "premises"
    await define(pilot, "premises", "Where the joint work is housed.", "s")


async def decide(pilot: Pilot[None], decisions: dict[str, str]) -> None:
    """A key for each conflict as it comes, until nothing is open."""
    dialog = pilot.app.screen
    assert isinstance(dialog, SharingDialog)
    for _ in range(len(decisions)):
        lit = str(dialog.lines.lit_id)
        await keys(pilot, decisions.pop(lit))
    assert not decisions and not dialog.comparison.open


async def bring_in(pilot: Pilot[None], file: Path) -> None:
    """Everything in the dialog: both sides read, each thing decided, the value mapped."""
    await keys(pilot, "i")
    await typed(pilot, str(file))
    await keys(pilot, "enter")
    page = shown(pilot)
    assert "6 conflicts to decide · 1 value to choose · both come from version" in page
    assert "standing/second-hand" in page and "probably Hearsay (hearsay)" in page
    await keys(pilot, "end home down down b")
    assert "Only one of the two can stay." in shown(pilot)
    await keys(pilot, "home")
    await decide(
        pilot,
        {
            f"{GOALS}.label.en": "m",
            f"{NEUTRAL}.definition.en": "t",
            f"{SECRECY}.parent": "t",
            f"{OVERLOAD}.state": "m",
            "bank.meaning": "b",
            "premises.entry": "t",
        },
    )
    assert "✓ Mine" not in shown(pilot) and "second-hand" in shown(pilot)
    await keys(pilot, "enter")
    assert isinstance(pilot.app.screen, SharingDialog)
    assert "Not before you choose a value for: standing/second-hand" in shown(pilot)
    await keys(pilot, "v enter")
    assert "turns into Hearsay (hearsay)" in shown(pilot)
    await keys(pilot, "enter")
    assert not isinstance(pilot.app.screen, SharingDialog)


async def work_off(pilot: Pilot[None]) -> None:
    """Each coding read again: the first gets a part of its split code, the others are right."""
    await keys(pilot, "w")
    page = pilot.app.screen
    assert isinstance(page, Worklist)
    waiting = list(page._items.values())
    split = next(item for item in waiting if item.reason == "split")
    page.lines.light(split.coding.id)
    await keys(pilot, "r enter")
    for _ in waiting[1:]:
        await keys(pilot, "y")
    assert "Nothing waits" in shown(pilot)
    await keys(pilot, "escape")


def test_both_sides_are_in(copies: tuple[Path, Path]) -> None:
    """The test below works on two copies that begin alike."""
    states = []
    for path in copies:
        with open_project(path) as project:
            states.append(project.state())
    assert states[0] == states[1]


async def test_two_copies_are_brought_together(copies: tuple[Path, Path]) -> None:
    """Both sides' changes are in, no coding is lost, and undo leads back to the beginning."""
    hers, his = copies
    with open_project(his, coder="bo") as project:
        async with room(project, "codebook", WIDE) as (pilot, _):
            await bos_revision(pilot)
        file = his.parent / f"{project.codebooks.current().id}.yaml"
    assert file.exists()
    with open_project(hers, coder="anna") as project:
        first = project.state()
        acts = len(project.history.log())
        async with room(project, "codebook", WIDE) as (pilot, _):
            await annas_revision(pilot)
            mine, before = project.state(), said(project)
            own = len(project.history.log()) - acts
            await bring_in(pilot, file)
            together(project)
            assert said(project) == carried(before)
            done = len(project.history.log()) - acts - own
            assert done == 1
            waiting = {item.coding.code for item in project.revision.worklist()}
            assert waiting == {NEUTRAL, BURDEN}
            await work_off(pilot)
            assert project.revision.worklist() == []
            assert set(said(project)) == set(before)
            steps = len(project.history.log()) - acts - own
            await keys(pilot, " ".join("u" * steps))
            assert project.state() == mine
            await keys(pilot, " ".join("u" * own))
            assert project.state() == first


def together(project: Project) -> None:
    """What each of them did, as it was decided."""
    book = project.codebooks.current()
    assert book.code(GOALS).label["en"] == "Goals that can be read"
    assert book.code(SILENCE).label["en"] == "Silence after the meeting"
    assert book.code("ci-measure-unused").label["en"] == "Numbers nobody opens"
    assert book.code(NEUTRAL).definition["en"].startswith("Whether the backbone takes sides")
    assert book.code(SECRECY).parent == "systems-policy"
    assert book.code(OVERLOAD).became == (UNEQUAL,)
    assert len(book.code(BURDEN).became) == 2
    assert book.code("bank").label["en"] == "Riverside"
    assert book.code("bank-2").label["en"] == "Bank"
    assert book.code("premises").definition["en"] == "Rooms that partners share."
    values = [value.id for value in book.scale("standing").values]
    assert "hearsay" in values and "second-hand" not in values


def said(project: Project) -> dict[str, tuple[str, str, str | None]]:
    """Every coding: its words, its code, its standing."""
    return {one.id: (one.quote, one.code, one.standing) for one in project.codings.list()}


def carried(
    before: dict[str, tuple[str, str, str | None]],
) -> dict[str, tuple[str, str, str | None]]:
    """The same codings with the value called otherwise."""
    assert Counter(standing for _, _, standing in before.values())["second-hand"]
    return {
        one: (quote, code, "hearsay" if standing == "second-hand" else standing)
        for one, (quote, code, standing) in before.items()
    }
