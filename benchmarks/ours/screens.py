"""Times keys on the coding screen, from key to painted: python -m benchmarks.ours.screens ...

The app runs without a terminal in a window of 160 x 50. A key is handed to it as its driver does;
the figure is the processor time of this process until the last of the answer, rendered to
terminal sequences, is written.
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
from textual.keys import key_to_character

from benchmarks import corpus
from benchmarks.ours.project import as_csv, bring, codes_of, new_project, places
from benchmarks.ours.terminal import HEIGHT, WIDTH
from benchmarks.peers.results import Results, peak
from benchmarks.sizes import FULL, QUICK, Sizes
from qualcode import __version__
from qualcode.services.workspace import open_project
from qualcode.tui.app import QualcodeApp, make_app
from qualcode.tui.screens.coding import CodingScreen

CURSOR = ("w", "b", "s", "S", "t", "left", "right", "up", "down", "shift+right")
PAGES = ("pagedown", "pagedown", "pageup")
QUIET = 0.06
WAIT = 2.0


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
    random = Random(corpus.SEED)
    with open_project(path) as project:
        document = project.documents.resolve(corpus.long_transcript(sizes).name).id
    app = make_app(path, coder=corpus.CODERS[0])
    try:
        async with app.run_test(size=(WIDTH, HEIGHT), notifications=True) as pilot:
            await pilot.pause()
            keys = Keys(app)
            if app.current_mode != "coding":
                await app.switch_mode("coding")
            await keys.settled()
            screen = app.screen
            if not isinstance(screen, CodingScreen):
                raise SystemExit("there is no coding screen")
            began = time.process_time()
            screen.show_document(document)
            await keys.settled()
            results.put("open-painted", [keys.last - began], note)
            view = screen.bench.view
            length = len(screen.desk.transcript.text) if screen.desk.transcript else 0
            kinds = {"cursor": CURSOR, "page": PAGES, "code": ("1",), "valence": ("plus",)}
            for kind, choice in kinds.items():
                took = []
                for n in range(sizes.keys):
                    if n % 10 == 0 or kind == "code":
                        view.go(random.randrange(length))
                        await keys.settled()
                    took.append(await keys.press(random.choice(choice)))
                say(results, f"key-{kind}", took)
            took = [await keys.press("u") for _ in range(sizes.keys // 2)]
            say(results, "key-undo", took)
    finally:
        app.project.close()


def say(results: Results, step: str, took: Sequence[float]) -> None:
    """The middle and the twentieth worst in a hundred."""
    cuts = quantiles(took, n=20, method="inclusive")
    results.put(f"{step}-p50", [cuts[9]])
    results.put(f"{step}-p95", [cuts[18]], f"{len(took)} keys, worst {max(took) * 1000:.0f} ms")


class Keys:
    """Hands keys to the app and watches what it writes."""

    def __init__(self, app: QualcodeApp) -> None:
        self._app = app
        self.last = time.process_time()
        self._written = 0
        driver = app._driver
        if driver is None:
            raise SystemExit("the app has no driver")
        driver.write = self._write  # type: ignore[method-assign]

    def _write(self, data: str) -> None:
        if data:
            self.last = time.process_time()
            self._written += 1

    async def press(self, key: str) -> float:
        """Processor seconds from a key to the last of what it painted."""
        await self.settled()
        began, before = time.process_time(), self._written
        character = key_to_character(key) if "+" not in key else None
        self._app.post_message(events.Key(key, character))
        give_up = time.monotonic() + WAIT
        while self._written == before and time.monotonic() < give_up:
            await asyncio.sleep(0.002)
        await self.settled()
        return max(self.last - began, 0.0)

    async def settled(self) -> None:
        """Wait until nothing has been written for a while; SystemExit where that never comes."""
        seen, give_up = -1, time.monotonic() + WAIT
        while seen != self._written:
            if time.monotonic() > give_up:
                raise SystemExit("the screen does not come to rest")
            seen = self._written
            await asyncio.sleep(QUIET)


if __name__ == "__main__":
    main(*sys.argv[1:])
