"""Makes the pictures of the documentation from the program itself: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from qualcode.services import demo
from qualcode.tui.app import make_app

DOCS = Path(__file__).resolve().parents[1] / "docs"
PICTURES = {
    "coding-screen": ((120, 34), ("t", "t", "t", "t", "down", "down", "down")),
    "code-picker": ((120, 34), ("n", "enter", "t", "r", "u")),
    "tables-screen": ((120, 34), ("f5",)),
    "quotes-screen": ((120, 34), ("f4",)),
    "home-screen": ((120, 34), ("f2",)),
}
"""Size in cells and keys of each picture; always of the sample, which nobody said."""


async def picture(project: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen after these keys as SVG."""
    app = make_app(project, coder="anna")
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.5)
        await pilot.press("f3")
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await pilot.pause(2.0)
        found = app.export_screenshot(title="qualcode")
    app.project.close()
    # the pictures name no font that a browser would have to fetch
    found = re.sub(r"@font-face\s*\{.*?\}\s*", "", found, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", "qualcode", found)


def main() -> None:
    """Write all pictures."""
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, keys) in PICTURES.items():
            path, _ = demo.build(Path(folder) / name)
            (DOCS / f"{name}.svg").write_text(asyncio.run(picture(path, size, keys)), "utf-8")


if __name__ == "__main__":
    main()
