"""Times keys on the coding screen, from key to painted: python -m benchmarks.ours.screens ...

The app runs in a window of 160 x 50 with a driver that takes the terminal sequences and shows them
to nobody. A key is handed to the app as a terminal's driver does; the figure is the processor time
of this process until the last of the answer is written.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import quantiles

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import key_to_character
from textual.pilot import Pilot

from benchmarks import corpus
from benchmarks.ours.project import as_csv, bring, codes_of, new_project, places
from benchmarks.ours.terminal import HEIGHT, WIDTH
from benchmarks.peers.results import Results, peak
from benchmarks.sizes import FULL, QUICK, Sizes
from benchmarks.steps import STEPS
from qualcode import __version__
from qualcode.tui.app import QualcodeApp, make_app
from qualcode.tui.screens.coding import CodingScreen

CURSOR = ("w", "b", "s", "S", "t", "left", "right", "up", "down", "shift+right")
PAGES = ("pagedown", "pagedown", "pageup")
UNANSWERED, ANSWERED, AT_REST = 1.0, 0.04, 0.3
"""Seconds without writing: before the first answer to a key, after the last, and until nothing
that was put off is left."""
WAIT = 10.0


def main(folder: str, work: str, size: str, only: str | None = None) -> None:
    """Make the project, press the keys and print the figures as JSON."""
    sizes = QUICK if size == "quick" else FULL
    results = Results("qualcode", __version__, only)
    path = Path(work) / "screens.qualcode"
    note = fill(path, Path(folder), Path(work), sizes)
    asyncio.run(press_all(path, sizes, results, note))
    results.put("memory-screens", [peak()])
    results.say()


def fill(path: Path, folder: Path, work: Path, sizes: Sizes) -> str:
    """The project of the other steps and one long text with codings over each other."""
    texts = corpus.transcripts(sizes)
    long = corpus.long_transcript(sizes)
    corpus.lay(work / "long", [long])
    deep = corpus.deep_marks(long, sizes.long_codings, sizes.codes, sizes.deepest)
    with new_project(path, corpus.CODERS[0]) as project:
        bring(project, folder / "txt", texts)
        bring(project, work / "long" / "txt", [long])
        marks = [*corpus.marks(texts, sizes.codings, sizes.codes), *deep]
        begins = places(project, [*texts, long])
        file = as_csv(work / "screens.csv", marks, begins, codes_of(project, sizes.codes))
        project.coding_files.read(file)
    return f"{sizes.long_kb} KB, {len(deep)} codings, {sizes.codings} more in the project"


async def press_all(path: Path, sizes: Sizes, results: Results, note: str) -> None:
    """Press each kind of key many times over, at places all through the long text."""
    app = make_app(path, coder=corpus.CODERS[0])
    app.driver_class = Listening
    failed: list[SystemExit] = []

    async def pilot(_: Pilot[object]) -> None:
        try:
            await press_each(app, sizes, results, note)
        except SystemExit as error:
            failed.append(error)
        app.exit()

    try:
        await app.run_async(size=(WIDTH, HEIGHT), auto_pilot=pilot)
    finally:
        app.project.close()
    if failed:
        raise failed[0]


async def press_each(app: QualcodeApp, sizes: Sizes, results: Results, note: str) -> None:
    """The kinds of keys one after the other, in the long text."""
    random, keys = Random(corpus.SEED), Keys(app)
    await keys.settled()
    if app.current_mode != "coding":
        await app.switch_mode("coding")
        await keys.settled()
    screen = app.screen
    if not isinstance(screen, CodingScreen):
        raise SystemExit("there is no coding screen")
    document = app.project.documents.resolve(corpus.long_transcript(sizes).name)
    began = time.process_time()
    screen.show_document(document.id)
    await keys.settled()
    results.put("open-painted", [keys.last - began], note)
    view = screen.bench.view
    kinds = {"cursor": CURSOR, "page": PAGES, "code": ("1",), "valence": ("plus",), "undo": ("u",)}
    for kind, choice in kinds.items():
        took = []
        for n in range(sizes.keys):
            if kind == "code" or (kind != "undo" and n % 10 == 0):
                view.go(random.randrange(document.characters))
                await keys.settled()
            took.append(await keys.press(random.choice(choice)))
        say(results, f"key-{kind}", took)


def say(results: Results, step: str, took: Sequence[tuple[float, float] | None]) -> None:
    """The middle and the twentieth worst in a hundred, of the keys that changed the screen."""
    painted = [one[0] for one in took if one is not None]
    if len(painted) < len(took) / 2:
        results.lacking(step, f"only {len(painted)} of {len(took)} keys changed the screen")
        return
    cuts = quantiles(painted, n=20, method="inclusive")
    results.put(f"{step}-p50", [cuts[9]])
    note = f"{len(painted)} keys, worst {max(painted) * 1000:.0f} ms"
    results.put(f"{step}-p95", [cuts[18]], note)
    if f"{step}-after" in STEPS:
        results.put(f"{step}-after", [one[1] for one in took if one is not None])


class Listening(HeadlessDriver):
    """A terminal that nobody sees: what is painted is rendered for it and counted."""

    written = 0
    last = 0.0
    last_clock = 0.0

    @property
    def is_headless(self) -> bool:
        """Rendered for as for any terminal."""
        return False

    def write(self, data: str) -> None:
        """Note when something came."""
        if data:
            self.written += 1
            self.last = time.process_time()
            self.last_clock = time.monotonic()


class Keys:
    """Hands keys to the app and watches what it writes."""

    def __init__(self, app: QualcodeApp) -> None:
        self._app = app
        if not isinstance(app._driver, Listening):
            raise SystemExit("the app does not use the driver that it was given")
        self._driver = app._driver

    @property
    def last(self) -> float:
        """The processor time at which something was written last."""
        return self._driver.last

    async def press(self, key: str) -> tuple[float, float] | None:
        """Processor seconds from a key to the last of what it painted, and those of what was put
        off until then; None where it painted nothing."""
        began, before = time.process_time(), self._driver.written
        character = key_to_character(key) if "+" not in key else None
        self._app.post_message(events.Key(key, character))
        give_up = time.monotonic() + UNANSWERED
        while self._driver.written == before:
            if time.monotonic() > give_up:
                return None
            await asyncio.sleep(0.004)
        await self.settled(ANSWERED)
        painted = self.last
        await self.settled()
        return painted - began, time.process_time() - painted

    async def settled(self, seconds: float = AT_REST) -> None:
        """Wait until nothing has been written for so long; SystemExit where that never comes."""
        began = time.monotonic()
        while (now := time.monotonic()) - max(began, self._driver.last_clock) < seconds:
            if now - began > WAIT:
                raise SystemExit("the screen does not come to rest")
            await asyncio.sleep(seconds / 4)


if __name__ == "__main__":
    main(*sys.argv[1:])
