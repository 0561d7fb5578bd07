"""The screens of the sample as plain text: `python -m tests.tui.scenes` writes them anew.

After a change that is meant, write them anew and read the difference before it is kept.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

from rich.style import Style
from textual.pilot import Pilot

from qualcode.services import demo
from qualcode.tui import words
from qualcode.tui.app import QualcodeApp, make_app
from tests.tui.rooms import settled, shown

FOLDER = Path(__file__).with_name("snapshots")
PLAIN = "-no-colour"
SIZES = ((80, 24), (120, 40), (160, 50))
SCENES: Mapping[str, tuple[str, ...]] = {
    "home": ("f2",),
    "coding": ("f3", "k", "k", "k"),
    "picker": ("enter", "t", "r", "u"),
    "degree": ("escape", "D"),
    "quotes": ("escape", "f4"),
    "tables": ("f5",),
    "codebook": ("f6",),
    "themes": ("f7",),
    "charting": ("f9",),
    "findings": ("f10",),
    "help": ("question_mark",),
}
"""Keys that lead from each scene to the next; escape closes what the one before has opened."""


def make(folder: Path) -> QualcodeApp:
    """The sample, which nobody said, as its coder sees it."""
    path, _ = demo.build(folder / "demo")
    return make_app(path, coder="anna")


async def walk(pilot: Pilot[None]) -> dict[str, str]:
    """All scenes one after the other, each as text without what differs from home to home."""
    with patch("qualcode.tui.screens.help.keys_file", lambda: Path("~/qualcode/keys.toml")):
        return {name: await _scene(pilot, keys) for name, keys in SCENES.items()}


async def _scene(pilot: Pilot[None], keys: tuple[str, ...]) -> str:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.4)
    return "\n".join(line.rstrip() for line in shown(pilot).splitlines()) + "\n"


def painted(pilot: Pilot[None]) -> Iterator[tuple[str, Style]]:
    """Every piece of text on the screen with its style, blanks left out."""
    for line in pilot.app.screen._compositor.render_strips():
        for text, style, control in line:
            if text.strip() and style is not None and control is None:
                yield text, style


def file_of(name: str, size: tuple[int, int], kind: str = "") -> Path:
    """Where a scene of a size is kept; without colour some shades are signs."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}{kind}.txt"


async def _write(size: tuple[int, int], kind: str = "") -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = make(Path(folder))
        async with app.run_test(size=size) as pilot:
            for name, text in (await walk(pilot)).items():
                file_of(name, size, kind).write_text(text, "utf-8")
        app.project.close()


def main() -> None:
    """Write all scenes anew."""
    words.speak("en")
    FOLDER.mkdir(exist_ok=True)
    os.environ.pop("NO_COLOR", None)
    for size in SIZES:
        asyncio.run(_write(size))
    os.environ["NO_COLOR"] = "1"
    asyncio.run(_write(SIZES[0], PLAIN))


if __name__ == "__main__":
    main()
