"""Times keys on the coding screen, from key to painted: python -m benchmarks.ours.screens ...

The app runs in a window of 160 x 50 with a driver that takes the terminal sequences and shows them
to nobody. A key is handed to the app as a terminal's driver does; the figure is the processor time
of this process until the last of the answer is written.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import quantiles

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import key_to_character
from textual.pilot import Pilot

from benchmarks import corpus
from benchmarks.ours.terminal import HEIGHT, WIDTH
from benchmarks.peers.results import Results, peak
from benchmarks.sizes import FULL, QUICK, Sizes
from benchmarks.steps import STEPS
from qualcode import __version__
from qualcode.tui.app import QualcodeApp, make_app
from qualcode.tui.screens.coding import CodingScreen

CURSOR = ("w", "b", "s", "S", "t", "left", "right", "up", "down", "shift+right")
PAGES = ("pagedown", "pagedown", "pageup")
SOUGHT = ("samverkan", "organisation", "mål", "vision", "tillit", "kod")
UNANSWERED, ANSWERED, AT_REST = 1.0, 0.04, 0.3
"""Seconds without writing: before the first answer to a key, after the last, and until nothing
that was put off is left."""
WAIT = 10.0


def main(folder: str, work: str, size: str, only: str | None = None) -> None:
    """Make the project, press the keys and print the figures as JSON."""
    sizes = QUICK if size == "quick" else FULL
    results = Results("qualcode", __version__, only)
    path = Path(work) / "screens.qualcode"
    filling = [sys.executable, "-m", "benchmarks.ours.filling", str(path), folder, work, size]
    subprocess.run(filling, check=True)
    asyncio.run(press_all(path, sizes, results))
    results.put("memory-screens", [peak()])
    results.say()


async def press_all(path: Path, sizes: Sizes, results: Results) -> None:
    """Press each kind of key many times over, at places all through the long text."""
    app = make_app(path, coder=corpus.CODERS[0])
    app.driver_class = Listening
    failed: list[SystemExit] = []

    async def pilot(_: Pilot[object]) -> None:
        try:
            await press_each(app, sizes, results)
        except SystemExit as error:
            failed.append(error)
        app.exit()

    try:
        await app.run_async(size=(WIDTH, HEIGHT), auto_pilot=pilot)
    finally:
        app.project.close()
    if failed:
        raise failed[0]


async def press_each(app: QualcodeApp, sizes: Sizes, results: Results) -> None:
    """The kinds of keys one after the other, in the long text, in the vast one, in the picker."""
    keys = Keys(app)
    await keys.settled()
    if app.current_mode != "coding":
        await app.switch_mode("coding")
        await keys.settled()
    note = f"{sizes.long_kb} KB, {sizes.long_codings} codings, {sizes.codings} more in the project"
    if any_wanted(results, "open-painted", "key-", "memory-screens", but="-vast"):
        results.put("open-painted", [await opened(app, keys, corpus.LONG)], note)
    if any_wanted(results, "key-", "memory-screens", but="-vast"):
        kinds = {"cursor": CURSOR, "page": PAGES, "code": ("1",), "valence": ("plus",)}
        for kind, choice in {**kinds, "undo": ("u",)}.items():
            say(results, f"key-{kind}", await timed(app, keys, choice, sizes.keys))
        say(results, "key-picker", await typed(app, keys))
        await compare(app, keys, results, sizes.keys)
    if any_wanted(results, "-vast", "memory-screens"):
        results.put("open-vast", [await opened(app, keys, corpus.VAST)], f"{sizes.vast_kb} KB")
        for kind, choice in {"cursor": CURSOR, "page": PAGES, "code": ("1",)}.items():
            took = await timed(app, keys, choice, sizes.keys)
            say(results, f"key-{kind}-vast", took)


def any_wanted(results: Results, *parts: str, but: str = "") -> bool:
    """Whether a step is asked for that has one of these parts in its name, and not that one."""
    return any(
        results.wanted(step)
        for step in STEPS
        if any(part in step for part in parts) and not (but and but in step)
    )


def coding_screen(app: QualcodeApp) -> CodingScreen:
    """The screen that the keys go to."""
    if not isinstance(app.screen, CodingScreen):
        raise SystemExit("there is no coding screen")
    return app.screen


async def opened(app: QualcodeApp, keys: Keys, name: str) -> float:
    """Open a document; processor seconds until it is painted."""
    began = time.process_time()
    coding_screen(app).show_document(app.project.documents.resolve(name).id)
    await keys.settled()
    return keys.last - began


async def timed(
    app: QualcodeApp, keys: Keys, choice: Sequence[str], times: int
) -> list[tuple[float, float] | None]:
    """Press one of these keys many times, at places all through the open text."""
    random, view = Random(corpus.SEED), coding_screen(app).bench.view
    took = []
    for n in range(times):
        if choice == ("1",) or (choice != ("u",) and n % 10 == 0):
            view.go(random.randrange(len(view.page.rows.text) if view.page else 1))
            await keys.settled()
        took.append(await keys.press(random.choice(choice)))
    return took


async def typed(app: QualcodeApp, keys: Keys) -> list[tuple[float, float] | None]:
    """Type some words into the picker of codes."""
    took = []
    for word in SOUGHT:
        await keys.press("enter")
        took += [await keys.press(letter) for letter in word]
        await keys.press("escape")
    return took


async def compare(app: QualcodeApp, keys: Keys, results: Results, times: int) -> None:
    """Go through the passages of a code across the cases, and value some of them anew."""
    began = time.process_time()
    await app.enter("quotes", "show_query", "")
    await keys.settled()
    results.put("open-quotes", [keys.last - began])
    own = [coding for coding in app.project.followed.all if coding.coder == app.project.coder]
    code, _ = Counter(coding.code for coding in own).most_common(1)[0]
    await app.enter("quotes", "show_query", f"code:{code} coder:{app.project.coder}")
    await keys.settled()
    moved, valued = [], []
    for n in range(times):
        moved.append(await keys.press("pagedown" if n % 10 == 9 else "down"))
        if n % 4 == 0:
            valued.append(await keys.press("plus"))
    say(results, "key-passages", moved)
    say(results, "key-revalue", valued)
    await app.switch_mode("coding")
    await keys.settled()


def say(results: Results, step: str, took: Sequence[tuple[float, float] | None]) -> None:
    """The middle and the twentieth worst in a hundred, of the keys that changed the screen."""
    painted = [one[0] for one in took if one is not None]
    if len(painted) < len(took) / 2:
        results.lacking(step, f"only {len(painted)} of {len(took)} keys changed the screen")
        return
    cuts = quantiles(painted, n=20, method="inclusive")
    if f"{step}-p50" in STEPS:
        results.put(f"{step}-p50", [cuts[9]])
    note = f"{len(painted)} keys, worst {max(painted) * 1000:.0f} ms"
    results.put(f"{step}-p95", [cuts[18]], note)
    if f"{step}-after" in STEPS:
        results.put(f"{step}-after", [one[1] for one in took if one is not None])


class Listening(HeadlessDriver):
    """A terminal that nobody sees: what is painted is rendered for it and counted."""

    last = 0.0
    heard: asyncio.Event | None = None

    @property
    def is_headless(self) -> bool:
        """Rendered for as for any terminal."""
        return False

    def write(self, data: str) -> None:
        """Note when something came."""
        if data:
            self.last = time.process_time()
            if self.heard is not None:
                self.heard.set()


class Keys:
    """Hands keys to the app and waits for what it writes, without asking again and again: that
    would count as the app's time."""

    def __init__(self, app: QualcodeApp) -> None:
        self._app = app
        if not isinstance(app._driver, Listening):
            raise SystemExit("the app does not use the driver that it was given")
        self._driver = app._driver
        self._heard = self._driver.heard = asyncio.Event()

    @property
    def last(self) -> float:
        """The processor time at which something was written last."""
        return self._driver.last

    async def press(self, key: str) -> tuple[float, float] | None:
        """Processor seconds from a key to the last of what it painted, and those of what was put
        off until then; None where it painted nothing."""
        self._heard.clear()
        began = time.process_time()
        character = key_to_character(key) if "+" not in key else None
        self._app.post_message(events.Key(key, character))
        if not await self._written(UNANSWERED):
            return None
        await self.settled(ANSWERED)
        painted = self.last
        await self.settled()
        return painted - began, time.process_time() - painted

    async def settled(self, seconds: float = AT_REST) -> None:
        """Wait until nothing has been written for so long; SystemExit where that never comes."""
        began = time.monotonic()
        while await self._written(seconds):
            if time.monotonic() - began > WAIT:
                raise SystemExit("the screen does not come to rest")

    async def _written(self, seconds: float) -> bool:
        """Whether something is written within so many seconds, or was since this was asked last."""
        try:
            async with asyncio.timeout(seconds):
                await self._heard.wait()
        except TimeoutError:
            return False
        self._heard.clear()
        return True


if __name__ == "__main__":
    main(*sys.argv[1:])
